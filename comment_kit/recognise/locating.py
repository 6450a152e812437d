"""Find the place that a citation names in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from comment_kit.model.sources import Source
from comment_kit.recognise.clause import Anatomy, Clause
from comment_kit.recognise.clues import Clue
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.identities import plain_number
from comment_kit.recognise.pins import Located, Remainder, located

_SPAN_END = re.compile(r" ?(?:--?|\u2013) ?(\d{1,3},\d{3}|\d{1,6})(?!\d)")
"""What stands behind the first page of a span."""


def locator_of(clause: Clause, parts: Anatomy, desk: Desk, key: str | None, covered: Sequence[Range] = ()) -> Located:
    """Return the place that ``clause`` names in its source ``key``, or says of the place before it.

    Args:
        clause: its words.
        parts: of the clause.
        desk: where we are.
        key: its source; None for *Id.*
        covered: words that hold no locator, beside those that ``parts`` tells.
    """
    source = desk.index.library.sources.get(key) if key else None
    said = [pin for clue in parts.clues for pin in clue.pins if not _is_source_itself(pin, clue, source)]
    said += [page for clue in parts.clues if (page := _page_inside(clue, parts.text, source))]
    naming = covered or [clue.range for clue in parts.clues] or [(parts.core[1], parts.core[1])]
    remainder = Remainder(
        text=parts.text,
        core=parts.core,
        covered=(*parts.covered, *covered, *_own_section(clause, parts, source)),
        labels=parts.labels,
        is_dated=parts.is_dated,
        has_label=desk.index.has_label,
        named=min(end for _, end in naming),
        inherits=key is None,
        brackets=parts.parentheticals,
    )
    found = located(remainder)
    other = found.parts
    if any(clue.pins for clue in parts.clues):
        # The section of an act stands before the section of the code: Administrative Procedure Act § 4, 5 U.S.C. § 553.
        other = tuple(part for part in other if not part.startswith("§"))
    return replace(found, parts=(*said, *other))


def _is_source_itself(pin: str, clue: Clue, source: Source | None) -> bool:
    """Return whether a section of a code is all that the source is, and so no place in it."""
    section = pin.lstrip("§ ")
    if source is None:
        return clue.identity is not None and clue.identity.name.endswith(f"§ {section}")
    own = source.get("uscsection") or source.get("cfrsection")
    return own is not None and "".join(own.split()) == "".join(section.split())


def _page_inside(clue: Clue, text: str, source: Source | None) -> str | None:
    """Return the page or span that stands where the first page should: "88 Fed. Reg. 75203" for a place in the order.

    The first page alone, and the span of the whole document, name no place in it.
    """
    if source is None or clue.series is None or clue.identity is None:
        return None
    first, last, page = source.first_page or "", source.last_page or "", str(clue.series.page)
    if not first.isdigit() or not last.isdigit() or not int(first) <= clue.series.page <= int(last):
        return None
    behind = _SPAN_END.match(text, clue.end)
    if behind is None:
        return page if page != first else None
    end = plain_number(behind[1])
    end = page[: max(0, len(page) - len(end))] + end
    return f"{page}-{end}" if (page, end) != (first, last) else None


def _own_section(clause: Clause, parts: Anatomy, source: Source | None) -> Iterator[Range]:
    """Yield the number that is part of a source's name: the section of an act, the number of a bill."""
    own = source.get("section") if source else None
    if own and (found := re.search(rf"§ ?{re.escape(own)}(?![\w.])", clause.marked.text[slice(*parts.core)])):
        yield parts.core[0] + found.start(), parts.core[0] + found.end()
