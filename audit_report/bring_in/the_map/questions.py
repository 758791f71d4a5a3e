"""What a person is asked about a proposed map: its doubtful lines one by one, each with the best answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from audit_report.bring_in.the_map.columns_by_values import usual_fields
from audit_report.bring_in.the_map.map_options import OPTION_LINES
from audit_report.bring_in.the_map.meanings_of_words import meanings
from audit_report.bring_in.the_map.propose_columns import ColumnProposal
from audit_report.bring_in.the_map.propose_map import Proposal, propose_words, word_counts
from audit_report.bring_in.the_map.tracker_fields import (
    BOTH,
    NOWHERE,
    OWN_COLUMN,
    fields,
    fields_in,
    may_share,
)
from audit_report.bring_in.their_tables.find_tables import Table
from audit_report.schema.near_misses import nearest

_MOST = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question: what of, how it is put, its best answers, the proposed one first, and every other it may have."""

    about: tuple[str, ...]
    """("column", header) or ("word", field, word)."""
    text: str
    best: tuple[str, ...]
    others: tuple[str, ...]

    def answer(self, typed: str) -> str | None:
        """The answer that somebody typed: its number among the best, or its words; None for neither."""
        typed = typed.strip()
        if typed.isdecimal() and 0 < int(typed) <= len(self.best):
            return self.best[int(typed) - 1]
        known = {each.casefold(): each for each in (*self.best, *self.others)}
        each = [known.get(name) for name in fields_in(typed.casefold())]
        found = [name for name in each if name is not None]
        is_whole = len(found) == len(each) and (
            len(found) == 1 or (set(found) <= fields().keys() and may_share(found))
        )
        return BOTH.join(found) if is_whole else None

    def nearest(self, typed: str) -> str | None:
        """The answer that was probably meant."""
        return nearest(typed, [*self.best, *self.others])


def column_questions(proposal: Proposal) -> Iterator[Question]:
    """The doubtful columns, each header asked about once."""
    asked = set()
    for column in (each for columns in proposal.columns for each in columns if each.is_doubtful):
        key = column.header.casefold()
        if key not in asked:
            asked.add(key)
            others = (*fields(), OWN_COLUMN, NOWHERE)
            yield Question(("column", column.header), _of_column(column), _best_fields(column), others)


def word_questions(proposal: Proposal) -> Iterator[Question]:
    """The words of lists that have no meaning yet."""
    for name, words in proposal.map.words.items():
        for word, meaning in words.items():
            known = tuple(meanings(name, proposal.map.levels))
            if not meaning and known:
                count = proposal.counts[name][word]
                text = f"What does “{word}” mean as {name}? It is there {count} time{'s' * (count != 1)}."
                yield Question(("word", name, word), text, _likeliest(known, word), (*known, NOWHERE))


def _best_fields(column: ColumnProposal) -> tuple[str, ...]:
    """Three fields to offer, or no place as one of them: what is proposed, what else is likely, what the values fit."""
    likely = [column.field, *(each.field for each in column.candidates), *usual_fields(column.values)]
    named = [each for each in dict.fromkeys(likely) if each != NOWHERE]
    first = named[: _MOST - 1]
    return (NOWHERE, *first) if column.field == NOWHERE else (*first, NOWHERE)


def day_question(proposal: Proposal) -> str:
    """The question of the day, where a file does not say its own and the map has none yet; blank elsewhere."""
    if proposal.map.options.data_as_at != "":
        return ""
    return f"{OPTION_LINES['data_as_at'].purpose} Which day is that?"


def with_field(proposal: Proposal, header: str, field: str, tables: Sequence[Table]) -> Proposal:
    """The proposal with a field for every column of this header, and the words of the lists that follow."""
    key = header.casefold()
    designs = tuple(
        replace(
            design,
            columns={
                name: field if name.casefold() == key else known for name, known in design.columns.items()
            },
        )
        for design in proposal.map.designs
    )
    columns = tuple(
        tuple(replace(each, field=field) if each.header.casefold() == key else each for each in of_design)
        for of_design in proposal.columns
    )
    changed = replace(proposal.map, designs=designs)
    counts = word_counts(tables, changed)
    levels, words = propose_words(counts)
    return Proposal(replace(changed, words=words, levels=levels), columns, counts)


def with_meaning(proposal: Proposal, name: str, word: str, meaning: str) -> Proposal:
    """The proposal with a meaning for a word."""
    words = {**proposal.map.words, name: {**proposal.map.words[name], word: meaning}}
    return replace(proposal, map=replace(proposal.map, words=words))


def with_day(proposal: Proposal, day: date) -> Proposal:
    """The proposal with a day for every option that nobody has said one for."""
    options = proposal.map.options
    unsaid: dict[str, Any] = {name: day for name in OPTION_LINES if getattr(options, name) == ""}
    return replace(proposal, map=replace(proposal.map, options=replace(options, **unsaid)))


def _of_column(column: ColumnProposal) -> str:
    values = column.values
    samples = "; ".join(values.samples) or ", ".join(values.colours)
    return f"What is the column “{column.header}”? {values.filled} of {values.of} cells are filled: {samples}"


def _likeliest(known: Sequence[str], word: str) -> tuple[str, ...]:
    """Three meanings to offer: the nearest in words first, then the commonest in use."""
    near = nearest(word, known)
    return tuple(dict.fromkeys([*([near] if near else []), *known]))[:_MOST]


def overview(proposal: Proposal) -> list[tuple[str, str, str, str]]:
    """The proposal as a table: a mark, their column, our field, and what it rests on; doubtful lines first."""
    lines = [each for columns in proposal.columns for each in columns]
    unique = list({each.header.casefold(): each for each in lines}.values())
    return [
        ("?" if each.is_doubtful else "", each.header, each.field or "not brought in", _rests_on(each))
        for each in sorted(unique, key=lambda each: not each.is_doubtful)
    ]


def _rests_on(column: ColumnProposal) -> str:
    values = column.values
    return (
        f"{column.likeness} · {values.filled} of {values.of} · {'; '.join(values.samples or values.colours)}"
    )
