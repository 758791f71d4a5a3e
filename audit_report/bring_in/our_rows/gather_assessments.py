"""The assessments that recommendations come from: named by a column, a heading, a title or a sheet, each made once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from audit_report.bring_in.our_rows.entries import Entry
from audit_report.bring_in.our_rows.found_values import Found, OurRow
from audit_report.bring_in.our_rows.mapped_tables import MappedTable
from audit_report.bring_in.the_map.assessment_names import names_an_assessment
from audit_report.bring_in.the_map.import_map import DIRECTORATE, SHEET, SOURCE, TITLE
from audit_report.bring_in.the_map.tracker_fields import field_name, fields
from audit_report.bring_in.their_cells.their_dates import DATE_IN_TEXT, one_day
from audit_report.bring_in.their_tables.find_tables import Heading
from audit_report.model.records import Assessment, Recommendation
from audit_report.schema.raw_values import Raw
from audit_report.schema.spacing import match_key

ASSESSMENT_REF, NAME = (field_name(Assessment, name) for name in ("ref", "name"))
SOURCE_COLUMN = field_name(Recommendation, "source_assessment")
_SCORE = field_name(Assessment, "score")
_WITH_OPINION = re.compile(
    r"(?P<name>\S.*?)\s*[–—:(-]\s*(?P<opinion>(?:full|substantial|significant|reasonable|adequate|satisfactory|"
    r"moderate|partial|limited|minimal|weak|nil|no) assurance)\)?",
    re.IGNORECASE,
)
_OF_ASSESSMENTS = tuple(name for name, each in fields().items() if each.record is Assessment and name != NAME)


@dataclass(slots=True)
class Assessments:
    """The assessments so far, by name in the form that is compared; each a row that is still to get its ref."""

    rows: dict[str, OurRow] = field(default_factory=dict)

    def add(self, name: Found, facts: Iterable[tuple[str, Found]]) -> None:
        """An assessment and what is said of it; of two values for one field the first stands."""
        row = self.rows.setdefault(match_key(name.text), {NAME: Found(name.value)})
        row[NAME] = Found(row[NAME].value, tuple(dict.fromkeys((*row[NAME].cells, *name.cells))))
        for key, value in facts:
            known = row.get(key)
            if known is None:
                row[key] = value
            elif known.value == value.value:
                row[key] = Found(known.value, tuple(dict.fromkeys((*known.cells, *value.cells))))

    def add_of(self, entry: Entry) -> None:
        """The assessment that an entry is of, if it says one."""
        if entry.assessment.text:
            self.add(entry.assessment, facts_of(entry))


def name_assessments(entries: Iterable[Entry]) -> None:
    """Say of each entry which assessment it is of, as far as anything does, and the opinion behind its name."""
    for entry in entries:
        said = _assessment(entry)
        found = _WITH_OPINION.fullmatch(said.text)
        entry.assessment = Found(found["name"], said.cells) if found else said
        entry.opinion = Found(found["opinion"], said.cells) if found else Found("")


def directorate_heading(entry: Entry) -> Found:
    """The directorate that an entry stands under as a heading; blank where there is none."""
    heading = _heading(entry, DIRECTORATE)
    return Found(heading.text, (heading.place,)) if heading else Found("")


def facts_of(entry: Entry) -> Iterator[tuple[str, Found]]:
    """What an entry's row and the facts above its table say of its assessment, by field."""
    for name in _OF_ASSESSMENTS:
        if (value := entry.value(name)).value not in (None, ""):
            yield name, Found(_fitting(value.value), value.cells)
    if entry.opinion.text:
        yield _SCORE, entry.opinion
    if entry.of.design.assessment:
        for fact in entry.of.table.facts:
            name = entry.of.design.above.get(fact.label, "")
            if name in _OF_ASSESSMENTS and not fact.cell.is_empty:
                typed = fact.cell.shown if isinstance(fact.cell.value, str) else fact.cell.value
                yield name, Found(_fitting(typed), (fact.place,))


def _fitting(value: Raw) -> Raw:
    """A value with a day in words as that day."""
    whole = isinstance(value, str) and DATE_IN_TEXT.fullmatch(value)
    return (one_day(str(value)) if whole else None) or value


def _assessment(entry: Entry) -> Found:
    for name in (SOURCE_COLUMN, NAME):
        if (value := entry.value(name)).value not in (None, ""):
            return Found(str(value.value), value.cells)
    if heading := _heading(entry, SOURCE):
        return Found(heading.text, (heading.place,))
    return _above(entry.of)


def _heading(entry: Entry, kind: str) -> Heading | None:
    """The heading of a kind that an entry's rows stand under: the map says what each of them is, outermost first."""
    kinds, under = entry.of.design.headings, entry.rows[0].under
    pairs = zip(reversed(kinds), reversed(under), strict=False)
    return next((heading for each, heading in pairs if each == kind), None)


def _above(mapped: MappedTable) -> Found:
    """What the title above a table, the facts beside it or its sheet's name say that it is of."""
    table = mapped.table
    for fact in table.facts:
        if mapped.design.above.get(fact.label) == SOURCE_COLUMN:
            return Found(fact.cell.shown, (fact.place,))
    if mapped.design.assessment == TITLE:
        telling = [title for title in table.titles if names_an_assessment(title.text)]
        for title in telling or table.titles:
            return Found(title.text, (title.place,))
    return Found(table.grid.sheet if mapped.design.assessment == SHEET else "")
