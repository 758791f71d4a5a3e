"""What a council has said once that it means: those problems are counted in one line, and not listed."""

from collections import Counter
from collections.abc import Iterable, Sequence

from audit_report import catalogue
from audit_report.model.tracker import Tracker
from audit_report.problems import Mistake, Problem, counted
from audit_report.schema.spacing import clean

AGREEABLE: Sequence[str] = [
    each.code for each in vars(catalogue).values() if isinstance(each, type) and issubclass(each, Mistake)
    if each is not Mistake and each.agreeable
]  # fmt: skip
"""The codes that a council may agree to; errors and the governance of updates and approvals are none of them."""


def without_agreed(tracker: Tracker, problems: Iterable[Problem]) -> list[Problem]:
    """The problems but for those that the tracker says are meant, and one for how many these are."""
    where = tracker.details.cell("agreed_departures")
    named = [
        code
        for line in tracker.details.agreed_departures.replace(",", "\n").split("\n")
        if (code := clean(line))
    ]
    agreed = {code.casefold() for code in named} & set(AGREEABLE)
    left = [each for each in problems if each.code not in agreed]
    counts = Counter(each.code for each in problems if each.code in agreed)
    if counts:
        total = counts.total()
        codes = ", ".join(f"{code} ({count})" for code, count in sorted(counts.items()))
        said = f"{counted(total, 'problem')} {'is' if total == 1 else 'are'}"
        left.append(catalogue.AgreedDeparture(problems=said, codes=codes).at(where))
    others = [code for code in named if code.casefold() not in AGREEABLE]
    known = ", ".join(AGREEABLE)
    left += [
        catalogue.NotAgreeable(named=code, agreeable_codes=known).at(where, value=code) for code in others
    ]
    return left
