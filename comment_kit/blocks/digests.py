"""Remember what was read out of a file, by the hash of what the file holds.

A date or a size can stay the same while the words change, as after a checkout or a copy that keeps times. What is
remembered here is found by the SHA-256 of the bytes themselves, so that it is never that of another text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeAlias

from comment_kit import __version__

FORMAT = 1
"""Of what is remembered; another one is forgotten."""

Value: TypeAlias = Any
"""What JSON can hold."""


class Digests:
    """What was read out of files, for the next time that they hold the same bytes."""

    def __init__(self, stored: bytes = b"") -> None:
        """Take up what ``dumped`` gave; anything else, damaged or of another version, is as nothing."""
        self._known = _loaded(stored)
        self._used: dict[str, Value] = {}

    def of(self, content: bytes, read: Callable[[bytes], Value]) -> Value:
        """Return what ``read`` makes of ``content``, which is asked only where it was not remembered."""
        name = sha256(content).hexdigest()
        if name not in self._used:
            self._used[name] = self._known[name] if name in self._known else read(content)
        return self._used[name]

    @property
    def changed(self) -> bool:
        """Whether there is something new to remember, or much that can be forgotten."""
        return not self._used.keys() <= self._known.keys() or len(self._known) > 2 * len(self._used) + 1

    def dumped(self) -> bytes:
        """Return what was used since this was made, to be taken up again."""
        payload = json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode()
        return _head(payload) + payload


def _head(payload: bytes) -> bytes:
    return f"comment-kit {__version__} digests {FORMAT} {sha256(payload).hexdigest()}\n".encode()


def _loaded(stored: bytes) -> dict[str, Value]:
    head, _, payload = stored.partition(b"\n")
    if head + b"\n" != _head(payload):
        return {}
    known = json.loads(payload)
    return known if isinstance(known, dict) else {}
