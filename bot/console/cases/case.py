"""The page of a case: its questions, its state, and the forms to deal with it."""

from __future__ import annotations

from typing import Annotated, assert_never

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.anchors import reading_link
from bot.console.cases.answering import ReplyDraft
from bot.console.cases.faults import CaseFault, Faults
from bot.console.cases.lookup import PATH, Number, caseload, existing, link, replies
from bot.console.cases.question_links import question_links
from bot.console.cases.recipients import common_place, newest_of_each, recipients
from bot.console.cases.threads import newest_question, threads_of
from bot.console.visits.visit import CurrentVisit, Visit
from bot.conversation.chats.shaping import shape
from bot.conversation.talk.thread import staff_reply
from bot.conversation.values import Cited
from bot.store.accounts.audit import StaffAction
from bot.store.caseload.replies import StaffAnswer
from bot.store.talk.cases import CaseState
from knowledge.law.fingerprint import fingerprint
from prompts.render import render

PAGES = APIRouter(prefix=PATH)


@PAGES.get("/{number}")
def show(visit: CurrentVisit, number: Number) -> Response:
    """Show a case with its questions and forms."""
    return _page(visit, number)


@PAGES.post("/{number}/giao")
def assign(
    visit: CurrentVisit,
    number: Number,
    tai_khoan: Annotated[str, Form(max_length=64, pattern=r"^[^\x00]*$")] = "",
) -> Response:
    """Give the case to somebody, or to nobody."""
    existing(visit, number)
    if not caseload(visit).assign(number, tai_khoan or None):
        return _page(visit, number, faults={"tai_khoan": CaseFault.ACCOUNT})
    return visit.done(StaffAction.CASE_ASSIGNED, link(number), f"{number}: {tai_khoan or '–'}")


@PAGES.post("/{number}/trang-thai")
def set_state(visit: CurrentVisit, number: Number, thanh: Annotated[CaseState, Form()]) -> Response:
    """Note what became of the case."""
    if not caseload(visit).set_state(number, thanh):
        raise HTTPException(404)
    return visit.done(_action(thanh), link(number), str(number))


@PAGES.post("/{number}/tra-loi")
def answer(visit: CurrentVisit, number: Number, draft: Annotated[ReplyDraft, Form()]) -> Response:
    """Send an answer to those who wait for one."""
    case = existing(visit, number)
    reachable = (
        recipient for recipient in recipients(visit, case.asked) if not recipient.hindrance
    )
    chosen = newest_of_each(
        recipient for recipient in reachable if recipient.question.turn.id in draft.cho
    )
    faults = draft.faults()
    if not chosen:
        faults["cho"] = CaseFault.RECIPIENTS
    if faults:
        return _page(visit, number, draft, faults)
    staff_answer = StaffAnswer(draft.text, draft.signature, visit.name)
    posts, menus = {}, {}
    for recipient in chosen:
        turn, abilities = (
            recipient.question.turn,
            visit.office.abilities[recipient.question.channel],
        )
        reply = staff_reply(render("staff/answer", answer=staff_answer, turn=turn), turn.id)
        posts[turn.id], menus[turn.id] = shape(reply, abilities), reply.menu
    deliveries = replies(visit).send(number, staff_answer, posts, visit.now, menus)
    if not deliveries:
        return _page(visit, number, draft, {"cho": CaseFault.TAKEN})
    visit.office.deliver(deliveries)
    return visit.done(StaffAction.CASE_ANSWERED, link(number), str(number))


def _action(state: CaseState) -> StaffAction:
    """Return the action that brings a case into `state`."""
    match state:
        case CaseState.OPEN:
            return StaffAction.CASE_REOPENED
        case CaseState.DONE:
            return StaffAction.CASE_DONE
        case CaseState.OUTSIDE:
            return StaffAction.CASE_OUTSIDE
        case _:
            assert_never(state)


def _page(
    visit: Visit, number: int, draft: ReplyDraft | None = None, faults: Faults | None = None
) -> Response:
    case = existing(visit, number)
    waiting = newest_of_each(recipients(visit, case.asked))
    sent = replies(visit).sent(question.turn.id for question in case.asked)
    draft = draft or ReplyDraft.new(
        common_place(waiting), [recipient.question.turn.id for recipient in waiting]
    )
    return visit.show(
        "cases/case",
        422 if faults else 200,
        case=case,
        recipients=waiting,
        threads=threads_of(case.asked, sent),
        sent=sent,
        accounts=[account.name for account in visit.office.store.accounts.every()],
        draft=draft,
        faults=faults or {},
        cited=lambda turn: [(citation, _is_changed(visit, citation)) for citation in turn.cited],
        links=question_links(case.number, newest_question(case.asked)),
        path=link(number),
        reading_link=reading_link,
    )


def _is_changed(visit: Visit, cited: Cited) -> bool:
    """Return True if the provision has changed since it was cited."""
    document = visit.office.edition().answerer.library.get(cited.address.resolution)
    if document is None or document.find(cited.address) is None:
        return True
    return fingerprint(cited.address, document) != cited.fingerprint
