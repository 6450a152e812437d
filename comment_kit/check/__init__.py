"""Check a letter: what a reader would be told wrongly, rule by rule."""

from comment_kit.check.case import Case, CitedSource, Judged
from comment_kit.check.engine import form_rules, run_rules
from comment_kit.check.findings import FINDINGS as OF_COMMENTS
from comment_kit.check.house_forms import declared, untyped
from comment_kit.check.placing import placed
from comment_kit.check.rules import FINDINGS as OF_RULES
from comment_kit.check.rules import RULES, Rule
from comment_kit.check.summary import summarised

FINDINGS = (*OF_RULES, *OF_COMMENTS)

__all__ = [
    "FINDINGS",
    "RULES",
    "Case",
    "CitedSource",
    "Judged",
    "Rule",
    "declared",
    "form_rules",
    "placed",
    "run_rules",
    "summarised",
    "untyped",
]
