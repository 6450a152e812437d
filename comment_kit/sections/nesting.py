"""Say which part of a source lies inside which, by their labels and the pages that they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from comment_kit.model.pinpoints import label_key

_SIGNS = "§¶"


class Part(Struct, frozen=True, kw_only=True):
    """A part of a source, by its label, and the first and the last sheet that it stands on."""

    label: str
    first: int
    last: int


def ends_of(parts: Sequence[Part]) -> tuple[tuple[int, ...], ...]:
    """Return, for each of ``parts`` in the order of the document, the numbers of those inside which it lies.

    They are counted from 0, the outermost first. A part of another sort than those before it lies inside the one that
    stands before it, as long as that reaches as far: "Practice 1.1" in "Objective 1", and not "Appendix A" in it.
    """
    open_: list[int] = []
    found: list[tuple[int, ...]] = []
    for number, part in enumerate(parts):
        while open_ and not _lies_in(part, parts[open_[-1]], [parts[each] for each in open_]):
            open_.pop()
        found.append(tuple(open_))
        open_.append(number)
    return tuple(found)


def _lies_in(part: Part, other: Part, open_: Sequence[Part]) -> bool:
    """Return whether ``part`` lies inside ``other``, the last of those that are open."""
    if sort_of(part.label) == sort_of(other.label):
        return is_within(part.label, other.label)
    # A sort that was open before comes again only when what lies in its last part is over.
    if any(sort_of(part.label) == sort_of(each.label) and not is_within(part.label, each.label) for each in open_):
        return False
    return other.first <= part.first <= part.last <= other.last


def sort_of(label: str) -> str:
    """Return what labels of one sort begin with: "§", "Practice"."""
    return label[0] if label[0] in _SIGNS else label.partition(" ")[0].casefold()


def is_within(label: str, other: str) -> bool:
    """Return whether ``label`` names a part of ``other`` by its number: "§ 4.1(a)" of "§ 4.1" and of "§ 4"."""
    inner, outer = label_key(label), label_key(other)
    return inner.startswith(outer) and inner[len(outer) : len(outer) + 1] in {".", "("}
