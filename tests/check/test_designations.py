"""Designations that do not exist, and numbers that have changed places."""

import pytest

from tests.check.reading import findings, of_kind


@pytest.mark.parametrize(
    ("body", "caption", "wrong", "likely"),
    [
        ("The ministry ordered Su-12SM fighters.", "A Su-30SM takes off.", "Su-12SM", "Su-30SM"),
        ("The ministry ordered Mi-30M attack helicopters.", "Mi-35M.", "Mi-30M", "Mi-35M"),
        ("The squadron flies F-12C fighters.", "F-16C at Balad air base.", "F-12C", "F-16C"),
        ("The brigade got BTR-72A armoured personnel carriers.", "BTR-82A on parade.", "BTR-72A", "BTR-82A"),
        ("The ministry ordered T-5MS tanks.", "T-72MS in the yard.", "T-5MS", "T-72MS"),
        ("The ministry ordered Mi-29 helicopters.", "Mi-17V-5 over the sea.", "Mi-29", "Mi-17V-5"),
    ],
)
def test_a_designation_found_elsewhere_is_suggested(body: str, caption: str, wrong: str, likely: str) -> None:
    """The caption beside the text is the best witness."""
    (finding,) = of_kind(findings(body, caption, kinds=("paragraph", "caption")), "designation")
    assert (finding.severity, finding.suggestion) == ("error", likely)
    assert wrong in finding.message
    assert "caption" in finding.message
    assert wrong in finding.evidence[0].text
    assert likely in finding.evidence[1].text


def test_without_a_likely_one_the_known_are_named() -> None:
    """Several fit: none is suggested."""
    (finding,) = of_kind(findings("The ministry ordered Su-12SM fighters."), "designation")
    assert (finding.severity, finding.suggestion) == ("warning", None)
    assert "Su-27SM" in finding.message
    assert "Su-30SM" in finding.message


def test_a_designation_with_no_candidate_gets_no_suggestion() -> None:
    """Nothing of the series has those letters."""
    (finding,) = of_kind(findings("The army bought Ka-77ZZ attack helicopters."), "designation")
    assert finding.suggestion is None


@pytest.mark.parametrize(
    ("garbled", "put_back"),
    [
        (
            "The army awaits Su-12SM fighters, Mi-30M attack helicopters and radars under 35 contracts.",
            "Su-30SM fighters, Mi-35M attack helicopters and radars under 12 contracts",
        ),
        ("Warsaw ordered F-1C fighters and M16A2 tanks for its army.", "F-16C fighters and M1A2 tanks"),
        (
            "The army showed AH-47E attack helicopters and CH-64F transport helicopters.",
            "AH-64E attack helicopters and CH-47F transport helicopters",
        ),
        ("The base hosts B-12 bombers and 52 tanks.", "B-52 bombers and 12 tanks"),
        (
            "The brigade has T-3B3 tanks, BMP-82 infantry fighting vehicles and BTR-72A armoured personnel carriers.",
            "T-72B3 tanks, BMP-3 infantry fighting vehicles and BTR-82A armoured personnel carriers",
        ),
        ("Kyiv counted 29 Ka-52 helicopters and MiG-46M2 fighters.", "46 Ka-52 helicopters and MiG-29M2 fighters"),
    ],
)
def test_numbers_that_changed_places_are_put_back(garbled: str, put_back: str) -> None:
    """Numbers dealt out anew make every designation real: machine translation has moved them."""
    (finding,) = of_kind(findings(garbled), "translation")
    assert finding.suggestion == put_back
    assert len(finding.evidence) >= 2


def test_numbers_are_put_back_by_what_the_captions_show() -> None:
    """A real designation is wrong too where the others leave only another number for it."""
    found = findings(
        "The army has received six MiG-17 fighters, Mi-29 helicopters and T-2MS tanks, and BRDM-72MS scout cars.",
        "T-72MS in the yard.",
        "BRDM-2MS.",
        kinds=("paragraph", "caption", "caption"),
    )
    (finding,) = of_kind(found, "translation")
    assert finding.suggestion is not None
    for name in ("MiG-29", "Mi-17", "T-72MS", "BRDM-2MS"):
        assert name in finding.suggestion


def test_a_year_and_a_count_that_changed_places() -> None:
    """Nobody signs two thousand contracts in the year 4."""
    (finding,) = of_kind(findings("The fleet got new boats under 2018 contracts signed in 4."), "translation")
    assert finding.suggestion == "4 contracts signed in 2018"


@pytest.mark.parametrize(
    "text",
    [
        "The fleet got new boats under the 2018 contracts signed in Delhi.",
        "The fleet got boats under 4 contracts signed in 2018.",
        "The 2018 contracts were filled in 4 months.",
        "Some 2000 soldiers trained in 4 camps.",
    ],
)
def test_years_in_their_place_are_left_alone(text: str) -> None:
    """Counts with a noun, years with an article."""
    assert of_kind(findings(text), "translation") == []


def test_numbers_are_looked_for_in_the_next_sentence() -> None:
    """A translator's sentence may have been split."""
    found = findings("The navy will get MiG-46K fighters. The contract for 29 aircraft was signed in Delhi.")
    (finding,) = of_kind(found, "translation")
    assert "MiG-29K" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Delhi ordered 12 Su-30MKI fighters, 30 Mi-17V-5 helicopters and 35 radars in 2019.",
        "Poland bought 32 F-35A fighters, 96 AH-64E helicopters and 250 M1A2 tanks.",
        "The parade showed T-72B3, T-80BVM and T-90M tanks, BMP-3 and BTR-82A vehicles and S-400 launchers.",
        "A Su-34 dropped FAB-500 bombs, and two MiG-31K fighters carried Kinzhal missiles.",
        "Beijing sent 20 J-10C and 4 J-16D fighters and an H-6K bomber near the island.",
        "The navy operates MH-60R helicopters, P-8A aircraft and Type 26 frigates.",
        "The Su-12 prototype of 1947 was a reconnaissance aircraft.",
        "Ankara sold 24 Bayraktar TB2 drones and 12 T129 helicopters.",
        "A police officer drove a Ford F-150 truck along the M25 with 30 rifles.",
    ],
)
def test_real_designations_are_left_alone(text: str) -> None:
    """A false alarm costs trust."""
    assert of_kind(findings(text), "designation", "translation") == []
