"""`audit-report next`: the next period's tracker."""

import sys
from datetime import date
from pathlib import Path

import click

from audit_report.cannot_run import CannotRunError
from audit_report.commands.options import HAS_ERRORS, as_day, file, force_option
from audit_report.commands.shared_steps import (
    checked_with_progress,
    refuse_another_ending,
    refuse_to_replace,
    write_and_say,
)
from audit_report.terminal import list_problems, say


@click.command(name="next", short_help="Write the next period's tracker, with what was reported kept.")
@click.argument("this", type=file)
@click.argument("next_", metavar="NEXT", type=file)
@click.option("--as-at", type=as_day, required=True, metavar="DATE", help="The next period's Data as at.")
@click.option("--committee-date", type=as_day, metavar="DATE", help="The day of the next meeting.")
@click.option("--return-by", type=as_day, metavar="DATE", help="The day by which updates are to be returned.")
@force_option
def next_period(
    this: Path,
    next_: Path,
    as_at: date,
    committee_date: date | None,
    return_by: date | None,
    *,
    force: bool,
) -> None:
    """Once the report is made from THIS, write NEXT: the same rows, for the period that ends on the day given.

    Data as at becomes Previous data as at, and what this period's report said of each recommendation is kept in the
    sheets “Reported ratings” and “Reports”, so that the next one can say what has changed. A tracker with errors is
    refused, as a report of it is.
    """
    from io import BytesIO

    from audit_report.pipeline import is_refused
    from audit_report.schema.kinds import long_date
    from audit_report.workbook_in.sheet_names import read_with_renamed
    from audit_report.workbook_out.next_period import Period, has_begun, next_period
    from audit_report.workbook_out.template import save

    refuse_another_ending(next_, ".xlsx")
    refuse_to_replace(next_, inputs=[this], force=force)
    checked = checked_with_progress(this, None)
    details, period = checked.tracker.details, Period(as_at, committee_date, return_by)
    begun = has_begun(details, period)
    if details.data_as_at and as_at <= details.data_as_at and not begun:
        raise CannotRunError(
            f"{this} is as at {long_date(details.data_as_at)}, so the next period has to end after that: "
            f"{long_date(as_at)} does not."
        )
    if is_refused(checked, strict=False) and not begun:
        list_problems(checked)
        say("No tracker was written: put the errors right, as for a report.", err=True)
        sys.exit(HAS_ERRORS)
    carried = next_period(read_with_renamed(this), checked.tracker, checked.assessed, period)
    for note in carried.notes:
        say(note, err=True)
    if begun:
        say(f"{this} is of that period already: only the days given were put in.", err=True)
    elif details.data_as_at:
        kept = f"What the report as at {long_date(details.data_as_at)} said is kept in it"
        say(f"{kept}. Rows carried over: {carried.in_short}", err=True)
    content = BytesIO()
    save(carried.workbook, content)
    write_and_say(next_, content.getvalue())
    if not (committee_date or (begun and details.committee_date)):
        say("Committee date is blank in it: check counts that as an error until the day is known.", err=True)
