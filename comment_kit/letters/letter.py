"""Read a letter: front matter, text and template, to one Letter with every part at its place."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.letters import findings
from comment_kit.letters.front import FrontReading, missing_keys, read_front
from comment_kit.letters.inclusions import Inclusions
from comment_kit.letters.layouts import read_template
from comment_kit.letters.limits import TooMuch
from comment_kit.letters.markdown import MarkdownReading, read_markdown
from comment_kit.letters.places import Lines
from comment_kit.letters.reading import cleaned
from comment_kit.letters.rendering import Functions, render_letter
from comment_kit.letters.typesetting import House
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Letter
from comment_kit.model.places import Location
from comment_kit.templating import Rendered


class Setting(Struct, frozen=True, kw_only=True):
    """What a letter is read with beside its own text."""

    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Front matter of the house."""
    templates: Sequence[Path] = ()
    """The folders of letter templates, in order of precedence."""
    functions: Functions = field(default_factory=dict)
    """What the text may call beside ``cite``: "block", "source"."""
    inclusions: Inclusions | None = None
    """The blocks that ``functions`` set."""
    house: House = field(default_factory=House)
    folder: Path | None = None
    """Where pictures are looked for; None to ask for none."""
    keys: Collection[str] = ()
    """Of the sources there are, to tell a bracket that lacks its @."""
    with_template: bool = True
    """False to read the text alone, as a check of anybody's Markdown does."""


def read_letter(text: str, file: str, setting: Setting | None = None) -> tuple[Letter, tuple[Diagnostic, ...]]:
    """Return the letter that ``text`` is, and what is wrong with it in order of place.

    A letter without front matter is anybody's: it is read without a template and no key is asked for.

    Args:
        text: as ``read_text`` gives it.
        file: the name of its file, for places.
        setting: what it is read with.
    """
    setting = setting or Setting()
    text, diagnostics = cleaned(text, file)
    reading = read_front(text, file, setting.defaults)
    layout, template, of_template = _template(reading, file, setting)
    rendered, of_rendering = render_letter(
        reading,
        file,
        template=template,
        author_marks=layout.author_marks if layout else (),
        functions=setting.functions,
        inclusions=setting.inclusions,
    )
    parsed = _parsed(rendered, layout, setting)
    letter = Letter(file=file, front=reading.front, blocks=parsed.blocks, notes=parsed.notes)
    if not (reading.body.strip() or diagnostics or reading.diagnostics):
        hint = "write it, or name its file"
        diagnostics = (findings.EMPTY_LETTER.at(Location(file=file), "the letter has no text", hint=hint),)
    everything = (*diagnostics, *reading.diagnostics, *of_template, *of_rendering, *parsed.diagnostics)
    of_blocks = setting.inclusions.report if setting.inclusions else ()
    return letter, _in_order((*everything, *of_blocks), file)


def _parsed(rendered: Rendered, layout: Layout | None, setting: Setting) -> MarkdownReading:
    try:
        return read_markdown(
            rendered,
            folder=setting.folder,
            layout=layout,
            house=setting.house,
            keys=setting.keys,
            inclusions=setting.inclusions,
        )
    except TooMuch as fault:
        place = Lines(rendered).location(fault.line)
        too_large = findings.TOO_LARGE.at(place, str(fault), hint="name the Markdown file of the letter")
        return MarkdownReading(blocks=(), notes={}, diagnostics=(too_large,))


def _template(
    reading: FrontReading, file: str, setting: Setting
) -> tuple[Layout | None, Path | None, tuple[Diagnostic, ...]]:
    """Return the layout and the text of the letter's template, where it is to be set into one."""
    if not setting.with_template or not reading.given:
        return None, None, ()
    layout, template, diagnostics = read_template(reading.front.template, setting.templates)
    if template is None:
        line = reading.front.lines.get("template", 1)
        diagnostics = tuple(replace(each, location=Location(file=file, line=line)) for each in diagnostics)
    missing = missing_keys(reading, layout, file)
    if any(each.code == findings.MISSING_KEY.code for each in missing) and not reading.front.template:
        diagnostics = ()
    unreadable = any(each.code == findings.BAD_YAML.code for each in reading.diagnostics)
    return layout, template, diagnostics if unreadable else (*missing, *diagnostics)


def _in_order(diagnostics: Sequence[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` by place, those of the letter's own file first."""
    return tuple(sorted(diagnostics, key=lambda each: (each.location.file != file, each.location)))
