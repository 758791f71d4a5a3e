"""`next`: a year of quarters, each compared with what the last report said."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit_report.cli import main
from audit_report.model.checked import Checked
from audit_report.pipeline import check_workbook
from audit_report.problems import Severity
from tests.tracker_edits import an_update, edited, item, put
from tests.trackers import save_tracker, small_tracker

SAMPLES = Path(__file__).parent.parent / "sample_data"
APRIL = SAMPLES / "april_2010.xlsx"
JULY, OCTOBER, JANUARY = date(2010, 7, 31), date(2010, 10, 31), date(2011, 1, 31)


def moved_on(this: Path, day: date, *options: str, to: Path | None = None) -> Path:
    """The next period's tracker, in the file given, else beside the first."""
    target = to or this.with_name(f"{day.isoformat()}.xlsx")
    result = run("next", this, target, "--as-at", day.isoformat(), *options)
    assert result.exit_code == 0, result.output
    return target


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def said(checked: Checked) -> dict[str, tuple[object, ...]]:
    """What a report says of each current recommendation."""
    return {
        rated.recommendation.ref: (rated.priority.stands, rated.status)
        for rated in checked.assessed.recommendations
        if rated.current
    }


def kept(checked: Checked, day: date) -> dict[str, tuple[object, ...]]:
    """What the tracker has kept of the report of a day."""
    scales = checked.tracker.scales
    return {
        row.recommendation: (scales.level(row.priority), scales.status(row.status))
        for row in checked.tracker.reported_ratings
        if row.as_at == day
    }


@pytest.fixture
def april(tmp_path: Path) -> Path:
    path = tmp_path / "april.xlsx"
    path.write_bytes(APRIL.read_bytes())
    return path


def test_each_quarter_compares_with_what_the_last_report_said(april: Path) -> None:
    reports = [check_workbook(april)]
    this = april
    edits = {
        JULY: [an_update("CR3", date(2010, 7, 20), "Red")],
        OCTOBER: [
            an_update("CR3", date(2010, 10, 20), "Green"),
            put("Recommendations", "CR1", Improvement_plan_in_place="No"),
        ],
        JANUARY: [put("Recommendations", "CR1", Improvement_plan_in_place="Yes")],
    }
    for day, changes in edits.items():
        this = edited(moved_on(this, day, "--committee-date", day.isoformat()), *changes)
        now = check_workbook(this)
        last = reports[-1]
        assert now.assessed.previous_as_at == last.assessed.as_at
        assert last.assessed.as_at is not None
        assert kept(now, last.assessed.as_at) == said(last)
        for rated in now.assessed.recommendations:
            assert rated.last_status == said(last)[rated.recommendation.ref][1]
        assert "unknown" not in {
            rated.since_last.value for rated in now.assessed.recommendations if rated.since_last
        }
        reports.append(now)
    figures = [(row.as_at, row.off_track, row.on_track) for row in reports[-1].tracker.reports]
    assert figures == [
        (
            report.assessed.as_at,
            sum(str(status) == "Red" for _, status in said(report).values()),
            sum(str(status) == "Green" for _, status in said(report).values()),
        )
        for report in reports[:-1]
    ]


def test_twice_is_once_and_the_first_is_only_read(april: Path, tmp_path: Path) -> None:
    before = sha256(april.read_bytes()).hexdigest()
    first = moved_on(april, JULY, "--return-by", "2010-07-10")
    again = moved_on(april, JULY, "--return-by", "2010-07-10", to=tmp_path / "again.xlsx")
    of_itself = moved_on(first, JULY, "--return-by", "2010-07-10", to=tmp_path / "itself.xlsx")

    assert first.read_bytes() == again.read_bytes() == of_itself.read_bytes()
    assert sha256(april.read_bytes()).hexdigest() == before


def test_run_again_it_replaces_the_rows_of_that_day_and_keeps_what_was_typed_beside_them(april: Path) -> None:
    july = edited(
        moved_on(april, JULY),
        item("Data as at", date(2010, 4, 30)),
        item("Previous data as at", None),
        item("Committee date", date(2010, 5, 17)),
        put("Reports", date(2010, 4, 30), What_the_committee_asked="Come back in July", Current=99),
    )
    again = check_workbook(moved_on(july, JULY, to=july.with_name("again.xlsx")))

    [report] = again.tracker.reports
    assert report.current == 6
    assert [line.text for line in report.asked] == ["Come back in July"]
    assert len(again.tracker.reported_ratings) == 6


def test_the_days_move_on_and_those_not_given_are_blank(april: Path) -> None:
    details = check_workbook(moved_on(april, JULY)).tracker.details
    assert (details.data_as_at, details.previous_as_at) == (JULY, date(2010, 4, 30))
    assert (details.committee_date, details.return_by) == (None, None)

    details = check_workbook(
        moved_on(april, JULY, "--committee-date", "2/8/2010", "--return-by", "2010-07-10", "--force")
    ).tracker.details
    assert (details.committee_date, details.return_by) == (date(2010, 8, 2), date(2010, 7, 10))


@pytest.mark.parametrize("options", [[], ["--committee-date", "2010-08-16"]], ids=["blank", "given"])
def test_a_blank_committee_date_is_said_to_be_an_error(april: Path, options: list[str]) -> None:
    july = april.with_name("july.xlsx")
    result = run("next", april, july, "--as-at", JULY.isoformat(), *options)
    errors = [each for each in check_workbook(july).problems if each.severity is Severity.ERROR]
    assert ("Committee date is blank in it" in result.stderr) is bool(errors) is not bool(options)
    assert all(each.where.header == "Committee date" for each in errors)


def test_a_completion_put_in_afterwards_is_told(april: Path) -> None:
    checked = check_workbook(april)
    late = next(each for each in checked.assessed.actions if not each.ended and not each.changes)
    ref = late.action.ref
    july = edited(
        moved_on(edited(april, put("Actions", ref, Original_due_date=date(2010, 3, 1))), JULY),
        put("Actions", ref, Progress="Complete", Completed_on=date(2010, 2, 20), Evidence="Minutes"),
    )
    told = [each for each in check_workbook(july).problems if each.code == "put-in-afterwards"]
    assert len(told) == 1
    assert str(late.action.cell("completed")).rpartition("!")[2] in told[0].message


def test_a_tracker_with_errors_is_refused(tmp_path: Path) -> None:
    sheets = small_tracker()
    sheets["Recommendations"][0]["Improvement plan in place"] = "Perhaps"
    this = save_tracker(tmp_path / "this.xlsx", sheets)
    result = run("next", this, tmp_path / "next.xlsx", "--as-at", "2010-07-31")

    assert result.exit_code == 1
    assert "No tracker was written" in result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["this.xlsx"]


@pytest.mark.parametrize("day", ["2010-04-30", "2010-04-01"])
def test_the_next_period_ends_after_this_one(april: Path, day: str) -> None:
    result = run("next", april, april.with_name("next.xlsx"), "--as-at", day)
    assert result.exit_code == 2
    assert "has to end after that" in result.stderr


def test_a_file_that_is_there_is_kept(april: Path) -> None:
    assert run("next", april, april, "--as-at", "2010-07-31", "--force").exit_code == 2
    other = april.with_name("other.xlsx")
    other.write_bytes(b"mine")
    assert run("next", april, other, "--as-at", "2010-07-31").exit_code == 2
    assert other.read_bytes() == b"mine"


def test_a_tracker_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "old.xlsx"
    old.write_bytes((Path(__file__).parent / "version_1" / "april_2010.xlsx").read_bytes())
    checked = check_workbook(moved_on(old, JULY, "--committee-date", "2010-08-02"))
    assert checked.tracker.details.template_version == 2
    assert len(checked.tracker.reported_ratings) == 6
    assert not checked.has(Severity.ERROR)
