"""What can be wrong in something a person wrote: a finding, and each place where it was made."""

from enum import StrEnum

from msgspec import Struct

from comment_kit.model.places import Location


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops a build, a warning does not, a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Tier(StrEnum):
    """Truth is what would deceive a reader and is always on; form is a house's policy."""

    TRUTH = "truth"
    FORM = "form"


class Edit(Struct, frozen=True, kw_only=True):
    """Replace ``old`` by ``new`` at ``location``; ``old`` must still stand there."""

    location: Location
    old: str
    new: str


class Fix(Struct, frozen=True, kw_only=True):
    """A change that would remove a diagnostic; only a safe one is made without asking."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One thing wrong at one place."""

    code: str
    severity: Severity
    message: str
    location: Location
    hint: str | None = None
    tier: Tier = Tier.TRUTH
    related: tuple[Location, ...] = ()
    fix: Fix | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """A kind of thing that can be wrong: its code, its name, and why it matters in plain words.

    Each room keeps its own tuple of them; ``explain CODE`` prints them. A code is never reused.
    """

    code: str
    name: str
    """The pattern, not the cure, in hyphenated words: reads as "allow ..."."""
    severity: Severity
    explanation: str
    """What it flags, why it matters and what to do, in plain words."""
    tier: Tier = Tier.TRUTH

    def at(
        self,
        location: Location,
        message: str,
        *,
        hint: str | None = None,
        related: tuple[Location, ...] = (),
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Return this finding as made at ``location``."""
        return Diagnostic(
            code=self.code,
            severity=self.severity,
            message=message,
            location=location,
            hint=hint,
            tier=self.tier,
            related=related,
            fix=fix,
        )


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Return whether any of ``diagnostics`` stops a build."""
    return any(each.severity is Severity.ERROR for each in diagnostics)
