"""Who did what, as the database holds it."""

from __future__ import annotations

from datetime import timedelta

from bot.store.accounts.audit import AuditEntry, StaffAction
from bot.store.store import Store
from tests.support.running.stores import NOW


def test_what_was_done_is_told_newest_first(store: Store) -> None:
    audit = store.audit
    audit.note("Minh", StaffAction.LOGIN, NOW)
    audit.note("Minh", StaffAction.ACCOUNT_ADDED, NOW + timedelta(minutes=1), "Lan")
    assert audit.entries(10) == (
        AuditEntry(2, NOW + timedelta(minutes=1), "Minh", "account_added", "Lan"),
        AuditEntry(1, NOW, "Minh", "login", ""),
    )


def test_the_log_is_read_in_pieces(store: Store) -> None:
    audit = store.audit
    for _ in range(5):
        audit.note("Minh", StaffAction.LOGIN, NOW)
    assert [entry.number for entry in audit.entries(2)] == [5, 4]
    assert [entry.number for entry in audit.entries(2, before=4)] == [3, 2]
    assert audit.entries(2, before=1) == ()
