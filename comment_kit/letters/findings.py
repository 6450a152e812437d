"""What can be wrong in the text of a letter, its front matter, its brackets and its notes."""

from comment_kit.model.diagnostics import Finding, Severity, Tier

# ---- the file ----

TOO_LARGE = Finding(
    code="LET101",
    name="letter-too-large",
    severity=Severity.ERROR,
    explanation=(
        "The letter is larger than any letter is, so it is most likely the wrong file. It was not read. "
        "Name the Markdown file of the letter."
    ),
)
CONTROL_CHARACTERS = Finding(
    code="LET102",
    name="control-characters",
    severity=Severity.WARNING,
    explanation=(
        "The file holds characters that no reader sees and no Word file may hold, as text copied from a PDF "
        "sometimes does. They were left out. Delete them where the message says."
    ),
)

EMPTY_LETTER = Finding(
    code="LET103",
    name="empty-letter",
    severity=Severity.ERROR,
    explanation="The letter has no text, so there is nothing to set. Perhaps it was not saved, or another is meant.",
)

# ---- front matter ----

BAD_YAML = Finding(
    code="LET111",
    name="front-matter-not-yaml",
    severity=Severity.ERROR,
    explanation=(
        "The front matter between the two lines '---' is not YAML, so nothing in it could be read. Most often a "
        "quotation mark is not closed, a line is indented too little, or a text with a colon needs quotation marks."
    ),
)
UNKNOWN_KEY = Finding(
    code="LET112",
    name="unknown-key",
    severity=Severity.WARNING,
    explanation=(
        "The front matter has a key that nothing reads, most often a misspelled one. What it says has no effect. "
        "Names of your own for the text belong under 'vars'."
    ),
)
MISSING_KEY = Finding(
    code="LET113",
    name="missing-key",
    severity=Severity.ERROR,
    explanation=(
        "The letter, or the template it asks for, cannot do without this key of the front matter. Add it; what "
        "is the same for all letters of a house may stand in comment-kit.toml."
    ),
)
WRONG_TYPE = Finding(
    code="LET114",
    name="wrong-type-of-value",
    severity=Severity.ERROR,
    explanation=(
        "A key of the front matter holds something else than it should: a list where a text belongs, a date that "
        "is none. It was left out. Write it as the hint shows."
    ),
)
REPEATED_KEY = Finding(
    code="LET115",
    name="repeated-key",
    severity=Severity.ERROR,
    explanation="A key stands twice in one place of the front matter. The first one was used. Delete the other.",
)
UNKNOWN_TEMPLATE = Finding(
    code="LET121",
    name="unknown-template",
    severity=Severity.ERROR,
    explanation=(
        "There is no letter template of this name in the project or in the kit, so the letter cannot be set. "
        "Correct the name after 'template:'."
    ),
)
BAD_TEMPLATE = Finding(
    code="LET122",
    name="faulty-template",
    severity=Severity.ERROR,
    explanation=(
        "The template's template.toml cannot be read or says something that pages cannot have. Until it is put "
        "right no letter can use the template."
    ),
)

UNKNOWN_TEMPLATE_KEY = Finding(
    code="LET123",
    name="unknown-template-key",
    severity=Severity.WARNING,
    explanation=(
        "The template's template.toml has a key that nothing reads, most often a misspelled one. What it says has no "
        "effect on the pages."
    ),
)

# ---- text ----

DEEP_HEADING = Finding(
    code="LET201",
    name="deep-heading",
    severity=Severity.ERROR,
    explanation="A letter has headings of three levels, # to ###. A deeper one would be numbered wrongly.",
)
REPEATED_ID = Finding(
    code="LET202",
    name="repeated-id",
    severity=Severity.ERROR,
    explanation=(
        "Two headings or notes have one id, so that a cross-reference to it could mean either. Give one another id."
    ),
)
UNKNOWN_TARGET = Finding(
    code="LET203",
    name="cross-reference-to-nothing",
    severity=Severity.ERROR,
    explanation=(
        "A cross-reference names an id that no heading and no note of the letter has. A heading's id is the one "
        "written behind it, {#marginal}, else its words in lower case with hyphens."
    ),
)
MISSING_ALT = Finding(
    code="LET204",
    name="picture-without-words",
    severity=Severity.WARNING,
    explanation=(
        "A picture has no alternative text, so a reader who cannot see it learns nothing of it, and the file is "
        "not accessible as Section 508 asks. Say in the square brackets what the picture shows."
    ),
)
MISSING_IMAGE = Finding(
    code="LET205",
    name="missing-picture",
    severity=Severity.ERROR,
    explanation=(
        "There is no file under the path of a picture. The path is read from the letter's own folder; a picture on "
        "the web is not fetched, and must be saved there first."
    ),
)
UNCLOSED_QUOTATION = Finding(
    code="LET206",
    name="unclosed-quotation-mark",
    severity=Severity.ERROR,
    explanation=(
        "A quotation mark opens and its paragraph, heading, cell or note ends before it closes. The marks after it may "
        "turn the wrong way, and nobody can tell where the quoted words end. A quotation of several paragraphs opens "
        "each of them anew. A mark that opens no quotation is typed with a backslash before it; an inch mark behind a "
        "figure needs none."
    ),
)
NOT_CARRIED_OUT = Finding(
    code="LET207",
    name="markup-not-carried-out",
    severity=Severity.WARNING,
    explanation=(
        "Something that pandoc or another program understands is not understood here: raw HTML or TeX, formulas, "
        "definition lists, tables drawn with lines. It is printed as typed, without what it asked for."
    ),
)
UNKNOWN_DIVISION = Finding(
    code="LET208",
    name="unknown-division",
    severity=Severity.WARNING,
    explanation=("A part set apart with ':::' has a name that no page knows. Its text is printed as any other text."),
)
UNCLOSED_DIVISION = Finding(
    code="LET209",
    name="unclosed-division",
    severity=Severity.ERROR,
    explanation="A part that begins with ':::' does not end. Close it with a line of its own, ':::'.",
)
NESTED_TOO_DEEPLY = Finding(
    code="LET210",
    name="nested-too-deeply",
    severity=Severity.ERROR,
    explanation="Quotations, lists or brackets stand one inside the other more often than can be printed.",
)
UNKNOWN_ATTRIBUTE = Finding(
    code="LET211",
    name="unknown-attribute",
    severity=Severity.WARNING,
    explanation="Curly brackets hold a word that nothing reads, so it has no effect. Most often it is misspelled.",
)
STRAY_DIVISION_END = Finding(
    code="LET212",
    name="division-end-without-beginning",
    severity=Severity.WARNING,
    explanation="A line ':::' closes a part that was never opened. It was left out.",
)
WRONG_DIRECTION = Finding(
    code="LET213",
    name="cross-reference-the-wrong-way",
    severity=Severity.WARNING,
    explanation=(
        "Supra sends a reader back and infra ahead; here the part or note that is named stands on the other side, "
        "most often because a paragraph was moved (Bluebook rule 3.5). Change the word."
    ),
)

EMPTY_HEADING = Finding(
    code="LET214",
    name="empty-heading",
    severity=Severity.ERROR,
    explanation=(
        "A heading has no words, so that a number would stand in the text and in the contents and nothing behind it."
    ),
)
NAMED_TWICE = Finding(
    code="LET215",
    name="part-named-twice",
    severity=Severity.WARNING,
    explanation=(
        'A cross-reference to a numbered heading prints "Part II" or "Section II.A" whole, so that the word before '
        "it would stand there twice. Take it away."
    ),
)

# ---- brackets of citations ----

MALFORMED_BRACKET = Finding(
    code="LET301",
    name="malformed-citation",
    severity=Severity.ERROR,
    explanation=(
        "A bracket of citations does not read signal, @key, comma, locator, (parenthetical), so that part of it "
        "would be lost or taken for something else."
    ),
)
UNCLOSED_BRACKET = Finding(
    code="LET302",
    name="unclosed-citation",
    severity=Severity.ERROR,
    explanation=(
        "A bracket with a citation, or a note, opens and its paragraph ends before it closes. It was printed as "
        "typed. Close it with ']'."
    ),
)
CITATION_AS_LINK = Finding(
    code="LET303",
    name="citation-as-link",
    severity=Severity.ERROR,
    explanation=(
        "A bracket of citations is followed by round brackets as a link would be. It can be one or the other; the "
        "address of a source stands in its entry of the citation database."
    ),
)
MISSING_AT = Finding(
    code="LET304",
    name="key-without-at",
    severity=Severity.WARNING,
    explanation=(
        "Words in square brackets begin with the key of a source and lack the @ before it, so that no note is made "
        "and the words are printed as typed. Write [@key, 3]; a square bracket of the text itself is \\[."
    ),
)
STRAY_CLOSING = Finding(
    code="LET305",
    name="bracket-closed-but-never-opened",
    severity=Severity.WARNING,
    explanation=(
        "A source is named, and behind it a square bracket closes that never opened: most often a citation that "
        "begins with '(' instead of '['. It was printed as typed, and no note was made."
    ),
)
UNKNOWN_SIGNAL = Finding(
    code="SIG101",
    name="unknown-signal",
    severity=Severity.ERROR,
    tier=Tier.TRUTH,
    explanation=(
        "Words stand before the @ of a citation that are no signal of the rule book. Other words belong into a note "
        "of their own: ^[Words with [@key, 3] in them.]"
    ),
)

# ---- notes ----

UNDEFINED_NOTE = Finding(
    code="NOT101",
    name="undefined-note",
    severity=Severity.ERROR,
    explanation="A note is called and its text is nowhere. Write it on a line of its own: [^name]: text",
)
NOTE_CALLED_TWICE = Finding(
    code="NOT102",
    name="note-called-twice",
    severity=Severity.ERROR,
    explanation=(
        "One note is called at two places, which would print one number twice. To refer back to it write "
        "[](#name) where its number should stand."
    ),
)
UNCALLED_NOTE = Finding(
    code="NOT103",
    name="uncalled-note",
    severity=Severity.WARNING,
    explanation="A note has a text and is called nowhere, so nobody will read it. Call it with [^name] or delete it.",
)
NOTE_DEFINED_TWICE = Finding(
    code="NOT104",
    name="note-defined-twice",
    severity=Severity.ERROR,
    explanation="Two notes have one name. The first was used. Give the other another name.",
)
BRACKETS_IN_A_ROW = Finding(
    code="NOT105",
    name="notes-in-a-row",
    severity=Severity.WARNING,
    explanation=(
        "Two notes are called at one place, so two numbers stand side by side. Several authorities for one "
        "statement belong into one note: join them with ';' in one bracket. A comma is printed between the numbers."
    ),
)
NOTE_IN_NOTE = Finding(
    code="NOT106",
    name="note-in-note",
    severity=Severity.ERROR,
    explanation="A note cannot call another note. Write its words into the note itself.",
)

EMPTY_NOTE = Finding(
    code="NOT107",
    name="empty-note",
    severity=Severity.ERROR,
    explanation="A note has no words, so that a number would stand at the foot of the page and nothing behind it.",
)

# ---- argument blocks ----

BLOCK_IN_PARAGRAPH = Finding(
    code="BLK201",
    name="block-inside-a-paragraph",
    severity=Severity.ERROR,
    explanation=(
        "A block of several paragraphs, or one that begins with a heading, a list or a quotation, is set in the "
        "middle of a paragraph. Give the call of 'block' a line of its own, with an empty line before and behind it; "
        "inside of a paragraph only a block of a single paragraph can stand."
    ),
)

DEEP_HEADING_OF_BLOCK = Finding(
    code="BLK202",
    name="deep-heading-of-a-block",
    severity=Severity.WARNING,
    explanation=(
        "The headings of a block take the level of the place where it stands: the highest lies one below the heading "
        "above it. Here that takes one deeper than the three levels of a letter, and it was set on the third. Set "
        "the block under a higher heading, or give it fewer levels."
    ),
)

# ---- templates ----

TEMPLATE_FAULT = Finding(
    code="TPL101",
    name="faulty-jinja",
    severity=Severity.ERROR,
    explanation=(
        "The Jinja of the letter, of a block or of a template cannot be carried out: a name is not known, a tag is "
        "not closed, or it asks for something that templates may not do. No part of the letter was set."
    ),
)

FINDINGS = tuple(value for value in tuple(globals().values()) if isinstance(value, Finding))
"""Every finding of this room."""
