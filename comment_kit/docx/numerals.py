"""Print the number of a note as Word does in each of its formats."""

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CHICAGO = "*†‡§"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numeral(number: int, form: str) -> str:
    """Return ``number``, counted from 1, in a format of ``w:numFmt``; in Arabic digits where none is known.

    The formats are those of ECMA-376, 17.18.59 (ST_NumberFormat).
    """
    return _FORMS.get(form, str)(number)


def _roman(number: int) -> str:
    digits: list[str] = []
    # A note may begin at any number; thousands of m print nothing that a reader counts.
    number = min(number, 9_999)
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        digits.append(letters * times)
    return "".join(digits)


def _lettered(number: int) -> str:
    """Return a, b, ... z, aa, bb, ..."""
    times, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * min(times + 1, 99)


def _chicago(number: int) -> str:
    """Return *, †, ‡, §, **, ††, ..."""
    times, place = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[place] * min(times + 1, 99)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _lettered,
    "upperLetter": lambda number: _lettered(number).upper(),
    "chicago": _chicago,
}
