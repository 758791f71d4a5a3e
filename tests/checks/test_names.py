"""Names: near misses found, different people left alone, one problem for each spelling."""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from audit_report import catalogue
from audit_report.cell_refs import CellRef, Layout, RowRef, addresses
from audit_report.model.people import Directory, are_near_misses, name_key, name_words
from audit_report.model.records import Officer, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.record import Record
from tests.builders import action, assessment, build, date_change, recommendation, scheduled, tracker, update
from tests.checks import told

KINDS = (
    catalogue.NoOfficers,
    catalogue.MisspeltName,
    catalogue.UnknownName,
    catalogue.NameSpeltTwoWays,
)
LETTERS = {"Director accountable": "P", "Delivery leads": "Q", "Owner": "D"}


def officers(*names: str) -> tuple[Officer, ...]:
    return tuple(build(Officer, {"name": name}) for name in names)


def in_row(record: Recommendation, row: int) -> Recommendation:
    return replace(record, source=RowRef(Layout(record.sheet, LETTERS), row))


def naming(*cells: str, known: Sequence[str] = ("Ann Archer", "Richard Puleston")) -> Tracker:
    """A tracker whose recommendations, from row 2 down, have these cells as their directors."""
    rows = [
        in_row(recommendation(ref=f"R{row}", director=cell), row) for row, cell in enumerate(cells, start=2)
    ]
    return tracker(recommendations=rows, officers=officers(*known))


def problems(of: Tracker, read: Sequence[Problem] = ()) -> list[Problem]:
    return told(of, KINDS, of.details.data_as_at, read)


def codes(of: Tracker) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.value) for problem in problems(of)]


# What a near miss is

NEAR = [
    ("a letter less", "Richard Puleston", "Richard Pulston"),
    ("a letter more", "Richard Puleston", "Richardd Puleston"),
    ("another letter", "Richard Puleston", "Richard Pulestan"),
    ("another first letter", "Richard Puleston", "Richard Duleston"),
    ("two letters transposed", "Richard Puleston", "Rihcard Puleston"),
    ("an accent", "Zoë Brook", "Zoe Brook"),
    ("a short name with a letter more", "Jo Hill", "Joe Hill"),
    ("an initial", "Richard Puleston", "R Puleston"),
    ("an initial with a full stop", "Richard Puleston", "R. Puleston"),
    ("initials", "Richard James Puleston", "R.J. Puleston"),
    ("the first initial of two names", "Richard James Puleston", "R Puleston"),
    ("an initial more", "Richard Puleston", "Richard J. Puleston"),
    ("an initial for a middle name", "Richard James Puleston", "Richard J Puleston"),
    ("surname first", "Richard Puleston", "Puleston Richard"),
    ("surname first, with a comma", "Richard Puleston", "Puleston, Richard"),
    ("surname and initial", "Richard Puleston", "Puleston, R."),
    ("a double surname first", "Imogen Castle-Wray", "Castle-Wray, Imogen"),
    ("a double surname with a slip", "Imogen Castle-Wray", "Imogen Castle Wrey"),
    ("a question mark", "Richard Puleston", "Richard Puleston?"),
    ("a star", "Richard Puleston", "*Richard Puleston"),
    ("quotation marks", "Richard Puleston", "“Richard” Puleston"),
    ("a bracket", "Richard Puleston", "Richard (Puleston)"),
]
"""Pairs that may be one person."""

APART = [
    ("two slips", "Richard Puleston", "Rihcard Pulestan"),
    ("two letters other", "Richard Puleston", "Richard Pulesten-Jones"),
    ("another given name", "Richard Puleston", "Robert Puleston"),
    ("another surname", "Ann Archer", "Ann Baker"),
    ("another initial", "A Archer", "B Archer"),
    ("an initial of another name", "Richard Puleston", "B Puleston"),
    ("another middle initial", "Richard J Puleston", "Richard K Puleston"),
    ("an initial and another surname", "Richard Puleston", "R Archer"),
    ("an initial and a slip", "Richard Puleston", "R Pulestan"),
    ("a short name, another letter", "Li Wu", "Li Xu"),
    ("a name and its longer form", "Rob Puleston", "Robert Puleston"),
    ("a given name more", "Ann Brown", "Ann Marie Brown"),
    ("the surname alone", "Richard Puleston", "Puleston"),
    ("the given name and the surname's initial", "Richard Puleston", "Richard P"),
    ("numbered posts", "Officer 117", "Officer 118"),
]
"""Pairs that are two people, or too far apart to guess."""


@pytest.mark.parametrize(("why", "officer", "typed"), NEAR)
def test_a_near_miss_names_the_officer(why: str, officer: str, typed: str) -> None:
    [problem] = problems(naming(typed, known=("Ann Other", officer)))
    assert problem.code == "misspelt-name", why
    assert f"may be meant as “{officer}”" in problem.message


@pytest.mark.parametrize(("why", "officer", "typed"), APART)
def test_different_names_are_left_apart(why: str, officer: str, typed: str) -> None:
    assert codes(naming(typed, known=("Ann Other", officer))) == [("unknown-name", typed)], why


@pytest.mark.parametrize(("why", "one", "other"), [*NEAR, *APART])
def test_near_misses_are_mutual(why: str, one: str, other: str) -> None:
    words, others = name_words(one), name_words(other)
    assert are_near_misses(words, others) == are_near_misses(others, words), why


@pytest.mark.parametrize(
    ("officer", "typed"),
    [
        ("Richard Puleston", "richard  PULESTON "),
        ("Richard Puleston", "Richard\u00a0Puleston"),
        ("R. J. Puleston", "RJ Puleston"),
        ("Mary O'Brien", "Mary O’Brien"),
        ("Imogen Castle-Wray", "Imogen Castle Wray"),
        ("Zoë Brook", "Zoe\u0308 Brook"),
    ],
)
def test_case_spacing_and_punctuation_do_not_count(officer: str, typed: str) -> None:
    of = naming(typed, known=(officer,))
    assert problems(of) == []
    assert [person.name for person in of.people(typed)] == [officer]


# Cells that name several people


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Ann Archer\nRichard Puleston", ["Ann Archer", "Richard Puleston"]),
        ("Ann Archer; Richard Puleston;", ["Ann Archer", "Richard Puleston"]),
        ("Ann Archer, Richard Puleston & ann archer", ["Ann Archer", "Richard Puleston"]),
        ("Nobody Known; nobody  known", ["Nobody Known"]),
        ("Ann Archer / Richard Puleston", ["Ann Archer", "Richard Puleston"]),
        ("Ann Archer/R. Puleston", ["Ann Archer", "R. Puleston"]),
        ("Ann Archer / Head of Finance", ["Ann Archer / Head of Finance"]),
        ("Ann Archer?", ["Ann Archer?"]),
        ("Ann Archer and Rihcard Puleston", ["Ann Archer", "Rihcard Puleston"]),
        ("Ann Archer and R. Puleston", ["Ann Archer", "R. Puleston"]),
        ("Puleston, Richard", ["Puleston, Richard"]),
        ("Puleston, Richard; Archer, Ann", ["Puleston, Richard", "Archer, Ann"]),
        ("Ann Archer and Zachary Quill", ["Ann Archer and Zachary Quill"]),
        ("Marks & Co", ["Marks & Co"]),
        ("Sand and Gravel Board", ["Sand and Gravel Board"]),
        ("Andy Brandon", ["Andy Brandon"]),
    ],
)
def test_people_of_a_cell(cell: str, people: list[str]) -> None:
    directory = Directory(officers("Ann Archer", "Richard Puleston", "Sand and Gravel Board"))
    assert [person.name for person in directory.people(cell)] == people


# One problem for each spelling


def test_a_spelling_is_one_problem_at_its_first_cell_that_lists_them_all() -> None:
    of = naming(
        "Ann Archer", "Rihcard Puleston", "rihcard puleston", "Ann Archer\nRihcard Puleston", "Ann Acher"
    )
    of = replace(of, actions=(action(owner="Rihcard Puleston"),))

    first, second = problems(of)

    assert (first.where.cell, first.ref, first.value) == ("Recommendations!P3", "R3", "Rihcard Puleston")
    assert "Recommendations!P3:P5; Actions!" in first.fix
    assert (second.where.cell, second.value) == ("Recommendations!P6", "Ann Acher")


def cell(address: str) -> CellRef:
    sheet, place = address.split("!")
    return CellRef(sheet, int(place[1:]), place[0], "Owner")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Actions!D7"], "Actions!D7"),
        (["Actions!D7", "Actions!D8"], "Actions!D7:D8"),
        (["Actions!D7", "Actions!D7", "Actions!D9", "Actions!D10", "Actions!D12"], "Actions!D7, D9:D10, D12"),
        (["Actions!D7", "Actions!E7", "Actions!D8", "Forward plan!J2"], "Actions!D7:D8, E7; Forward plan!J2"),
    ],
)
def test_addresses(cells: list[str], expected: str) -> None:
    assert addresses(map(cell, cells)) == expected


ROWS: Mapping[str, Sequence[Record]] = {
    "recommendations": [recommendation(director="Zachary Quill"), recommendation(leads="Zachary Quill")],
    "actions": [action(owner="Zachary Quill")],
    "date_changes": [date_change(date(2010, 7, 31), None, approved_by="Zachary Quill")],
    "updates": [update(supplied_by="Zachary Quill"), update(approved_by="Zachary Quill")],
    "assessments": [assessment(lead="Zachary Quill")],
    "forward_plan": [scheduled(lead="Zachary Quill")],
}


@pytest.mark.parametrize("sheet", ROWS)
def test_every_people_column_is_looked_at(sheet: str) -> None:
    for row in ROWS[sheet]:
        sheets: dict[str, Sequence[Record]] = {"officers": officers("Ann Archer"), sheet: [row]}
        of = tracker(None, **sheets)
        assert codes(of) == [("unknown-name", "Zachary Quill")]


def test_a_slip_from_two_officers_names_both() -> None:
    [problem] = problems(naming("Johan Smith", known=("Joan Smith", "Ann Archer", "John Smith")))
    assert "may be meant as “Joan Smith” or “John Smith”" in problem.message


def test_a_slip_from_many_officers_names_none() -> None:
    known = ("Jack Smith", "Jane Smith", "Joan Smith", "John Smith")
    assert codes(naming("J Smith", known=known)) == [("unknown-name", "J Smith")]


def test_of_two_unknown_spellings_the_less_used_one_names_the_other() -> None:
    of = naming("Zachary Quil", "Zachary Quill", "Zachary Quill", "Yolanda Quince")
    assert codes(of) == [
        ("name-spelt-two-ways", "Zachary Quil"),
        ("unknown-name", "Zachary Quill"),
        ("unknown-name", "Yolanda Quince"),
    ]
    assert "nor is “Zachary Quill”" in problems(of)[0].message


def test_of_two_unknown_spellings_used_as_often_the_first_is_taken_for_right() -> None:
    assert codes(naming("Zachary Quill", "Z Quill")) == [
        ("unknown-name", "Zachary Quill"),
        ("name-spelt-two-ways", "Z Quill"),
    ]


# Officers that say little


def test_blank_officers_are_one_problem() -> None:
    [problem] = problems(naming("Ann Archer", "Zachary Quill", known=()))
    assert (problem.code, problem.where.sheet, problem.where.cell) == ("no-officers", "Officers", None)


def test_a_tracker_without_names_needs_no_officers() -> None:
    assert problems(naming("", known=())) == []


def lost(*others: str, cells: Sequence[str], name: str = "") -> Tracker:
    """A tracker one of whose officers has lost the name, or has a date for it."""
    of = naming(*cells, known=others)
    unreadable = frozenset() if name else frozenset({"name"})
    nameless = build(Officer, {"name": name, "job_title": "Director", "unreadable": unreadable})
    return replace(of, officers=(*of.officers, nameless))


def test_an_officer_who_has_lost_the_name_is_one_problem_already() -> None:
    assert problems(lost("Ann Archer", cells=["Zachary Quill", "Zachary Quil", "Ann Archer"])) == []
    dated = lost("Ann Archer", cells=["Zachary Quill"], name="3 March 2010")
    turned = catalogue.TextTurnedIntoDate(shown="3 March 2010").at(dated.officers[-1].cell("name"))
    assert problems(dated, [turned]) == []
    assert problems(lost(cells=["Zachary Quill", "Ann Archer"])) == []
    assert len(problems(lost("Ann Archer", cells=["Zachary Quill", "Yolanda Quince"]))) == 2


def test_a_pasted_essay_is_one_unknown_name() -> None:
    [problem] = problems(naming("Everybody in the team " * 1000))
    assert problem.code == "unknown-name"
    assert len(problem.message) < 100


# Few false alarms


def listed(names: str) -> list[str]:
    return names.split()


ALIKE_GIVEN = listed("""
    John Jon Joan Joanne Joanna Jean Jane Jan Ian Iain Ann Anne Anna Hanna Hannah Mark Marc Mary Marie Maria Stephen
    Steven Stephan Philip Phillip Sara Sarah Clare Claire Lesley Leslie Eric Erica Paul Paula Carl Carol Christian
    Christina Graham Graeme Geoff Jeff
""")
ALIKE_SURNAMES = listed("""
    Smith Smyth Smythe Brown Browne Clark Clarke Reid Read Reed Allen Allan Davis Davies Thomson Thompson Johnson
    Johnston Lee Lea Moore Moor
""")
APART_GIVEN = listed("""
    Ahmed Beatrice Colin Deborah Edward Fatima George Harriet Ivan Judith Kenneth Louise Mohammed
""")
APART_SURNAMES = listed("""
    Adeyemi Blackwood Chaudhry Drummond Fitzgerald Greenhalgh Hargreaves O'Connor Patel Rowbotham
""")


def full_names(given: Sequence[str], surnames: Sequence[str]) -> list[str]:
    return [" ".join(pair) for pair in product(given, surnames)]


ALIKE = full_names(ALIKE_GIVEN, ALIKE_SURNAMES)
DISTINCT = full_names(APART_GIVEN, APART_SURNAMES)


def one_slip_of(name: str) -> Iterator[str]:
    """Misspellings of a name: each letter left out, doubled, changed, and transposed with the next."""
    for at, letter in enumerate(name):
        if letter == " ":
            continue
        other = string.ascii_lowercase[(ord(letter.lower()) - ord("a") + 7) % 26]
        following = name[at + 1 : at + 2]
        yield name[:at] + name[at + 1 :]
        yield name[:at] + letter + letter.lower() + name[at + 1 :]
        yield name[:at] + other + name[at + 1 :]
        if following.strip():
            yield name[:at] + following + letter + name[at + 2 :]


def test_officers_rightly_spelt_are_never_a_problem_however_alike() -> None:
    assert len(ALIKE) > 800
    cells = [f"{name}\n{name.upper()}; {name.replace(' ', '  ')}" for name in ALIKE]
    assert problems(naming(*cells, known=ALIKE)) == []


def test_officers_alike_are_told_apart_in_one_cell() -> None:
    for joined in (", ", " & ", " and "):
        cell = joined.join(("John Smith", "Joan Smith", "Jon Smyth"))
        assert [person.name for person in naming(known=ALIKE).people(cell)] == [
            "John Smith",
            "Joan Smith",
            "Jon Smyth",
        ]


def test_other_people_are_unknown_and_not_misspelt() -> None:
    known, others = DISTINCT[::2], DISTINCT[1::2]
    assert [code for code, _ in codes(naming(*others, known=known))] == ["unknown-name"] * len(others)


def test_every_slip_in_a_name_finds_its_officer_and_nobody_else() -> None:
    directory = Directory(officers(*DISTINCT))
    for name in DISTINCT[::5]:
        for typed in one_slip_of(name):
            if name_key(typed) != name_key(name):
                assert [officer.name for officer in directory.meant(typed)] == [name], typed


def test_a_slip_among_officers_alike_offers_the_right_one_among_others() -> None:
    directory = Directory(officers(*ALIKE))
    right = {name_key(name): name for name in ALIKE}
    for name in ALIKE[::40]:
        for typed in one_slip_of(name):
            meant = [officer.name for officer in directory.meant(typed)]
            assert meant == [right[name_key(typed)]] if name_key(typed) in right else name in meant, typed
