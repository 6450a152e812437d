"""Say in one sentence what is wrong with a template, and where."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from types import TracebackType

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import Context
from jinja2.utils import missing


class TemplateFault(Exception):  # noqa: N818 -- a fault in what a person wrote, not an error of ours
    """A template cannot be carried out: where, what is wrong, and what to do about it.

    Callers turn it into a diagnostic.
    """

    def __init__(self, file: str, line: int, problem: str, remedy: str | None = None) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line
        """Counted from 1."""
        self.problem = problem
        self.remedy = remedy


class Refused(Exception):  # noqa: N818 -- see TemplateFault
    """Something a template may not do; becomes a fault once its place is known."""

    def __init__(self, problem: str, *, remedy: str | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


class UnknownName(UndefinedError):  # noqa: N818 -- see TemplateFault
    """A name that a template uses and nobody gave."""

    def __init__(self, name: str, owner: object, _message: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.known: tuple[str, ...] | None = None
        """The names there are; None where the template's own names are meant."""
        if owner is not missing:
            self.known = tuple(str(key) for key in owner) if isinstance(owner, Mapping) else ()


class StrictName(StrictUndefined):
    """A name nobody gave: to use it in any way is a fault, to ask whether it is defined is not."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError:
            self._undefined_exception = partial(UnknownName, str(name), obj)  # type: ignore[assignment]


_NO_PYTHON = "a template prints values, and has conditions and loops over them; nothing of Python is at hand"
_ONLY_TEMPLATES = "name a file of the same folder of templates"


def fault_of(error: BaseException, *, file: str, starts: Mapping[str, int]) -> TemplateFault:
    """Return ``error`` as a fault at the innermost template line that led to it.

    Args:
        error: what was raised while a template was read or carried out.
        file: the template that was asked for, for an error that names no place.
        starts: by file, the line on which its template starts; 1 where it is not named.
    """
    if isinstance(error, TemplateFault):
        return error
    where, line = _place(error, file)
    problem, remedy = _explained(error)
    return TemplateFault(where, line + starts.get(where, 1) - 1, problem, remedy)


def _place(error: BaseException, file: str) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or file, error.lineno
    place = (file, 1)
    for traceback in _tracebacks(error.__traceback__):
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            place = (template.filename or file, template.get_corresponding_lineno(traceback.tb_lineno))
    return place


def _tracebacks(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next


def _explained(error: BaseException) -> tuple[str, str | None]:  # noqa: PLR0911 -- a table of kinds
    match error:
        case Refused():
            return error.problem, error.remedy
        case UnknownName():
            return _unknown(error)
        case TemplateSyntaxError():
            return f"the template is not understood: {error.message}", _syntax_remedy(error.message or "")
        case TemplateNotFound():
            return f"there is no template '{error.name}' in the template folders", _ONLY_TEMPLATES
        case SecurityError():
            return str(error), _NO_PYTHON
        case RecursionError() if _ran(error):
            return "the template calls itself without end", "let it stop somewhere"
        case RecursionError() | MemoryError() | SyntaxError():
            return "the template is nested too deeply to be carried out", "take it apart"
        case _:
            return f"this cannot be computed: {_first_line(error)}", None


def _ran(error: BaseException) -> bool:
    """Return whether a template was carried out when ``error`` was raised, and not only read."""
    return any("__jinja_template__" in each.tb_frame.f_globals for each in _tracebacks(error.__traceback__))


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(".")


def _syntax_remedy(message: str) -> str | None:
    if message.startswith("Unexpected end of template"):
        return "close each if with endif, each for with endfor"
    if "unknown tag" in message or "unexpected" in message:
        return "characters that are no template stand in {% raw %} ... {% endraw %}"
    return None


def _unknown(error: UnknownName) -> tuple[str, str | None]:
    known = error.known if error.known is not None else _names_at(error.__traceback__)
    near = get_close_matches(error.name, known, n=1, cutoff=0.6)
    if near:
        return f"'{error.name}' is not known here", f"did you mean '{near[0]}'?"
    listed = ", ".join(f"'{name}'" for name in sorted(known)[:8])
    return f"'{error.name}' is not known here", f"known are {listed}" if listed else None


def _names_at(traceback: TracebackType | None) -> tuple[str, ...]:
    """Return the names that the innermost template frame could have used."""
    names: tuple[str, ...] = ()
    for each in _tracebacks(traceback):
        context = each.tb_frame.f_locals.get("context")
        if isinstance(context, Context):
            names = tuple(context.get_all())
    return names
