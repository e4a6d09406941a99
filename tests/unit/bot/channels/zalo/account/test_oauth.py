from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.zalo.account.oauth import OAuth, OAuthRefusal, Proof
from bot.channels.zalo.web import Unanswered
from tests.servers.faults import Cut, Fault, Refused
from tests.servers.zalo_oa import APP_ID, APP_SECRET, CODE, FIRST_REFRESH
from tests.support.conversations.channels import Says
from tests.support.conversations.fake_zalo import FakeZaloAccount

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
PROOF = Proof("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "state-1")
"""The verifier of RFC 7636, appendix B."""


def oauth(url: str, secret: str = APP_SECRET) -> OAuth:
    return OAuth(url, APP_ID, secret, lambda: NOON)


def test_the_challenge_is_that_of_the_standard() -> None:
    assert PROOF.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_no_two_proofs_are_alike_and_none_is_told() -> None:
    one, other = Proof.new(), Proof.new()

    assert one.verifier != other.verifier
    assert one.state != other.state
    assert 43 <= len(one.verifier) <= 128
    assert one.verifier not in repr(one)


def test_permission_is_asked_with_challenge_and_state_but_no_secret() -> None:
    url = oauth("https://oauth.example/").permission_url("https://xa.vn/về?a=1&b", PROOF)

    parts = urlsplit(url)
    assert (parts.netloc, parts.path) == ("oauth.example", "/v4/oa/permission")
    assert parse_qs(parts.query) == {
        "app_id": [APP_ID],
        "redirect_uri": ["https://xa.vn/về?a=1&b"],
        "code_challenge": [PROOF.challenge],
        "state": ["state-1"],
    }


async def test_a_code_is_redeemed_with_the_verifier(accounts: FakeZaloAccount) -> None:
    service = oauth(accounts.url)
    pair = await service.redeem(CODE, PROOF)
    await service.close()

    assert (pair.access, pair.refresh) == (accounts.account.access, accounts.account.refresh)
    assert pair.expires == NOON + timedelta(hours=25)
    assert pair.due == NOON + timedelta(hours=20)
    assert pair.access not in repr(pair)
    [asked] = accounts.account.logins
    assert asked == {
        "grant_type": "authorization_code",
        "code": CODE,
        "code_verifier": PROOF.verifier,
        "app_id": APP_ID,
    }


async def test_a_refresh_token_gives_a_pair_once(accounts: FakeZaloAccount) -> None:
    service = oauth(accounts.url)
    await service.refresh(FIRST_REFRESH)

    with pytest.raises(OAuthRefusal, match="-14014") as caught:
        await service.refresh(FIRST_REFRESH)
    await service.close()

    assert FIRST_REFRESH not in str(caught.value)


async def test_a_wrong_secret_is_told_without_it(accounts: FakeZaloAccount) -> None:
    service = oauth(accounts.url, "guessed")

    with pytest.raises(OAuthRefusal, match="Invalid secret key") as caught:
        await service.refresh(FIRST_REFRESH)
    await service.close()

    assert "guessed" not in str(caught.value)


@pytest.mark.parametrize("fault", [Refused(503), Cut(), Says(b"<html>"), Says(b"")])
async def test_troubles_of_the_service_may_pass(accounts: FakeZaloAccount, fault: Fault) -> None:
    accounts.expect("access_token", fault)
    service = oauth(accounts.url)

    with pytest.raises(Unanswered):
        await service.refresh(FIRST_REFRESH)
    await service.close()


@pytest.mark.parametrize(
    "life", ["", ',"expires_in":"soon"', ',"expires_in":-5', ',"expires_in":1e999']
)
async def test_a_life_that_is_not_told_is_short(accounts: FakeZaloAccount, life: str) -> None:
    told = '{"access_token":"a","refresh_token":"r"' + life + "}"
    accounts.expect("access_token", Says(told.encode()))
    service = oauth(accounts.url)
    pair = await service.refresh(FIRST_REFRESH)
    await service.close()

    assert pair.refresh == "r"
    assert NOON < pair.due < pair.expires <= NOON + timedelta(minutes=5)
