"""Weapons: designations by the grammar of their series, names, and common nouns."""

from itertools import pairwise

import pytest

from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block
from dragoman.records.reading import Reading
from dragoman.resolve.weapons import WeaponMention, weapons


def _article(text: str) -> Article:
    block = Block("paragraph", 0, len(text), 0, len(text))
    return Article("0" * 64, "test", None, "en", None, (), None, None, (), None, text, (block,), ())


def _mentions(text: str) -> list[WeaponMention]:
    """Without a reader: what the words alone tell."""
    return weapons(_article(text), Reading("en", None, (), ()))


def _read(text: str) -> list[WeaponMention]:
    reader = reader_for("en")
    assert reader is not None
    article = _article(text)
    return weapons(article, reader.read(article))


@pytest.mark.parametrize(
    ("text", "name", "role", "maker"),
    [
        ("Delhi ordered Su-30MKI fighters.", "Su-30MKI", "multirole fighter", "RUS"),
        ("Delhi ordered SU-30 MKI fighters.", "Su-30MKI", "multirole fighter", "RUS"),
        ("Delhi ordered Su 30MKI fighters.", "Su-30MKI", "multirole fighter", "RUS"),
        ("Delhi ordered su-30mki jets.", "Su-30MKI", "multirole fighter", "RUS"),
        ("Athens flies F16 fighters.", "F-16", "multirole fighter", "USA"),
        ("Athens flies F-16C/D Block 52 fighters.", "F-16C/D", "multirole fighter", "USA"),
        ("The air force lost two MiG-29s.", "MiG-29", "multirole fighter", "RUS"),
        ("They use Mi-17V5 helicopters.", "Mi-17V-5", "transport helicopter", "RUS"),
        ("An An-124-100 landed with tanks on board.", "An-124-100", "transport aircraft", "UKR"),
        ("Warsaw buys M1A2 SEPv3 Abrams tanks.", "M1A2", "tank", "USA"),
        ("Warsaw buys K2 tanks.", "K2", "tank", "KOR"),
        ("Oslo got Leopard 2A8 tanks.", "Leopard 2A8", "tank", "DEU"),
        ("The army fired 2S19M2 howitzers.", "2S19M2", "self-propelled howitzer", "RUS"),
        ("A regiment of S-300PMU-2 systems and troops arrived.", "S-300PMU2", "surface-to-air missile system", "RUS"),
        ("The fleet expects Type 055 destroyers.", "Type 055", "destroyer", "CHN"),
        ("The brigade drives K53949 Typhoon armored vehicles.", "K-53949", "armoured vehicle", "RUS"),
        ("The border guards fly CH-4B drones.", "CH-4B", "armed drone", "CHN"),
        ("The army flies CH-47F helicopters.", "CH-47F", "transport helicopter", "USA"),
        ("Россия поставила самолёты Су-30СМ.", "Su-30SM", "multirole fighter", "RUS"),
    ],
)
def test_a_designation_is_known_in_every_usual_spelling(text: str, name: str, role: str, maker: str) -> None:
    """Hyphens, spaces, case, plurals and scripts do not matter."""
    mention = next(mention for mention in _mentions(text) if mention.designation)
    assert (mention.name, mention.status, mention.role, mention.maker) == (name, "known", role, maker)


@pytest.mark.parametrize(
    ("text", "name", "likely"),
    [
        ("The country received Su-12SM fighters.", "Su-12SM", "Su-30SM"),
        ("The country received Mi-30M attack helicopters.", "Mi-30M", "Mi-35M"),
        ("The country received F-12C fighters.", "F-12C", "F-16C"),
        ("The brigade got BTR-72A armoured personnel carriers.", "BTR-72A", "BTR-82A"),
        ("The squadron flies AH-47E attack helicopters.", "AH-47E", "AH-64E"),
        ("The army lost BMP-82 infantry fighting vehicles.", "BMP-82", "BMP-3"),
        ("New MQ-16 drones arrived.", "MQ-16", "MQ-9"),
        ("New J-61A fighter jets arrived.", "J-61A", "J-20A"),
    ],
)
def test_a_number_that_a_closed_series_lacks_is_impossible(text: str, name: str, likely: str) -> None:
    """The known designations of the series with the same letters are named beside it."""
    mention = next(mention for mention in _mentions(text) if mention.designation)
    assert (mention.name, mention.status) == (name, "impossible")
    assert likely in mention.candidates


@pytest.mark.parametrize(
    "text",
    [
        "The Su-27, Su-30SM, Su-34, Su-35S and Su-57 fighters of the air force.",
        "Mi-8AMTSh, Mi-17V-5, Mi-24P, Mi-28NM and Mi-35M helicopters fired missiles.",
        "Tu-22M3, Tu-95MS and Tu-160M bombers launched Kh-101 and Kh-22 missiles.",
        "T-55AM, T-62M, T-72B3M, T-80BVM and T-90M tanks; BMP-1, BMP-2M, BMD-4M, BTR-82A vehicles.",
        "F-4E, F-5E, F-14A, F-15EX, F-16V, F/A-18F, F-22A and F-35B fighters.",
        "B-1B, B-2A, B-52H bombers with C-17A, C-130J-30 and KC-135R aircraft.",
        "AH-1Z, AH-64E, UH-60M, MH-60R, CH-53K helicopters and MQ-1C, MQ-9B, RQ-4B drones.",
        "J-10C, J-11B, J-15, J-16D, J-20A and JH-7A fighters, H-6K bombers, HQ-9B and HQ-22 missiles.",
        "A prototype of the Su-12 flew in 1947.",
        "The Yak-130 trainer aircraft, the Il-76MD transport aircraft and the Ka-52M attack helicopters.",
        "MH17 was shot down by a Buk missile; MH-17 was an airliner.",
        "MiG-29 engines, T-72 shells and Su-34 bombs were sold by arms dealers.",
        "Soldiers on a Ford F-150 truck took an H-1B visa, vitamin B-12, the M25 and the A-3 road past MI6.",
    ],
)
def test_nothing_real_is_impossible(text: str) -> None:
    """Real designations, and other things that look like them, are never called impossible."""
    assert [mention.name for mention in _mentions(text) if mention.status == "impossible"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A man with type 2 diabetes drove the M25 on an F-1 visa.",
        "The boy, 12, scored with a K-12 test and B-12 vitamins.",
        "MI6 and MI5 briefed the minister at COP26 about COVID-19.",
        "He installed Python 3.14 on a patriot's computer; a typhoon hit the coast.",
        "Rebel fighters fled, and think tanks wrote reports.",
        "The Ural mountains and the Amazon are far apart.",
    ],
)
def test_ordinary_words_are_no_weapons(text: str) -> None:
    """What merely looks like a designation or shares a weapon's name is left alone."""
    assert _mentions(text) == []


def test_an_unknown_variant_of_a_known_weapon_is_plausible() -> None:
    """Makers add variants; the list does not have them all."""
    (mention,) = _mentions("The air force showed Su-30XQ fighters.")
    assert (mention.status, mention.role) == ("plausible", "multirole fighter")


def test_the_same_name_is_told_apart_by_the_noun_beside_it() -> None:
    """A Typhoon may be an aircraft or an armoured vehicle."""
    (aircraft,) = _mentions("London sent Typhoon fighters.")
    (vehicle,) = _mentions("The brigade drives Typhoon armoured vehicles.")
    assert (aircraft.category, vehicle.category) == ("aircraft", "armoured vehicles")


@pytest.mark.parametrize(
    ("text", "words", "category", "role"),
    [
        ("They bought radar systems.", "radar systems", "sensors", "radar"),
        ("They bought armored vehicles.", "armored vehicles", "armoured vehicles", "armoured vehicle"),
        ("They bought air-defense systems.", "air-defense systems", "air defence systems", "air defence system"),
        ("The army lost three tanks.", "tanks", "armoured vehicles", "tank"),
        ("Only bayraktars were sent.", "bayraktars", "aircraft", "armed drone"),
        ("A wide range of high-precision weapons.", "high-precision weapons", "other", "weapons"),
        ("Attack helicopters were promised.", "Attack helicopters", "aircraft", "attack helicopter"),
    ],
)
def test_common_nouns_have_a_category_but_no_designation(text: str, words: str, category: str, role: str) -> None:
    """ "Tanks" and their like are weapons without a designation."""
    (mention,) = _mentions(text)
    assert text[mention.start : mention.end] == words
    assert (mention.designation, mention.status, mention.category, mention.role) == (None, None, category, role)


def test_fighters_are_aircraft_only_where_aircraft_are_spoken_of() -> None:
    """Elsewhere they are people."""
    assert _mentions("Hundreds of fighters crossed the border.") == []
    assert [m.role for m in _mentions("Hundreds of fighters and bombers of the air force took off.")] == [
        "fighter",
        "bomber",
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They got new Su-30SM fighters.", "Su-30SM fighters"),
        ("They got K53949 Typhoon armored vehicles.", "K53949 Typhoon armored vehicles"),
        ("They got Su-30SM heavy multirole fighters.", "Su-30SM heavy multirole fighters"),
        ("They got Ural trucks.", "Ural trucks"),
        ("They sold fighter jets Su-35S.", "fighter jets Su-35S"),
    ],
)
def test_the_mention_holds_designation_name_and_noun(text: str, span: str) -> None:
    """What a reader takes for one expression is one mention."""
    (mention,) = _read(text)
    assert text[mention.start : mention.end] == span


def test_mentions_do_not_overlap_and_point_at_their_words() -> None:
    """Each place of the text is in one mention at most, in order."""
    text = (
        "Kyiv received M142 HIMARS launchers, Bayraktar TB2 drones, 155mm shells and F-16AM/BM Block 20 fighter jets."
    )
    mentions = _read(text)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert {mention.name for mention in mentions} >= {"M142", "Bayraktar TB2", "F-16AM/BM"}


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Rebels buried an improvised explosive device.", "improvised explosive device", "explosive device"),
        ("Two VBIEDs exploded.", "VBIEDs", "explosive device"),
        ("Heavy machine guns were seized.", "Heavy machine guns", "small arm"),
        ("The air force flew remotely piloted aircraft.", "remotely piloted aircraft", "drone"),
        ("They fired rocket-propelled grenade launchers.", "rocket-propelled grenade launchers", "grenade launcher"),
    ],
)
def test_small_and_improvised_arms_are_found_whole(text: str, words: str, role: str) -> None:
    assert (words, role) in {(text[m.start : m.end], m.role) for m in _read(text)}


def test_mine_clearance_is_no_weapon() -> None:
    assert not [m for m in _read("The army began mine clearance.") if m.role == "mine"]
