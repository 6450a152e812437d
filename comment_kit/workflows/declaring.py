"""Judge a typed letter by the style that it declares, or say which style it reads most like."""

from __future__ import annotations

from msgspec import Struct

from comment_kit import resources
from comment_kit.check import Case, declared, form_rules, run_rules, untyped
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.project import Project
from comment_kit.styles import Style, read_style, style_names


class Declared(Struct, frozen=True, kw_only=True):
    """A case with the style that its letter declares."""

    case: Case
    """With the policy of the style; as it was where none is declared."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the style itself."""
    remarks: tuple[str, ...] = ()
    """Which style the letter reads like, where it declares none."""


def by_its_style(case: Case, project: Project, asked: str | None) -> Declared:
    """Return ``case`` judged by the style asked for, the letter's own, or the project's, in this order.

    The letter's own is the one that set the file, or that a source names. A source that is all brackets was set by it
    just now, and is judged already.

    Args:
        case: its quotations judged.
        project: where its style packs lie.
        asked: the style named with ``--style``; None where none was.
    """
    if case.policy is not None:
        return Declared(case=case)
    stamped = case.facts.stamp.style if case.facts.stamp else ""
    name = asked or stamped or case.letter.front.style or str(project.defaults.get("style") or "")
    if not name:
        return Declared(case=case, remarks=_resemblance(case, project))
    where = Location(file="--style" if asked else str(project.configuration or case.letter.file))
    style, wrong = read_style(name, project.templates("styles"), asked_at=where)
    if style is None and stamped == name and not asked:
        return Declared(case=case, remarks=(f"The style '{name}' that set this file is not here: no form is judged.",))
    return Declared(case=declared(case, style) if style else case, diagnostics=wrong)


def _resemblance(case: Case, project: Project) -> tuple[str, ...]:
    """Return the line that says which shipped style has least to remark; nothing for a letter of no known source."""
    if not any(words.source for words in case.words.citations) or case.facts.guessed:
        return ()
    letter = untyped(case)
    cases = [declared(case, style, letter) for style in _shipped(project)]
    if not cases:
        return ()
    waiting = {each.policy.name: len(run_rules(each, rules=form_rules(by_style=True))) for each in cases if each.policy}
    name = min(waiting, key=lambda each: waiting[each])
    count = waiting[name] + len(run_rules(cases[0], rules=form_rules(by_style=False)))
    if not count:
        return (f"Reads most like '{name}': no remark of form waits.",)
    remarks = f"{count} remarks of form wait" if count > 1 else "1 remark of form waits"
    return (f"Reads most like '{name}': {remarks} (--style {name} shows {'them' if count > 1 else 'it'}).",)


def _shipped(project: Project) -> list[Style]:
    names = style_names((resources.shelf("templates") / "styles",))
    read = (read_style(name, project.templates("styles"))[0] for name in names)
    return [style for style in read if style is not None]
