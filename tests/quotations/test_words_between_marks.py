"""What brackets, dots, dashes, hyphens and marks may do in a quotation, one sentence each."""

import pytest
from quoting import changes, found, judged, swaps

VERIFIED = {
    "two hyphens are a dash": ("The test—a simple one—fell.", "The test--a simple one--fell."),
    "a spaced en dash is a dash": ("The test – a simple one – fell.", "The test—a simple one—fell."),
    "an en dash in a number is a hyphen": ("See docket 240802–0209.", "See docket 240802-0209."),
    "a hard hyphen is a hyphen": ("The open\u2011source community.", "The open-source community."),
    "a ligature is its letters": ("The \ufb01rst e\ufb00ort.", "The first effort."),
    "straight marks are curly ones": ("The agency’s “own” rule.", "The agency's 'own' rule."),
    "the printer's doubled single marks": ("They called it ‘‘modest’’ once.", "called it ‘modest’ once."),
    "accents may be set in two ways": ("The re\u0301sume\u0301 is short.", "The résumé is short."),
    "a bullet is layout": ("• Name the model\n• State its size", "Name the model State its size"),
    "a hyphen at the end of a line may go": ("The open-\nsource community.", "The opensource community."),
    "a hyphen at the end of a line may stay": ("The open-\nsource community.", "The open-source community."),
    "a line may end after a slash": ("inputs and/\nor outputs", "inputs and/or outputs"),
    "small letters for a line in capitals": ("THE BOARD SHALL REPORT", "The board shall report"),
    "the stop is the writer's": ("The board shall report each spring or fall.", "shall report each spring."),
    "the comma is the writer's": ("The board shall report each spring.", "The board shall report,"),
    "a question mark is the source's": ("Should weights be public?", "Should weights be public?"),
    "a citation behind the last word is dropped": ("Explain a reversal, see Part II.", "Explain a reversal."),
    "sic where the source errs": ("The Office are ready to publish.", "The Office are [sic] ready to publish."),
    "sic in italics": ("The Office are ready to publish.", "The Office are *[sic]* ready to publish."),
    "a remark inside the marks": ("Harm must be likely.", "Harm must be *likely* [emphasis added]."),
    "two sentences joined with brackets": ("It met twice. It issued none.", "It met twice[;] [i]t issued none."),
    "dots in brackets": ("The board, in May, met twice.", "The board [. . .] met twice."),
    "dots as one character": ("The board, in May, met twice.", "The board … met twice."),
    "asterisks for dots": ("The board, in May, met twice.", r"The board \* \* \* met twice."),
    "dots before a bracket": ("Rules, it says, bind. Costs rise.", "Rules . . . [c]osts rise."),
    "a quotation within the source": ("Staff called the plan “a modest step” forward.", "a modest step"),
    "single marks for double": ("Staff called the plan “a modest step” forward.", "the plan ‘a modest step’ forward."),
    "a whole quotation of the source in single marks": ("Staff said “no.” It left.", "‘no.’"),
    "possessives": ("The agency’s weights are public.", "The agency’s weights"),
    "the source's own dots": ("It is safe . . . to act.", "It is safe . . . to act."),
    "the source's own bracket": ("It says [h]ow to act.", "It says [h]ow to act."),
    "a hyphen ends a word": ("The open-source community.", "source community."),
    "a sentence of the source over a page": ("The board shall (p. 2) report.", "The board shall report."),
}  # fmt: skip

ALTERED = {
    "a semicolon at the end": ("It weighs benefits and risks together.", "weighs benefits and risks;", "warning"),
    "a small letter for a capital": ("Release rests with the board.", "release rests with the board.", "warning"),
    "a hyphen left out": ("The open-source community objected.", "The open source community objected.", "hint"),
    "two words written as one": ("The open-source community objected.", "The opensource community objected.", "hint"),
    "a space left out": ("The data base is open to all.", "The database is open to all.", "hint"),
    "a hyphen at a line's end is no space": ("The open-\nsource community.", "The open source community.", "hint"),
    "an en dash between words is no hyphen": ("The New York–Boston line.", "The New York-Boston line.", "hint"),
    "inner marks put in": ("Staff called it a modest step forward.", "called it ‘a modest step’ forward", "warning"),
    "inner marks left out": ("Staff called it “a modest step” forward.", "called it a modest step forward", "warning"),
    "an apostrophe left out": ("The agency’s weights are public.", "The agencys weights are public.", "warning"),
    "the end of a possessive cut off": (
        "The agency’s weights are public.",
        "The agency weights are public.",
        "warning",
    ),
    "a number that ends too early": ("The cost is 7.5 dollars a year.", "The cost is 7 dollars a year.", "error"),
    "thousands cut off": ("The cost is 7,500 dollars a year.", "The cost is 7 dollars a year.", "error"),
    "a number changed": ("The cap is 40 units a month.", "The cap is 41 units a month.", "error"),
    "the front of a word cut off": ("It is unsafe to release weights.", "safe to release weights.", "error"),
    "another word": ("Agencies must explain a reversal.", "Agencies must justify a reversal.", "error"),
    "shall for should": ("Filers should attach exhibits.", "Filers shall attach exhibits.", "error"),
    "not put in": ("The Office shall delay review.", "The Office shall not delay review.", "error"),
    "two words changed about": ("The weights and data are open.", "The data and weights are open.", "error"),
    "a British spelling made American": ("The agency favoured a licence.", "The agency favored a license.", "warning"),
    "the digits of a call made text": ("Open models¹² diffuse skill.", "Open models12 diffuse skill.", "error"),
    "a glued bracket for the next word too": ("It oversees all the markets.", "It oversee[ing] the markets.", "error"),
    "an exclamation mark dropped": ("Weights should be public!", "Weights should be public.", "warning"),
    "a colon behind a whole sentence": ("Weights should be public: now.", "Weights should be public.", "warning"),
    "a capital in brackets, the end cut": ("If so, it rests with us, if asked.", "[I]t rests with us.", "warning"),
    "a citation in the middle": ("Explain it. 5 U.S.C. § 553. They did not.", "Explain it. They did not.", "warning"),
}


@pytest.mark.parametrize(("source", "written"), VERIFIED.values(), ids=VERIFIED)
def test_harmless_differences_are_verified(source: str, written: str) -> None:
    judgement = judged(source, written, phrase=written[0].islower())
    assert (judgement.verdict, judgement.differences) == ("verified", ())


@pytest.mark.parametrize(("source", "written", "severity"), ALTERED.values(), ids=ALTERED)
def test_unmarked_changes_are_altered(source: str, written: str, severity: str) -> None:
    judgement = judged(source, written)
    assert (judgement.verdict, judgement.severity) == ("altered", severity)
    assert judgement.differences


def test_both_texts_are_shown_with_the_difference() -> None:
    judgement = judged("Release shall not be delayed.", "Release shall be delayed.")
    assert judgement.found_text == "Release shall not be delayed"
    assert changes(judgement) == [("", "not")]
    assert judgement.reason == "“not” left out without a mark"


def test_a_change_of_case_shows_the_word() -> None:
    assert changes(judged("In most cases the draft is open.", "The draft is open.")) == [("The", "the")]


def test_what_each_bracket_and_the_dots_stand_for_is_shown() -> None:
    source = (
        "Other parties play roles, but they are not in focus. These include auditors of the self-regulatory bodies."
    )
    judgement = judged(source, "[o]ther parties play roles … includ[ing] auditors of the [SROs].")
    assert judgement.verdict == "verified"
    assert swaps(judgement) == [
        ("[o]", "O"),
        ("[ing]", "e"),
        ("[SROs]", "self-regulatory bodies"),
        ("…", ", but they are not in focus. These"),
    ]


def test_a_bracket_in_the_middle_shows_what_it_replaced() -> None:
    judgement = judged("The self-regulatory organizations must file.", "The [SROs] must file.")
    assert swaps(judgement) == [("[SROs]", "self-regulatory organizations")]


def test_a_bracket_at_the_start_shows_the_sentence_before_it() -> None:
    judgement = judged("The board met. It shall publish the table.", "[The Office] shall publish the table.")
    assert swaps(judgement) == [("[The Office]", "It")]


def test_a_bracket_at_the_end_shows_the_rest_of_the_sentence() -> None:
    judgement = judged("Its risk is often unclear. So is its use.", "Its risk is often [clear]")
    assert swaps(judgement) == [("[clear]", "unclear")]


def test_a_bracket_that_was_put_in_shows_nothing() -> None:
    assert swaps(judged("The Office shall delay.", "The Office shall [then] delay.")) == [("[then]", "")]


def test_an_ellipsis_does_not_reach_over_half_a_document() -> None:
    source = f"The board met twice. {'Minutes were kept. ' * 250}It issued no order of its own."
    assert judged(source, "The board met twice. . . . It issued no order of its own.").verdict != "verified"


def test_words_before_and_after_are_shown() -> None:
    source = "One two three. No firm is asked to confirm that tests were run in full. Costs rose in May."
    judgement = judged(source, "tests were run in full", phrase=True)
    assert judgement.before == "One two three. No firm is asked to confirm that"
    assert judgement.after == ". Costs rose in May."


@pytest.mark.parametrize(
    "said",
    [
        "cleaned up",
        "citation modified",
        "internal quotation marks omitted",
        "internal quotations and citations omitted",
    ],
)
def test_inner_marks_may_go_where_the_citation_says_so(said: str) -> None:
    source = "Staff called the plan “a modest step” forward."
    assert judged(source, "Staff called the plan a modest step forward.", said=said).verdict == "verified"


def test_cleaned_up_forgives_brackets_dots_capitals_and_citations_but_no_word() -> None:
    source = "Agencies “[m]ust . . . explain” a reversal, see Part II, and did not."
    assert judged(source, "Agencies must explain a reversal, and did not.", said="cleaned up").verdict == "verified"
    assert judged(source, "Agencies may explain a reversal, and did not.", said="cleaned up").verdict == "altered"


def test_a_citation_may_go_where_the_citation_says_so() -> None:
    source = "Agencies must explain a reversal, see Part II of the preamble, and did not."
    assert (
        judged(source, "Agencies must explain a reversal, and did not.", said="citation omitted").verdict == "verified"
    )
    assert judged(source, "Agencies must explain a reversal [citation omitted] and did not.").verdict == "verified"


def test_words_of_a_note_are_found() -> None:
    judgement = judged(
        "The body speaks of other things.", "release is safe", notes="As shown, release is safe.", phrase=True
    )
    assert judgement.verdict == "verified"


def test_words_that_stand_nowhere_are_not_found() -> None:
    judgement = judged("The board shall report each spring.", "Weights diffuse skill to the smallest of firms.")
    assert (judgement.verdict, judgement.severity, judgement.words) == ("not-found", "error", "not found")
    assert judgement.reason == "the source has no passage like it"


def test_a_phrase_needs_no_dots_where_the_sentence_goes_on() -> None:
    source = "Release decisions rest with the board, subject to review."
    assert judged(source, "decisions rest with the board.").verdict == "verified"
    assert judged(source, "Release decisions rest with the board.", phrase=True).verdict == "verified"


def test_the_end_of_a_list_item_is_the_end_of_its_sentence() -> None:
    assert judged("• Name the model\n• State its size", "Name the model.").verdict == "verified"


def test_no_remark_is_made_of_a_plain_quotation() -> None:
    assert found(judged("The board shall report each spring.", "The board shall report each spring.")) == []
