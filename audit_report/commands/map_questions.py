"""A proposed map shown on a terminal and asked about, its doubtful lines one by one."""

import shutil
from collections.abc import Sequence
from datetime import date

import click

from audit_report.bring_in.the_map.propose_map import Proposal
from audit_report.bring_in.the_map.questions import (
    Question,
    column_questions,
    day_question,
    overview,
    with_day,
    with_field,
    with_meaning,
    word_questions,
)
from audit_report.bring_in.their_tables.find_tables import Table
from audit_report.schema.dates.approximate_dates import read_day
from audit_report.terminal import say

_WIDEST = 40


def ask(proposal: Proposal, tables: Sequence[Table]) -> tuple[Proposal, bool]:
    """The map with a person's answers, and whether they want the tracker brought in by it now."""
    _show(proposal)
    for question in column_questions(proposal):
        field = _answer(question)
        proposal = with_field(proposal, question.about[1], field, tables)
    for question in word_questions(proposal):
        _, name, word = question.about
        proposal = with_meaning(proposal, name, word, _answer(question))
    if day_asked := day_question(proposal):
        proposal = with_day(proposal, _day(day_asked))
    return proposal, click.confirm("Bring it in so?", default=True, err=True)


def _show(proposal: Proposal) -> None:
    """The proposal as a table no wider than the terminal."""
    rows = overview(proposal)
    width = shutil.get_terminal_size().columns
    widths = [min(_WIDEST, max(len(row[at]) for row in rows)) for at in (1, 2)]
    say("Their columns, and what each becomes; a ? is asked about below:", err=True)
    for mark, header, field, rests_on in rows:
        line = f"{mark:1} {header[:_WIDEST]:{widths[0]}}  {field:{widths[1]}}  {rests_on}"
        say(line[: width - 1].rstrip(), err=True)


def _answer(question: Question) -> str:
    """One of a question's answers, asked for until one is given; an empty line is the first."""
    say("", err=True)
    say(question.text, err=True)
    for number, offered in enumerate(question.best, 1):
        say(f"  {number}  {offered or 'no place: kept on “Not brought in”'}", err=True)
    while True:
        typed = click.prompt("A number, or another answer in words", default="1", err=True)
        if (answer := question.answer(typed)) is not None:
            return answer
        meant = question.nearest(typed)
        hint = f" Did you mean “{meant}”?" if meant else ""
        say(f"“{typed}” is no answer here.{hint}", err=True)


def _day(asked: str) -> date:
    while True:
        day = read_day(click.prompt(asked, err=True))
        if day:
            return day
        say("Type a date such as 31/3/2026.", err=True)
