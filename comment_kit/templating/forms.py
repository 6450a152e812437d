"""Call the macros of a style's forms: compiled once, called for each note."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.runtime import Macro

from comment_kit.errors import CommentKitError
from comment_kit.templating.bounds import Escape
from comment_kit.templating.faults import fault_of
from comment_kit.templating.sandbox import Sandbox


class _Compiled(BytecodeCache):
    """The files of forms compiled in this process: styles that rest on one another share most, and compiling is slow.

    Nothing is kept on disk, where anybody could put code of his own.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file, which a style names with its folder and the style it belongs to without."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled of the same text."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; of a file that was changed since, the last text alone."""
        assert bucket.code is not None  # noqa: S101 -- for the type checker
        self._codes[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()


class FormsEnvironment(Sandbox):
    """The files of macros in some folders, the first folder that has one winning.

    A macro's own characters are markup, and so is what it prints of another macro; everything else that it
    prints goes through ``escape``.
    """

    def __init__(self, folders: Sequence[Path], escape: Escape) -> None:
        super().__init__(folders, escape)
        self.bytecode_cache = _COMPILED

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
