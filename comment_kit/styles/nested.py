"""Print the authorities cited inside a parenthetical, which are no antecedents and leave no trace in the run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from comment_kit.model.citations import Citation, Form, StringCite
from comment_kit.model.policy import Again
from comment_kit.model.resolutions import Cited, Position, Resolution
from comment_kit.model.sources import Recall, Source
from comment_kit.model.text import Span, Text
from comment_kit.styles.printing import Printer


class NestedCitations(Struct, frozen=True, kw_only=True, dict=True):
    """The citations inside the parentheticals of one letter."""

    resolutions: tuple[Resolution, ...]
    """Of the citations outside of them, in order."""
    printer: Printer

    @cached_property
    def _order(self) -> Mapping[Cited, int]:
        return {each.at: index for index, each in enumerate(self.resolutions)}

    def string_cite(self, cites: StringCite, around: Resolution) -> Text:
        """Return the citations of a bracket inside a parenthetical of ``around``, joined by semicolons."""
        spans: list[Span] = []
        for citation in cites.citations:
            if spans:
                spans.append(Span(text="; "))
            spans += self.printer.citation(self._resolution(citation, around))
        return tuple(spans)

    def _resolution(self, citation: Citation, around: Resolution) -> Resolution:
        full, last = self._before(citation.key, around)
        source = self.printer.library.sources.get(citation.key) if citation.key else None
        form = self._form(source, full, last, around)
        return Resolution(
            citation=citation,
            at=around.at,
            key=citation.key,
            position=Position.NEAR if full else Position.FIRST,
            form=citation.form or form,
            first_full=full.at if full else None,
            last_cited=last.at if last else None,
            name=full.name if full else None,
            starts_sentence=False,
        )

    def _before(self, key: str | None, around: Resolution) -> tuple[Resolution | None, Resolution | None]:
        """Return where the source was cited in full and where last, up to the citation with the parenthetical."""
        cited = [each for each in self.resolutions[: self._order.get(around.at, 0) + 1] if each.key == key]
        full = next((each for each in cited if each.form is Form.FULL), None)
        return full, cited[-1] if cited else None

    def _form(
        self, source: Source | None, full: Resolution | None, last: Resolution | None, around: Resolution
    ) -> Form:
        """Return the short form of what was cited in full, the full form of anything else."""
        if source is None or full is None or last is None:
            return Form.FULL
        policy = self.printer.style.policy
        match policy.again:
            case Again.FULL:
                return Form.FULL
            case Again.DESIGNATION:
                return Form.SHORT if source.get("shorthand") else Form.FULL
            case Again.SUPRA if source.kind.recall is Recall.SUPRA:
                return Form.SUPRA
            case Again.SUPRA:
                near = source.kind.recall is Recall.SHORT_ANYWHERE or policy.window is None
                return Form.SHORT if near or _notes_between(last.at, around.at) <= (policy.window or 0) else Form.FULL


def _notes_between(there: Cited, here: Cited) -> int:
    """Return how many notes back ``there`` is; the note itself is none."""
    return (here.note_number or 0) - (there.note_number or 0)
