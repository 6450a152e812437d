"""Set blocks into one letter: what ``block(...)`` in its text means."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property

from comment_kit.blocks import findings
from comment_kit.blocks.reading import BlockReading
from comment_kit.blocks.shelf import Shelf, Unfound
from comment_kit.model.blocks import ArgumentBlock, BlockUse, CallFault, Inclusion
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.places import Location
from comment_kit.templating import LetterEnvironment, Marks, Markup, TemplateFault, letter_environment

DEEPEST = 20
"""Blocks inside of blocks."""

Functions = Mapping[str, Callable[..., object]]


class BlockSetter:
    """Sets the blocks of one letter and collects what is wrong with them."""

    def __init__(
        self,
        shelf: Shelf,
        keep: Callable[[Inclusion], Markup],
        *,
        marks: Marks,
        escape: Callable[[str], str],
        functions: Functions,
    ) -> None:
        """Make a setter for one letter.

        Args:
            shelf: where blocks are found.
            keep: takes what a call gave and returns what stands for it in the text.
            marks: those of the letter.
            escape: makes a value's own characters harmless in Markdown.
            functions: what the text of a block may call beside ``block``.
        """
        self._shelf = shelf
        self._keep = keep
        self._marks = marks
        self._escape = escape
        self._functions = functions
        self._open: list[ArgumentBlock] = []
        self._readings: dict[tuple[str, str | None, str | None], BlockReading] = {}
        self.diagnostics: list[Diagnostic] = []

    def block(self, name: str = "", version: str | None = None, **parameters: object) -> Markup:
        """Return the block ``name`` as it is set here.

        Args:
            name: its path inside of a folder of blocks, without ".md"; a call that forgets it is told.
            version: the beginning of the fingerprint of a text that was filed; None for the text of today.
            parameters: the values that the block prints.
        """
        try:
            reading = self._reading(str(name), version and str(version))
        except Unfound as fault:
            return self._keep(Inclusion(name=str(name), faults=(fault.fault,)))
        self.diagnostics += reading.diagnostics
        block = reading.block
        faults = (*self._circle(block), *_ill_given(block, parameters))
        if faults or has_errors(reading.diagnostics):
            return self._keep(Inclusion(name=block.name, file=block.file, faults=faults))
        text = self._text(block, parameters)
        use = BlockUse(
            name=block.name,
            fingerprint=block.fingerprint,
            parameters={key: str(value) for key, value in parameters.items()},
            within=self._open[-1].name if self._open else "",
        )
        return self._keep(Inclusion(name=block.name, file=block.file, text=text, version=block.text, use=use))

    def _reading(self, name: str, version: str | None) -> BlockReading:
        """Return a block as it is read, once for each letter."""
        within = self._open[-1] if self._open else None
        asked = (name, version, within.fingerprint if within is not None else None)
        if asked not in self._readings:
            self._readings[asked] = self._shelf.read(name, version, within)
        return self._readings[asked]

    @cached_property
    def _environment(self) -> LetterEnvironment:
        return letter_environment((), self._escape, marks=self._marks, one_run=True)

    def _text(self, block: ArgumentBlock, given: Mapping[str, object]) -> str:
        """Return the block rendered, with marks; empty where its Jinja cannot be carried out."""
        defaults = {name: parameter.default for name, parameter in block.parameters.items()}
        values = {**self._functions, "block": self.block, **defaults, **given}
        try:
            with self._inside(block):
                return self._environment.render(block.body, values, file=block.file, first_line=block.first_line)
        except TemplateFault as fault:
            place = Location(file=fault.file, line=fault.line)
            known = _known_in(block) if "not known" in fault.problem else None
            hint = fault.remedy if fault.remedy and "did you mean" in fault.remedy else known or fault.remedy
            self.diagnostics.append(findings.FAULTY_BLOCK.at(place, fault.problem, hint=hint))
            return ""

    @contextmanager
    def _inside(self, block: ArgumentBlock) -> Iterator[None]:
        self._open.append(block)
        try:
            yield
        finally:
            self._open.pop()

    def _circle(self, block: ArgumentBlock) -> Iterator[CallFault]:
        names = [each.name for each in self._open]
        if block.name in names:
            way = " sets ".join(f"'{name}'" for name in (*names[names.index(block.name) :], block.name))
            yield CallFault(finding=findings.CIRCLE, message=f"blocks go round in a circle: {way}", hint="take one out")
        elif len(names) >= DEEPEST:
            message = f"blocks stand inside of one another more than {DEEPEST} deep"
            yield CallFault(finding=findings.CIRCLE, message=message, hint="set some of them into the letter itself")


def _ill_given(block: ArgumentBlock, given: Mapping[str, object]) -> Iterator[CallFault]:
    """Yield what is wrong with the parameters of a call."""
    for parameter in block.parameters.values():
        if parameter.required and given.get(parameter.name) in (None, ""):
            message = f"the block '{block.name}' needs its parameter '{parameter.name}'"
            hint = f"write block('{block.name}', {parameter.name}='...')"
            yield CallFault(
                finding=findings.MISSING_PARAMETER, message=message, hint=hint, related=(parameter.location,)
            )
    for name in given:
        if name not in block.parameters:
            message = f"the block '{block.name}' has no parameter '{name}'"
            place = Location(file=block.file, line=1)
            yield CallFault(
                finding=findings.UNKNOWN_PARAMETER, message=message, hint=_known_in(block), related=(place,)
            )


def _known_in(block: ArgumentBlock) -> str:
    if not block.parameters:
        return "the block has no parameters; they are declared under 'params' in its front matter"
    return f"its parameters are {', '.join(block.parameters)}; a block sees nothing else of the letter"
