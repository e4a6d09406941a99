"""Browsing what residents may know, discuss, decide and supervise."""

from __future__ import annotations

from bot.answer.composing.whole import passage
from bot.conversation.actions import ActionName, Row, label_of, offer, one_a_row
from bot.conversation.browsing.paging import page
from bot.conversation.browsing.provisions import provision_rows
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome
from knowledge.matters.topic import Right
from prompts.render import render

_TOPICS_A_PAGE = 8
_PROVISIONS_A_PAGE = 3


def right_row() -> Row:
    """Return the choices of the four rights."""
    return tuple(
        offer(ActionName.RIGHT, right.value, "0", label=render("chat/right", right=right.value))
        for right in Right
    )


def show_rights(situation: Situation) -> Outcome:
    """Say what the four rights are, and offer each."""
    return situation.say("rights", right_row(), in_group=situation.message.in_group)


def show_right(situation: Situation, right: str, passed: str) -> Outcome:
    """Offer the topics of `right` that are regulated where the resident lives, a page of them."""
    topics = situation.edition.catalogue.topics(Right(right), _ids(situation))
    shown = page(topics, int(passed), _TOPICS_A_PAGE)
    if not shown.items:
        return _nothing(situation)
    choices = one_a_row(
        offer(ActionName.TOPIC, right, topic.name, "0", label=topic.name) for topic in shown.items
    )
    turning = shown.turning(
        ActionName.RIGHT, right, up=offer(ActionName.RIGHTS, label=label_of("back"))
    )
    place = situation.chat.place
    return situation.say("topics", *choices, turning, right=right, place=place)


def show_topic(situation: Situation, right: str, topic: str, passed: str) -> Outcome:
    """Quote the provisions of `topic` that apply where the resident lives, a page of them."""
    addresses = situation.edition.catalogue.provisions(topic, _ids(situation))
    shown = page(addresses, int(passed), _PROVISIONS_A_PAGE)
    if not shown.items:
        return _nothing(situation)
    library = situation.edition.answerer.library
    quotes = [passage(one, library[one.resolution], topic) for one in shown.items]
    up = offer(ActionName.RIGHT, right, "0", label=label_of("back"))
    rows = (
        *provision_rows(situation, shown.items),
        shown.turning(ActionName.TOPIC, right, topic, up=up),
    )
    place = situation.chat.place
    return situation.say("provisions", *rows, topic=topic, place=place, quotes=quotes)


def _nothing(situation: Situation) -> Outcome:
    rows = (right_row(), (offer(ActionName.ASK_PLACE),))
    return situation.say("no_topics", *rows, place=situation.chat.place)


def _ids(situation: Situation) -> frozenset[str]:
    return frozenset(one.id for one in situation.scope.resolutions)
