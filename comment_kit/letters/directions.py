"""See that the words before a cross-reference fit it: *supra* back, *infra* ahead (Bluebook 3.5), no "Part" twice."""

import re
from collections.abc import Iterable, Iterator, Mapping

from comment_kit.letters import findings
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, CrossReference, Footnote, Heading, Inline, NoteCall, walk
from comment_kit.model.text import Span

_WORD = re.compile(r"\b(supra|infra)\s+(?:(?:at|notes?|parts?|sections?)\s+)*$", re.IGNORECASE)
_NAMED = re.compile(r"\b(parts?|sections?)\s+$", re.IGNORECASE)
_LONGEST = 60
"""How many characters before a cross-reference may hold the word that tells its direction."""


def check_directions(blocks: tuple[Block, ...], notes: Mapping[str, Footnote], report: list[Diagnostic]) -> None:
    """Report cross-references behind *supra* to what comes later, behind *infra* to what came before.

    Report also those behind a word, "Part" or "Section", that the number of a heading brings along.
    """
    parts = tuple(_as_read(blocks, notes))
    stands = {_id_of(part): at for at, part in enumerate(parts) if isinstance(part, Heading | NoteCall)}
    labelled = {part.id for part in parts if isinstance(part, Heading) and part.label}
    words = ""
    for at, part in enumerate(parts):
        if isinstance(part, CrossReference) and part.target in stands:
            _judge(part, words, back=stands[part.target] < at, report=report)
            if part.target in labelled and not part.words:
                _judge_name(part, words, report)
        words = (words + part.text)[-_LONGEST:] if isinstance(part, Span) else ""


def _judge(reference: CrossReference, words: str, *, back: bool, report: list[Diagnostic]) -> None:
    said = _WORD.search(words)
    if said is None or (said[1].lower() == "supra") == back:
        return
    where, right = ("before it", "supra") if back else ("after it", "infra")
    message = f"'{said[1]}' stands here, and what '#{reference.target}' names comes {where}"
    report.append(findings.WRONG_DIRECTION.at(reference.location, message, hint=f"write *{right}*"))


def _judge_name(reference: CrossReference, words: str, report: list[Diagnostic]) -> None:
    said = _NAMED.search(words)
    if said is not None:
        message = f"'{said[1]}' stands here, and '#{reference.target}' prints that word with its number"
        report.append(findings.NAMED_TWICE.at(reference.location, message, hint=f"take '{said[1]}' away"))


def _as_read(blocks: Iterable[Block], notes: Mapping[str, Footnote]) -> Iterator[Block | Inline]:
    """Yield the letter as a reader meets it, the words of each note where it is called."""
    for part in walk(blocks):
        yield part
        if isinstance(part, NoteCall) and part.note in notes:
            yield from walk(notes[part.note].blocks)


def _id_of(part: Heading | NoteCall) -> str:
    return part.id if isinstance(part, Heading) else part.note
