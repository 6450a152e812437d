"""Quotations: which words are quoted, which citation vouches for them, and whether the source has them so."""

from comment_kit.quotations.deciding import decided, is_cited_against, is_spoken_by_another, left_open
from comment_kit.quotations.finding import quotations
from comment_kit.quotations.findings import FINDINGS
from comment_kit.quotations.judging import judge, pages_with
from comment_kit.quotations.skeleton import Prepared, prepare
from comment_kit.quotations.whole_words import whole_words

__all__ = [
    "FINDINGS",
    "Prepared",
    "decided",
    "is_cited_against",
    "is_spoken_by_another",
    "judge",
    "left_open",
    "pages_with",
    "prepare",
    "quotations",
    "whole_words",
]
