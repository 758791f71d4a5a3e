from collections.abc import Iterator
from datetime import date

import pytest

from audit_report.model.assessed import RatedRecommendation, Reason
from audit_report.model.records import Assessment, ProgressUpdate
from audit_report.model.scales import Colour, Status
from audit_report.model.vocabulary import ImpactArea, SinceLast
from audit_report.report import recommendation_box
from audit_report.report.blocks import Block, Box, Cell, Labelled, Prose
from audit_report.report.context import MOVED_DATES
from audit_report.report.section_b import critical
from audit_report.report.section_c import exceptions
from audit_report.schema.rich_text import plain
from tests.report.reading import cell, of_type, only, outline, said
from tests.report.registers import (
    APRIL,
    JANUARY,
    make,
    material,
    move,
    rated,
    rated_action,
    recommendation,
    tracker,
    update,
)
from tests.shipped_scale import PlanStatus, Priority

RED, GREEN = PlanStatus.RED, PlanStatus.GREEN


def section_b(*recommendations: RatedRecommendation) -> list[Block]:
    return list(critical(material(recommendations=recommendations)))


def box_of(of: RatedRecommendation) -> list[str]:
    return [cell(each) for each in only(Box, section_b(of)).facts]


def test_the_box_of_a_recommendation() -> None:
    other = "Annual Performance Assessment / OFSTED"
    assert box_of(rated(recommendation(other_assessments=other))) == [
        "Recommendation: Recruit enough social workers",
        "Improvement Plan Status: Green (on track)",
        "Source: Organisational Assessment",
        "Priority: Critical (service)",
        f"Other relevant assessments: {other}",
        "Since last report: First report",
    ]


def test_a_fact_without_lines_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def facts(*_: object) -> Iterator[Cell]:
        yield Cell((plain("Recruit"),), "Recommendation:")
        yield Cell((), "Lead member:")
        yield Cell((plain("Red"),), "Status:")

    monkeypatch.setattr(recommendation_box, "_facts", facts)
    assert box_of(rated()) == ["Recommendation: Recruit", "Status: Red"]


def test_the_status_alone_is_coloured() -> None:
    box = only(Box, section_b(rated(status=RED)))
    assert [each.rating for each in box.facts] == [None, Colour.RED] + [None] * 4
    assert box.title == "Recommendation R1: source, status and priority"


def test_a_value_whose_words_are_blank_still_has_its_line() -> None:
    of = tracker(text={"Since last first": "{previous_as_at}"})
    box = only(Box, list(critical(material(of, recommendations=[rated()]))))
    assert cell(box.facts[5]) == "Since last report:"
    assert len(box.facts[5].lines) == 1


def test_nothing_in_a_box_is_empty() -> None:
    blank = recommendation(text="", source_assessment="", director="", leads="")
    assert box_of(rated(blank, priority=Priority.CRITICAL))[0] == "Recommendation: Not stated"
    assert box_of(rated(blank))[::2] == [
        "Recommendation: Not stated",
        "Source: Not stated",
        "Other relevant assessments: None",
    ]
    assert [each.value for each in of_type(Labelled, section_b(rated(blank)))] == ["Not stated", "Not stated"]


def test_a_source_that_is_not_found_prints_as_typed() -> None:
    assert box_of(rated(recommendation(source_assessment="XX9")))[2] == "Source: XX9"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("oa", "Organisational Assessment"),
        ("OFSTED\nOA", "OFSTED\nOrganisational Assessment"),
        ("OA; OFSTED, P-1", "Organisational Assessment; OFSTED, Use of Resources"),
        ("OFSTED / OA", "OFSTED / Organisational Assessment"),
        ("OAK inspection", "OAK inspection"),
        ("Schools, Children and Families", "Schools, Children and Families"),
        ("Schools", "The Schools Assessment"),
        ("OA; Schools", "Organisational Assessment; The Schools Assessment"),
        ("OFSTED, oa", "OFSTED, oa"),
        ("IA 23/24 017, OFSTED", "Internal Audit, OFSTED"),
        ("OFSTED / IA 23/24 017", "OFSTED / Internal Audit"),
        ("OA/OFSTED", "Organisational Assessment/OFSTED"),
    ],
)
def test_refs_among_the_other_assessments_print_as_names(typed: str, printed: str) -> None:
    organisational = make(Assessment, ref="OA", name="Organisational Assessment")
    part = make(Assessment, ref="P-1", name="Use of Resources", part_of="OA")
    word = make(Assessment, ref="Schools", name="The Schools Assessment")
    slashed = make(Assessment, ref="IA 23/24 017", name="Internal Audit")
    listed = [rated(recommendation(other_assessments=typed))]
    four = tracker(assessments=[organisational, part, word, slashed])
    blocks = critical(material(four, recommendations=listed))
    assert said(only(Box, blocks).facts[4].lines) == printed


@pytest.mark.parametrize(
    ("areas", "printed"),
    [
        ([], "Critical (as recorded)"),
        ([ImpactArea.FINANCIAL], "Critical (financial)"),
        ([ImpactArea.SERVICE, ImpactArea.PEOPLE], "Critical (service and people)"),
        (list(ImpactArea), "Critical (financial, service, reputation and people)"),
    ],
)
def test_the_areas_that_set_the_priority(areas: list[ImpactArea], printed: str) -> None:
    assert box_of(rated(areas=areas))[3] == f"Priority: {printed}"


@pytest.mark.parametrize(
    ("since_last", "earlier", "printed"),
    [
        (SinceLast.FIRST, None, "First report"),
        (SinceLast.NEW, None, "New"),
        (SinceLast.SAME, GREEN, "No change"),
        (SinceLast.IMPROVED, RED, "Improved from Red"),
        (SinceLast.WORSENED, GREEN, "Worsened from Green"),
        (SinceLast.UNKNOWN, None, "Not known"),
    ],
)
def test_since_the_last_report(since_last: SinceLast, earlier: Status | None, printed: str) -> None:
    of = rated(since_last=since_last, last_status=earlier)
    assert box_of(of)[5] == f"Since last report: {printed}"


def test_what_follows_the_box_of_a_green_one() -> None:
    of = rated(
        recommendation(director="Ann Archer\nBen Baker\nCas Cole"), latest=update("It goes well.\n• Really")
    )
    assert list(outline(section_b(of)))[2:] == [
        "### Recommendation R1",
        "[Recommendation R1: source, status and priority]",
        "Latest progress (20 April 2010): It goes well.\n• Really",
        "Director accountable: Ann Archer, Ben Baker and Cas Cole",
        "Delivery Lead: Ben Baker",
    ]


def test_what_follows_the_box_of_a_red_one() -> None:
    late: dict[str, str | int | date] = {
        "ref": "R1.1",
        "action": "Run the\ncampaign",
        "due_date": date(2010, 3, 31),
        "days": 30,
    }
    reasons = [Reason("Reason no plan", undated=True), Reason("Reason overdue", late)]
    of = rated(recommendation(leads="Ben Baker and Cas Cole"), status=RED, reasons=reasons, latest=update())
    assert list(outline(section_b(of)))[4:] == [
        "Reasons:",
        (
            "• No improvement plan is in place.\n"
            "• Action R1.1 was due by 31 March 2010 and is 30 days late: Run the campaign"
        ),
        "Latest progress (20 April 2010): Work goes on.",
        "Director accountable: Ann Archer",
        "Delivery Lead(s): Ben Baker and Cas Cole",
    ]


@pytest.mark.parametrize("approved", [None, date(2010, 5, 1)])
def test_an_update_not_yet_approved_says_so(approved: date | None) -> None:
    progress = of_type(Prose, section_b(rated(latest=update(approved=approved))))[-1]
    assert [line.text for line in progress.lines] == [
        "Work goes on.",
        "Not yet approved by the accountable director",
    ]
    assert [run.italic for line in progress.lines for run in line.runs] == [False, True]


def test_an_update_that_the_last_report_had_says_so() -> None:
    of = material(recommendations=[rated(latest=update())], previous=date(2010, 4, 25))
    progress = of_type(Prose, critical(of))[-1]
    assert [line.text for line in progress.lines] == ["Work goes on.", "No update since the last report"]


def test_no_update_says_so() -> None:
    assert list(outline(section_b(rated())))[4] == "Latest progress: No progress update has been supplied."


def test_names_are_printed_without_job_titles() -> None:
    assert "Director of Children" not in "".join(outline(section_b(rated(latest=update()))))


def test_each_section_prints_its_own_in_workbook_order() -> None:
    records = [
        rated(recommendation(ref="R1"), priority=Priority.MAJOR, status=RED),
        rated(recommendation(ref="R2")),
        rated(recommendation(ref="R3"), priority=Priority.MODERATE),
        rated(recommendation(ref="R4"), status=RED),
        rated(recommendation(ref="R5"), current=False),
    ]
    of = material(recommendations=records)
    assert [box.title.split()[1] for box in of_type(Box, critical(of))] == ["R2:", "R4:"]
    assert [box.title.split()[1] for box in of_type(Box, exceptions(of))] == ["R1:"]


def test_the_source_of_a_part_names_its_whole() -> None:
    whole = make(Assessment, ref="W", name="Organisational Assessment")
    part = make(Assessment, ref="P", name="Use of Resources", part_of="W")
    of = tracker(assessments=[whole, part])
    from_part = rated(recommendation(source_assessment="P"))
    box = only(Box, list(critical(material(of, recommendations=[from_part]))))
    assert said(box.facts[2].lines) == "Organisational Assessment: Use of Resources"


def test_nil_returns() -> None:
    assert (
        list(outline(critical(material())))[-1]
        == "As at 30 April 2010, no current recommendation reported here is critical."
    )
    assert list(outline(exceptions(material())))[-1] == (
        "There is nothing to report on the information held as at 30 April 2010."
    )


def test_an_update_that_is_word_for_word_the_last_reports_is_told_as_that() -> None:
    before = update("• The work  goes on.", day=date(2010, 1, 20))
    now, other = update("The work goes on."), update("The work went on.")

    def progress(latest: ProgressUpdate) -> list[str]:
        of = tracker(updates=[before, latest])
        blocks = critical(material(of, recommendations=[rated(latest=latest)], previous=JANUARY))
        return [line.text for each in of_type(Prose, blocks) for line in each.lines]

    assert "Word for word the update of the last report" in progress(now)
    assert "Word for word the update of the last report" not in progress(other)


def test_a_reason_leads_to_the_dates_that_have_moved() -> None:
    reason = Reason("Reason moved often", {"ref": "R1.1", "action": "Run the campaign", "moves": 2})

    def leads(approved: date) -> list[str]:
        moved = rated_action(APRIL, move(date(2010, 6, 30), approved), reasons=[reason])
        of = rated(status=RED, reasons=[reason], actions=[moved])
        prose = of_type(Prose, critical(material(recommendations=[of], previous=JANUARY)))
        return [run.within for each in prose for line in each.lines for run in line.runs if run.within]

    assert leads(date(2010, 3, 1)) == [MOVED_DATES]
    assert leads(date(2010, 1, 1)) == []
