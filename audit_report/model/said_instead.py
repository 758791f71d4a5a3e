"""What people write instead of an entry of a list, and what to tell them: one table a list.

A line is the words, the name of the entry they most likely mean (empty where it depends), and what to choose. Colours
are advised on, never taken for a state of an action: green is "complete" in one council and "on track" in another.
"""

from audit_report.schema.choices import SaidInstead

PROGRESS = (
    SaidInstead(
        "on track | on target | on schedule | on time | on course | green",
        "IN_PROGRESS",
        "{IN_PROGRESS} if work has begun and {NOT_STARTED} if it has not: whether the action is on track is "
        "worked out from its dates",
    ),
    SaidInstead(
        "ongoing | on-going | underway | started | begun | commenced | progressing | continuing | live | active | "
        "in hand | in train | work in progress | wip",
        "IN_PROGRESS",
        "{IN_PROGRESS} if work has begun and {NOT_STARTED} if it has not",
    ),
    SaidInstead(
        "partly complete | partially complete | part complete | mostly complete | nearly complete | partly done | "
        "substantially complete | nearly done | incomplete | not complete | not completed | uncompleted | not done | "
        "unfinished | open",
        "",
        "{IN_PROGRESS} if work has begun and {NOT_STARTED} if it has not",
    ),
    SaidInstead(
        "done | completed | finished | closed | achieved | delivered | implemented | fully implemented | actioned | "
        "resolved | discharged | signed off | 100%",
        "COMPLETE",
        "{COMPLETE} and give the day in Completed on",
    ),
    SaidInstead("blue", "", "{COMPLETE} if that is what blue means here, and give the day in Completed on"),
    SaidInstead(
        "overdue | late | past due | missed",
        "OFF_TRACK",
        "{IN_PROGRESS} or {NOT_STARTED}: that the action is late is worked out from its dates. Choose "
        "{OFF_TRACK} if it will not be done even so",
    ),
    SaidInstead(
        "delayed | slipped | slipping | behind | behind schedule | behind plan | off target | off course | "
        "off schedule | stalled | blocked | red",
        "OFF_TRACK",
        "{OFF_TRACK} if it will miss its due date; a new date goes in “Date changes”",
    ),
    SaidInstead(
        "not on track | not on target | not on schedule",
        "",
        "{OFF_TRACK} if it will miss its due date; a new date goes in “Date changes”",
    ),
    SaidInstead(
        "at risk | amber | yellow | on hold | paused | suspended | deferred | postponed | parked | awaiting | waiting",
        "",
        "{OFF_TRACK} if it will miss its due date; otherwise {IN_PROGRESS} if work has begun and {NOT_STARTED} "
        "if it has not",
    ),
    SaidInstead(
        "to do | to start | to be started | not begun | not yet begun | not yet started | not commenced | "
        "unstarted | planned | scheduled | pending | not due | not yet due | upcoming | outstanding | new | 0%",
        "NOT_STARTED",
        "{NOT_STARTED} if no work has begun and {IN_PROGRESS} if it has",
    ),
)

QUALITY = (
    SaidInstead(
        "yes | ok | good | satisfactory | pass | passed | fully met | achieved | acceptable",
        "MET",
        "{MET}",
    ),
    SaidInstead(
        "no | unmet | not achieved | fail | failed | failing | poor | unsatisfactory | not satisfactory | "
        "not acceptable | unacceptable | inadequate",
        "NOT_MET",
        "{NOT_MET}",
    ),
    SaidInstead(
        "partly met | partially met | part met | mostly met | nearly met | partly | partially | partial",
        "",
        "{NOT_MET} until all that was asked is met",
    ),
    SaidInstead(
        "n/a | na | none | not applicable | not judged | not yet | not yet judged | not assessed | pending | tbc | "
        "in progress | -",
        "",
        "{MET} or {NOT_MET} once somebody has judged the work; until then leave the cell blank",
    ),
)

STATUS = (
    SaidInstead(
        "on track | on target | on schedule | on course | good | fine | ok", "ON_TRACK", "{ON_TRACK}"
    ),
    SaidInstead(
        "off track | not on track | not on target | off target | off course | off schedule | behind | "
        "behind schedule | overdue | late | delayed | slipped | poor",
        "OFF_TRACK",
        "{OFF_TRACK}",
    ),
    SaidInstead(
        "done | complete | completed | finished | closed | delivered | implemented | blue",
        "ON_TRACK",
        "{ON_TRACK} if the plan is on track: that its actions are complete is read from their own dates",
        only="COMPLETE",
    ),
    SaidInstead(
        "amber | yellow | orange | amber/green | amber/red | red/amber | at risk | some concerns",
        "",
        "{OFF_TRACK} if the plan is not on track and {ON_TRACK} if it is: there is nothing between them",
        only="AT_RISK",
    ),
    SaidInstead(
        "not started | to do | in progress | ongoing | on-going | underway | started | on hold | paused | "
        "deferred | none | n/a | na | tbc | unknown | no change",
        "",
        "{OFF_TRACK} if the plan is not on track and {ON_TRACK} if it is, however far it has got",
    ),
)

PRIORITY = (
    SaidInstead(
        "very high | high | medium | low | very low | minor | severe | serious | significant | important | urgent | "
        "essential | desirable | key | fundamental",
        "",
        "the level whose criteria in “Annex 1” fit: {ANY}",
    ),
    SaidInstead(
        "n/a | na | none | nil | no | no impact | not applicable | unknown | tbc | tba | -",
        "",
        "a level only where there is one; otherwise leave the cell blank",
    ),
)

LANGUAGE = (
    SaidInstead("cymraeg | cy | cy-gb | bilingual", "WELSH", "{WELSH} or {ENGLISH}"),
    SaidInstead("saesneg | en | en-gb | british english | uk english", "ENGLISH", "{ENGLISH}"),
)
