"""Say what each bracket replaced and each ellipsis left out, and what is odd about them."""

import re
from collections.abc import Iterator

from comment_kit.model.quotations import Remark, Swap
from comment_kit.quotations.allowances import Allowances
from comment_kit.quotations.between import gap_texts
from comment_kit.quotations.characters import BONES, in_word
from comment_kit.quotations.findings import (
    BRACKET_DROPPED,
    DOTS_AT_START,
    EMPTY_FOR_WORDS,
    FOOTNOTE_OMITTED,
    NEEDLESS_BRACKET,
    NOTHING_CUT,
    NUMBER_OF_DOTS,
    STITCHED,
)
from comment_kit.quotations.pattern import Gap, Sort
from comment_kit.quotations.search import Hit, passage
from comment_kit.quotations.sentences import sentence_end, sentence_ends, sentence_start
from comment_kit.quotations.turned import Filled, turned

_MOST_WORDS = 12
_HEADING = re.compile(r"(?:^|\W)[A-Z][a-z]+ (?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.:] *$")
_FULL_DOTS = 4
_ENDING = re.compile(r"\w*")


def fillings(hit: Hit) -> tuple[Filled, ...]:
    """Return every bracket and ellipsis of the quotation with the source's words for it."""
    inner = [_filled(gaps, text) for gaps, text in gap_texts(hit)]
    return tuple(each for run in (_opening(hit), *inner, _closing(hit)) for each in run)


def _filled(gaps: tuple[Gap, ...], text: str) -> tuple[Filled, ...]:
    """Return the gaps between two literals: several of them share one stretch of the source.

    The end of a word is no more than that: of "address[es] . . . the risks", the dots left out the rest.
    """
    marks = [gap for gap in gaps if gap.sort is not Sort.REMARK or gap.reach]
    if len(marks) > 1 and marks[0].glued_before and marks[1].sort is Sort.ELLIPSIS:
        ending = _ENDING.match(text)
        behind = ending.end() if ending else 0
        return (Filled(marks[0], text[:behind]), *_filled(tuple(marks[1:]), text[behind:]))
    text = text.strip()
    if len(marks) > 1 and marks[-1].sort is Sort.CAPITAL:
        return (*(Filled(gap, text[:-1].strip()) for gap in marks[:-1]), Filled(marks[-1], text[-1:]))
    return tuple(Filled(gap, text) for gap in marks)


def _opening(hit: Hit) -> tuple[Filled, ...]:
    gaps, text = hit.pattern.gaps[0], hit.prepared.stream.text
    if not gaps:
        return ()
    literal, (start, _) = hit.prepared.offset(hit.starts[0]), passage(hit)
    if gaps[-1].glued_after:
        return (Filled(gaps[-1], text[start:literal]),)
    same = _same_before(text, literal, gaps[-1].content)
    if same:
        return (Filled(gaps[-1], same),)
    sentence = text[sentence_start(text, literal) : literal].strip()
    short = len(sentence.split()) <= _MOST_WORDS
    return tuple(Filled(gap, sentence if short else "", certain=False) for gap in gaps if gap.sort is Sort.WORDS)


def _same_before(text: str, literal: int, words: str) -> str:
    """Return what stands before ``literal`` if it is ``words`` but for capitals, as "a" is for "[A]"; "" otherwise."""
    source = text[:literal].rstrip()[-len(words) :] if words else ""
    return source if source.casefold() == words.casefold() and len(source) == len(words) else ""


def _closing(hit: Hit) -> tuple[Filled, ...]:
    gaps, text = hit.pattern.gaps[-1], hit.prepared.stream.text
    end = hit.prepared.offset(hit.end(-1) - 1) + 1
    if gaps and gaps[0].glued_before:
        return (Filled(gaps[0], text[end : passage(hit)[1]]),)
    sentence = text[end : sentence_end(text, end)].strip(" .")
    short = len(sentence.split()) <= _MOST_WORDS
    return tuple(Filled(gap, sentence if short else "", certain=False) for gap in gaps if gap.sort is Sort.WORDS)


def replaced(filled: tuple[Filled, ...]) -> tuple[Swap, ...]:
    """Return what each bracket with words or letters in it stands for."""
    return tuple(Swap(each.gap.mark, each.source) for each in filled if each.gap.content and _is_bracket(each.gap))


def swallowed(filled: tuple[Filled, ...]) -> tuple[Swap, ...]:
    """Return what each ellipsis and each empty bracket left out."""
    left_out = {Sort.ELLIPSIS, Sort.EMPTY, Sort.REMARK}
    return tuple(Swap(each.gap.mark, each.source) for each in filled if each.gap.sort in left_out)


def _is_bracket(gap: Gap) -> bool:
    return gap.sort in {Sort.WORDS, Sort.ENDING, Sort.CAPITAL, Sort.PUNCTUATION}


def gap_remarks(hit: Hit, filled: tuple[Filled, ...], allowed: Allowances) -> Iterator[Remark]:
    """Yield what is to be said of the brackets and dots of the quotation, and of those that it lacks."""
    if any(gap.sort is Sort.ELLIPSIS for gap in hit.pattern.gaps[0]):
        yield Remark(
            finding=DOTS_AT_START,
            message="the quotation begins with dots",
            hint="put the first letter in brackets, or quote the words as a phrase",
        )
    for each in filled:
        if _is_bracket(each.gap):
            yield from _needless(hit, each)
            yield from turned(each, hit.pattern.words)
        elif each.gap.sort is Sort.EMPTY:
            yield from _empty(each)
            yield from turned(each, hit.pattern.words)
    yield from _dots(hit)
    yield from _dropped(hit, allowed)
    yield from _stitched(hit)


def _needless(hit: Hit, filled: Filled) -> Iterator[Remark]:
    if not filled.certain or "[" in filled.source or _in_source_bracket(hit, filled.source):
        return
    if filled.source and _bones(filled.source) == _bones(filled.gap.content):
        yield Remark(
            finding=NEEDLESS_BRACKET,
            message=f"needless bracket: the source has “{filled.source}” where the quotation has “{filled.gap.mark}”",
            hint="take the brackets away",
        )


def _in_source_bracket(hit: Hit, words: str) -> bool:
    start, end = passage(hit)
    return f"[{words}]" in hit.prepared.stream.text[max(0, start - 1) : end + 1]


def _empty(filled: Filled) -> Iterator[Remark]:
    letters = filled.gap.glued_before or filled.gap.glued_after
    if filled.source and (not letters or " " in filled.source):
        yield Remark(
            finding=EMPTY_FOR_WORDS,
            message=f"“[]” stands for the words “{filled.source}”",
            hint="[] is for letters: dropped words take an ellipsis",
        )


def _bones(words: str) -> str:
    return words.translate(BONES)


def _dots(hit: Hit) -> Iterator[Remark]:
    """Yield hints about dots inside the quotation: where nothing was cut, and where their number is wrong."""
    for gaps, text in gap_texts(hit):
        dots = next((gap for gap in gaps if gap.sort is Sort.ELLIPSIS), None)
        if dots is None:
            continue
        if len(gaps) == 1 and not any(map(in_word, text)) and "." not in text.strip(". ")[:1] and not _dotted(text):
            yield Remark(
                finding=NOTHING_CUT,
                message=f"“{dots.mark}” stands where the source leaves nothing out",
                hint="take the dots away",
            )
        elif not _dotted(text):
            yield from _number(dots, text, hit)


def _dotted(text: str) -> bool:
    """Return whether the source itself has dots there."""
    return _bones(text).count("...") > 0


def _number(dots: Gap, text: str, hit: Hit) -> Iterator[Remark]:
    count = _bones(dots.mark).count(".")
    crosses = any(True for end in sentence_ends(text + " A") if end < len(text) + 1)
    if count and crosses != (count >= _FULL_DOTS):
        wanted, why = ("four", "a sentence ends") if crosses else ("three", "no sentence ends")
        yield Remark(
            finding=NUMBER_OF_DOTS,
            message=f"{wanted} dots belong here: {why} in what is left out after "
            f"“{_last_words(hit.pattern.words[: dots.start])}”",
        )


def _last_words(words: str) -> str:
    return " ".join(words.split()[-3:])


def _dropped(hit: Hit, allowed: Allowances) -> Iterator[Remark]:
    """Yield hints about brackets and calls of the source inside the literals, which the quotation does not show."""
    stream = hit.prepared.stream
    spans = [
        (hit.prepared.offset(start), hit.prepared.offset(hit.end(number) - 1) + 1)
        for number, start in enumerate(hit.starts)
    ]
    bracket = next((stream.text[a:b] for a, b in spans if "[" in stream.text[a:b] and "]" in stream.text[a:b]), None)
    if bracket is not None and not allowed.alterations and "[" not in hit.pattern.words:
        opened = bracket.index("[")
        yield Remark(
            finding=BRACKET_DROPPED,
            message=f"the source has a bracket here: “{bracket[opened : bracket.index(']', opened) + 1 or None]}”"
            if "]" in bracket[opened:]
            else "the source has a bracket here",
            hint="show it, and say (alteration in original)",
        )
    call = next((stream.calls[at] for a, b in spans for at in range(a + 1, b) if at in stream.calls), None)
    if call is not None and not allowed.footnotes:
        yield Remark(
            finding=FOOTNOTE_OMITTED,
            message=f"the source calls its note {call} inside these words",
            hint="add (footnote omitted)",
        )


def _stitched(hit: Hit) -> Iterator[Remark]:
    text = hit.prepared.stream.text
    start = hit.prepared.offset(hit.starts[0])
    heading = _HEADING.search(text, max(0, start - 40), start)
    cut = any(gap.sort is Sort.ELLIPSIS for run in hit.pattern.gaps[1:-1] for gap in run)
    if heading and cut:
        yield Remark(
            finding=STITCHED,
            message=f"stitched from a heading (“{heading[0].strip()}”) and a later sentence",
            hint="quote the two apart",
        )
