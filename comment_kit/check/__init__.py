"""Check a letter: what a reader would be told wrongly, rule by rule."""

from comment_kit.check.case import Case, Judged
from comment_kit.check.engine import run_rules
from comment_kit.check.rules import FINDINGS, RULES, Rule
from comment_kit.check.summary import summarised

__all__ = ["FINDINGS", "RULES", "Case", "Judged", "Rule", "run_rules", "summarised"]
