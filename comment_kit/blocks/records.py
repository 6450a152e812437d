"""Read off a block what a list says of it: its title, its topics, its sources, how many words it has."""

from __future__ import annotations

import re

from comment_kit.blocks.findings import UNREADABLE_BLOCK
from comment_kit.blocks.mentions import blocks_called, sources_named, without_comments, without_tags
from comment_kit.blocks.plain_front import PlainFront, read_plain_front
from comment_kit.blocks.reading import RESERVED, read_block
from comment_kit.front_matter import Parts, take_apart
from comment_kit.model.block_records import BlockRecord
from comment_kit.model.blocks import fingerprint

_BRACKET = re.compile(r"\[[^\[\]]*\](?:\{[^{}]*\})?")
_WORD = re.compile(r"[^\W_]+(?:['’\-.&][^\W_]+)*")


def record_of(text: str) -> BlockRecord:
    """Return what is to be said of the block that ``text`` is; its lines end with line feeds."""
    parts = take_apart(text)
    front = read_plain_front(parts.yaml) if parts.yaml is not None else None
    if front is None or not RESERVED.isdisjoint(front.parameters):
        return _read_by_the_parser(text, parts)
    return _record(front, parts.body, text)


def _read_by_the_parser(text: str, parts: Parts) -> BlockRecord:
    reading = read_block(text, "", "")
    unread = next((each for each in reading.diagnostics if each.code == UNREADABLE_BLOCK.code), None)
    if unread is not None:
        return BlockRecord(problem=unread.message)
    block = reading.block
    parameters = {name: (each.required, each.default) for name, each in block.parameters.items()}
    return _record(PlainFront(title=block.title, topics=block.topics, parameters=parameters), parts.body, text)


def _record(front: PlainFront, body: str, text: str) -> BlockRecord:
    return BlockRecord(
        title=front.title,
        topics=front.topics,
        parameters={name: required for name, (required, _) in front.parameters.items()},
        words=_words(without_comments(body)),
        sources=sources_named(body),
        sets=blocks_called(body),
        fingerprint=fingerprint(text),
    )


def _words(prose: str) -> int:
    return len(_WORD.findall(_BRACKET.sub(_as_cited, without_tags(prose))))


def _as_cited(bracket: re.Match[str]) -> str:
    return " " if "@" in bracket[0] else bracket[0]
