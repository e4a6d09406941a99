"""The preview of a document in the library, for whoever decides on it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from bot.commands.terminal import write
from bot.publishing.rehearsing.change import AnswerChange as Answers
from bot.publishing.rehearsing.change import ChangeGroup
from bot.publishing.rehearsing.rehearsal import Rehearsal
from knowledge.law.difference import Side, WordingChange, difference
from knowledge.law.outline import outline
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Resolution
from knowledge.library.intake.effects import effects_of
from knowledge.library.intake.prospect import Prospect
from prompts.render import render

_MOST = 10
"""Changed answers of a group that are printed in full: more is read in the console."""
_SIGNS = {Side.BEFORE: "-", Side.AFTER: "+"}
_COLOURS = {Side.BEFORE: "red", Side.AFTER: "green"}


def print_preview(candidate: Prospect, library: Sequence[Resolution]) -> None:
    """Print what was read of `candidate`, its faults, and what it changes, there in colours.

    Before its own changes it is told what it ends and amends in `library`, and beyond it.
    """
    findings = [
        {
            "finding": finding,
            "message": render("lint/message", finding=finding),
            "action": render("lint/action", finding=finding),
        }
        for finding in candidate.findings
    ]
    articles = outline(candidate.document)
    previous = candidate.previous
    facts = {"document": candidate.document, "previous": previous, "findings": findings}
    effects = effects_of(candidate.document, library)
    write(
        render("adding/preview", articles=articles, candidate=candidate, effects=effects, **facts)
    )
    write(render("adding/effects", effects=effects))
    if previous is not None:
        _print_changes(difference(previous, candidate.document))


def print_matters(matters: Sequence[str]) -> None:
    """Print what residents ask about that the document speaks of."""
    write(render("publishing/matters", matters=matters))


def print_rehearsal(rehearsal: Rehearsal) -> None:
    """Print what changes group by group, the old answers beside the new, the gravest first."""
    denied = len(rehearsal.groups.get(ChangeGroup.DENIED, ()))
    write(render("adding/rehearsal/rehearsed", rehearsal=rehearsal, denied=denied))
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for group, changes in rehearsal.groups.items():
        shown = changes[:_MOST]
        heading = render(
            "adding/rehearsal/group", group=group, count=len(changes), shown=len(shown)
        )
        console.print(f"\n{heading}", style="bold")
        for change in shown:
            _print_answers(console, change)


def _print_answers(console: Console, change: Answers) -> None:
    console.print(f"\n{render('adding/rehearsal/changed', change=change)}")
    for side, answer in ((Side.BEFORE, change.before), (Side.AFTER, change.after)):
        if answer:
            first, *others = answer.text.splitlines()
            words = "\n    ".join((first, *filter(None, others)))
            console.print(Text(f"  {_SIGNS[side]} {words}", style=_COLOURS[side]))


def _print_changes(changes: tuple[WordingChange, ...]) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.print(f"\n{render('adding/changes', count=len(changes))}")
    for change in changes:
        console.print(f"\n{provision_label(change.address)}")
        for side, words in ((Side.BEFORE, change.before), (Side.AFTER, change.after)):
            if words:
                console.print(_marked(change, side))


def _marked(change: WordingChange, side: Side) -> Text:
    """Return the words of one version, those that the other has not underlined."""
    text = Text(f"  {_SIGNS[side]} ", style=_COLOURS[side])
    for where, words in change.words:
        if where in {side, Side.BOTH}:
            text.append(words, style="" if where is Side.BOTH else "bold underline")
    return text
