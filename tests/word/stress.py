"""Registers that strain the layout: very long, very many, unbroken, or nothing at all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import cycle, islice

from audit_report.model.records import Action, Assessment, Officer, ScheduledAssessment
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress
from tests.report.northshire import northshire
from tests.report.registers import OFFICERS, make, recommendation, rich, tracker, update, when
from tests.shipped_scale import Priority

_SENTENCE = (
    "The team has agreed a plan with each of its partners and checks every month how far the work has come so that "
    "any delay is seen early and put right before it matters to the people who use the service"
)
NAME = "Alexandrina Bartholomew-Featherstonehaugh of Cholmondeley and Wymondham-Happisburgh"
ADDRESS = "https://www.example.org/" + "documents/committee/improvement-activity/" * 5 + "plan.pdf"
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def words(count: int) -> str:
    """A sentence of so many words."""
    return " ".join(islice(cycle(_SENTENCE.split()), count)) + "."


def long_update() -> Tracker:
    """An update of 2,000 words, most of them in paragraphs, some in a list, and one paragraph of 600."""
    paragraphs = [words(600), *(words(140) for _ in range(8)), *(f"• {words(28)}" for _ in range(10))]
    return tracker(
        recommendations=[
            recommendation(service_impact=Priority.CRITICAL, plan_in_place=True),
            recommendation(
                ref="R2", text="Keep case records", people_impact=Priority.CRITICAL, plan_in_place=True
            ),
        ],
        actions=[
            make(Action, ref=f"{ref}.1", recommendation=ref, text="Do it", original_due=date(2010, 9, 30))
            for ref in ("R1", "R2")
        ],
        updates=[update("\n".join(paragraphs)), update(recommendation="R2")],
    )


def long_plan() -> Tracker:
    """A forward plan of 60 rows, on a summary too."""
    months = (
        "May 2010",
        "Summer 2010",
        "by July 2010",
        "September to October 2010",
        "from October 2010",
        "TBC",
    )
    rows = [
        make(
            ScheduledAssessment,
            ref=f"F{number}",
            name=f"Inspection {number} of {words(3 + number % 9)}".rstrip("."),
            body="Care Quality Commission",
            focus=rich(f"{words(5 + number % 40)}\n• {words(6)}\n• {words(4)}"),
            rating="3/4 (good)",
            period="2009-10",
            review=when(month),
            lead="Ann Archer\nBen Baker",
        )
        for number, month in enumerate(islice(cycle(months), 60), 1)
    ]
    return replace(northshire(), forward_plan=tuple(rows))


def long_names() -> Tracker:
    """A name of 80 characters, a recommendation of 300 words, and words and an address that nothing breaks."""
    officers = (*OFFICERS, make(Officer, name=NAME, job_title=words(12)))
    return tracker(
        settings={
            "authority": f"The {NAME} Joint Authority",
            "show_summary": True,
            "previous_as_at": date(2010, 1, 29),
        },
        officers=officers,
        assessments=[
            make(
                Assessment,
                ref="OA",
                name=f"{NAME} ({UNBROKEN})",
                body=UNBROKEN,
                lead=NAME,
                reported=when("December 2009"),
                score=UNBROKEN,
                arrangements=rich(f"• {words(300)}\n• {ADDRESS}"),
                milestones=rich(words(60)),
            )
        ],
        recommendations=[
            recommendation(
                text=words(300),
                service_impact=Priority.CRITICAL,
                plan_in_place=True,
                director=NAME,
                leads=f"{NAME}\nBen Baker\nCas Cole",
                other_assessments=f"{UNBROKEN} / {words(40)}",
            ),
            recommendation(ref="R2", text=UNBROKEN, people_impact=Priority.MAJOR, plan_in_place=False),
        ],
        actions=[
            make(
                Action,
                ref="R1.1",
                recommendation="R1",
                text=words(80),
                original_due=date(2010, 3, 31),
                progress=ActionProgress.OFF_TRACK,
            )
        ],
        updates=[update(f"{UNBROKEN}\n{ADDRESS}\n• {UNBROKEN}"), update(recommendation="R2", approved=None)],
        forward_plan=[
            make(
                ScheduledAssessment,
                ref="F1",
                name=f"{NAME} {UNBROKEN}",
                body=NAME,
                focus=rich(words(400)),
                rating=UNBROKEN,
                period=UNBROKEN[:40],
                review=when("Summer 2010"),
                lead=NAME,
            )
        ],
    )


def nothing() -> Tracker:
    """A register with no row on any sheet."""
    return tracker(settings={"show_summary": True}, officers=(), assessments=())


REGISTERS: Mapping[str, Tracker] = {
    "long update": long_update(),
    "long plan": long_plan(),
    "long names": long_names(),
    "nothing": nothing(),
}
