"""Help for somebody who is not heard, does not agree, suffers for speaking up, or is in danger.

The law says what they can do, whatever the matter was; nobody is sent to whom they complain about.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answer.acts import MAY_ASK, Act, hear
from bot.answer.acts.danger import tells_violence
from bot.answer.understand.sentences import asks
from bot.answer.understand.talk.subject import names_subject
from bot.answer.values import Status
from bot.conversation.answering.placeless import answered_again, told_in
from bot.conversation.answering.question import below, turn_of, turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome, Turn
from knowledge.language.terms.english import in_vietnamese
from knowledge.language.text import syllables
from prompts.render import render

_LONGEST = 11
"""Syllables up to which what is not heard is the last matter rather than one that is named."""
_MOST_STEPS = 2


def is_of_last_matter(text: str) -> bool:
    """Return True if `text` says too little to be about a matter of its own."""
    return len(syllables(text)) <= _LONGEST and not names_subject(text)


def tell_what_next(situation: Situation, act: Act, text: str, last: Turn) -> Outcome:
    """Tell what can be done next in the matter of `last`, the turn asked before.

    While the place may still be told, that is said in short, as all is to nobody's place.
    """
    if situation.chat.place is None and not situation.chat.declined:
        return _told(situation, act, text, ())
    place = last.place or situation.chat.place
    answers = [part.answer for part in answered_again(situation, last.reading, place).explanations]
    steps = tuple(step for answer in answers for step in answer.steps)[:_MOST_STEPS]
    return _told(situation, act, text, steps)


def tell_protection(situation: Situation, text: str) -> Outcome:
    """Tell who suffers for speaking up what protects them, whom to see above, whom to call.

    The staff is told at once where it reads.
    """
    outcome = _told(situation, Act.REPRISAL, text, ())
    turn = outcome.turn
    if turn is None or not situation.memory.has_staff() or situation.message.in_group:
        return outcome
    return replace(outcome, staff_question=turn.id)


def suffers_reprisal(situation: Situation, text: str) -> bool:
    """Return True if `text` tells of threats for having spoken up, and of no violence.

    Whoever told of violence before is still helped in that; who told of threats may ask on.
    """
    heard = hear(in_vietnamese(text))
    before = _told_of_danger(situation)
    if before is None:
        return heard.reprisal
    asks_on = heard.reprisal or (heard.act in MAY_ASK and not heard.danger)
    return asks_on and not tells_violence(before.question)


def _told_of_danger(situation: Situation) -> Turn | None:
    """Return the turn that told of danger, while that is what the talk is about."""
    chat = situation.chat
    if chat.expects is not Expects.SAFETY:
        return None
    return next((turn for turn in chat.turns if turn.id == chat.about), None)


def _told(situation: Situation, act: Act, text: str, steps: tuple[str, ...]) -> Outcome:
    question = render("talk/asked_of_law", act=act.value)
    law = told_in(situation, situation.asks_law(question).answer)
    place = situation.chat.place
    said = render(
        f"talk/acts/{act.value}",
        told=law,
        steps=steps,
        briefly=place is None and not situation.chat.declined,
        contacts=situation.memory.contacts(place),
        place=place,
        told_staff=situation.memory.has_staff() and not situation.message.in_group,
        english=situation.english,
    )
    turn = replace(turn_of(situation, law.answer), question=text)
    rows = below(situation, turn) if turn.status is Status.ANSWERED else ()
    return replace(situation.tell(said, *rows), turn=turn)


_OVER = (Act.THANKS, Act.FAREWELL, Act.ACKNOWLEDGE)
"""Words that are said once the worst is over."""
_SHORT = 6
"""Syllables up to which whoever told of danger still speaks of that."""


def help_in_danger(situation: Situation, text: str) -> Outcome:
    """Tell whom to call, and hand `text` to the staff if anybody reads there."""
    return _helped(situation, text, "danger")


def stay_with(situation: Situation, text: str) -> Outcome | None:
    """Go on with somebody who told of danger lately; None once they ask about something else.

    Something else is a question about the life of the commune, of some length.
    """
    chat = situation.chat
    told_lately = chat.expects is Expects.SAFETY and any(
        turn.id == chat.about for turn in chat.turns
    )
    if not told_lately:
        return None
    if situation.edition.answerer.read(text).civic and asks(text) and len(syllables(text)) > _SHORT:
        return None
    over = hear(text).act in _OVER
    return _helped(situation, text, "danger_over" if over else "danger_still")


def _helped(situation: Situation, text: str, template: str) -> Outcome:
    place = situation.chat.place
    contacts = situation.memory.contacts(place)
    has_staff = situation.memory.has_staff()
    turn = turn_of_talk(situation, text)
    said = render(f"answer/talk/{template}", contacts=contacts, place=place, told_staff=has_staff)
    outcome = situation.tell(said)
    handed = replace(outcome, turn=turn, staff_question=turn.id if has_staff else None)
    if situation.message.in_group:
        return handed
    first = situation.chat.expects is Expects.SAFETY and situation.chat.about
    return replace(handed, chat=situation.expecting(Expects.SAFETY, first or turn.id))
