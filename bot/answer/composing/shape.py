"""How much an answer says, so that a phone shows it whole."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_ANSWER = 900
"""Characters of an answer at most, unless the whole text is asked for or one sentence is longer."""
LONGEST_PART = 750
"""The same of each of several questions that one message asks."""


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """How many characters of a provision are quoted at most, and what stands beside that.

    `beside` is the same of further provisions, None where none is quoted; `steps` are those told;
    `headings` tells whether quotes below a plain answer stand under headings, too, which say less
    than that: the sentence that a quote completes is never left out.
    """

    quote: int
    beside: int | None
    steps: int
    headings: bool = False


SHAPES = (
    AnswerShape(450, 450, 2, headings=True),
    AnswerShape(450, 200, 2),
    AnswerShape(300, 120, 1),
    AnswerShape(200, 100, 1),
    AnswerShape(200, 100, 0),
    AnswerShape(120, 60, 0),
    AnswerShape(300, None, 2),
    AnswerShape(200, None, 1),
    AnswerShape(120, None, 0),
)
"""From the fullest to the shortest: the first that is short enough is shown, else the last."""
FOR_SEVERAL_PLACES = tuple(shape for shape in SHAPES if shape.beside is not None)
"""Those that leave out no place, where several may be meant."""
FULLEST = SHAPES[0]
