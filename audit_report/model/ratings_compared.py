"""What is rated against what is declared."""

from audit_report.model.assessed import RatedRecommendation


def is_declared_better(rated: RatedRecommendation) -> bool:
    """Whether the latest update declares a better status than the rules give."""
    declared = rated.update.declared if rated.update else None
    return bool(declared and rated.status and declared.meaning.rank > rated.status.meaning.rank)
