"""Judge a quotation by the text of the source that is cited for it."""

from collections.abc import Iterator

from msgspec.structs import replace

from comment_kit.model.diagnostics import Severity
from comment_kit.model.page_words import page_words
from comment_kit.model.quotations import (
    ANOTHER_PART,
    Astray,
    CitedPlace,
    Copy,
    Judgement,
    Kind,
    Place,
    Quotation,
    Remark,
    Verdict,
    Words,
)
from comment_kit.quotations.alignment import LONGEST
from comment_kit.quotations.allowances import Allowances, allowances
from comment_kit.quotations.cited_parts import CitedParts, cited_parts
from comment_kit.quotations.context import after, before, beside, turning_words
from comment_kit.quotations.emphasis import emphasis_remarks
from comment_kit.quotations.far_parts import sheets_of, stands_on
from comment_kit.quotations.findings import CONTEXT, RUNS_ON
from comment_kit.quotations.gaps import fillings, gap_remarks, replaced, swallowed
from comment_kit.quotations.matching import Reading, as_headings, exact_readings, readings
from comment_kit.quotations.pattern import Pattern, parse
from comment_kit.quotations.placing import cited_sheets, guessed, legible, printed_pages
from comment_kit.quotations.raised import typed
from comment_kit.quotations.reasons import reason_of, severity_of
from comment_kit.quotations.search import Exhausted
from comment_kit.quotations.shown import shown
from comment_kit.quotations.skeleton import Prepared
from comment_kit.quotations.turned import Filled

WHOLE_SOURCE = CitedPlace()
_FEW_CHANGES = 3
"""More words changed than these, and it is hardly a slip."""


def judge(quotation: Quotation, source: Prepared | None, place: CitedPlace = WHOLE_SOURCE) -> Judgement:
    """Return what became of ``quotation`` in ``source``; None is a source whose text nobody has added."""
    if source is None or not any(stream.text for stream in source.text.streams):
        return _undecided(Words.NO_TEXT, place, "there is no text of the source to look in")
    if unsure := _unsure(quotation):
        return _undecided(Words.NOT_FOUND, place, unsure)
    pattern = parse(typed(quotation.words))
    if not pattern.literals:
        return _undecided(Words.NOT_FOUND, place, "the quotation has no words of the source")
    allowed = allowances((*quotation.remarks, *pattern.remarks))
    cited = cited_parts(source, place)
    wanted = cited.sheets
    headings = as_headings(source, pattern, wanted) if quotation.kind is Kind.DOUBTFUL else ()
    try:
        found = headings or readings(source, pattern, allowed, wanted, phrase=quotation.phrase)
    except Exhausted:
        return _undecided(Words.NOT_FOUND, place, "the quotation has so many brackets that it fits too many places")
    if not found and pattern.letters > LONGEST:
        return _undecided(Words.NOT_FOUND, place, "the words do not stand there so, and are too many to be compared")
    if not found:
        judgement = _missing(source, place, quotation.stranger)
    else:
        judgement = _Bench(quotation, cited, pattern, allowed).judged(found)
    return _as_it_tells(judgement, quotation.kind)


def _unsure(quotation: Quotation) -> str:
    """Return why nobody can say which words are quoted; "" where it is plain."""
    if quotation.kind is Kind.UNOPENED:
        return "no mark opens the quotation that ends there"
    if quotation.kind is Kind.UNCLOSED:
        return "no mark closes the quotation that begins there"
    return "some of its words are struck through" if any(span.strike for span in quotation.words) else ""


def pages_with(quotation: Quotation, source: Prepared | None) -> tuple[str, ...]:
    """Return the printed pages of ``source`` on which the words of ``quotation`` stand as quoted.

    Unlike ``judge`` it looks for nothing that merely resembles them, and is quick.
    """
    pattern = parse(typed(quotation.words))
    if source is None or not pattern.literals:
        return ()
    allowed = allowances((*quotation.remarks, *pattern.remarks))
    try:
        found = exact_readings(source, pattern, allowed, frozenset(), phrase=quotation.phrase)
    except Exhausted:
        return ()
    return next((printed_pages(source.text, each.reach) for each in found if each.same), ())


def _as_it_tells(judgement: Judgement, kind: Kind) -> Judgement:
    """Return what of the judgement may be told of words of that kind."""
    match kind:
        case Kind.SHORT:
            return _silent(judgement)
        case Kind.SET_IN:
            return _doubted(judgement)
        case Kind.DOUBTFUL:
            return _unproven(judgement, "may be a title, a name or a term")
        case Kind.PROPOSED:
            return _unproven(judgement, "may be words that the letter proposes")
        case _:
            return judgement


def _silent(judgement: Judgement) -> Judgement:
    """Return the judgement of a word or two: they may well be the writer's own, so that nothing is said beside it."""
    quiet = replace(judgement, context=(), remarks=(), differences=(), severity=None)
    if judgement.verdict in {Verdict.VERIFIED, Verdict.WORDS_ONLY, Verdict.UNDECIDED}:
        return quiet
    return replace(
        quiet, verdict=Verdict.UNDECIDED, reason="a word or two may be the letter's own: a miss says nothing"
    )


def _doubted(judgement: Judgement) -> Judgement:
    """Return the judgement of what may be the letter's own words, set in: only what is nearly the source's is told."""
    is_far = judgement.verdict is Verdict.ALTERED and len(judgement.differences) > _FEW_CHANGES
    if judgement.verdict is not Verdict.NOT_FOUND and not is_far:
        return judgement
    plain = replace(judgement, context=(), remarks=(), differences=(), severity=None)
    return replace(plain, verdict=Verdict.UNDECIDED, reason="the words may be the letter's own, set in")


def _unproven(judgement: Judgement, may_be: str) -> Judgement:
    """Return the judgement of words that may be somebody else's: it proves nothing that they do not stand there."""
    quiet = replace(judgement, context=(), remarks=(), differences=(), severity=None)
    match judgement.verdict:
        case Verdict.ALTERED | Verdict.NOT_FOUND:
            reason = f"the source does not have these words, which {may_be}"
            return replace(quiet, verdict=Verdict.UNDECIDED, reason=reason)
        case Verdict.ELSEWHERE:
            reason = f"{judgement.reason}, and {may_be}"
            return replace(quiet, verdict=Verdict.WORDS_ONLY, reason=reason)
        case _:
            return quiet


def _undecided(words: Words, place: CitedPlace, reason: str) -> Judgement:
    return Judgement(words=words, place=Place.UNKNOWN, copy=place.copy, verdict=Verdict.UNDECIDED, reason=reason)


def _missing(source: Prepared, place: CitedPlace, stranger: str) -> Judgement:
    reason = _doubt(source, place)
    if stranger and not reason:
        reason = f"the sentence gives the words to {stranger}, of whom the letter cites nothing"
    if reason:
        return _undecided(Words.NOT_FOUND, place, reason)
    return Judgement(
        words=Words.NOT_FOUND,
        place=Place.UNKNOWN,
        copy=place.copy,
        verdict=Verdict.NOT_FOUND,
        severity=Severity.ERROR,
        reason="the source has no passage like it",
    )


def _doubt(source: Prepared, place: CitedPlace) -> str:
    """Return why it proves nothing that words do not stand in the text; "" if it does."""
    if place.copy is Copy.ANOTHER:
        return "the text that was searched is another edition"
    if legible(source.text, cited_sheets(source.text, place)):
        return ""
    if source.text.hidden_ocr:
        return "the letters of the source were guessed from a picture of the page"
    if any(True for _ in source.text.unread()):
        return "some pages of the source are pictures without letters"
    return "" if source.text.complete else "not every page of the source was read"


class _Bench:
    """One quotation with everything it is judged by."""

    def __init__(self, quotation: Quotation, cited: CitedParts, pattern: Pattern, allowed: Allowances) -> None:
        self._quotation = quotation
        self._text = cited.text
        self._place = cited.place
        self._cited = cited
        self._pattern = pattern
        self._allowed = allowed
        self._wanted = cited.sheets

    def judged(self, found: tuple[Reading, ...]) -> Judgement:
        """Return the judgement by the best of the passages found: in the place cited, and the least altered."""
        order = sorted(range(len(found)), key=lambda each: self._cited.rank(found[each]))
        best = found[order[0]]
        where = self._cited.where(best)
        astray = self._cited.astray(found) if where is Place.ELSEWHERE else None
        verdict, reason = self._verdict(best, where, astray)
        filled = fillings(best.hit) if best.hit else ()
        left, right = beside(best.stream, best.start, best.end)
        turning = self._turning(filled, left, right)
        return Judgement(
            words=Words.SAME if best.same and not self._is_strewn(best) else Words.ALTERED,
            place=where,
            copy=self._place.copy,
            verdict=verdict,
            severity=_severity(best, verdict),
            reason=reason,
            found_pages=printed_pages(self._text, best.reach),
            all_pages=tuple(dict.fromkeys(printed_pages(self._text, found[each].reach) for each in order)),
            found_text=shown(best.stream, best.start, best.end),
            before=before(best.stream, best.start),
            after=after(best.stream, best.end),
            differences=best.differences,
            replaced=replaced(filled),
            swallowed=swallowed(filled),
            astray=astray,
            context=turning,
            remarks=tuple(self._remarks(best, filled, where, turning)),
        )

    def _verdict(self, best: Reading, where: Place, astray: Astray | None) -> tuple[Verdict, str]:
        if not best.same or self._is_strewn(best):
            return self._altered(best)
        if where is Place.ELSEWHERE:
            if self._place.copy is Copy.ANOTHER:
                return Verdict.WORDS_ONLY, "the text that was searched is another edition, whose pages may differ"
            return Verdict.ELSEWHERE, _why_elsewhere(astray)
        if where is Place.UNKNOWN and self._cited.on_page(best) is Place.CITED:
            return Verdict.UNDECIDED, self._cited.parts.doubt
        if where is Place.UNKNOWN:
            return Verdict.WORDS_ONLY, f"the words are right; {_why_unknown(self._place)}"
        return self._in_place()

    def _in_place(self) -> tuple[Verdict, str]:
        """Return the verdict on the right words on the right page."""
        if self._place.copy is not Copy.RIGHT:
            return Verdict.WORDS_ONLY, f"the words are right; the copy is not: {self._place.copy.value}"
        if self._pattern.tells_little:
            return Verdict.UNDECIDED, "too few of its words are the source's: brackets and dots may stand for any"
        return Verdict.VERIFIED, ""

    def _is_strewn(self, best: Reading) -> bool:
        """Return whether dots join what stands far apart, and not all of it on the pages cited."""
        return best.far and best.hit is not None and not stands_on(best.hit, self._wanted)

    def _far_apart(self, best: Reading) -> str:
        sheets = sheets_of(best.hit) if best.hit is not None else ()
        pages = dict.fromkeys(printed_pages(self._text, (each[0], each[0])) for each in sheets)
        return f"its parts stand far apart: {' and '.join(page_words(page[0]) for page in pages)}"

    def _altered(self, best: Reading) -> tuple[Verdict, str]:
        if self._place.copy is Copy.ANOTHER:
            return Verdict.UNDECIDED, "the text that was searched is another edition"
        if guessed(self._text, range(best.reach[0], best.reach[1] + 1)):
            return Verdict.UNDECIDED, "the letters of that page were guessed from a picture of it"
        if best.same:
            return Verdict.UNDECIDED, self._far_apart(best)
        return Verdict.ALTERED, reason_of(best)

    def _turning(self, filled: tuple[Filled, ...], left: str, right: str) -> tuple[str, ...]:
        """Return the words that may turn the sense, of what was left out, replaced, or stands beside."""
        left_out = [swap.source for swap in swallowed(filled)]
        bracketed = {word for swap in replaced(filled) for word in turning_words((swap.mark,))}
        taken = [word for word in turning_words(swap.source for swap in replaced(filled)) if word not in bracketed]
        return tuple(dict.fromkeys((*turning_words((*left_out, left, right)), *taken)))

    def _remarks(
        self, best: Reading, filled: tuple[Filled, ...], where: Place, turning: tuple[str, ...]
    ) -> Iterator[Remark]:
        if best.hit is not None:
            if where is Place.CITED and self._place.pages and not self._place.unread:
                yield from self._runs_on(best)
            yield from gap_remarks(best.hit, filled, self._allowed)
            yield from emphasis_remarks(best.hit, self._quotation.words, self._allowed, alone=self._quotation.alone)
        if best.far:
            yield Remark(
                finding=CONTEXT,
                message=self._far_apart(best),
                hint="quote them one by one, each with its page",
            )
        if turning:
            yield Remark(
                finding=CONTEXT,
                message=f"what is left out, or stands beside these words, holds {_listed(turning)}",
                hint="read the passage; quote more of it if a reader would be misled",
            )

    def _runs_on(self, best: Reading) -> Iterator[Remark]:
        uncited = [index for index in dict.fromkeys(best.reach) if index not in self._wanted]
        if self._wanted and uncited:
            first, last = best.reach
            page = printed_pages(self._text, (uncited[0], uncited[0]))[0]
            verb = "run on to" if uncited[0] == last and first != last else "begin on"
            yield Remark(
                finding=RUNS_ON,
                message=f"the words {verb} {page_words(page)}",
                hint=f"cite {' and '.join(map(page_words, printed_pages(self._text, best.reach)))}",
            )


def _why_elsewhere(astray: Astray | None) -> str:
    if astray is None:
        return "the words stand on another page than the one cited"
    return f"the words stand in {' and in '.join(astray.found) or ANOTHER_PART}, not in {' or '.join(astray.cited)}"


def _why_unknown(place: CitedPlace) -> str:
    if place.unread:
        return f"“{place.unread}” could not be read as their page"
    return "on which page they stand could not be decided"


def _severity(best: Reading, verdict: Verdict) -> Severity | None:
    if verdict is Verdict.ELSEWHERE:
        return Severity.ERROR
    return severity_of(best) if verdict is Verdict.ALTERED else None


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
