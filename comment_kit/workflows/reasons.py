"""Say in a lawyer's words why a citation took its form."""

from __future__ import annotations

from typing import assert_never

from comment_kit.model.citations import Form
from comment_kit.model.policy import Again, Policy
from comment_kit.model.resolutions import Cited, Obstacle, Position, Resolution
from comment_kit.model.sources import Recall, Source

_OBSTACLES = {
    Obstacle.NOTHING_BEFORE: "nothing is cited before it",
    Obstacle.OTHER_SOURCE: "another source is cited just before it",
    Obstacle.SEVERAL_SOURCES: (
        "the note before it cites more than one source, so a reader could not tell which is meant"
    ),
    Obstacle.NO_SOURCE: "the note before it has words but cites no source, and Id. does not reach across such a note",
    Obstacle.CROSS_REFERENCE: (
        "a reference to another part of this letter stands just before it, and Id. never means that"
    ),
    Obstacle.UNKNOWN_SOURCE: "the source cited just before it is not in the citation database",
    Obstacle.PINPOINT_DROPPED: (
        "the citation before names a page and this one names none, so Id. would vouch for a page that nobody wrote here"
    ),
    Obstacle.HEADING: "a heading stands before it and the style starts afresh there",
    Obstacle.RUN_LIMIT: "the style allows no longer run of Id.",
    Obstacle.ASKED: "the letter asks for another form here",
}
_RULE_ID = "Indigo Book R6.2.2 and R15.3; Bluebook rule 4.1"
_RULE_SUPRA = "Indigo Book R6.2.3 and R29.2; Bluebook rule 4.2"
_RULE_WINDOW = "Bluebook rules 10.9, 12.10 and 14.6(c)"


def reason(resolution: Resolution, source: Source | None, policy: Policy) -> str:
    """Return sentences that say what stands before the citation, which form follows, and by which rule."""
    if resolution.citation.form is not None:
        return _asked(resolution)
    match resolution.form:
        case Form.ID:
            return _id(resolution)
        case Form.SUPRA:
            return _supra(resolution)
        case Form.SHORT:
            return _short(resolution, source, policy)
        case Form.FULL:
            return _full(resolution, source, policy)
        case _:
            assert_never(resolution.form)


def _asked(resolution: Resolution) -> str:
    natural = "Id. could stand here" if resolution.position in {Position.REPEAT, Position.REPEAT_ELSEWHERE} else ""
    also = f" ({natural} otherwise.)" if natural and resolution.form is not Form.ID else ""
    return f"The letter asks for this form: {{form={resolution.form.value}}}.{also}"


def _id(resolution: Resolution) -> str:
    antecedent = resolution.antecedent
    if antecedent is None:
        return "Nothing before it can be meant by Id."
    if antecedent.note_id == resolution.at.note_id:
        where = "The citation just before it in this note is to the same source"
    else:
        where = f"The note before it, {_note(antecedent)}, cites one source, and it is this one"
    return f"{where}. {_pinpoint(resolution)} ({_RULE_ID}.)"


def _pinpoint(resolution: Resolution) -> str:
    if not resolution.prints_pinpoint:
        return "The place is the same too, so Id. stands alone and takes the pinpoint with it."
    if resolution.citation.pin_always and resolution.position is Position.REPEAT:
        return "The place is the same, and is printed because the letter asks for it: {pin=always}."
    if resolution.citation.pinpoint:
        return "The place is another one, so it is printed."
    return "It is cited as a whole."


def _supra(resolution: Resolution) -> str:
    first = resolution.first_full
    where = "nowhere before" if first is None else _before(first, resolution)
    parts = [f"The source is cited in full {where}. {_not_id(resolution)} {_capital(_kind_of_recall())}"]
    if resolution.name:
        parts.append(
            f"It is called “{resolution.name}”, as defined there, because another source cited here would print "
            "the same name, or because its entry asks for a name. (Bluebook rule 4.2(b).)"
        )
    if resolution.with_title:
        parts.append("Its title stands beside the author, who has another work in this letter. (Indigo Book R31.2.)")
    return " ".join(parts)


def _kind_of_recall() -> str:
    return f"supra points back to the full citation at any distance. ({_RULE_SUPRA}.)"


def _short(resolution: Resolution, source: Source | None, policy: Policy) -> str:
    parts = [_not_id(resolution)]
    if policy.again is Again.DESIGNATION:
        designation = source.get("shorthand") if source else None
        parts.append(f"The source bears a designation, {designation}, and the style '{policy.name}' cites it by that.")
    elif source and source.kind.recall is Recall.SHORT_ANYWHERE:
        parts.append("Its kind takes a short form at any distance, and never supra. (Bluebook rule 13.8.)")
    else:
        parts.append(f"{_last_cited(resolution)}, close enough for a short form. ({_RULE_WINDOW}.)")
    return " ".join(parts)


def _full(resolution: Resolution, source: Source | None, policy: Policy) -> str:
    if resolution.position is Position.FIRST:
        return _with_history("The source is cited here for the first time, so it is cited in full.", resolution)
    if policy.again is not Again.SUPRA:
        rule = f"the style '{policy.name}' cites such a source in full again after other sources."
        return _with_history(f"{_not_id(resolution)} {_capital(rule)}", resolution)
    if resolution.position is Position.FAR:
        rule = f"more than {policy.window} notes back, too far for a short form, and a {_kind(source)} takes no supra."
        return _with_history(f"{_last_cited(resolution)}, {rule} ({_RULE_WINDOW}.)", resolution)
    return _with_history(f"{_not_id(resolution)} No full citation stands before it.", resolution)


def _with_history(sentence: str, resolution: Resolution) -> str:
    if not resolution.history:
        return sentence
    told = " and ".join(f"{change.change} on {change.date}" for change in resolution.history)
    return f"{sentence} It was {told}, before the letter's date, and a full citation must say so. (Bluebook rule 12.7.)"


def _not_id(resolution: Resolution) -> str:
    return f"Id. may not stand: {_OBSTACLES[resolution.obstacle]}." if resolution.obstacle else ""


def _last_cited(resolution: Resolution) -> str:
    last = resolution.last_cited
    return f"It was last cited in {_note(last)}" if last else "It was cited before"


def _before(there: Cited, resolution: Resolution) -> str:
    return "earlier in this note" if there.note_id == resolution.at.note_id else f"in {_note(there)}"


def _note(cited: Cited) -> str:
    return f"note {cited.note_number}" if cited.note_number is not None else "the author's own note"


def _kind(source: Source | None) -> str:
    return source.kind.name if source else "source"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
