"""Cells that could be read and are hardly meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from audit_report import catalogue
from audit_report.cell_refs import Layout, RowRef
from audit_report.model.records import Officer, ReportText
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.schema.record import Record
from audit_report.schema.rich_text import Line, Run, plain
from tests.builders import (
    action,
    assessment,
    build,
    date_change,
    recommendation,
    scheduled,
    tracker,
    update,
)
from tests.checks import told
from tests.shipped_scale import Priority

SETTINGS: dict[str, object] = dict.fromkeys(
    ("authority", "short_name", "service", "committee", "report_title"), "Northshire"
)


def problems(of: Tracker) -> list[Problem]:
    return told(of, (catalogue.NoWords, catalogue.SeldomBlank, catalogue.LinkLeftOut))


def found(**sheets: Sequence[Record]) -> list[tuple[str, str | None]]:
    return said(tracker(SETTINGS, **sheets))


def said(of: Tracker) -> list[tuple[str, str | None]]:
    return [(each.code, each.where.header) for each in problems(of)]


def linked(*addresses: str) -> Sequence[Line]:
    return tuple(Line((Run("the plan", link=address),)) for address in addresses)


@pytest.mark.parametrize(
    "address",
    [
        "ms-msdt:/id",
        "file:///c:/plan.docx",
        "javascript:alert(1)",
        "plan.docx",
        "#Actions!A1",
        " https://a.example",
    ],
)
def test_a_link_that_nobody_may_follow_is_told(address: str) -> None:
    text = (*linked("https://example.org/a"), *linked(address))
    assert found(updates=[update(progress=text)]) == [("link-left-out", "Latest progress")]
    assert [each.code for each in problems(tracker(SETTINGS, updates=[update(progress=text)]))] == [
        "link-left-out"
    ]


@pytest.mark.parametrize(
    "address", ["https://example.org", "HTTP://example.org/a b", "mailto:ann@example.org"]
)
def test_a_page_and_an_email_address_may_be_linked_to(address: str) -> None:
    assert found(updates=[update(progress=linked(address))]) == []


def text_of(place: str, text: str) -> ReportText:
    return build(ReportText, {"place": place, "text": (plain(text),)})


@pytest.mark.parametrize(
    ("sheets", "header"),
    [
        ({"recommendations": [recommendation(text="7")]}, "Recommendation"),
        ({"recommendations": [recommendation(reason_differs="…")]}, "Reason priority differs"),
        ({"actions": [action(text="---")]}, "Action"),
        ({"actions": [action(evidence="?")]}, "Evidence"),
        ({"date_changes": [date_change(None, None, reason=".")]}, "Reason"),
        ({"updates": [update(progress=(plain("12"), plain("13")))]}, "Latest progress"),
        ({"assessments": [assessment(name="2010")]}, "Assessment"),
        ({"forward_plan": [scheduled(body="1")]}, "Assessing body"),
        ({"report_text": [text_of("Context", "7")]}, "Text"),
    ],
)
def test_a_text_without_a_letter_is_no_text(sheets: dict[str, Sequence[Record]], header: str) -> None:
    assert found(**sheets) == [("no-words", header)]


@pytest.mark.parametrize(
    "sheets",
    [
        {"recommendations": [recommendation(text="Ymchwil"), recommendation(text="研究")]},
        {"assessments": [assessment(score="3/4")], "forward_plan": [scheduled(rating="2", period="2009-10")]},
        {"updates": [update(progress=(plain("2010"), plain("Done")))]},
        {"report_text": [text_of("Joining word", "&"), text_of("Not stated", "–")]},
        {"recommendations": [recommendation(reason_differs="N/A")]},
    ],
)
def test_words_of_any_language_marks_and_figures_where_they_serve(
    sheets: dict[str, Sequence[Record]],
) -> None:
    assert found(**sheets) == []


def test_report_details_need_words_too() -> None:
    assert said(tracker(SETTINGS | {"committee": "12"})) == [("no-words", "Committee")]


def rows(blank: int, filled: int, **facts: object) -> list[Record]:
    """Recommendations of which some have no directorate."""
    names = [""] * blank + ["Finance"] * filled
    return [recommendation(ref=f"R{number}", directorate=name, **facts) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("blank", "filled", "times"), [(1, 3, 1), (1, 2, 0), (2, 6, 1), (3, 6, 0), (4, 0, 0), (0, 4, 0)]
)
def test_a_blank_in_a_few_rows_of_many_is_told_once(blank: int, filled: int, times: int) -> None:
    assert found(recommendations=rows(blank, filled)) == [("seldom-blank", "Directorate")] * times


def officer(row: int, title: str) -> Officer:
    """An officer of a row of the sheet, who has everything but perhaps a job title."""
    facts: dict[str, object] = {"job_title": title, "directorate": "Finance", "email": "a@b.example"}
    return replace(
        build(Officer, facts | {"name": f"Officer {row}x"}),
        source=RowRef(Layout("Officers", {"Job title": "B"}), row),
    )


def test_the_cells_are_named_up_to_a_number() -> None:
    titles = [""] * 10 + ["Head"] * 40
    officers = [officer(row, title) for row, title in enumerate(titles, start=2)]
    (problem,) = problems(tracker(SETTINGS, officers=officers))

    assert problem.message == (
        "Job title is blank in Officers!B2:B9 and 2 more, where the other 40 rows have it."
    )


def test_an_impact_is_expected_only_where_another_is_given() -> None:
    by_money = recommendation(ref="R9", loss=100.0, service_impact=None)
    one_short = recommendation(ref="R8", service_impact=None, people_impact=Priority.MAJOR)
    usual = [recommendation(ref=f"R{number}", people_impact=Priority.MAJOR) for number in range(4)]

    assert found(recommendations=[*usual, by_money]) == []
    assert found(recommendations=[*usual, one_short]) == [("seldom-blank", "Service impact")]


def test_of_updates_only_those_that_a_later_one_has_taken_over_from() -> None:
    def on(month: int, **facts: object) -> Record:
        return update(day=date(2010, month, 1), approved_by="Ann Archer", **facts)

    recommendations = [recommendation()]
    older = [on(1), on(2), on(3, approved=None), on(4)]
    assert found(recommendations=recommendations, updates=[*older, update(approved_by="Ann Archer")]) == [
        ("seldom-blank", "Approved on")
    ]
    assert (
        found(recommendations=recommendations, updates=[on(1), on(2), on(3), on(4), update(approved=None)])
        == []
    )
