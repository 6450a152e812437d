"""Call the macros of a style's forms: compiled once, called for each note."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2.runtime import Macro

from comment_kit.errors import CommentKitError
from comment_kit.templating.bounds import Escape
from comment_kit.templating.faults import fault_of
from comment_kit.templating.sandbox import Sandbox


class FormsEnvironment(Sandbox):
    """The files of macros in some folders, the first folder that has one winning.

    A macro's own characters are markup, and so is what it prints of another macro; everything else that it
    prints goes through ``escape``.
    """

    def macros(self, file: str) -> dict[str, Callable[..., str]]:
        """Return the macros of ``file`` by name; names that begin with an underscore stay private.

        What is returned raises TemplateFault when called in vain, as does this.
        """
        self.bounds.begin()
        try:
            module = self.get_template(file).module
        except Exception as error:  # noqa: BLE001 -- a template may raise anything that Python can
            raise fault_of(error, file=file, starts={}) from None
        exported = {name: value for name, value in vars(module).items() if isinstance(value, Macro)}
        return {name: self._callable(file, macro) for name, macro in exported.items() if not name.startswith("_")}

    def _callable(self, file: str, macro: Macro) -> Callable[..., str]:
        def call(*values: object, **named: object) -> str:
            self.bounds.begin()
            try:
                return str(macro(*values, **named))
            except CommentKitError:
                raise
            except Exception as error:  # noqa: BLE001 -- see above
                raise fault_of(error, file=file, starts={}) from None

        return call


def forms_environment(folders: Sequence[Path], escape: Escape) -> FormsEnvironment:
    """Return the environment of a style's forms.

    ``forms_environment(...).macros("report.jinja")["full"](source=..., pinpoint=...)`` gives the text of a form.

    Args:
        folders: where the files of macros are found; the first that has one wins.
        escape: makes a value's own characters harmless in the markup that forms write.
    """
    return FormsEnvironment(folders, escape)
