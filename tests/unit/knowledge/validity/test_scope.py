from __future__ import annotations

from datetime import date

import pytest

from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.law.resolution import Effect, Resolution, Territory
from knowledge.validity.scope import scope_for
from knowledge.validity.standing import Standing
from tests.support.documents.builders import resolution

TODAY = date(2026, 7, 1)
SINCE_2025 = Effect(passed_on=date(2024, 12, 4), since=date(2025, 1, 1))
ON_PASSAGE = Effect(passed_on=date(2024, 7, 23), on_passage=True)
NOT_STATED = Effect(passed_on=date(2024, 11, 11))
ENDED = Effect(passed_on=date(2020, 1, 1), since=date(2020, 2, 1), until=date(2024, 12, 31))

KIM_THANH_2026 = Effect(passed_on=date(2026, 6, 23), on_passage=True)
LIBRARY = (
    resolution("ninh-binh", Territory("tỉnh Ninh Bình"), SINCE_2025),
    resolution("kim-thanh", Territory("tỉnh Ninh Bình", "phường Kim Thanh"), KIM_THANH_2026),
    resolution("binh-duong", Territory("tỉnh Bình Dương"), ON_PASSAGE),
    resolution("lang-son"),
    resolution("ca-mau", Territory("tỉnh Cà Mau"), NOT_STATED),
)
TWO_OF_LANG_SON = (
    resolution("lang-son"),
    resolution("dong-kinh", Territory("tỉnh Lạng Sơn", "phường Đông Kinh"), KIM_THANH_2026),
)


def ids(resolutions: tuple[Resolution, ...]) -> list[str]:
    return [one.id for one in resolutions]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("said", "found", "hinted"),
    [
        pytest.param("tỉnh Ninh Bình", ["ninh-binh"], ["kim-thanh"], id="merged province"),
        pytest.param("tỉnh Ninh Bình cũ", ["ninh-binh"], [], id="said to be the former one"),
        pytest.param("phường Kim Thanh, tỉnh Ninh Bình", ["kim-thanh"], [], id="own resolution"),
        pytest.param("phường Tây Hoa Lư", ["ninh-binh"], [], id="commune of today"),
        pytest.param("xã Trường Yên, tỉnh Ninh Bình", ["ninh-binh"], [], id="former commune"),
        pytest.param("Dĩ An", ["binh-duong"], [], id="commune in a former province"),
        pytest.param("thành phố Dĩ An", ["binh-duong"], [], id="former district"),
        pytest.param("Thủ Dầu Một", ["binh-duong"], [], id="commune named like a district"),
        pytest.param("tỉnh Bình Dương", ["binh-duong"], [], id="former province"),
        pytest.param("xã Thanh An, tp HCM", ["binh-duong"], [], id="commune with a near namesake"),
        pytest.param("Phủ Lý", [], [], id="same province today, another before"),
        pytest.param("tỉnh Hà Nam", [], [], id="former province without a resolution"),
        pytest.param("thành phố Hồ Chí Minh", [], ["binh-duong"], id="wider than the territory"),
        pytest.param("quận 1, TP.HCM", [], [], id="former district of another former province"),
        pytest.param("tỉnh Bạc Liêu", [], [], id="former province merged into a namesake"),
        pytest.param("tỉnh Cà Mau", ["ca-mau"], [], id="start unknown"),
        pytest.param("tỉnh Lạng Sơn", ["lang-son"], [], id="unchanged province"),
        pytest.param("phường Đông Kinh, Lạng Sơn", ["lang-son"], [], id="commune of it"),
        pytest.param("Huế", [], [], id="unchanged province without a resolution"),
        pytest.param("Quảng Ninh", [], [], id="another one"),
        pytest.param(
            "xã Không Có, tỉnh Ninh Bình", [], ["ninh-binh", "kim-thanh"], id="unknown commune"
        ),
    ],
)
def test_a_place_has_the_resolutions_of_its_territory(
    gazetteer: Gazetteer, said: str, found: list[str], hinted: list[str]
) -> None:
    (place,) = gazetteer.parse(said)
    scope = scope_for(place, TODAY, LIBRARY)
    assert ids(scope.resolutions) == found
    assert set(ids(scope.hint)) == set(hinted)


@pytest.mark.parametrize(
    ("former", "found"),
    [
        pytest.param(None, ["kim-thanh"], id="unknown"),
        pytest.param("tỉnh Hà Nam", ["kim-thanh"], id="Hà Nam"),
        pytest.param("tỉnh Ninh Bình", ["kim-thanh", "ninh-binh"], id="Ninh Bình"),
    ],
)
def test_the_former_province_of_a_commune_decides(former: str | None, found: list[str]) -> None:
    place = Place("tỉnh Ninh Bình", "phường Kim Thanh", former)
    assert ids(scope_for(place, TODAY, LIBRARY).resolutions) == found


def test_the_resolution_of_the_commune_comes_first(gazetteer: Gazetteer) -> None:
    (place,) = gazetteer.parse("phường Đông Kinh, tỉnh Lạng Sơn")
    assert ids(scope_for(place, TODAY, TWO_OF_LANG_SON).resolutions) == ["dong-kinh", "lang-son"]


def test_a_commune_is_hinted_to_who_names_its_unchanged_province(gazetteer: Gazetteer) -> None:
    (place,) = gazetteer.parse("tỉnh Lạng Sơn")
    scope = scope_for(place, TODAY, TWO_OF_LANG_SON)
    assert (ids(scope.resolutions), ids(scope.hint)) == (["lang-son"], ["dong-kinh"])


def test_what_is_not_in_force_is_excluded_with_its_standing(gazetteer: Gazetteer) -> None:
    (place,) = gazetteer.parse("tỉnh Lạng Sơn")
    scope = scope_for(place, date(2024, 8, 4), LIBRARY)
    assert scope.resolutions == ()
    assert [(one.id, its) for one, its in scope.excluded] == [("lang-son", Standing.NOT_YET)]


def test_without_a_place_all_that_is_in_force_may_be_cited() -> None:
    scope = scope_for(None, date(2026, 1, 1), LIBRARY)
    assert ids(scope.resolutions) == ["ninh-binh", "binh-duong", "lang-son", "ca-mau"]
    assert [one.id for one, _ in scope.excluded] == ["kim-thanh"]
    assert scope.hint == ()
