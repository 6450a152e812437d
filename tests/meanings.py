"""What a reader of printed forms alone arrives at: which source, at which place."""

from __future__ import annotations

from comment_kit.model.citations import Form
from comment_kit.model.resolutions import Cited, Resolution


def meaning(resolution: Resolution, by_place: dict[Cited, Resolution]) -> tuple[str | None, object]:
    """Return the source and place that a reader of the printed forms alone would arrive at."""
    place = resolution.citation.pinpoint.reach
    if resolution.form is not Form.ID:
        return resolution.key, place
    assert resolution.antecedent is not None
    antecedent = by_place[resolution.antecedent]
    before = meaning(antecedent, by_place)
    key = resolution.key if antecedent.key != resolution.key else before[0]
    return key, place if resolution.prints_pinpoint else before[1]
