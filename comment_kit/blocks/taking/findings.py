"""What of a filed letter cannot be turned back into the text of a block."""

from comment_kit.model.diagnostics import Finding, Severity

UNKNOWN_SOURCE = Finding(
    code="BLK301",
    name="source-not-in-any-database",
    severity=Severity.WARNING,
    explanation=(
        "A note of the passage cites a source that no database of the project has, or that could be more than one of "
        "them. Its words were kept as they stand, so a letter that sets the block prints them unchanged, a stale Id. "
        "among them. Add the source to citations/ and write the citation in brackets, or take the passage again."
    ),
)
REFERENCE_OUT_OF_THE_BLOCK = Finding(
    code="BLK302",
    name="reference-out-of-the-block",
    severity=Severity.WARNING,
    explanation=(
        "The passage refers to another part or note of the letter that it was taken from. Another letter has other "
        "parts and numbers. The words were kept as they stand: reword them, or take them out."
    ),
)
TRACKED_CHANGE = Finding(
    code="BLK303",
    name="tracked-change-taken",
    severity=Severity.WARNING,
    explanation=(
        "The passage holds a change that nobody has accepted or refused. Its insertions were taken and its deletions "
        "left out. Read the place again, or settle the changes in the letter and take the passage anew."
    ),
)
PICTURE_LEFT_OUT = Finding(
    code="BLK304",
    name="picture-left-out",
    severity=Severity.WARNING,
    explanation=(
        "The passage holds a picture or a drawing, which a block takes only by the name of its file. It was left out: "
        "save it beside the letter and write ![words that stand for it](picture.png)."
    ),
)
NAME_KEPT = Finding(
    code="BLK305",
    name="recipient-named",
    severity=Severity.HINT,
    explanation=(
        "The passage names the agency that the letter was filed with at a place that speaks of the agency's own "
        "paper, or in the words of a note. There the name is a matter of fact, whoever the next letter goes to, so "
        "it was kept. Write {{ agency }} where the recipient is meant."
    ),
)
READS_OTHERWISE = Finding(
    code="BLK306",
    name="block-reads-otherwise",
    severity=Severity.WARNING,
    explanation=(
        "The block was read back as a letter would read it, and a citation of it names another source or page than "
        "the filed letter does. Write the citation by hand as the letter has it."
    ),
)
WORDS_LEFT_OUT = Finding(
    code="BLK307",
    name="words-before-citation-left-out",
    severity=Severity.WARNING,
    explanation=(
        "The words that a note begins with were read as part of a citation, and say nothing that the source is called "
        "by. A block prints its citations anew, so they would be lost; a remark holds them. Write them before the "
        "bracket, in ^[a note with words], where they are the writer's own."
    ),
)

FINDINGS = (
    UNKNOWN_SOURCE,
    REFERENCE_OUT_OF_THE_BLOCK,
    TRACKED_CHANGE,
    PICTURE_LEFT_OUT,
    NAME_KEPT,
    READS_OTHERWISE,
    WORDS_LEFT_OUT,
)
