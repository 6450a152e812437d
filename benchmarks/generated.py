"""Generate letters of any length over fifty sources, the same on every run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

SOURCES = 50
LAST_PAGE = 90

_RUNS = (1, 3, 2, 1, 4, 1, 2)
"""How many notes in a row cite one source: half of them can be *Id.*, as in a filed letter."""

_SIGNAL_EVERY = 4
_SECOND_EVERY = 20
"""How many notes there are to one with a signal, and to one that cites two sources."""

_REPORT = """@report{{s{number:02d},
  author = {{{{Institute {number} for the Study of Rules}}}},
  title = {{Report {number} on the Risks and the Benefits of Open Models}},
  institution = {{Institute {number} for the Study of Rules}},
  date = {{2024-03-{day:02d}}},
  pagetotal = {{{last}}},
  url = {{https://example.org/reports/{number}}},
}}
"""
_ARTICLE = """@article{{s{number:02d},
  author = {{Author{number}, Ada and Writer{number}, Ben}},
  title = {{Essay {number} on What Agencies May Ask}},
  journaltitle = {{Journal of Rules}},
  volume = {{{number}}},
  pages = {{1-{last}}},
  date = {{2023}},
}}
"""
_BOOK = """@book{{s{number:02d},
  author = {{Scholar{number}, Carla}},
  title = {{Volume {number} of the Law of Comment}},
  publisher = {{Example Press}},
  pagetotal = {{{last}}},
  date = {{2022}},
}}
"""
_FORMS = (_REPORT, _ARTICLE, _REPORT, _BOOK)

_HEAD = """---
template: formal-comment
style: bluebook
date: 2024-09-09
docket:
  title: A Proceeding of Many Notes
  id: Docket 1
organization: Example Institute
authors:
  - name: Your Name
bibliography: sources.bib
---

"""
_SENTENCES = (
    "An agency that weighs the risks of a release should weigh what it brings as well",
    "The record before the agency shows that the two sides have seldom been set against each other",
    'The draft speaks of "safeguards proportionate to the risk" and does not say how they are to be measured',
    "Whoever publishes the weights of a model gives up the means to call them back",
)


Said: TypeAlias = Callable[[int, int, int], str]
"""Returns the sentence before a note, without its stop, by the number of the note and the source and page it cites."""


def _said(number: int, _source: int, _page: int) -> str:
    return _SENTENCES[number % len(_SENTENCES)]


def sources(last: int = LAST_PAGE) -> str:
    """Return fifty entries of a bibliography, keys ``s00`` to ``s49``, each of ``last`` pages."""
    return "\n".join(
        _FORMS[number % len(_FORMS)].format(number=number, day=number % 28 + 1, last=last) for number in range(SOURCES)
    )


def head() -> str:
    """Return the front matter of a letter."""
    return _HEAD


def letter(notes: int, *, last: int = LAST_PAGE, said: Said = _said) -> str:
    """Return a letter of so many notes that pandoc reads as we do, five notes to a paragraph, with headings.

    Args:
        notes: how many there are; each cites one source or two.
        last: the last page that is cited.
        said: returns the sentence before each note.
    """
    cited = _cited(notes)
    lines = [_HEAD]
    for number, source in enumerate(cited):
        if number % 100 == 0:
            lines.append(f"\n\n# Part with the notes from {number + 1}\n\n")
        elif number % 5 == 0:
            lines.append("\n\n")
        page = number * 7 % last + 1
        lines.append(f"{said(number, source, page)}.{_bracket(number, source, page)} ")
    return "".join(lines) + "\n"


def _cited(notes: int) -> list[int]:
    """Return the number of the source that each note cites."""
    cited: list[int] = []
    turn = 0
    while len(cited) < notes:
        cited += [turn * 17 % SOURCES] * _RUNS[turn % len(_RUNS)]
        turn += 1
    return cited[:notes]


def _bracket(number: int, source: int, page: int) -> str:
    signal = "see " if number % _SIGNAL_EVERY == 1 else ""
    second = f"; see also @s{(source + 1) % SOURCES:02d}, {page}" if (number + 1) % _SECOND_EVERY == 0 else ""
    return f"[{signal}@s{source:02d}, {page}{second}]"
