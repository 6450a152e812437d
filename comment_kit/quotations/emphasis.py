"""Compare the italics of a quotation with those of its source."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from comment_kit.model.quotations import Remark
from comment_kit.model.text import Span, Text
from comment_kit.quotations.allowances import Allowances
from comment_kit.quotations.findings import EMPHASIS_DROPPED, EMPHASIS_UNKNOWN, EMPHASIS_UNSAID, NEEDLESS_EMPHASIS
from comment_kit.quotations.search import Hit

_CONVENTION = re.compile(
    r"(?:but |see )*(?:e\.? ?g|i\.? ?e|id|ibid|see|see,? also|see generally|cf|accord|contra|supra|infra|inter alia|"
    r"et seq|et al|sic|passim|per se|de novo|de minimis|ex ante|ex post|prima facie|quoting|citing)[.,;:\s]*",
    re.IGNORECASE,
)
_CASE_NAME = re.compile(r"\bv\. |^In re |^Ex parte ", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTICLES = "a an the of to in on at by for with from and or as"
_SMALL = frozenset(_PARTICLES.split())
_NEARLY_ALL = 0.9
_LEAST = 2
"""Letters: fewer are a slip of the type, no emphasis."""


def emphasis_remarks(hit: Hit, words: Text, allowed: Allowances, *, alone: bool) -> Iterator[Remark]:
    """Yield what is to be said of italics that the quotation has and the source has not, or the other way round.

    ``alone`` says that what the citation announces is announced of this quotation and of no other.
    """
    ours = _italic_runs(words)
    everything = bool(ours) and _covers(ours, len(hit.pattern.words))
    italics = hit.prepared.stream.italics
    is_plain = not any(_is_set_off(span) for span in words)
    if allowed.emphasis_added and is_plain and alone:
        yield _needless()
    emphasized = [] if everything else [run for run in ours if not _conventional(hit.pattern.words[run[0] : run[1]])]
    if italics is None:
        if emphasized and not allowed.emphasis_added:
            yield _unknown(hit.pattern.words[slice(*emphasized[0])])
        return
    added, dropped = _compared(hit, ours, italics)
    added = [] if everything else [each for each in added if not _conventional(each)]
    dropped = (
        [] if _all_italic(hit, italics) else [each for each in dropped if not _is_heading(each, hit.pattern.words)]
    )
    if added and not allowed.emphasis_added:
        yield Remark(
            finding=EMPHASIS_UNSAID,
            message=f"the source does not emphasize “{added[0]}”",
            hint="add (emphasis added), or take the italics away",
        )
    if dropped and not allowed.emphasis_omitted:
        yield Remark(
            finding=EMPHASIS_DROPPED,
            message=f"the source emphasizes “{dropped[0]}”",
            hint="set it in italics, or add (emphasis omitted)",
        )
    if allowed.emphasis_added and not added and alone and not is_plain:
        yield _needless()


def _needless() -> Remark:
    return Remark(
        finding=NEEDLESS_EMPHASIS,
        message="(emphasis added) is said, but no emphasis was added",
        hint="take the parenthetical away, or set the words in italics",
    )


def _is_set_off(span: Span) -> bool:
    return span.italic or span.bold or span.small_caps


def _unknown(words: str) -> Remark:
    return Remark(
        finding=EMPHASIS_UNKNOWN,
        message=f"could not decide whether the source emphasizes “{words.strip()}”: the text added shows no italics",
        hint="look at the page; if the emphasis is yours, add (emphasis added)",
    )


def _italic_runs(words: Text) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    at = 0
    for span in words:
        end = at + len(span.text)
        if span.italic and any(map(str.isalnum, span.text)):
            runs.append((at, end))
        at = end
    return runs


def _covers(runs: list[tuple[int, int]], length: int) -> bool:
    """Return whether nearly all of a text is italic: then it is a way of setting quotations."""
    return sum(end - start for start, end in runs) > _NEARLY_ALL * length


def _compared(
    hit: Hit, ours: list[tuple[int, int]], theirs: tuple[tuple[int, int], ...]
) -> tuple[list[str], list[str]]:
    """Return the runs of words that are italic in the quotation alone, and those that are in the source alone."""
    added: list[list[int]] = [[]]
    dropped: list[list[int]] = [[]]
    for number, literal in enumerate(hit.pattern.literals):
        offsets = hit.prepared.offsets(hit.starts[number], hit.end(number))
        for quoted, source in zip(literal.offsets, offsets, strict=True):
            here, there = _within(ours, quoted), _within(theirs, source)
            _extend(added, quoted, belongs=here and not there)
            _extend(dropped, quoted, belongs=there and not here)
    words = hit.pattern.words
    return _texts(words, added), _texts(words, dropped)


def _extend(runs: list[list[int]], at: int, *, belongs: bool) -> None:
    if belongs:
        runs[-1].append(at)
    elif runs[-1]:
        runs.append([])


def _texts(words: str, runs: list[list[int]]) -> list[str]:
    texts = (words[run[0] : run[-1] + 1] for run in runs if len(run) >= _LEAST)
    return [text for text in texts if any(map(str.isalpha, text))]


def _within(runs: list[tuple[int, int]] | tuple[tuple[int, int], ...], at: int) -> bool:
    index = bisect_right(runs, (at, float("inf"))) - 1
    return index >= 0 and runs[index][0] <= at < runs[index][1]


def _all_italic(hit: Hit, italics: tuple[tuple[int, int], ...]) -> bool:
    """Return whether the whole passage is italic, as a heading that runs in is."""
    literals = range(len(hit.starts))
    offsets = [hit.prepared.offset(hit.starts[each]) for each in literals]
    ends = [hit.prepared.offset(hit.end(each) - 1) for each in literals]
    return all(_within(italics, at) for at in (*offsets, *ends))


def _is_heading(words: str, quoted: str) -> bool:
    """Return whether convention sets ``words`` in italics, or they are a heading that runs in: "*Costs.* They ..."."""
    behind = quoted[quoted.find(words) + len(words) :][:1]
    return _conventional(words) or (words[0].isupper() and (words[-1] in ".:" or behind in {".", ":"}))


def _conventional(words: str) -> bool:
    """Return whether convention sets ``words`` in italics: *e.g.*, the name of a case, a title."""
    words = words.strip()
    if _CONVENTION.fullmatch(words) or _CASE_NAME.search(words):
        return True
    principal = [word for word in _WORD.findall(words) if word.casefold() not in _SMALL]
    return len(principal) > 1 and all(word[0].isupper() for word in principal)
