from __future__ import annotations

import numpy as np
import pytest

from bot.answer.selection.fit.features import FEATURES, features_of
from bot.answer.selection.fit.network import Layers, Network, learned
from bot.answer.selection.fit.ranking import CANDIDATES, fitted
from bot.answer.values import Measure
from index.hit import Found, MatterHit
from knowledge.matters.lists.outside import OutsideKind
from tests.support.answers.answers import found, hit, library, matter_hit, reading
from tests.support.documents.documents import CA_MAU, NINH_BINH, at

_YEARLY = at(NINH_BINH, 1, 3, "c")
"""Says how often."""
_GENERAL = at(CA_MAU, 2)


def _network(**weights: float) -> Network:
    """Return a network that weighs the features named, and nothing else."""
    count = len(FEATURES)
    direct = tuple(weights.get(name, 0.0) for name in FEATURES)
    none = (0.0,) * count
    return Network(Layers(FEATURES, none, (1.0,) * count, (none,), (0.0,), (0.0,), direct, 0.5))


def _feature(given: Found, name: str, **recognised: Measure) -> list[float]:
    table = features_of(reading(**recognised), given, given.hits, library())
    return [float(value) for value in table[:, FEATURES.index(name)]]


def test_what_states_the_amount_asked_for_goes_before_what_the_search_found_first() -> None:
    given = Found((hit(_GENERAL, 20.0), hit(_YEARLY, 19.0)))
    asked = reading(measure=Measure.FREQUENCY)

    ranked = fitted(asked, given, library(), _network(states=3.0)).hits

    assert [one.address for one in ranked] == [_YEARLY, _GENERAL]
    assert [one.score for one in ranked] == pytest.approx([3.5, 0.5])


def test_the_amount_that_nobody_asks_for_counts_neither_way() -> None:
    given = Found((hit(_YEARLY),))

    assert (_feature(given, "states"), _feature(given, "lacks")) == ([0], [0])


def test_a_matter_outside_that_a_provision_speaks_of_is_not_outside() -> None:
    matter = matter_hit(OutsideKind.FIELD, 20.0)
    outside = found((hit(_YEARLY),), (), matter)
    within = found((hit(_YEARLY),), (), MatterHit(matter.matter, 20.0, covered=1.0))

    assert (_feature(outside, "field"), _feature(within, "field")) == ([2.0], [0.0])


def test_no_more_than_the_best_are_judged() -> None:
    provisions = [unit.address for unit in library()[NINH_BINH].provisions[: CANDIDATES + 5]]
    given = Found(tuple(hit(one, 50.0 - place) for place, one in enumerate(provisions)))

    assert len(fitted(reading(), given, library(), _network()).hits) == CANDIDATES


def test_nothing_found_is_nothing_judged() -> None:
    assert fitted(reading(), Found(), library()) == Found()


def test_the_network_that_ships_knows_every_feature() -> None:
    assert learned().layers.features == FEATURES
    assert np.isfinite(learned().log_odds(np.zeros((1, len(FEATURES))))).all()


def test_a_network_for_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        Network(Layers(("words",), (0.0,), (1.0,), ((0.0,),), (0.0,), (0.0,), (0.0,), 0.0))
