"""The people of their cells parted, and the officers that they become."""

from pathlib import Path

from tests.bring_in.layouts import SIMPLE
from tests.bring_in.outcomes import register, rows


def test_people_are_parted_and_officers_filled(tmp_path: Path) -> None:
    header, first, second = SIMPLE
    table = [
        header,
        (*first[:3], "Ann Archer (Head of Revenues); Ben Baker", *first[4:]),
        (*second[:3], "Cat Cole <cat.cole@example.gov.uk>", *second[4:]),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Recommendations", "Delivery leads") == [("Ann Archer\nBen Baker",), ("Cat Cole",)]
    assert rows(outcome, "Officers", "Name", "Job title", "Email") == [
        ("Ann Archer", "Head of Revenues", None),
        ("Ben Baker", None, None),
        ("Cat Cole", None, "cat.cole@example.gov.uk"),
    ]


def test_a_list_exported_with_ids_and_html_is_read_as_it_shows(tmp_path: Path) -> None:
    table = [
        ("ID", "Recommendation", "Assigned To", "Comments"),
        (
            "17",
            "Reconcile the account",
            "Ann Archer;#12;#Ben Baker;#14",
            "<div><p>Started &amp; tested</p></div>",
        ),
    ]
    outcome = register(tmp_path, table)
    assert rows(outcome, "Recommendations", "Recommendation ref", "Delivery leads") == [
        ("R-17", "Ann Archer\nBen Baker")
    ]
    assert rows(outcome, "Progress updates", "Latest progress") == [("Started & tested",)]
