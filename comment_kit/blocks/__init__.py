"""Keep arguments once: find a block, set it, and know where each version of it was filed.

Nothing is imported here: a list of blocks does not wait for Jinja and YAML, which setting them takes.
"""
