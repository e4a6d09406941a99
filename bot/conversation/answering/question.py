"""A question, answered; the memory of it, and the choices below the answer."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import assert_never

from bot.answer.acts import Act
from bot.answer.understand.admission import Refused, admit
from bot.answer.values import Answer, Earlier, Question, Status
from bot.conversation.actions import ActionName, Row, offer
from bot.conversation.answering.placeless import for_no_place, needs_place, tells_home
from bot.conversation.browsing.provisions import related
from bot.conversation.situation import Situation
from bot.conversation.values import Cited, Expects, Outcome, Reply, Turn, new_id
from knowledge.law.fingerprint import fingerprint
from prompts.render import render

_GRIEVANCES = (Act.UNHEARD, Act.DISSENT)
"""Acts that speak of one matter and are answered from another."""
_PLACELESS = (Status.NO_RESOLUTION, Status.OUT_OF_SCOPE, Status.SMALL_TALK)
"""Outcomes that no place changes, or that ask for the place anyway."""


def ask(situation: Situation, typed: str, note: str = "") -> Outcome:
    """Answer what was `typed`, unless it cannot be taken, or too much was asked lately.

    `note` names what is said first about how the question came.
    """
    try:
        question = admit(typed)
    except Refused as refusal:
        return Outcome(situation.chat, (Reply(str(refusal)),))
    return too_much(situation) or _answer(situation, question, note, earlier_of(situation))


def too_much(situation: Situation) -> Outcome | None:
    """Count a message; return what is said where too much was written lately, None otherwise."""
    wait = situation.limit.take(situation.chat.asker, situation.now)
    if wait is None:
        return None
    minutes = ceil(wait.total_seconds() / 60)
    return Outcome(situation.chat, (Reply(render("chat/steps/limit", minutes=minutes)),))


def ask_again(situation: Situation, turn_id: str) -> Outcome:
    """Answer the question of a turn anew, for the place of the chat."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
    return _answer(situation, turn.reading, "again", ())


def answer_of_law(situation: Situation, question: str) -> Outcome:
    """Answer `question`, asked before, by the law of the whole country alone."""
    answer = situation.asks_law(question).answer
    turn = turn_of(situation, answer)
    law = answer.status is Status.ANSWERED
    text = render("chat/answer", note="law", question=question, answer=answer)
    said = text if law else render("talk/no_national_law")
    return replace(situation.tell(said, *below(situation, turn)), turn=turn)


def below(situation: Situation, turn: Turn) -> tuple[Row, ...]:
    """Return the choices below the answer of `turn`: five at most, as Zalo has buttons."""
    cited = (offer(ActionName.CITED, turn.id, "0"),) if turn.cited else ()
    near = (offer(ActionName.RELATED, turn.id, "0"),) if related(situation, turn) else ()
    bad, staff = offer(ActionName.BAD, turn.id), offer(ActionName.STAFF, turn.id)
    rows: tuple[Row, ...]
    match turn.status:
        case Status.ANSWERED:
            rows = ((*cited, *near), (offer(ActionName.GOOD, turn.id), bad), (staff,))
        case Status.NOT_FOUND:
            rows = (near, (bad, staff))
        case Status.NO_RESOLUTION:
            rows = ((offer(ActionName.ASK_PLACE), staff),)
        case Status.OUT_OF_SCOPE:
            rows = ((offer(ActionName.RIGHTS), bad), (staff,))
        case Status.SMALL_TALK:
            rows = ((offer(ActionName.RIGHTS), offer(ActionName.HELP)),)
        case unknown:
            assert_never(unknown)
    return tuple(filter(None, rows))


def _answer(
    situation: Situation, question: str, note: str, earlier: tuple[Earlier, ...]
) -> Outcome:
    place = situation.chat.place
    request = Question(question, situation.today, place, earlier)
    trace = situation.edition.answerer.trace(request)
    turn = turn_of(situation, trace.answer)
    if place is None and trace.answer.place and tells_home(question):
        situation = replace(situation, chat=replace(situation.chat, place=trace.answer.place))
        place = trace.answer.place
    if place is None and not situation.has_thread and needs_place(trace):
        return for_no_place(situation, trace, turn, below(situation, turn))
    text = render("chat/answer", note=note, question=question, answer=trace.answer)
    reply = Reply(text, below(situation, turn) + _asking_place(situation, trace.answer))
    expected = Expects.PLACE if place is None and not situation.has_thread else None
    return Outcome(situation.expecting(expected), (reply,), turn)


def _asking_place(situation: Situation, answer: Answer) -> tuple[Row, ...]:
    """Return the offer to say where one lives, below an answer that would need it."""
    known = situation.chat.place or answer.place
    if known or answer.status in _PLACELESS:
        return ()
    return ((offer(ActionName.ASK_PLACE),),)


def turn_of(situation: Situation, answer: Answer) -> Turn:
    """Return what is remembered of a question and its `answer`."""
    library = situation.edition.answerer.library
    return Turn(
        id=new_id(),
        asked_at=situation.now,
        question=answer.question,
        reading=answer.understood_as,
        status=answer.status,
        place=answer.place,
        cited=tuple(
            Cited(cited.address, fingerprint(cited.address, library[cited.address.resolution]))
            for cited in answer.citations
            if cited.quote
        ),
        passages=answer.passages,
        topics=answer.topics,
        confidence=answer.confidence,
        timings_ms=answer.timings_ms,
        index_version=situation.edition.version,
    )


def earlier_of(situation: Situation) -> tuple[Earlier, ...]:
    """Return what was asked lately; small talk and grievances in between change no subject."""
    read = situation.edition.answerer.read
    return tuple(
        Earlier(
            turn.reading,
            tuple(cited.address for cited in turn.cited),
            turn.topics,
            turn.place,
            turn.passages[0].address if turn.status is Status.ANSWERED and turn.passages else None,
        )
        for turn in situation.chat.turns
        if turn.status is not Status.SMALL_TALK and read(turn.question).act not in _GRIEVANCES
    )


def turn_of_talk(situation: Situation, text: str) -> Turn:
    """Return the turn of a message that asked for no provision."""
    return Turn(
        id=new_id(),
        asked_at=situation.now,
        question=text,
        reading=text,
        status=Status.SMALL_TALK,
        place=situation.chat.place,
        index_version=situation.edition.version,
    )


def last_asked(situation: Situation) -> Turn | None:
    """Return the last turn in which something was asked, whatever was said of it since."""
    turns = reversed(situation.chat.turns)
    return next((turn for turn in turns if turn.status is not Status.SMALL_TALK), None)
