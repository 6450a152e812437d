"""What can be wrong with a style pack, or with a form that a letter asks for."""

from comment_kit.model.diagnostics import Finding, Severity, Tier

UNKNOWN_STYLE = Finding(
    code="FRM101",
    name="unknown-style",
    severity=Severity.ERROR,
    explanation=(
        "The letter names a style, or a style names a base, that no folder of styles has. Without it nobody can say "
        "how a citation is printed. Correct the name, or add a folder with a style.toml to templates/styles."
    ),
)
UNREADABLE_STYLE = Finding(
    code="FRM102",
    name="unreadable-style",
    severity=Severity.ERROR,
    explanation="A style.toml is missing, cannot be read, or is not TOML. The line says where its grammar breaks.",
)
UNKNOWN_SETTING = Finding(
    code="FRM103",
    name="unknown-setting",
    severity=Severity.WARNING,
    explanation=(
        "A style.toml sets something that no form and no rule asks for, so that it has no effect. Correct the name. "
        "A setting that only your own forms read belongs under [house]."
    ),
)
WRONG_SETTING = Finding(
    code="FRM104",
    name="wrong-setting",
    severity=Severity.ERROR,
    explanation="A setting of a style.toml has a value of the wrong sort, such as a word where a number belongs.",
)
BROKEN_FORM = Finding(
    code="FRM105",
    name="broken-form",
    severity=Severity.ERROR,
    explanation=(
        "A file of citation forms is not understood, or fails when a source is printed with it: a tag that is not "
        "closed, or a name that nobody gives. The message names the file and its line."
    ),
)
MISSING_FORM = Finding(
    code="FRM106",
    name="missing-form",
    severity=Severity.ERROR,
    explanation=(
        "The style has no file of forms for a kind of source that the letter cites. Add the file that the message "
        "names, with a macro 'full' in it, or base the style on one that has it."
    ),
)
ENDLESS_BASE = Finding(
    code="FRM107",
    name="style-based-on-itself",
    severity=Severity.ERROR,
    explanation="A style names a base that in the end is based on the style itself. One of them must stand alone.",
)
SUPRA_ASKED = Finding(
    code="FRM108",
    name="supra-for-law",
    severity=Severity.WARNING,
    explanation=(
        "The letter asks with form=supra for *supra* at a kind of source that does not take it: a case, a statute, a "
        "regulation, an order, a committee report (Indigo Book R6.2.3). Agencies' bars write it daily, so it is "
        "printed as asked. Leave the form out and the short form of the kind stands."
    ),
    tier=Tier.FORM,
)
NOTHING_TO_REFER_TO = Finding(
    code="FRM109",
    name="short-form-of-nothing",
    severity=Severity.ERROR,
    explanation=(
        "The letter asks for *Id.*, *supra* or a short form where nothing stands before that it could refer to: the "
        "source was not cited in full, or *Id.* would name another source. Leave out form=, or move the citation."
    ),
)
UNKNOWN_EDITION = Finding(
    code="FRM110",
    name="unknown-edition",
    severity=Severity.ERROR,
    explanation="The letter or the style names an edition of the Bluebook whose rules the style does not describe.",
)

FINDINGS = (
    UNKNOWN_STYLE,
    UNREADABLE_STYLE,
    UNKNOWN_SETTING,
    WRONG_SETTING,
    BROKEN_FORM,
    MISSING_FORM,
    ENDLESS_BASE,
    SUPRA_ASKED,
    NOTHING_TO_REFER_TO,
    UNKNOWN_EDITION,
)
"""Every finding of this room, in the order of their codes."""
