"""A console to which an admin brings documents, for tests; what is read in the background waits."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from httpx2 import Response

from tests.support.console.console import House, Visitor
from tests.support.console.standards import Bench
from tests.support.documents.documents import CLEAN

LIST = "/van-ban-moi"
NUMBERLESS = CLEAN.replace("Số: 12/2025/NQ-HĐND", "Số:    /2025/NQ-HĐND")
"""A copy that does not say the number of its resolution."""
GAP = CLEAN.replace("Điều 3. Ủy ban", "Điều 5. Ủy ban").replace("Điều 4. Tổ", "Điều 6. Tổ")
"""A copy that lacks two articles."""
_FIELD = re.compile(r'<(?:input|textarea)[^>]* name="([^"]+)"([^>]*)>(?:([^<]*)</textarea>)?')
_VALUE = re.compile(r' value="([^"]*)"')


@dataclass
class Desk:
    """The desk of an admin; `bench` holds what is done in the background."""

    house: House
    admin: Visitor
    folder: Path
    bench: Bench = field(default_factory=Bench)

    def __post_init__(self) -> None:
        self.house.office = replace(self.house.office, background=self.bench)
        self.house.app.state.office = self.house.office

    def send(self, content: str | bytes, name: str = "nq.txt", **said: str) -> Response:
        """Send a file through the form."""
        return self.send_by(self.admin, content, name, **said)

    def send_by(
        self, sender: Visitor, content: str | bytes, name: str = "nq.txt", **said: str
    ) -> Response:
        """Let `sender` send a file through the form."""
        raw = content.encode() if isinstance(content, str) else content
        fields = {"csrf": sender.csrf("/mat-khau" if sender.token else "/dang-nhap"), **said}
        return sender.client.post(LIST, data=fields, files={"tep": (name, raw)})

    def bring(self, content: str | bytes = CLEAN, name: str = "nq.txt", **said: str) -> str:
        """Send a file and let it be read; return the path of its draft."""
        answer = self.send(content, name, **said)
        assert answer.status_code == 303, answer.text
        self.bench.do()
        return answer.headers["location"]

    def revise(self, resolution: str) -> str:
        """Begin a draft of a document of the library and let it be read; return its path."""
        answer = self.admin.post(f"{LIST}/sua", ma=resolution)
        assert answer.status_code == 303, answer.text
        self.bench.do()
        return answer.headers["location"]

    def page(self, path: str) -> str:
        """Return the text of a page."""
        answer = self.admin.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def fields(self, path: str) -> dict[str, str]:
        """Return the fields of the form for facts and answers, as the page `path` fills them."""
        return fields_of(self.page(path))

    def save(self, path: str, change: Mapping[str, str]) -> Response:
        """Send the form for facts and answers with `change`."""
        sent = {**self.fields(path), **change}
        return self.admin.post(f"{path}/thong-tin", **sent)

    def check(self, path: str) -> Response:
        """Say that the document is right, as the page shows it."""
        found = re.search(r'name="dau" value="(\w+)"', self.page(path))
        return self.admin.post(f"{path}/kiem-tra", dau=found[1] if found else "")

    @property
    def done(self) -> list[tuple[str, str, str]]:
        """Return who did what to what, oldest first."""
        entries = self.house.office.audit.entries(100)
        return [(one.who, one.action, one.about) for one in reversed(entries)]


def fields_of(page: str) -> dict[str, str]:
    """Return the fields for facts and answers of a page, by name."""
    found = {}
    for name, attributes, text in _FIELD.findall(page):
        value = _VALUE.search(attributes)
        if name.startswith(("gt-", "ld-", "tl-")) or name in {"nguon", "truoc"}:
            found[name] = html.unescape(value[1] if value else text)
    return found
