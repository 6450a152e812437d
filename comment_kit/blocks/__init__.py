"""Keep arguments once: find a block, set it, and know where each version of it was filed."""
