"""Hold the texts of the sources asked for last, ready for search, in no more memory than a few long ones take."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from msgspec import Struct, field

from comment_kit.model.pinpoints import PinpointTable
from comment_kit.pages import PageStore
from comment_kit.quotations import Prepared, prepare

_KEPT = 8_000_000
"""Letters: some two thousand pages. One longer text is kept alone."""


class PreparedTexts(Struct, kw_only=True):
    """The texts in a store, each prepared when it is first asked for and let go when others need its room."""

    store: PageStore | None
    """None where no text was ever added."""
    tables: Mapping[str, PinpointTable] = field(default_factory=dict)
    """The pinpoint tables of sources, by key."""
    _held: OrderedDict[str, Prepared | None] = field(default_factory=OrderedDict)
    _letters: int = 0

    def get(self, key: str) -> Prepared | None:
        """Return the text of the source ``key``, or None where none is stored."""
        if key not in self._held:
            self._held[key] = self._prepared(key)
            self._letters += _letters(self._held[key])
            self._let_go()
        self._held.move_to_end(key)
        return self._held[key]

    def _prepared(self, key: str) -> Prepared | None:
        text = self.store.get(key) if self.store else None
        if self.store is None or text is None:
            return None
        return prepare(text, self.store.concordance(key), self.tables.get(key))

    def with_words(self, words: tuple[str, ...]) -> frozenset[str] | None:
        """Return the keys of the texts in which ``words`` stand on one page; None where that tells nothing."""
        return self.store.keys_with(words) if self.store and words else None

    def _let_go(self) -> None:
        while self._letters > _KEPT and len(self._held) > 1:
            _, oldest = self._held.popitem(last=False)
            self._letters -= _letters(oldest)


def _letters(text: Prepared | None) -> int:
    return len(text.text.all.text) if text is not None else 0
