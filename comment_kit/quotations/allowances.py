"""Read from the parentheticals of a citation what the writer says was done to the quotation."""

import re
from collections.abc import Iterable

from msgspec import Struct

from comment_kit.model.quotations import Difference

_EMPHASIS = re.compile(
    r"\bemphas[ei]s (?:\w+ )?(?:added|mine|supplied)\b|\bemphases added\b|\bitalics (?:added|mine)\b", re.IGNORECASE
)
_EMPHASIS_OMITTED = re.compile(r"\bemphas[ei]s (?:in original )?omitted\b", re.IGNORECASE)
_MARKS = re.compile(r"\binternal (?:quotation marks|quotations|quotes|marks)\b.*\bomitted\b", re.IGNORECASE)
_CITATIONS = re.compile(r"\bcitations?\b.*\bomitted\b|\bcitation modified\b", re.IGNORECASE)
_FOOTNOTES = re.compile(r"\bfoot ?notes?\b.*\bomitted\b", re.IGNORECASE)
_CLEANED = re.compile(r"\bcleaned[ -]up\b|\bcitation modified\b", re.IGNORECASE)
_ALTERATIONS = re.compile(r"\balterations? (?:omitted|adopted|incorporated)\b", re.IGNORECASE)

_CITATION = re.compile(
    r"\b(?:see|cf\.|id\.|supra|infra|accord)\b|§|¶|\b\d+ (?:U\.S|F\.|Fed|C\.F\.R|S\. ?Ct|Stat)|\bv\. |\(\d{4}\)|"
    r"\b(?:Part|Section|note) [IVX\d]",
    re.IGNORECASE,
)


class Allowances(Struct, frozen=True, kw_only=True):
    """What may differ because the writer says so."""

    emphasis_added: bool
    emphasis_omitted: bool
    marks: bool
    """Inner quotation marks may be gone."""
    citations: bool
    footnotes: bool
    alterations: bool
    """Brackets and dots of the source may be gone, and the capitals they stood for."""

    def forgives(self, difference: Difference) -> bool:
        """Return whether ``difference`` is of a sort that the writer has announced."""
        quoted, source = difference.quoted.strip(), difference.source.strip()
        if self.alterations and quoted.casefold() == source.casefold():
            return True
        if quoted.strip("., "):
            return False
        left_out = source.strip(" ,.;")
        if self.alterations and not any(map(str.isalnum, left_out)):
            return True
        return self.citations and is_citation(left_out)


def allowances(remarks: Iterable[str]) -> Allowances:
    """Return what ``remarks``, parentheticals without their brackets, announce."""
    said = "; ".join(remarks)
    cleaned = bool(_CLEANED.search(said))
    return Allowances(
        emphasis_added=bool(_EMPHASIS.search(said)),
        emphasis_omitted=cleaned or bool(_EMPHASIS_OMITTED.search(said)),
        marks=cleaned or bool(_MARKS.search(said)),
        citations=cleaned or bool(_CITATIONS.search(said)),
        footnotes=cleaned or bool(_FOOTNOTES.search(said)),
        alterations=cleaned or bool(_ALTERATIONS.search(said)),
    )


def is_citation(words: str) -> bool:
    """Return whether ``words`` cite an authority, as words may that are left out without dots."""
    return bool(_CITATION.search(words))
