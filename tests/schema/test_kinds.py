"""Each kind of cell: what it reads, what it refuses, and that it never fails on anything a cell can hold."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report import catalogue
from audit_report.problems import Mistake
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.dates.approximate_dates import read_approximate_date
from audit_report.schema.kinds import (
    Day,
    DayOrWords,
    DueDate,
    Kind,
    LongText,
    Money,
    Ref,
    Share,
    Text,
    WholeNumber,
)
from audit_report.schema.raw_values import Raw, RichCell
from audit_report.schema.reading import Reading
from audit_report.schema.rich_text import Run
from audit_report.schema.spacing import clean, match_key
from tests.shipped_scale import Priority

KINDS: tuple[Kind[Any], ...] = (
    Text(),
    LongText(),
    Ref(),
    Day(),
    DayOrWords(),
    DueDate(),
    Money(),
    Share(),
    WholeNumber(),
    YesNo(),
    Choice(Priority),
)


def code(outcome: object) -> str:
    assert isinstance(outcome, Mistake)
    return outcome.code


@pytest.mark.parametrize(
    ("typed", "pounds"),
    [
        (1_200_000, 1_200_000),
        (0, 0),
        (0.5, 0.5),
        ("£1.2m", 1_200_000),
        ("£1.2 million", 1_200_000),
        ("1,200,000", 1_200_000),
        ("£1,200,000.50", 1_200_000.5),
        (" £ 500k ", 500_000),
        ("250 thousand", 250_000),
        ("2bn", 2_000_000_000),
    ],
)
def test_money_is_read(typed: Raw, pounds: float) -> None:
    assert Money().read(typed) == pounds


@pytest.mark.parametrize("typed", [-1, "-5", "lots", "1,20,000", "£", "1.2.3", "$5", True, date(2010, 4, 30)])
def test_what_is_not_money_is_refused(typed: Raw) -> None:
    assert code(Money().read(typed)) == "not-money"


@pytest.mark.parametrize(
    "typed", ["9" * 309, "9" * 5000, float("inf"), float("nan"), 1e12, "1000bn", 1.2e300]
)
def test_no_amount_is_infinite_or_more_than_anybody_has(typed: Raw) -> None:
    assert code(Money().read(typed)) == "not-money"


@pytest.mark.parametrize(("typed", "pounds"), [(1.2e7, 12_000_000), (9.99e11, 999_000_000_000), (1e-9, 0)])
def test_any_other_number_is_an_amount(typed: float, pounds: float) -> None:
    assert Money().read(typed) == pounds


@pytest.mark.parametrize(("typed", "share"), [(0.15, 0.15), ("15%", 0.15), ("6 %", 0.06), (0, 0), (1, 1)])
def test_shares_are_read(typed: Raw, share: float) -> None:
    assert Share().read(typed) == share


@pytest.mark.parametrize("typed", [15, "15", -0.1, "150%", "some", True])
def test_what_is_not_a_share_is_refused(typed: Raw) -> None:
    assert code(Share().read(typed)) == "not-a-share"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "CR-1",
            "cr 1",
            "A",
            "A.1-b",
            " CR 1 . 2 ",
            "21 BCFU 07",
            "SR (25/26) 01",
            "CR_1",
            "IA 23/24 017",
            "CR/1",
        ),
        *(
            "R&D 4",
            "1 R",
            "1A",
            "(iii)",
            "MARK 1",
            "SEPA-2024",
            "Maya 3",
            "1.2.a",
            "2024/HR/07",
            "E5",
            "TRUER",
        ),
    ],
)
def test_refs_are_read_as_typed(typed: str) -> None:
    assert Ref().read(typed) == clean(typed)


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
def test_any_dash_in_a_ref_is_a_hyphen(dash: str) -> None:
    assert Ref().read(f"CR{dash}1") == "CR-1"
    assert match_key(f"CR{dash}1") == match_key("cr - 1")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1", "it has no letter"),
        (1, "it has no letter"),
        ("1.10", "it has no letter"),
        ("25/26", "it has no letter"),
        ("CR*", "it holds *"),
        ("<CR", "it holds <"),
        ("CR?~", "it holds ? ~"),
        ("Ré1", "it holds é"),
        ("-A", "it does not start with a letter or digit"),
        ("/A", "it does not start with a letter or digit"),
        ("1E5", "a spreadsheet takes it for a number"),
        ("12.5e-3", "a spreadsheet takes it for a number"),
        ("MAR-10", "a spreadsheet takes it for a date"),
        ("Sept2", "a spreadsheet takes it for a date"),
        ("10 Mar 2010", "a spreadsheet takes it for a date"),
        (datetime(2010, 3, 10), "a spreadsheet takes it for a date"),
        ("10 am", "a spreadsheet takes it for a time"),
        ("True", "a spreadsheet takes it for TRUE or FALSE"),
        ("TBC", "it says nothing"),
        ("N/A", "it says nothing"),
    ],
)
def test_what_excel_would_take_for_a_pattern_a_number_or_a_date_is_no_ref(typed: Raw, reason: str) -> None:
    outcome = Ref().read(typed)

    assert isinstance(outcome, catalogue.BadRef)
    assert outcome.reason == reason


@given(st.text(alphabet="AaEe1 0-./&()_*é\n\u2013", min_size=1))
def test_a_ref_is_the_same_ref_however_often_it_is_read(typed: str) -> None:
    once = Ref().read(typed)

    if isinstance(once, str):
        assert Ref().read(once) == once
        assert match_key(once) == match_key(typed)


@pytest.mark.parametrize(("typed", "number"), [(6, 6), (6.0, 6), ("6", 6), (0, 0)])
def test_whole_numbers_are_read(typed: Raw, number: int) -> None:
    assert WholeNumber().read(typed) == number


@pytest.mark.parametrize("typed", [-1, 6.5, "six", True, "9999999", "\u0666"])
def test_what_is_not_a_whole_number_is_refused(typed: Raw) -> None:
    assert code(WholeNumber().read(typed)) == "not-a-whole-number"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (3, "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (datetime(2010, 4, 3), "3 April 2010"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_text_reads_what_excel_made_of_it(typed: Raw, words: str) -> None:
    assert Text().read(typed) == words


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\ufffe", "\ud800"])
def test_characters_that_word_cannot_hold_are_refused(character: str) -> None:
    assert code(Text().read(f"a{character}b")) == "unprintable-characters"
    assert code(LongText().read(RichCell((Run("a"), Run(character, bold=True))))) == "unprintable-characters"


@pytest.mark.parametrize(
    "text",
    ["مرحبا", "👩🏽‍🚒 crew", "e\u0301", "a\tb", "=SUM(A1)", "{period}", "<w:p/> & ]]>"],
)
def test_any_printable_text_is_kept(text: str) -> None:
    assert Text().read(text) == text.replace("\t", " ")


def test_a_true_date_has_no_words_of_its_own() -> None:
    read = DayOrWords().read(datetime(2010, 5, 4))

    assert not isinstance(read, Mistake)
    assert (read.words, read.earliest, read.latest) == ("", date(2010, 5, 4), date(2010, 5, 4))


def test_a_number_where_a_date_belongs_says_which_day_it_would_be() -> None:
    outcome = Day().read(40298)

    assert isinstance(outcome, catalogue.NotADate)
    assert "30 April 2010" in outcome.hint


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("06/30/2010", " It looks month first: 30 June 2010 is 30/06/2010 here."),
        ("31/06/2010", " 30 June is the last day of June."),
        ("30 April 10", " Give the year in four digits."),
        ("30/06/2010 and 30/09/2010", " It holds two dates: keep one."),
        ("soon", ""),
    ],
)
def test_what_is_no_day_says_why(typed: str, hint: str) -> None:
    outcome = Day().read(typed)

    assert isinstance(outcome, catalogue.NotADate)
    assert outcome.hint == hint


def test_words_that_are_no_date_say_why() -> None:
    outcome = DayOrWords().read("June 31, 2010")

    assert isinstance(outcome, catalogue.NotADateOrWords)
    assert outcome.hint == " It looks month first: write 31 June 2010."


@pytest.mark.parametrize("kind", [Day(), DayOrWords(), DueDate()])
def test_a_welsh_tracker_has_welsh_dates(kind: Kind[Any]) -> None:
    assert isinstance(kind.read("30 Mehefin 2010"), Mistake)
    read = kind.read("30 Mehefin 2010", Reading(welsh=True))
    assert read in (date(2010, 6, 30), read_approximate_date("30 Mehefin 2010", welsh=True))


@pytest.mark.parametrize("typed", ["N/A", "None", "not applicable"])
def test_something_has_to_be_due(typed: str) -> None:
    assert code(DueDate().read(typed)) == "not-a-date-or-words"
    assert not isinstance(DayOrWords().read(typed), Mistake)


def test_two_dates_in_a_due_date_point_to_date_changes() -> None:
    assert code(DueDate().read("30/06/2010, now 30/09/2010")) == "two-dates"
    assert not isinstance(DayOrWords().read("30/06/2010, now 30/09/2010"), Mistake)


@pytest.mark.parametrize(
    ("typed", "latest"),
    [
        (datetime(2010, 6, 30), date(2010, 6, 30)),
        ("30/6/10", date(2010, 6, 30)),
        ("1 to 30 June 2010", date(2010, 6, 30)),
        ("Summer 2010", date(2010, 8, 31)),
        ("by Q2 2010/11", date(2010, 9, 30)),
        ("Ongoing", None),
        ("TBC", None),
        ("from June 2010", None),
    ],
)
def test_the_last_day_of_a_due_date_counts(typed: Raw, latest: date | None) -> None:
    read = DueDate().read(typed)

    assert not isinstance(read, Mistake)
    assert read.latest == latest


ANYTHING = st.one_of(
    st.text(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.builds(lambda text: RichCell((Run(text, bold=True),)), st.text()),
)


@given(st.sampled_from(KINDS), ANYTHING)
def test_a_kind_gives_a_value_or_a_mistake_for_anything(kind: Kind[Any], raw: Raw) -> None:
    outcome = kind.read(raw)

    assert outcome is not None
    if isinstance(outcome, Mistake):
        assert outcome.code


@given(st.text())
def test_cleaning_is_settled_after_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert match_key(clean(text)) == match_key(text)


@given(st.dates(date(1990, 1, 1), date(2079, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]))
def test_a_day_reads_the_same_however_it_is_typed(day: date, form: str) -> None:
    assert Day().read(day.strftime(form)) == day
    assert Day().read(datetime.combine(day, time(12)) + timedelta(hours=1)) == day
