"""What is published or rolled back in one process of `danbiet serve` is taken up by all."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from bot.publishing.turn import ServingChange, turn
from bot.store.accounts.passwords import hash_password
from bot.store.keys.key import SecretKey
from bot.store.store import Store
from bot.store.values import Account, Role
from knowledge.library.intake.drafts import Drafts
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import SOURCES, read_library
from knowledge.matters.staff.own_samples import FILE as SAMPLES
from knowledge.matters.staff.own_samples import Sample, add_sample
from tests.support.console.console import ADMIN, PASSWORD, Visitor
from tests.support.documents.documents import CLEAN, LANG_SON, at
from tests.support.running.danbiet import DANBIET, environment, refusal, run
from tests.support.running.serving import Serving
from tests.support.running.waiting import until

ID = "an-giang-12-2025"
WORDS = "Niêm yết tại nhà văn hóa"
QUESTION = "/thu-cau-hoi?hoi=điểm a khoản 1 Điều 2 nghị quyết 12/2025/NQ-HĐND&noi=tỉnh An Giang"
PATIENCE = 120.0
"""Seconds: a hundred questions are asked twice on a machine that does other things, too."""
SOON = 15.0
"""Seconds: three times as long as it may take where nothing else runs."""


class Officer(Visitor):
    """Somebody at a console far away."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client = client  # type: ignore[assignment]
        assert self.log_in(ADMIN).status_code == 303

    def answers(self) -> bool:
        """Return True if the bot quotes the new document."""
        return WORDS in self.get(QUESTION).text


@pytest.fixture
def draft(own_data: Path) -> str:
    """The key of a draft that a person has checked."""
    with closing(
        Store.open(f"sqlite:///{own_data}/danbiet.sqlite", SecretKey.of("", own_data))
    ) as store:
        account = Account(ADMIN, Role.ADMIN, datetime.now(UTC))
        store.accounts.add(account, hash_password(PASSWORD))
    drafts, shelves = Drafts(own_data / "drafts"), Shelves(SOURCES, own_data / "resolutions")
    event = Event(datetime.now(UTC), ADMIN, IntakeStep.BROUGHT, "nghị quyết.txt")
    key = drafts.begin("nghị quyết.txt", CLEAN.encode(), event).key
    drafts.read(key)
    candidate = drafts.examine(key, shelves, read_library(SOURCES))
    drafts.check(key, candidate, Event(datetime.now(UTC), ADMIN, IntakeStep.CHECKED))
    return key


@pytest.fixture
def at_the_console() -> Iterator[Callable[[Serving], Officer]]:
    """Let an admin sign in at the console of a process."""
    with ExitStack() as clients:
        yield lambda process: Officer(
            clients.enter_context(httpx2.Client(base_url=process.url, timeout=60))
        )


@pytest.fixture
def processes(own_data: Path, draft: str) -> Iterator[tuple[Serving, Serving]]:  # noqa: ARG001
    """Two processes over the same data."""
    with Serving(own_data, {}) as one, Serving(own_data, {}) as other:
        yield one, other


def test_every_process_answers_from_what_one_publishes_and_rolls_back(
    processes: tuple[Serving, Serving],
    draft: str,
    at_the_console: Callable[[Serving], Officer],
) -> None:
    admin, elsewhere = map(at_the_console, processes)
    assert not admin.answers()
    assert not elsewhere.answers()

    here = f"/van-ban-moi/{draft}"
    assert admin.post(f"{here}/thu").status_code == 303
    until(
        lambda: "Đã thử xong" in admin.get(f"{here}/thu").text,
        PATIENCE,
        lambda: admin.get(f"{here}/thu").text,
    )
    shown = admin.get(f"{here}/thu").text
    assert "Đang dùng" not in shown
    assert not admin.answers()
    (fingerprint,) = re.findall(r'name="ban" value="([0-9a-f]{64})"', shown)
    published = admin.post(f"{here}/dua-vao-su-dung", ban=fingerprint)
    assert published.headers["location"] == f"/nghi-quyet/{ID}"
    assert admin.get(f"/nghi-quyet/{ID}").status_code == 200
    assert admin.answers()
    until(elsewhere.answers, SOON, lambda: processes[1].log)

    first = min(re.findall(r'href="/phien-ban/(\d+)"', admin.get("/phien-ban").text), key=int)
    gone_back = elsewhere.post(f"/phien-ban/{first}/quay-lai", chac_chan="1")
    assert gone_back.headers["location"] == "/phien-ban"
    assert not elsewhere.answers()
    until(lambda: not admin.answers(), SOON, lambda: processes[0].log)
    assert "Được giữ" in admin.get("/phien-ban").text

    assert admin.post("/phien-ban/cap-nhat").status_code == 303
    until(elsewhere.answers, PATIENCE, lambda: admin.get("/phien-ban").text)
    assert [process.terminate() for process in processes] == [0, 0]


def test_the_commands_wait_or_are_refused_while_somebody_publishes(own_data: Path) -> None:
    sample = Sample("Xem thông báo của xã ở đâu?", at(LANG_SON, 4))
    add_sample(own_data / SAMPLES, sample)
    before = json.loads(run("versions", "--json", data=own_data).stdout)[0]["version"]
    index = own_data / "index"
    with turn(index, "chị Hoa", ServingChange.PUBLISHING):
        refused = refusal(run("rollback", data=own_data))
        waiting = subprocess.Popen(
            [DANBIET, "index"],
            env=environment(own_data),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert waiting.stderr
        said = ""
        while "Đang chờ đến lượt" not in said:
            line = waiting.stderr.readline()
            assert line, said
            said = f"{said} {line.strip()}"
    _, rest = waiting.communicate(timeout=PATIENCE)

    assert refused.startswith("chị Hoa đang đưa văn bản vào sử dụng từ")
    assert "chị Hoa đang đưa văn bản vào sử dụng từ" in said
    assert waiting.returncode == 0, rest
    assert json.loads(run("versions", "--json", data=own_data).stdout)[0]["version"] == before + 1
