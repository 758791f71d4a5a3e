"""Dates and the words for them: which days each form spans, and which words are no date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report.schema.dates.approximate_dates import (
    ApproximateDate,
    names_two_days,
    read_approximate_date,
    read_day,
    why_no_date,
    why_no_day,
)
from audit_report.schema.dates.date_mentions import Doubt

DATES = """
# One day
30 April 2010                           | 2010-04-30 | 2010-04-30
30th of April, 2010                     | 2010-04-30 | 2010-04-30
Friday, 30 Apr 2010                     | 2010-04-30 | 2010-04-30
30-Apr-2010                             | 2010-04-30 | 2010-04-30
2010-04-30                              | 2010-04-30 | 2010-04-30
30/4/2010                               | 2010-04-30 | 2010-04-30
30 / 04 / 2010                          | 2010-04-30 | 2010-04-30
Board meeting on 30.4.2010 at 10:30     | 2010-04-30 | 2010-04-30
30/4/10                                 | 2010-04-30 | 2010-04-30
27/10/23                                | 2023-10-27 | 2023-10-27
30.04.10                                | 2010-04-30 | 2010-04-30
30-Apr-10                               | 2010-04-30 | 2010-04-30
5-Sept-10                               | 2010-09-05 | 2010-09-05
1/1/85                                  | 1985-01-01 | 1985-01-01
2010-04-30T00:00:00Z                    | 2010-04-30 | 2010-04-30
2010-04-30 14:05:30                     | 2010-04-30 | 2010-04-30
2010-04-30T09:30:00.000+01:00           | 2010-04-30 | 2010-04-30
30/04/2010 00:00                        | 2010-04-30 | 2010-04-30
30 April 2010 at 2:15 pm                | 2010-04-30 | 2010-04-30

# Months
May 2010                                | 2010-05-01 | 2010-05-31
may   2010                              | 2010-05-01 | 2010-05-31
Sept. 2010                              | 2010-09-01 | 2010-09-30
February 2012                           | 2012-02-01 | 2012-02-29
May-2010                                | 2010-05-01 | 2010-05-31
March 2010/11                           | 2011-03-01 | 2011-03-31
June 2010/11                            | 2010-06-01 | 2010-06-30

# Seasons
Spring 2010                             | 2010-03-01 | 2010-05-31
Summer 2010                             | 2010-06-01 | 2010-08-31
Autumn of 2010                          | 2010-09-01 | 2010-11-30
Winter 2010                             | 2010-12-01 | 2011-02-28
Winter 2010/11                          | 2010-12-01 | 2011-02-28
Spring 2010/11                          | 2011-03-01 | 2011-05-31

# Quarters, financial
Q1 2010/11                              | 2010-04-01 | 2010-06-30
Q2 2010/11                              | 2010-07-01 | 2010-09-30
Q3 2010-11                              | 2010-10-01 | 2010-12-31
Q4 2010/11                              | 2011-01-01 | 2011-03-31
quarter 2 2010/11                       | 2010-07-01 | 2010-09-30
Second quarter of 2010/11               | 2010-07-01 | 2010-09-30
2010/11 Q2                              | 2010-07-01 | 2010-09-30
Q2 2010                                 | 2010-07-01 | 2010-09-30

# Years
2010                                    | 2010-01-01 | 2010-12-31
in 2010                                 | 2010-01-01 | 2010-12-31
2009-10                                 | 2009-04-01 | 2010-03-31
2009/10                                 | 2009-04-01 | 2010-03-31
2009/2010                               | 2009-04-01 | 2010-03-31
2009 – 10                               | 2009-04-01 | 2010-03-31
1999-00                                 | 1999-04-01 | 2000-03-31
2008-2010                               | 2008-01-01 | 2010-12-31
2008-10                                 | 2008-01-01 | 2010-12-31
2009 to 2010                            | 2009-01-01 | 2010-12-31
2008-09 and 2009-10                     | 2008-04-01 | 2010-03-31
financial year 2010/11                  | 2010-04-01 | 2011-03-31

# Thirds
early May 2010                          | 2010-05-01 | 2010-05-10
mid May 2010                            | 2010-05-11 | 2010-05-20
mid-May 2010                            | 2010-05-11 | 2010-05-20
late May 2010                           | 2010-05-21 | 2010-05-31
End of May 2010                         | 2010-05-21 | 2010-05-31
beginning of May 2010                   | 2010-05-01 | 2010-05-10
mid to late May 2010                    | 2010-05-11 | 2010-05-31
early/mid 2010                          | 2010-01-01 | 2010-08-31
late summer 2010                        | 2010-08-01 | 2010-08-31
early Q2 2010/11                        | 2010-07-01 | 2010-07-31
mid 2010/11                             | 2010-08-01 | 2010-11-30
end of the financial year 2010/11       | 2010-12-01 | 2011-03-31

# Weeks
w/c 3 May 2010                          | 2010-05-03 | 2010-05-09
week commencing Monday 3rd May 2010     | 2010-05-03 | 2010-05-09
w/c 3 and 10 May 2010                   | 2010-05-03 | 2010-05-16
week ending 7 May 2010                  | 2010-05-01 | 2010-05-07

# Open ends
by June 2010                            | -          | 2010-06-30
by the end of June 2010                 | -          | 2010-06-30
by June or July 2010                    | -          | 2010-07-31
no later than 30 June 2010              | -          | 2010-06-30
until June 2010                         | -          | 2010-06-30
before June 2010                        | -          | 2010-05-31
before the end of June 2010             | -          | 2010-06-30
from June 2010                          | 2010-06-01 | -
from March/April 2010                   | 2010-03-01 | -
June 2010 onwards                       | 2010-06-01 | -
Ongoing since June 2010                 | 2010-06-01 | -
after June 2010                         | 2010-07-01 | -
after 30 April 2010                     | 2010-05-01 | -
from September 2010, checked July 2010  | 2010-07-01 | -
by March 2010 at best, else June 2010   | -          | 2010-06-30

# Ranges
from March to May 2010                  | 2010-03-01 | 2010-05-31
March to May 2010                       | 2010-03-01 | 2010-05-31
March–May 2010                          | 2010-03-01 | 2010-05-31
March — May 2010                        | 2010-03-01 | 2010-05-31
between March and May 2010              | 2010-03-01 | 2010-05-31
from March until May 2010               | 2010-03-01 | 2010-05-31
November 2009 to January 2010           | 2009-11-01 | 2010-01-31
November – January 2011                 | 2010-11-01 | 2011-01-31
November 2009 to January                | 2009-11-01 | 2010-01-31
Winter/Spring 2011                      | 2010-12-01 | 2011-05-31
Q4 to Q1 2010/11                        | 2010-01-01 | 2010-06-30
early March to mid May 2010             | 2010-03-01 | 2010-05-20
3-7 May 2010                            | 2010-05-03 | 2010-05-07
28 December to 3 January 2011           | 2010-12-28 | 2011-01-03
30/04/2010-03/05/2010                   | 2010-04-30 | 2010-05-03
2009 to March 2011                      | 2009-01-01 | 2011-03-31
April 2010 - 10 May 2010                | 2010-04-01 | 2010-05-10

# Several dates
April/May 2010                          | 2010-04-01 | 2010-05-31
May, June and July 2010                 | 2010-05-01 | 2010-07-31
3rd, 4th and 5th May 2010               | 2010-05-03 | 2010-05-05
Visit 30/04/2010, report 2010-06-03     | 2010-04-30 | 2010-06-03
from May 2010, report by July 2010      | 2010-05-01 | 2010-07-31
March 2010⏎⏎Results published June 2010 | 2010-03-01 | 2010-06-30
- June 2010⏎- March 2010                | 2010-03-01 | 2010-06-30

2009-10, results October 2010           | 2009-04-01 | 2010-10-31
2016-17, published 2017/18              | 2016-04-01 | 2018-03-31
2009/10; report by June 2010            | 2009-04-01 | 2010-06-30
Fieldwork 2010, report Spring 2011      | 2010-01-01 | 2011-05-31
2010⏎Report: 14 June 2011               | 2010-01-01 | 2011-06-14

# Words beside a date
Phase 1 May 2011, phase 2 June 2011     | 2011-05-01 | 2011-06-30
Stages 1 and 2 May 2011                 | 2011-05-01 | 2011-05-31
Tranche 3 Q2 2010/11                    | 2010-07-01 | 2010-09-30
Part 2, 3 June 2011                     | 2011-06-03 | 2011-06-03
Visit 12 May 2011                       | 2011-05-12 | 2011-05-12
The 2010 review is in July 2010⏎Published Autumn 2010 (to be confirmed) | 2010-07-01 | 2010-11-30
Inspection may take place in July 2010  | 2010-07-01 | 2010-07-31
Fieldwork in May or June 2010           | 2010-05-01 | 2010-06-30
Phase 3⏎May 2010                        | 2010-05-01 | 2010-05-31
20 to 25 schools, July 2010             | 2010-07-01 | 2010-07-31
August 2010, to be confirmed            | 2010-08-01 | 2010-08-31

# Notes in brackets
Summer 2010 (evidence gathered until 2011) | 2010-06-01 | 2010-08-31
August 2010 (to be confirmed)           | 2010-08-01 | 2010-08-31
August 2010 [was (31/02/2010) June 2010] | 2010-08-01 | 2010-08-31
August 2010 (to be confirmed            | 2010-08-01 | 2010-08-31
TBC (expected June 2010)                | 2010-06-01 | 2010-06-30
(June 2010)                             | 2010-06-01 | 2010-06-30
"""

UNKNOWN = """
TBC
tbc.
T.B.C. - to be confirmed
to be  Confirmed
Date to be announced (after the visit)
Not known
Not yet known
Unknown
n/a
N / A
ongoing
On-going
None
(TBC)
Date of 2010 assessment TBC
"""

NO_DATES = """
soon
June
Q2
30 April
may take place
Mayor 2010
assessment 2010
31/02/2010
30/13/2010
4/30/2010
30-4-10
30/4-2010
32 May 2010
0 May 2010
Monday 30 April 2010
June 20100
June 3 2010
June '10
Jun-10
05/2010
2010-05
2010-2009
May 2008-2010
Octember 2010
Sumer 2010 (to be confirmed)
30 June 2010, 31/02/2010
Octember 2009, report June 2010
Fieldwork in March, report June 2010
May 2010 to March 2010
by March 2010 or from June 2010
TBC (31/02/2010)
Winter 9999
after 31/12/9999
before 01/01/0001
( )
–
"""


WELSH = """
Mai 2010                                | 2010-05-01 | 2010-05-31
30 Mehefin 2010                         | 2010-06-30 | 2010-06-30
30-Meh-10                               | 2010-06-30 | 2010-06-30
3ydd o Ragfyr 2010                      | 2010-12-03 | 2010-12-03
Dydd Mawrth 2 Mawrth 2010               | 2010-03-02 | 2010-03-02
Hydref 2010                             | 2010-10-01 | 2010-10-31
yr hydref 2010                          | 2010-09-01 | 2010-11-30
Y Gwanwyn 2011                          | 2011-03-01 | 2011-05-31
Haf 2010                                | 2010-06-01 | 2010-08-31
Gaeaf 2010/11                           | 2010-12-01 | 2011-02-28
Ebrill neu Mai 2011                     | 2011-04-01 | 2011-05-31
o Fai i Fehefin 2010                    | 2010-05-01 | 2010-06-30
erbyn diwedd Mawrth 2011                | -          | 2011-03-31
o Ionawr 2011 ymlaen                    | 2011-01-01 | -
Chwarter 2 2010/11                      | 2010-07-01 | 2010-09-30
canol Gorffennaf 2010                   | 2010-07-11 | 2010-07-20
30 June 2010                            | 2010-06-30 | 2010-06-30
Summer 2010                             | 2010-06-01 | 2010-08-31
"""

WHY = """
06/30/2010                | It looks month first: 30 June 2010 is 30/06/2010 here.
6/30/10                   | It looks month first: 30 June 2010 is 30/06/2010 here.
June 30, 2010             | It looks month first: write 30 June 2010.
Jun 3 2010                | It looks month first: write 3 June 2010.
31/06/2010                | 30 June is the last day of June.
31.4.10                   | 30 April is the last day of April.
29 February 2010          | 28 February is the last day of February 2010.
30-Feb-12                 | 29 February is the last day of February 2012.
32 May 2010               | 31 May is the last day of May.
13/13/2010                | There is no month 13.
30-Foo-2010               | “foo” is no month.
Octember 2010             | Did you mean “October”?
30 April 10               | Give the year in four digits.
Jun-10                    | Give the year in four digits.
June '10                  | Give the year in four digits.
30-06-10                  | Give the year in four digits.
June 20100                | Give the year in four digits.
30 April                  | Give the year.
June                      | Give the year.
2010/04/30                | Write 30/04/2010, or 2010-04-30 with hyphens and two digits each.
Monday 30 April 2010      | 30 April 2010 is a Friday.
2010-05                   | Write the month in words: May 2010.
05/2010                   | Write the month in words.
May 2010 to March 2010    | It ends before it begins.
May 2008-2010             | Give one year.
soon                      |
"""

DOUBTS = """
Q2 2010                   | July to September 2010  | April to June 2010
2010 Q4                   | January to March 2011   | October to December 2010
Report in Q1 2011         | April to June 2011      | January to March 2011
2010-12                   | the years 2010 to 2012  | December 2010
2008/10                   | the years 2008 to 2010  | October 2008
"""


def rows(table: str) -> list[str]:
    """A table's rows, comments and blank lines apart; ⏎ stands for a new line in the cell."""
    return [row.replace("⏎", "\n") for row in table.splitlines() if row and not row.startswith("#")]


def days(words: str) -> tuple[date, date]:
    read = read_approximate_date(words)
    assert read is not None
    assert read.earliest is not None
    assert read.latest is not None
    return read.earliest, read.latest


def day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("row", rows(DATES))
def test_words_span_days(row: str) -> None:
    words, earliest, latest = (part.strip() for part in row.rsplit("|", 2))
    assert read_approximate_date(words) == ApproximateDate(words, day(earliest), day(latest))


@pytest.mark.parametrize("row", rows(WELSH))
def test_a_welsh_tracker_is_read_in_welsh_too(row: str) -> None:
    words, earliest, latest = (part.strip() for part in row.rsplit("|", 2))
    assert read_approximate_date(words, welsh=True) == ApproximateDate(words, day(earliest), day(latest))


@pytest.mark.parametrize("words", ["i'w gadarnhau", "Parhaus", "TBC"])
def test_a_welsh_tracker_says_in_welsh_that_a_date_is_not_known(words: str) -> None:
    assert read_approximate_date(words, welsh=True) == ApproximateDate(words, None, None)


@pytest.mark.parametrize("words", ["Mehefin 2010", "Haf 2010", "30 Mai 2010"])
def test_an_english_tracker_is_read_in_english_alone(words: str) -> None:
    assert read_approximate_date(words) is None
    assert read_day(words) is None


@pytest.mark.parametrize("row", rows(WHY))
def test_what_is_no_date_is_told_why(row: str) -> None:
    words, why = (part.strip() for part in row.split("|"))
    assert read_approximate_date(words) is None
    assert why_no_date(words) == why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("06/30/2010", "It looks month first: 30 June 2010 is 30/06/2010 here."),
        ("31/06/2010", "30 June is the last day of June."),
        ("Summer 2010", "Give the day too."),
        ("30/04/2010, 31/05/2010", "It holds two dates: keep one."),
        ("30 April", "Give the year."),
        ("soon", ""),
        ("30/04/2010", ""),
    ],
)
def test_what_is_no_day_is_told_why(text: str, why: str) -> None:
    assert why_no_day(text) == why


@pytest.mark.parametrize("row", rows(DOUBTS))
def test_what_can_be_read_in_two_ways_says_how_it_is_read(row: str) -> None:
    words, read_as, otherwise = (part.strip() for part in row.split("|"))
    read = read_approximate_date(words)
    assert read is not None
    assert read.doubts == (Doubt(read_as, otherwise),)


@pytest.mark.parametrize("words", ["Q2 2010/11", "2009-10", "2010-11", "2008-2010", "2010-13", "Summer 2010"])
def test_what_can_be_read_in_one_way_leaves_no_doubt(words: str) -> None:
    read = read_approximate_date(words)
    assert read is not None
    assert read.doubts == ()


@pytest.mark.parametrize(
    "words",
    [
        "30/06/2010, 30/09/2010",
        "30 June 2010⏎30 July 2010".replace("⏎", "\n"),
        "30 June 2010 (was 30 May 2010)",
        "30 June and 30 July 2010",
        "by 30/06/10, now by 30/09/10",
        "30-Jun-10 → 31-Jul-10",
    ],
)
def test_two_dates_are_two(words: str) -> None:
    assert names_two_days(words)


@pytest.mark.parametrize(
    "words",
    [
        "30/06/2010",
        "30/06/2010 (30 June 2010)",
        "1 June 2010 to 30 June 2010",
        "30/6/10 - 31/7/10",
        "1-30 June 2010",
        "between 1 and 30 June 2010",
        "from 1 May 2010 until 30 June 2010",
        "June 2010, now September 2010",
        "31/06/2010, 31/02/2010",
        "TBC",
    ],
)
def test_one_date_or_a_range_is_not_two(words: str) -> None:
    assert not names_two_days(words)


@pytest.mark.parametrize("words", rows(UNKNOWN))
def test_words_for_an_unknown_date(words: str) -> None:
    read = read_approximate_date(words)
    assert read == ApproximateDate(words, None, None)
    assert read is not None
    assert not read.known


@pytest.mark.parametrize("words", ["", *rows(NO_DATES)])
def test_words_that_are_no_date(words: str) -> None:
    assert read_approximate_date(words) is None


@pytest.mark.parametrize(
    "text",
    [
        "2010-04-30",
        "30/4/2010",
        "30/04/2010",
        "30-4-2010",
        "30.04.2010",
        "30 April 2010",
        " 30  apr\u00a02010 ",
        "30th April 2010",
        "Friday 30 April 2010",
        "Fri, 30th Apr 2010",
    ],
)
def test_a_day_is_read_day_first(text: str) -> None:
    assert read_day(text) == date(2010, 4, 30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30",
        "2010",
        "April 2010",
        "30 April",
        "4/30/2010",
        "April 30 2010",
        "30-4-10",
        "30 April 10",
        "30 April 2010/11",
        "2010/04/30",
        "2010-4-30",
        "30/4-2010",
        "31/02/2010",
        "31 June 2010",
        "01/01/0000",
        "Monday 30 April 2010",
        "w/c 3 May 2010",
        "by 30 April 2010",
        "29 and 30 April 2010",
        "30 April 2010 (TBC)",
        "30 April 2010 at the latest",
        "TBC",
    ],
)
def test_other_texts_are_no_day(text: str) -> None:
    assert read_day(text) is None


def test_words_are_kept_as_typed() -> None:
    read = read_approximate_date("  Summer\u00a02010\n(TBC) ")
    assert read is not None
    assert read.words == "Summer\u00a02010\n(TBC)"


@pytest.mark.parametrize(
    ("words", "touches"),
    [
        ("April 2010", True),
        ("1 April 2010", True),
        ("31/10/2010", True),
        ("2010", True),
        ("31 March 2010", False),
        ("1 November 2010", False),
        ("by April 2010", True),
        ("by March 2010", False),
        ("from October 2010", True),
        ("from November 2010", False),
        ("TBC", False),
    ],
)
def test_a_date_touches_a_period(words: str, touches: bool) -> None:  # noqa: FBT001  a column of the table
    read = read_approximate_date(words)
    assert read is not None
    start, end = date(2010, 4, 1), date(2010, 10, 31)
    assert (read.known and (read.earliest or start) <= end and (read.latest or end) >= start) is touches


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
FORMS = st.sampled_from(
    [
        "{0:%Y-%m-%d}",
        "{0:%d/%m/%Y}",
        "{0.day}.{0.month}.{0.year}",
        "{0.day} {0:%B} {0.year}",
        "{0:%A %d %b %Y}",
        "{0:%Y-%m-%d}T23:59:59Z",
        "{0:%d/%m/%Y} 00:00",
    ]
)
PIECES = st.sampled_from(
    "3 31st 2010 2010/11 May June winter Q2 to - / and , . ( ) ⏎ by from early late w/c Friday TBC may "
    "onwards 30/4/2010 1/2/3 9999 schools".replace("⏎", "\n").split(" ")
)


@given(DAYS, FORMS)
def test_every_form_of_a_day_is_that_day(day: date, form: str) -> None:
    text = form.format(day)
    assert read_day(text) == day
    assert read_approximate_date(text) == ApproximateDate(text, day, day)


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)), st.sampled_from(["%d/%m/%y", "%d.%m.%y", "%d-%b-%y"]))
def test_a_year_of_two_digits_is_one_of_the_years_from_1980(day: date, form: str) -> None:
    assert read_day(day.strftime(form)) == day


@given(DAYS, DAYS, FORMS, FORMS)
def test_two_dates_span_the_days_between(one: date, other: date, form: str, other_form: str) -> None:
    words = f"Visit {form.format(one)}; report {other_form.format(other)}"
    assert days(words) == (min(one, other), max(one, other))


@given(DAYS)
def test_thirds_make_up_their_month(day: date) -> None:
    month = f"{day:%B %Y}"
    early, mid, late = (days(f"{part} {month}") for part in ("early", "mid", "late"))
    assert (early[0], late[1]) == days(month)
    assert mid[0] - early[1] == late[0] - mid[1] == timedelta(days=1)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["", " "]))
def test_any_words_are_read_or_refused(pieces: list[str], space: str) -> None:
    words = space.join(pieces)
    read = read_approximate_date(words)
    assert read is None or read.words == words.strip()
    assert read is None or not (read.earliest and read.latest) or read.earliest <= read.latest
    assert read_day(words) is None or (read is not None and read.earliest == read.latest == read_day(words))
    assert read is None or why_no_date(words) == ""
    assert isinstance(names_two_days(words), bool)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_approximate_date(text)
    assert read is None or read.words == text.strip()
    assert read_approximate_date(text.strip()) == read


@pytest.mark.parametrize(
    "piece", ["1", "1/", "(", "2010-", "early/", "3, May ", "Octembre 2010 ", "to be ", "\n-"]
)
def test_a_cell_as_long_as_excel_allows_is_read(piece: str) -> None:
    assert read_approximate_date((piece * 32_767)[:32_767]) is None
