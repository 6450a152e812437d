"""What can be wrong in a letter only once its rooms are joined."""

from comment_kit.model.diagnostics import Finding, Severity

ID_WITHOUT_ANTECEDENT = Finding(
    code="ANT001",
    name="id-without-antecedent",
    severity=Severity.ERROR,
    explanation=(
        "The letter asks for Id. at a place where no single source is cited just before it. A reader would take it "
        "for another source, or for none. Take {form=id} away and let the style choose (Indigo Book R6.2.2, "
        "Bluebook rule 4.1)."
    ),
)
PINPOINT_DROPPED = Finding(
    code="ANT002",
    name="pinpoint-dropped",
    severity=Severity.HINT,
    explanation=(
        "The same source was cited just before with a page, and here without one. Id. would vouch for that page, so "
        "the next form of the style stands. If the same page is meant, write it again and the note becomes Id."
    ),
)
TYPED_FORM = Finding(
    code="ANT003",
    name="typed-short-form",
    severity=Severity.WARNING,
    explanation=(
        "Id., a supra with its note, or the number of a part is typed as words into the letter's source. What a "
        "bracket makes is kept true when paragraphs move; these words stay as they are, send a reader to another "
        "source or note then, and are followed by no check. Cite by a bracket, [@key, 3], whose form is chosen by its "
        "place, and refer by [](#name)."
    ),
)
NEEDS_PARENTHETICAL = Finding(
    code="SIG201",
    name="signal-without-parenthetical",
    severity=Severity.WARNING,
    explanation=(
        "Cf., But cf., Compare and Contrast tell a reader that a source bears on the sentence in some other way than "
        "supporting it; without words in round brackets nobody knows how (Indigo Book R4.6.5 to R4.7)."
    ),
)
SIGNAL_OF_ANOTHER_EDITION = Finding(
    code="SIG202",
    name="signal-of-another-edition",
    severity=Severity.WARNING,
    explanation="The signal is unknown to the edition of the Bluebook that the style follows.",
)

FINDINGS = (
    ID_WITHOUT_ANTECEDENT,
    PINPOINT_DROPPED,
    TYPED_FORM,
    NEEDS_PARENTHETICAL,
    SIGNAL_OF_ANOTHER_EDITION,
)
