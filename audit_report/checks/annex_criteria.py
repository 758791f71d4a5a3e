"""Annexes 1 and 2: what counts as critical or off track is as shipped, or told; their words say what the rule does."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses
from audit_report.model.assessed import Assessed
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import FinancialTest, PriorityBasis
from audit_report.model.wording import shipped_criteria
from audit_report.problems import Problem
from audit_report.schema.kinds import Money, shown
from audit_report.schema.record import header_of

_THRESHOLDS = {"loss_at_least": "£{:,.0f}", "more_than_share": "{:.4g}%"}
_SCALES = {"loss_at_least": 1, "more_than_share": 100}
_TESTS = {"loss_at_least": "at least {}", "more_than_share": "more than {} of the departmental budget"}
_AMOUNT = re.compile(r"£ ?\d[\d,.]*\d|£ ?\d", re.ASCII)
_SCALE = re.compile(r" ?(?:thousand|million|billion|mn|bn|[kmb])\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent)", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:and also|both|as well as)\b", re.IGNORECASE)
"""How words say that a loss must meet two tests: "£1.0M or more, and also more than 15%"."""


def criteria_are_the_shipped_ones(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The committee should know when what counts as critical, or as red, has changed."""
    shipped = shipped_criteria()
    if _areas_count(tracker):
        yield from _changed(tracker.annex1, "level", shipped["priority"])
    yield from _changed(tracker.annex2, "status", shipped["status"])


def _areas_count(tracker: Tracker) -> bool:
    """Whether Annex 1's criteria rate anything: not where priority rests on what is recorded."""
    return tracker.details.priority_rests_on is not PriorityBasis.RECORDED


def _changed(
    rows: Sequence[PriorityCriteria | StatusCriteria], key: str, shipped: Sequence[Mapping[str, Any]]
) -> Iterator[Problem]:
    """A problem for each level whose thresholds are not the shipped ones, and one for all that differs in words."""
    left = {entry[key]: entry for entry in shipped}
    reworded: list[CellRef] = []
    for row in rows:
        level = getattr(row, key)
        entry = left.pop(level, None)
        if entry is None:
            continue
        differing = [
            column.name
            for column in row.columns
            if column.name not in row.unreadable
            and (column.name != "meaning" or row.cell("meaning").column)
            and _comparable(getattr(row, column.name)) != _comparable(entry.get(column.name))
        ]
        thresholds = [name for name in differing if name in _THRESHOLDS]
        if thresholds:
            differences = "; ".join(_difference(row, name, entry.get(name)) for name in thresholds)
            first = thresholds[0]
            yield catalogue.ThresholdsChanged(level=level, differences=differences).at(
                row.cell(first), "", shown(getattr(row, first))
            )
        else:
            reworded += [row.cell(name) for name in differing]
    if reworded:
        yield catalogue.CriteriaReworded(cells=addresses(reworded)).at(reworded[0], accuses=reworded)


def _comparable(value: object) -> object:
    """A cell's value or a shipped one, spacing aside; blank is None."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    return round(float(value), 6) if isinstance(value, (int, float)) else value


def _difference(row: PriorityCriteria | StatusCriteria, name: str, shipped: float | None) -> str:
    """A threshold's difference in words: Financial loss at least (£) is £2,000,000, not £1,000,000."""
    own, theirs = (
        "blank" if value is None else _THRESHOLDS[name].format(value * _SCALES[name])
        for value in (getattr(row, name), shipped)
    )
    return f"{header_of(type(row), name)} is {own}, not {theirs}"


def words_say_what_the_rule_does(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """Annex 1 prints its criteria as typed, whatever the thresholds and the Financial test beside them say."""
    if not _areas_count(tracker):
        return
    either = tracker.details.financial_test is FinancialTest.EITHER
    for row in tracker.annex1:
        if not {"financial", *_THRESHOLDS} & row.unreadable and _contradicts(row, either=either):
            tests = [
                words.format(_THRESHOLDS[name].format(getattr(row, name) * _SCALES[name]))
                for name, words in _TESTS.items()
                if getattr(row, name) is not None
            ]
            rule = (" or " if either else " and ").join(tests)
            yield catalogue.CriteriaContradictRule(level=row.level, rule=rule).at(
                row.cell("financial"), "", row.financial, rests_on=[tracker.details.cell("financial_test")]
            )


def _contradicts(row: PriorityCriteria, *, either: bool) -> bool:
    """Whether the words name amounts or shares and not the level's own, or two tests where one is enough."""
    least, share = row.loss_at_least, row.more_than_share
    if either and least is not None and share is not None and _BOTH.search(row.financial):
        return True
    amounts, shares = (
        list(_amounts(row.financial)),
        [float(found) for found in _PERCENT.findall(row.financial)],
    )
    wrong_amount = least is not None and bool(amounts) and least not in amounts
    return wrong_amount or (share is not None and bool(shares) and round(share * 100, 6) not in shares)


def _amounts(text: str) -> Iterator[float]:
    """The amounts in pounds that words name."""
    for found in _AMOUNT.finditer(text):
        scale = _SCALE.match(text, found.end())
        amount = Money().read(f"{found[0]}{scale[0] if scale else ''}")
        if isinstance(amount, float):
            yield amount


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    criteria_are_the_shipped_ones,
    words_say_what_the_rule_does,
)
