"""How probable it is that a provision answers a question, judged on the provision's own words.

`fitted` is the entry; the weights are learned by `python -m training.learn`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answer.selection.fit.ranking import fitted
from bot.answer.values import Reading
from index.hit import Found
from knowledge.law.resolution import Resolution

__all__ = ["Fit", "fitted"]

Fit = Callable[[Reading, Found, Mapping[str, Resolution]], Found]
"""What ranks anew what was found for a question in a library."""
