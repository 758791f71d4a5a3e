"""A report beside the same report built again: every forgery is named, and a save is no edit."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_report.answers.verification import compared
from audit_report.rules.headline_figures import Headline
from audit_report.word import HouseStyle, read_house_style, render
from tests.word.forgeries import FORGERIES, Forgery
from tests.word.houses import add_logo, house
from tests.word.samples import CHARTED, DRAFT, PROVENANCE, REPORT, WELSH
from tests.word.saved_again import IMITATIONS, all_of_it
from tests.word.tampering import Parts
from tests.word.test_made_from import HARD_WORDS, saved_by_libreoffice

WHOLE = replace(
    REPORT,
    parts=(*REPORT.parts[:-1], *CHARTED.parts, REPORT.parts[-1]),
    provenance=replace(PROVENANCE, headline=Headline(8, 6, 1, 7, 0)),
)
BUILT = render(WHOLE)
NO_SAVE_LEAVES = {"a decoy body", "a body twice", "a font of its own", "another header"}
"""Forgeries of what a save, or its imitation, writes anew or renames."""


def changes(change: Callable[[Parts], None]) -> tuple[str, ...]:
    parts = Parts(BUILT)
    change(parts)
    packed = parts.packed()
    assert packed != BUILT
    return compared(packed, BUILT, same_program=True).changes


@pytest.mark.parametrize("forgery", FORGERIES, ids=[each.name for each in FORGERIES])
def test_a_forgery_is_found_and_named(forgery: Forgery) -> None:
    found = changes(forgery.forge)
    assert found
    assert forgery.told in "\n".join(found)


SURVIVING = [each for each in FORGERIES if each.name not in NO_SAVE_LEAVES]


@pytest.mark.parametrize("forgery", SURVIVING, ids=[each.name for each in SURVIVING])
def test_a_forgery_is_found_after_a_save_too(forgery: Forgery) -> None:
    def forge_and_save(parts: Parts) -> None:
        forgery.forge(parts)
        all_of_it(parts)

    assert changes(forge_and_save)


@pytest.mark.parametrize("save", [*IMITATIONS, all_of_it], ids=lambda save: save.__name__)
def test_an_imitation_of_a_save_by_word_is_no_edit(save: Callable[[Parts], None]) -> None:
    assert changes(save) == ()


def logo_house(folder: Path) -> HouseStyle:
    made = house()
    add_logo(made)
    made.save(str(folder / "house.docx"))
    return read_house_style(folder / "house.docx")


def test_a_save_by_libreoffice_is_no_edit(tmp_path: Path, soffice: Path) -> None:
    reports = {
        "whole": BUILT,
        "hard": render(HARD_WORDS),
        "draft": render(DRAFT),
        "welsh": render(WELSH),
        "house": render(WHOLE, logo_house(tmp_path)),
    }
    for name, content in reports.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    saved = saved_by_libreoffice([tmp_path / f"{name}.docx" for name in reports], soffice)
    for built, path in zip(reports.values(), saved, strict=True):
        found = compared(path.read_bytes(), built, same_program=True)
        assert (path.name, found.changes) == (path.name, ())
        assert found.losses


def test_the_same_report_differs_in_nothing() -> None:
    assert compared(BUILT, BUILT, same_program=True).changes == ()
    assert changes(lambda parts: parts.update(dict(sorted(parts.items(), reverse=True)))) == ()


PIECES = {name: re.findall(r"<[^>]*>|[^<]+", content.decode()) for name, content in Parts(BUILT).items()}


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_part_that_is_spoilt_is_a_difference_or_none_and_never_a_fault(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PIECES)))
    pieces = list(PIECES[name])
    place = data.draw(st.integers(0, len(pieces) - 1))
    spoilt = data.draw(
        st.sampled_from(["", "<", pieces[place] * 2, pieces[0], re.sub('"[^"]*"', '"1e999"', pieces[place])])
    )
    pieces[place] = spoilt
    parts = Parts(BUILT)
    parts[name] = "".join(pieces).encode()
    compared(parts.packed(), BUILT, same_program=True)
