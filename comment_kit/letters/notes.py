"""Keep the notes of a letter while it is read: which there are, and which were called."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from comment_kit.letters import findings
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Footnote
from comment_kit.model.places import Location


@dataclass(slots=True)
class Notes:
    """The notes of one letter, in the order in which they are met."""

    defined: Mapping[str, Location]
    """Where each named note has its text."""
    taken: Collection[str]
    """Every id that the letter writes out, none of which may be given to another note."""
    report: list[Diagnostic]
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    called: dict[str, Location] = field(default_factory=dict)
    _made: int = 0

    def new_id(self) -> str:
        """Return an id for a note that has none, made from its order."""
        self._made += 1
        while (name := f"note-{self._made}") in self.taken or name in self.defined:
            self._made += 1
        return name

    def add(
        self,
        name: str | None,
        blocks: tuple[Block, ...],
        location: Location,
        *,
        mark: str | None = None,
        from_bracket: bool = False,
    ) -> str:
        """Keep a note that stands where it is called, and return its id."""
        identity = name or self.new_id()
        if identity in self.footnotes or identity in self.defined:
            self._repeated(identity, location)
            identity = self.new_id()
        self.footnotes[identity] = Footnote(
            id=identity, blocks=blocks, location=location, mark=mark, from_bracket=from_bracket
        )
        return identity

    def define(self, name: str, blocks: tuple[Block, ...], location: Location) -> None:
        """Keep the text of a named note."""
        if not blocks:
            hint = f"write them behind '[^{name}]:'"
            self.report.append(findings.EMPTY_NOTE.at(location, f"the note '{name}' has no words", hint=hint))
        self.footnotes[name] = Footnote(id=name, blocks=blocks, location=location)

    def call(self, name: str, location: Location) -> bool:
        """Return whether the named note may be called here: it has a text, and was not called before."""
        if name not in self.defined:
            near = get_close_matches(name, self.defined, n=1, cutoff=0.6)
            hint = f"did you mean '[^{near[0]}]'?" if near else f"write its text on a line: [^{name}]: ..."
            self.report.append(findings.UNDEFINED_NOTE.at(location, f"the note '{name}' has no text", hint=hint))
            return False
        if name in self.called:
            message = f"the note '{name}' is called a second time"
            hint = f"to print its number again write [](#{name})"
            first = (self.called[name],)
            self.report.append(findings.NOTE_CALLED_TWICE.at(location, message, hint=hint, related=first))
            return False
        self.called[name] = location
        return True

    def uncalled(self) -> None:
        """Report each note that has a text and was never called."""
        for name, location in self.defined.items():
            if name not in self.called:
                message = f"the note '{name}' is never called"
                self.report.append(findings.UNCALLED_NOTE.at(location, message, hint=f"call it with [^{name}]"))

    def _repeated(self, identity: str, location: Location) -> None:
        first = self.defined.get(identity) or self.footnotes[identity].location
        message = f"the id '{identity}' is used for two notes"
        self.report.append(findings.REPEATED_ID.at(location, message, related=(first,)))
