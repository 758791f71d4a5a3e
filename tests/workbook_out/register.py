"""A register made up at random, the same one for the same seed, dense in ties and days around Data as at."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

AS_AT = date(2010, 4, 30)

Rows = list[dict[str, Any]]

LEVELS = ("Critical", "Major", "Moderate", "Best Practice")
LOSSES = (None, None, 0, 299_999.99, 300_000, 500_000, 1_000_000, 1_500_000, 5_000_000)
BUDGETS = (None, 1_000_000, 2_000_000, 10_000_000, 33_333_333.33)
REVIEWS = ("March 2010", "April 2010", "Jul 2010", "Summer 2010 (to be confirmed)", "Q2 2010/11", "Q4 2009/10",
           "Winter 2010", "October 2010", "November 2010", "May 2010\nResults published June 2010")  # fmt: skip


class Register:
    """Rows for each sheet of a tracker: its levels from most to least severe, its statuses the commonest first."""

    def __init__(
        self,
        seed: int,
        recommendations: int,
        levels: Sequence[str] = LEVELS,
        statuses: Sequence[str] = ("Green", "Red"),
    ) -> None:
        self._random = Random(seed)  # noqa: S311  a made-up register is no secret
        self._levels = (*levels, None, None, None)
        self._statuses = [statuses[0]] * 5 + list(statuses)
        self.assessments = [self._assessment(number) for number in range(15)]
        self.recommendations = [self._recommendation(number) for number in range(recommendations)]
        self.actions = [row for each in self.recommendations for row in self._actions(each)]
        self.date_changes = [row for each in self.actions for row in self._changes(each)]
        self.updates = [row for each in self.recommendations for row in self._updates(each)]
        self.forward_plan = [self._review(number) for number in range(40)]
        self._random.shuffle(self.date_changes)
        self._random.shuffle(self.updates)

    def sheets(self) -> dict[str, Rows]:
        """The rows by sheet."""
        return {
            "Assessments": self.assessments,
            "Recommendations": self.recommendations,
            "Actions": self.actions,
            "Date changes": self.date_changes,
            "Progress updates": self.updates,
            "Forward plan": self.forward_plan,
        }

    def _pick(self, *choices: object) -> Any:  # noqa: ANN401  whatever the choices are
        return self._random.choice(choices)

    def _day(self) -> date:
        """A day within half a year of Data as at, as often as not within two days."""
        near, far = self._random.randint(-2, 2), self._random.randint(-200, 200)
        return AS_AT + timedelta(days=self._pick(near, far))

    def _assessment(self, number: int) -> dict[str, Any]:
        return {
            "Assessment ref": f"A{number}",
            "Assessment": f"Assessment {number}",
            "Part of": self._pick(None, None, f"A{self._random.randint(0, 14)}"),
            "Reported through": self._pick(*[None] * 9, "Corporate Finance"),
        }

    def _recommendation(self, number: int) -> dict[str, Any]:
        return {
            "Recommendation ref": f"R-{number}",
            "Recommendation": "Do better",
            "Source assessment": f"A{self._random.randint(0, 15)}",
            "Date raised": self._pick(None, date(2009, 12, 9), self._day()),
            "Directorate": self._pick("Children", "Finance", "Adults", None),
            "Financial loss (£)": self._pick(*LOSSES),
            "Departmental budget (£)": self._pick(*BUDGETS),
            "Service impact": self._pick(*self._levels),
            "Reputation impact": self._pick(*self._levels),
            "People impact": self._pick(*self._levels),
            "Recorded priority": self._pick(*self._levels),
            "Reason priority differs": self._pick(None, "Agreed by the board"),
            "Improvement plan in place": self._pick(*["Yes"] * 8, "No"),
            "Director accountable": "Ann Archer",
            "Delivery leads": "Ben Baker",
            "Response": self._pick(*[None] * 6, "Agreed", "Partly agreed", "Not agreed"),
            "Closed on": self._pick(None, None, None, self._day()),
        }

    def _actions(self, recommendation: dict[str, Any]) -> Iterator[dict[str, Any]]:
        ref = recommendation["Recommendation ref"]
        for number in range(self._random.randint(0, 3)):
            progress = self._pick(*["Not started", "In progress", "Complete"] * 3, "Off track", "Cancelled")
            yield {
                "Action ref": f"{ref}.{number}",
                "Recommendation ref": ref,
                "Action": "Do it",
                "Original due date": self._pick(date(2011, 1, 1), self._day()),
                "Progress": progress,
                "Completed on": self._day() if progress in ("Complete", "Cancelled") else None,
                "Quality": self._pick(None, None, None, None, "Met", "Not met"),
            }

    def _changes(self, action: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for _ in range(self._pick(0, 0, 1, 2, 3)):
            yield {
                "Action ref": action["Action ref"],
                "New due date": self._pick(date(2011, 1, 1), self._day()),
                "Reason": "Late start",
                "Approved on": self._pick(None, self._day(), self._day()),
            }

    def _updates(self, recommendation: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for _ in range(self._random.randint(0, 3)):
            yield {
                "Recommendation ref": recommendation["Recommendation ref"],
                "Update date": self._day(),
                "Latest progress": "It goes on.",
                "Status declared": self._pick(*self._statuses),
                "Significant challenges": self._pick(*["No"] * 6, "Yes"),
            }

    def _review(self, number: int) -> dict[str, Any]:
        return {
            "Plan ref": f"F{number}",
            "Assessment": f"Inspection {number}",
            "Assessing body": "Inspectorate",
            "Date of next review": self._pick(*REVIEWS, self._day()),
            "Window from": self._pick(None, None, None, self._day()),
            "Window to": self._pick(None, None, None, self._day()),
            "Authority lead": "Ann Archer",
        }
