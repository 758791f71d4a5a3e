"""A year of quarters through `next`: what each report says of the last one is what that one has printed."""

import random
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document

from audit_report import build
from tests.test_next_period import moved_on
from tests.tracker_edits import Edit, an_update, edited, item, put

SAMPLES = Path(__file__).parent.parent / "sample_data"
_SUMMARY = "The current recommendations, those off track first"
_TITLE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblCaption"


_A_YEAR = 4


class Printed:
    """What a report has printed of each current recommendation, by ref, read out of the document."""

    def __init__(self, document: Document) -> None:
        tables = {
            _title(table): [[cell.text for cell in row.cells] for row in table.rows]
            for table in document.tables
        }
        headers, *rows = tables[_SUMMARY]
        facts = [dict(zip(headers, row, strict=True)) for row in rows]
        self.status = {each["Ref"]: each["Status"] for each in facts}
        self.last_time = {each["Ref"]: each["Last time"] for each in facts}
        self.since = {
            ref: row[2].splitlines()[0].removeprefix("Since last report: ")
            for ref in self.status
            for row in tables.get(f"Recommendation {ref}: source, status and priority", ())
            if row[2].startswith("Since last report: ")
        }
        self.lines = [paragraph.text for paragraph in document.paragraphs]

    @property
    def counts(self) -> Counter[str]:
        """How many current recommendations have each status."""
        return Counter(self.status.values())


def _title(table: docx.table.Table) -> str:
    return next((str(each.get(_TITLE.replace("tblCaption", "val"))) for each in table._tbl.iter(_TITLE)), "")


def printed(tracker: Path) -> Printed:
    report = build(tracker).report
    assert report is not None
    return Printed(docx.Document(BytesIO(report)))


def expected_since(
    ref: str, before: Mapping[str, str], now: Mapping[str, str], worst_first: list[str]
) -> str:
    """What a box has to say, by what the two reports print."""
    if ref not in before:
        return "New"
    if before[ref] == now[ref]:
        return "No change"
    is_better = worst_first.index(now[ref]) > worst_first.index(before[ref])
    return f"{'Improved' if is_better else 'Worsened'} from {before[ref]}"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("sample", "quarters", "refs", "statuses"),
    [
        (
            "october_2010",
            [date(2011, 1, 31), date(2011, 4, 30), date(2011, 7, 31), date(2011, 10, 31)],
            ["CR1", "CR2", "CR3", "CR4"],
            ["Red", "Green"],
        ),
        (
            "northmoor_2026",
            [date(2026, 9, 30), date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30)],
            ["CQC-1", "CQC-2", "RSH-1", "AAR-S1", "ILACS-1"],
            ["Off track", "At risk", "On track", "Complete"],
        ),
    ],
)
def test_each_report_says_of_the_last_what_that_has_printed(  # noqa: PLR0917  a year by its facts, at random
    sample: str, quarters: list[date], refs: list[str], statuses: list[str], seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)  # noqa: S311  quarters at random, no secrets
    this = tmp_path / "first.xlsx"
    this.write_bytes((SAMPLES / f"{sample}.xlsx").read_bytes())
    edited(this, item("Show summary", "Yes"))
    reports = [printed(this)]
    for day in quarters:
        this = edited(
            moved_on(this, day, "--committee-date", day.isoformat()), *_a_quarter(chance, day, refs, statuses)
        )
        now, last = printed(this), reports[-1]
        for ref, text in now.last_time.items():
            assert text == last.status.get(ref, "New")
        for ref, text in now.since.items():
            assert text == expected_since(ref, last.status, now.status, statuses)
        reports.append(now)
    assert _trend(reports[-1]) == {
        f"{day.day} {day:%B %Y}": _counts(each, statuses)
        for day, each in zip(quarters, reports[1:], strict=True)
    }
    assert len({frozenset(each.status.items()) for each in reports}) > 1
    assert any(each.since for each in reports)


def _counts(report: Printed, statuses: list[str]) -> list[int]:
    """How many the report has printed off track, at risk where there is such a status, and on track or complete."""
    *worse, on_track, complete = statuses if len(statuses) > 2 else [*statuses, ""]
    return [*(report.counts[each] for each in worse), report.counts[on_track] + report.counts[complete]]


def _trend(report: Printed) -> dict[str, list[int]]:
    """The figures that the trend prints for each of the last reports, by day."""
    found = (re.fullmatch(r"(\d+ \w+ \d{4}): (.*)\.", line) for line in report.lines)
    items = {each[1]: [int(figure) for figure in re.findall(r"\d+", each[2])] for each in found if each}
    return dict(list(items.items())[-_A_YEAR:])


def _a_quarter(chance: random.Random, day: date, refs: list[str], statuses: list[str]) -> list[Edit]:
    """An update on some recommendations, and plans given up and taken up again."""
    on = day.replace(day=20)
    updates = [an_update(ref, on, chance.choice(statuses[:3])) for ref in refs if chance.random() < 0.7]
    plans = [
        put("Recommendations", ref, Improvement_plan_in_place=chance.choice(["Yes", "No"]))
        for ref in refs
        if chance.random() < 0.3
    ]
    return [*updates, *plans]
