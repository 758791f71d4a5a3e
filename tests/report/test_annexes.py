from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.scales import Colour, Shade
from audit_report.report.annexes import annexes
from audit_report.report.blocks import Grid
from tests.report.reading import of_type, outline, table
from tests.report.registers import make, material, tracker


def test_a_row_a_level_with_a_paragraph_an_area() -> None:
    annex1, annex2 = of_type(Grid, annexes(material()))
    assert annex1.header == annex2.header == ("Risk rating", "Assessment rationale")
    assert table(annex1)[0] == [
        "Critical",
        (
            "Financial: Critical loss.\nService: Critical for services.\n"
            "Reputation: Critical for reputation.\nPeople: Critical for people."
        ),
    ]
    assert [row[0].rating for row in annex1.rows] == list(Shade)
    assert table(annex2) == [["Red (not on track)", "Not on track."], ["Green (on track)", "On track."]]
    assert [row[0].rating for row in annex2.rows] == [Colour.RED, Colour.GREEN]


def test_rows_with_gaps_still_print() -> None:
    rows = [make(PriorityCriteria, level="Major", people="Hurt.\n\nBadly."), make(PriorityCriteria)]
    annex1, annex2 = of_type(Grid, annexes(material(tracker(annex1=rows, annex2=[make(StatusCriteria)]))))
    assert table(annex1) == [["Major", "People: Hurt.\nBadly."], ["Not stated", "Not stated"]]
    assert table(annex2) == [["Not stated", "Not stated"]]


def test_criteria_that_begin_with_their_area_keep_their_own_words() -> None:
    rows = [make(PriorityCriteria, level="Major", people="People are hurt.", service="SERVICE: late.")]
    annex1, _ = of_type(Grid, annexes(material(tracker(annex1=rows))))
    assert table(annex1) == [["Major", "SERVICE: late.\nPeople: People are hurt."]]


def test_sheets_without_rows() -> None:
    assert list(outline(annexes(material(tracker(annex1=[], annex2=[]))))) == [
        "## Annex 1",
        "Criteria used for assessing priority of performance issues",
        "None",
        "## Annex 2",
        "Criteria used for rating the status of improvement activity",
        "None",
        "The priorities and statuses in this report rest on what the tracker says as at 30 April 2010.",
    ]
