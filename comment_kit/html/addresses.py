"""Decide which addresses of a letter may become links."""

import re

# A browser drops tabs and line ends inside an address and spaces before it, so "java\nscript:" is a script to
# it: an address with any of them is no address of a person's.
_SAFE = re.compile(r"(?:https?://[^\s/?#\x00-\x20]|mailto:[^\s\x00-\x20])[^\s\x00-\x20\x7f-\x9f]*", re.IGNORECASE)


def is_safe(address: str) -> bool:
    """Say whether ``address`` leads to the web or to a mailbox and to nothing else."""
    return _SAFE.fullmatch(address) is not None
