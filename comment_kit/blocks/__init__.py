"""Keep arguments once: find a block, set it, and know where each version of it was filed."""

from comment_kit.blocks.findings import FINDINGS
from comment_kit.blocks.past import Past
from comment_kit.blocks.setting import BlockSetter
from comment_kit.blocks.shelf import Shelf

__all__ = ["FINDINGS", "BlockSetter", "Past", "Shelf"]
