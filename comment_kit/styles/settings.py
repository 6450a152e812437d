"""The settings of a style.toml: which there are, of what sort, and which part of the kit asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

Setting: TypeAlias = Any
"""A value as TOML gives it."""


class Rule(Struct, frozen=True, kw_only=True):
    """What a setting must be."""

    expected: str
    """In words, for the message: "true or false"."""
    accepts: Callable[[Setting], bool]


def _choice(*words: str) -> Rule:
    listed = ", ".join(f'"{word}"' for word in words)
    return Rule(expected=f"one of {listed}", accepts=lambda value: isinstance(value, str) and value in words)


def _is_number(value: Setting) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_words(value: Setting) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


_FLAG = Rule(expected="true or false", accepts=lambda value: isinstance(value, bool))
_NUMBER = Rule(expected="a whole number", accepts=_is_number)
_TEXT = Rule(expected="text", accepts=lambda value: isinstance(value, str))
_COUNT_OR_NONE = Rule(expected='a whole number or "none"', accepts=lambda value: _is_number(value) or value == "none")
_MONTHS = Rule(expected="twelve names of months", accepts=lambda value: _is_words(value) and len(value) == 12)  # noqa: PLR2004
_FORMS = Rule(
    expected='"always", "never" or a list of forms',
    accepts=lambda value: value in ("always", "never") or _is_words(value),
)
_LABELS = Rule(
    expected="a table of words and their abbreviations",
    accepts=lambda value: isinstance(value, dict) and all(isinstance(word, str) for word in value.values()),
)
_ANYTHING = Rule(expected="a table", accepts=lambda value: isinstance(value, dict))

RULES: Mapping[str, Rule] = {
    # What the resolver asks.
    "base": _TEXT,
    "description": _TEXT,
    "edition": _NUMBER,
    "again": _choice("supra", "designation", "full"),
    "window": _COUNT_OR_NONE,
    "hereinafter": _FLAG,
    "id_run_limit": _COUNT_OR_NONE,
    "restart_at_heading": _FLAG,
    # What printing asks.
    "history": _choice("phrase", "parenthetical", "none"),
    "history_comma": _FLAG,
    "typeface": _choice("scholarly", "roman"),
    "ellipsis": _TEXT,
    "page_dash": _choice("–", "-"),
    "archives": _choice("where given", "demanded"),
    "block_words": _COUNT_OR_NONE,
    "mark_at_colon": _choice("before", "as written"),
    "months": _MONTHS,
    "et_al": _TEXT,
    "et_al_above": _NUMBER,
    "short_et_al_from": _NUMBER,
    "small_words": _choice("lower", "as printed"),
    "page_commas": _FLAG,
    "label_pages": _choice("first", "range"),
    "label_first": _FLAG,
    "labels": _LABELS,
    "addresses": _FORMS,
    # What forms ask.
    "order_commas": _FLAG,
    "order_date": _choice("signed", "published"),
    "order_reporter": _choice("Fed. Reg.", "C.F.R."),
    "request_for_comments": _choice("notice", "proposed"),
    "statute_year": _FLAG,
    "preprint_form": _choice("web", "working paper"),
    "preprint_address": _choice("url", "doi"),
    # Tables of further settings.
    "editions": _ANYTHING,
    "house": _ANYTHING,
}
"""Every setting the kit knows; a setting that only a house's own forms read stands under ``[house]``."""

OPTIONAL = frozenset({"base", "description", "labels", "editions", "house"})
"""Settings without which a style is whole."""
