"""Render the text of a letter and set it into its template, as Markdown whose every character keeps its place."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from comment_kit.letters import findings
from comment_kit.letters.escaping import escape
from comment_kit.letters.front import FrontReading
from comment_kit.letters.functions import FUNCTIONS
from comment_kit.letters.inclusions import Inclusions
from comment_kit.letters.showing import continued, filters, shown
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.templating import Markup, Rendered, TemplateFault, letter_environment

Functions = Mapping[str, Callable[..., object]]
NO_FUNCTIONS: Functions = MappingProxyType({})


def render_letter(  # noqa: PLR0913 -- each is another room's
    reading: FrontReading,
    file: str,
    *,
    template: Path | None = None,
    author_marks: Sequence[str] = (),
    functions: Functions = NO_FUNCTIONS,
    inclusions: Inclusions | None = None,
) -> tuple[Rendered, tuple[Diagnostic, ...]]:
    """Return the letter as Markdown, set into ``template`` where there is one.

    A fault of a template is a diagnostic, and the text is then empty.

    Args:
        reading: the letter's front matter and body.
        file: the name of the letter's file, for places.
        template: the path of the template's text; None to leave the text as it is.
        author_marks: of the layout: the marks of the authors' own notes.
        functions: what the text may call beside ``cite``.
        inclusions: the blocks that ``functions`` set, with the marks of the letter.
    """
    folders = (template.parent,) if template is not None else ()
    inclusions = inclusions or Inclusions()
    marks = inclusions.marks
    environment = letter_environment(folders, escape, marks=marks, filters=filters(marks, file))
    values: dict[str, Any] = {**FUNCTIONS, **functions, "vars": reading.front.values.get("vars") or {}}
    try:
        text = environment.render(reading.body, values, file=file, first_line=reading.first_line)
        text = Markup(inclusions.settle(text, file))
        if template is None:
            return environment.marks.read(text, file=file), ()
        values |= {"letter": shown(reading.front), "body": text, "marks": continued(author_marks)}
        page = environment.render_template(template.name, values)
    except TemplateFault as fault:
        return environment.marks.read("", file=file), (_diagnostic(fault),)
    return environment.marks.read(page, file=file), () if text.strip() in page else (_without_text(template),)


def _without_text(template: Path) -> Diagnostic:
    message = "the template does not print the text of the letter"
    return findings.BAD_TEMPLATE.at(Location(file=str(template)), message, hint="write {{ body }} where it belongs")


def _diagnostic(fault: TemplateFault) -> Diagnostic:
    return findings.TEMPLATE_FAULT.at(Location(file=fault.file, line=fault.line), fault.problem, hint=fault.remedy)
