"""Show the front matter of a letter to its template: every key is there, and every text knows its line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from comment_kit.letters.escaping import escape
from comment_kit.letters.headings import numeral
from comment_kit.letters.keys import DOCKET, KEYS, PERSON, Holds, People
from comment_kit.model.layout import Numeral
from comment_kit.model.letter import FrontMatter
from comment_kit.templating import Marks, Markup, Origin

MOST_AUTHORS = 100
"""How many authors' notes can be told apart by their marks."""


class Typed(str):
    """A text of the front matter, which knows where it was typed."""

    __slots__ = ("line",)
    line: int


def shown(front: FrontMatter) -> dict[str, Any]:
    """Return the front matter as templates see it.

    What nobody wrote is None or an empty list, what may be one line or several is a list of them, and a key with a
    hyphen has an underscore instead.
    """
    letter = {key: _shown(front.values.get(key), holds, key, front.lines) for key, holds in KEYS.items()}
    docket = front.values.get("docket") or {}
    letter["docket"] = {
        key: _shown(docket.get(key), holds, f"docket.{key}", front.lines) for key, holds in DOCKET.items()
    }
    return {key.replace("-", "_"): value for key, value in letter.items()}


def _shown(value: Any, holds: Any, path: str, lines: Mapping[str, int]) -> Any:  # noqa: ANN401 -- what was written
    if isinstance(holds, People):
        return [
            {key: _shown(person.get(key), Holds.TEXT, f"{path}.{at}.{key}", lines) for key in PERSON}
            for at, person in enumerate(value or ())
        ]
    if holds is Holds.LINES:
        texts = value.splitlines() if isinstance(value, str) else value or ()
        return [_typed(text.strip(), path, lines) for text in texts if text.strip()]
    return _typed(value, path, lines) if isinstance(value, str) else value


def _typed(text: str, path: str, lines: Mapping[str, int]) -> str:
    if path not in lines:
        return text
    typed = Typed(text)
    typed.line = lines[path]
    return typed


def filters(marks: Marks, file: str) -> Mapping[str, Callable[..., object]]:
    """Return the filters of letter templates: ``markdown`` and ``lines``.

    Args:
        marks: those of the letter.
        file: the letter's.
    """

    def markdown(value: str | Sequence[str] | None) -> Markup:
        """Return a value that may hold Markdown inside its line as it is, at its place in the front matter."""
        texts = [value] if isinstance(value, str) else value or ()
        return Markup(" ".join(_marked(text, marks, file) for text in texts))

    return {"markdown": markdown, "lines": lines_of}


def lines_of(values: Iterable[object]) -> Markup:
    """Return those of ``values`` that say something, each on a line of one paragraph."""
    words = (value if isinstance(value, Markup) else escape(str(value)) for value in values if value)
    return Markup("\\\n".join(words))


def _marked(text: str, marks: Marks, file: str) -> str:
    words = " ".join(text.split())
    if not isinstance(text, Typed):
        return words
    return marks.mark(Origin(file=file, line=text.line, column=0, computed=True)) + words


def continued(marks: Sequence[str]) -> list[str]:
    """Return the marks of a layout, continued for letters of many authors: i, ii ... vi, or *, † ... **."""
    romans = [numeral(number, Numeral.LOWER_ROMAN) for number in range(1, MOST_AUTHORS + 1)]
    if list(marks) == romans[: len(marks)]:
        return romans
    return [mark * times for times in range(1, MOST_AUTHORS) for mark in marks][:MOST_AUTHORS]
