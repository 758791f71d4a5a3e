"""A checked workbook in figures: what `check` sums up, on the terminal and as JSON."""

from collections import Counter

from audit_report.model.checked import Checked
from audit_report.model.vocabulary import Section
from audit_report.problems import Severity, count
from audit_report.rules.headline_figures import headline_of


def figures(checked: Checked) -> dict[str, int]:
    """How many recommendations there are, how they are rated, where they are printed, and the problems."""
    assessed = checked.assessed
    headline = headline_of(assessed)
    sections = Counter(rated.section for rated in assessed.recommendations)
    problems = count(checked.problems)
    return {
        "recommendations": len(assessed.recommendations),
        "current": headline.current if headline else 0,
        "critical": headline.critical if headline else 0,
        "red": headline.red if headline else 0,
        "green": headline.green if headline else 0,
        "at_risk": headline.at_risk if headline else 0,
        "complete": headline.complete if headline else 0,
        "no_status": headline.no_status if headline else 0,
        "section_b": sections[Section.B],
        "section_c": sections[Section.C],
        "section_d": sum(row.listed for row in assessed.forward_plan),
        "errors": problems[Severity.ERROR],
        "warnings": problems[Severity.WARNING],
        "information": problems[Severity.INFORMATION],
    }
