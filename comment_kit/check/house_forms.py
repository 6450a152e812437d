"""Say how a house would print each citation that somebody typed: its form, and its words with their type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.check.case import Case, HouseForm
from comment_kit.check.cited_places import effective_pinpoint
from comment_kit.model.citations import Citation, Form, StringCite
from comment_kit.model.letter import Footnote, Inline, Letter, notes_in_order
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.rewriting import rewritten
from comment_kit.resolve import resolve
from comment_kit.styles import Printer, Style, source_names


def declared(case: Case, style: Style, letter: Letter | None = None) -> Case:
    """Return ``case`` to be judged by ``style``.

    Args:
        case: of a letter that somebody typed.
        style: that it declares.
        letter: as ``untyped`` returns it, where several styles are tried.
    """
    judged = replace(case, policy=style.policy, house=house_forms(case, style, letter or untyped(case)))
    # What was typed is the same under any style, and takes longer to see than to judge.
    vars(judged).update(words=case.words, by_place=case.by_place)
    return judged


def house_forms(case: Case, style: Style, letter: Letter) -> Mapping[Cited, HouseForm]:
    """Return how ``style`` prints each typed citation whose source the library has, by place.

    The run of notes is resolved anew, as if its writer had named each source and left the form to the style. A form
    that a field of ours asks for is asked for again.
    """
    keys = tuple(dict.fromkeys(each.key for each in case.resolutions if each.key in case.library.sources))
    if not keys:
        return {}
    names = source_names(case.library, [key for key in keys if key], style)
    resolutions = resolve(letter, case.library, style.policy, names, as_of=case.as_of)
    numbers = {each.note.id: each.number for each in notes_in_order(letter) if each.number is not None}
    printer = Printer(library=case.library, style=style, notes=numbers)
    return {
        each.at: HouseForm(resolution=each, texts=tuple(printer.citation(way) for way in _ways(each)))
        for each in resolutions
        # Where the place could not be read, nobody can say how it is printed.
        if each.key in case.library.sources and each.citation.unread is None
    }


def _ways(resolution: Resolution) -> Iterator[Resolution]:
    """Yield ``resolution`` and those that say the same to a reader.

    A page that *Id.* would inherit may be printed, and whether the page of a label was typed or looked up, print does
    not tell.
    """
    citation, pinpoint = resolution.citation, resolution.citation.pinpoint
    yield resolution
    if not resolution.prints_pinpoint:
        yield replace(resolution, prints_pinpoint=True)
    looked_up = {page for label in pinpoint.labels for page in (label.first_page, label.last_page)}
    if pinpoint.pages and not pinpoint.notes and all(page.first in looked_up for page in pinpoint.pages):
        alone = replace(citation, pinpoint=Pinpoint(pinpoint.labels))
        yield replace(resolution, citation=alone, prints_pinpoint=True)


# ---- the letter as its writer meant it ----


class _Untyping(Struct, frozen=True):
    """Takes the printed forms out of one note."""

    case: Case
    note: Footnote
    number: int | None
    index: count[int]

    def line(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not any(isinstance(part, StringCite) for part in line):
            return line
        return tuple(self._string_cite(part) if isinstance(part, StringCite) else part for part in line)

    def _string_cite(self, cites: StringCite) -> StringCite:
        return replace(cites, citations=tuple(self._citation(each) for each in cites.citations))

    def _citation(self, citation: Citation) -> Citation:
        index = next(self.index)
        at = Cited(note_id=self.note.id, note_number=self.number, index=index)
        resolution = self.case.by_place.get(at)
        if resolution is None or resolution.key is None:
            return citation
        return replace(
            citation,
            key=resolution.key,
            form=self._asked(index),
            pinpoint=effective_pinpoint(resolution, self.case),
        )

    def _asked(self, index: int) -> Form | None:
        carried = self.case.facts.stored.get(self.note.id, ())
        return carried[index - 1].form if index <= len(carried) else None


def untyped(case: Case) -> Letter:
    """Return the letter as its writer meant it: the source of each citation named, and the form left to a style."""
    notes = dict(case.letter.notes)
    for called in notes_in_order(case.letter):
        untyping = _Untyping(case, called.note, called.number, count(1))
        notes[called.note.id] = replace(called.note, blocks=rewritten(called.note.blocks, untyping.line))
    return replace(case.letter, notes=notes)
