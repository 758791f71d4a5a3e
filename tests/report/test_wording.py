"""The report's words as its readers meet them: right for one and for many, and those of today."""

import pytest

from audit_report.model.wording import shipped_places
from tests.report.registers import material, rich, tracker


@pytest.mark.parametrize(("months", "said"), [(1, "next month"), (6, "next 6 months")])
def test_the_months_ahead(months: int, said: str) -> None:
    of = material(tracker(settings={"months_ahead": months, "months_between_reviews": months}))
    assert of.text("Section D nil") == f"The register holds no assessment or inspection due in the {said}."
    assert said in of.text("Section D heading")
    interval = "every month" if months == 1 else "every 6 months"
    assert of.text("Section D introduction").endswith(f"The whole register is to be reviewed {interval}.")


@pytest.mark.parametrize(("days", "said"), [(1, "next day"), (30, "next 30 days")])
def test_the_days_ahead(days: int, said: str) -> None:
    of = material(tracker(settings={"due_soon_days": days}))
    assert of.text("Summary due soon", count=0) == f"Actions due in the {said}: 0"


@pytest.mark.parametrize(("days", "said"), [(1, "1 day late"), (93, "93 days late")])
def test_how_late_an_action_is(days: int, said: str) -> None:
    told = material().text("Reason overdue", ref="R1.1", action="Recruit", due_date="May", days=days)
    assert told == f"Action R1.1 was due by May and is {said}: Recruit"


@pytest.mark.parametrize(("moves", "said"), [(1, "once"), (3, "3 times")])
def test_how_often_a_date_has_moved(moves: int, said: str) -> None:
    told = material().text("Reason moved often", ref="R1.1", action="Recruit", moves=moves)
    assert told == f"The due date of action R1.1 has moved {said}, more often than is allowed: Recruit"


def test_a_tracker_that_still_has_what_was_shipped_once_prints_todays_words() -> None:
    earlier = {name: place for name, place in shipped_places().items() if place.earlier}
    assert len(earlier) > 5
    for name, place in earlier.items():
        for words in place.earlier:
            old = material(tracker(text={name: words}))
            assert old.words.lines(name) == material().words.lines(name) != rich(words)


def test_a_councils_own_words_beside_one_shipped_once_are_printed() -> None:
    [once] = shipped_places()["Section C nil"].earlier
    of = material(tracker(text={"Section C nil": f"{once} Nor will there be."}))
    assert of.text("Section C nil").endswith("Nor will there be.")
