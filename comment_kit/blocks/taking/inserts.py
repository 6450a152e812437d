"""Keep what is to be written into a block unescaped: its parameters, and remarks about what did not come along."""

from __future__ import annotations

from msgspec import Struct, field

_FIRST = 0x100000
_LAST = 0x10EFFF


class Inserts(Struct):
    """Characters of a private plane that stand for markup while the passage is still plain words."""

    raw: dict[str, str] = field(default_factory=dict)
    """What is written for each character."""
    _signs: dict[str, str] = field(default_factory=dict)

    def parameter(self, name: str) -> str:
        """Return the sign that is written as the value of a parameter."""
        return self._sign(f"{{{{ {name} }}}}")

    def remark(self, words: str) -> str:
        """Return the sign that is written as a remark, which no reader of the letter sees."""
        safe = " ".join(words.split()).replace("##}", "## }")
        return self._sign(f"{{## {safe} ##}}")

    def _sign(self, raw: str) -> str:
        """Return one sign for one markup; when a hostile letter has used all of them, nothing is written."""
        if raw not in self._signs:
            if _FIRST + len(self.raw) > _LAST:
                return ""
            self._signs[raw] = chr(_FIRST + len(self.raw))
            self.raw[self._signs[raw]] = raw
        return self._signs[raw]
