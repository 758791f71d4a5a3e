"""What an older tracker leaves unsaid, spelt out in a fresh one, so that both say the same."""

from collections.abc import Collection, Iterator, Mapping

from audit_report.model.records import Assessment, ReportText, StatusCriteria
from audit_report.model.report_details import FIRST_VERSION
from audit_report.model.scales import MEANING_OF_COLOUR
from audit_report.model.wording import shipped_places
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record
from audit_report.schema.spacing import match_key


def upgraded(
    record: type[Record], version: int, columns: Collection[str], values: Mapping[str, Raw]
) -> Mapping[str, Raw]:
    """A row's values, by attribute, as the present version of the tracker has to say them.

    `columns` are those that its sheet had. In the first version section A showed an assessment unless its row said No.
    Where Annex 2 has no Meaning, a status called by a colour means what the colour does.
    """
    if record is Assessment and version <= FIRST_VERSION:
        return {"in_overview": "Yes", **values}
    if record is StatusCriteria and "meaning" not in columns:
        meaning = MEANING_OF_COLOUR.get(match_key(shown(values.get("status"))))
        return {"meaning": meaning, **values} if meaning else values
    return values


def added_rows(record: type[Record], version: int) -> Iterator[Mapping[str, Raw]]:
    """The rows, by attribute, that a fresh tracker has and one of an older version could not have.

    They are the shipped words of the report's places that have come since.
    """
    if record is ReportText:
        for place in shipped_places().values():
            if place.since > version:
                yield from ({"place": place.name, "text": text} for text in place.text)
