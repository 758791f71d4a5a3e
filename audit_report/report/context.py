"""What the sections are written from, and the pieces they share: words of a place, values, people, dates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from audit_report.model.assessed import Assessed, RatedRecommendation
from audit_report.model.records import Recommendation
from audit_report.model.scales import Level, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Outcome, Response, SinceLast
from audit_report.model.wording import Wording
from audit_report.problems import Problem
from audit_report.report.blocks import Cell, Grid, Heading, Labelled, Prose
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.rich_text import Line, Mark, RichText, Run, plain

_RESPONSES: Mapping[Response, str] = {each: f"Response {each.lower()}" for each in Response}
_OUTCOMES: Mapping[Outcome, str] = {each: f"Outcome {each.lower()}" for each in Outcome}
"""The places of the report's own words for them."""

Column = tuple[str, float]
"""A table's column: the place of its title, and its share of the text width."""


@dataclass(frozen=True)
class Material:
    """A tracker, what the rules make of it, and the words to report it in."""

    tracker: Tracker
    assessed: Assessed
    words: Wording
    draft_problems: Sequence[Problem] = ()
    published: bool = False
    is_draft: bool = False

    def may_name(self, rated: RatedRecommendation) -> bool:
        """Whether a recommendation may be named: what is published only counts the exempt ones."""
        return not (self.published and rated.recommendation.exempt)

    def text(self, place: str, **values: str | int | date) -> str:
        """The words of a place as one line, with the place's own `values` filled in."""
        if not values:
            return self.words.text(place)
        return self.words.text(
            place, **{name: one_line(self.words.print(value)) for name, value in values.items()}
        )

    def label(self, place: str) -> str:
        """The label or column title of a place; the place's name where its placeholders leave it blank."""
        return self.text(place).strip() or place

    def heading(self, level: int, place: str) -> Heading:
        """The heading of a place; the words for a gap where the authority's details leave it empty."""
        return Heading(level, self.text(place).strip() or self.text("Not stated"))

    def named_heading(self, rated: RatedRecommendation) -> Heading:
        """The heading over a recommendation's box, which links within the report lead to."""
        ref = rated.recommendation.ref or self.text("Not stated")
        return Heading(3, self.text("Recommendation heading", ref=ref), self._heading_name(rated))

    def linked(self, text: str, rated: RatedRecommendation, mark: Mark = Mark.PLAIN, ref: str = "") -> Line:
        """A line whose first mention of a recommendation's ref, or the `ref` of its action, leads to its box.

        Where the report has no box for it, nothing leads anywhere.
        """
        if rated.section is None or not self.may_name(rated):
            return plain(text, mark)
        return leading(text, ref or rated.recommendation.ref, self._heading_name(rated), mark)

    def prose(self, place: str, **values: str | int | date) -> Prose:
        """The paragraphs of a place; the words for a gap where the authority's details leave it empty."""
        lines = tuple(line for line in self.words.lines(place, **values) if line.text.strip())
        return Prose(self.stated(lines))

    def stated(self, value: str | RichText, otherwise: str = "Not stated") -> RichText:
        """The lines of a value; the words of the place `otherwise` where it is blank."""
        lines = paragraphs(value) if isinstance(value, str) else value[:]
        return lines or (plain(self.text(otherwise)),)

    def day(self, value: date | None) -> str:
        """A day in words."""
        return self.words.long_date(value) if value else self.text("Not stated")

    def approximate(self, value: ApproximateDate | None, otherwise: str = "Not stated") -> RichText:
        """A date or words, as typed; a true date in words."""
        if value and value.earliest and not value.words:
            return (plain(self.words.long_date(value.earliest)),)
        return self.stated(value.words if value else "", otherwise)

    def names(self, people: str) -> str:
        """The people a cell names, in a sentence: "A, B and C"."""
        return self.joined([person.name for person in self.tracker.people(people)]) or self.text("Not stated")

    def posts(self, people: str) -> RichText:
        """The people a cell names, each with the job title on the line below."""
        lines = [text for person in self.tracker.people(people) for text in (person.name, person.job_title)]
        return tuple(plain(one_line(text)) for text in lines if text)

    def joined(self, items: Sequence[str]) -> str:
        """Items in a sentence: "A, B and C"."""
        *first, last = items or ("",)
        return f"{', '.join(first)} {self.text('Joining word')} {last}" if first else last

    def assessment(self, ref: str) -> str:
        """The name of the assessment behind a ref; what was typed where there is none."""
        assessment = self.tracker.assessment(ref)
        return assessment.name if assessment and assessment.name else ref

    def source(self, ref: str) -> str:
        """The name of the assessment that a recommendation comes from, after that of the whole it is a part of."""
        assessment = self.tracker.assessment(ref)
        whole = self.tracker.whole_of(assessment) if assessment else None
        part = self.assessment(ref)
        if whole is None or whole is assessment:
            return part
        return self.text("Source of a part", whole=whole.name or whole.ref, part=part)

    def priority(self, level: Level | None) -> str:
        """How the report prints a priority."""
        return self.tracker.priority_label(level) if level else self.text("Not stated")

    def status(self, status: Status | None) -> str:
        """How the report prints a status."""
        return self.tracker.status_label(status) if status else self.text("Not stated")

    def standing(self, rated: RatedRecommendation) -> str:
        """The status of a recommendation's plan; of one that was not agreed, that."""
        response = rated.recommendation.response
        return self.response(response) if response is Response.NOT_AGREED else self.status(rated.status)

    def in_a_word(self, label: str) -> str:
        """A status without its note in brackets: "Red" for "Red (not on track)"."""
        return label.partition("(")[0].strip() or label

    def last_time(self, rated: RatedRecommendation) -> str:
        """The status at the last report in a word, or why there is none to compare with."""
        if rated.last_status:
            return self.in_a_word(self.status(rated.last_status))
        if rated.since_last is SinceLast.SAME:
            return self.in_a_word(self.standing(rated))
        place = "Since last new" if rated.since_last is SinceLast.NEW else "Since last unknown"
        return self.text("Since last reopened" if rated.since_last is SinceLast.REOPENED else place)

    def in_a_line(self, value: ApproximateDate | None) -> str:
        """A date or words on one line."""
        return one_line(" ".join(line.text for line in self.approximate(value)))

    def response(self, response: Response) -> str:
        """How the report prints a response."""
        return self.text(_RESPONSES[response])

    def outcome(self, outcome: Outcome) -> str:
        """How the report prints how a recommendation ended."""
        return self.text(_OUTCOMES[outcome])

    def labelled(self, place: str, value: str) -> Labelled:
        """The label of a place with its value."""
        return Labelled(self.label(place), value)

    def _heading_name(self, rated: RatedRecommendation) -> str:
        """The name of a recommendation's heading: by its place among them, for a draft's refs may stand twice."""
        return f"recommendation{self._places[rated.recommendation]}"

    @cached_property
    def _places(self) -> Mapping[Recommendation, int]:
        everyone = (each.recommendation for each in self.assessed.recommendations)
        return {each: place for place, each in enumerate(everyone, 1)}

    def grid(self, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Grid:
        """A table whose first column heads each row; `title` is the place of its title."""
        return Grid(
            self.text(title),
            tuple(self.label(place) for place, _ in columns),
            tuple((replace(first, heads_row=True), *others) for first, *others in rows),
            tuple(width for _, width in columns),
        )


MOVED_DATES = "moved-dates"
"""The name of the heading over the due dates that have moved."""


def leading(text: str, words: str, name: str, mark: Mark = Mark.PLAIN) -> Line:
    """A line whose first mention of some words leads to the heading of a name."""
    before, found, after = text.partition(words) if words else (text, "", "")
    runs = (Run(before), Run(found, within=name), Run(after)) if found else (Run(text),)
    return Line(tuple(run for run in runs if run.text) or (Run(text),), mark)


def paragraphs(text: str) -> RichText:
    """Plain text, a paragraph a line."""
    return tuple([plain(line) for each in text.splitlines() if (line := each.strip())])


def one_line(text: str) -> str:
    """Text with its line breaks taken out."""
    return " ".join(text.split())


def as_item(lines: RichText, mark: Mark) -> Line:
    """Lines run together as one list item, so that they count once in its list."""
    first, *others = lines
    return Line(first.runs + tuple(run for line in others for run in (Run(" "), *line.runs)), mark)
