"""Let clearances hold: which quotations are cleared by name, and which clearances are not right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.check.case import Case, Judged
from comment_kit.check.codes import FAMILY
from comment_kit.check.engine import run_rules
from comment_kit.check.findings import (
    CLEARANCE_NOT_TIED,
    CLEARANCE_WITHOUT_EFFECT,
    CLEARED_FOR_OTHER_WORDS,
    CLEARS_TOO_MUCH,
)
from comment_kit.check.fingerprints import CLEARED_BY_FAMILY, FAMILY_OF_QUOTATIONS, fingerprint, offer, vouching_note
from comment_kit.check.rules import RULES
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.clearances import Clearance
from comment_kit.model.diagnostics import Diagnostic, Edit, Fix, Severity
from comment_kit.model.quotations import Verdict
from comment_kit.quotations.findings import ALTERED, ELSEWHERE, NOT_FOUND, NOT_IN_PART, RUNS_ON

_WRONG = {Verdict.ALTERED: ALTERED.code, Verdict.ELSEWHERE: ELSEWHERE.code, Verdict.NOT_FOUND: NOT_FOUND.code}
_OF_QUOTATIONS = (FAMILY_OF_QUOTATIONS, ELSEWHERE.code, RUNS_ON.code, NOT_IN_PART.code)
_SHOWN = 3
"""How many comments to paste a hint shows."""


class Cleared(Struct, frozen=True, kw_only=True):
    """What clearances make of a letter."""

    by: Mapping[int, Clearance]
    """The clearance of each quotation that has one, by its place among those of the case, from 0."""
    diagnostics: tuple[Diagnostic, ...]
    """Those of the rules, the cleared ones as hints that name who cleared them."""
    remarks: tuple[Diagnostic, ...]
    """What is to be said of the clearances themselves."""
    seen: Mapping[Clearance, tuple[str, ...]]
    """The fingerprints of what stands where a clearance names none itself."""


def cleared(case: Case, clearances: Iterable[Clearance], found: Iterable[Diagnostic]) -> Cleared:
    """Return what of ``found`` and of the quotations of ``case`` is cleared by name.

    A family of codes clears what could not be decided. What was found to be wrong is cleared by its code alone.
    """
    desk = _Desk(case)
    for clearance in clearances:
        desk.apply(clearance)
    kept = tuple(desk.softened.get(each, each) for each in found)
    return Cleared(by=desk.by, diagnostics=kept, remarks=tuple(desk.remarks), seen=desk.seen)


class _Desk(Struct):
    """Takes one clearance after another."""

    case: Case
    by: dict[int, Clearance] = field(default_factory=dict)
    softened: dict[Diagnostic, Diagnostic] = field(default_factory=dict)
    remarks: list[Diagnostic] = field(default_factory=list)
    seen: dict[Clearance, tuple[str, ...]] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)
    """The places of the quotations that are judged, by fingerprint."""
    noted: dict[str | None, dict[str, int]] = field(default_factory=dict)
    """By the note that vouches for them: their fingerprints, with the line on which the first stands."""

    def __post_init__(self) -> None:
        for place, judged in enumerate(self.case.quotations):
            if judged.quotation.judged:
                tie = fingerprint(judged, self.case)
                self.places.setdefault(tie, []).append(place)
                self.noted.setdefault(vouching_note(judged), {}).setdefault(tie, judged.place.line)

    def apply(self, clearance: Clearance) -> None:
        """Let ``clearance`` hold where it may, and remark on it where not."""
        beyond = [code for code in clearance.codes if not code.startswith(_OF_QUOTATIONS)]
        if beyond:
            message = f"{' and '.join(beyond)} speaks of no quotation, and cannot be cleared by name"
            self._say(CLEARS_TOO_MUCH.at(clearance.location, message, hint=_MEND))
        codes = tuple(code for code in clearance.codes if code not in beyond)
        if not codes:
            return
        here = tuple(self._here(clearance))
        prints = clearance.fingerprints or here
        targets = [place for each in prints for place in self.places.get(each, ())]
        if not all(each in self.places for each in prints) or not prints:
            self._lapsed(clearance, here)
        effects = [self._clear(place, clearance, codes) for place in targets]
        if targets and not any(effects):
            self._needless(clearance, targets[0])
        if targets and not clearance.tied:
            self.seen[clearance] = prints
            self._say(_not_tied(clearance, prints))

    def _here(self, clearance: Clearance) -> Iterator[str]:
        """Yield the fingerprints of the quotations that a clearance without any may mean."""
        noted = self.noted.get(clearance.note, {})
        first, last = clearance.lines
        near = [tie for tie, line in noted.items() if first <= line <= last and first]
        # A note that is named says enough; words without a note are found by their paragraph alone.
        yield from near or (noted if clearance.note else ())

    def _clear(self, place: int, clearance: Clearance, codes: tuple[str, ...]) -> bool:
        """Clear one quotation; return whether there was anything to clear or to say."""
        judged = self.case.quotations[place]
        verdict = judged.judgement.verdict if judged.judgement else Verdict.UNDECIDED
        named = tuple(code for code in codes if len(code) > FAMILY)
        told = self._findings(judged, named)
        self.softened.update((each, _softened(each, clearance)) for each in told)
        wrong = _code_of_fault(judged)
        if verdict in CLEARED_BY_FAMILY or wrong in named:
            self.by.setdefault(place, clearance)
        elif wrong is not None:
            message = (
                f"“{shortened(judged.quotation.text)}” is {verdict.value}, which {' and '.join(codes)} does not clear"
            )
            hint = f"mend it; or name {wrong} in the clearance, if {clearance.by} vouches for it all the same"
            self._say(CLEARS_TOO_MUCH.at(clearance.location, message, hint=hint))
        else:
            return bool(told)
        return True

    def _findings(self, judged: Judged, codes: tuple[str, ...]) -> tuple[Diagnostic, ...]:
        """Return what rules of ``codes`` say of one quotation."""
        if not codes:
            return ()
        alone = replace(self.case, quotations=(judged,))
        return run_rules(alone, rules=[rule for rule in RULES if rule.finding.code in codes])

    def _lapsed(self, clearance: Clearance, here: tuple[str, ...]) -> None:
        what = f"a quotation of note {clearance.note}" if clearance.note else "a quotation"
        message = (
            f"{what} was cleared by {clearance.by} on {clearance.on.isoformat()} for other words, or for another "
            "source or page; this clears nothing now"
        )
        offers = [self._offer(each) for each in here if each not in clearance.fingerprints][:_SHOWN]
        again = f"read it again and write {' and '.join(offers)}" if offers else "take the comment away"
        self._say(CLEARED_FOR_OTHER_WORDS.at(clearance.location, message, hint=again))

    def _offer(self, print_: str) -> str:
        return offer(self.case.quotations[self.places[print_][0]], self.case)

    def _needless(self, clearance: Clearance, place: int) -> None:
        words = shortened(self.case.quotations[place].quotation.text)
        message = f"“{words}” needs no clearance by {clearance.by}: it is verified"
        self._say(CLEARANCE_WITHOUT_EFFECT.at(clearance.location, message, hint="take the comment away"))

    def _say(self, diagnostic: Diagnostic) -> None:
        self.remarks.append(diagnostic)


def _code_of_fault(judged: Judged) -> str | None:
    """Return the code under which a quotation is told that was found to be wrong; None for any other."""
    judgement = judged.judgement
    if judgement is None:
        return None
    if judgement.verdict is Verdict.ELSEWHERE and judgement.astray is not None:
        return NOT_IN_PART.code
    return _WRONG.get(judgement.verdict)


_MEND = "mend it, or leave it out with <!-- ck: ignore CODE reason -->"


def _softened(diagnostic: Diagnostic, clearance: Clearance) -> Diagnostic:
    message = f"{diagnostic.message} ({clearance})"
    return replace(diagnostic, severity=Severity.HINT, message=message, hint=None, fix=None)


def _not_tied(clearance: Clearance, prints: tuple[str, ...]) -> Diagnostic:
    """Return a remark on a clearance without a fingerprint, with the fix that puts it in."""
    signed = re.compile(rf"\s{re.escape(clearance.by)}(?=\s+{clearance.on.isoformat()}\s)")
    tied = signed.sub(lambda found: f" {','.join(prints)}{found[0]}", clearance.written, count=1)
    edit = Edit(location=clearance.location, old=clearance.written, new=tied)
    return CLEARANCE_NOT_TIED.at(
        clearance.location,
        f"the clearance by {clearance.by} is not tied to the words that were read",
        hint=f"write {' '.join(tied.split())}",
        fix=Fix(title="tie the clearance to the words", edits=(edit,), safe=True),
    )
