"""What can be wrong in a citation database, its pinpoint tables and its kinds."""

from comment_kit.model.diagnostics import Finding, Severity

UNREADABLE_DATABASE = Finding(
    code="SRC101",
    name="unreadable-database",
    severity=Severity.ERROR,
    explanation=(
        "A citation database that was asked for is missing, too large, or neither .bib nor CSL-JSON. "
        "None of its sources can be cited. Correct the path, or save the database in one of the two formats."
    ),
)
ENCODING_GUESSED = Finding(
    code="SRC102",
    name="database-not-in-utf-8",
    severity=Severity.WARNING,
    explanation=(
        "The file is not UTF-8. It was read as Windows-1252, which may turn accented letters and dashes into "
        "others. Save it as UTF-8."
    ),
)
MALFORMED_ENTRY = Finding(
    code="SRC103",
    name="malformed-entry",
    severity=Severity.WARNING,
    explanation=(
        "An entry cannot be taken apart: a brace or quotation mark is missing or one too many, or a field has no "
        "equals sign. The entry is left out; those before and after it are used."
    ),
)
ENTRY_WITHOUT_KEY = Finding(
    code="SRC104",
    name="entry-without-key",
    severity=Severity.WARNING,
    explanation=(
        "An entry has no key, or one with a space or a quotation mark in it, so that no citation could name it. "
        "Give it a key of letters, digits, hyphens and colons."
    ),
)
DUPLICATE_KEY = Finding(
    code="SRC105",
    name="duplicate-key",
    severity=Severity.WARNING,
    explanation=(
        "Two entries of one database bear the same key. The first is used. Rename or delete the other; to replace "
        "an entry of the kit on purpose, put yours into your own citations folder, which comes first."
    ),
)
DUPLICATE_FIELD = Finding(
    code="SRC106",
    name="duplicate-field",
    severity=Severity.WARNING,
    explanation=(
        "One field stands twice in an entry, in whatever case its name is written, and nothing says which value is "
        "meant. The entry is left out until one of them is deleted."
    ),
)
MISSING_COMMA = Finding(
    code="SRC107",
    name="fields-run-together",
    severity=Severity.WARNING,
    explanation=(
        "The value of a field holds the beginning of another field: a comma is missing between them, or a brace is "
        "not closed where it should be. Read as it stands, the second field would be lost, so the entry is left out."
    ),
)
MALFORMED_VALUE = Finding(
    code="SRC108",
    name="malformed-value",
    severity=Severity.WARNING,
    explanation=(
        "The value of a field is neither in braces, nor in quotation marks, nor a number, nor a name defined with "
        "@string, or strings are joined by # wrongly. The entry is left out."
    ),
)
MISSING_PARENT = Finding(
    code="SRC109",
    name="inherits-from-nothing",
    severity=Severity.WARNING,
    explanation=(
        "An entry takes fields from another one through crossref or xdata, and that entry is not in this database, "
        "or the chain comes back to where it began. The entry is left out."
    ),
)
UNKNOWN_KIND = Finding(
    code="SRC110",
    name="entry-of-no-kind",
    severity=Severity.WARNING,
    explanation=(
        "What kind of source an entry describes decides how it is cited. A kind is told by the field 'kind' or "
        "'entrysubtype', else by the type of the entry and the fields that it has. This entry matches none and is "
        "left out; citations/README.md lists the kinds."
    ),
)
MISSING_FIELD = Finding(
    code="SRC111",
    name="missing-field",
    severity=Severity.WARNING,
    explanation=(
        "A kind of source has fields without which it cannot be cited truthfully. The entry lacks one and is left "
        "out until it is added."
    ),
)
UNREADABLE_DATE = Finding(
    code="SRC112",
    name="unreadable-date",
    severity=Severity.WARNING,
    explanation=(
        "A date is neither a year, nor a year and month, nor a day as 2024-07-26. A date that a citation prints, or "
        "that decides whether an authority is in force, costs the entry; any other costs that field."
    ),
)
BODY_AS_PERSON = Finding(
    code="SRC113",
    name="body-without-braces",
    severity=Severity.WARNING,
    explanation=(
        "The name of an institution stands without its own braces, so that it is taken apart like a person's: "
        "'National Institute of Standards and Technology' becomes two authors. Write {{National Institute of "
        "Standards and Technology}}."
    ),
)
INCOMPLETE_STATUS = Finding(
    code="SRC114",
    name="status-without-its-date-or-authority",
    severity=Severity.WARNING,
    explanation=(
        "An entry says by what a document was revoked, superseded, withdrawn or finalized, but not when, or names "
        "an authority that no database holds. Without the date nobody can tell whether it was in force on the day "
        "of a letter, and the entry is left out; without the authority it can be cited, but not its history."
    ),
)
BROKEN_KIND = Finding(
    code="SRC115",
    name="broken-kind",
    severity=Severity.WARNING,
    explanation=(
        "A file of templates/kinds is not TOML, or lacks a key, or has one of the wrong type. Its kind is left out, "
        "and with it every source of that kind."
    ),
)
UNKNOWN_COMMAND = Finding(
    code="SRC116",
    name="unknown-latex-command",
    severity=Severity.WARNING,
    explanation=(
        "A field holds a LaTeX command that is not understood. It was left out and its argument kept, which may "
        "change the words. Write the character itself."
    ),
)
UNREADABLE_PAGES = Finding(
    code="SRC117",
    name="unreadable-pages",
    severity=Severity.WARNING,
    explanation=(
        "The pages of an entry, or how many it has, are written without a number. The entry is used, but no page that "
        "a letter cites can be compared with its span."
    ),
)
MISSPELLED_FIELD = Finding(
    code="SRC118",
    name="misspelled-field",
    severity=Severity.WARNING,
    explanation=(
        "An entry has a field that nothing reads, and its name is but a letter away from one that citations print "
        "and that the entry lacks. What it says is printed nowhere. Correct its name; fields that other programs "
        "keep for themselves are passed over."
    ),
)
UNREADABLE_TABLE = Finding(
    code="PIN301",
    name="unreadable-pinpoint-table",
    severity=Severity.WARNING,
    explanation=(
        "A pinpoint table is empty, is not CSV, or lacks a column. Its first line must name the columns: "
        "locator,first_page,last_page,called_on,title,evidence."
    ),
)
BROKEN_ROW = Finding(
    code="PIN302",
    name="broken-pinpoint-row",
    severity=Severity.WARNING,
    explanation=(
        "A row of a pinpoint table has no label, no first page or no evidence, too many columns, or ends before it "
        "begins. The row is left out; the rest of the table is used."
    ),
)
DUPLICATE_ROW = Finding(
    code="PIN303",
    name="duplicate-pinpoint-row",
    severity=Severity.WARNING,
    explanation=(
        "A pinpoint table names one label twice. Labels are compared without spaces and case. The first row is used."
    ),
)
TABLE_WITHOUT_SOURCE = Finding(
    code="PIN304",
    name="pinpoint-table-without-source",
    severity=Severity.WARNING,
    explanation=(
        "A pinpoint table is named after a key that no database holds. Its file must be called like the key of the "
        "entry, with .csv behind it."
    ),
)
ROW_OUTSIDE_SPAN = Finding(
    code="PIN305",
    name="pinpoint-row-outside-the-document",
    severity=Severity.WARNING,
    explanation=(
        "A row of a pinpoint table names a page that lies before the first or behind the last page which the entry "
        "of the source gives. One of the two is wrong. The row is left out."
    ),
)

FINDINGS = (
    UNREADABLE_DATABASE,
    ENCODING_GUESSED,
    MALFORMED_ENTRY,
    ENTRY_WITHOUT_KEY,
    DUPLICATE_KEY,
    DUPLICATE_FIELD,
    MISSING_COMMA,
    MALFORMED_VALUE,
    MISSING_PARENT,
    UNKNOWN_KIND,
    MISSING_FIELD,
    UNREADABLE_DATE,
    BODY_AS_PERSON,
    INCOMPLETE_STATUS,
    BROKEN_KIND,
    UNKNOWN_COMMAND,
    UNREADABLE_PAGES,
    MISSPELLED_FIELD,
    UNREADABLE_TABLE,
    BROKEN_ROW,
    DUPLICATE_ROW,
    TABLE_WITHOUT_SOURCE,
    ROW_OUTSIDE_SPAN,
)
"""Every finding of this room, in the order of their codes."""
