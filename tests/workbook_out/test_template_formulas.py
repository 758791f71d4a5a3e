"""The live formulas, worked out by LibreOffice, against the program's own rules."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from audit_report.model.assessed import RatedAction
from audit_report.model.checked import Checked
from audit_report.model.scales import Level, Status
from audit_report.model.vocabulary import FinancialTest, LatenessBasis, PriorityBasis
from audit_report.pipeline import check_workbook
from audit_report.rules.overdue_actions import due_soon, overdue
from audit_report.schema.raw_values import Raw
from audit_report.workbook_out.template import fill, new_workbook, save
from tests.shipped_scale import LEVELS, STATUSES, PlanStatus, Priority
from tests.spreadsheet import converted
from tests.workbook_out.register import AS_AT, Register, Rows

SETTINGS = [
    (500, FinancialTest.BOTH, LatenessBasis.CURRENT),
    (100, FinancialTest.EITHER, LatenessBasis.ORIGINAL),
]


@dataclass(frozen=True)
class Council:
    """A scale of a council's own: levels from most to least severe, statuses (the commonest first) by meaning."""

    levels: Sequence[str]
    losses: Sequence[float | None]
    statuses: Mapping[str, str]
    settings: Mapping[str, Raw] = field(default_factory=dict)

    def annex1(self) -> Rows:
        """The rows of Annex 1; where a level has a loss, a share of the budget goes with it."""
        return [
            {
                "Priority": level,
                "Report label": level,
                "Financial loss at least (£)": loss,
                "More than share of departmental budget": loss and min(loss / 5_000_000, 1),
            }
            for level, loss in zip(self.levels, self.losses, strict=True)
        ]

    def annex2(self) -> Rows:
        """The rows of Annex 2."""
        return [
            {"Status": name, "Meaning": meaning, "Report label": name, "Criteria": "As agreed."}
            for name, meaning in self.statuses.items()
        ]


_FOUR = {"Steady": "On track", "Adrift": "Off track", "Slipping": "At risk", "Done": "Complete"}
COUNCILS = {
    "three levels, four statuses": Council(("High", "Medium", "Low"), (1_000_000, 300_000, None), _FOUR),
    "seven levels, two statuses": Council(
        [f"Level {number}" for number in range(1, 8)],
        (5_000_000, 1_500_000, None, 500_000, 300_000, None, None),
        {"Well": "On track", "Ill": "Off track"},
        {"Financial test": FinancialTest.EITHER},
    ),
    "priorities as recorded": Council(
        ("P1", "P2"), (None, None), _FOUR, {"Priority rests on": PriorityBasis.RECORDED}
    ),
}


def tracker(path: Path, recommendations: int, test: FinancialTest, lateness: LatenessBasis) -> Path:
    """A tracker with a register made up at random."""
    settings: dict[str, Raw] = {"Financial test": test, "Lateness judged against": lateness}
    return filled(path, settings, Register(recommendations, recommendations).sheets())


def filled(path: Path, settings: Mapping[str, Raw], sheets: Mapping[str, Rows]) -> Path:
    """A tracker as at `AS_AT` with these settings and rows."""
    workbook = new_workbook()
    items = {"Data as at": AS_AT, **settings}
    fill(workbook, "Report details", [{"Item": item, "Value": value} for item, value in items.items()])
    for sheet, rows in sheets.items():
        fill(workbook, sheet, rows)
    save(workbook, path)
    return path


def disagreements(checked: Checked) -> list[str]:
    """The worked-out cells that do not show the program's own answer."""
    return [f"{place}: {shown!r} for {own!r}" for place, own, shown in answers(checked) if own != shown]


def answers(checked: Checked) -> Iterator[tuple[str | None, object, object]]:
    """Every worked-out cell: its place, the program's answer and what it shows."""
    for rated in checked.assessed.recommendations:
        each = rated.recommendation
        yield each.cell("shown_priority").cell, named(rated.priority.evidence), each.shown_priority
        yield each.cell("shown_status").cell, named(rated.status), each.shown_status
        for update in checked.tracker.updates_of(each):
            yield update.cell("shown_counts").cell, yes_no(update is rated.update), update.shown_counts
    for action in checked.assessed.actions:
        row = action.action
        due = row.shown_due.date() if isinstance(row.shown_due, datetime) else row.shown_due
        yield row.cell("shown_due").cell, action.current_due, due
        yield row.cell("shown_on_track").cell, on_track(action), row.shown_on_track
        for change in checked.tracker.changes_of(row):
            yield change.cell("shown_counts").cell, yes_no(change is action.change), change.shown_counts


def yes_no(fact: bool) -> str:  # noqa: FBT001  the fact is all there is
    return "Yes" if fact else "No"


def on_track(action: RatedAction) -> str | None:
    """What the sheet says of it: nothing of one that is cancelled."""
    return None if action.on_track is None else yes_no(action.on_track)


def tiles(path: Path) -> dict[str, Any]:
    """The Dashboard's figures by their labels."""
    labels, figures = load_workbook(path, data_only=True)["Dashboard"]["A5:H6"]
    return {str(label.value): figure.value for label, figure in zip(labels, figures, strict=True)}


def named(entry: Level | Status | None) -> str | None:
    """What the sheet calls a level or a status."""
    return entry.name if entry else None


def own_figures(checked: Checked) -> dict[str, int]:
    """What the program counts for the Dashboard's labels."""
    assessed = checked.assessed
    current = [rated for rated in assessed.recommendations if rated.current]
    quarter_ago = date(2010, 1, 30)
    changes = checked.tracker.date_changes
    return {
        "Current recommendations": len(current),
        "Critical": sum(rated.priority.stands == Priority.CRITICAL for rated in current),
        "Red": sum(rated.status == PlanStatus.RED for rated in current),
        "Actions overdue": len(list(overdue(assessed))),
        "Actions due in the next 30 days": len(list(due_soon(assessed, 30))),
        "No update in the last 3 months": sum(
            rated.update is None or (rated.update.day or date.min) < quarter_ago
            for rated in current
            if rated.wants_progress
        ),
        "Date changes to approve": sum(change.approved is None for change in changes),
        "Reviews in the next 6 months, at least": sum(
            row.listed and row.known for row in assessed.forward_plan
        ),
    }


def priorities(path: Path) -> dict[object, tuple[object, ...]]:
    """The Dashboard's numbers of red and green recommendations by priority."""
    rows = load_workbook(path, data_only=True)["Dashboard"].iter_rows(10, 13, max_col=3, values_only=True)
    return {row[0]: row[1:] for row in rows}


def own_priorities(checked: Checked) -> dict[object, tuple[object, ...]]:
    """What the program counts of them."""
    current = [rated for rated in checked.assessed.recommendations if rated.current]
    counts = Counter((rated.priority.stands, rated.status) for rated in current)
    return {level.name: tuple(counts[level, status] for status in STATUSES) for level in LEVELS}


@pytest.mark.parametrize("settings", SETTINGS, ids=["both, current", "either, original"])
def test_every_worked_out_cell_and_figure_is_the_programs_own(
    settings: tuple[int, FinancialTest, LatenessBasis], soffice: Path, tmp_path: Path
) -> None:
    source = tracker(tmp_path / "tracker.xlsx", *settings)
    recalculated = converted(soffice, source, "xlsx", tmp_path / "recalculated")
    checked = check_workbook(recalculated)
    assert len(checked.assessed.recommendations) == settings[0]
    assert disagreements(checked) == []
    assert tiles(recalculated) == own_figures(checked)
    assert priorities(recalculated) == own_priorities(checked)


@pytest.mark.parametrize("council", COUNCILS.values(), ids=COUNCILS)
def test_every_rating_is_the_programs_own_on_other_scales(
    council: Council, soffice: Path, tmp_path: Path
) -> None:
    register = Register(300, 300, council.levels, [*council.statuses]).sheets()
    scales = {"Annex 1": council.annex1(), "Annex 2": council.annex2()}
    source = filled(tmp_path / "tracker.xlsx", council.settings, register | scales)
    checked = check_workbook(converted(soffice, source, "xlsx", tmp_path / "recalculated"))

    assert len(checked.assessed.recommendations) == 300
    assert {rated.status.name for rated in checked.assessed.recommendations if rated.status} == {
        *council.statuses
    }
    assert disagreements(checked) == []


def test_the_same_after_libreoffice_has_kept_it_in_its_own_format(soffice: Path, tmp_path: Path) -> None:
    source = tracker(tmp_path / "tracker.xlsx", 500, FinancialTest.BOTH, LatenessBasis.CURRENT)
    own_format = converted(soffice, source, "ods", tmp_path / "ods")
    back = converted(soffice, own_format, "xlsx", tmp_path / "back")
    checked = check_workbook(back)
    before = check_workbook(source)
    assert disagreements(checked) == []
    assert [problem.as_json() for problem in checked.problems] == [
        problem.as_json() for problem in before.problems
    ]


def test_a_blank_tracker_shows_noughts_and_no_errors(soffice: Path, tmp_path: Path) -> None:
    source = tmp_path / "tracker.xlsx"
    save(new_workbook(), source)
    workbook = load_workbook(converted(soffice, source, "xlsx", tmp_path / "out"), data_only=True)
    errors = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]
    assert errors == []
    assert [cell.value for cell in workbook["Dashboard"][6][:8]] == [0] * 8
