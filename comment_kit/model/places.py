"""Say where something stands, in the words its writer would use."""

from msgspec import Struct


class Location(Struct, frozen=True, kw_only=True, order=True):
    """A place in a file: by line in plain text, by printed note and first words in a Word file."""

    file: str
    """The file as the user named it."""
    line: int = 0
    """Counted from 1; 0 where only the file is known."""
    column: int = 0
    """Counted in characters from 1; 0 where only the line is known."""
    note: str = ""
    """The note's mark as printed ("14", "i"); empty outside notes or where the line says enough."""
    words: str = ""
    """The first words of the paragraph, for files that have no lines; for a note, of the one that calls it."""

    def __str__(self) -> str:
        if self.line:
            column = f":{self.column}" if self.column else ""
            return f"{self.file}:{self.line}{column}"
        if self.note:
            return f"{self.file}, note {self.note}"
        return f"{self.file}, at “{self.words}”" if self.words else self.file
