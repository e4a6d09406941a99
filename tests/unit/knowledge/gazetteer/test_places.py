from __future__ import annotations

import unicodedata

import pytest

from knowledge.gazetteer.places import Gazetteer, Place, PlaceMention

KIM_THANH = Place("tỉnh Ninh Bình", "phường Kim Thanh", "tỉnh Hà Nam")
DI_AN = Place("thành phố Hồ Chí Minh", "phường Dĩ An", "tỉnh Bình Dương")
PHU_LY = Place("tỉnh Ninh Bình", "phường Phủ Lý", "tỉnh Hà Nam")
PHU_LY_CITY = Place("tỉnh Ninh Bình", None, "tỉnh Hà Nam", "thành phố Phủ Lý")
TRUONG_YEN = Place("tỉnh Ninh Bình", "phường Tây Hoa Lư", "tỉnh Ninh Bình", "xã Trường Yên")
LANG_SON = Place("tỉnh Lạng Sơn", None, "tỉnh Lạng Sơn")
HUE = Place("thành phố Huế", None, "thành phố Huế")
NINH_BINH = Place("tỉnh Ninh Bình", None, "tỉnh Ninh Bình", former_assumed=True)
NINH_BINH_BEFORE = Place("tỉnh Ninh Bình", None, "tỉnh Ninh Bình")
CA_MAU = Place("tỉnh Cà Mau", None, "tỉnh Cà Mau", former_assumed=True)
DAK_LAK = Place("tỉnh Đắk Lắk", None, "tỉnh Đắk Lắk", former_assumed=True)
HO_CHI_MINH = Place("thành phố Hồ Chí Minh", None, "thành phố Hồ Chí Minh", former_assumed=True)
BINH_DUONG = Place("thành phố Hồ Chí Minh", None, "tỉnh Bình Dương")
VUNG_TAU_PROVINCE = Place("thành phố Hồ Chí Minh", None, "tỉnh Bà Rịa - Vũng Tàu")
HOA_BINH = Place("tỉnh Phú Thọ", None, "tỉnh Hòa Bình")
BAC_LIEU = Place("tỉnh Cà Mau", None, "tỉnh Bạc Liêu")
HA_NAM = Place("tỉnh Ninh Bình", None, "tỉnh Hà Nam")
NAM_DINH = Place("tỉnh Ninh Bình", None, "tỉnh Nam Định")
HA_NOI = Place("thành phố Hà Nội", None, "thành phố Hà Nội")
SON_LA = Place("tỉnh Sơn La", None, "tỉnh Sơn La")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("given", "place"),
    [
        pytest.param("tỉnh Lạng Sơn", LANG_SON, id="province"),
        pytest.param("Tỉnh lạng sơn", LANG_SON, id="other case"),
        pytest.param("t. Lạng Sơn", LANG_SON, id="abbreviated province"),
        pytest.param("tỉnh Ninh Bình", NINH_BINH, id="name of today and of before"),
        pytest.param("Ninh Bình cũ", NINH_BINH_BEFORE, id="said to be the former one"),
        pytest.param("tỉnh Ninh Bình trước khi sáp nhập", NINH_BINH_BEFORE, id="before merging"),
        pytest.param("Ninh Bình mới", Place("tỉnh Ninh Bình"), id="said to be today's"),
        pytest.param("Ninh Bình sau khi sáp nhập", Place("tỉnh Ninh Bình"), id="after merging"),
        pytest.param(
            "Ninh Bình cũ, bây giờ là Ninh Bình", NINH_BINH_BEFORE, id="former, and what it is now"
        ),
        pytest.param("tỉnh Hà Tây", HA_NOI, id="earlier province"),
        pytest.param("Minh Hải", Place("tỉnh Cà Mau"), id="earlier province of two former ones"),
        pytest.param("phường Dĩ An, Sông Bé", DI_AN, id="commune in an earlier province"),
        pytest.param("tui ở dĩ an bd", DI_AN, id="initials"),
        pytest.param("Bạc Liêu", BAC_LIEU, id="name that sounds like a pronoun"),
        pytest.param("tỉnh Hà Nam", HA_NAM, id="former province"),
        pytest.param("Hà Nam", HA_NAM, id="province before commune of the same name"),
        pytest.param(
            "xã Hà Nam",
            Place("thành phố Hải Phòng", "xã Hà Nam", "tỉnh Hải Dương"),
            id="commune named like a province",
        ),
        pytest.param("phường Kim Thanh, tỉnh Ninh Bình", KIM_THANH, id="commune and province"),
        pytest.param("phường Kim Thanh, tỉnh Hà Nam", KIM_THANH, id="commune, former province"),
        pytest.param("phường Kim Thanh tỉnh Ninh Bình", KIM_THANH, id="no comma"),
        pytest.param("p. Kim Thanh", KIM_THANH, id="abbreviated commune"),
        pytest.param("p.Kim Thanh", KIM_THANH, id="no space after the abbreviation"),
        pytest.param("xã Kim Thanh, Ninh Bình", KIM_THANH, id="wrong kind of commune"),
        pytest.param("Kim Thanh", KIM_THANH, id="bare commune"),
        pytest.param("tôi ở Kim Thanh", KIM_THANH, id="said in a sentence"),
        pytest.param(" \u200bphường  Kim\u00a0Thanh\n", KIM_THANH, id="odd white space"),
        pytest.param(unicodedata.normalize("NFD", "Dĩ An"), DI_AN, id="NFD"),
        pytest.param("di an binh duong", DI_AN, id="no diacritics, no comma"),
        pytest.param("12 Nguyễn Trãi, phường Dĩ An, TP.HCM", DI_AN, id="street"),
        pytest.param("Phủ Lý", PHU_LY, id="commune before district of the same name"),
        pytest.param("tp Phủ Lý", PHU_LY_CITY, id="former city"),
        pytest.param("thành phố Phủ Lý, tỉnh Hà Nam", PHU_LY_CITY, id="city and province"),
        pytest.param("TP.HCM", HO_CHI_MINH, id="TP.HCM"),
        pytest.param("tp hcm", HO_CHI_MINH, id="tp hcm"),
        pytest.param("tphcm", HO_CHI_MINH, id="tphcm"),
        pytest.param("Thành Phố Hồ Chí Minh", HO_CHI_MINH, id="in full"),
        pytest.param("Sài Gòn", HO_CHI_MINH, id="old name"),
        pytest.param("Bà Rịa - Vũng Tàu", VUNG_TAU_PROVINCE, id="dash"),
        pytest.param("ba ria vung tau", VUNG_TAU_PROVINCE, id="dash left out"),
        pytest.param("brvt", VUNG_TAU_PROVINCE, id="letters only"),
        pytest.param("BR-VT", VUNG_TAU_PROVINCE, id="letters and dash"),
        pytest.param("Huế", HUE, id="one syllable"),
        pytest.param("Thừa Thiên Huế", HUE, id="name before 2025"),
        pytest.param("tỉnh Thừa Thiên - Huế", HUE, id="name before 2025 with dash"),
        pytest.param("Đắk Lắk", DAK_LAK, id="Đắk Lắk"),
        pytest.param("Daklak", DAK_LAK, id="one word"),
        pytest.param("Đăk Lăk", DAK_LAK, id="tones left out"),
        pytest.param("Đắc Lắc", DAK_LAK, id="other spelling"),
        pytest.param("Hoà Bình", HOA_BINH, id="other tone placement"),
        pytest.param("tỉnh Bình Dương (nay thuộc thành phố Hồ Chí Minh)", BINH_DUONG, id="nay"),
        pytest.param("tỉnh Lạng Sơn, Việt Nam", LANG_SON, id="country"),
        pytest.param(
            "xa Truong Yen, huyen Hoa Lu, tinh Ninh Binh", TRUONG_YEN, id="district of another kind"
        ),
        pytest.param(
            "xã Cư M'gar",
            Place("tỉnh Đắk Lắk", "xã Cư M’gar", "tỉnh Đắk Lắk"),
            id="other apostrophe",
        ),
        pytest.param(
            "quận 1, tphcm",
            Place("thành phố Hồ Chí Minh", None, "thành phố Hồ Chí Minh", "quận 1"),
            id="number for a name",
        ),
        pytest.param(
            "Hòa Bình, Phú Thọ",
            Place("tỉnh Phú Thọ", "phường Hòa Bình", "tỉnh Hòa Bình"),
            id="commune within the province",
        ),
        pytest.param(
            "xã Không Có, tỉnh Ninh Bình",
            Place("tỉnh Ninh Bình"),
            id="unknown commune leaves the former province open",
        ),
        pytest.param("xã Không Có, tỉnh Hà Nam", HA_NAM, id="unknown commune in a former province"),
    ],
)
def test_reads_a_place_as_people_give_it(gazetteer: Gazetteer, given: str, place: Place) -> None:
    assert gazetteer.parse(given) == (place,)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("", id="empty"),
        pytest.param("   ", id="blank"),
        pytest.param("xin chào", id="greeting"),
        pytest.param("không biết", id="answer that is none"),
        pytest.param("Atlantis", id="no place of Vietnam"),
        pytest.param("🙂🙂🙂", id="emoji"),
        pytest.param("x" * 10_000, id="one endless word"),
        pytest.param("phường " * 2_000, id="endless words"),
    ],
)
def test_gives_no_place_for_what_is_none(gazetteer: Gazetteer, given: str) -> None:
    assert gazetteer.parse(given) == ()


@pytest.mark.parametrize(
    ("given", "communes"),
    [
        pytest.param(
            "thanh an, tp hcm",
            {("xã Thanh An", "tỉnh Bình Dương"), ("xã Thạnh An", "thành phố Hồ Chí Minh")},
            id="diacritics left out",
        ),
        pytest.param(
            "kim thanh",
            {("phường Kim Thanh", "tỉnh Hà Nam"), ("xã Kim Thành", "tỉnh Hải Dương")},
            id="lower case without diacritics",
        ),
        pytest.param(
            "xã Trường Yên",
            {("phường Tây Hoa Lư", "tỉnh Ninh Bình"), ("xã Phú Nghĩa", "thành phố Hà Nội")},
            id="former communes of the same name",
        ),
    ],
)
def test_gives_every_place_of_an_ambiguous_name(
    gazetteer: Gazetteer, given: str, communes: set[tuple[str, str]]
) -> None:
    places = gazetteer.parse(given)
    assert {(place.commune, place.former_province) for place in places} == communes


@pytest.mark.parametrize(
    ("place", "name"),
    [
        pytest.param(DI_AN, "phường Dĩ An, thành phố Hồ Chí Minh", id="commune"),
        pytest.param(BINH_DUONG, "tỉnh Bình Dương", id="former province"),
        pytest.param(PHU_LY_CITY, "thành phố Phủ Lý, tỉnh Hà Nam", id="former district"),
        pytest.param(LANG_SON, "tỉnh Lạng Sơn", id="province"),
        pytest.param(Place("tỉnh Ninh Bình"), "tỉnh Ninh Bình", id="former province unknown"),
    ],
)
def test_names_a_place(place: Place, name: str) -> None:
    assert place.name == name


@pytest.mark.parametrize(
    ("commune", "former"),
    [
        pytest.param("xã Kim Thành, Hải Phòng", "tỉnh Hải Dương", id="taken for its namesake"),
        pytest.param("phường Tân Ninh, Tây Ninh", "tỉnh Tây Ninh", id="first of its province"),
        pytest.param("phường Cao Lãnh, Đồng Tháp", "tỉnh Đồng Tháp", id="between two provinces"),
        pytest.param("xã Văn Lang, Thái Nguyên", "tỉnh Bắc Kạn", id="differs by one diacritic"),
        pytest.param("xã Văn Lăng, Thái Nguyên", "tỉnh Thái Nguyên", id="the other of the two"),
        pytest.param("xã Xà Phiên, Cần Thơ", None, id="not certain"),
    ],
)
def test_tells_the_former_province_of_a_commune_where_it_is_certain(
    gazetteer: Gazetteer, commune: str, former: str | None
) -> None:
    (place,) = gazetteer.parse(commune)
    assert place.former_province == former


@pytest.mark.parametrize(
    ("question", "named", "place"),
    [
        pytest.param("Nghị quyết của Ninh Bình nói gì?", "Ninh Bình", NINH_BINH, id="province"),
        pytest.param("dân lạng sơn biết gì", "lạng sơn", LANG_SON, id="lower case"),
        pytest.param("nguoi dan ca mau biet gi", "ca mau", CA_MAU, id="no diacritics"),
        pytest.param("Nam Định có gì", "Nam Định", NAM_DINH, id="first words"),
        pytest.param("sơn la", "sơn la", SON_LA, id="nothing else"),
        pytest.param("ở Huế dân bàn gì?", "Huế", HUE, id="one syllable"),
        pytest.param("o hue dan ban gi", "hue", HUE, id="one syllable, no diacritics"),
        pytest.param("daklak co gi moi", "daklak", DAK_LAK, id="one word"),
        pytest.param("NINH BÌNH CÓ GÌ", "NINH BÌNH", NINH_BINH, id="all capitals"),
        pytest.param("tỉnh Ninh Bình cũ thì sao", "tỉnh Ninh Bình cũ", NINH_BINH_BEFORE, id="cũ"),
        pytest.param("ở hòa bình thì sao", "hòa bình", HOA_BINH, id="ordinary word after ở"),
        pytest.param("tinh hoa binh co gi", "tinh hoa binh", HOA_BINH, id="ordinary after tinh"),
        pytest.param("Dân Hòa Bình hỏi", "Hòa Bình", HOA_BINH, id="ordinary word in capitals"),
        pytest.param("ở TP.HCM thì sao", "TP.HCM", HO_CHI_MINH, id="abbreviation"),
        pytest.param(
            "xã Trường Yên, tỉnh Ninh Bình có gì",
            "xã Trường Yên, tỉnh Ninh Bình",
            TRUONG_YEN,
            id="commune and province",
        ),
        pytest.param("phường Kim Thanh thì sao", "phường Kim Thanh", KIM_THANH, id="commune"),
        pytest.param("phuong phu ly co gi", "phuong phu ly", PHU_LY, id="commune, plain"),
        pytest.param("p. Dĩ An có gì", "p. Dĩ An", DI_AN, id="abbreviated commune"),
        pytest.param("tp Phủ Lý có gì", "tp Phủ Lý", PHU_LY_CITY, id="former city"),
        pytest.param("Dân ở Dĩ An, TP.HCM hỏi", "Dĩ An, TP.HCM", DI_AN, id="bare before province"),
        pytest.param("o di an binh duong", "di an binh duong", DI_AN, id="the same, plain"),
        pytest.param("ở Hà Tây theo nghị quyết nào", "Hà Tây", HA_NOI, id="earlier province"),
        pytest.param("hà tây cũ họp thôn ra sao", "hà tây cũ", HA_NOI, id="earlier, said so"),
        pytest.param("ở hn phường thu gì", "hn", HA_NOI, id="initials where somebody lives"),
        pytest.param(
            "ở xã Không Có, tỉnh Ninh Bình",
            "tỉnh Ninh Bình",
            Place("tỉnh Ninh Bình"),
            id="unknown commune leaves the former province open",
        ),
    ],
)
def test_finds_the_place_in_a_question(
    gazetteer: Gazetteer, question: str, named: str, place: Place
) -> None:
    (mention,) = gazetteer.mentioned(question)
    assert question[mention.start : mention.end] == named
    assert mention.place == place


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("giữ gìn hòa bình, thống nhất đất nước", id="hòa bình, thống nhất"),
        pytest.param("Hòa bình là gì?", id="first word of a sentence"),
        pytest.param("cuộc sống thái bình", id="thái bình"),
        pytest.param("người dân hưng yên", id="hưng yên"),
        pytest.param("chiến sĩ quyết thắng", id="quyết thắng"),
        pytest.param("biểu quyết thống nhất", id="biểu quyết thống nhất"),
        pytest.param("an giang là gì", id="an giang"),
        pytest.param("công khai ở xã thế nào", id="xã without a name"),
        pytest.param("chuyện hai bà trưng", id="hai bà trưng"),
        pytest.param("bà con được biết gì", id="bà con"),
        pytest.param("trong hoa hue hong", id="huệ hồng"),
        pytest.param("danh gia lai can bo", id="đánh giá lại"),
        pytest.param("đánh giá lại cán bộ", id="đánh giá lại with diacritics"),
        pytest.param("dien bien phuc tap", id="diễn biến"),
        pytest.param("Thái Bình Dương", id="ocean"),
        pytest.param("học tập phong cách Hồ Chí Minh", id="person"),
        pytest.param("đầu tư xã hội hóa", id="xã hội hóa"),
        pytest.param("trat tu xa hoi an ninh", id="xã hội, an ninh"),
        pytest.param("phuong an hoa giai o thon", id="phương án hòa giải"),
        pytest.param("ở xã dân chủ được thực hiện thế nào", id="xã, dân chủ"),
        pytest.param("phường tôi họp tổ dân phố, khu phố 3", id="phường tôi, khu phố 3"),
        pytest.param("can bo xa co bi ky luat khong", id="former commune by chance"),
        pytest.param("phường hai tháng họp một lần", id="name with other diacritics"),
        pytest.param("cap xa, dai dien cac co quan", id="comma before the name"),
        pytest.param("Cán bộ Hà, Nam và Sơn. La là ai", id="names parted by signs"),
        pytest.param("phường 5 có gì", id="number that many communes bore"),
        pytest.param("kim thanh có gì", id="bare commune that is not known"),
        pytest.param("nước sông cửu long dâng, ai báo", id="river, no earlier province"),
        pytest.param("công ty Minh Hải thi công", id="firm, no earlier province"),
        pytest.param("hn thôn họp chưa, bd rồi à", id="initials are other words"),
        pytest.param("", id="empty"),
        pytest.param("🙂 <b>&nbsp;</b>", id="no words"),
    ],
)
def test_finds_no_place_in_ordinary_words(gazetteer: Gazetteer, question: str) -> None:
    assert gazetteer.mentioned(question) == ()


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Kim Thanh xử lý thế nào?", id="capitals"),
        pytest.param("cơ quan ở kim thanh", id="lower case"),
        pytest.param("xep loai o kim thanh", id="no diacritics"),
    ],
)
def test_finds_a_known_commune_by_its_bare_name(gazetteer: Gazetteer, question: str) -> None:
    (mention,) = gazetteer.mentioned(question, known=("phường Kim Thanh",))
    assert mention.place == KIM_THANH
    assert question[mention.start : mention.end].lower() == "kim thanh"


def test_finds_every_place_of_a_comparison(gazetteer: Gazetteer) -> None:
    mentions = gazetteer.mentioned("Hà Nam khác Nam Định ở điểm nào?")
    assert mentions == (PlaceMention(HA_NAM, 0, 6), PlaceMention(NAM_DINH, 12, 20))


def test_spans_hold_in_the_unicode_form_that_was_given(gazetteer: Gazetteer) -> None:
    question = unicodedata.normalize("NFD", "Dân ở tỉnh Lạng Sơn hỏi")
    (mention,) = gazetteer.mentioned(question)
    named = question[mention.start : mention.end]
    assert unicodedata.normalize("NFC", named) == "tỉnh Lạng Sơn"


def test_an_ambiguous_mention_gives_each_place_with_the_same_span(gazetteer: Gazetteer) -> None:
    mentions = gazetteer.mentioned("xã Trường Yên có gì")
    assert {one.place.province for one in mentions} == {"tỉnh Ninh Bình", "thành phố Hà Nội"}
    assert {(one.start, one.end) for one in mentions} == {(0, 13)}
