"""The store: the one door to what is remembered, opened by `bot.commands.wiring` alone."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from bot.answer.staff.contacts import Contacts
from bot.channels.base import Message, Post
from bot.conversation.values import Chat, Menu, Outcome, Reply, Turn
from bot.store.accounts.accounts import Accounts
from bot.store.accounts.audit import Audit
from bot.store.accounts.sessions import Sessions
from bot.store.caseload import staff_questions, threads
from bot.store.caseload.caseload import Caseload
from bot.store.caseload.replies import Replies
from bot.store.database.database import Database, DatabaseFailed, DatabaseUnusable, insert
from bot.store.database.migration import migrate
from bot.store.database.tables import seal
from bot.store.keys.codec import seal_address
from bot.store.keys.key import SecretKey, WrongKey
from bot.store.messages import incoming, outbox
from bot.store.messages.failures import Failures
from bot.store.messages.outbox import Addressee, PostState
from bot.store.office.approvals import ApprovalTable
from bot.store.office.contacts import ContactTable
from bot.store.office.tokens import TokenTable
from bot.store.question_sets.question_sets import QuestionSets
from bot.store.question_sets.set_results import SetResults
from bot.store.question_sets.set_runs import SetRuns
from bot.store.talk import chats, turns
from bot.store.talk.forgetting import forget_before, forget_chat
from bot.store.talk.tallies import Tallies
from bot.store.talk.turn_figures import TurnFigures
from bot.store.tasks import Tasks
from bot.store.values import Delivery, Receipt, StaffQuestion
from knowledge.gazetteer.places import Place

__all__ = ["Delivery", "Receipt", "Store"]


class Store:
    """The memory in one database; several threads and processes may use it.

    Its methods take in messages and settle them; its attributes hold all else that is kept.
    Every method raises StoreError where the database fails; then nothing was changed.
    """

    def __init__(self, database: Database, key: SecretKey) -> None:
        self._database, self._key = database, key
        self.accounts = Accounts(database)
        self.sessions = Sessions(database)
        self.audit = Audit(database)
        self.cases = Caseload(database)
        self.replies = Replies(database, key)
        self.failures = Failures(database, key)
        self.approvals = ApprovalTable(database)
        self.contact_table = ContactTable(database)
        self.question_sets = QuestionSets(database)
        self.set_runs = SetRuns(database)
        self.set_results = SetResults(database)
        self.tallies = Tallies(database)
        self.turn_figures = TurnFigures(database)
        self.tasks = Tasks(database)

    @classmethod
    def open(cls, url: str, key: SecretKey) -> Store:
        """Return the store in the database at `url`, its tables brought up to date.

        Raises:
            DatabaseUnusable, NewerDatabase: there is no such database, or a later one.
            WrongKey: it was written with another key.
        """
        store = cls(Database.connect(url), key)
        with ExitStack() as undo:
            undo.callback(store.close)
            store._make_ready()
            undo.pop_all()
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def tokens(self, app: str) -> TokenTable:
        """Return where the tokens are kept that let `app` write for an Official Account on Zalo."""
        return TokenTable(self._database, self._key, app)

    def receive(self, message: Message, at: datetime) -> Receipt | None:
        """Keep `message` until it is answered; return None if it came before."""
        return self.receive_all([message], at)[0]

    def receive_all(self, messages: Sequence[Message], at: datetime) -> tuple[Receipt | None, ...]:
        """Keep `messages`, all or none, as `receive` does each."""
        with self._database.writing() as connection:
            return tuple(
                incoming.take_in(connection, self._key, message, at) for message in messages
            )

    def unanswered(self) -> tuple[Receipt, ...]:
        """Return the messages that are not answered yet, oldest first."""
        with self._database.reading() as connection:
            return incoming.waiting(connection, self._key)

    def recall(self, message: Message, now: datetime) -> Chat:
        """Return what is remembered of the chat that `message` came from."""
        key = self._key.chat(message.channel, message.chat)
        with self._database.reading() as connection:
            chat = chats.recall(connection, key, message.channel, now)
        if not (message.in_group and message.sender):
            return chat
        return replace(chat, person=self._key.person(message.channel, message.chat, message.sender))

    def last_heard(self, channel: str, chat: str) -> datetime | None:
        """Return when somebody wrote in `chat` last, None where nothing is known of it."""
        with self._database.reading() as connection:
            return chats.last_heard(connection, self._key.chat(channel, chat))

    def settle(
        self,
        receipt: Receipt,
        outcome: Outcome,
        posts: Sequence[Sequence[Post]],
        now: datetime,
    ) -> tuple[Delivery, ...]:
        """Keep all that a message led to, or nothing; return what is to be sent, in order.

        `posts[i]` are those of `outcome.replies[i]`. A message that was settled before stays as it
        is.
        """
        to = Addressee(receipt.message.channel, receipt.message.chat)
        key = self._key.chat(to.channel, to.chat)
        with self._database.writing(flushed=False) as connection:
            if not incoming.empty(connection, receipt.id):
                return ()
            if outcome.forget:
                forget_chat(connection, key, receipt.id)
            else:
                self._keep(connection, key, to, outcome, now)
            flat = [post for _, own in zip(outcome.replies, posts, strict=True) for post in own]
            given = outbox.put(connection, self._key, to, flat, now)
            if outcome.resend:
                again = outbox.take_again(connection, self._key, key, outcome.resend, now)
                threads.carry_over(connection, outcome.resend, again)
                given += again
        if outcome.forget:
            self._database.scrub()
        return given

    def enqueue(
        self, channel: str, chat: str, reply: Reply, posts: Sequence[Post], now: datetime
    ) -> tuple[Delivery, ...]:
        """Keep a reply that no message led to; return what is to be sent, in order."""
        with self._database.writing() as connection:
            chats.add_menus(connection, self._key.chat(channel, chat), [reply.menu], now)
            return outbox.put(connection, self._key, Addressee(channel, chat), posts, now)

    def undelivered(self) -> tuple[Delivery, ...]:
        """Return what has not certainly arrived, oldest first."""
        with self._database.reading() as connection:
            return outbox.under_way(connection, self._key)

    def mark_sending(self, delivery: str) -> None:
        """Note that `delivery` is being sent: after a crash nobody knows whether it arrived."""
        self._mark(delivery, PostState.SENDING)

    def mark_waiting(self, delivery: str) -> None:
        """Note that `delivery` certainly did not arrive, and is to be sent again."""
        self._mark(delivery, PostState.WAITING)

    def mark_sent(self, delivery: str, now: datetime) -> None:
        """Remove `delivery`: it arrived; to an answer of the staff words may be written back."""
        with self._database.writing(flushed=False) as connection:
            threads.open_thread(connection, delivery, now)
            outbox.remove(connection, delivery)

    def mark_failed(self, delivery: str, reason: str) -> None:
        """Give `delivery` up for `reason`; the staff can have it tried again."""
        with self._database.writing() as connection:
            outbox.give_up(connection, delivery, reason)

    def set_aside(self, delivery: str) -> None:
        """Keep `delivery`, which may have arrived, until somebody asks for it again."""
        self._mark(delivery, PostState.ASIDE)

    def forget_before(self, when: datetime) -> int:
        """Remove what was kept before `when`; return the number of rows."""
        with self._database.writing() as connection:
            forgotten = forget_before(connection, when)
        self._database.scrub()
        return forgotten

    def menu(self, chat: str, id: str) -> Menu | None:  # noqa: A002 - the name in the protocol
        """Return the menu `id` that was offered in the chat with the key `chat`."""
        with self._database.reading() as connection:
            return chats.find_menu(connection, chat, id)

    def turn(self, chat: str, id: str) -> Turn | None:  # noqa: A002 - the name in the protocol
        """Return the turn `id` of the chat with the key `chat`."""
        with self._database.reading() as connection:
            return turns.find_turn(connection, chat, id)

    def has_staff(self) -> bool:
        """Return True if anyone is there to read what residents ask the staff."""
        return self.accounts.has_any()

    def contacts(self, place: Place | None) -> Contacts:
        """Return whom a resident of `place`, None where it is not known, can turn to."""
        return self.contact_table.find(place)

    def staff_questions(self) -> tuple[StaffQuestion, ...]:
        """Return what residents ask the staff, newest first."""
        with self._database.reading() as connection:
            return staff_questions.list_questions(connection)

    def _keep(
        self, connection: Connection, key: str, to: Addressee, outcome: Outcome, now: datetime
    ) -> None:
        chats.remember(connection, key, outcome.chat, now)
        chats.add_menus(connection, key, (reply.menu for reply in outcome.replies), now)
        if outcome.turn:
            turns.add_turn(connection, key, to.channel, outcome.turn)
        if outcome.opinion:
            turns.add_opinion(connection, key, outcome.opinion, now)
        judged = outcome.staff_opinion
        if judged and turns.find_turn(connection, key, judged.turn):
            staff_questions.judge(connection, judged)
        question = turns.find_turn(connection, key, outcome.staff_question or "")
        if question:
            address = seal_address(self._key, to.channel, to.chat)
            staff_questions.hand_over(connection, question, address, now)

    def _make_ready(self) -> None:
        try:
            with self._database.migrating() as connection:
                migrate(connection)
                _check(connection, self._key)
        except DatabaseFailed as error:
            raise DatabaseUnusable(error.reason) from error
        except OSError as error:
            raise DatabaseUnusable(error) from error

    def _mark(self, delivery: str, state: PostState) -> None:
        with self._database.writing() as connection:
            outbox.mark(connection, delivery, state)


def _check(connection: Connection, key: SecretKey) -> None:
    """Raise WrongKey if the database was written with another key than `key`."""
    own = key.derive("fingerprint")
    written_with = connection.execute(select(seal.c.fingerprint)).scalar()
    if written_with is None:
        connection.execute(insert(connection, seal).values(fingerprint=own))
    elif written_with != own:
        raise WrongKey
