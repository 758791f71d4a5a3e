"""What people paste into cells, as the file holds it, and what is read."""

import re
from datetime import date
from pathlib import Path

import pytest

from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import read_workbook
from audit_report.workbook_in.sheet_names import SHEETS
from tests.workbook_in import corpus

_DATE_LOOK = re.compile(rb'<c r="E2" (s="\d+")')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.xlsx"


def with_cell(path: Path, address: str, cell: str) -> tuple[Tracker, list[Problem]]:
    """The small tracker read with one cell of Actions made of this XML; {date} is the look of a date."""

    def edit(xml: bytes) -> bytes:
        look = _DATE_LOOK.search(xml)
        assert look
        made = cell.replace("{date}", look[1].decode()).encode("utf-8", "surrogatepass")
        return re.sub(
            rb'<c r="' + address.encode() + rb'"[^>]*>.*?</c>', lambda _: made, xml, flags=re.DOTALL
        )

    path.write_bytes(corpus.changed(corpus.SHEET, edit))
    tracker, problems = load(read_workbook(path, SHEETS))
    return tracker, [each for each in problems if each.code != "missing-worked-out"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 1234",
        "-5 points",
        "@home",
        "'quoted",
        "{authority} {0} {}",
        "<b>bold</b> &amp; more",
        "\u202eright to left\u202c שלום",
        "e\u0301 👩‍👩‍👧",
        "x" * 32_766,
        "TRUE",
        "1e308",
        "r=\"XFD1\" t='s'",
    ],
)
def test_text_is_kept_as_typed(path: Path, text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")

    tracker, problems = with_cell(path, "C2", f'<c r="C2" t="inlineStr"><is><t>{escaped}</t></is></c>')

    assert problems == []
    assert tracker.actions[0].text == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0.30000000000000004", "0.3"),
        ("12", "12"),
        ("1E+308", "1E+308"),
        ("123456789012", "123456789012"),
        ("-0.5", "-0.5"),
    ],
)
def test_a_number_in_a_text_cell_is_read_as_excel_shows_it(path: Path, number: str, text: str) -> None:
    tracker, problems = with_cell(path, "C2", f'<c r="C2"><v>{number}</v></c>')

    assert problems == []
    assert tracker.actions[0].text == text


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<c r="E2" {date}><v>1E+308</v></c>', "not-a-date-or-words"),
        ('<c r="E2" {date} t="n"><v>999999999999999</v></c>', "not-a-date-or-words"),
        ('<c r="E2" {date}><v>NaN</v></c>', "not-a-date-or-words"),
        ('<c r="E2" {date}><v>59</v></c>', "implausible-date"),
        ('<c r="E2" {date}><v>2958465</v></c>', "implausible-date"),
        ('<c r="E2" {date}><v>-3</v></c>', "not-a-date-or-words"),
        ('<c r="E2" {date}><v>0.5</v></c>', "not-a-date-or-words"),
        ('<c r="E2" t="b"><v>1</v></c>', "not-a-date-or-words"),
        ('<c r="E2" t="e"><v>#SPILL!</v></c>', "excel-error"),
        ('<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "excel-error"),
        ('<c r="E2"><f t="shared" si="0" ref="E2:E3">A&amp;1</f></c>', "not-calculated"),
        ('<c r="E2"><f t="shared" si="0"/></c>', "not-calculated"),
        ('<c r="C2" t="inlineStr"><is><t>bell _x0007_</t></is></c>', "unprintable-characters"),
        ('<c r="C2" t="inlineStr"><is><t>half _xD83D_</t></is></c>', "unprintable-characters"),
    ],
)
def test_an_odd_value_is_one_problem_at_its_cell(path: Path, cell: str, code: str) -> None:
    problems = with_cell(path, cell[6:8], cell)[1]

    assert [(problem.code, problem.where.cell) for problem in problems] == [(code, f"Actions!{cell[6:8]}")]


def test_a_date_with_a_time_is_its_day(path: Path) -> None:
    tracker, problems = with_cell(path, "E2", '<c r="E2" {date}><v>40359.75</v></c>')

    assert problems == []
    assert tracker.actions[0].original_due == ApproximateDate("", date(2010, 6, 30), date(2010, 6, 30))
