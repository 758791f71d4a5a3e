"""Annex 1's financial tests: the thresholds of a level in words, and which of them a loss meets.

Amounts are compared in whole pence and shares to ten places, so that a loss on a threshold is on it.
"""

from audit_report.model.records import PriorityCriteria

_SHARE_SCALE = 10**10


def thresholds_in_words(row: PriorityCriteria) -> tuple[str, ...]:
    """The financial tests of a level: "at least £500,000", "more than 6% of the departmental budget"."""
    tests = []
    if row.loss_at_least is not None:
        tests.append(_at_least(row.loss_at_least))
    if row.more_than_share is not None:
        tests.append(_more_than(row.more_than_share))
    return tuple(tests)


def judged(row: PriorityCriteria, loss: float, budget: float | None) -> dict[str, bool]:
    """Whether the loss meets each test of a level, in words; without a budget the share is not tested."""
    tests = {}
    if row.loss_at_least is not None:
        tests[_at_least(row.loss_at_least)] = _pence(loss) >= _pence(row.loss_at_least)
    if row.more_than_share is not None and budget is not None:
        words = f"{_more_than(row.more_than_share)} of {pounds(budget)}"
        share = round(row.more_than_share * _SHARE_SCALE)
        tests[words] = _pence(loss) * _SHARE_SCALE > share * _pence(budget)
    return tests


def pounds(amount: float) -> str:
    """£1,200,000, with pence only where there are any."""
    whole, pence = divmod(_pence(amount), 100)
    return f"£{whole:,}.{pence:02}" if pence else f"£{whole:,}"


def _at_least(amount: float) -> str:
    return f"at least {pounds(amount)}"


def _more_than(share: float) -> str:
    return f"more than {round(share * 100, 8):.10g}% of the departmental budget"


def _pence(amount: float) -> int:
    return round(amount * 100)
