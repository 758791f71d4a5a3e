"""What the report says is so: for each sentence a register that bears it, and one that does not.

`ASSURANCES` has a row for every place of the shipped wording that says something of the register; `OF_ANY_REGISTER` are
those that are true of any. A place is neither where its name says that it is a label, a heading or a title.
"""

import re
from datetime import date
from typing import Any

import pytest

from audit_report.model.vocabulary import ActionProgress, Outcome, Quality, Response
from audit_report.model.wording import shipped_places
from tests.builders import APRIL, action, assessment, date_change, scheduled
from tests.report.facts import (
    AMBER,
    ERRORS,
    FORUM,
    JANUARY,
    MARCH,
    MAY,
    NO_PLAN,
    OTHER,
    WAS_CLOSED,
    WAS_ELSEWHERE,
    WAS_GREEN,
    WAS_RED,
    Facts,
    cancelled,
    done,
    facts,
    inspections,
    late,
    late_ones,
    moved,
    page,
    page_since,
    reported,
    said,
    since,
    three_statuses,
    when,
)
from tests.report.registers import rich
from tests.shipped_scale import PlanStatus

LABEL = re.compile(
    r"(Column|Label|Table title|Area|Annex area|Summary register) .*|.* (heading|title|column)"
)

_NO_CASE = {
    "a phrase within other sentences": """Next month, Next months, Next day, Next days, Every month, Every few months,
        A day late, Days late, Moved once, Moved times, Joining word""",
    "what the document is, and what to do with it": """Title, Title not stated, Period, Running header, Running footer,
        Page number, Skip link, Draft mark, Summary days late, Summary asked to note""",
    "how a report is made": """Context, Purpose introduction, Purpose A, Purpose B, Purpose C, Purpose D, Feedback,
        Section A note, Section B introduction, Section C introduction, Section D introduction, Section D note,
        Annex 1 introduction, Annex 2 introduction, Annexes note, Changes dates note, Changes requested note""",
    "values as the cells have them": """Source of a part, Priority with areas, Group row, Timeline item,
        Timeline description, Summary trend description, Summary trend figures, Summary trend on track, Summary meeting,
        Changes introduction""",
}
OF_ANY_REGISTER = {" ".join(name.split()) for names in _NO_CASE.values() for name in names.split(",")}
"""What is as true of one register as of another, with the reason."""


def _another(outcome: Outcome) -> Outcome:
    return Outcome.SUPERSEDED if outcome is Outcome.IMPLEMENTED else Outcome.IMPLEMENTED


ASSURANCES: dict[str, tuple[str, Facts, Facts]] = {
    # The first page
    "Purpose changes": ("After C it sets out what has changed since the last report.", since(), facts()),
    "Summary asked off track": (
        "Consider the plans that are off track: R1.",
        page(NO_PLAN),
        page(),
    ),
    "Summary asked without update": (
        "Ask for an update where there was none since the last report: R1.",
        page_since(updates=[said(day=JANUARY)]),
        page_since(),
    ),
    "Summary asked extension": (
        "Decide on the later date asked for R1.1: from 30 June 2010 to 31 July 2010.",
        page(date_changes=moved(None)),
        page(date_changes=moved(MARCH)),
    ),
    "Summary asked extensions": (
        "Decide on 4 later dates asked for: R1.1.",
        page(date_changes=moved(None, None, None, None, by=28)),
        page(date_changes=moved(None, MARCH, MARCH, MARCH, by=28)),
    ),
    "Summary position": ("Current recommendations: 1 – 1 Green.", page(), page({"closed": MARCH})),
    "Summary position none": (
        "No recommendation is current.",
        page({"closed": MARCH}),
        page({"closed": MAY}),
    ),
    "Summary changes": (
        "Since the last report: 1 closed.",
        page_since({"closed": MARCH}),
        page_since({"closed": MAY}),
    ),
    "Summary changes none": (
        "Since the last report no recommendation is new, closed or of another status.",
        page_since(),
        page_since({"raised": MARCH}),
    ),
    "Summary changes new": ("1 new", page_since({"raised": MARCH}), page_since()),
    "Summary changes closed": ("1 closed", page_since({"closed": MARCH}), page_since({"closed": JANUARY})),
    "Summary changes reopened": (
        "1 reopened",
        page_since(kept=WAS_CLOSED),
        page_since(kept=WAS_GREEN),
    ),
    "Summary changes improved": ("1 better", page_since(kept=WAS_RED), page_since(kept=WAS_GREEN)),
    "Summary changes worsened": (
        "1 worse",
        page_since(NO_PLAN, kept=WAS_GREEN),
        page_since(NO_PLAN, kept=WAS_RED),
    ),
    "Summary changes unknown": (
        "1 whose earlier status is not known",
        page_since(NO_PLAN),
        page_since(NO_PLAN, kept=WAS_GREEN),
    ),
    "Summary overdue": ("Actions past their due date: 1", page(actions=late()), page()),
    "Summary due soon": (
        "Actions due in the next 30 days: 1",
        page(actions=[action(original_due=MAY)]),
        page(),
    ),
    "Summary one more": (
        "There is one more.",
        page(actions=late_ones(7)),
        page(actions=late_ones(6)),
    ),
    "Summary more": (
        "There are 2 more.",
        page(actions=late_ones(8)),
        page(actions=late_ones(7)),
    ),
    "Timeline more": (
        "Further assessments and inspections listed in section D: 2",
        page(forward_plan=inspections(12)),
        page(forward_plan=inspections(3)),
    ),
    # Section A
    "Section A nil": (
        "The tracker holds no recent external audit or assessment to report.",
        facts(assessments=[assessment(in_overview=False)]),
        facts(),
    ),
    "See below": (
        "See below",
        facts(assessments=[assessment("G"), assessment(part_of="G", score="2 out of 4")]),
        facts(assessments=[assessment("G"), assessment(part_of="G")]),
    ),
    "Please see above": (
        "(Please see above)",
        facts(assessments=[assessment("G", reported=when("May 2009")), assessment(part_of="G")]),
        facts(assessments=[assessment("G"), assessment(part_of="G", reported=when("May 2009"))]),
    ),
    "Not stated": ("Score/Summary: Not stated", facts(), facts(assessments=[assessment(score="Good")])),
    "None": ("Upcoming Milestones: None", facts(), facts(assessments=[assessment(milestones=rich("July"))])),
    "Reported elsewhere": (
        "Recommendations are reported through the Schools Forum.",
        facts(assessments=FORUM),
        facts(),
    ),
    # Section B and its boxes
    "Section B nil": (
        "As at 30 April 2010, no current recommendation reported here is critical.",
        facts(OTHER),
        facts(),
    ),
    "Response agreed": (
        "from Not agreed to Agreed",
        since(kept=reported(response=Response.NOT_AGREED)),
        since(kept=reported(response=Response.AGREED)),
    ),
    "Response partly agreed": (
        "Response: Partly agreed",
        facts({"response": Response.PARTLY_AGREED}),
        facts(),
    ),
    "Response not agreed": (
        "Improvement Plan Status: Not agreed",
        facts({"response": Response.NOT_AGREED}),
        facts(),
    ),
    "Exempt": ("Not for publication: left out of the web edition.", facts({"exempt": True}), facts()),
    "Exempt left out": (
        "Recommendations that are not for publication, and so not on this page: 1",
        facts({"exempt": True}, published=True),
        facts({"exempt": True}),
    ),
    "Actions complete": ("1 of 1 complete", facts(actions=done(MARCH)), facts(actions=done(MAY))),
    "Actions cancelled": ("1 cancelled", facts(actions=cancelled(MARCH)), facts(actions=cancelled(MAY))),
    "Actions overdue": (
        "1 overdue",
        facts(actions=late()),
        facts(actions=late(progress=ActionProgress.COMPLETE, completed=MARCH)),
    ),
    "Actions next due": ("next due 30 June 2010", facts(), facts(date_changes=moved(MARCH))),
    "Actions moved once": (
        "date moved once",
        facts(date_changes=moved(MARCH)),
        facts(date_changes=moved(None)),
    ),
    "Actions moved": (
        "dates moved 2 times",
        facts(date_changes=moved(MARCH, APRIL)),
        facts(date_changes=moved(MARCH, MAY)),
    ),
    "Actions a day later": (
        "a day later",
        facts(date_changes=[date_change(date(2010, 7, 1), MARCH)]),
        facts(date_changes=moved(MARCH)),
    ),
    "Actions days later": (
        "31 days later",
        facts(date_changes=moved(MARCH)),
        facts(date_changes=moved(None)),
    ),
    "Actions moved too often": (
        "more often than allowed",
        facts(date_changes=moved(MARCH, APRIL)),
        facts(date_changes=moved(MARCH)),
    ),
    "Since last first": ("Since last report: First report", facts(), since()),
    "Since last new": ("Since last report: New", since({"raised": MARCH}), since()),
    "Since last same": (
        "Since last report: No change",
        since(NO_PLAN, kept=WAS_RED),
        since(NO_PLAN),
    ),
    "Since last improved": ("Improved from Red", since(kept=WAS_RED), since(NO_PLAN, kept=WAS_RED)),
    "Since last worsened": ("Worsened from Green", since(NO_PLAN, kept=WAS_GREEN), since(NO_PLAN)),
    "Since last reopened": ("Since last report: Reopened", since(kept=WAS_CLOSED), since(kept=WAS_GREEN)),
    "Since last response": (
        "Response changed from Partly agreed",
        since(kept=reported(response=Response.PARTLY_AGREED)),
        since(kept=reported(response=Response.AGREED)),
    ),
    "Since last unknown": ("Since last report: Not known", since(NO_PLAN), since(NO_PLAN, kept=WAS_GREEN)),
    "Reason no plan": (
        "No improvement plan is in place.",
        facts(NO_PLAN),
        facts(NO_PLAN, settings={"data_as_at": MAY}),
    ),
    "Reason challenges": (
        "The latest update reports significant challenges.",
        facts(updates=[said(challenges=True)]),
        facts(updates=[said(challenges=True, day=MARCH), said()]),
    ),
    "Reason declared red": (
        "The latest update rates the improvement plan as not on track.",
        facts(updates=[said(declared=PlanStatus.RED)]),
        facts(updates=[said(declared=PlanStatus.RED, day=MAY), said()]),
    ),
    "Reason overdue": (
        "Action R1.1 was due by 1 March 2010 and is 60 days late: Run the campaign",
        facts(actions=late()),
        facts(actions=late(), date_changes=moved(MARCH)),
    ),
    "Reason off track": (
        "Action R1.1 is reported as off track: Run the campaign",
        facts(actions=[action(progress=ActionProgress.OFF_TRACK)]),
        facts(actions=[action(progress=ActionProgress.OFF_TRACK)], settings={"data_as_at": MAY}),
    ),
    "Reason not met": (
        "Action R1.1 has not met the quality required: Run the campaign",
        facts(actions=done(MARCH, quality=Quality.NOT_MET)),
        facts(actions=done(MARCH, quality=Quality.MET)),
    ),
    "Not yet approved": (
        "Not yet approved by the accountable director",
        facts(updates=[said(approved=MAY)]),
        facts(),
    ),
    "No update since last report": (
        "No update since the last report",
        since(updates=[said(day=JANUARY)]),
        since(),
    ),
    "Same update as last report": (
        "Word for word the update of the last report",
        since(updates=[said(day=JANUARY), said()]),
        since(updates=[said(day=JANUARY, progress=rich("Nine.")), said()]),
    ),
    "No update": ("No progress update has been supplied.", facts(updates=[said(day=MAY)]), facts()),
    # Section C
    "Section C nil": (
        "There is nothing to report on the information held as at 30 April 2010.",
        facts(OTHER),
        facts(OTHER | NO_PLAN),
    ),
    "Section C other statuses": (
        "So does one whose status is Amber.",
        facts(OTHER | NO_PLAN, annex2=three_statuses(shown=["Red", "Amber"])),
        facts(OTHER | NO_PLAN, annex2=three_statuses()),
    ),
    # Changes
    "Changes nil": (
        "No recommendation is new, closed or of another status, no action has ended and no due date has moved.",
        since(),
        since(actions=done(MARCH)),
    ),
    "Changes item": (
        "Recruit enough social workers (R1, from Assessment A1) – Critical, Green (on track)",
        since({"raised": MARCH}),
        since(),
    ),
    "Changes item from to": (
        "(R1, from Assessment A1) – from Major to Critical",
        since(kept=reported(priority="Major")),
        since(kept=WAS_GREEN),
    ),
    "Changes elsewhere item": (
        "(R1, from Assessment A1) – now reported through: the Schools Forum",
        since(assessments=FORUM, kept=WAS_GREEN),
        since(assessments=FORUM, kept=WAS_ELSEWHERE),
    ),
    "Changes action completed item": (
        "Run the campaign (R1.1) – 1 March 2010",
        since(actions=done(MARCH)),
        since(actions=done(JANUARY)),
    ),
    "Changes action cancelled item": (
        "Run the campaign (R1.1) – cancelled on 1 March 2010. Reason: Merged with R7",
        since(actions=cancelled(MARCH)),
        since(actions=cancelled(MAY)),
    ),
    "Changes action reopened item": (
        "Run the campaign (R1.1) – reported as completed on 31 January 2010, and open again",
        since(before=facts(actions=done(JANUARY)).tracker),
        since(actions=done(JANUARY), before=facts(actions=done(JANUARY)).tracker),
    ),
    "Changes reworded item": (
        "R1: “Recruit social workers” now reads “Recruit enough social workers”",
        since(before=facts({"text": "Recruit social workers"}).tracker),
        since(before=facts().tracker),
    ),
    "Changes closed item": (
        "(R1, from Assessment A1) – closed on 1 March 2010. Evidence: Minutes",
        since({"closed": MARCH, "closure_evidence": "Minutes"}),
        since({"closed": MAY, "closure_evidence": "Minutes"}),
    ),
    "Changes closed item with outcome": (
        "(R1, from Assessment A1) – closed on 1 March 2010: risk accepted. Evidence: Minutes",
        since({"closed": MARCH, "outcome": Outcome.RISK_ACCEPTED, "closure_evidence": "Minutes"}),
        since({"closed": MARCH, "closure_evidence": "Minutes"}),
    ),
    **{
        f"Outcome {outcome.lower()}": (
            f"closed on 1 March 2010: {outcome.lower()}.",
            since({"closed": MARCH, "outcome": outcome}),
            since({"closed": MARCH, "outcome": _another(outcome)}),
        )
        for outcome in Outcome
    },
    # Section D
    "Section D nil": (
        "The register holds no assessment or inspection due in the next 6 months.",
        facts(forward_plan=[scheduled(review=when("June 2012"))]),
        facts(forward_plan=[scheduled(review=when("to be confirmed"))]),
    ),
    "Date not known": (
        "(date not known)",
        facts(forward_plan=[scheduled(review=when("to be confirmed"))]),
        facts(),
    ),
    # Other statuses, and drafts
    "Reason declared at risk": (
        "The latest update rates the improvement plan as at risk.",
        facts(annex2=three_statuses(), updates=[said(declared=AMBER)]),
        facts(annex2=three_statuses()),
    ),
    "Reason moved often": (
        "The due date of action R1.1 has moved 2 times, more often than is allowed: Run the campaign",
        facts(annex2=three_statuses(), date_changes=moved(MARCH, APRIL)),
        facts(annex2=three_statuses(), date_changes=moved(MARCH)),
    ),
    "Reason not started": (
        "Action R1.1 is due by 3 May 2010 and has not been started: Run the campaign",
        facts(
            annex2=three_statuses(), actions=[action(original_due=MAY, progress=ActionProgress.NOT_STARTED)]
        ),
        facts(annex2=three_statuses(), actions=[action(original_due=MAY)]),
    ),
    "Draft notice": (
        "DRAFT, not for publication: the errors to put right are listed at the end.",
        facts(errors=ERRORS),
        facts(errors=[]),
    ),
    "Draft notice without errors": ("DRAFT, not for publication. ", facts(errors=[]), facts(errors=ERRORS)),
    "Draft introduction": (
        " ".join(shipped_places()["Draft introduction"].text),
        facts(errors=ERRORS),
        facts(errors=[]),
    ),
}


def test_every_sentence_is_in_one_of_the_tables() -> None:
    sentences = {name for name in shipped_places() if not LABEL.fullmatch(name)}
    assert sentences == {*ASSURANCES, *OF_ANY_REGISTER}
    assert not {*ASSURANCES} & {*OF_ANY_REGISTER}


@pytest.mark.parametrize("place", ASSURANCES)
def test_it_is_said_where_the_facts_bear_it_and_not_where_they_do_not(place: str) -> None:
    words, bearing, others = ASSURANCES[place]
    [shipped] = shipped_places()[place].text
    fixed = max(re.split(r"\{\w+\}", shipped), key=len).strip()

    assert fixed in words, "these are not the words of the place"
    assert words in bearing.printed()
    assert words not in others.printed()


@pytest.mark.parametrize(
    ("approval", "is_marked"),
    [
        ({"approved_by": "Ann Archer"}, False),
        ({"approved_by": "ann archer"}, False),
        ({"approved_by": "Ben Baker\nAnn Archer"}, False),
        ({"approved_by": "Ben Baker"}, True),
        ({"approved_by": ""}, True),
        ({"approved": APRIL}, False),
        ({"approved": MAY}, True),
        ({"approved": None}, True),
    ],
)
def test_an_update_is_marked_unless_a_director_has_approved_it_by_the_day(
    approval: dict[str, Any], *, is_marked: bool
) -> None:
    printed = facts(updates=[said(**approval)]).printed()
    assert ("Not yet approved by the accountable director" in printed) is is_marked
