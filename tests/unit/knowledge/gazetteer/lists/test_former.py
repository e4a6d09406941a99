from __future__ import annotations

from itertools import groupby

from knowledge.gazetteer.lists.former import commune_key, former_provinces
from knowledge.gazetteer.lists.sources import ListedCommune, UnitMerger, read_changes, read_communes
from knowledge.gazetteer.mergers import TODAY

NINH_BINH = "tỉnh Ninh Bình"
FIRST = ListedCommune(NINH_BINH, "xã Một", 1)
SECOND = ListedCommune(NINH_BINH, "xã Hai", 4)
THIRD = ListedCommune(NINH_BINH, "xã Ba", 7)


def change(commune: ListedCommune, former: str) -> UnitMerger:
    return UnitMerger(former, "huyện Cũ", "xã Cũ", commune.province, commune.name)


def test_a_commune_lies_where_all_its_former_communes_lay() -> None:
    changes = [change(FIRST, "tỉnh Hà Nam"), change(FIRST, "tỉnh Hà Nam")]
    assert former_provinces([FIRST], changes) == {commune_key(FIRST): "tỉnh Hà Nam"}


def test_the_next_codes_decide_between_namesakes() -> None:
    changes = [
        change(FIRST, "tỉnh Hà Nam"),
        change(SECOND, "tỉnh Hà Nam"),
        change(SECOND, "tỉnh Nam Định"),
        change(THIRD, "tỉnh Hà Nam"),
    ]
    found = former_provinces([THIRD, SECOND, FIRST], changes)
    assert found[commune_key(SECOND)] == "tỉnh Hà Nam"


def test_the_next_codes_tell_of_a_commune_that_no_change_names() -> None:
    changes = [change(FIRST, "tỉnh Hà Nam"), change(THIRD, "tỉnh Hà Nam")]
    found = former_provinces([FIRST, SECOND, THIRD], changes)
    assert found[commune_key(SECOND)] == "tỉnh Hà Nam"


def test_between_two_former_provinces_nothing_is_certain() -> None:
    changes = [change(FIRST, "tỉnh Hà Nam"), change(THIRD, "tỉnh Nam Định")]
    assert commune_key(SECOND) not in former_provinces([FIRST, SECOND, THIRD], changes)


def test_all_communes_but_one_are_certain() -> None:
    communes = read_communes()
    found = former_provinces(communes, read_changes())
    assert [one.name for one in communes if commune_key(one) not in found] == ["xã Xà Phiên"]


def test_the_codes_of_a_former_province_follow_each_other() -> None:
    communes = sorted(read_communes(), key=lambda commune: (commune.province, commune.code))
    found = former_provinces(communes, read_changes())
    formers = (found[commune_key(one)] for one in communes if commune_key(one) in found)
    runs = [former for former, _ in groupby(formers)]
    assert sorted(runs) == sorted(TODAY)
