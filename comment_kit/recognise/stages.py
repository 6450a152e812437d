"""Read the stage and the revision that a citation names: "second public draft", "2pd", "final", "Rev. 1"."""

from __future__ import annotations

import re

from comment_kit.model.sources import Source

_ORDINALS = ("initial", "second", "third", "fourth", "fifth")
_DRAFT = re.compile(
    r"\b(initial|first|second|third|fourth|fifth|final|revised|1st|2n?d|3r?d|[45]th)\s+"
    r"(?:(?:revised|public|pub\.|preliminary|prelim\.|discussion|working)\s+)*draft\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?<![a-z0-9])([2-5i]|f)pd(?![a-z0-9])", re.IGNORECASE)
"""How a body signs its drafts: "NIST SP 800-53 2pd"."""
_FINAL = re.compile(r"\bas finali[sz]ed\b|\bfinal (?:version|edition|ed\.|publication|guidance)(?!\w)", re.IGNORECASE)
_BARE_FINAL = re.compile(
    r"(?:as |the )?final(?:i[sz]ed)?(?:(?: version| edition| ed\.)?[ ,]*(?:\w{3,9}\.? )?\d{4})?$", re.IGNORECASE
)
_REVISION = re.compile(r",? ?\(?(?:(rev(?:ision|\.)?|r)|version|ver\.|v\.?) ?(\d+(?:\.\d+)*)(?![\w-])", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_SIGNED = {"i": "initial", "f": "final", **{str(number): word for number, word in enumerate(_ORDINALS, 1)}}
_STAGES = {"first": "initial", **{f"{number}{end}": word for number, word in enumerate(_ORDINALS, 1)
                                  for end in ("st", "d", "nd", "rd", "th")}}  # fmt: skip
_REVISED = ("edition", "version", "stage", "titleaddon", "revision")


def stage_in(words: str) -> str | None:
    """Return which draft ``words`` name: "initial", "second", "final"; None where they name none."""
    if found := _DRAFT.search(words):
        word = found[1].casefold()
        return _STAGES.get(word, word)
    if signed := _SIGN.search(words):
        return _SIGNED[signed[1].casefold()]
    return "final" if _FINAL.search(words) else None


def stage_said(words: str) -> str | None:
    """Return which draft ``words`` name that stand by themselves, in brackets or in an entry: "final" is one there."""
    return stage_in(words) or ("final" if _BARE_FINAL.match(words.strip()) else None)


def stage_named(stage: str) -> str:
    """Return how a stage is called: "second draft", "final"."""
    return stage if stage == "final" else f"{stage} draft"


def is_stage(words: str) -> bool:
    """Return whether ``words`` say nothing but a stage."""
    said = words.strip()
    return any(each.fullmatch(said) for each in (_DRAFT, _FINAL, _BARE_FINAL))


def other_revision(text: str, behind: int, source: Source) -> str | None:
    """Return the revision that stands right behind the name of ``source`` and that its entry does not bear, or None.

    Args:
        text: a line.
        behind: where the name ends.
        source: whose name it is.
    """
    found = _REVISION.match(text, behind)
    if not found:
        return None
    own = {number for field in _REVISED for number in _NUMBER.findall(source.get(field) or "")}
    number = found[2]
    # The first version of a paper seldom says that it is the first; a first revision is its second text.
    is_first = not own and not found[1] and number.partition(".")[0] == "1"
    return None if is_first or number in own or number.removesuffix(".0") in own else found[0].strip(" ,(")
