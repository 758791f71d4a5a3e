"""What `python -m audit_report` starts: the same program as `audit-report`."""

from audit_report.cli import run

run()
