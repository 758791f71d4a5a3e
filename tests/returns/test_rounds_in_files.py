"""Random rounds through files: several people's workbooks, spoilt and edited, and what `collect` makes of them.

Five by default; AUDIT_REPORT_ROUNDS=50 runs fifty. Every fifth round goes through LibreOffice.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import audit_report
from audit_report.cli import main
from audit_report.model.records import Action, ProgressUpdate
from audit_report.returns.claims import Outcome
from audit_report.returns.collect import Collected, collect
from audit_report.returns.copies import read_copy
from audit_report.workbook_out.template import save

SAMPLES = Path(__file__).parents[2] / "sample_data"
PEOPLE = ("Bridget Larwood", "Terence Mulgrew", "Judith Fairweather")
ROUNDS = int(os.environ.get("AUDIT_REPORT_ROUNDS", "5"))
FIRST = 5
"""The first row under the headers of every sheet."""
EVIDENCE, QUALITY = (
    1 + [column.name for column in Action.columns].index(name) for name in ("evidence", "quality")
)


@dataclass
class Typed:
    """A workbook that a person edits, and what they have typed into it: the sheet, the ref and the words."""

    path: Path
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    updates: list[tuple[str, str]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October's tracker moved on to January, with what is sent of it beside it."""
    folder = tmp_path_factory.mktemp("rounds")
    tracker = folder / "tracker.xlsx"
    for arguments in (
        ("next", SAMPLES / "october_2010.xlsx", tracker, "--as-at", "2011-01-31"),
        ("send", tracker, "-o", folder / "sent"),
    ):
        result = CliRunner().invoke(main, [str(each) for each in arguments])
        assert result.exit_code == 0, result.output
    return tracker


def filled_rows(sheet: Worksheet) -> list[int]:
    return [row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, 1).value]


def edit(random: Random, source: Path, target: Path, person: int) -> Typed:
    """A person's workbook with evidence, updates, sorted rows, deleted rows and mistakes put in at random."""
    book, typed, numbers = load_workbook(source), Typed(target), count(1)
    for _ in range(random.randint(0, 6)):
        words = f"Words {person}.{next(numbers)}"
        random.choice((evidence, evidence, same_evidence, update, mistake, beside, deletion, sort))(
            random, book, typed, words
        )
    book.save(target)
    return typed


def evidence(random: Random, book: Workbook, typed: Typed, words: str) -> None:
    sheet = book["Actions"]
    if rows := filled_rows(sheet):
        row = random.choice(rows)
        sheet.cell(row, EVIDENCE).value = words
        typed.cells["Evidence", str(sheet.cell(row, 1).value)] = words


def same_evidence(random: Random, book: Workbook, typed: Typed, words: str) -> None:
    """Evidence of the last action, which other people's workbooks may have too."""
    sheet = book["Actions"]
    if rows := filled_rows(sheet):
        row = max(rows, key=lambda each: str(sheet.cell(each, 1).value))
        text = random.choice((words, "The same"))
        sheet.cell(row, EVIDENCE).value = text
        typed.cells["Evidence", str(sheet.cell(row, 1).value)] = text


def update(random: Random, book: Workbook, typed: Typed, words: str) -> None:
    sheet = book["Progress updates"]
    rows = filled_rows(sheet)
    if not rows:
        return
    blank = [row for row in rows if not sheet.cell(row, 2).value]
    row = blank[0] if blank and random.random() < 0.7 else max(rows) + 1
    ref = str(sheet.cell(random.choice(rows), 1).value) if row > max(rows) else str(sheet.cell(row, 1).value)
    sheet.cell(row, 1).value = ref
    sheet.cell(row, 2).value = random.choice((date(2011, 1, 10), "12/1/2011", "14 January 2011"))
    for column, text in enumerate((words, "Green", "No"), 3):
        sheet.cell(row, column).value = text
    typed.updates.append((ref, words))


def mistake(random: Random, book: Workbook, typed: Typed, words: str) -> None:
    """Something that is not in the list: taken as typed, for `check` to tell."""
    sheet = book["Actions"]
    if rows := filled_rows(sheet):
        row = random.choice(rows)
        sheet.cell(row, QUALITY).value = words
        typed.cells["Quality", str(sheet.cell(row, 1).value)] = words


def beside(random: Random, book: Workbook, typed: Typed, words: str) -> None:
    """Words where no column is, or in history: never taken, and told."""
    sheet = book["Progress updates"]
    rows = [row for row in filled_rows(sheet) if sheet.cell(row, 2).value == sheet.cell(FIRST, 2).value]
    if random.random() < 0.5 or not rows:
        book["Actions"].cell(random.randint(FIRST, FIRST + 3), 30).value = words
    elif not any(words.startswith("Words") for words in (str(sheet.cell(rows[0], 3).value),)):
        sheet.cell(rows[0], 3).value = words
    else:
        return
    typed.others.append(words)


def deletion(random: Random, book: Workbook, typed: Typed, _words: str) -> None:
    """A row of nothing that was typed is deleted."""
    sheet = book["Actions"]
    rows = [row for row in filled_rows(sheet) if not _is_typed(typed, str(sheet.cell(row, 1).value))]
    if rows and not typed.others:
        sheet.delete_rows(random.choice(rows))


def _is_typed(typed: Typed, ref: str) -> bool:
    return any(known == ref for _, known in typed.cells)


def sort(random: Random, book: Workbook, typed: Typed, _words: str) -> None:
    sheet = book["Actions"]
    rows = filled_rows(sheet)
    if typed.others or not rows:
        return
    values = [[sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)] for row in rows]
    random.shuffle(values)
    for row, cells in zip(rows, values, strict=True):
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column).value = value


def saved_by_libreoffice(path: Path, profile: Path) -> Path:
    target = path.parent / "resaved"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(target), str(path)], check=True, capture_output=True, timeout=120
    )
    return target / path.name


def written(found: Collected, target: Path) -> bytes:
    content = BytesIO()
    save(found.carried.workbook, content)
    target.write_bytes(content.getvalue())
    return content.getvalue()


def uncontested(typed: list[Typed]) -> Iterator[tuple[tuple[str, str], str]]:
    for place in {place for each in typed for place in each.cells}:
        said = {each.cells[place] for each in typed if place in each.cells}
        if len(said) == 1:
            yield place, said.pop()


def hashes(paths: list[Path]) -> list[str]:
    return [sha256(path.read_bytes()).hexdigest() for path in paths]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_round(seed: int, sent: Path, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311  made-up rounds are no secret
    people = random.sample(PEOPLE, random.randint(1, 3))
    typed = [
        edit(random, sent.parent / "sent" / f"{person}.xlsx", tmp_path / f"{at}.xlsx", at)
        for at, person in enumerate(people)
    ]
    if seed % 5 == 0 and shutil.which("soffice"):
        for each in typed:
            each.path = saved_by_libreoffice(each.path, tmp_path / "profile")
    paths = [each.path for each in typed]
    before = hashes([sent, *paths])
    found = collect(sent, paths)
    one = written(found, tmp_path / "next.xlsx")
    assert written(collect(sent, paths[::-1]), tmp_path / "other.xlsx") == one
    assert written(collect(tmp_path / "next.xlsx", paths), tmp_path / "again.xlsx") == one
    assert hashes([sent, *paths]) == before
    in_next, listed = words_in(tmp_path / "next.xlsx"), {entry.now for entry in found.entries}
    for place, words in uncontested(typed):
        assert in_next.get(place) == words
    for each in typed:
        for (header, ref), words in each.cells.items():
            assert in_next.get((header, ref)) == words or words in listed
        for ref, words in each.updates:
            assert in_next.get(("Latest progress", f"{ref} {words}")) or words in listed
        assert set(each.others) <= listed
    assert (found.conflicts > 0) == any(entry.outcome is Outcome.CONFLICT for entry in found.entries)


def words_in(path: Path) -> dict[tuple[str, str], str]:
    """What the actions and the updates of a tracker say; of updates by the ref and the words."""
    copy = read_copy(path)
    found = {}
    for row in copy.rows[Action]:
        found["Evidence", row.says("ref")] = row.says("evidence")
        found["Quality", row.says("ref")] = str(row.values.get("quality", ""))
    for row in copy.rows[ProgressUpdate]:
        words = f"{row.says('recommendation')} {row.says('progress')}"
        found["Latest progress", words] = words
    return found


def test_what_comes_back_unchanged_gives_the_same_report_but_for_its_name_and_hash(
    sent: Path, tmp_path: Path
) -> None:
    written(collect(sent, sorted((sent.parent / "sent").glob("*.xlsx"))), tmp_path / sent.name)
    reports = []
    for path in (sent, tmp_path / sent.name):
        built = audit_report.build(path, draft=True)
        assert built.report is not None
        reports.append(parts_without_origin(built.report))
    assert reports[0] == reports[1]


def parts_without_origin(report: bytes) -> dict[str, bytes]:
    """The parts of a report without those that say what it was made from."""
    with ZipFile(BytesIO(report)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith("docProps/")}
