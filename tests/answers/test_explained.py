"""What `explain` says is so: for each of its sentences facts that bear it, and facts that do not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit_report
from audit_report.model.vocabulary import ActionProgress, Outcome, PriorityBasis, Quality, Response
from tests.builders import action, assessment
from tests.report.facts import (
    FORUM,
    JANUARY,
    MARCH,
    MAY,
    NO_PLAN,
    OTHER,
    WAS_CLOSED,
    WAS_GREEN,
    WAS_RED,
    Facts,
    cancelled,
    done,
    facts,
    late,
    moved,
    said,
    since,
    when,
)  # fmt: skip
from tests.shipped_scale import Priority

SPEAKERS = ("answers/explanation.py", "rules/annex1_priority.py")
ELSEWHERE = {"_no_such_ref", "rating_in_words"}
"""Functions whose words `explain` does not say: a refusal, and a line in somebody's email."""
NO_EVIDENCE = {"service_impact": None}
LOSS = NO_EVIDENCE | {"loss": 600_000.0}
SMALL_LOSS = NO_EVIDENCE | {"loss": 1_000.0, "budget": 5e6}
RECORDED = {"priority_rests_on": PriorityBasis.RECORDED}
MAJOR, CRITICAL = Priority.MAJOR, Priority.CRITICAL
EARLIER = {"data_as_at": MAY}

SAID: dict[str, tuple[Facts, Facts]] = {
    "R1.1 is an action of R1.": (facts(), facts(actions=[])),
    "As at an unknown day": (facts(as_at=None), facts()),
    # Priority
    "Priority (Annex 1): Critical": (facts(), facts(OTHER)),
    "Service impact: Critical – ": (facts(), facts(OTHER)),
    "Less severe: reputation Major.": (
        facts({"reputation_impact": MAJOR}),
        facts({"reputation_impact": CRITICAL}),
    ),
    "It is recorded as Critical too.": (
        facts({"recorded_priority": CRITICAL}),
        facts({"recorded_priority": MAJOR}),
    ),
    "but it is recorded as Major and no reason is given: the more severe, Critical, stands.": (
        facts({"recorded_priority": MAJOR}),
        facts({"recorded_priority": MAJOR, "reason_differs": "Agreed"}),
    ),
    "The evidence gives Critical, but it is recorded as Major, which stands: Agreed": (
        facts({"recorded_priority": MAJOR, "reason_differs": "Agreed"}),
        facts({"recorded_priority": MAJOR}),
    ),
    "It is recorded as Major; there is no financial loss or impact level to rate it by.": (
        facts(NO_EVIDENCE | {"recorded_priority": MAJOR}),
        facts({"recorded_priority": MAJOR}),
    ),
    "There is no financial loss, impact level or recorded priority to rate it by.": (
        facts(NO_EVIDENCE),
        facts(),
    ),
    "It is recorded as Major, and priorities rest on what is recorded.": (
        facts({"recorded_priority": MAJOR}, settings=RECORDED),
        facts({"recorded_priority": MAJOR}),
    ),
    "It has no recorded priority, on which priorities rest in this tracker.": (
        facts(settings=RECORDED),
        facts(),
    ),
    "Financial: a loss of £600,000 is ": (
        facts(LOSS | {"budget": 5e6}),
        facts(SMALL_LOSS),
    ),
    " (no departmental budget is given) – Major": (
        facts(LOSS),
        facts(LOSS | {"budget": 5e6}),
    ),
    "Financial: a loss of £1,000 meets the test of no higher level": (
        facts(SMALL_LOSS),
        facts(LOSS | {"budget": 5e6}),
    ),
    "Read from Recommendations": (facts(), facts(NO_EVIDENCE)),
    # Status
    "Status (Annex 2): Green": (facts(), facts(NO_PLAN)),
    "It has no status, for it was not agreed: no reason is given (read from Recommendations and Recommendations).": (
        facts({"response": Response.NOT_AGREED}),
        facts({"response": Response.PARTLY_AGREED}),
    ),
    "a plan is in place, the latest update declares no significant challenge, every action is on track.": (
        facts(),
        facts(updates=[]),
    ),
    "Nothing is against it: a plan is in place, no update counts, it has no actions.": (
        facts(updates=[said(day=MAY)], actions=[]),
        facts(updates=[said(day=MAY)]),
    ),
    "a plan is in place": (facts(), facts({"plan_in_place": None})),
    "all of its actions are cancelled": (facts(actions=cancelled(MARCH)), facts(actions=cancelled(MAY))),
    "no action is past its due date": (facts(settings=EARLIER), facts(settings=EARLIER, actions=late())),
    "Left out: Improvement plan in place, Progress and Quality, which have no date and hold from 3 May 2010 on.": (
        facts(settings=EARLIER),
        facts(),
    ),
    "Improvement plan in place is read from Recommendations.": (facts(), facts(settings=EARLIER)),
    # Actions
    "R1.1 (Actions): on track.": (facts(), facts(actions=late())),
    "R1.1 (Actions): not on track.": (
        facts(actions=done(MARCH, quality=Quality.NOT_MET)),
        facts(actions=done(MARCH)),
    ),
    "R1.1 (Actions): cancelled, so not rated.": (
        facts(actions=cancelled(MARCH)),
        facts(actions=cancelled(MAY)),
    ),
    "Due 30 June 2010.": (facts(), facts(date_changes=moved(MARCH))),
    "No due date": (facts(actions=[action(original_due=None)]), facts()),
    ", first 30 June 2010; moves 1, days slipped 31": (
        facts(date_changes=moved(MARCH)),
        facts(date_changes=moved(MAY)),
    ),
    "days slipped not known": (
        facts(date_changes=moved(MARCH), actions=[action(original_due=when("Ongoing"))]),
        facts(date_changes=moved(MARCH)),
    ),
    "June 2010 (30 June 2010 counts)": (facts(actions=[action(original_due=when("June 2010"))]), facts()),
    "Ongoing (no last day, so never late)": (facts(actions=[action(original_due=when("Ongoing"))]), facts()),
    "Progress: In progress. Quality: not judged yet.": (facts(), facts(settings=EARLIER)),
    "Completed on 1 March 2010. Evidence: Minutes": (facts(actions=done(MARCH)), facts(actions=done(MAY))),
    "Cancelled on 1 March 2010. Reason: Merged with R7": (
        facts(actions=cancelled(MARCH)),
        facts(actions=cancelled(MAY)),
    ),
    "Moved to 31 July 2010, approved on 1 March 2010 by ": (
        facts(date_changes=moved(MARCH)),
        facts(date_changes=moved(None)),
    ),
    "nobody named": (facts(updates=[said(approved_by="")]), facts()),
    "Completed on 1 March 2010. Evidence: none given": (
        facts(actions=[action(completed=MARCH)]),
        facts(actions=done(MARCH)),
    ),
    "Cancelled on 1 March 2010. Reason: none given": (
        facts(actions=[action(progress=ActionProgress.CANCELLED, completed=MARCH)]),
        facts(actions=cancelled(MARCH)),
    ),
    # Updates
    ", counts): declared Green, significant challenges No, approved on 26 April 2010 by Ann Archer.": (
        facts(),
        facts(updates=[said(approved_by="Ben Baker")]),
    ),
    "(Progress updates, does not count)": (facts(updates=[said(day=MAY)]), facts()),
    "significant challenges not given": (facts(updates=[said(challenges=None)]), facts()),
    "significant challenges No, not approved.": (facts(updates=[said(approved=None)]), facts()),
    "approved on 3 May 2010 by Ann Archer, after the as-at day.": (
        facts(updates=[said(approved=MAY)]),
        facts(),
    ),
    "by Ben Baker, which is not an accountable director": (
        facts(updates=[said(approved_by="Ben Baker")]),
        facts(),
    ),
    # In the report
    "In the report\n  Section B: it is current and its priority is Critical.": (facts(), facts(OTHER)),
    "Section C: it is current, its priority is Moderate and its status is Red.": (
        facts(OTHER | NO_PLAN),
        facts(NO_PLAN),
    ),
    "In no section: it is current, but its priority is Moderate and its status is Green.": (
        facts(OTHER),
        facts(),
    ),
    "In no section: it is current, but its priority is Moderate and it was not agreed.": (
        facts(OTHER | {"response": Response.NOT_AGREED}),
        facts(OTHER),
    ),
    "In no section: it has no priority.": (facts(NO_EVIDENCE), facts()),
    "Not reported: it was closed on 1 March 2010 (Implemented).": (
        facts({"closed": MARCH, "outcome": Outcome.IMPLEMENTED}),
        since({"closed": MARCH, "outcome": Outcome.IMPLEMENTED}),
    ),
    "Among the changes since the last report alone: it was closed on 1 March 2010.": (
        since({"closed": MARCH}),
        since({"closed": JANUARY}),
    ),
    "Not reported: Data as at is not known.": (facts(as_at=None), facts({"closed": MARCH})),
    "Not reported: it was raised on 3 May 2010, after the as-at day.": (
        facts({"raised": MAY}),
        facts({"raised": MARCH}),
    ),
    "Not reported: its assessment, Assessment A1, is reported through another route.": (
        facts(assessments=FORUM),
        facts(assessments=[assessment()]),
    ),
    "Since the last report: this is the first report.": (facts(), since()),
    "Since the last report: new.": (since({"raised": MARCH}), since()),
    "Since the last report: no change of status.": (since(kept=WAS_GREEN), since(NO_PLAN)),
    "Since the last report: improved, from Red.": (since(kept=WAS_RED), since(kept=WAS_GREEN)),
    "Since the last report: worsened, from Green.": (since(NO_PLAN, WAS_GREEN), since(NO_PLAN)),
    "Since the last report: reopened.": (since(kept=WAS_CLOSED), since()),
    "Since the last report: closed.": (since({"closed": MARCH}), since({"closed": MAY})),
    "Since the last report: what its status was then is not known.": (
        since(NO_PLAN),
        since(NO_PLAN, WAS_RED),
    ),
}
"""What is said, the facts of R1 that bear it, and facts that do not."""


@pytest.mark.parametrize("words", SAID)
def test_it_is_said_where_the_facts_bear_it_and_not_where_they_do_not(words: str) -> None:
    bearing, others = SAID[words]

    assert words in bearing.explained()
    assert words not in others.explained()


def test_every_sentence_has_a_case() -> None:
    without = [words for words in sentences() if not any(words in said for said in SAID)]
    assert without == []


def sentences() -> Iterator[str]:
    """The longest fixed part of each text in the code of which something of several words is left."""
    for speaker in SPEAKERS:
        code = ast.parse((Path(audit_report.__file__).parent / speaker).read_text("utf-8"))
        for function in code.body:
            if not (isinstance(function, ast.FunctionDef) and function.name in ELSEWHERE):
                yield from filter(_says_something, _texts(function))


def _texts(code: ast.AST) -> Iterator[str]:
    if isinstance(code, ast.Expr) and isinstance(code.value, ast.Constant):
        return  # a docstring
    if isinstance(code, ast.JoinedStr):
        parts = [each.value for each in code.values if isinstance(each, ast.Constant)]
        yield max(map(str, parts), key=len, default="")
    elif isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield code.value
    for child in ast.iter_child_nodes(code):
        if not (isinstance(code, ast.JoinedStr) and isinstance(child, ast.Constant)):
            yield from _texts(child)


def _says_something(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", text)) > 1 and " " in text
