"""Make plain words of fields that belong to a program or a machine, and leave those that a reader needs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from comment_kit.docx.filing.paths import is_path
from comment_kit.docx.package import Element

_READ = "NOTEREF FTNREF REF PAGEREF TOC TOA TA TC XE INDEX PAGE NUMPAGES SECTION SECTIONPAGES SEQ STYLEREF HYPERLINK"
_WITHOUT_RESULT = (
    "EQ SYMBOL ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT FORMCHECKBOX FORMDROPDOWN MACROBUTTON GOTOBUTTON"
)
LIVE = frozenset([*_READ.split(), *_WITHOUT_RESULT.split()])
"""The fields that stay. Of all others, the author's name and today's date among them, the words stay as they stand."""

_DEEPEST = 50
"""Fields that stand in one another; where more are open, some were never closed."""


class _Open(Struct):
    """A field that is open at some point of a story."""

    words: list[str] = field(default_factory=list)
    machinery: list[Element] = field(default_factory=list)
    """Everything of it that is not its result."""
    separated: bool = False


def make_plain(root: Element, word: str) -> None:
    """Take out of a story the machinery of every field that is not to stay; its result stays where it is."""
    doomed: list[Element] = []
    waiting: list[_Open] = []
    for run in root.iter(f"{{{word}}}r"):
        for child in run:
            if child.tag != f"{{{word}}}rPr":
                doomed += _taken(child, waiting, word)
    _remove(doomed, word)
    for simple in list(root.iter(f"{{{word}}}fldSimple")):
        if not is_live(simple.get(f"{{{word}}}instr", "")):
            unwrap(simple)


def is_live(instruction: str) -> bool:
    """Return whether the field with this instruction stays a field."""
    name, target, *_ = (*instruction.split(maxsplit=2), "", "")
    if name.startswith("="):
        return True
    return name.upper() in LIVE and not (name.upper() == "HYPERLINK" and is_path(target))


def unwrap(element: Element, without: Iterable[str] = ()) -> None:
    """Put the children of ``element`` in its place, but for those with the names ``without``."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    kept = [child for child in element if str(child.tag).rpartition("}")[2] not in without]
    parent[at : at + 1] = kept


def _taken(child: Element, waiting: list[_Open], word: str) -> list[Element]:
    """Follow one child of a run; return the machinery of the field that it ends, where that is not to stay."""
    kind = child.get(f"{{{word}}}fldCharType") if child.tag == f"{{{word}}}fldChar" else None
    if kind == "begin":
        waiting.append(_Open())
        del waiting[:-_DEEPEST]
    for each in waiting:
        if not each.separated:
            each.machinery.append(child)
    if not waiting:
        return []
    innermost = waiting[-1]
    if child.tag == f"{{{word}}}instrText" and not innermost.separated:
        innermost.words.append(child.text or "")
    elif kind == "separate":
        innermost.separated = True
    elif kind == "end":
        ended = waiting.pop()
        return [] if is_live("".join(ended.words)) else [*ended.machinery, child]
    return []


def _remove(doomed: Iterable[Element], word: str) -> None:
    for element in dict.fromkeys(doomed):
        run = element.getparent()
        if run is not None:
            run.remove(element)
            above = run.getparent()
            if above is not None and all(child.tag == f"{{{word}}}rPr" for child in run):
                above.remove(run)
