"""Find addresses and what they tell: a document number, a preprint, a DOI."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.identities import address_identities, arxiv
from comment_kit.recognise.identities import preprints as preprints_in
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line


def addresses(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield each address by the first thing it tells that the library knows, else by itself."""
    for start, end in groups.addresses:
        told = tuple(address_identities(line.text[start:end]))
        known = next((identity for identity in told if index.named_by(identity)), told[0])
        yield Clue(start=start, end=end, rank=Rank.ADDRESS, identity=known)


def preprints(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield preprints named by number: "arXiv:2408.00761"."""
    del groups, index
    for found in preprints_in(line.text):
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=arxiv(found[1], found[2]))
