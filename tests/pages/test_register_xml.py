"""The Federal Register's XML: marks where pages begin, notes taken out of the sentences, tags whose spaces lie."""

import pytest

from comment_kit.errors import CommentKitError
from comment_kit.model.pages import Break, Confidence, PageText
from comment_kit.pages import read_federal_register_xml


def read(inner: str, *, first: str | None = None, last: str | None = None) -> PageText:
    xml = f"<NOTICE><SUBJECT>A Title</SUBJECT>{inner}</NOTICE>"
    return read_federal_register_xml(xml.encode(), first_page=first, last_page=last)


def labels(text: PageText) -> list[str | None]:
    return [sheet.label for sheet in text.sheets]


def test_a_page_begins_at_its_mark_between_two_words() -> None:
    text = read('<P>The page <PRTPAGE P="101"/>begins here.</P>', first="100", last="101")
    assert labels(text) == ["100", "101"]
    assert text.body.on_sheet(1) == "A Title The page "
    assert text.body.on_sheet(2) == "begins here."


def test_spaces_at_the_edges_of_tags_are_uncertain() -> None:
    text = read('<P>In the Register<PRTPAGE P="101"/>it says <E T="03">Purpose</E>\n . And (<E T="03">id.</E>) on.</P>')
    assert text.body.text == "A Title In the Register it says Purpose. And (id.) on."
    edges = [
        text.body.text[:offset].rpartition(" ")[2] for offset, kind in text.body.breaks.items() if kind is Break.EDGE
    ]
    assert edges == ["Register", "says", "Purpose", "(", "(id."]
    assert [text.body.text[start:end] for start, end in text.body.italics or ()] == ["Purpose", "id."]


def test_text_before_the_first_mark_stands_on_the_first_page_of_the_entry() -> None:
    text = read('<P>Begins in the middle.</P><P>Goes <PRTPAGE P="14060"/>on.</P>', first="14059", last="14063")
    assert labels(text) == ["14059", "14060"]
    assert text.sheets[0].how == "first page of the entry; it has no mark"


def test_without_an_entry_the_page_before_the_first_mark_is_taken_and_doubted() -> None:
    text = read('<P>Begins in the middle.</P><P>Goes <PRTPAGE P="14060"/>on.</P>')
    assert labels(text) == ["14059", "14060"]
    assert text.sheets[0].confidence is Confidence.MIDDLE


def test_a_title_before_the_first_mark_belongs_to_that_page() -> None:
    text = read('<PRTPAGE P="75191"/><P>By the authority.</P>')
    assert labels(text) == ["75191"]
    assert text.body.text == "A Title By the authority."


def test_a_notice_of_one_page_needs_no_mark() -> None:
    assert labels(read("<P>Short.</P>", first="64878", last="64878")) == ["64878"]
    assert labels(read("<P>Short.</P>", first="64878", last="64880")) == [None]


def test_marks_that_fall_back_or_leave_the_document_are_not_believed() -> None:
    inner = '<P>a<PRTPAGE P="101"/>b<PRTPAGE P="18"/>c<PRTPAGE P="102"/>d<PRTPAGE P="999"/>e</P>'
    text = read(inner, first="100", last="103")
    assert labels(text) == ["100", "101", "102"]
    assert text.removed == {"page marks out of order": 2}


def test_roman_marks_are_pages_of_front_matter() -> None:
    text = read('<P>a<PRTPAGE P="vii"/>b<PRTPAGE P="viii"/>c<PRTPAGE P="1"/>d</P>', first="vi")
    assert labels(text) == ["vi", "vii", "viii", "1"]


def test_notes_are_taken_out_and_stand_on_the_page_of_their_call() -> None:
    text = read(
        '<P>It calls.<SU>5</SU><FTREF/> It runs <PRTPAGE P="101"/>on.<SU>6</SU><FTREF/></P>'
        '<FTNT><P><SU>5</SU> <E T="03">Id.</E> at 6. It runs <PRTPAGE/>over.</P></FTNT>'
        "<FTNT><P><SU>6</SU> See 7.</P></FTNT><P>The next.</P>",
        first="100",
        last="101",
    )
    assert text.body.text == "A Title It calls. It runs on. The next."
    assert text.notes.text == "Id. at 6. It runs over. See 7."
    assert text.notes.sheets == (0, 24)
    assert dict(text.notes.openings) == {0: "5", 24: "6"}
    assert [(text.body.text[:offset].split()[-1], number) for offset, number in text.body.calls.items()] == [
        ("calls.", "5"),
        ("on.", "6"),
    ]
    assert text.all.on_sheet(1) == "A Title It calls. It runs Id. at 6. It runs over. "


def test_another_raised_number_is_an_exponent() -> None:
    text = read("<P>greater than 10\n   <SU>26</SU>\n   integer operations</P>")
    assert text.body.text == "A Title greater than 1026 integer operations"
    assert text.body.calls == {}


def test_pictures_and_the_print_shops_numbers_are_left_out() -> None:
    text = read(
        "<P>Text.</P><GPH><GID>BIDEN.EPS</GID></GPH><FRDOC>[FR Doc. 1]</FRDOC><BILCOD>Billing</BILCOD><P>End.</P>"
    )
    assert text.body.text == "A Title Text. End."


@pytest.mark.parametrize(
    ("xml", "problem"),
    [
        (b"<NOTICE><P>half", "the XML cannot be read"),
        (b'<!DOCTYPE NOTICE [<!ENTITY a "aaaa">]><NOTICE><P>&a;</P></NOTICE>', "defines entities of its own"),
        (
            b'<!DOCTYPE NOTICE [<!ENTITY a SYSTEM "file:///etc/passwd">]><NOTICE><P>&a;</P></NOTICE>',
            "defines entities of its own",
        ),
        (b'<!DOCTYPE NOTICE SYSTEM "http://127.0.0.1:9/x.dtd"><NOTICE><P>&a;</P></NOTICE>', "entities of its own"),
        (b"<NOTICE>" + b"<E>" * 10_000 + b"</E>" * 10_000 + b"</NOTICE>", "the XML cannot be read"),
        (b"<w:document xmlns:w='x'/>", "is not the Federal Register's"),
    ],
    ids=["broken", "entity", "file", "dtd", "deep", "another"],
)
def test_hostile_or_foreign_xml_ends_in_one_plain_sentence(xml: bytes, problem: str) -> None:
    with pytest.raises(CommentKitError, match=problem):
        read_federal_register_xml(xml)


def test_entities_that_grow_are_stopped_at_once() -> None:
    lines = ['<!ENTITY a0 "aaaaaaaaaa">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    xml = f"<!DOCTYPE NOTICE [{''.join(lines)}]><NOTICE T='&a11;'><P>&a11;</P></NOTICE>"
    with pytest.raises(CommentKitError):
        read_federal_register_xml(xml.encode())


def test_a_mark_inside_a_picture_is_believed_and_the_picture_left_out() -> None:
    text = read('<P>a</P><GPH><PRTPAGE P="101"/><GID>X.EPS</GID></GPH><P>b<PRTPAGE P="102"/>c</P>', first="100")
    assert labels(text) == ["100", "101", "102"]
    assert text.body.text == "A Title a b c"


def test_a_long_leap_is_believed_where_the_next_mark_goes_on_from_there() -> None:
    marks = [f'<PRTPAGE P="{page}"/>b' for page in (101, 102, 150, 151, 9000, 152)]
    text = read(f"<P>a{''.join(marks)}</P>", first="100")
    assert labels(text) == ["100", "101", "102", "150", "151", "152"]
    assert text.removed == {"page marks out of order": 1}
