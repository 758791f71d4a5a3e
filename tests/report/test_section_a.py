from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from audit_report.model.records import Assessment
from audit_report.report.blocks import Grid
from audit_report.report.section_a import overview
from tests.report.reading import column, only, outline, table
from tests.report.registers import make, material, on, rich, tracker, when


def grid_of(*assessments: Assessment) -> Grid:
    return only(Grid, overview(material(tracker(assessments=assessments))))


def assessment(ref: str, part_of: str = "", **values: object) -> Assessment:
    return make(Assessment, ref=ref, name=f"Assessment {ref}", part_of=part_of, **values)


def names(*assessments: Assessment) -> list[str]:
    return column(grid_of(*assessments), "Inspection/assessment")


def test_an_assessment_in_full() -> None:
    grid = grid_of(
        assessment(
            "A",
            body="Audit Commission",
            lead="Ann Archer\nBen Baker",
            reported=when("December 2009\n(draft)"),
            score="2 out of 4\n(Adequate)",
            arrangements=rich("• Plan\n• Quarterly checks"),
            milestones=rich("Fieldwork July 2010"),
        )
    )
    assert grid.header == (
        "Inspection/assessment",
        "Assessing body",
        "NCC Lead",
        "Report date",
        "Score/Summary",
        "Arrangements to address issues",
        "Upcoming Milestones",
    )
    assert table(grid) == [
        [
            "Assessment A",
            "Audit Commission",
            "Ann Archer\nDirector of Children\nBen Baker\nHead of Service",
            "December 2009\n(draft)",
            "2 out of 4\n(Adequate)",
            "• Plan\n• Quarterly checks",
            "Fieldwork July 2010",
        ]
    ]


def test_blank_cells_say_so() -> None:
    [row] = table(grid_of(assessment("A")))
    assert row[1:] == ["Not stated", "Not stated", "Not stated", "Not stated", "None", "None"]


def test_a_true_date_prints_in_words_and_an_unknown_one_as_typed() -> None:
    dates = column(
        grid_of(assessment("A", reported=on(date(2009, 12, 9))), assessment("B", reported=when("TBC"))),
        "Report date",
    )
    assert dates == ["9 December 2009", "TBC"]


def test_a_lead_who_is_no_officer_prints_alone() -> None:
    assert column(grid_of(assessment("A", lead="Zoe Zander")), "NCC Lead") == ["Zoe Zander"]


def test_a_group_stands_above_its_parts_wherever_they_are() -> None:
    parts = assessment("P1", "G"), assessment("A"), assessment("G"), assessment("P2", "g ")
    assert names(*parts) == [
        "Assessment A",
        "Assessment G, comprising of;",
        "• Assessment P1",
        "• Assessment P2",
    ]


def test_a_group_points_down_to_what_its_parts_have_and_an_undated_part_up() -> None:
    group = assessment("G", reported=when("December 2009"))
    part = assessment("P", "G", score="2 out of 4", milestones=rich("Fieldwork in July"))
    rows = table(grid_of(group, part))
    assert rows[0][3:] == ["December 2009", "See below", "None", "See below"]
    assert rows[1][3] == "(Please see above)"


def test_a_group_and_its_parts_never_point_at_each_other() -> None:
    group, part = table(grid_of(assessment("G"), assessment("P", "G")))
    assert group[1:] == part[1:] == ["Not stated", "Not stated", "Not stated", "Not stated", "None", "None"]


def test_a_group_without_a_body_or_a_lead_names_those_of_its_parts_each_once() -> None:
    parts = (
        assessment("P", "G", body="Ofsted", lead="Ben Baker\nAnn Archer"),
        assessment("Q", "G", body="Ofsted", lead="Ben Baker"),
        assessment("R", "G", body="Audit Commission"),
    )
    rows = table(grid_of(assessment("G"), *parts))
    assert rows[0][1:3] == ["Ofsted and Audit Commission", "Ben Baker\nAnn Archer"]


def test_own_values_of_a_group_and_a_part_are_printed() -> None:
    group = assessment("G", body="Audit Commission", reported=when("December 2009"))
    part = assessment("P", "G", reported=when("May 2010"))
    rows = table(grid_of(group, part))
    assert rows[0][1:4] == ["Audit Commission", "Not stated", "December 2009"]
    assert rows[1][3] == "May 2010"


def test_a_part_that_is_a_group_too() -> None:
    grid = grid_of(
        assessment("G", reported=when("May 2010")),
        assessment("S", "G"),
        assessment("P", "S", body="Ofsted"),
        assessment("Q", "G"),
    )
    assert column(grid, "Inspection/assessment") == [
        "Assessment G, comprising of;",
        "• Assessment S, comprising of;",
        "• Assessment P",
        "• Assessment Q",
    ]
    assert column(grid, "Report date") == ["May 2010"] + ["(Please see above)"] * 3
    assert column(grid, "Assessing body") == ["See below", "Ofsted", "Ofsted", "Not stated"]


def test_what_is_not_for_the_overview_is_left_out() -> None:
    assert names(assessment("A", in_overview=False), assessment("B")) == ["Assessment B"]


def test_a_group_whose_parts_are_hidden_is_a_row_like_any_other() -> None:
    assert names(assessment("G"), assessment("P", "G", in_overview=False)) == ["Assessment G"]


def test_the_parts_of_a_hidden_whole_stand_under_the_next_shown_one_or_alone() -> None:
    hidden = assessment("H", in_overview=False), assessment("P", "H")
    assert names(*hidden) == ["Assessment P"]
    nested = assessment("G"), assessment("H", "G", in_overview=False), assessment("P", "H")
    assert names(*nested) == ["Assessment G, comprising of;", "• Assessment P"]


def test_recommendations_reported_elsewhere_are_told_where_arrangements_are_blank() -> None:
    routed = assessment("A", reported_through="Corporate\nFinance")
    typed = assessment(
        "B", reported_through="Corporate Finance", arrangements=rich("See the finance report.")
    )
    assert column(grid_of(routed, typed), "Arrangements to address issues") == [
        "Recommendations are reported through Corporate Finance.",
        "See the finance report.",
    ]


def test_parts_are_reported_where_their_whole_is() -> None:
    arrangements = column(
        grid_of(assessment("G", reported_through="Finance"), assessment("P", "G")),
        "Arrangements to address issues",
    )
    assert arrangements == ["Recommendations are reported through Finance."] * 2


def test_nothing_to_show() -> None:
    of = tracker(assessments=[assessment("A", in_overview=False)])
    assert list(outline(overview(material(of)))) == [
        "## A: Overview of recent external assessment / audit activity and high level findings",
        "The tracker holds no recent external audit or assessment to report.",
    ]


REFS = st.sampled_from(["", "A", "B", "C", "D", "E", "no such"])


@given(st.lists(st.tuples(REFS, st.booleans()), min_size=5, max_size=5))
def test_every_shown_assessment_prints_once_whatever_is_part_of_what(wholes: list[tuple[str, bool]]) -> None:
    assessments = [
        make(Assessment, ref=ref, name=ref, part_of=whole, in_overview=shown)
        for ref, (whole, shown) in zip("ABCDE", wholes, strict=True)
    ]
    grids = [
        block for block in overview(material(tracker(assessments=assessments))) if isinstance(block, Grid)
    ]
    printed = [row[0].removeprefix("• ")[0] for grid in grids for row in table(grid)]
    assert sorted(printed) == [each.ref for each in assessments if each.in_overview]
