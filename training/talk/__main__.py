"""Learns the weights of `bot.answer.acts` and writes them into the project.

`.venv/bin/python -m training.talk` prints how many messages are recognised rightly by weights that
were learned without them, then learns from all of them and writes the weights.
"""

from __future__ import annotations

from itertools import compress

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from bot.answer.acts.danger import tells_danger
from bot.answer.acts.recogniser import BUCKETS, Impression, Weights, features_of, write
from training.talk.examples import QUESTION, Message, read_messages

_CONFIDENCE = 30.0
"""The inverse of the penalty on big weights."""
_CHECKS = StratifiedKFold(5, shuffle=True, random_state=1)


def main() -> None:
    """Print the figures on messages not learned from; learn from all and write the weights."""
    messages = read_messages()
    table = _table([message.said for message in messages])
    weights = np.array([message.weight for message in messages])
    danger = np.array([bool(message.danger) for message in messages])
    of_talk = np.array([message.act is not None for message in messages])
    acts = np.array([message.act for message in messages if message.act])
    _report_acts(table[of_talk], weights[of_talk], acts)
    judged = np.array([message.danger is not None for message in messages])
    _report_danger(tuple(compress(messages, judged)), table[judged], danger[judged])
    talk = _model().fit(table[of_talk], acts, weights[of_talk])
    alarm = _model().fit(table[judged], danger[judged])
    write(
        Weights(
            tuple(map(str, talk.classes_)),
            np.vstack([talk.coef_, alarm.coef_]).astype(np.float32),
            np.concatenate([talk.intercept_, alarm.intercept_]).astype(np.float32),
        )
    )


def _model() -> LogisticRegression:
    return LogisticRegression(C=_CONFIDENCE, max_iter=1000)


def _table(said: list[str]) -> csr_matrix:
    """Return the features of the messages `said`: [messages, buckets]."""
    rows = [features_of(text) for text in said]
    ends = np.cumsum([0, *(len(buckets) for buckets, _ in rows)])
    buckets = np.concatenate([buckets for buckets, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, buckets, ends), shape=(len(said), BUCKETS))


def _report_acts(table: csr_matrix, weights: NDArray[np.float64], acts: NDArray[np.str_]) -> None:
    predicted = cross_val_predict(
        _model(), table, acts, cv=_CHECKS, params={"sample_weight": weights}
    )
    for act in np.unique(acts):
        own = acts == act
        print(f"{act}: {np.mean(predicted[own] == act):.3f} of {own.sum()}")


def _report_danger(
    messages: tuple[Message, ...], table: csr_matrix, danger: NDArray[np.bool_]
) -> None:
    odds = cross_val_predict(_model(), table, danger, cv=_CHECKS, method="predict_proba")
    alarmed = np.array(
        [
            tells_danger(message.said, Impression({QUESTION: 1.0}, probability))
            for message, probability in zip(messages, odds[:, 1], strict=True)
        ]
    )
    print(f"danger missed: {np.sum(danger & ~alarmed)} of {danger.sum()}")
    print(f"false alarms: {np.sum(~danger & alarmed)} of {np.sum(~danger)}")


if __name__ == "__main__":
    main()
