"""The line on a recommendation's actions, for each thing that there may be to say."""

from datetime import date

import pytest

from audit_report.model.assessed import RatedAction, Reason
from audit_report.report.actions_line import actions_line
from tests.report.registers import material, move, rated, rated_action

MARCH, MAY, JUNE = date(2010, 3, 31), date(2010, 5, 28), date(2010, 6, 30)
LATE = Reason("Reason overdue", {"due_date": MARCH})


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([rated_action(MAY)], "0 of 1 complete; next due 28 May 2010"),
        ([rated_action(MARCH, completed=True)], "1 of 1 complete"),
        ([rated_action(MARCH, reasons=[LATE])], "0 of 1 complete; 1 overdue"),
        (
            [rated_action(MARCH, reasons=[LATE]), rated_action(JUNE), rated_action(MAY)],
            "0 of 3 complete; 1 overdue; next due 28 May 2010",
        ),
        (
            [rated_action(MAY, move(JUNE, MARCH))],
            "0 of 1 complete; next due 30 June 2010; date moved once, 33 days later",
        ),
        (
            [rated_action(MAY, move(JUNE, MARCH)), rated_action(MAY, move(date(2010, 5, 29), MARCH))],
            "0 of 2 complete; next due 29 May 2010; dates moved 2 times, 33 days later",
        ),
        (
            [rated_action(MAY, move(date(2010, 5, 29), MARCH))],
            "0 of 1 complete; next due 29 May 2010; date moved once, a day later",
        ),
        (
            [rated_action(MAY, move(MAY, MARCH), move(JUNE, MARCH))],
            "0 of 1 complete; next due 30 June 2010; dates moved 2 times, more often than allowed, 33 days later",
        ),
    ],
)
def test_how_the_actions_stand(actions: list[RatedAction], said: str) -> None:
    of = rated(actions=actions)
    assert actions_line(material(recommendations=[of]), of) == said
