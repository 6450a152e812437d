"""Look over the resolved citations of a letter for what its writer should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from comment_kit.authorities import overtaken
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.policy import Policy
from comment_kit.model.resolutions import Obstacle, Resolution
from comment_kit.model.sources import Library
from comment_kit.workflows.findings import (
    ID_WITHOUT_ANTECEDENT,
    NEEDS_PARENTHETICAL,
    PINPOINT_DROPPED,
    SIGNAL_OF_ANOTHER_EDITION,
)


def remarks(
    resolutions: Sequence[Resolution], library: Library, policy: Policy, as_of: date | None
) -> tuple[Diagnostic, ...]:
    """Return what is wrong or worth knowing about the citations of a letter that is being drafted.

    Args:
        resolutions: in order of the notes.
        library: the sources they name.
        policy: of the style that will set them.
        as_of: the letter's date.
    """
    found = [diagnostic for each in resolutions for diagnostic in _about_one(each, library, policy)]
    return (*found, *overtaken(resolutions, library, as_of))


def _about_one(resolution: Resolution, library: Library, policy: Policy) -> Iterator[Diagnostic]:
    yield from _about_asked_form(resolution, library)
    yield from _about_signal(resolution, policy)
    if resolution.obstacle is Obstacle.PINPOINT_DROPPED and resolution.citation.form is None:
        yield PINPOINT_DROPPED.at(
            resolution.citation.location,
            f"'{resolution.key}' was cited just before with a page, and here without one",
            hint="add the page if the same one is meant, and the note becomes Id.",
        )


def _about_asked_form(resolution: Resolution, library: Library) -> Iterator[Diagnostic]:
    """Yield a remark where Id. is asked for and would be read as another source."""
    obstacle, antecedent = resolution.obstacle, resolution.antecedent
    if resolution.citation.form is Form.ID and antecedent and obstacle and resolution.key in library.sources:
        yield ID_WITHOUT_ANTECEDENT.at(
            resolution.citation.location,
            f"Id. is asked for '{resolution.key}', but {obstacle}",
            hint="take {form=id} away and let the style choose",
        )


def _about_signal(resolution: Resolution, policy: Policy) -> Iterator[Diagnostic]:
    signal = resolution.citation.signal
    if signal is None:
        return
    if signal.needs_parenthetical and not resolution.citation.parentheticals:
        place = f", {resolution.citation.locator}" if resolution.citation.locator else ""
        yield NEEDS_PARENTHETICAL.at(
            resolution.citation.location,
            f"after '{signal.words}' a reader needs words that say how the source bears on the sentence",
            hint=f"add them in round brackets: [{signal.words} @{resolution.key}{place} (noting ...)]",
        )
    if not signal.edition <= policy.edition <= signal.last_edition:
        yield SIGNAL_OF_ANOTHER_EDITION.at(
            resolution.citation.location,
            f"edition {policy.edition} of the Bluebook has no signal '{signal.words}'",
            hint="use 'compare' with 'with', or another edition of the style",
        )
