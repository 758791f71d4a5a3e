"""The actions of a recommendation, with their due dates as they moved; quarters that repeat one say it once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, utils

from audit_report.bring_in.our_rows.entries import ACTION, Entry
from audit_report.bring_in.our_rows.found_values import Found, joined
from audit_report.bring_in.the_map.import_map import FIRST_IS_ORIGINAL, SPLIT, Options
from audit_report.bring_in.the_map.meanings_of_words import says_nothing
from audit_report.bring_in.the_map.tracker_fields import PERCENT, REVISED, STATUS, field_name
from audit_report.bring_in.their_cells.due_dates import due_dates
from audit_report.bring_in.their_cells.split_actions import split_actions
from audit_report.bring_in.their_cells.their_dates import DATE_IN_TEXT
from audit_report.bring_in.their_tables.find_tables import TableRow
from audit_report.model.records import Action, DateChange
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key

ACTION_REF, DUE, COMPLETED = (field_name(Action, name) for name in ("ref", "original_due", "completed"))
REASON = field_name(DateChange, "reason")
_ALIKE = 90


@dataclass(slots=True)
class OurAction:
    """An action: its words, the rows it stands in, and its due dates, the one agreed first before the others."""

    text: Found
    rows: list[tuple[Entry, TableRow]]
    ref: Found
    dates: list[Found] = field(default_factory=list)
    reasons: dict[int, Found] = field(default_factory=dict)
    """Why a date was moved, by its place among the dates."""
    months: set[Raw] = field(default_factory=set)
    """The dates of cells that show a month alone: a day of that month is the same date, told better."""

    def value(self, name: str) -> Found:
        """What its rows say for a field; the last of them where they differ."""
        found = [
            each.found for entry, row in self.rows for each in entry.of.cells(row, name) if each.cell.shown
        ]
        same = [each for each in found if each.value == found[-1].value] if found else []
        return (
            Found(same[0].value, tuple(place for each in same for place in each.cells)) if same else Found("")
        )

    def move(self, moved: Found, reason: Found | None = None) -> None:
        """Another due date; one that is there already is that one."""
        for at, known in enumerate(self.dates):
            if known.value == moved.value or self._is_told_better(known.value, moved.value):
                told = moved.value if known.value in self.months else known.value
                self.dates[at] = Found(told, tuple(dict.fromkeys((*known.cells, *moved.cells))))
                return
        self.dates.append(moved)
        if reason and reason.value:
            self.reasons[len(self.dates) - 1] = reason

    def _is_told_better(self, known: Raw, moved: Raw) -> bool:
        """Whether one of two dates is a month, and the other a day in it."""
        if not (isinstance(known, date) and isinstance(moved, date) and {known, moved} & self.months):
            return False
        return (known.year, known.month) == (moved.year, moved.month)


def actions_of(group: Sequence[Entry], options: Options) -> list[OurAction]:
    """The actions of a recommendation; one without words, to carry out what it says, where its dates imply that."""
    actions: list[OurAction] = []
    implied: list[OurAction] = []
    for entry in group:
        for row in entry.rows:
            drafts = list(_in_row(entry, row, options))
            if not drafts and entry.rows[0] is row and _implies_one(entry, row):
                _merge(implied, [OurAction(Found(""), [(entry, row)], Found(""))], entry, row, options)
            elif drafts and _goes_on(entry, row, actions):
                actions[-1].text = joined([actions[-1].text, *(draft.text for draft in drafts)])
            else:
                _merge(actions, drafts, entry, row, options)
    if len(actions) == 1 and implied:
        actions[0].months |= implied[0].months
        actions[0].rows += implied[0].rows
        for moved in implied[0].dates:
            actions[0].move(moved)
        return actions
    return actions + implied


def _in_row(entry: Entry, row: TableRow, options: Options) -> Iterator[OurAction]:
    refs = [each.found for each in entry.of.cells(row, ACTION_REF) if each.cell.shown]
    for each in entry.of.cells(row, ACTION):
        if each.text and not says_nothing("actions", each.text):
            whole = options.several_actions_in_a_cell != SPLIT
            texts = [each.text] if whole else split_actions(each.text)
            for number, text in enumerate(texts, 1):
                ref = refs[0] if refs else Found("")
                if refs and len(texts) > 1:
                    ref = Found(f"{ref.value}.{number}", ref.cells)
                yield OurAction(Found(text, (each.place,)), [(entry, row)], ref)


def _implies_one(entry: Entry, row: TableRow) -> bool:
    """Whether a row without an action has a day to be done by, or a status where no column is for actions."""
    names = (DUE, REVISED, COMPLETED)
    is_dated = any(due_dates(each.cell) for name in names for each in entry.of.cells(row, name))
    has_status = any(True for name in (STATUS, PERCENT) for _ in entry.of.cells(row, name))
    return is_dated or (has_status and ACTION not in entry.of.headers)


def _goes_on(entry: Entry, row: TableRow, actions: Sequence[OurAction]) -> bool:
    """Whether a row under the first goes on with the action above: it has words for it and nothing of its own."""
    if row is entry.rows[0] or not actions or actions[-1].rows[-1][0] is not entry:
        return False
    own = entry.of.headers.get(ACTION, ())
    return not any(cell.shown for header, cell in row.cells.items() if header not in own)


def _merge(
    actions: list[OurAction], drafts: list[OurAction], entry: Entry, row: TableRow, options: Options
) -> None:
    """Add a row's actions, each to the one it is again where an earlier sheet has it already."""
    due, revised = (_dates(entry, row, name, options) for name in (DUE, REVISED))
    has_one_each = len(drafts) > 1 and len(drafts) == len(due) and not revised
    for number, draft in enumerate(drafts):
        home = next(
            (each for each in actions if each.rows[-1][0] is not entry and _are_same(each, draft)), None
        )
        if home is None:
            home = draft
            actions.append(draft)
        else:
            home.rows += draft.rows
            home.text = Found(home.text.value, home.text.cells + draft.text.cells)
        _add_dates(home, entry, row, [due[number]] if has_one_each else [*due, *revised])


def _are_same(known: OurAction, draft: OurAction) -> bool:
    if known.ref.value and draft.ref.value:
        return match_key(str(known.ref.value)) == match_key(str(draft.ref.value))
    if not known.text.text or not draft.text.text:
        return not known.text.text and not draft.text.text
    return fuzz.ratio(known.text.text, draft.text.text, processor=utils.default_process) >= _ALIKE


def _dates(entry: Entry, row: TableRow, name: str, options: Options) -> list[Found]:
    """The dates of a field in a row, or in the recommendation's first row where it has none."""
    first = options.two_dates_in_a_cell == FIRST_IS_ORIGINAL
    in_row = list(entry.of.cells(row, name)) or list(entry.of.cells(entry.rows[0], name))
    return [
        Found(day, (each.place,)) for each in in_row for day in due_dates(each.cell, first_is_original=first)
    ]


def _add_dates(action: OurAction, entry: Entry, row: TableRow, dates: Sequence[Found]) -> None:
    typed = [each.found for each in entry.of.cells(row, REASON) if each.cell.shown]
    grid = entry.of.table.grid
    for moved in dates:
        cells = [grid.cell(place.row, place.column) for place in moved.cells]
        if any(cell and cell.is_month for cell in cells):
            action.months.add(moved.value)
        reason = typed[0] if typed else _words_around(entry, row, moved)
        action.move(moved, reason if action.dates else None)


def _words_around(entry: Entry, row: TableRow, moved: Found) -> Found | None:
    """The words of a cell that holds more than its dates: they say why one was moved."""
    for name in (DUE, REVISED):
        for each in entry.of.cells(row, name):
            words = DATE_IN_TEXT.sub("", each.text) if isinstance(each.cell.value, str) else ""
            if each.place in moved.cells and isinstance(moved.value, date) and any(map(str.isalpha, words)):
                return Found(each.text, (each.place,))
    return None
