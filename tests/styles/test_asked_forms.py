"""Forms that a letter asks for with ``form=``, judged before it is set."""

from __future__ import annotations

from printed_forms import HERE, bracket, cited, letter_of, shipped, style

from comment_kit.locators import pinpointed
from comment_kit.model.citations import Form, StringCite
from comment_kit.model.diagnostics import Diagnostic, Severity, Tier
from comment_kit.resolve import resolve
from comment_kit.styles import asked_forms, source_names


def asked(*notes: StringCite) -> tuple[Diagnostic, ...]:
    letter, _ = pinpointed(letter_of(*notes), shipped())
    names = source_names(shipped(), shipped().sources, style())
    return asked_forms(resolve(letter, shipped(), style().policy, names), shipped())


def test_supra_for_an_order_is_a_remark_on_form() -> None:
    (diagnostic,) = asked(bracket("@eo14110"), bracket("@ntia2024"), bracket(cited("@eo14110, 75203", form=Form.SUPRA)))
    assert (diagnostic.code, diagnostic.location) == ("FRM108", HERE)
    assert (diagnostic.severity, diagnostic.tier) == (Severity.WARNING, Tier.FORM)
    assert diagnostic.message == "form=supra is asked of 'eo14110', but an executive order takes no supra"
    assert diagnostic.hint == "leave out form=supra and its short form stands"


def test_a_short_form_of_what_was_not_cited_is_an_error() -> None:
    (diagnostic,) = asked(bracket(cited("@ntia2024, 3", form=Form.SHORT)))
    assert (diagnostic.code, diagnostic.location, diagnostic.severity) == ("FRM109", HERE, Severity.ERROR)
    assert diagnostic.message == "form=short is asked of 'ntia2024', but there is nothing it could refer to"
    assert diagnostic.hint == "leave out form=short"


def test_id_in_the_first_note_says_why_it_refers_to_nothing() -> None:
    (diagnostic,) = asked(bracket(cited("@ntia2024, 3", form=Form.ID)))
    assert diagnostic.code == "FRM109"
    assert diagnostic.message.endswith("but there is nothing it could refer to: nothing is cited before it")


def test_a_form_asked_for_with_reason_draws_no_remark() -> None:
    assert asked(bracket("@ntia2024, 3"), bracket(cited("@ntia2024, 3", form=Form.SUPRA))) == ()
    assert asked(bracket("@ntia2024"), bracket("@eo14110"), bracket(cited("@ntia2024", form=Form.FULL))) == ()
