"""The acts of a message in the talk, other than to ask for a provision."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never


class Act(StrEnum):
    """An act of talk; a message that does none of them asks."""

    SIMPLER = "simpler"
    """The last answer in plainer words."""
    SHORTER = "shorter"
    REPEAT = "repeat"
    PART = "part"
    """A part of the last answer, by its number."""
    WHICH_ARTICLE = "which_article"
    """The provision in which the last answer is written."""
    WHOM_TO_SEE = "whom_to_see"
    """The person or office to go to, on the matter of the last answer."""
    CERTAINTY = "certainty"
    LEGAL_FORCE = "legal_force"
    NATIONAL_LAW = "national_law"
    """The law of the whole country on the last question."""
    WRONG_ANSWER = "wrong_answer"
    UNHEARD = "unheard"
    """Nobody acts on the last matter who ought to: no reply, nothing shown, nothing done."""
    DISSENT = "dissent"
    """Somebody does not put up with what was told, and wants to know what to do next."""
    NO_PLACE = "no_place"
    """The place is not told, and an answer for the whole country wanted."""
    REPRISAL = "reprisal"
    """Threats, shouting or harm to whoever complained, reported or asked."""
    WHO_ARE_YOU = "who_are_you"
    PRIVACY = "privacy"
    """The use that is made of messages written here."""
    PERSON = "person"
    """A person of the staff rather than a machine."""
    INSULT = "insult"
    """Anger or a curse that asks for nothing."""
    THANKS = "thanks"
    FAREWELL = "farewell"
    GREETING = "greeting"
    ACKNOWLEDGE = "acknowledge"
    OTHER_LANGUAGE = "other_language"
    LINK = "link"
    """A web address and nothing else."""
    NUMBER = "number"
    """A telephone number, or other digits, and nothing else."""
    PICTURE = "picture"
    """Emoji, or signs as ":)))", and nothing else."""

    @property
    def is_on_the_answer(self) -> bool:
        """Return True if it is said of the last answer, and answered from it."""
        match self:
            case (
                Act.SIMPLER
                | Act.SHORTER
                | Act.REPEAT
                | Act.PART
                | Act.WHICH_ARTICLE
                | Act.WHOM_TO_SEE
                | Act.CERTAINTY
                | Act.LEGAL_FORCE
                | Act.NATIONAL_LAW
                | Act.WRONG_ANSWER
                | Act.UNHEARD
                | Act.DISSENT
            ):
                return True
            case (
                Act.NO_PLACE
                | Act.REPRISAL
                | Act.WHO_ARE_YOU
                | Act.PRIVACY
                | Act.PERSON
                | Act.INSULT
                | Act.THANKS
                | Act.FAREWELL
                | Act.GREETING
                | Act.ACKNOWLEDGE
                | Act.OTHER_LANGUAGE
                | Act.LINK
                | Act.NUMBER
                | Act.PICTURE
            ):
                return False
            case _:
                assert_never(self)


ON_THE_ANSWER = frozenset(act for act in Act if act.is_on_the_answer)
"""Acts that are said of the last answer, and answered from it."""
MAY_ASK = frozenset({Act.WHOM_TO_SEE, Act.UNHEARD, Act.DISSENT, Act.REPRISAL})
"""Acts that are a question of their own if no answer stands before them."""
OUTSIDE = frozenset({Act.INSULT, Act.OTHER_LANGUAGE, Act.LINK, Act.NUMBER})
"""Acts that are no small talk, and yet nothing of grassroots democracy."""
