"""The one Jinja environment: no Python behind values, no way out of the folders, no run without end."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.lexer import TokenStream
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import SandboxedEnvironment

from comment_kit.templating.bounds import Bounds, Escape, Filter
from comment_kit.templating.faults import Refused, StrictName
from comment_kit.templating.filters import TESTS
from comment_kit.templating.loading import FolderLoader
from comment_kit.templating.marks import Marks, Token
from comment_kit.templating.markup import Markup
from comment_kit.templating.rewriting import rewritten

MOST_TOKENS = 40_000
"""Pieces of text and words inside tags that one template may hold: a letter has some hundreds."""

_STRING_METHODS = (
    *("capitalize", "count", "endswith", "find", "isdigit", "isupper", "lower", "lstrip", "removeprefix"),
    *("removesuffix", "rstrip", "startswith", "strip", "title", "upper"),
)
_ATTRIBUTES: tuple[tuple[type | tuple[type, ...], tuple[str, ...]], ...] = (
    (str, _STRING_METHODS),
    (Mapping, ("get", "items", "keys", "values")),
    ((list, tuple), ("count", "index")),
    (date, ("year", "month", "day", "isoformat")),
    ((int, float, complex, bytes, set, frozenset), ()),
)
"""What may be asked of a plain value; of other objects anything that does not begin with an underscore."""


class Sandbox(SandboxedEnvironment):
    """An environment whose every run is bounded and whose values are printed through ``escape``."""

    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)

    def __init__(self, folders: Sequence[Path], escape: Escape) -> None:
        super().__init__(
            loader=FolderLoader(folders),
            undefined=StrictName,
            comment_start_string="{##",
            comment_end_string="##}",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            optimized=False,  # a constant is computed when its turn comes, and paid for
            finalize=_finalize,
        )
        self.bounds = Bounds(escape)
        self.marks: Marks | None = None
        self.starts: dict[str, int] = {}
        """By file, the line on which its template starts, where that is not the first."""
        self.globals.clear()
        self.filters = self.bounds.filters()
        self.tests = {name: self.tests[name] for name in TESTS}

    def add_filters(self, filters: Mapping[str, Filter]) -> None:
        """Let templates use ``filters``, too."""
        self.filters |= {name: self.bounds.paying(function) for name, function in filters.items()}

    # ---- reading a template ----

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        tokens = _counted(self.lexer.tokeniter(source, name, filename, state))
        if self.marks is not None:
            file = filename or name or ""
            tokens = self.marks.marked(source, tokens, file=file, first_line=self.starts.get(file, 1))
        return TokenStream(self.lexer.wrap(tokens, name, filename), name, filename)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return rewritten(super()._parse(source, name, filename))

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002 -- Jinja's own signature
        """Raise again what was raised: a fault finds its line in the traceback as it is."""
        raise  # noqa: PLE0704 -- Jinja calls this from except blocks only

    # ---- carrying it out ----

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 -- any value at all
        """Return whether a template may ask ``obj`` for ``attr``."""
        for kinds, allowed in _ATTRIBUTES:
            if isinstance(obj, kinds):
                return attr in allowed
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401, ARG002
        """Return a name that is refused as soon as it is used."""
        return self.undefined(f"a template may not use '{attribute}'", name=attribute, exc=SecurityError)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """Return None: ``format`` is refused like any other method that is not listed."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """Return what ``obj`` holds under ``attribute``; the names in a mapping come before its methods."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """Return the part of ``obj`` that ``argument``, a word, a number or a slice, names."""
        if not isinstance(argument, (str, int, slice)):
            raise Refused("only a word or a number may stand in square brackets")
        return super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Return what two values make together; multiplication and its like are refused."""
        self.bounds.budget.step()
        if operator in {"*", "**", "%"}:
            raise Refused(f"the operator '{operator}' is no part of a template")
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.bounds.joined((left, right))
        self.bounds.budget.made(left)
        self.bounds.budget.made(right)
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805
        """Return what calling ``__obj`` gives; what a macro wrote is markup."""
        bounds = __self.bounds
        bounds.budget.step()
        bounds.budget.made(args)
        if isinstance(__obj, LoopContext):
            args = tuple(map(bounds.counted, args))
        result = super().call(__context, __obj, *args, **kwargs)
        bounds.budget.made(result)
        if isinstance(result, str) and _writes_markup(__obj):
            return Markup(result)
        return result


def _counted(tokens: Iterator[Token]) -> Iterator[Token]:
    for number, token in enumerate(tokens):
        if number == MOST_TOKENS:
            raise Refused("the template holds too many tags", remedy="take it apart")
        yield token


def _writes_markup(called: object) -> bool:
    """Return whether what ``called`` gives was written by a template, or cut from text that was."""
    if isinstance(called, (Macro, BlockReference, LoopContext)):
        return True
    return isinstance(getattr(called, "__self__", None), Markup)


@pass_context
def _finalize(context: Context, value: object) -> str:
    """Return ``value`` as the page shows it."""
    sandbox = context.environment
    assert isinstance(sandbox, Sandbox)  # noqa: S101 -- for the type checker
    return sandbox.bounds.printed(value)
