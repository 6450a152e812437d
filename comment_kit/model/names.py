"""What the forms would call each source, so that the resolver can see two sources sharing a name."""

from msgspec import Struct


class Names(Struct, frozen=True, kw_only=True):
    """The names of one source among the sources of a letter, as plain text."""

    printed: str
    """What a *supra* form prints without further help: the author, or the short title of what has none."""
    defined: str
    """The name to define with *hereinafter*, should one be needed; no other cited source has it."""
    personal: bool
    """True where ``printed`` is the name of persons, so that a short title beside it tells two works apart."""
    wished: bool = False
    """True where the entry itself asks for a *hereinafter* (its field ``hereinafter``)."""
