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

_SLACK = 100
"""Files' worth of what is kept though nobody asked for it."""

FORMAT = 1
"""Of what is remembered; another one is forgotten."""

Value: TypeAlias = Any
"""What JSON can hold."""


class Digests:
    """What was read out of files, for the next time that they hold the same bytes."""

    def __init__(self, stored: bytes = b"", *, shape: str = "") -> None:
        """Take up what ``dumped`` gave; anything else, damaged or of another version, is as nothing.

        Args:
            stored: what was remembered.
            shape: tells values of one shape from those of another: the names of their fields.
        """
        self._shape = shape
        self._known = _loaded(stored, shape)
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
        return not self._used.keys() <= self._known.keys() or self._is_overgrown

    def dumped(self) -> bytes:
        """Return what is remembered, to be taken up again."""
        kept = self._used if self._is_overgrown else {**self._known, **self._used}
        payload = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
        return _head(payload, self._shape) + payload

    @property
    def _is_overgrown(self) -> bool:
        """Whether most of what is known was not asked for: files that are gone, words that were changed."""
        return len(self._known) > 2 * len(self._used) + _SLACK


def _head(payload: bytes, shape: str) -> bytes:
    return f"comment-kit {__version__} digests {FORMAT} {shape} {sha256(payload).hexdigest()}\n".encode()


def _loaded(stored: bytes, shape: str) -> dict[str, Value]:
    head, _, payload = stored.partition(b"\n")
    if head + b"\n" != _head(payload, shape):
        return {}
    known = json.loads(payload)
    return known if isinstance(known, dict) else {}
