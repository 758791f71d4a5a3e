"""A report in Welsh says so where no translator has seen its words, or they are English still."""

from audit_report import catalogue
from audit_report.model.records import ReportText, StatusCriteria
from audit_report.model.vocabulary import Language
from audit_report.model.wording import PLACEHOLDER, shipped_in_welsh, shipped_places
from audit_report.problems import Problem
from tests.builders import build, shipped_annex1, tracker
from tests.checks import told
from tests.report.registers import rich

BOTH = (catalogue.WelshIsDraft, catalogue.EnglishInWelsh)
WELSH = {"language": Language.WELSH}


def rows(words: dict[str, str]) -> tuple[ReportText, ...]:
    return tuple(build(ReportText, {"place": place, "text": rich(text)}) for place, text in words.items())


def counted(found: list[Problem]) -> list[int]:
    return [each.mistake.count for each in found if isinstance(each.mistake, catalogue.WelshIsDraft)]


def test_in_english_nothing_is_told() -> None:
    assert told(tracker({}, annex1=shipped_annex1()), BOTH) == []


def test_shipped_words_are_counted_until_a_council_has_its_own() -> None:
    shipped = rows({"Label Source": "Source:", "Label Reasons": "Reasons:"})
    [unseen] = counted(told(tracker(WELSH, report_text=shipped), BOTH))
    own = rows({"Label Source": "Daw o:", "Label Reasons": "Reasons:"})
    assert counted(told(tracker(WELSH, report_text=own), BOTH)) == [unseen - 1]
    everything = rows({name: f"{' '.join(place.text)}!" for name, place in shipped_places().items()})
    assert counted(told(tracker(WELSH, report_text=everything), BOTH)) == []


def test_the_criteria_that_are_english_still_are_named_by_their_cells() -> None:
    red = build(StatusCriteria, {"status": "Red", "label": "Coch", "criteria": "Ddim ar y trywydd cywir."})
    found = told(tracker(WELSH, annex1=shipped_annex1(), annex2=(red,)), BOTH)
    assert [each.code for each in found] == ["welsh-is-draft", "english-in-welsh"]
    assert found[1].where.sheet == "Annex 1"


def test_every_place_is_in_both_languages_with_the_same_placeholders() -> None:
    assert list(shipped_in_welsh()) == list(shipped_places())
    for name, place in shipped_places().items():
        english, welsh = " ".join(place.text), " ".join(shipped_in_welsh()[name])
        assert set(PLACEHOLDER.findall(welsh)) == set(PLACEHOLDER.findall(english)), name
        assert len(shipped_in_welsh()[name]) == len(place.text)
