"""The three-way merge: properties over random rounds, and the cases that people meet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_report.model.records import Action, ProgressUpdate, Recommendation
from audit_report.returns.claims import Entry, Outcome, sent_rows
from audit_report.returns.copies import Copy, Row, key_of
from audit_report.returns.merge import merge
from audit_report.schema.record import Record
from tests.returns.made_copies import Round, Sheets, applied, as_rows, copied, register, tracker

Edit = Callable[[Random, Sheets], None]
RECORDS: tuple[type[Record], ...] = (Recommendation, Action, ProgressUpdate)


def _pick(random: Random, sheets: Sheets, record: type[Record]) -> dict[str, object] | None:
    return random.choice(sheets[record]) if sheets[record] else None


def a_cell(random: Random, sheets: Sheets) -> None:
    record = random.choice((Recommendation, Action))
    if row := _pick(random, sheets, record):
        row[random.choice(("text", "leads" if record is Recommendation else "progress"))] = random.choice(
            ("One", "Two", " one ", "")
        )


def a_new_row(random: Random, sheets: Sheets) -> None:
    sheets[Recommendation].append(
        {"ref": random.choice(("R8", "R9")), "text": random.choice(("New", "Newer"))}
    )


def an_update(random: Random, sheets: Sheets) -> None:
    row = {"recommendation": random.choice(("R1", "R2")), "day": random.choice(("2010-07-01", "2010-07-02"))}
    sheets[ProgressUpdate].append(row | {"progress": random.choice(("Done", "Nearly done"))})


def an_approval(random: Random, sheets: Sheets) -> None:
    if row := _pick(random, sheets, ProgressUpdate):
        row["approved_by"] = random.choice(("Ann Archer", "Cas Cole"))


def history(random: Random, sheets: Sheets) -> None:
    if row := _pick(random, sheets, ProgressUpdate):
        row["progress"] = "It was otherwise"


def a_deletion(random: Random, sheets: Sheets) -> None:
    rows = sheets[random.choice(RECORDS)]
    if rows:
        rows.pop(random.randrange(len(rows)))


def a_sort(random: Random, sheets: Sheets) -> None:
    random.shuffle(sheets[random.choice(RECORDS)])


EDITS: Sequence[Edit] = (a_cell, a_cell, a_new_row, an_update, an_approval, history, a_deletion, a_sort)


def rounds(seed: int, returns: int) -> tuple[Sheets, list[Copy]]:
    """The tracker as it is now, and returns of what was sent, some of them whole copies."""
    random = Random(seed)  # noqa: S311  made-up rounds are no secret
    sent = register()
    now = copied(sent)
    if random.random() < 0.5:
        a_cell(random, now)
    copies = []
    for number in range(returns):
        whole = random.random() < 0.2
        sheets = copied(now if whole else sent)
        for _ in range(random.randint(0, 5)):
            random.choice(EDITS)(random, sheets)
        made = Round(sheets, {} if whole else sent)
        copies.append(made.copy(f"return-{number}", f"Person {number}"))
    return now, copies


SEEDS = st.integers(0, 10**9)


def typed(record: type[Record], copy: Copy, now: Copy) -> Iterator[tuple[str, str, str]]:
    """The cells of a copy that are not as they were sent: the ref of the row, the attribute, and what it says."""
    key = key_of(record)
    sent = sent_rows(record, copy, now)
    by_ref = {row.get(key, "").casefold(): row for row in sent} if record is not ProgressUpdate else {}
    for row in copy.rows[record]:
        before = by_ref.get(row.says(key).casefold(), {})
        for name, text in row.said.items():
            if row.said not in sent and text != before.get(name):
                yield row.says(key).casefold(), name, text


@given(SEEDS, st.integers(1, 4))
@settings(max_examples=1000, deadline=None)
def test_every_cell_typed_is_in_the_tracker_or_in_the_list(seed: int, returns: int) -> None:
    now, copies = rounds(seed, returns)
    merged = merge(tracker(now), copies)
    after = {record: as_rows(record, rows) for record, rows in applied(now, merged).items()}
    told = {(entry.copy, entry.sheet, entry.header, entry.now) for entry in merged.entries}
    for copy in copies:
        for record in RECORDS:
            headers = {column.name: column.header for column in record.columns}
            held = {
                (row.says(key_of(record)).casefold(), name, text)
                for row in after[record]
                for name, text in row.said.items()
            }
            for ref, name, text in typed(record, copy, tracker(now)):
                listed = (copy.name, record.sheet, headers[name], text) in told
                assert (ref, name, text) in held or listed


@given(SEEDS, st.integers(1, 4))
@settings(max_examples=1000, deadline=None)
def test_what_nobody_contests_is_in_the_tracker(seed: int, returns: int) -> None:
    now, copies = rounds(seed, returns)
    after = applied(now, merge(tracker(now), copies))
    for record in (Recommendation, Action):
        held, became = (by_ref(record, as_rows(record, sheets[record])) for sheets in (now, after))
        for (ref, name), said in claims_on(record, copies, tracker(now)).items():
            was = held.get(ref, {}).get(name, "")
            if len({text for _, text in said}) == 1 and {sent for sent, _ in said} == {was}:
                assert became[ref].get(name, "") == said[0][1]
    known = {(row["recommendation"], row["day"]) for row in now[ProgressUpdate]}
    written = [row.said for row in as_rows(ProgressUpdate, after[ProgressUpdate])]
    for row in (row for copy in copies for row in copy.rows[ProgressUpdate]):
        assert (row.says("recommendation"), row.says("day")) in known or row.said in written


def by_ref(record: type[Record], rows: Sequence[Row]) -> dict[str, Mapping[str, str]]:
    return {row.says(key_of(record)).casefold(): row.said for row in reversed(rows)}


def claims_on(
    record: type[Record], copies: Sequence[Copy], now: Copy
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """What each cell was sent as and what it says now in each return that has changed it."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for copy in copies:
        sent = {row.get(key_of(record), "").casefold(): row for row in sent_rows(record, copy, now)}
        for ref, said in by_ref(record, copy.rows[record]).items():
            before = sent.get(ref, {})
            for name in {*said, *before}:
                if said.get(name, "") != before.get(name, ""):
                    found.setdefault((ref, name), []).append((before.get(name, ""), said.get(name, "")))
    return found


VALID: Sequence[Edit] = (a_cell, a_new_row, an_update, an_approval, a_sort)


@given(SEEDS, st.booleans())
@settings(max_examples=1000, deadline=None)
def test_one_return_alone_is_that_person_editing_the_tracker(seed: int, is_whole: bool) -> None:  # noqa: FBT001  pytest gives it
    random = Random(seed)  # noqa: S311  a game of edits, no secret
    sent, edited_by_hand = register(), register()
    for _ in range(random.randint(0, 6)):
        random.choice(VALID)(random, edited_by_hand)
    once = {each["ref"]: each for each in reversed(edited_by_hand[Recommendation])}
    edited_by_hand[Recommendation] = list(once.values())
    copy = Round(edited_by_hand, {} if is_whole else sent).copy("return")
    after = applied(sent, merge(tracker(sent), [copy]))
    for record in RECORDS:
        assert rows_in_any_order(record, after) == rows_in_any_order(record, edited_by_hand)


def rows_in_any_order(record: type[Record], sheets: Sheets) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted(row.said.items())) for row in as_rows(record, sheets[record])}


@given(SEEDS, st.integers(2, 4))
@settings(max_examples=1000, deadline=None)
def test_the_order_of_the_returns_makes_no_difference(seed: int, returns: int) -> None:
    now, copies = rounds(seed, returns)
    one, other = merge(tracker(now), copies), merge(tracker(now), copies[::-1])
    assert applied(now, one) == applied(now, other)
    assert set(map(str, one.entries)) == set(map(str, other.entries))


@given(SEEDS, st.integers(1, 4))
@settings(max_examples=1000, deadline=None)
def test_collecting_twice_changes_nothing_more(seed: int, returns: int) -> None:
    now, copies = rounds(seed, returns)
    sent = [copy for copy in copies if copy.sent]
    after = applied(now, merge(tracker(now), sent))
    again = merge(tracker(after), sent)
    assert applied(after, again) == after


@given(SEEDS)
@settings(max_examples=50, deadline=None)
def test_what_is_sorted_and_saved_again_changes_nothing(seed: int) -> None:
    random, now = Random(seed), register()  # noqa: S311  the same
    sheets = copied(now)
    for rows in sheets.values():
        random.shuffle(rows)
    merged = merge(tracker(now), [Round(sheets, now).copy("return")])
    assert (merged.changed, merged.added, merged.entries) == ({}, {}, [])


def outcomes(entries: Sequence[Entry]) -> list[tuple[str, str, str]]:
    return [(entry.header, entry.now, str(entry.outcome)) for entry in entries]


def edited(**values: str) -> Sheets:
    sheets = register()
    sheets[Recommendation][0].update(values)
    return sheets


def returned(sheets: Sheets, name: str = "ben", **facts: str) -> Copy:
    return Round(sheets, register()).copy(name, **({"person": name} | facts))


def test_what_two_returns_say_alike_is_taken_once() -> None:
    merged = merge(tracker(register()), [returned(edited(text="New")), returned(edited(text=" New "), "cas")])
    assert merged.changed == {Recommendation: {0: {"text": "New"}}}
    assert outcomes(merged.entries) == [("Recommendation", "New", "Taken")] * 2


def test_what_two_returns_say_otherwise_is_a_conflict_and_the_trackers_stays() -> None:
    merged = merge(tracker(register()), [returned(edited(text="One")), returned(edited(text="Two"), "cas")])
    assert merged.changed == {}
    assert outcomes(merged.entries) == [
        ("Recommendation", "One", "Conflict"),
        ("Recommendation", "Two", "Conflict"),
    ]
    assert "cas.xlsx has another value" in merged.entries[0].why


def test_what_the_tracker_has_changed_since_is_a_conflict() -> None:
    merged = merge(tracker(edited(text="Since")), [returned(edited(text="One"))])
    assert outcomes(merged.entries) == [("Recommendation", "One", "Conflict")]
    assert merge(tracker(edited(text="Since")), [returned(register())]).entries == []


def test_a_conflict_is_settled_by_what_a_person_has_chosen() -> None:
    copies = [returned(edited(text="One")), returned(edited(text="Two"), "cas")]
    place = ("Recommendations", "r1", "Recommendation")
    merged = merge(tracker(register()), copies, {(*place, "One"): False, (*place, "Two"): True})
    assert merged.changed == {Recommendation: {0: {"text": "Two"}}}
    assert sorted(str(entry.outcome) for entry in merged.entries) == ["Not taken", "Taken"]
    none = merge(tracker(register()), copies, {(*place, "One"): False, (*place, "Two"): False})
    assert none.changed == {}
    assert {str(entry.outcome) for entry in none.entries} == {"Not taken"}


def test_a_director_approves_by_filling_in_and_history_is_never_changed() -> None:
    sheets = register()
    sheets[ProgressUpdate][0] |= {
        "approved_by": "Ann Archer",
        "approved": "30/4/2010",
        "progress": "Rewritten",
    }
    merged = merge(tracker(register()), [returned(sheets)])
    assert merged.changed == {ProgressUpdate: {0: {"approved_by": "Ann Archer", "approved": "30/4/2010"}}}
    assert ("Latest progress", "Rewritten", "Not taken") in outcomes(merged.entries)


def test_a_row_that_is_missing_is_told_and_kept() -> None:
    sheets = register()
    del sheets[Recommendation][1]
    merged = merge(tracker(register()), [returned(sheets)])
    assert merged.changed == {}
    assert [entry.ref for entry in merged.entries] == ["R2"]


def test_a_ref_that_is_in_use_already_is_a_conflict() -> None:
    now = register()
    now[Action].append({"ref": "R1.3", "recommendation": "R1", "text": "Something else"})
    sheets = register()
    sheets[Action].append({"ref": "R1.3", "recommendation": "R1", "text": "Mine"})
    merged = merge(tracker(now), [returned(sheets)])
    assert outcomes(merged.entries) == [("Action", "Mine", "Conflict")]


def test_a_persons_later_return_counts_and_the_earlier_is_told() -> None:
    earlier = returned(
        edited(text="First try", leads="Cas Cole"), "ben-1", person="Ben", modified="2010-07-01T09:00:00Z"
    )
    later = returned(edited(text="Second try"), "ben-2", person="Ben", modified="2010-07-02T09:00:00Z")
    merged = merge(tracker(register()), [later, earlier])
    assert merged.changed == {Recommendation: {0: {"text": "Second try"}}}
    told = [entry for entry in merged.entries if entry.outcome is Outcome.NOT_TAKEN]
    assert sorted(entry.now for entry in told) == ["Cas Cole", "First try"]
    assert "ben-2.xlsx was saved later" in told[0].why


@pytest.mark.parametrize(
    ("sent", "typed"),
    [("30/4/2010", "2010-04-30"), ("Ben  Baker", "Ben Baker"), ("IN PROGRESS", "In progress")],
)
def test_how_a_cell_is_typed_makes_no_difference(sent: str, typed: str) -> None:
    name = {"30/4/2010": "completed", "Ben  Baker": "owner"}.get(sent, "progress")
    before, after = register(), register()
    before[Action][0][name], after[Action][0][name] = sent, typed
    merged = merge(tracker(before), [Round(after, before).copy("return")])
    assert merged.entries == []
