"""Tell which source a sentence names as the one that speaks the quoted words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from comment_kit.model.letter import Inline, Mention
from comment_kit.quotations.lines import Line
from comment_kit.quotations.sentences import HOLE

SAYS = (
    r"(?:says?|said|states?|stated|writes?|wrote|notes?|noted|explains?|explained|concludes?|concluded|finds?|found|"
    r"observes?|observed|acknowledges?|acknowledged|recommends?|recommended|warns?|warned|argues?|argued|asserts?|"
    r"asserted|claims?|claimed|declares?|declared|defines?|defined|describes?|described|directs?|directed|provides?|"
    r"provided|requires?|required|recognizes?|recognized|reports?|reported|suggests?|suggested|asks?|asked|adds?|added|"
    r"identif(?:y|ies|ied)|outlines?|outlined|reads?|opens?|opened|advises?|advised|proposes?|proposed|emphasizes?|"
    r"emphasized|stresses|stressed|cautions?|cautioned|admits?|admitted|calls?|called|reasons?|reasoned|instructs?|"
    r"instructed|tells?|told|announces?|announced)"
)
"""A verb of saying, as a piece of a pattern."""
SPEAKS = re.compile(rf"\b{SAYS}[\s,:]*$", re.IGNORECASE)
"""A verb of saying at the end of the words before an opening mark: what follows is a sentence of its own."""
_AFTER_NAME = re.compile(rf"(?:[\s,]+[\w'\u2019-]+){{0,5}}?[\s,]+{SAYS}\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)(?:\s+\w+ly)?\s+(?:\w+ed|told)$")
_BEFORE_NAME = re.compile(r"(?:\bin|\baccording to|\bas|\bper|\bunder)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_SAYS_NAME = re.compile(rf"[\s,]*{SAYS}\s+(?:the\s+)?", re.IGNORECASE)
_NAME_SAYS = re.compile(rf"(?:[\s,]+[\w'\u2019-]+){{0,3}}?[\s,]+{SAYS}\b", re.IGNORECASE)
_ONLY_THE = re.compile(r"[\s,]*(?:the\s+)?", re.IGNORECASE)


class Speakers:
    """The names under which a letter speaks of its sources."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take ``names``: the key of a source by each name that running text may call it."""
        self._names = names
        longest_first = sorted(filter(None, names), key=len, reverse=True)
        self._any = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None
        )

    def speaker(self, line: Line, sentence: tuple[int, int], opens: int, closes: int) -> str | None:
        """Return the key of the source that a sentence names as the speaker of the quotation in it, or None.

        The name nearest before the quotation counts; behind it, only one that speaks directly there.
        """
        before = [each for each in self.named(line, sentence[0], opens) if _speaks_before(line.text, each, opens)]
        if before:
            return before[-1][2]
        behind = (each for each in self.named(line, closes, sentence[1]) if _speaks_behind(line.text, each, closes))
        return next((key for _, _, key in behind), None)

    def named(self, line: Line, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield each source named between ``start`` and ``end`` with the place of its name, in order."""
        holes = line.holes[bisect_left(line.holes, start, key=_at) : bisect_left(line.holes, end, key=_at)]
        found = [(at, at + 1, part.key) for at, part in holes if isinstance(part, Mention)]
        if self._any is not None:
            found += [
                (each.start(), each.end(), self._names[each[0]]) for each in self._any.finditer(line.text, start, end)
            ]
        yield from sorted(found)

    def key_in(self, words: str) -> str | None:
        """Return the key of the first source named in ``words``, or None."""
        found = self._any.search(words) if self._any is not None else None
        return self._names[found[0]] if found else None


def _at(hole: tuple[int, Inline]) -> int:
    return hole[0]


def _speaks_before(text: str, name: tuple[int, int, str], opens: int) -> bool:
    start, end, _ = name
    behind = text[end:opens]
    if HOLE in behind and "," not in behind:
        behind = behind.replace(HOLE, "")
    says = _AFTER_NAME.match(behind)
    # "NIST is directed to": whoever is told something speaks nothing.
    if says and not _PASSIVE.search(says[0]):
        return True
    return bool(_BEFORE_NAME.search(text, max(0, start - 20), start))


def _speaks_behind(text: str, name: tuple[int, int, str], closes: int) -> bool:
    """Return whether it is '"...," says NAME' or '"...," NAME says'."""
    start, end, _ = name
    between = text[closes:start]
    if _SAYS_NAME.fullmatch(between):
        return True
    return bool(_ONLY_THE.fullmatch(between)) and bool(_NAME_SAYS.match(text, end))
