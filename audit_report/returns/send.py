"""What is sent to each person with something to do: a workbook of their rows alone, and a draft email."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_report.answers.email_draft import Attachment, NotAnAddressError, draft_email, read_addresses
from audit_report.answers.explanation import rating_in_words
from audit_report.model.checked import Checked
from audit_report.model.people import name_key
from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    LoggedChange,
    Officer,
    PastReport,
    ProgressUpdate,
    Recommendation,
    ReportedRating,
    ReportText,
    ScheduledAssessment,
)  # fmt: skip
from audit_report.model.report_details import DetailRow
from audit_report.returns.copies import Copy, read_copy
from audit_report.returns.email_to_person import as_html, email_lines
from audit_report.returns.tasks import Kind, Task, recommendations_of
from audit_report.schema.kinds import People, long_date
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.workbook_out.as_sent import Sent, add_as_sent
from audit_report.workbook_out.carry_over import NewRows, carry_over
from audit_report.workbook_out.column_names import FIRST_ROW, letter
from audit_report.workbook_out.for_you import ForYou, ToDo, add_for_you
from audit_report.workbook_out.report_details_sheet import set_items
from audit_report.workbook_out.template import save

_NOT_THEIRS: tuple[type[Record], ...] = (
    ScheduledAssessment, ReportText, LoggedChange, ReportedRating, PastReport,
)  # fmt: skip
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sending:
    """What one person is sent: the workbook, the draft email, and the address, if Officers has one that can be used."""

    person: str
    tasks: Sequence[Task]
    workbook: bytes
    email: bytes
    address: str


@dataclass(frozen=True, slots=True)
class Round:
    """A round of returns: the tracker as typed and as checked, and the day by which they are wanted."""

    own: Copy
    checked: Checked
    return_by: date | None

    def sending(self, person: str, tasks: Sequence[Task], file_name: str) -> Sending:
        """What a person with these tasks is sent, the workbook attached under a file's name."""
        details = self.checked.tracker.details
        workbook = self._workbook(person, tasks)
        to = _address(self.checked, person)
        lines = list(email_lines(self.checked, person, tasks, self.return_by))
        by = f", by {long_date(self.return_by)}" if self.return_by else ""
        attached = [Attachment(file_name, _XLSX, workbook)]
        email = draft_email(to, f"{details.report_title}: your part{by}", lines, attached, as_html(lines))
        return Sending(person, tasks, workbook, email, to[0].addr_spec if to else "")

    def _workbook(self, person: str, tasks: Sequence[Task]) -> bytes:
        """The tracker with the person's rows alone, which opens at what to do and knows what it was sent as."""
        rows = _Rows(self.own, self.checked, recommendations_of(self.checked, person, tasks), tasks)
        workbook = carry_over(self.own.file, rows.new(), with_own=False).workbook
        if self.return_by:
            set_items(workbook[DetailRow.sheet], {"return_by": self.return_by})
        add_for_you(workbook, _for_you(self.checked, person, tasks, rows, self.return_by))
        content = BytesIO()
        workbook.save(content)
        add_as_sent(workbook, Sent(self.own.file.sha256, person, _said(content.getvalue())))
        content = BytesIO()
        save(workbook, content)
        return content.getvalue()


def _address(checked: Checked, person: str) -> list[Address]:
    """The person's address in Officers; nothing where there is none that can be used."""
    known = {name_key(each.name): each.email for each in checked.tracker.officers}
    try:
        return read_addresses([known[name_key(person)]]) if known.get(name_key(person)) else []
    except NotAnAddressError:
        return []


def _said(workbook: bytes) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """What the rows of a workbook say, read from it as they will be when it comes back."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sent.xlsx"
        path.write_bytes(workbook)
        return {record.sheet: [row.said for row in rows] for record, rows in read_copy(path).rows.items()}


class _Rows:
    """Which rows of the tracker a person's workbook has, and where."""

    def __init__(
        self, own: Copy, checked: Checked, theirs: Sequence[Recommendation], tasks: Sequence[Task]
    ) -> None:
        tracker = checked.tracker
        self._own = own
        actions = [action for each in theirs for action in tracker.actions_of(each)]
        changes = [change for action in actions for change in tracker.changes_of(action)]
        sources = [tracker.assessment(each.source_assessment) for each in theirs]
        wholes = [tracker.whole_of(each) for each in sources if each]
        self._kept: dict[type[Record], list[int]] = {
            Recommendation: _at(theirs),
            Action: _at(actions),
            DateChange: _at(changes),
            Assessment: _at([each for each in (*sources, *wholes) if each]),
        }
        self._updates = list(self._with_blanks(checked, theirs, tasks))
        self._kept[Officer] = self._officers(checked)

    def new(self) -> dict[type[Record], NewRows]:
        """The changes that make the person's workbook of the tracker."""
        new = {record: NewRows(kept=kept) for record, kept in self._kept.items()}
        unknown = {at: {"email": ""} for at in self._kept[Officer]}
        new[Officer] = NewRows(kept=self._kept[Officer], changed=unknown)
        new[ProgressUpdate] = NewRows([values for _, values in self._updates], kept=())
        return new | {record: NewRows(kept=()) for record in _NOT_THEIRS}

    def cell(self, task: Task) -> str:
        """The cell of the person's workbook where a task is done."""
        return f"{letter(task.record, task.name)}{FIRST_ROW + self._place(task)}"

    def _place(self, task: Task) -> int:
        """The place of a task's row in its sheet, from 0; the blank row of a recommendation where it has none."""
        wanted = None if task.row is None else task.row - 1
        if task.record is not ProgressUpdate:
            kept = sorted(self._kept.get(task.record, ()))
            return kept.index(wanted) if wanted in kept else 0
        places = [
            place
            for place, (at, values) in enumerate(self._updates)
            if at == wanted and (at is not None or values["recommendation"] == task.ref)
        ]
        return places[0] if places else 0

    def _with_blanks(
        self, checked: Checked, theirs: Sequence[Recommendation], tasks: Sequence[Task]
    ) -> Iterator[tuple[int | None, Mapping[str, Raw]]]:
        """The updates of each recommendation, and under them a row to fill in where one is wanted."""
        typed = {row.at: row.values for row in self._own.rows.get(ProgressUpdate, ())}
        wanted = {task.ref for task in tasks if task.kind is Kind.UPDATE}
        for each in theirs:
            for update in checked.tracker.updates_of(each):
                at = _at([update])[0]
                yield at, typed[at]
            if each.ref in wanted:
                yield None, {"recommendation": each.ref}

    def _officers(self, checked: Checked) -> list[int]:
        """The officers whom the rows name."""
        cells = []
        updates = [place for place, _ in self._updates if place is not None]
        shown: dict[type[Record], list[int]] = {**self._kept, ProgressUpdate: updates}
        for record, kept in shown.items():
            named = [column.name for column in record.columns if isinstance(column.kind, People)]
            rows = [row for row in self._own.rows.get(record, ()) if row.at in kept]
            cells += [row.says(name) for row in rows for name in named]
        people = {name_key(person.name) for cell in cells for person in checked.tracker.people(cell)}
        return _at([each for each in checked.tracker.officers if name_key(each.name) in people])


def _at(records: Iterable[Record]) -> list[int]:
    """The rows of records in their sheet (0-based), each once."""
    rows = (each.cell(each.columns[0].name).row for each in records)
    return list(dict.fromkeys(row - 1 for row in rows if row))


def _for_you(
    checked: Checked, person: str, tasks: Sequence[Task], rows: _Rows, return_by: date | None
) -> ForYou:
    details = checked.tracker.details
    to_do = [ToDo(task.record.sheet, rows.cell(task), task.words) for task in tasks]
    theirs = {each.ref for each in recommendations_of(checked, person, tasks)}
    ratings = [
        (rated.recommendation.ref, rating_in_words(checked, rated))
        for rated in checked.assessed.recommendations
        if rated.recommendation.ref in theirs
    ]
    day = f" on {long_date(details.data_as_at)}" if details.data_as_at else ""
    rated_as = f"How it would be rated and printed{day}, with what is in the tracker now"
    opening = list(_opening(checked, return_by))
    return ForYou(person, opening, to_do, rated_as, ratings, details.contact or details.service)


def _opening(checked: Checked, return_by: date | None) -> Iterator[str]:
    details = checked.tracker.details
    if details.committee_date:
        yield f"{details.committee} meets on {long_date(details.committee_date)}."
    if return_by:
        yield f"Please fill this workbook in and send it back by {long_date(return_by)}."
    else:
        yield "Please fill this workbook in and send it back."
    yield "Each line below leads to the cell where it is done. Other sheets need nothing from you."
