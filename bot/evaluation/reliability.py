"""The reliability of the probability that an answer claims for its first citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any

from bot.evaluation.result import Result

_BINS = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose claim lies in [`low`, `high`): how many, the mean claim, the share right."""

    low: float
    high: float
    questions: int
    claimed: float
    right: float


def reliability(results: Iterable[Result]) -> dict[str, Any]:
    """Return how the claims of `results` that make one compare with what came out.

    "brier" is the mean squared difference (Brier 1950), "expected_calibration_error" the mean gap
    between claim and share in the bins, weighted by their size (Naeini et al. 2015).
    """
    claims = [
        (result.confidence, float(result.citation_rank == 1))
        for result in results
        if result.confidence is not None
    ]
    bins = [_bin(low, claims) for low in range(_BINS)]
    filled = [group for group in bins if group]
    gaps = [abs(group.claimed - group.right) * group.questions for group in filled]
    return {
        "brier": round(fmean((said - came) ** 2 for said, came in claims), 4) if claims else None,
        "expected_calibration_error": round(sum(gaps) / len(claims), 4) if claims else None,
        "bins": [asdict(group) for group in filled],
    }


def _bin(number: int, claims: Sequence[tuple[float, float]]) -> Bin | None:
    inside = [claim for claim in claims if min(int(claim[0] * _BINS), _BINS - 1) == number]
    if not inside:
        return None
    return Bin(
        number / _BINS,
        (number + 1) / _BINS,
        len(inside),
        round(fmean(said for said, _ in inside), 4),
        round(fmean(came for _, came in inside), 4),
    )
