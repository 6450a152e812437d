"""Letters of any kind over the shipped database, as a writer would type them, and what becomes of them."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from msgspec import Struct

from comment_kit import resources
from comment_kit.docx import read_docx_own, write_docx
from comment_kit.model.diagnostics import Severity
from comment_kit.model.printed import PrintedLetter
from comment_kit.model.sources import Library, Source
from comment_kit.project import Project
from comment_kit.styles import Style, read_style
from comment_kit.workflows.composing import Composition, compose
from comment_kit.workflows.shelves import read_shelves

LAW = settings(
    max_examples=25,
    deadline=None,
    # The folder may be used again, for each letter is written over the last; a busy machine is no fault of a letter.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
STYLES = ("bluebook", "comment-letter", "policy-letter")
TEMPLATES = ("formal-comment", "policy-letter")


@functools.cache
def library() -> Library:
    """Return the database that ships."""
    return read_shelves(Project()).library


@functools.cache
def style(name: str) -> Style:
    """Return a style that ships."""
    found, _ = read_style(name, (resources.shelf("templates") / "styles",))
    assert found is not None
    return found


# ---- places in sources ----


@functools.cache
def locators(key: str) -> tuple[str, ...]:
    """Return every locator of ``key`` that is a page of its span or a row of its pinpoint table, as typed."""
    source, table = library().sources[key], library().tables.get(key)
    labels = tuple(row.locator for row in table.rows.values()) if table else ()
    return (*_pages(source), *labels)


def _pages(source: Source) -> tuple[str, ...]:
    first, last = source.first_page, source.last_page
    if first and last and first.isdigit() and last.isdigit():
        return tuple(str(page) for page in range(int(first), int(last) + 1))
    return ("2", "47") if source.kind.paginated and source.get("frpage") is None else ()


# ---- the words of a letter ----

# No word holds "id" and none is "supra": a test finds printed citations among them.
SENTENCES = (
    "The agency asks a fair question",
    'The draft says "models may be misused" and stops there',
    "It isn't 'settled'---not yet -- and 5 U.S.C. § 553(c) asks for more...",
    "Costs rose by *about* 3% in **two** years, to $4 & more",
    "See the [notice](https://example.org/a?b=c&d=e) of the agency",
    r"A star \* stays a star, and a \[bracket\] a bracket",
    "The [Press]{.smallcaps} wrote `a < b` of H~2~O on the 2^nd^ day",
    "Naïve façades — “curly” marks, ‘too’ – stay",
    "Both @ntia2024 and @eo14110 matter",
)
SIGNALS = ("", "", "", "see ", "See also ", "see, e.g., ", "accord ", "but see ", "*See generally* ", "contra ")
WORDS_AFTER = (
    "",
    "",
    " (noting the risk)",
    ' ("Quoted words, with a stop.")',
    " (explaining (at length) why)",
    " (an *emphatic* remark)",
    " (citing [@rfc2024])",
)
NOTES = ("A remark of our own.", "Compare the *first* draft with the second.", 'It says "so" -- twice.')


@st.composite
def citations(draw: st.DrawFn) -> str:
    """Return one authority as typed inside of a bracket."""
    key = draw(st.sampled_from(sorted(library().sources)))
    places = locators(key)
    place = draw(st.none() | st.sampled_from(places)) if places else None
    locator = f", {place}" if place else ""
    return f"{draw(st.sampled_from(SIGNALS))}@{key}{locator}{draw(st.sampled_from(WORDS_AFTER))}"


brackets = st.builds(
    lambda cited, pin: f"[{'; '.join(cited)}]{pin}",
    st.lists(citations(), min_size=1, max_size=3),
    st.sampled_from(("", "", "", "{pin=always}")),
)
notes = st.one_of(
    brackets,
    brackets,
    brackets,
    st.sampled_from(NOTES).map(lambda words: f"^[{words}]"),
    brackets.map(lambda cited: f"^[{cited}.]"),
    st.tuples(st.sampled_from(NOTES), brackets).map(lambda parts: f"^[{parts[0]} {parts[1]}.]"),
    st.tuples(brackets, st.sampled_from(NOTES)).map(lambda parts: f"^[{parts[0]}. {parts[1]}]"),
)
sentences = st.builds(
    lambda words, end, note: f"{words}{end}{note}",
    st.sampled_from(SENTENCES),
    st.sampled_from((".", ".", "?", "!", ":")),
    st.just("") | notes,
)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)


# ---- the parts of a letter ----


def _items(lines: Sequence[str], mark: str) -> str:
    return "\n".join(f"{mark} {line}" for line in lines)


def _table(cells: Sequence[str]) -> str:
    rows = "\n".join(f"| {cell.replace('|', '/')} | 1 |" for cell in cells)
    return f"| What | How many |\n|------|---------:|\n{rows}"


lines = st.lists(sentences, min_size=1, max_size=3)
parts = st.one_of(
    paragraphs,
    paragraphs,
    paragraphs,
    st.sampled_from(("# Part", "# Part {.unnumbered}", "## Section", "# A *part* of `code`")),
    lines.map(lambda each: _items(each, "-")),
    lines.map(lambda each: _items(each, "1.")),
    paragraphs.map(lambda each: f"> {each}"),
    lines.map(_table),
    st.just("```\nLines  as\ttyped <&>\n```"),
    st.just("* * *"),
)


class Text(Struct, frozen=True, kw_only=True):
    """A letter as typed: its front matter and its parts, any of which may be moved."""

    template: str
    style: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return f"---\n{front(self.template, self.style)}---\n\n" + "\n\n".join(self.parts) + "\n"


def front(template: str, style_name: str) -> str:
    """Return front matter that either template is content with."""
    return f"""\
template: {template}
style: {style_name}
date: 2025-03-03
docket: {{title: "A Title & More", id: X-1}}
organization: Example Institute
authors:
  - {{name: Your Name, note: "Your Name is Counsel at Example Institute."}}
contact: Write to you@example.org.
"""


def texts(parts_of: st.SearchStrategy[str] = parts, most: int = 8) -> st.SearchStrategy[Text]:
    """Return letters of up to ``most`` parts."""
    return st.builds(
        Text,
        template=st.sampled_from(TEMPLATES),
        style=st.sampled_from(STYLES),
        parts=st.lists(parts_of, min_size=1, max_size=most).map(tuple),
    )


# ---- what becomes of a letter ----


def composed(text: Text, folder: Path) -> Composition:
    """Return ``text`` as its style sets it; it must be right."""
    path = folder / "letter.md"
    path.write_text(str(text), encoding="utf-8")
    composition = compose(path)
    errors = [each for each in composition.diagnostics if each.severity is Severity.ERROR]
    assert not errors, errors
    return composition


def written(composition: Composition) -> bytes:
    """Return the Word file of ``composition``."""
    return write_docx(
        composition.letter, composition.layout, about=composition.about, pages={}, images=composition.images
    )


def read_back(text: Text, folder: Path) -> PrintedLetter:
    """Return ``text`` as it is read back from its Word file."""
    return read_docx_own(written(composed(text, folder)))
