"""Trackers of a random design, whose maker knows what is in each cell and which column of ours it belongs in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.bring_in.layouts import stamp

Made = tuple[Any, tuple[str, ...]]
"""What is typed into a cell, and the words or ISO days that must be found under its column of ours."""

_NOUNS = (
    "ledger",
    "payroll",
    "contract",
    "register",
    "invoice",
    "backup",
    "licence",
    "grant",
    "lease",
    "rota",
)
_VERBS = (
    "reconcile",
    "document",
    "review",
    "test",
    "publish",
    "replace",
    "train",
    "check",
    "record",
    "approve",
)
_NAMES = (
    "Ann Archer",
    "Ben Baker",
    "Cat Cole",
    "Dev Das",
    "Eve Ellis",
    "Head of Revenues",
    "Payroll Manager",
)
_AUDITS = ("Housing Benefit", "Business Continuity", "Creditors", "Council Tax", "Procurement Cards", "Fleet")


@dataclass(frozen=True)
class Kind:
    """A kind of column: what councils call it, how its cells are made, and where they belong; nowhere if blank."""

    headers: tuple[str, ...]
    make: Callable[[Random], Made]
    sheet: str = ""
    column: str = ""
    second: "Kind | None" = None
    """What stands in the same cells, on a line of its own."""


def sentence(random: Random) -> str:
    return (
        f"{random.choice(_VERBS).capitalize()} the {random.choice(_NOUNS)} and the {random.choice(_NOUNS)} "
        f"each {random.choice(('week', 'month', 'quarter', 'year'))} (note {random.randrange(10_000)})"
    )


def some_text(random: Random) -> Made:
    text = sentence(random)
    return text, (text,)


def people(random: Random) -> Made:
    names = random.sample(_NAMES, random.choice((1, 1, 1, 2)))
    return random.choice(("\n", " / ", "; ")).join(names), tuple(names)


def day(random: Random, before: date = date(2027, 1, 1)) -> date:
    return before - timedelta(days=random.randrange(1, 400))


def due(random: Random) -> Made:
    found = day(random)
    match random.randrange(5):
        case 0:
            return found.strftime("%d.%m.%y"), (found.isoformat(),)
        case 1:
            return found.strftime("%d/%m/%Y"), (found.isoformat(),)
        case 2:
            return "Ongoing", ("Ongoing",)
        case _:
            return datetime(found.year, found.month, found.day), (found.isoformat(),)


def revised(random: Random) -> Made:
    found = day(random) + timedelta(days=1000)
    return (
        (datetime(found.year, found.month, found.day), (found.isoformat(),))
        if random.random() < 0.5
        else (None, ())
    )


def raised(random: Random) -> Made:
    found = day(random) - timedelta(days=500)
    return datetime(found.year, found.month, found.day), (found.isoformat(),)


def notes(random: Random) -> Made:
    texts = [sentence(random) for _ in range(random.randrange(1, 4))]
    if random.random() < 0.3:
        return texts[0], (texts[0],)
    days = sorted({day(random, before=date(2026, 3, 31)) for _ in texts})
    marks = [f"{each:%d/%m/%y}{random.choice((': ', ' - '))}" for each in days]
    lines = [mark + text for mark, text in zip(marks, texts, strict=False)]
    return "\n".join(lines), tuple(texts[: len(days)])


def one_of(**meanings: str) -> Callable[[Random], Made]:
    def make(random: Random) -> Made:
        word = random.choice(list(meanings))
        return word.replace("_", " "), (meanings[word],)

    return make


def numbered(make: Callable[[Random], Made]) -> Callable[[Random], Made]:
    """The same words, each with the number that a list is sorted by."""

    def spelt(random: Random) -> Made:
        word, found = make(random)
        return f"({1 + len(word) % 5}) {word}", found

    return spelt


REF = Kind(
    ("Ref", "Ref No.", "Rec no", "Unique ID", "Item no.", "Our reference", "Audit rec. ref"),
    lambda _: (None, ()),
    "Recommendations",
    "Recommendation ref",
)
TEXT = Kind(
    (
        "Recommendation",
        "Agreed Recommendation",
        "Finding",
        "Area for improvement",
        "What the auditors recommended",
    ),
    some_text,
    "Recommendations",
    "Recommendation",
)
DUE = Kind(
    ("Due date", "Target Date", "By when", "Implementation date", "To be done by", "Agreed deadline"),
    due,
    "Actions",
    "Original due date",
)
PEOPLE = Kind(
    ("Responsible officer", "Lead Officer", "Owner", "Assigned to", "Who is responsible"),
    people,
    "Recommendations",
    "Delivery leads",
)
PEOPLE_AND_DUE = replace(
    PEOPLE,
    headers=("Responsible officer and target date", "Lead officer / due date", "Owner & deadline"),
    second=DUE,
)
REVISED = Kind(
    ("Revised date", "Revised target date", "Extension date", "Date now expected"),
    revised,
    "Date changes",
    "New due date",
)
OTHERS = (
    Kind(
        ("Agreed action", "Management action", "What we will do", "ACTION PLAN", "Actions we have agreed"),
        some_text,
        "Actions",
        "Action",
    ),
    PEOPLE,
    Kind(
        ("Latest update", "Comments", "Progress to date", "Narrative from the service"),
        notes,
        "Progress updates",
        "Latest progress",
    ),
    Kind(
        ("Status", "Current status", "Implementation status", "Where are we now"),
        one_of(
            Underway="In progress", Completed="Complete", Not_yet_started="Not started", Delayed="Off track"
        ),
        "Actions",
        "Progress",
    ),
    Kind(
        ("Priority", "Risk rating", "Grade", "How important"),
        one_of(High="High", Medium="Medium", Low="Low"),
        "Recommendations",
        "Recorded priority",
    ),
    Kind(
        ("Directorate", "Department", "Which directorate"),
        one_of(Finance="Finance", Housing="Housing"),
        "Recommendations",
        "Directorate",
    ),
    Kind(("Date raised", "Date identified"), raised, "Recommendations", "Date raised"),
    Kind(
        ("Budget code", "Ward affected", "Barriers met"), lambda random: (f"X{random.randrange(99)} odd", ())
    ),
    Kind(("Theme", "Hyperlink", "GL area"), lambda random: (f"Y{random.randrange(99)} odd", ())),
)


@dataclass
class RandomTracker:
    """A tracker of a random design: its file, every text typed into it by address, and what belongs where."""

    path: Path
    typed: dict[str, str] = field(default_factory=dict)
    belongs: list[tuple[str, str, str, tuple[str, ...]]] = field(default_factory=list)
    """Address, sheet and column of ours, and what must be found there."""
    rows: int = 0


def random_tracker(folder: Path, seed: int) -> RandomTracker:
    """A tracker made from a seed."""
    random = Random(seed)  # noqa: S311  a design, not a secret
    made = RandomTracker(folder / f"theirs-{seed}.xlsx")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = random.choice(("Register", "Open recommendations", "Tracker"))
    row = _titles(sheet, random)
    left = random.randrange(3)
    kinds = [REF, TEXT, *random.sample(OTHERS, random.randrange(4, len(OTHERS) + 1))]
    kinds.insert(random.randrange(2, len(kinds) + 1), DUE)
    if random.random() < 0.6:
        kinds.insert(kinds.index(DUE) + 1, REVISED)
    kinds = _oddly(kinds, random)
    row = _headers(sheet, random, kinds, row, left)
    _data(sheet, random, kinds, (row, left), made)
    book.save(made.path)
    stamp(made.path)
    for cells in sheet.iter_rows():
        made.typed |= {f"{sheet.title}!{c.coordinate}": _shown(c.value) for c in cells if c.value is not None}
    return made


def _oddly(kinds: list[Kind], random: Random) -> list[Kind]:
    """The columns as some councils have them: lists sorted by numbers, an officer and a date in one."""
    if random.random() < 0.25:
        others = [kind for kind in kinds if kind not in (PEOPLE, REVISED)]
        kinds = [PEOPLE_AND_DUE if kind is DUE else kind for kind in others]
    if random.random() < 0.25:
        lists = ("Progress", "Recorded priority")
        kinds = [replace(kind, make=numbered(kind.make)) if kind.column in lists else kind for kind in kinds]
    return kinds


def _titles(sheet: Worksheet, random: Random) -> int:
    """Write some titles; the row where the header begins."""
    titles = random.sample(
        ("Audit recommendation tracker", "Audit Committee, March 2026", "Please keep up to date."),
        random.randrange(3),
    )
    for number, title in enumerate(titles, 1):
        sheet.cell(number, 1, title)
    return len(titles) + random.randrange(1, 3)


def _headers(sheet: Worksheet, random: Random, kinds: Sequence[Kind], row: int, left: int) -> int:
    """Write the headers, in two rows where both due dates stand together; the row beneath them."""
    names = [random.choice(kind.headers) for kind in kinds]
    together = REVISED in kinds and random.random() < 0.5
    for at, name in enumerate(names, left + 1):
        sheet.cell(row, at, name)
    if not together:
        return row + 1
    first = left + 1 + kinds.index(DUE)
    for at, under in ((first, "Original"), (first + 1, "Revised")):
        sheet.cell(row, at, "Due date" if at == first else None)
        sheet.cell(row + 1, at, under)
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=first + 1)
    for at in range(left + 1, left + 1 + len(kinds)):
        if at not in (first, first + 1):
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=at, end_column=at)
    return row + 2


def _data(
    sheet: Worksheet, random: Random, kinds: Sequence[Kind], at_cell: tuple[int, int], made: RandomTracker
) -> None:
    row, left = at_cell
    has_headings, number = random.random() < 0.5, 0
    prefix = random.choice(("IA/", "R", "24-", ""))
    for audit in random.sample(_AUDITS, random.randrange(1, 4)):
        if has_headings:
            sheet.cell(row, left + 1, f"{audit} (2024/25)")
            row += 1
        for _ in range(random.randrange(1, 4)):
            number += 1
            made.rows += 1
            for at, kind in enumerate(kinds, left + 1):
                address = f"{sheet.title}!{get_column_letter(at)}{row}"
                cells = [each.make(random) for each in (kind, kind.second) if each]
                if kind is REF:
                    cells = [(f"{prefix}{number}", (f"{prefix}{number}",))]
                sheet.cell(row, at).value = cells[0][0] if len(cells) == 1 else _in_lines(cells)
                for each, (_, found) in zip((kind, kind.second), cells, strict=False):
                    if each and each.column and found:
                        made.belongs.append((address, each.sheet, each.column, found))
            row += 1 + (random.random() < 0.1)
    if random.random() < 0.3:
        sheet.cell(row + 1, left + 1, "Total")
        sheet.cell(row + 1, left + 2, number)


def _in_lines(cells: Sequence[Made]) -> str:
    """What several kinds of cell hold, in one cell."""
    return "\n".join(f"{value:%d/%m/%Y}" if isinstance(value, datetime) else str(value) for value, _ in cells)


def _shown(value: object) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else str(value)
