"""Rules for messages that ask for no provision: somebody is in danger, or only talks."""

from __future__ import annotations

from bot.answer.acts.act import MAY_ASK, ON_THE_ANSWER, OUTSIDE, Act
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.deciding.rules.searched import SURELY, is_answered
from bot.answer.selection.evidence import Evidence
from bot.answer.values import Status


def danger(evidence: Evidence) -> Decision | None:
    """Reply to a cry for help, unless the question names a provision or a fact."""
    reading = evidence.reading
    if not reading.in_danger or reading.is_certain:
        return None
    return Decision(Status.SMALL_TALK, Reason.DANGER)


def small_talk(evidence: Evidence) -> Decision | None:
    """Reply to an act of talk.

    Words that may be said of an answer are a question if a provision answers them: "niêm yết ở
    đâu?". A message in another language may ask for something all the same.
    """
    act = evidence.reading.act
    if act is None or act in MAY_ASK:
        return None
    if act in ON_THE_ANSWER and (evidence.reading.is_certain or is_answered(evidence)):
        return None
    if act is Act.OTHER_LANGUAGE and evidence.sureness >= SURELY:
        return None
    status = Status.OUT_OF_SCOPE if act in OUTSIDE else Status.SMALL_TALK
    return Decision(status, Reason.SMALL_TALK, talk=act)
