"""Parse Markdown, once, into the blocks and notes of a letter."""

import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from comment_kit.letters import findings
from comment_kit.letters.block_rules import add_block_rules
from comment_kit.letters.blocks import BlockReader
from comment_kit.letters.directions import check_directions
from comment_kit.letters.escaping import unescape
from comment_kit.letters.headings import at_level, check_targets, with_headings
from comment_kit.letters.identities import Identities
from comment_kit.letters.inclusions import Inclusions
from comment_kit.letters.inline_rules import add_inline_rules
from comment_kit.letters.inlines import Surroundings
from comment_kit.letters.limits import Tally, add_limits
from comment_kit.letters.notes import Notes
from comment_kit.letters.places import Lines
from comment_kit.letters.typesetting import House
from comment_kit.model.blocks import Inclusion
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Block, Footnote
from comment_kit.model.places import Location
from comment_kit.templating import Rendered

DEEPEST = 30
"""Blocks inside blocks, each list counting two."""

_WRITTEN_ID = re.compile(r"\{[^{}\n]*#([^\W_][\w:.-]*)")


class MarkdownReading(Struct, frozen=True, kw_only=True):
    """What a Markdown text says."""

    blocks: tuple[Block, ...]
    notes: dict[str, Footnote]
    diagnostics: tuple[Diagnostic, ...]
    """In the order in which they were found."""


def read_markdown(  # noqa: PLR0913 -- each is another room's
    rendered: Rendered,
    *,
    folder: Path | None = None,
    layout: Layout | None = None,
    house: House | None = None,
    keys: Collection[str] = (),
    inclusions: Inclusions | None = None,
) -> MarkdownReading:
    """Return the blocks and notes of ``rendered``.

    Args:
        rendered: Markdown, and where each of its characters was written.
        folder: where pictures are looked for; None to ask for none.
        layout: how headings are numbered; None for no numbers.
        house: what the style decides about the setting of lines.
        keys: of the sources there are, to tell a bracket that lacks its @.
        inclusions: the blocks that the text sets.

    Raises:
        TooMuch: the text holds more than any letter does.
    """
    reader = _TextReader(folder, house or House(), keys, inclusions or Inclusions())
    blocks = reader.read(rendered)
    notes, report = reader.footnotes, reader.report
    blocks = with_headings(blocks, notes, layout, report)
    check_targets(blocks, notes, report)
    check_directions(blocks, notes, report)
    return MarkdownReading(blocks=blocks, notes=notes, diagnostics=tuple(report))


class _TextReader:
    """Reads the text of one letter, and of each block where it stands in it."""

    def __init__(self, folder: Path | None, house: House, keys: Collection[str], inclusions: Inclusions) -> None:
        self.report: list[Diagnostic] = []
        self.footnotes: dict[str, Footnote] = {}
        self._folder = folder
        self._house = house
        self._keys = keys
        self._inclusions = inclusions
        self._markdown = _markdown()
        self._identities = Identities()
        self._tally = Tally()

    def read(self, rendered: Rendered, *, beside: str = "", in_note: bool = False) -> tuple[Block, ...]:
        """Return the blocks of one text; its notes join the others."""
        lines = Lines(rendered)
        env: dict[str, Any] = {"keys": self._keys}
        tokens = self._markdown.block.parse(rendered.text, self._markdown, env, []) or []
        _report_depth(tokens, lines, self.report)
        root = SyntaxTreeNode(tokens)
        definitions = _definitions(root, lines, self.report)
        notes = Notes(
            defined={name: lines.location(_line(node)) for name, node in definitions.items()},
            identities=self._identities,
            given=self._identities.write((*_WRITTEN_ID.findall(rendered.text), *definitions)),
            report=self.report,
            footnotes=self.footnotes,
        )
        around = self._around(env, notes, beside)
        blocks = BlockReader(lines, around, self._included, in_note=in_note).read(root.children)
        for name, node in definitions.items():
            words = BlockReader(lines, around, self._included, in_note=True).read(node.children)
            notes.define(name, words, notes.defined[name])
        notes.uncalled()
        return blocks

    def _around(self, env: dict[str, Any], notes: Notes, beside: str) -> Surroundings:
        return Surroundings(
            markdown=self._markdown,
            env=env,
            notes=notes,
            house=self._house,
            report=self.report,
            folder=self._folder,
            beside=beside,
            inclusions=self._inclusions,
            tally=self._tally,
        )

    def _included(self, inclusion: Inclusion, level: int, *, in_note: bool) -> tuple[Block, ...]:
        """Return the blocks of what the letter sets, its highest headings on ``level``."""
        beside = _way(self._folder, Path(inclusion.file).parent) if self._folder is not None else ""
        blocks = self.read(self._inclusions.rendered(inclusion), beside=beside, in_note=in_note)
        return at_level(blocks, level, inclusion.name, self.report)


def _way(start: Path, to: Path) -> str:
    return Path(os.path.relpath(to, start)).as_posix()


class _Markdown(MarkdownIt):
    """A parser to which the address of a link is what its value says, though the value was escaped."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- markdown-it's name
        return super().normalizeLink(unescape(url))

    def validateLink(self, url: str) -> bool:  # noqa: N802 -- as above
        return super().validateLink(unescape(url))


def _markdown() -> MarkdownIt:
    markdown = _Markdown("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    add_block_rules(markdown)
    add_inline_rules(markdown)
    add_limits(markdown)
    return markdown


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _report_depth(tokens: list[Token], lines: Lines, report: list[Diagnostic]) -> None:
    """Report blocks whose insides the parser left out because they lie too deep."""
    for token in tokens:
        if token.nesting == 1 and token.level >= DEEPEST - 1 and token.type != "paragraph_open":
            location = lines.location((token.map or [0])[0] + 1)
            message = "what stands here is nested too deeply to be read"
            report.append(findings.NESTED_TOO_DEEPLY.at(location, message, hint="quotations and lists go less deep"))
            return


def _definitions(root: SyntaxTreeNode, lines: Lines, report: list[Diagnostic]) -> dict[str, SyntaxTreeNode]:
    """Return the texts of named notes, wherever they stand."""
    definitions: dict[str, SyntaxTreeNode] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting.extend(reversed(node.children))
        if node.type != "ck_definition" or node.nester_tokens is None:
            continue
        name = node.nester_tokens.opening.meta["name"]
        if name in definitions:
            _report_twice(name, lines.location(_line(node)), lines.location(_line(definitions[name])), report)
        else:
            definitions[name] = node
    return definitions


def _report_twice(name: str, location: Location, first: Location, report: list[Diagnostic]) -> None:
    message = f"the note '{name}' has a second text"
    report.append(
        findings.NOTE_DEFINED_TWICE.at(location, message, hint="give one of them another name", related=(first,))
    )
