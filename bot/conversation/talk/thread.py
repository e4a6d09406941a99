"""The staff in the talk: questions handed over, the thread with an officer, and the way back."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.acts import Act
from bot.answer.values import Status
from bot.conversation.actions import ActionName, label_of, offer
from bot.conversation.answering.question import ask, last_asked, too_much, turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Choice, Expects, Opinion, Outcome, Reply, Turn, new_id
from knowledge.gazetteer.places import Place


def tell_contacts(situation: Situation, asked_for: Place | None) -> Outcome:
    """Tell the contacts of the place that was asked for, or of the resident's own."""
    place = asked_for or situation.chat.place
    contacts = situation.memory.contacts(place)
    return situation.say("staff/none", place=place, contacts=contacts)


_ABOUT_THE_THREAD = (Act.WHO_ARE_YOU, Act.PRIVACY)
"""Questions about the talk itself."""


def staff_reply(text: str, turn_id: str) -> Reply:
    """Return the staff's answer to a turn, worded as `text`, with what can be chosen below it."""
    good, bad = offer(ActionName.STAFF_GOOD, turn_id), offer(ActionName.STAFF_BAD, turn_id)
    return Reply(
        text, ((offer(ActionName.WRITE_STAFF, turn_id),), (good, bad), (offer(ActionName.ASK_BOT),))
    )


def more_words(turn_id: str) -> Choice:
    """Return the offer to add words to a question that was handed to the staff."""
    return offer(ActionName.WRITE_STAFF, turn_id, label=label_of("write_more"))


def ways(situation: Situation) -> tuple[Choice, ...]:
    """Return what can be chosen in words all along a thread, whatever was offered last."""
    return offer(ActionName.WRITE_STAFF, situation.chat.thread or ""), offer(ActionName.ASK_BOT)


def write_staff(situation: Situation, turn_id: str) -> Outcome:
    """Begin or go on with the thread about a turn: the next text goes to the staff."""
    return _ask_for_words(situation, turn_id, blamed=False)


def _ask_for_words(situation: Situation, turn_id: str, *, blamed: bool) -> Outcome:
    turn = _find(situation, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
    place = _place(situation, turn)
    if situation.message.in_group:
        return situation.say("staff/private_only")
    if not situation.memory.has_staff():
        return tell_contacts(situation.without_thread(), place)
    outcome = situation.say("staff/write", (offer(ActionName.ASK_BOT),), place=place, blamed=blamed)
    return replace(outcome, chat=situation.expecting_words(turn.id))


def take_words(situation: Situation, text: str, note: str = "") -> Outcome:
    """Pass `text` on to the staff; with nobody left there, the bot answers it.

    The bot itself says, too, who answers here and what is kept: no officer knows better.
    `note` names how the words came, as in `ask`.
    """
    if not situation.memory.has_staff():
        return ask(situation.without_thread(), text, note)
    refusal = too_much(situation)
    if refusal:
        return refusal
    turn = _words(situation, text)
    way_back = offer(ActionName.ASK_BOT, turn.id)
    act = situation.edition.answerer.read(text).act
    about = act.value if act in _ABOUT_THE_THREAD else ""
    outcome = situation.say(
        "staff/passed_on", (way_back,), place=turn.place, note=note, about=about
    )
    chat = replace(outcome.chat, thread=turn.id)
    return replace(outcome, chat=chat, turn=turn, staff_question=turn.id)


def ask_bot(situation: Situation, turn_id: str = "") -> Outcome:
    """End the thread; answer the words of a turn that went to the staff, if one is named."""
    alone = situation.without_thread()
    if not turn_id:
        return alone.say("staff/back_to_bot", (offer(ActionName.RIGHTS), offer(ActionName.HELP)))
    turn = _find(alone, turn_id)
    return ask(alone, turn.question) if turn else alone.say("steps/outdated")


def praise(situation: Situation, turn_id: str) -> Outcome:
    """Let the staff know that its answer to a turn was good."""
    if _find(situation, turn_id) is None:
        return situation.say("steps/outdated")
    outcome = situation.say("staff/praised", (more_words(turn_id), offer(ActionName.ASK_BOT)))
    return replace(outcome, staff_opinion=Opinion(turn_id, good=True))


def blame(situation: Situation, turn_id: str) -> Outcome:
    """Let the staff know that its answer to a turn was not, and pass on what is written next."""
    outcome = _ask_for_words(situation, turn_id, blamed=True)
    return replace(outcome, staff_opinion=Opinion(turn_id, good=False))


def _words(situation: Situation, text: str) -> Turn:
    """Return `text` as what a resident writes to the staff about the turn of the thread."""
    thread = situation.chat.thread or ""
    return Turn(
        id=new_id(),
        asked_at=situation.now,
        question=text,
        reading=text,
        status=Status.SMALL_TALK,
        place=_place(situation, _find(situation, thread)),
        index_version=situation.edition.version,
        thread=thread,
    )


def _place(situation: Situation, turn: Turn | None) -> Place | None:
    return (turn.place if turn else None) or situation.chat.place


def _find(situation: Situation, turn_id: str) -> Turn | None:
    return situation.memory.turn(situation.chat.key, turn_id)


def ask_staff(situation: Situation, turn_id: str) -> Outcome:
    """Hand the question of a turn to the staff, or say whom to turn to if nobody reads there.

    Of somebody who was asked for words, the next ones go to the staff, too.
    """
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
    if not situation.memory.has_staff():
        return tell_contacts(situation, turn.place)
    waits = situation.in_thread or situation.chat.expects is Expects.COMMENT
    return _handed_over(situation, turn, waits=waits)


def call_staff(situation: Situation, text: str) -> Outcome:
    """Hand over what was asked last to whoever wants a person, and `text` if nothing was."""
    turn = turn_of_talk(situation, text)
    if not situation.memory.has_staff():
        return replace(tell_contacts(situation, None), turn=turn)
    if last := last_asked(situation):
        return replace(_handed_over(situation, last, waits=False), turn=turn)
    outcome = situation.say("staff/called", (offer(ActionName.ASK_BOT),))
    chat = situation.expecting_words(turn.id)
    return replace(outcome, chat=chat, turn=turn, staff_question=turn.id)


def _handed_over(situation: Situation, turn: Turn, *, waits: bool) -> Outcome:
    """Return the outcome that hands `turn` over; `waits` tells that more words are waited for."""
    choice = offer(ActionName.ASK_BOT) if waits else more_words(turn.id)
    outcome = situation.say("staff/handed_over", (choice,), question=turn.reading, asked=waits)
    chat = situation.expecting_words(turn.id) if waits else outcome.chat
    return replace(outcome, chat=chat, staff_question=turn.id)
