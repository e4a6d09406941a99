"""The province of a commune that no copy tells, asked for where a document is added."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from bot.commands.terminal import read_line, write
from knowledge.gazetteer.provinces import province_called
from knowledge.language.text import fold
from knowledge.law.findings import Finding
from knowledge.parsing.corrections import Correction
from prompts.render import render

YES = frozenset({"c", "co", "y", "yes"})
"""The words that are typed to agree, folded."""


def ask_province(placeless: Finding | None) -> Mapping[str, Correction]:
    """Return the province that whoever is there names, as a fact to state; nothing if nobody does.

    `placeless` is the fault of a document whose commune may lie in several provinces; where one is
    likeliest, agreeing is enough.
    """
    if placeless is None or not sys.stdin.isatty():
        return {}
    proposed = [name for name in placeless.detail.split(", ") if name]
    facts = {"commune": placeless.excerpt, "proposed": proposed}
    typed = read_line(f"\n{render('adding/province/question', **facts)} ") or ""
    agreed = len(proposed) == 1 and fold(typed) in YES
    province = proposed[0] if agreed else province_called(typed)
    if province:
        return {"province": Correction(render("adding/province/reason"), province)}
    if typed:
        write(render("adding/province/unknown", typed=typed))
    return {}
