"""A recommendation gathered from their tracker, and what its rows are made with."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from audit_report.bring_in.our_rows.assumptions import Assumed
from audit_report.bring_in.our_rows.entries import Entry
from audit_report.bring_in.our_rows.gather_actions import OurAction
from audit_report.bring_in.our_rows.gather_updates import OurUpdate
from audit_report.bring_in.our_rows.officers_named import OurOfficers
from audit_report.bring_in.our_rows.translate_words import TheirWords
from audit_report.bring_in.the_map.import_map import Options
from audit_report.model.records import Action, Recommendation
from audit_report.schema.spacing import match_key


@dataclass(slots=True)
class OurRecommendation:
    """A recommendation: the entries it was found in, its actions and updates, its ref and its assessment's."""

    group: Sequence[Entry]
    actions: list[OurAction]
    updates: list[OurUpdate]
    ref: str = ""
    assessment_ref: str = ""

    @property
    def last(self) -> Entry:
        """The entry that says how things stand now."""
        return self.group[-1]


@dataclass(slots=True)
class Context:
    """What the rows are made with: the map's words and options, the officers so far, and what is told at the end."""

    words: TheirWords
    options: Options
    officers: OurOfficers = field(default_factory=OurOfficers)
    assumed: Counter[Assumed] = field(default_factory=Counter)


def own_header(header: str) -> str:
    """The header of a column of the tracker's own: theirs, told from those of our own columns."""
    ours = {match_key(each.header) for record in (Recommendation, Action) for each in record.columns}
    return f"Their {header}" if match_key(header) in ours else header
