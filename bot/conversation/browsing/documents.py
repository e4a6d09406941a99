"""The resolutions that apply, and their articles."""

from __future__ import annotations

from bot.conversation.actions import ActionName, Row, label_of, offer, one_a_row
from bot.conversation.browsing.paging import page
from bot.conversation.browsing.provisions import provision_choice
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome
from knowledge.law.resolution import Provision, Resolution
from knowledge.validity.standing import standing
from prompts.render import render

_ARTICLES_A_PAGE = 8


def show_documents(situation: Situation) -> Outcome:
    """List the resolutions that apply where the resident lives, with dates and standing today."""
    scope = situation.scope
    listed = [*scope.resolutions, *(one for one, _ in scope.excluded)]
    standings = [(one, standing(one, situation.today).name) for one in listed]
    rows = (*_openings(listed), (offer(ActionName.ASK_PLACE),))
    return situation.say("documents", *rows, scope=scope, documents=standings)


def show_articles(situation: Situation, resolution_id: str, passed: str) -> Outcome:
    """Offer the articles of a resolution, a page of them."""
    resolution = situation.edition.answerer.library.get(resolution_id)
    if resolution is None:
        return situation.say("outdated")
    shown = page(_articles(resolution), int(passed), _ARTICLES_A_PAGE)
    choices = one_a_row(
        provision_choice(
            situation, one.address, render("chat/article", article=one, resolution=resolution)
        )
        for one in shown.items
    )
    up = offer(ActionName.DOCUMENTS, label=label_of("back"))
    turning = shown.turning(ActionName.ARTICLES, resolution_id, up=up)
    return situation.say("articles", *choices, turning, resolution=resolution)


def _openings(listed: list[Resolution]) -> tuple[Row, ...]:
    return one_a_row(
        offer(ActionName.ARTICLES, one.id, "0", label=render("chat/opening", resolution=one))
        for one in listed
    )


def _articles(resolution: Resolution) -> tuple[Provision, ...]:
    return tuple(unit for unit in resolution.provisions if unit.address.is_article)
