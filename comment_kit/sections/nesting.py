"""Say which part of a source lies inside which, by their labels and the pages that they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from comment_kit.model.pinpoints import label_key

_SIGNS = "§¶"


class Part(Struct, frozen=True, kw_only=True):
    """A part of a source, and the first and the last sheet that it stands on."""

    label: str
    """As the table has it: "§ 4.1(a)", "Practice 1.1"."""
    key: str
    """The label as tables compare it (``label_key``)."""
    sort: str
    """What labels of its sort begin with: "§", "practice"."""
    first: int
    last: int

    def is_within(self, other: Part) -> bool:
        """Return whether its number makes it a part of ``other``: "§ 4.1(a)" of "§ 4.1" and of "§ 4"."""
        return self.key.startswith(other.key) and self.key[len(other.key) : len(other.key) + 1] in {".", "("}


def part(label: str, first: int, last: int) -> Part:
    """Return the part that ``label`` names, which stands on the sheets from ``first`` to ``last``."""
    sort = label[0] if label[0] in _SIGNS else label.partition(" ")[0].casefold()
    return Part(label=label, key=label_key(label), sort=sort, first=first, last=last)


class Nested(Struct, frozen=True):
    """How one of many parts lies to the others, which are told by their numbers from 0."""

    above: tuple[int, ...]
    """Those inside which it lies, the outermost first."""
    until: int
    """The first behind it that is not inside it; the count of all where there is none."""


def nested(parts: Sequence[Part]) -> tuple[Nested, ...]:
    """Return how each of ``parts``, in the order of the document, lies to the others.

    A part of another sort than those before it lies inside the one that stands before it, as long as that reaches as
    far: "Practice 1.1" in "Objective 1", and not "Appendix A" in it.
    """
    open_: list[int] = []
    above: list[tuple[int, ...]] = []
    until = [len(parts)] * len(parts)
    for number, each in enumerate(parts):
        while open_ and not _lies_in(each, [parts[other] for other in open_]):
            until[open_.pop()] = number
        above.append(tuple(open_))
        open_.append(number)
    return tuple(Nested(*each) for each in zip(above, until, strict=True))


def _lies_in(part: Part, open_: Sequence[Part]) -> bool:
    """Return whether ``part`` lies inside the last of those that are open."""
    last = open_[-1]
    if part.sort == last.sort:
        return part.is_within(last)
    # A sort that was open before comes again only when what lies in its last part is over.
    if any(part.sort == each.sort and not part.is_within(each) for each in open_):
        return False
    return last.first <= part.first <= part.last <= last.last
