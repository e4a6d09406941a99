from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from knowledge.gazetteer.lists.sources import (
    PlaceDataError,
    read_changes,
    read_communes,
    read_list,
    split_kind,
    tidy,
)

LIST_OF_TODAY = "data/nested-divisions.json"


def provinces(listed: Any) -> Iterable[str]:
    return [province["name"] for province in listed]


def another_shape(listed: Any) -> Iterable[str]:
    return [province["no such field"] for province in listed]


def test_lists_the_communes_of_today_and_what_they_were() -> None:
    assert len(read_communes()) == 3321
    assert len({(one.former_province, one.district) for one in read_changes()}) == 696


def test_reads_a_list_inside_a_package() -> None:
    assert len(read_list("vietnam_provinces", LIST_OF_TODAY, provinces)) == 34


@pytest.mark.parametrize(
    ("package", "file", "rows"),
    [
        pytest.param("no_such_package", LIST_OF_TODAY, provinces, id="no package"),
        pytest.param("vietnam_provinces", "data/none.json", provinces, id="no file"),
        pytest.param("vietnam_provinces", "base.py", provinces, id="no JSON"),
        pytest.param("vietnam_provinces", LIST_OF_TODAY, another_shape, id="other shape"),
        pytest.param("json", LIST_OF_TODAY, provinces, id="another package"),
    ],
)
def test_names_the_package_to_install_again(package: str, file: str, rows: Any) -> None:
    with pytest.raises(PlaceDataError) as caught:
        read_list(package, file, rows)
    assert (caught.value.package, caught.value.file) == (package, file)
    assert package in str(caught.value)


@pytest.mark.parametrize(
    ("listed", "tidied"),
    [
        pytest.param("Phường  Rạch Dừa", "phường Rạch Dừa", id="two spaces"),
        pytest.param("Thị trấn Thiên Tôn", "thị trấn Thiên Tôn", id="kind of two words"),
        pytest.param("Cao Bằng", "Cao Bằng", id="no kind"),
    ],
)
def test_tidies_listed_names(listed: str, tidied: str) -> None:
    assert tidy(listed) == tidied


def test_parts_kind_and_name() -> None:
    assert split_kind("thị xã Duy Tiên") == ("thị xã", "Duy Tiên")


def test_refuses_a_name_without_a_kind() -> None:
    with pytest.raises(ValueError, match="Cao Bằng"):
        split_kind("Cao Bằng")
