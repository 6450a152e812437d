"""What can be wrong with an argument block, and with the call of one."""

from comment_kit.model.diagnostics import Finding, Severity

UNKNOWN_BLOCK = Finding(
    code="BLK101",
    name="unknown-block",
    severity=Severity.ERROR,
    explanation=(
        "A letter sets a block that is in none of the folders of blocks: the project's 'blocks/', those named in "
        "comment-kit.toml, and the kit's. A block is called by its path without '.md', as in "
        "'open-models/marginal-risk'; 'comment-kit blocks list' prints the names."
    ),
)
NAME_LEADS_OUT = Finding(
    code="BLK102",
    name="name-that-leads-out",
    severity=Severity.ERROR,
    explanation=(
        "The name of a block is its path inside of a folder of blocks. A name with '..', one that begins with '/', "
        "and a link that leads out of the folder are refused."
    ),
)
UNREADABLE_BLOCK = Finding(
    code="BLK103",
    name="unreadable-block",
    severity=Severity.ERROR,
    explanation=(
        "The file of a block cannot be read: it is no UTF-8 text, is too large, or its front matter is no YAML. "
        "Nothing of it was set."
    ),
)
BAD_BLOCK_FRONT = Finding(
    code="BLK104",
    name="unread-front-matter-of-a-block",
    severity=Severity.WARNING,
    explanation=(
        "The front matter of a block holds 'title', 'topics' and 'params'; a parameter takes 'required' or "
        "'default'. What else stands there is not read."
    ),
)
MISSING_PARAMETER = Finding(
    code="BLK105",
    name="missing-parameter",
    severity=Severity.ERROR,
    explanation=(
        "A block needs a value that the letter does not give: the name of the agency, say. "
        "Give it in the call, as in block('open-models/marginal-risk', agency='NIST')."
    ),
)
UNKNOWN_PARAMETER = Finding(
    code="BLK106",
    name="unknown-parameter",
    severity=Severity.ERROR,
    explanation=(
        "A letter gives a block a value under a name that the block does not declare, so that it would be printed "
        "nowhere. Correct the name, or declare it under 'params' in the block's front matter."
    ),
)
CIRCLE = Finding(
    code="BLK107",
    name="blocks-in-a-circle",
    severity=Severity.ERROR,
    explanation="A block sets itself, by way of others or at once, and would never come to an end. Break the circle.",
)
UNKNOWN_VERSION = Finding(
    code="BLK108",
    name="unknown-version",
    severity=Severity.ERROR,
    explanation=(
        "A letter asks for the text of a block as it was filed, and the ledger keeps no such text under that "
        "version, or more than one. 'comment-kit blocks where-used NAME' prints the versions that were filed."
    ),
)
FAULTY_BLOCK = Finding(
    code="BLK109",
    name="faulty-jinja-of-a-block",
    severity=Severity.ERROR,
    explanation=(
        "The Jinja of a block cannot be carried out: a name is not among its parameters, a tag is not closed, or it "
        "asks for something that blocks may not do. A block sees its own parameters only; nothing of it was set."
    ),
)
UNUSED_PARAMETER = Finding(
    code="BLK110",
    name="unused-parameter",
    severity=Severity.WARNING,
    explanation=(
        "A block declares a parameter that its text never prints, so that a letter would give a value in vain. "
        "Print it, or take it out of 'params'."
    ),
)

FINDINGS = tuple(value for value in tuple(globals().values()) if isinstance(value, Finding))
"""Every finding of this room."""
