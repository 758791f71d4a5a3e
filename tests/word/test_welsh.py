"""A whole report in Welsh, by filling in the workbook's own sheets: nothing of the shipped words is left."""

import re
from dataclasses import replace
from functools import cache

from audit_report.model.records import ReportText
from audit_report.model.tracker import Tracker
from audit_report.word import render
from tests.report.northshire import northshire
from tests.report.registers import make, rich
from tests.report.test_report import composed
from tests.report.translated import WELSH_MONTHS, translated, wide
from tests.word.accessibility.opened import Opened, values

_SAID = (
    "//w:t/text()", "//w:tblCaption/@w:val", "//wp:docPr/@*[not(name()='id')]", "//a:t/text()", "//c:v/text()",
    "//dc:title/text()", "//dc:subject/text()", "//dc:creator/text()",
)  # fmt: skip
"""Where a document keeps what is seen or read out."""


@cache
def welsh() -> Opened:
    return opened(translated(northshire()))


def opened(of: Tracker) -> Opened:
    return Opened.of(render(composed(of)))


def said(document: Opened) -> list[str]:
    parts = (part for name, part in document.parts.items() if name.startswith(("word/", "docProps/core")))
    return [words for part in parts for path in _SAID for words in values(part, path)]


def english(document: Opened) -> set[str]:
    """What has a small letter of the common alphabet, but for the months."""
    return {words for words in said(document) if re.search("[a-z]", WELSH_MONTHS.sub("", words))}


def test_no_english_is_left() -> None:
    assert english(welsh()) == set()
    assert wide("At a glance") in said(welsh())


def test_a_place_not_filled_in_has_the_shipped_welsh_and_so_has_one_in_the_shipped_english() -> None:
    whole = translated(northshire())
    text = [row for row in whole.report_text if row.place not in ("Label Reasons", "Timeline title")]
    text.append(make(ReportText, place="Label Reasons", text=rich("Reasons:")))
    assert english(opened(replace(whole, report_text=tuple(text)))) == {
        "Rhesymau:",
        "Y misoedd y gall pob un ddigwydd ynddynt",
    }


def test_its_months_are_welsh() -> None:
    everything = " ".join(said(welsh()))
    assert "30 Ebrill 2010" in everything
    assert {"Mawrth", "Mehefin", "Mai"} <= set(WELSH_MONTHS.findall(everything))


def test_its_language_is_welsh_throughout() -> None:
    document = welsh()
    assert values(document.styles, "w:docDefaults//w:lang/@w:val") == ["cy-GB"]
    assert values(document.parts["docProps/core.xml"], "dc:language/text()") == ["cy-GB"]
    assert {each for chart in document.charts for each in values(chart, "c:lang/@val | //@lang")} == {"cy-GB"}
