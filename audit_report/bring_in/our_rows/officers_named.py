"""The officers that the people of their cells become, each once, and the names as our cells are to have them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from audit_report.bring_in.our_rows.found_values import Found, Left, OurRow, joined
from audit_report.bring_in.our_rows.mapped_tables import TheirCell
from audit_report.bring_in.the_map.tracker_fields import field_name
from audit_report.bring_in.their_cells.people_cells import NamedPerson, people_in
from audit_report.model.people import name_key
from audit_report.model.records import Officer

_NAME = field_name(Officer, "name")
_SAID = {field_name(Officer, name): name for name in ("job_title", "directorate", "email")}


@dataclass(slots=True)
class OurOfficers:
    """The officers so far by name, as rows; what is said of one twice over and differently is left."""

    rows: dict[str, OurRow] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def names(self, cells: Iterable[TheirCell]) -> Found:
        """The names in some cells, a line each, every person among the officers."""
        found = []
        for cell in cells:
            people = people_in(cell.text)
            found += [Found(self._name(person, cell), (cell.place,)) for person in people]
            if cell.text and not people:
                self.left.append(Left(cell.place, cell.text, "it names nobody"))
        return joined(found)

    def _name(self, person: NamedPerson, cell: TheirCell) -> str:
        row = self.rows.setdefault(name_key(person.name), {_NAME: Found(person.name, (cell.place,))})
        for name, attribute in _SAID.items():
            said = getattr(person, attribute)
            known = row.setdefault(name, Found(said, (cell.place,))) if said else None
            if known and known.value != said:
                self.left.append(Left(cell.place, said, f"{person.name} has “{known.value}” there already"))
        return row[_NAME].text
