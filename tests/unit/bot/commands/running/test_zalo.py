from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import SecretStr

from bot.channels.zalo.account.oauth import OAuthRefusal
from bot.channels.zalo.web import Unanswered
from bot.commands.running import zalo
from bot.commands.running.zalo import BadPaste, NoCallback, NotConfigured, code_in
from bot.commands.wiring import Application
from bot.config import Settings
from tests.servers.faults import Refused
from tests.servers.zalo_oa import APP_ID, APP_SECRET, CODE, FIRST_REFRESH, KEY, ZaloOA

CALLBACK = "https://xa.example/zalo"


@pytest.fixture
def server() -> Iterator[ZaloOA]:
    with ZaloOA() as running:
        yield running


@pytest.fixture
def parts(tmp_path: Path, server: ZaloOA) -> Application:
    settings = Settings(
        data_dir=tmp_path,
        secret_key=SecretStr("for this test alone"),
        zalo_oa_app_id=APP_ID,
        zalo_oa_app_secret=SecretStr(APP_SECRET),
        zalo_oa_secret_key=SecretStr(KEY),
        zalo_oa_api_url=server.url,
        zalo_oauth_url=server.url,
    )
    return Application(settings)


def kept(parts: Application) -> tuple[str, str] | None:
    with closing(parts.store()) as store:
        pair = store.tokens(APP_ID).read()
    return (pair.access, pair.refresh) if pair else None


def paste(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))


@pytest.mark.parametrize("pasted", [CODE, f" {CALLBACK}?oa_id=5&code={CODE} "])
def test_a_code_becomes_a_pair_that_is_kept(
    parts: Application,
    server: ZaloOA,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pasted: str,
) -> None:
    paste(monkeypatch, pasted)
    zalo.login(CALLBACK, with_refresh_token=False, parts=parts)

    assert kept(parts) == (server.account.access, server.account.refresh)
    told = capsys.readouterr().out
    assert server.account.name in told
    secrets = (APP_SECRET, KEY, server.account.access, server.account.refresh)
    assert [secret for secret in secrets if secret in told] == []


def test_the_admin_is_led_to_zalo_with_the_proof_that_redeems_the_code(
    parts: Application,
    server: ZaloOA,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    paste(monkeypatch, CODE)
    zalo.login(CALLBACK, with_refresh_token=False, parts=parts)

    [line] = [line for line in capsys.readouterr().out.split("\n") if line.startswith(server.url)]
    query = parse_qs(urlsplit(line).query)
    assert query["redirect_uri"] == [CALLBACK]
    assert server.account.logins[0]["code_verifier"] not in line
    assert len(query["code_challenge"][0]) == 43


def test_a_refresh_token_becomes_the_next_pair(
    parts: Application, server: ZaloOA, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(monkeypatch, FIRST_REFRESH)
    zalo.login(None, with_refresh_token=True, parts=parts)

    assert server.account.refreshes == [FIRST_REFRESH]
    assert kept(parts) == (server.account.access, server.account.refresh)


def test_a_refused_login_leaves_the_pair_that_is_there(
    parts: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(monkeypatch, FIRST_REFRESH)
    zalo.login(None, with_refresh_token=True, parts=parts)
    before = kept(parts)

    paste(monkeypatch, "guessed")
    with pytest.raises(OAuthRefusal):
        zalo.login(None, with_refresh_token=True, parts=parts)

    assert kept(parts) == before


def test_the_pair_is_kept_although_the_account_cannot_be_asked(
    parts: Application, server: ZaloOA, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.expect("getoa", Refused(500))
    paste(monkeypatch, FIRST_REFRESH)
    with pytest.raises(Unanswered):
        zalo.login(None, with_refresh_token=True, parts=parts)

    assert kept(parts) == (server.account.access, server.account.refresh)


def test_the_pair_lies_sealed_in_the_database(
    parts: Application, server: ZaloOA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paste(monkeypatch, FIRST_REFRESH)
    zalo.login(None, with_refresh_token=True, parts=parts)

    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert server.account.access.encode() not in written
    assert server.account.refresh.encode() not in written


def test_pairs_of_other_apps_are_left_alone(
    parts: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(monkeypatch, FIRST_REFRESH)
    zalo.login(None, with_refresh_token=True, parts=parts)

    with closing(parts.store()) as store:
        assert store.tokens("other").read() is None


def test_missing_settings_are_named(tmp_path: Path) -> None:
    parts = Application(Settings(data_dir=tmp_path, zalo_oa_app_id=APP_ID))

    with pytest.raises(NotConfigured, match="ZALO_OA_APP_SECRET, ZALO_OA_SECRET_KEY"):
        zalo.login(CALLBACK, with_refresh_token=False, parts=parts)


def test_without_a_callback_there_is_nothing_to_open(parts: Application) -> None:
    with pytest.raises(NoCallback, match="--callback"):
        zalo.login(None, with_refresh_token=False, parts=parts)


@pytest.mark.parametrize(
    "pasted",
    ["", "https://xa.example/", "https://xa.example/?error=access_denied", f"{CALLBACK}?code="],
)
def test_a_paste_without_a_code_is_told(pasted: str) -> None:
    with pytest.raises(BadPaste, match="code"):
        code_in(pasted, "state")


def test_an_address_of_another_login_is_told() -> None:
    with pytest.raises(BadPaste, match="lần đăng nhập khác"):
        code_in(f"{CALLBACK}?code=x&state=theirs", "ours")


def test_no_refresh_token_is_told(parts: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    paste(monkeypatch, "")
    with pytest.raises(BadPaste, match="refresh token"):
        zalo.login(None, with_refresh_token=True, parts=parts)
