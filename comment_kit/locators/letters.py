"""Read every locator of a letter, and know every source that it names."""

from __future__ import annotations

from msgspec.structs import replace

from comment_kit.locators.findings import UNKNOWN_SOURCE
from comment_kit.locators.reading import read_locator
from comment_kit.locators.wording import choice
from comment_kit.model.citations import Citation, Parenthetical, StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Inline, Letter, Mention
from comment_kit.model.pinpoints import WHOLE
from comment_kit.model.places import Location
from comment_kit.model.rewriting import with_lines
from comment_kit.model.sources import Library


def pinpointed(letter: Letter, library: Library) -> tuple[Letter, tuple[Diagnostic, ...]]:
    """Return ``letter`` with the locator of every citation read into its pinpoint, and what was wrong with any.

    A source that is only mentioned must be known too.
    """
    diagnostics: list[Diagnostic] = []

    def change(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return _looked_up(line, library, diagnostics)

    return with_lines(letter, change), tuple(diagnostics)


def _looked_up(line: tuple[Inline, ...], library: Library, diagnostics: list[Diagnostic]) -> tuple[Inline, ...]:
    if not any(isinstance(part, (Mention, StringCite)) for part in line):
        return line
    mentions = (part for part in line if isinstance(part, Mention) and part.key not in library.sources)
    diagnostics.extend(unknown_source(each.key, each.location, library) for each in mentions)
    return tuple(_string_cite(part, library, diagnostics) if isinstance(part, StringCite) else part for part in line)


def _string_cite(cites: StringCite, library: Library, diagnostics: list[Diagnostic]) -> StringCite:
    citations = tuple(_citation(citation, library, diagnostics) for citation in cites.citations)
    return StringCite(citations=citations, location=cites.location)


def _citation(citation: Citation, library: Library, diagnostics: list[Diagnostic]) -> Citation:
    source = library.sources.get(citation.key) if citation.key else None
    pinpoint = WHOLE
    if source is None:
        diagnostics.append(unknown_source(citation.key or "", citation.location, library))
    elif citation.locator:
        table = library.tables.get(source.key)
        pinpoint, wrong = read_locator(citation.locator, source, table, citation.location)
        diagnostics.extend(wrong)
    parentheticals = tuple(
        Parenthetical(content=_looked_up(parenthetical.content, library, diagnostics))
        for parenthetical in citation.parentheticals
    )
    return replace(citation, pinpoint=pinpoint, parentheticals=parentheticals)


def unknown_source(key: str, location: Location, library: Library) -> Diagnostic:
    """Return the diagnostic for a key that ``library`` does not have, with the nearest ones it has."""
    if key in library.left_out:
        return UNKNOWN_SOURCE.at(
            location,
            f"the entry of '{key}' cannot be used",
            hint=f"mend it: {library.left_out[key]}",
            related=(library.left_out[key],),
        )
    nearest = library.nearest(key)
    known = f"did you mean {choice(nearest)}?" if nearest else "'comment-kit cite list' shows the keys there are"
    return UNKNOWN_SOURCE.at(location, f"no source has the key '{key}'", hint=known)
