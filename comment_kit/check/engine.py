"""Run rules over a case and bring their diagnostics into the order of the letter."""

from __future__ import annotations

from collections.abc import Iterable

from comment_kit.check.case import Case
from comment_kit.check.rules import RULES, Rule
from comment_kit.check.rules.of_form import BY_STYLE
from comment_kit.model.diagnostics import Diagnostic, Tier


def run_rules(case: Case, *, rules: Iterable[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """Return what ``rules`` find, by place; rules of form run only where the letter declares a style."""
    chosen = [rule for rule in rules if rule.finding.tier is Tier.TRUTH or case.policy is not None]
    found = [diagnostic for rule in chosen for diagnostic in rule.check(case)]
    return tuple(sorted(dict.fromkeys(found), key=_place))


def form_rules(*, by_style: bool | None = None) -> tuple[Rule, ...]:
    """Return the rules that run only where a style is declared.

    Args:
        by_style: True for those alone that ask the style, False for those that say the same under any.
    """
    asking = {finding.code for finding, _ in BY_STYLE}
    form = (rule for rule in RULES if rule.finding.tier is Tier.FORM)
    return tuple(rule for rule in form if by_style is None or (rule.finding.code in asking) is by_style)


def _place(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
    where = diagnostic.location
    note = int(where.note) if where.note.isdecimal() else 0
    return where.line, note, where.column, diagnostic.code
