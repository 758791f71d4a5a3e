"""Refs for our rows: theirs where they are allowed and their own, else made from them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from audit_report.bring_in.the_map.assessment_names import short_code
from audit_report.problems import Mistake
from audit_report.schema.kinds import Ref
from audit_report.schema.spacing import clean, match_key

_FORBIDDEN = re.compile(r"[^\w .()&/-]+")
_LONGEST_PREFIX = 20


@dataclass(frozen=True, slots=True)
class WantedRef:
    """What a row may get its ref from: theirs, the sheet it stands on and the assessment it is of."""

    theirs: str
    sheet: str = ""
    assessment: str = ""


def is_allowed(ref: str) -> bool:
    """Whether a text may be a ref of ours."""
    return bool(ref) and not isinstance(Ref().read(ref), Mistake)


def give_refs(wanted: Sequence[WantedRef], spare: str) -> list[str]:
    """A ref for each row, no two alike; one made has its assessment's letters, or `spare`, before it.

    Of one that comes again, all are given their sheet before them, or their assessment's letters where the sheet is
    the same.
    """
    counts = Counter(match_key(each.theirs) for each in wanted if each.theirs)
    sheets = {each.sheet for each in wanted}
    given: list[str] = []
    taken: set[str] = set()
    for each in wanted:
        ref = clean(each.theirs)
        if not is_allowed(ref) or counts[match_key(ref)] > 1:
            repeated = counts[match_key(ref)] > 1 and is_allowed(ref)
            prefix = _sheet_prefix(each.sheet) if repeated and len(sheets) > 1 else _letters(each, spare)
            ref = _with_prefix(prefix, ref, len(given) + 1)
        given.append(_alone(ref, taken))
        taken.add(match_key(given[-1]))
    return given


def _letters(wanted: WantedRef, spare: str) -> str:
    return short_code(wanted.assessment) if wanted.assessment else spare


def _sheet_prefix(sheet: str) -> str:
    return clean(_FORBIDDEN.sub(" ", sheet))[:_LONGEST_PREFIX].strip()


def _with_prefix(prefix: str, theirs: str, number: int) -> str:
    """Theirs after a prefix: "Payroll R1", "CQC-1"; a number where nothing of theirs may stand in a ref."""
    kept = clean(_FORBIDDEN.sub(" ", theirs)).rstrip(" .")
    made = f"{prefix} {kept}" if kept and not kept[0].isdigit() else f"{prefix}-{kept or number}"
    return next((ref for ref in (made, f"{prefix}-{number}") if is_allowed(ref)), f"R-{number}")


def _alone(ref: str, taken: set[str]) -> str:
    """The ref, with a number behind it where another row has it."""
    number, made = 2, ref
    while match_key(made) in taken:
        made, number = f"{ref}-{number}", number + 1
    return made
