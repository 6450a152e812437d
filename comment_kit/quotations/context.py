"""Find what may turn the sense of a quotation: in what it leaves out and in what stands beside it."""

import re
from collections.abc import Iterable

from comment_kit.model.pages import Stream
from comment_kit.quotations.sentences import sentence_end, sentence_start
from comment_kit.quotations.shown import shown

_WORDS = 12
_REACH = 200
"""Characters in which twelve words stand."""
_TURNS = re.compile(
    r"\b(?:(?i:not|never|nor|neither|none|nothing|nobody|cannot|[a-z]+n[\u2019']t|without|but|except|unless|only|whether|"
    r"if|some commenters|no(?!\.\s?\d))|may|proposed)\b"
)
"""Small letters alone for "may", which is also a month, and for "proposed", which begins titles."""
_SENTENCE_OPENS = re.compile(r"\s*(But|However|Except|Unless|Only|Not)\b")
_WORD = re.compile(r"\S+")


def before(stream: Stream, start: int) -> str:
    """Return about twelve words that stand before ``start``."""
    return shown(stream, _back(stream.text, start), start).strip()


def after(stream: Stream, end: int) -> str:
    """Return about twelve words that stand behind ``end``."""
    return shown(stream, end, _forth(stream.text, end)).strip()


def beside(stream: Stream, start: int, end: int) -> tuple[str, str]:
    """Return the words of ``before`` and ``after`` that belong to the sentence of the passage.

    A negative of the sentence before does not reach in; but what follows counts up to its sentence's end, and so does
    the first word of the next one, if it takes something back.
    """
    text = stream.text
    first = max(sentence_start(text, start), _back(text, start))
    last = min(sentence_end(text, end), _forth(text, end)) if _goes_on(text, end) else end
    takes_back = _SENTENCE_OPENS.match(text, last)
    return shown(stream, first, start), shown(stream, end, last) + (takes_back[0] if takes_back else "")


def _back(text: str, start: int) -> int:
    words = list(_WORD.finditer(text, max(0, start - _REACH), start))[-_WORDS:]
    return words[0].start() if words else start


def _forth(text: str, end: int) -> int:
    words = list(_WORD.finditer(text, end, min(len(text), end + _REACH)))[:_WORDS]
    return words[-1].end() if words else end


def _goes_on(text: str, end: int) -> bool:
    """Return whether the sentence goes on behind a passage that ends at ``end``."""
    return end < len(text) and text[max(0, end - 1)] not in ".?!"


def turning_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words in ``texts`` that may turn the sense, each once, in order."""
    return tuple(dict.fromkeys(found[0].lower() for text in texts for found in _TURNS.finditer(text)))
