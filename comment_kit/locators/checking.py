"""Say what in a pinpoint cannot be: a page outside its source, a part on other pages than those written."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.locators.findings import NOT_ON_PAGE, PAGE_OUTSIDE, UNPAGINATED
from comment_kit.locators.labels import Labels
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.page_words import page_words
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.sources import Source

Pages = tuple[str, str]
"""The first and the last page of a run."""

_BEFORE_THE_FIRST = "look the page up in the source; how many pages it has in all is its 'pagetotal'"


def check_pinpoint(pinpoint: Pinpoint, source: Source, labels: Labels, location: Location) -> Iterator[Diagnostic]:
    """Yield what is wrong with ``pinpoint`` as a place of ``source``."""
    if pinpoint.pages and not source.kind.paginated and source.first_page is None:
        yield UNPAGINATED.at(
            location,
            f"a {source.kind.name} prints no pages; '{source.key}' is cited at {pinpoint.pages[0].first}",
            hint="cite it as a whole, or give its entry 'pagetotal' if this copy is paginated",
        )
    yield from _outside(pinpoint, source, location)
    for what, written, lawful in _placed(pinpoint, labels):
        if not any(_overlap(pages, own) for pages in written for own in lawful):
            found = " or ".join(dict.fromkeys(page_words(*own) for own in lawful))
            yield NOT_ON_PAGE.at(
                location,
                f"{what} of {source.key} is not on {page_words(*written[0])}",
                hint=f"the pinpoint table has it on {found}",
            )


def _outside(pinpoint: Pinpoint, source: Source, location: Location) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page written that the span of the source does not hold."""
    first, last = source.first_page, source.last_page
    if not (first and first.isdecimal() and (last is None or last.isdecimal())):
        return
    written = [page for pages in _written(pinpoint) for page in pages]
    written += [note.page for note in pinpoint.notes if note.page]
    for page in dict.fromkeys(written):
        if page.isdecimal() and not int(first) <= int(page) <= int(last or page):
            span = f"has pages {first}-{last}" if last else f"begins on page {first}"
            yield PAGE_OUTSIDE.at(
                location,
                f"page {page} is outside {source.key}, which {span}",
                hint="look the page up in the source" if last else _BEFORE_THE_FIRST,
            )


def _placed(pinpoint: Pinpoint, labels: Labels) -> Iterator[tuple[str, list[Pages], list[Pages]]]:
    """Yield each part that has a place of its own: its name, the pages written with it, and those it stands on."""
    written = _written(pinpoint)
    for label in pinpoint.labels:
        if written and label.first_page:
            own = (label.first_page, label.last_page or label.first_page)
            leads = labels.introduction(label)
            yield label.label, written, [own, (leads, leads)] if leads else [own]
    for note in pinpoint.notes:
        row = labels.row(f"n.{note.first}")
        if row and note.page:
            called = [(row.called_on, row.called_on)] if row.called_on else []
            yield f"note {note.first}", [(note.page, note.page)], [(row.first_page, row.last_page), *called]


def _written(pinpoint: Pinpoint) -> list[Pages]:
    return [(page.first, page.last or page.first) for page in pinpoint.pages]


def _overlap(one: Pages, other: Pages) -> bool:
    numbers = [*one, *other]
    if not all(number.isdecimal() for number in numbers):
        return one[0] in other or one[1] in other
    return int(one[0]) <= int(other[1]) and int(other[0]) <= int(one[1])
