"""Show one block alone: set by a style, with what is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.blocks.mentions import sources_named
from comment_kit.blocks.reading import BlockReading
from comment_kit.blocks.shelf import Unfound
from comment_kit.errors import CommentKitError
from comment_kit.model.block_uses import FiledUse
from comment_kit.model.blocks import ArgumentBlock
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.letter import ListBlock, Paragraph, ThematicBreak
from comment_kit.model.places import Location
from comment_kit.model.text import Span
from comment_kit.project import Project
from comment_kit.workflows.composing import Composition
from comment_kit.workflows.made_up_letters import MADE_UP, Call, letter_of, stand_ins
from comment_kit.workflows.setting_blocks import block_shelf
from comment_kit.workflows.tracing_blocks import filed_uses_of_block

_SHOWN = 8
"""Digits of a version that are printed."""
_LATEST = 3
"""Filings that are told one by one."""
_HERE = Location(file=MADE_UP)


class ShowOptions(Struct, frozen=True, kw_only=True):
    """What the writer asked ``blocks show`` for."""

    name: str
    today: dt.date
    """As of which the sources are judged."""
    style: str | None = None
    version: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)


class ShownBlock(Struct, frozen=True, kw_only=True):
    """A block set alone."""

    composition: Composition
    """Its letter is the block, below a list of what is known of it."""
    title: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether an error kept it from being set."""
        return has_errors(self.diagnostics)


def show_block(options: ShowOptions, project: Project) -> ShownBlock:
    """Return the block set alone; what is required and not given prints as its name in square brackets.

    Raises:
        CommentKitError: there is no such block or version, or it has no such parameter.
    """
    reading = _reading(options, project)
    block = reading.block
    unknown = [name for name in options.parameters if name not in block.parameters]
    if unknown:
        known = f"its parameters are {', '.join(block.parameters)}" if block.parameters else "it has none"
        raise CommentKitError(f"the block '{block.name}' has no parameter '{unknown[0]}'", remedy=known)
    composition = _set_alone(block, project, options)
    about = tuple(_facts(block, filed_uses_of_block(block.name, project)))
    head = (
        Paragraph(content=(Span(text=block.title, bold=True),), location=_HERE),
        ListBlock(items=tuple((_words(each),) for each in about), ordered=False, location=_HERE),
        ThematicBreak(location=_HERE),
    )
    letter = replace(composition.letter, blocks=(*head, *composition.letter.blocks))
    return ShownBlock(
        composition=replace(composition, letter=letter), title=block.title, diagnostics=composition.diagnostics
    )


def _set_alone(block: ArgumentBlock, project: Project, options: ShowOptions) -> Composition:
    required = (name for name, parameter in block.parameters.items() if parameter.required)
    version = block.fingerprint if options.version is not None else None
    call = Call(name=block.name, parameters={**stand_ins(required), **options.parameters}, version=version)
    return letter_of((call,), project, options.today, style=options.style)


def _reading(options: ShowOptions, project: Project) -> BlockReading:
    try:
        return block_shelf(project).read(options.name, options.version)
    except Unfound as fault:
        raise CommentKitError(fault.fault.message, remedy=fault.fault.hint) from None


def _facts(block: ArgumentBlock, filed: tuple[FiledUse, ...]) -> Iterator[str]:
    yield f"{block.name}, version {block.fingerprint[:_SHOWN]}, {block.file}"
    if block.topics:
        yield f"topics: {', '.join(block.topics)}"
    if block.parameters:
        yield f"parameters: {', '.join(_parameters(block))}"
    sources = sources_named(block.body)
    yield f"sources: {', '.join(sources) or 'none'}"
    yield from _filed(block, filed)


def _parameters(block: ArgumentBlock) -> Iterator[str]:
    for name, parameter in block.parameters.items():
        default = f'"{parameter.default}" where none is given' if parameter.default else "may be left out"
        yield f"{name} ({'required' if parameter.required else default})"


def _filed(block: ArgumentBlock, filed: tuple[FiledUse, ...]) -> Iterator[str]:
    if not filed:
        yield "not filed yet"
    for each in filed[:_LATEST]:
        versions = dict.fromkeys(use.fingerprint for use in each.uses)
        shown = ", ".join("this version" if one == block.fingerprint else f"version {one[:_SHOWN]}" for one in versions)
        yield f"filed {each.filing.filed} as {each.filing.label or each.filing.letter}, {shown}"
    if len(filed) > _LATEST:
        yield f"and filed {len(filed) - _LATEST:,} times before: 'comment-kit blocks where-used {block.name}'"


def _words(text: str) -> Paragraph:
    return Paragraph(content=(Span(text=text),), location=_HERE)
