"""Render the text of a letter and of its template, every character keeping its place."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from jinja2 import Template

from comment_kit.errors import CommentKitError
from comment_kit.templating.bounds import Escape, Filter
from comment_kit.templating.faults import fault_of
from comment_kit.templating.marks import Marks
from comment_kit.templating.markup import Markup
from comment_kit.templating.sandbox import Sandbox
from comment_kit.templating.verbatim import hide_code, show_code

_TAG = re.compile(r"\{(?:[{%]|##)")

NO_FILTERS: Mapping[str, Filter] = MappingProxyType({})


class LetterEnvironment:
    """Renders Markdown that holds Jinja; one for each letter, since it keeps the letter's marks."""

    def __init__(
        self, folders: Sequence[Path], escape: Escape, marks: Marks, filters: Mapping[str, Filter], *, one_run: bool
    ) -> None:
        self._sandbox = Sandbox(folders, escape)
        self._sandbox.add_filters(filters)
        self._sandbox.marks = marks
        self._one_run = one_run
        self.marks = marks

    def render(self, source: str, values: Mapping[str, object], *, file: str, first_line: int = 1) -> Markup:
        """Return ``source`` rendered, with marks for ``Marks.read``.

        Code spans and fences stay as they are.

        Args:
            source: Markdown with Jinja in it; lines end with line feeds.
            values: the names that it may use.
            file: what the source is called in faults and origins.
            first_line: the line of the file on which the source starts, counted from 1.

        Raises:
            TemplateFault: the source is not understood, does what it may not, or does not come to an end.
        """
        if source and not _TAG.search(source):
            # Most of a long letter is words, which Jinja would read piece by piece to give back as they are.
            return Markup(self.marks.marked_text(source, file=file, first_line=first_line))
        self._sandbox.starts[file] = first_line
        return self._guarded(file, lambda: self._carried_out(self._compiled(hide_code(source), file), values))

    def render_template(self, name: str, values: Mapping[str, object]) -> Markup:
        """Return the template ``name`` of the folders rendered, as ``render`` does.

        Raises:
            TemplateFault: see ``render``; or there is no such template.
        """
        return self._guarded(name, lambda: self._carried_out(self._sandbox.get_template(name), values))

    def _compiled(self, source: str, file: str) -> Template:
        code = self._sandbox.compile(source, file, file)
        return Template.from_code(self._sandbox, code, {})

    def _carried_out(self, template: Template, values: Mapping[str, object]) -> Markup:
        return Markup(show_code(template.render(values)))

    def _guarded(self, file: str, run: Callable[[], Markup]) -> Markup:
        if not self._one_run:
            self._sandbox.bounds.begin()
        try:
            return run()
        except CommentKitError:
            raise
        except Exception as error:  # noqa: BLE001 -- a template may raise anything that Python can
            raise fault_of(error, file=file, starts=self._sandbox.starts) from None


def letter_environment(
    folders: Sequence[Path],
    escape: Escape,
    *,
    marks: Marks | None = None,
    filters: Mapping[str, Filter] = NO_FILTERS,
    one_run: bool = False,
) -> LetterEnvironment:
    """Return an environment that renders one letter and its template, or its blocks.

    Args:
        folders: where templates are found; the first that has one wins.
        escape: makes a value's own characters harmless in Markdown.
        marks: those of the letter, for its blocks; new ones where None.
        filters: further filters, by name; what one gives is escaped unless it is Markup.
        one_run: True to let everything that is rendered pay from one budget, as all the blocks of a letter do.
    """
    return LetterEnvironment(folders, escape, marks or Marks(), filters, one_run=one_run)
