"""What was assumed where their tracker says nothing, each told once with how often."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum


class Assumed(StrEnum):
    """A thing assumed, in the sentence that tells it; {count} says of how many."""

    PLAN = "Improvement plan in place is Yes for {count} with an action, since their tracker does not say."
    CHALLENGES = "Significant challenges is No for {count}, since their tracker does not say."
    DIRECTOR = "Director accountable is blank for {count}: fill it in."
    LEADS = "Delivery leads are the owners of the actions for {count}."
    TEXT = "The action's words stand for the recommendation's own for {count} without any."
    ACTION = "The recommendation itself is the action for {count} without one of its own."
    UNDATED = "The file's day, or the map's, is the Update date of {count} without a day."
    NO_DAY = "Update date is blank for {count} without a day: say one under undated_notes in the map."
    APPROVED = "Their revised dates count as approved on the file's day, or the map's: {count}."
    NOT_APPROVED = "Nothing says when their revised dates were approved, so they do not count yet: {count}."
    REASON = "Their tracker gives no reason for {count}; the new row names the cell it comes from."
    EARLIER_STATUS = "Status declared is the latest one for {count} before the latest."
    ENDED = "The file's day, or the map's, is Completed on for {count} that ended on a day their tracker does not say."
    NO_SOURCE = "Source assessment is blank for {count}: no column, heading, title or sheet names one."
    MADE_REF = (
        "Their ref is not one we can use, or comes again, for {count}: it stands in a column of its own."
    )


_COUNTED = {
    Assumed.UNDATED: ("progress note", "progress notes"),
    Assumed.NO_DAY: ("progress note", "progress notes"),
    Assumed.CHALLENGES: ("progress update", "progress updates"),
    Assumed.EARLIER_STATUS: ("progress update", "progress updates"),
    Assumed.APPROVED: ("date change", "date changes"),
    Assumed.NOT_APPROVED: ("date change", "date changes"),
    Assumed.REASON: ("date change", "date changes"),
    Assumed.ENDED: ("action", "actions"),
}
_RECOMMENDATIONS = ("recommendation", "recommendations")


def in_sentences(assumed: Counter[Assumed]) -> Iterator[str]:
    """Each thing assumed as a sentence, in the order of `Assumed`."""
    for each in Assumed:
        if number := assumed[each]:
            one, several = _COUNTED.get(each, _RECOMMENDATIONS)
            yield each.format(count=f"{number} {one if number == 1 else several}")
