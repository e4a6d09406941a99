"""Rights, topics, resolutions and their articles, to look around in without a question."""

from __future__ import annotations

from bot.answer.composing.whole import passage
from bot.conversation.actions import ActionName, Row, label_of, offer, one_a_row
from bot.conversation.browsing.provisions import page, provision_choice, provision_rows
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome
from knowledge.law.resolution import Resolution
from knowledge.matters.topic import Right
from knowledge.validity.standing import standing
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
    return situation.say("browsing/rights", right_row(), in_group=situation.message.in_group)


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
    return situation.say("browsing/topics", *choices, turning, right=right, place=place)


def show_topic(situation: Situation, right: str, topic: str, passed: str) -> Outcome:
    """Quote the provisions of `topic` that apply where the resident lives, a page of them."""
    addresses = situation.edition.catalogue.provisions(topic, _ids(situation))
    shown = page(addresses, int(passed), _PROVISIONS_A_PAGE)
    if not shown.items:
        return _nothing(situation)
    library = situation.edition.answerer.library
    quotes = [passage(address, library[address.resolution], topic) for address in shown.items]
    up = offer(ActionName.RIGHT, right, "0", label=label_of("back"))
    rows = (
        *provision_rows(situation, shown.items),
        shown.turning(ActionName.TOPIC, right, topic, up=up),
    )
    place = situation.chat.place
    return situation.say("provisions/of_topic", *rows, topic=topic, place=place, quotes=quotes)


def _nothing(situation: Situation) -> Outcome:
    rows = (right_row(), (offer(ActionName.ASK_PLACE),))
    return situation.say("browsing/no_topics", *rows, place=situation.chat.place)


def _ids(situation: Situation) -> frozenset[str]:
    return frozenset(resolution.id for resolution in situation.scope.resolutions)


_ARTICLES_A_PAGE = 8


def show_documents(situation: Situation) -> Outcome:
    """List the resolutions that apply where the resident lives, with dates and standing today."""
    scope = situation.scope
    listed = [*scope.resolutions, *(resolution for resolution, _ in scope.excluded)]
    standings = [(resolution, standing(resolution, situation.today).name) for resolution in listed]
    rows = (*_openings(listed), (offer(ActionName.ASK_PLACE),))
    return situation.say("browsing/documents", *rows, scope=scope, documents=standings)


def show_articles(situation: Situation, resolution_id: str, passed: str) -> Outcome:
    """Offer the articles of a resolution, a page of them."""
    resolution = situation.edition.answerer.library.get(resolution_id)
    if resolution is None:
        return situation.say("steps/outdated")
    articles = [unit for unit in resolution.provisions if unit.address.is_article]
    shown = page(articles, int(passed), _ARTICLES_A_PAGE)
    choices = one_a_row(
        provision_choice(
            situation,
            article.address,
            render("chat/browsing/article", article=article, resolution=resolution),
        )
        for article in shown.items
    )
    up = offer(ActionName.DOCUMENTS, label=label_of("back"))
    turning = shown.turning(ActionName.ARTICLES, resolution_id, up=up)
    return situation.say("browsing/articles", *choices, turning, resolution=resolution)


def _openings(listed: list[Resolution]) -> tuple[Row, ...]:
    return one_a_row(
        offer(
            ActionName.ARTICLES,
            resolution.id,
            "0",
            label=render("chat/browsing/opening", resolution=resolution),
        )
        for resolution in listed
    )
