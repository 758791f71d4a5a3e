"""The evidence that Annex 1 rates a priority by: the cells of a recommendation, by area."""

from collections.abc import Mapping

from audit_report.model.vocabulary import ImpactArea

IMPACTS: Mapping[ImpactArea, str] = {
    ImpactArea.SERVICE: "service_impact",
    ImpactArea.REPUTATION: "reputation_impact",
    ImpactArea.PEOPLE: "people_impact",
}
"""The levels that are chosen, by area: the attribute of each."""

EVIDENCE = ("loss", *IMPACTS.values())
"""What gives a priority by itself: one of them is enough. A loss is judged by the budget too, if that is known."""
