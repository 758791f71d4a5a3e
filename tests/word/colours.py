"""How colours look in print without colour."""

from audit_report.palette import channels


def grey(colour: str) -> float:
    """How light a colour prints in grey, 0 to 1."""
    return sum(weight * each for weight, each in zip((0.299, 0.587, 0.114), channels(colour), strict=True))
