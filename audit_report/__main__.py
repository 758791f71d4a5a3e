"""What `audit-report` and `python -m audit_report` start: the signals first, for the rest takes a moment to import."""

from audit_report.stop_signals import stop_when_told


def start() -> None:
    """Run the program and end the process."""
    stop_when_told()
    from audit_report.cli import run

    run()


if __name__ == "__main__":
    start()
