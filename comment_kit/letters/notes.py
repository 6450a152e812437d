"""Keep the notes of a letter while it is read: which there are, and which were called."""

from collections.abc import Mapping
from difflib import get_close_matches

from msgspec import Struct, field

from comment_kit.letters import findings
from comment_kit.letters.identities import Identities
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Footnote
from comment_kit.model.places import Location


class Notes(Struct):
    """The notes that one text calls, the letter's or a block's, in the order in which they are met."""

    defined: Mapping[str, Location]
    """Where each named note of the text has its words."""
    identities: Identities
    """Those of the whole letter."""
    given: Mapping[str, str]
    """By the name that the text writes, the id that it has in the letter, where another text has the name."""
    report: list[Diagnostic]
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    """Those of the whole letter, by id."""
    called: dict[str, Location] = field(default_factory=dict)

    def identity(self, name: str) -> str:
        """Return the id in the letter of what this text calls ``name``."""
        return self.given.get(name, name)

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
        identity = self.identity(name) if name else self.identities.new()
        if name and (identity in self.footnotes or name in self.defined):
            self._repeated(name, location)
            identity = self.identities.new()
        self.footnotes[identity] = Footnote(
            id=identity, blocks=blocks, location=location, mark=mark, from_bracket=from_bracket
        )
        return identity

    def define(self, name: str, blocks: tuple[Block, ...], location: Location) -> None:
        """Keep the text of a named note."""
        if not blocks:
            hint = f"write them behind '[^{name}]:'"
            self.report.append(findings.EMPTY_NOTE.at(location, f"the note '{name}' has no words", hint=hint))
        identity = self.identity(name)
        self.footnotes[identity] = Footnote(id=identity, blocks=blocks, location=location)

    def call(self, name: str, location: Location) -> bool:
        """Return whether the named note may be called here: it has a text, and was not called before."""
        if name not in self.defined:
            near = get_close_matches(name, self.defined, n=1, cutoff=0.6)
            hint = f"did you mean '[^{near[0]}]'?" if near else f"write its text on a line: [^{name}]: ..."
            self.report.append(findings.UNDEFINED_NOTE.at(location, f"the note '{name}' has no text", hint=hint))
            return False
        if name in self.called:
            message = f"the note '{name}' is called a second time"
            hint = f"give this place a note of its own, or print that number again with [](#{name})"
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
                self.report.append(
                    findings.UNCALLED_NOTE.at(location, message, hint=f"call it with [^{name}], or delete it")
                )

    def _repeated(self, name: str, location: Location) -> None:
        first = self.defined.get(name) or self.footnotes[self.identity(name)].location
        message = f"the id '{name}' is used for two notes"
        self.report.append(findings.REPEATED_ID.at(location, message, related=(first,)))
