"""The rows of Progress updates made from a recommendation's updates."""

from collections.abc import Iterator

from audit_report.bring_in.our_rows.assumptions import Assumed
from audit_report.bring_in.our_rows.found_values import Found, OurRow
from audit_report.bring_in.our_rows.gather_updates import UPDATE_DAY
from audit_report.bring_in.our_rows.gathered_recommendation import Context, OurRecommendation
from audit_report.bring_in.the_map.import_map import AS_LATEST
from audit_report.bring_in.the_map.tracker_fields import PROGRESS, field_name
from audit_report.model.records import ProgressUpdate

_RECOMMENDATION, _DECLARED, _CHALLENGES, _SUPPLIED_BY = (
    field_name(ProgressUpdate, name) for name in ("recommendation", "declared", "challenges", "supplied_by")
)


def update_rows(ours: OurRecommendation, context: Context) -> Iterator[OurRow]:
    """The rows of Progress updates, oldest first."""
    for number, update in enumerate(ours.updates, 1):
        is_last = number == len(ours.updates)
        status = context.words.status(update.entry, [update.row]) or context.words.status(update.entry)
        declared = context.words.status_name(status)
        if not is_last and declared and update.entry.of.period is None:
            if context.options.earlier_updates_status != AS_LATEST:
                declared = ""
            context.assumed[Assumed.EARLIER_STATUS] += bool(declared)
        cells = [each.found for each in update.entry.of.cells(update.row, _CHALLENGES) if each.cell.shown]
        context.assumed[Assumed.CHALLENGES] += not cells
        context.assumed[Assumed.NO_DAY] += update.day.value is None
        yield {
            _RECOMMENDATION: Found(ours.ref),
            UPDATE_DAY: update.day,
            PROGRESS: update.text,
            _DECLARED: Found(declared),
            _CHALLENGES: cells[0] if cells else Found("No"),
            _SUPPLIED_BY: context.officers.names(
                each for each in update.entry.of.cells(update.row, _SUPPLIED_BY) if each.cell.shown
            ),
        }
