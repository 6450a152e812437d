"""A set letter written as Markdown says the same when it is read again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from letter_readings import FORMAL, SHIPPED, clean, read, shown
from msgspec.structs import replace

from comment_kit.letters import Setting, write_markdown
from comment_kit.model.letter import Heading, Letter, Paragraph, walk
from comment_kit.model.text import Span

LETTER = """\
# Introduction {.unnumbered}

The *order* says "so."[@x] See [](#one), [](#fn-y) and [here](https://a.example/x_y).

# One {#one}

> quoted [Inst.]{.smallcaps}^[Words *in* it.

- a
- b

1. c

   d

2. e

| a | b |
|---|--:|
| 1 | 2^nd^ \\| |

``` x
code ` [@x]
```

---

`a`` b` and ~~c~~ H~2~O <https://a.example/z>[@y]{#fn-y}[^pc]

[^pc]: First.

    Second.
"""


def test_a_letter_is_plain_markdown_with_numbered_notes() -> None:
    text = FORMAL + LETTER.replace("^[Words *in* it.", "^[Words *in* it.]")
    letter, _ = read(text, Setting(templates=SHIPPED))
    written = write_markdown(letter)
    assert written[written.index("# Introduction") :] == WRITTEN


def test_the_contents_stand_under_their_title() -> None:
    written = write_markdown(read(FORMAL + "# One\n\nText.\n", Setting(templates=SHIPPED))[0])
    assert "\n\nTable of Contents\n\n-   I\\. One\n\n* * *\n\n# I. One\n" in written


WRITTEN = """\
# Introduction

The *order* says “so.”[^1] See [Part I](#one), 3 and [here](<https://a.example/x_y>).

# I. One {#one}

> quoted [Inst.]{.smallcaps}[^2]

-   a
-   b

1.  c

    d

2.  e

| a | b |
| :--- | ---: |
| 1 | 2^nd^ \\| |

```
code ` [@x]
```

* * *

`a`` b` and ~~c~~ H~2~O <https://a.example/z>[^3][^4]

Respectfully submitted,

Your Name\\
Example Institute

Date: September 9, 2024

[^1]: [@x]

[^2]: Words *in* it.

[^3]: [@y]

[^4]: First.

    Second.
"""


def body(text: str) -> Letter:
    return read(text)[0]


def shape(letter: Letter) -> list[tuple[str, str]]:
    return [
        (type(part).__name__, shown(part.content))
        for part in walk(letter.blocks)
        if isinstance(part, Paragraph | Heading)
    ]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("1. one", "1\\. one"),
        ("a. one", "a\\. one"),
        ("(iv) four", "(iv\\) four"),
        ("# no heading", "\\# no heading"),
        ("Exec. Order No. 1", "Exec. Order No. 1"),
        ("See. So", "See. So"),
    ],
)
def test_a_line_is_written_so_that_it_begins_no_list(words: str, written: str) -> None:
    (only,) = body("x").blocks
    assert isinstance(only, Paragraph)
    letter = Letter(file="", front=body("x").front, blocks=(replace(only, content=(Span(text=words),)),), notes={})
    assert write_markdown(letter).strip() == written


SIGNS = st.text(alphabet="ab1 .-+#>*_`~^$@[](){}<>|\\&;:!=\"'\n", max_size=25)


@given(st.lists(SIGNS, min_size=1, max_size=3))
@example(["{##"])
def test_words_that_look_like_markup_are_read_again_as_words(words: list[str]) -> None:
    printed = [" ".join(each.split()) for each in words]
    letter = body("x")
    (only,) = letter.blocks
    assert isinstance(only, Paragraph)
    made = tuple(
        Paragraph(content=(Span(text=each),), location=only.location)
        for each in printed
        if each and not set(each) & set("\"'-.")
    )
    whole = Letter(file=letter.file, front=letter.front, blocks=made, notes={})
    again = body(write_markdown(whole))
    assert shape(again) == shape(whole)


def test_written_and_read_again_it_is_written_alike() -> None:
    once = write_markdown(clean("# A\n\nWords *it* [b](https://a.example) and 1\\. so.\n\n- x\n- y\n"))
    assert write_markdown(clean(once)) == once
