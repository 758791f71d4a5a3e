"""What COUNTIFS counts: the criteria ("Yes", ">5", "?*", nothing) that a cell may meet."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from audit_report.workbook_out.calculation.cells_of_formulas import Area, key
from audit_report.workbook_out.calculation.values_in_formulas import OPERATORS, Fault, Value, is_number

_CRITERION = re.compile(r"(<>|<=|>=|=|<|>)?(.*)", re.DOTALL)
"""An operator, then a value: ">=12", "<>", "Red"."""


def count_where(pairs: Sequence[tuple[Area, Value]]) -> int:
    """In how many rows every area meets its criterion."""
    found: set[int] | None = None
    slow = []
    for area, criterion in pairs:
        places = _listed(area, criterion)
        if places is None:
            slow.append((area.values, _test(criterion)))
        else:
            found = set(places) if found is None else found.intersection(places)
    rows = range(len(pairs[0][0].values)) if found is None else found
    return sum(all(meets(values[row]) for values, meets in slow) for row in rows)


def matcher(wanted: str) -> Callable[[str], bool] | None:
    """Whether a text is the wanted one, in which ? is any letter, * any letters; None where it has neither."""
    if not re.search(r"[*?~]", wanted):
        return None
    pattern = re.compile(pattern_of(wanted), re.DOTALL | re.IGNORECASE)
    return lambda seen: pattern.fullmatch(seen) is not None


def pattern_of(wanted: str) -> str:
    """The regular expression of a text with ?, * and ~ (before either of them, for itself): "a?" is "a."."""
    signs = {"?": ".", "*": ".*"}
    pieces = re.findall(r"~[*?~]|.", wanted, re.DOTALL)
    return "".join(signs.get(piece) or re.escape(piece[-1]) for piece in pieces)


def _listed(area: Area, criterion: Value) -> Sequence[int] | None:
    """Where the area's values are the criterion, from its index; None for a criterion that each is to be asked."""
    if criterion == "":
        return [*area.index.get("", ()), *area.index.get(None, ())]
    if criterion is None:
        return area.index.get(0, ())
    if isinstance(criterion, str):
        if criterion[0] in "<>=" or matcher(criterion) or _as_number(criterion) is not None:
            return None
        return area.index.get(criterion.lower(), ())
    return area.index.get(key(criterion), ())


@lru_cache(maxsize=1024)
def _test(criterion: Value) -> Callable[[Value], bool]:
    """Whether a value meets a criterion that an index cannot answer."""
    found = _CRITERION.fullmatch(str(criterion))
    sign, wanted = found.groups() if found else (None, "")
    if sign in {None, "=", "<>"}:
        is_it = _equals(wanted)
        return (lambda value: not is_it(value)) if sign == "<>" else is_it
    amount = _as_number(wanted)
    compare = OPERATORS[sign]
    if amount is None:
        return lambda value: isinstance(value, str) and bool(compare(value, wanted))
    return lambda value: is_number(value) and bool(compare(value, amount))


def _equals(wanted: str) -> Callable[[Value], bool]:
    amount, fits = _as_number(wanted), matcher(wanted)
    if not wanted:
        return lambda value: value is None
    if fits:
        return lambda value: isinstance(value, str) and fits(value)
    if amount is None:
        return lambda value: isinstance(value, str) and value.lower() == wanted.lower()
    return lambda value: (value if is_number(value) else _as_number(value)) == amount


def _as_number(value: Value) -> float | None:
    """The number that a text spells."""
    if not isinstance(value, (str, Fault)):
        return None
    try:
        return float(str(value))
    except ValueError:
        return None
