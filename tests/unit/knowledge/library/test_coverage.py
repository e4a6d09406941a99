"""Which communes have a resolution of their own place."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Effect, Resolution, Territory
from knowledge.library.coverage import Coverage, cover
from tests.support.answers.answers import gazetteer
from tests.support.documents.builders import resolution
from tests.support.documents.documents import BUNDLED, bundled

DAY = date(2026, 11, 22)
BEFORE = Effect(passed_on=date(2024, 7, 1), since=date(2024, 7, 15))
SINCE = Effect(passed_on=date(2026, 1, 5), since=date(2026, 1, 20))
NINH_BINH = "tỉnh Ninh Bình"
COMMUNES = (
    Place(NINH_BINH, "phường Tây Hoa Lư", "tỉnh Ninh Bình"),
    Place(NINH_BINH, "phường Kim Thanh", "tỉnh Hà Nam"),
    Place(NINH_BINH, "phường Phủ Lý", "tỉnh Hà Nam"),
    Place("tỉnh Lạng Sơn", "phường Đông Kinh", "tỉnh Lạng Sơn"),
)
ALL = {"phường Tây Hoa Lư", "phường Kim Thanh", "phường Phủ Lý", "phường Đông Kinh"}


def unserved(*library: Resolution) -> set[str]:
    return {
        name
        for one in cover(COMMUNES, library, DAY)
        for region in one.regions
        for name in region.unserved
    }


@pytest.mark.parametrize(
    ("library", "served"),
    [
        pytest.param([], set(), id="nothing"),
        pytest.param(
            [resolution(territory=Territory(None, nationwide=True))], set(), id="only a law"
        ),
        pytest.param(
            [resolution(territory=Territory("tỉnh Hà Nam"), effect=BEFORE)],
            {"phường Kim Thanh", "phường Phủ Lý"},
            id="of a former province",
        ),
        pytest.param(
            [resolution(territory=Territory(NINH_BINH), effect=BEFORE)],
            {"phường Tây Hoa Lư"},
            id="of the former namesake",
        ),
        pytest.param(
            [resolution(territory=Territory(NINH_BINH), effect=SINCE)],
            {"phường Tây Hoa Lư", "phường Kim Thanh", "phường Phủ Lý"},
            id="of a province of today",
        ),
        pytest.param(
            [resolution(territory=Territory(NINH_BINH, "phường Kim Thanh"), effect=SINCE)],
            {"phường Kim Thanh"},
            id="of a commune",
        ),
        pytest.param(
            [resolution(territory=Territory(None, "phường Kim Thanh"), effect=SINCE)],
            set(),
            id="of a commune of no known province",
        ),
        pytest.param(
            [resolution(effect=Effect(since=date(2026, 12, 1)))], set(), id="not in force yet"
        ),
        pytest.param(
            [resolution(effect=Effect(since=date(2024, 1, 1), until=date(2026, 11, 21)))],
            set(),
            id="in force no more",
        ),
        pytest.param(
            [resolution(effect=Effect(passed_on=date(2024, 7, 1)))],
            {"phường Đông Kinh"},
            id="in force since nobody knows when",
        ),
    ],
)
def test_a_commune_is_served_by_what_binds_it(library: list[Resolution], served: set[str]) -> None:
    assert unserved(*library) == ALL - served


def test_communes_are_told_by_province_and_former_province() -> None:
    lang_son, ninh_binh = cover(COMMUNES, [resolution()], DAY)

    assert (lang_son.province, lang_son.unserved, lang_son.is_empty) == ("tỉnh Lạng Sơn", 0, False)
    assert (ninh_binh.unserved, ninh_binh.total, ninh_binh.is_empty) == (3, 3, True)
    assert [(one.former_province, one.total, one.unserved) for one in ninh_binh.regions] == [
        ("tỉnh Ninh Bình", 1, ("phường Tây Hoa Lư",)),
        ("tỉnh Hà Nam", 2, ("phường Kim Thanh", "phường Phủ Lý")),
    ]


def test_a_commune_whose_former_province_nobody_knows_comes_last() -> None:
    unknown = Place(NINH_BINH, "xã Nào Đó")
    [coverage] = cover([unknown, *COMMUNES[:3]], [], DAY)

    assert [one.former_province for one in coverage.regions] == [
        "tỉnh Ninh Bình",
        "tỉnh Hà Nam",
        None,
    ]


def test_every_commune_of_the_country_is_counted_once() -> None:
    found: dict[str, Coverage] = {
        one.province: one for one in cover(gazetteer().communes, map(bundled, BUNDLED), DAY)
    }

    assert (len(found), sum(one.total for one in found.values())) == (34, 3321)
    assert found["tỉnh Lạng Sơn"].unserved == 0
    assert found["tỉnh An Giang"].is_empty
    kim_thanh = found["tỉnh Ninh Bình"].regions[1]
    assert kim_thanh.former_province == "tỉnh Hà Nam"
    assert len(kim_thanh.unserved) == kim_thanh.total - 1
