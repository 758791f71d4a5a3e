"""Annex 1's financial tests: the thresholds of a level in words, and which of them a loss meets."""

from decimal import Decimal

from audit_report.model.records import PriorityCriteria


def thresholds_in_words(row: PriorityCriteria) -> tuple[str, ...]:
    """The financial tests of a level, in words."""
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
        tests[words] = _pence(loss) > _share(row.more_than_share) * _pence(budget)
    return tests


def pounds(amount: float) -> str:
    """£1,200,000, with pence only where there are any."""
    return f"£{amount:,.0f}" if _pence(amount) == int(_pence(amount)) else f"£{amount:,.2f}"


def _at_least(amount: float) -> str:
    return f"at least {pounds(amount)}"


def _more_than(share: float) -> str:
    return f"more than {_share(share) * 100:f}".rstrip("0").rstrip(".") + "% of the departmental budget"


def _pence(amount: float) -> Decimal:
    """An amount exact to the penny: 0.1 + 0.2 is 0.30, so that a loss on a threshold is on it."""
    return Decimal(str(round(amount, 2)))


def _share(share: float) -> Decimal:
    return Decimal(str(round(share, 10)))
