"""Keep arguments once: find a block, set it, and know where each version of it was filed."""

# What sets blocks is imported from its own module, so that a list of blocks does not wait for Jinja and YAML.
from comment_kit.blocks.findings import FINDINGS

__all__ = ["FINDINGS"]
