"""A field proposed for each column of theirs: by its header and, above that, by what its values look like."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_report.bring_in.the_map.columns_by_values import (
    are_percentages,
    are_refs,
    likely_beside,
    said_by_values,
    says_how_it_stands,
)
from audit_report.bring_in.the_map.columns_of_two import two_fields
from audit_report.bring_in.the_map.tracker_fields import NOWHERE, STATUS, Field, Shape, fields, likenesses
from audit_report.bring_in.the_map.value_shapes import ColumnValues
from audit_report.model.records import Assessment

LEAST_SCORE, SURE_SCORE = 60.0, 80.0
_MISFIT = 55.0
"""The most that a header is worth whose values look like something else."""
_LEAST_SHARE = 0.5
_CERTAIN = 97
_OF_TWO = 75.0
"""How likely two fields in one column are: a person should look."""
_CLEAR = 8.0
_BEST = 3
_HEADER_WEIGHT = 0.8
_OF_ASSESSMENT = 0.95
"""What a likeness is worth of a field of the assessment, where one of the row itself is as like."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field that a column may be, and how likely it is, of 100."""

    field: str
    score: float


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """What is proposed for a column: a field or nowhere, the best candidates, and what the column holds."""

    header: str
    field: str
    candidates: tuple[Candidate, ...]
    values: ColumnValues

    @property
    def likeness(self) -> int:
        """How likely the proposed field is, of 100."""
        return round(next((each.score for each in self.candidates if each.field == self.field), 0))

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look: another field is as likely, none is sure, or nothing was found for words."""
        if self.field == NOWHERE:
            has_texts = self.values.shares.get(Shape.TEXT, 0.0) > _LEAST_SHARE
            return self.values.filled > 0 and (bool(self.candidates) or has_texts)
        others = [each.score for each in self.candidates if each.field != self.field]
        if self.likeness >= _CERTAIN:
            return False
        return self.likeness < SURE_SCORE or self.likeness < max(others, default=0.0) + _CLEAR


def propose_columns(columns: Mapping[str, ColumnValues]) -> list[ColumnProposal]:
    """A proposal for each column by its header; a field goes to one column, but where it takes several."""
    scored = {header: _candidates(header, values) for header, values in columns.items()}
    pairs = sorted(
        ((each, header) for header, found in scored.items() for each in found if each.score >= LEAST_SCORE),
        key=lambda pair: -pair[0].score,
    )
    chosen: dict[str, str] = {}
    for candidate, header in pairs:
        field = fields()[candidate.field]
        if header not in chosen and (field.takes_several or candidate.field not in chosen.values()):
            chosen[header] = candidate.field
    for header, name in likely_beside(columns, chosen).items():
        chosen[header] = name
        scored[header].insert(0, Candidate(name, LEAST_SCORE))
    for header, values in columns.items():
        taken = [name for other, name in chosen.items() if other != header]
        if both := two_fields(header, values, chosen.get(header, NOWHERE), taken):
            chosen[header] = both
            scored[header].insert(0, Candidate(both, _OF_TWO))
    return [
        ColumnProposal(header, chosen.get(header, NOWHERE), tuple(scored[header][:_BEST]), values)
        for header, values in columns.items()
    ]


def _candidates(header: str, values: ColumnValues) -> list[Candidate]:
    """The fields that a column may be, the likeliest first."""
    scores = {name: _score(fields()[name], likeness, values) for name, likeness in likenesses(header).items()}
    for name, score in said_by_values(header, values):
        scores[name] = max(score, scores.get(name, 0.0))
    found = [Candidate(name, score) for name, score in scores.items() if score]
    return sorted(found, key=lambda each: -each.score)


def _score(field: Field, likeness: float, values: ColumnValues) -> float:
    """The likeness of the header, kept where the values fit and cut where they look like something else."""
    if field.record is Assessment:
        likeness *= _OF_ASSESSMENT
    if not values.filled:
        return likeness * _HEADER_WEIGHT if not values.colours or field.name == STATUS else 0.0
    fits = 0.0 if _looks_otherwise(field, values) else _fit(field.shape, values)
    if fits < _LEAST_SHARE:
        return min(likeness, _MISFIT)
    return likeness * (_HEADER_WEIGHT + (1 - _HEADER_WEIGHT) * fits)


def _looks_otherwise(field: Field, values: ColumnValues) -> bool:
    """Whether values are percentages, or words of a list or refs where sentences should stand."""
    if field.shape is not Shape.PERCENT and are_percentages(values):
        return True
    return field.holds_sentences and (says_how_it_stands(values) or are_refs(values))


def _fit(shape: Shape, values: ColumnValues) -> float:
    """How far the values have the shape of a field; texts may be short or dated, and refs plain words."""
    shares = values.shares
    if not shares:
        return 1.0
    match shape:
        case Shape.NOTES:
            return max(shares[Shape.NOTES], 1.0 - max(shares[Shape.DATE], shares[Shape.MONEY]))
        case Shape.TEXT:
            return 1.0 - max(shares[Shape.DATE], shares[Shape.MONEY])
        case Shape.REF:
            return max(shares[Shape.REF], 1.0 - max(shares[Shape.DATE], shares[Shape.TEXT]))
        case Shape.WORDS:
            return max(shares[Shape.WORDS], shares[Shape.YES_NO])
        case _:
            return shares[shape]
