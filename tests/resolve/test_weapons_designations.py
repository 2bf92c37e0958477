"""A table of designations, real and invented: a real one is known or at least plausible, an invented one never known."""

import pytest

from dragoman.records.article import Article, Block
from dragoman.records.reading import Reading
from dragoman.resolve.weapons import WeaponMention, weapons

REAL = {
    "fighters": "Su-27SM3 Su-30MKI Su-30SM2 Su-34 Su-35S Su-57 MiG-29SMT MiG-31BM MiG-35 F-4E F-5E F-14A F-15EX F-16V F/A-18F "
    "F-22A F-35B JF-17 J-10C J-11B J-15 J-16 J-20A FC-1 FA-50 KF-21 Kfir Tejas Gripen",
    "attack aircraft": "Su-25SM3 A-10C AMX L-39ZA L-159",
    "bombers": "Tu-22M3M Tu-95MS Tu-160M B-1B B-2A B-52H H-6K",
    "transport aircraft": "Il-76MD-90A An-124 An-26 C-130J C-17A A400M Y-20 KC-390 C-295 An-178",
    "helicopters": "Mi-8AMTSh Mi-17V-5 Mi-24P Mi-28NM Mi-35M Ka-52 Ka-27 AH-64E UH-60M CH-47F AH-1Z NH90 Z-10 Z-20 H225M T129 AW139",
    "drones": "MQ-9 RQ-4 MQ-1C CH-5 TB2 Anka-S Shahed-136 Mohajer-6 Orlan-10 Lancet-3 Orion Heron Harop",
    "tanks": "T-55AM T-62M T-72B3 T-80BVM T-90MS T-14 M1A2 M60A3 K2 VT-4 ZTZ-99A AMX-56 Arjun Al-Khalid PT-91",
    "armoured vehicles": "BMP-1 BMP-2M BMP-3 BMD-4M BTR-60PB BTR-80A BTR-82A BRDM-2 MT-LB M113A3 M2A3 CV90 ZBD-05 VBCI LAV-25",
    "howitzers": "2S1 2S3 2S19 2S35 D-30 M777 M109A7 K9 PLZ-05 2A65",
    "rocket launchers": "BM-21 BM-30 M142 M270A1 TOS-1A 9A52-4 K239 PHL-03",
    "air defence systems": "S-75 S-125 S-200 S-300PMU-2 S-350 S-400 S-500 HQ-9B HQ-16 HQ-22 NASAMS IRIS-T MIM-104 2K12 9K33 9K37",
    "missiles": "Kh-101 Kh-22 Kh-31P R-77 AIM-120D AGM-158 AGM-88 BGM-109 DF-21D DF-41 3M-54 3M22 9M729 9K720 FGM-148 BrahMos RS-28",
}  # fmt: skip
INVENTED = [
    ("fighters", "Su-12SM"), ("fighters", "Su-36MK"), ("fighters", "MiG-26"), ("fighters", "F-12C"), ("fighters", "MiG-43"),
    ("fighters", "J-61A"), ("attack helicopters", "Mi-30M"), ("helicopters", "Mi-71"), ("helicopters", "AH-47E"),
    ("helicopters", "Ka-25SM7"), ("bombers", "Tu-59"), ("bombers", "B-53"), ("tanks", "T-73B3"), ("tanks", "T-91M"),
    ("armoured vehicles", "BTR-72A"), ("infantry fighting vehicles", "BMP-82"), ("armoured vehicles", "BMD-7"),
    ("drones", "MQ-16"), ("transport aircraft", "Il-67"), ("transport aircraft", "An-521"),
]  # fmt: skip


def _mention(noun: str, designation: str) -> WeaponMention | None:
    text = f"The army received {designation} {noun} and other weapons."
    block = Block("paragraph", 0, len(text), 0, len(text))
    article = Article("0" * 64, "test", None, "en", None, (), None, None, (), None, text, (block,), ())
    start = text.index(designation)
    found = weapons(article, Reading("en", None, (), ()))
    return next((one for one in found if one.start <= start < one.end), None)


@pytest.mark.parametrize(("noun", "designation"), [(noun, one) for noun, all_ in REAL.items() for one in all_.split()])
def test_a_real_designation_is_never_impossible(noun: str, designation: str) -> None:
    """It is in the list or fits its maker's grammar."""
    mention = _mention(noun, designation)
    assert mention is not None
    assert mention.status in {"known", "plausible"}


def test_nearly_all_real_designations_are_known() -> None:
    """The list is meant to be complete for what is in service."""
    cases = [(noun, one) for noun, all_ in REAL.items() for one in all_.split()]
    unknown = [one for noun, one in cases if (mention := _mention(noun, one)) is None or mention.status != "known"]
    assert len(unknown) <= len(cases) * 0.03, unknown


@pytest.mark.parametrize(("noun", "designation"), INVENTED)
def test_an_invented_designation_is_never_known(noun: str, designation: str) -> None:
    """A closed series that lacks the number calls it impossible; an unknown variant is at most plausible."""
    mention = _mention(noun, designation)
    assert mention is not None
    assert mention.status != "known"


def test_a_number_that_its_series_lacks_is_impossible() -> None:
    """The invented numbers of closed series are told as such."""
    told = [one for noun, one in INVENTED if (mention := _mention(noun, one)) and mention.status == "impossible"]
    assert len(told) >= len(INVENTED) - 1, told
