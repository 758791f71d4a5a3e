"""Numbers and days as their formats show them."""

from datetime import date

import pytest

from audit_report.workbook_in.shown_dates import shows_whole_days, without_day
from audit_report.workbook_in.shown_numbers import shown_number

NUMBERS = [
    (0.85, "0%", "85%"),
    (0.855, "0.0%", "85.5%"),
    (0.075, "0%", "8%"),
    (3.5, '"Grade "0.0', "Grade 3.5"),
    (1.0, '"R-"000', "R-001"),
    (7.0, "000", "007"),
    (2.5, "0", "3"),
    (1_200_000.0, '"£"#,##0', "£1,200,000"),
    (1_200_000.0, "[$£-809]#,##0.00", "£1,200,000.00"),
    (1_200_000.0, "_-£* #,##0.00_-;-£* #,##0.00_-", "£1,200,000.00"),
    (1_200_000.0, '#,##0,"k"', "1,200k"),
    (1_234_567.0, '0.0,,"m"', "1.2m"),
    (1234.5, "#,##0.##", "1,234.5"),
    (123_456_789.0, "000-00-0000", "123-45-6789"),
    (-5.0, "0;(0)", "(5)"),
    (-5.0, "#,##0;[Red]-#,##0", "-5"),
    (-5.5, "0.0", "-5.5"),
    (0.0, '0;-0;"nil"', "nil"),
    (4.0, '0" of 5; and more"', "4 of 5; and more"),
    (3.0, "General", "3"),
    (5.0, 'General" points"', "5 points"),
    (12.0, "@", "12"),
    (0.5, "# ?/?", None),
    (1e6, "0.00E+00", None),
    (5.0, "[>3]0;1", None),
    (44.0, "d mmm", None),
]


@pytest.mark.parametrize(("number", "code", "text"), NUMBERS)
def test_a_number_is_shown_as_excel_shows_it(number: float, code: str, text: str | None) -> None:
    assert shown_number(number, code) == text


@pytest.mark.parametrize("code", ["d mmm yyyy", "dd/mm/yy", "d-mmm", "[$-809]dddd d mmmm", 'd "of" mmmm'])
def test_these_show_the_day_of_the_month(code: str) -> None:
    assert shows_whole_days(code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("mmm-yy", "June 2010"),
        ("[$-809]mmmm yyyy;@", "June 2010"),
        ("yyyy", "2010"),
        ("mmmm", "June"),
        ('mmm" (day to come)"', "June"),
        ("h:mm", None),
        ("dddd", None),
    ],
)
def test_a_day_that_is_not_shown_is_what_is_shown_instead(code: str, text: str | None) -> None:
    assert not shows_whole_days(code)
    assert without_day(date(2010, 6, 1), code) == text
