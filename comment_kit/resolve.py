"""Decide where each citation stands relative to the ones before it, and which form follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.authorities import history
from comment_kit.model.citations import Citation, Form, SignalClass, StringCite
from comment_kit.model.letter import CalledNote, CrossReference, Heading, Letter, Paragraph, notes_in_order, walk
from comment_kit.model.names import Names
from comment_kit.model.policy import Again, Policy
from comment_kit.model.resolutions import Cited, Obstacle, Position, Resolution
from comment_kit.model.sources import Library, Recall, Source
from comment_kit.model.text import Span

_SENTENCE_END = re.compile(r"[.?!][\"')\]\u201d\u2019]*\s*$")


def resolve(
    letter: Letter,
    library: Library,
    policy: Policy,
    names: Mapping[str, Names],
    *,
    as_of: date | None = None,
) -> tuple[Resolution, ...]:
    """Return one resolution for each citation of the letter's notes, in order of the notes.

    Citations inside parentheticals are left out: they are no antecedents and decide nothing (Indigo Book R15.3).

    Args:
        letter: with the pinpoints of its citations looked up.
        library: the sources it may cite; a key that is not there resolves to a full form with no source.
        policy: the house's choices.
        names: by key, what a *supra* form would print for each source.
        as_of: the day as of which authorities are judged; the letter's own date where None.
    """
    run = _Run(library=library, policy=policy, names=names, as_of=as_of or letter.front.date)
    notes = [_Note(called=called, events=tuple(_events(called))) for called in notes_in_order(letter)]
    run.shared_designations = _shared_designations(notes, library)
    resolutions = [resolution for note in notes for resolution in _resolve_note(note, run)]
    return tuple(_with_names(resolutions, library, policy, names))


# ---- one note ----

Event: TypeAlias = tuple[Citation, bool] | CrossReference
"""A citation with whether a citation sentence begins with it, or a cross-reference."""


class _Note(Struct, frozen=True, kw_only=True):
    """A note with what in it matters to the run."""

    called: CalledNote
    events: tuple[Event, ...]


class _Before(Struct, frozen=True, kw_only=True):
    """What a citation may refer back to: the one source just before it, or why there is none."""

    resolution: Resolution | None = None
    obstacle: Obstacle | None = None


class _Run(Struct, kw_only=True):
    """What is known of the notes read so far."""

    library: Library
    policy: Policy
    names: Mapping[str, Names]
    as_of: date | None
    shared_designations: frozenset[str] = frozenset()
    before: _Before = _Before(obstacle=Obstacle.NOTHING_BEFORE)
    """What the note before this one leaves for *Id.*"""
    first_full: dict[str, Cited] = field(default_factory=dict)
    last_cited: dict[str, Cited] = field(default_factory=dict)
    live_titles: dict[tuple[str, ...], int] = field(default_factory=dict)
    """The number of the note in which each title of a code was last cited."""
    run_of_ids: int = 0


def _resolve_note(note: _Note, run: _Run) -> list[Resolution]:
    """Return the resolutions of one note and remember it; a note with a custom mark leaves no trace."""
    if note.called.number is None:
        aside = _Run(library=run.library, policy=run.policy, names=run.names, as_of=run.as_of)
        return _resolutions(note, aside, _Before(obstacle=Obstacle.NOTHING_BEFORE))
    before = run.before
    if note.called.after_heading and run.policy.restart_at_heading and before.resolution:
        before = _Before(obstacle=Obstacle.HEADING)
    resolutions = _resolutions(note, run, before)
    run.before = _left_for_next(note, resolutions)
    return resolutions


def _resolutions(note: _Note, run: _Run, before: _Before) -> list[Resolution]:
    resolutions: list[Resolution] = []
    for event in note.events:
        if isinstance(event, CrossReference):
            before = _Before(obstacle=Obstacle.CROSS_REFERENCE)
            continue
        citation, starts_sentence = event
        at = Cited(note_id=note.called.note.id, note_number=note.called.number, index=len(resolutions) + 1)
        resolution = _resolve_one(citation, at, before, run, starts_sentence=starts_sentence)
        resolutions.append(resolution)
        before = _after(resolution)
    return resolutions


def _after(resolution: Resolution) -> _Before:
    if resolution.key is None:
        return _Before(obstacle=Obstacle.UNKNOWN_SOURCE)
    return _Before(resolution=resolution)


def _left_for_next(note: _Note, resolutions: Sequence[Resolution]) -> _Before:
    """Return what *Id.* in the next note may refer to (Indigo Book R6.2.2, R15.3.3; Bluebook 4.1)."""
    if not resolutions:
        refers = any(isinstance(event, CrossReference) for event in note.events)
        return _Before(obstacle=Obstacle.CROSS_REFERENCE if refers else Obstacle.NO_SOURCE)
    if any(resolution.key is None for resolution in resolutions):
        return _Before(obstacle=Obstacle.UNKNOWN_SOURCE)
    if len({resolution.key for resolution in resolutions}) > 1:
        return _Before(obstacle=Obstacle.SEVERAL_SOURCES)
    if isinstance(note.events[-1], CrossReference):
        return _Before(obstacle=Obstacle.CROSS_REFERENCE)
    return _Before(resolution=resolutions[-1])


def _events(called: CalledNote) -> Iterator[Event]:
    """Yield the citations of a note, each with whether a citation sentence begins with it, and its cross-references."""
    before = ""
    for part in walk(called.note.blocks):
        match part:
            case Paragraph() | Heading():
                before = ""
            case Span():
                before += part.text
            case CrossReference():
                before = "x"
                yield part
            case StringCite():
                sentence = not before.strip() or _SENTENCE_END.search(before) is not None
                for index, citation in enumerate(part.citations):
                    yield citation, sentence and (index == 0 or new_sentence(part.citations[index - 1], citation))
                # A second bracket that follows a citation sentence begins a sentence too.
                before = "." if sentence else "x"
            case _:
                pass


def new_sentence(before: Citation, here: Citation) -> bool:
    """Return whether ``here`` begins a new citation sentence after ``before`` in one bracket.

    Signals of one class are joined by semicolons; a signal of another class begins a sentence (Indigo Book R4.3).
    """
    if here.signal is None or here.signal.words in {"with", "and"}:
        return False
    group_before = before.signal.group if before.signal else SignalClass.SUPPORT
    return here.signal.group is not group_before


# ---- one citation ----


def _resolve_one(citation: Citation, at: Cited, before: _Before, run: _Run, *, starts_sentence: bool) -> Resolution:
    key = citation.key
    if key is None and citation.form is Form.ID and before.resolution:
        key = before.resolution.key
    source = run.library.sources.get(key) if key else None
    obstacle = _obstacle(citation, key, source, before, run)
    position = _position(citation, key, source, at, obstacle, before, run)
    form = citation.form or _form(position, source, run)
    if form is not Form.ID and obstacle is None and position in _REPEATS:
        obstacle = Obstacle.ASKED
    is_id = form is Form.ID
    resolution = Resolution(
        citation=citation,
        at=at,
        key=key,
        position=position,
        form=form,
        antecedent=before.resolution.at if is_id and before.resolution else None,
        first_full=run.first_full.get(key) if key else None,
        last_cited=run.last_cited.get(key) if key else None,
        obstacle=obstacle if position is not Position.FIRST or is_id else None,
        prints_pinpoint=not is_id or citation.pin_always or position is not Position.REPEAT,
        bare_section=_is_only_live_title(source, at, run),
        starts_sentence=starts_sentence,
        history=history(source, run.as_of) if source and form is Form.FULL and run.policy.prints_history else (),
    )
    _remember(resolution, source, run)
    return resolution


_REPEATS = frozenset({Position.REPEAT, Position.REPEAT_ELSEWHERE})


def _obstacle(
    citation: Citation, key: str | None, source: Source | None, before: _Before, run: _Run
) -> Obstacle | None:
    """Return why *Id.* may not stand here, or None where it may."""
    if before.resolution is None:
        return before.obstacle
    if key is None:
        return Obstacle.UNKNOWN_SOURCE
    if before.resolution.key != key and not _one_title(source, before.resolution.key, run.library):
        return Obstacle.OTHER_SOURCE
    if before.resolution.key == key and before.resolution.citation.pinpoint and not citation.pinpoint:
        # Bare Id. would assert the page before, which nobody wrote here.
        return Obstacle.PINPOINT_DROPPED if citation.form is not Form.ID else None
    limit = run.policy.id_run_limit
    if limit is not None and run.run_of_ids >= limit:
        return Obstacle.RUN_LIMIT
    return None


def _one_title(source: Source | None, key: str | None, library: Library) -> bool:
    """Return whether both are sections of one title of one code in one edition (Indigo Book R22.2)."""
    other = library.sources.get(key) if key else None
    return bool(source and other and source.code_title and source.code_title == other.code_title)


def _position(  # noqa: PLR0913, PLR0917 - the six things on which a position rests
    citation: Citation,
    key: str | None,
    source: Source | None,
    at: Cited,
    obstacle: Obstacle | None,
    before: _Before,
    run: _Run,
) -> Position:
    if obstacle is None and before.resolution:
        same_place = before.resolution.key == key and _same_place(citation, before.resolution.citation)
        return Position.REPEAT if same_place else Position.REPEAT_ELSEWHERE
    if key is None or key not in run.last_cited:
        return Position.FIRST
    return Position.NEAR if _within_window(run.last_cited[key], at, source, run.policy) else Position.FAR


def _same_place(here: Citation, before: Citation) -> bool:
    """Return whether both vouch for the same pages, labels and notes; a bare *Id.* on a page inherits them all."""
    if here.unread is not None:
        return False
    if here.form is Form.ID and not here.pinpoint:
        return True
    return here.pinpoint.reach == before.pinpoint.reach


def _within_window(last: Cited, at: Cited, source: Source | None, policy: Policy) -> bool:
    if policy.window is None or source is None or source.kind.recall is not Recall.SHORT:
        return True
    if last.note_number is None or at.note_number is None:
        return last.note_id == at.note_id
    return at.note_number - last.note_number <= policy.window


def _form(position: Position, source: Source | None, run: _Run) -> Form:
    """Return the form that the style sets in this position."""
    if position in _REPEATS:
        return Form.ID
    if position is Position.FIRST or source is None or source.key not in run.first_full:
        return Form.FULL
    match run.policy.again:
        case Again.FULL:
            return Form.FULL
        case Again.DESIGNATION:
            designation = source.get("shorthand")
            return Form.SHORT if designation and designation not in run.shared_designations else Form.FULL
        case Again.SUPRA:
            if source.kind.recall is Recall.SUPRA:
                return Form.SUPRA
            return Form.SHORT if position is Position.NEAR else Form.FULL


def _remember(resolution: Resolution, source: Source | None, run: _Run) -> None:
    run.run_of_ids = run.run_of_ids + 1 if resolution.form is Form.ID else 0
    if resolution.key is None:
        return
    if resolution.form is Form.FULL:
        run.first_full.setdefault(resolution.key, resolution.at)
    run.last_cited[resolution.key] = resolution.at
    if source and resolution.at.note_number is not None and (title := _title_of_law(source)):
        run.live_titles[title] = resolution.at.note_number


def _title_of_law(source: Source) -> tuple[str, ...] | None:
    """Return what a bare section sign could be taken to mean: a title of a code, or an act by itself."""
    if source.code_title:
        return source.code_title
    return (source.kind.name, source.key) if source.get("statvolume") else None


def _is_only_live_title(source: Source | None, at: Cited, run: _Run) -> bool:
    """Return whether a section sign alone can mean only this source's title (Indigo Book R16.2)."""
    own = _title_of_law(source) if source else None
    if own is None or at.note_number is None:
        return False
    window = run.policy.window
    live = {title for title, note in run.live_titles.items() if window is None or at.note_number - note <= window}
    return live <= {own}


# ---- names ----


def _shared_designations(notes: Sequence[_Note], library: Library) -> frozenset[str]:
    """Return the designations that two cited sources bear, as two drafts under one number do."""
    keys = {key for note in notes for event in note.events if (key := _key_of(event))}
    designations = [source.get("shorthand") for key in keys if (source := library.sources.get(key))]
    return frozenset(name for name in designations if name and designations.count(name) > 1)


def _key_of(event: Event) -> str | None:
    return None if isinstance(event, CrossReference) else event[0].key


def _with_names(
    resolutions: Sequence[Resolution], library: Library, policy: Policy, names: Mapping[str, Names]
) -> Iterator[Resolution]:
    """Yield the resolutions with the names that keep sources apart (Bluebook 4.2(b), Indigo Book R31.2)."""
    again = {each.key for each in resolutions if each.form is Form.SUPRA and each.key}
    keys = {each.key for each in resolutions if each.key}
    cited = sorted(key for key in keys if key in library.sources and key in names)
    printed = [names[key].printed for key in cited if library.sources[key].kind.recall is Recall.SUPRA]
    shared = {key for key in again if key in names and printed.count(names[key].printed) > 1}
    titled = {key for key in shared if names[key].personal and _title_tells_apart(key, cited, library, names)}
    wished = {key for key in again if key in names and names[key].wished}
    defined = (shared - titled) | wished if policy.hereinafter else frozenset[str]()
    for each in resolutions:
        if each.key and each.key in defined and _defines_or_uses(each):
            yield replace(each, name=names[each.key].defined)
        elif each.key in titled and each.form is Form.SUPRA:
            yield replace(each, with_title=True)
        else:
            yield each


def _defines_or_uses(resolution: Resolution) -> bool:
    is_first_full = resolution.form is Form.FULL and resolution.first_full is None
    return is_first_full or resolution.form is Form.SUPRA


def _title_tells_apart(key: str, cited: Sequence[str], library: Library, names: Mapping[str, Names]) -> bool:
    """Return whether author and title name this source alone."""
    title = library.sources[key].title
    return not any(
        other != key and names[other].printed == names[key].printed and library.sources[other].title == title
        for other in cited
    )
