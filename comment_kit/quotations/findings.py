"""The things that can be wrong with a quotation, and what to say about each."""

from comment_kit.model.diagnostics import Finding, Severity, Tier

ALTERED = Finding(
    code="QUO301",
    name="altered-quotation",
    severity=Severity.ERROR,
    explanation=(
        "The words in marks are not those of the source, and no bracket or ellipsis says so. Both texts are shown "
        "with the difference. It is an error where the sense may change (a negative, a verb of duty, a number, another "
        "word), a warning where words were left out, joined or put in small or capital letters without a mark, "
        "a hint where only a hyphen, a dash or a space differs."
    ),
)
NOT_FOUND = Finding(
    code="QUO302",
    name="quotation-not-in-source",
    severity=Severity.ERROR,
    explanation=(
        "The words do not stand in the source that is cited for them, nor anything much like them. Look whether "
        "another source was meant, or whether these are the letter's own words."
    ),
)
CONTEXT = Finding(
    code="QUO303",
    name="quotation-clipped-from-context",
    severity=Severity.WARNING,
    explanation=(
        "Every letter is right, but what the quotation leaves out, or what stands directly beside it in the source, "
        "holds a word that may turn its sense: a negative, but, except, unless, only, whether, if, may, proposed, "
        "some commenters; or a bracket puts in a negative, or dots join what stands pages apart. Read the passage and "
        "decide whether the reader is told the truth."
    ),
)
NEEDLESS_BRACKET = Finding(
    code="QUO304",
    name="bracket-without-change",
    severity=Severity.HINT,
    explanation=(
        "A bracket tells the reader that something was changed, but the source has the same letters there. "
        "Take the brackets away."
    ),
)
NOTHING_CUT = Finding(
    code="QUO305",
    name="ellipsis-without-omission",
    severity=Severity.HINT,
    explanation="Dots tell the reader that words were left out, but the source has none there. Take the dots away.",
)
EMPHASIS_UNSAID = Finding(
    code="QUO306",
    name="unsaid-emphasis",
    severity=Severity.WARNING,
    explanation=(
        "Words are set in italics that the source sets in ordinary type. Add the parenthetical (emphasis added). "
        "Italics that convention sets, as for titles, names of cases and e.g., are not meant."
    ),
)
EMPHASIS_DROPPED = Finding(
    code="QUO307",
    name="dropped-emphasis",
    severity=Severity.WARNING,
    explanation=(
        "The source sets words in italics that the quotation sets in ordinary type. Set them in italics, or add the "
        "parenthetical (emphasis omitted)."
    ),
)
EMPHASIS_UNKNOWN = Finding(
    code="QUO308",
    name="undecided-emphasis",
    severity=Severity.HINT,
    explanation=(
        "Words are set in italics, nothing says (emphasis added), and the text of the source does not tell its type. "
        "Look at the page."
    ),
)
NEEDLESS_EMPHASIS = Finding(
    code="QUO309",
    name="said-emphasis-that-is-not-there",
    severity=Severity.HINT,
    explanation="The citation says (emphasis added), but no word of the quotation is emphasized, or the source did it.",
)
BRACKET_DROPPED = Finding(
    code="QUO310",
    name="dropped-bracket-of-the-source",
    severity=Severity.HINT,
    explanation=(
        "The source itself has a bracket in these words, which the quotation does not show. Show it with "
        "(alteration in original), or say (cleaned up) or (citation modified) where your readers accept that."
    ),
)
STITCHED = Finding(
    code="QUO311",
    name="stitched-from-a-heading",
    severity=Severity.HINT,
    explanation=(
        "The quotation joins a heading to words of a later sentence. The dots are lawful, but the sentence that "
        "results was never written: quote the two apart."
    ),
)
ELSEWHERE = Finding(
    code="PIN201",
    name="quotation-not-on-the-cited-page",
    severity=Severity.ERROR,
    explanation="The words stand in the source, but not on the page that the citation gives. Cite the page found.",
)
RUNS_ON = Finding(
    code="PIN202",
    name="quotation-over-the-edge-of-the-page",
    severity=Severity.WARNING,
    explanation=(
        "The words begin or end on another page than the one cited. Cite both pages, so that readers find all of it."
    ),
)
NOT_IN_PART = Finding(
    code="PIN206",
    name="quotation-not-in-the-cited-part",
    severity=Severity.ERROR,
    explanation=(
        "The words stand on the page that the citation gives, and not in the section, the named part or the note of it "
        "that the citation gives. Where a section begins is looked for in the source's text by its pinpoint table; of "
        "one whose beginning is not certain nothing is said. Its heading, its parts, and words that begin or end in it "
        "are its own. Cite the part that is named, after a look whether Id. means the one you think."
    ),
)
DOTS_AT_START = Finding(
    code="FRM301",
    name="ellipsis-at-the-start",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "A quotation does not begin with dots. Put the first letter in brackets ([T]he ...), or work the words into "
        "your own sentence (Indigo Book R8.3.2)."
    ),
)
EMPTY_FOR_WORDS = Finding(
    code="FRM302",
    name="empty-bracket-for-words",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation="Empty brackets stand for letters taken from a word; where words were taken out, dots stand.",
)
NUMBER_OF_DOTS = Finding(
    code="FRM303",
    name="wrong-number-of-dots",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "Three dots stand for words left out inside a sentence; four where the end of a sentence falls into what is "
        "left out (Indigo Book R8.3)."
    ),
)
FOOTNOTE_OMITTED = Finding(
    code="FRM304",
    name="unsaid-footnote",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation="The source calls a note in the middle of these words. Add the parenthetical (footnote omitted).",
)

FINDINGS = (
    ALTERED,
    NOT_FOUND,
    CONTEXT,
    NEEDLESS_BRACKET,
    NOTHING_CUT,
    EMPHASIS_UNSAID,
    EMPHASIS_DROPPED,
    EMPHASIS_UNKNOWN,
    NEEDLESS_EMPHASIS,
    BRACKET_DROPPED,
    STITCHED,
    ELSEWHERE,
    RUNS_ON,
    NOT_IN_PART,
    DOTS_AT_START,
    EMPTY_FOR_WORDS,
    NUMBER_OF_DOTS,
    FOOTNOTE_OMITTED,
)
"""Every finding of this room."""
