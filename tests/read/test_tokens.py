"""Words and sentences of press text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.english.tokens import LONGEST, sentences, words

WORD_CASES = [
    ("Kurbanov's aides don't know.", "Kurbanov|'s|aides|do|n't|know|."),
    ("The minister’s envoy can’t go", "The|minister|’s|envoy|ca|n’t|go"),
    ("They cannot stay", "They|can|not|stay"),
    ("six Su-30SM and Mi-35M", "six|Su-30SM|and|Mi-35M"),
    ("K53949 Typhoon, K-53949 and 9K720", "K53949|Typhoon|,|K-53949|and|9K720"),
    ("S-400s near F-16 bases", "S-400s|near|F-16|bases"),
    ("T-72B3 tanks, 2S19 guns, M142 HIMARS", "T-72B3|tanks|,|2S19|guns|,|M142|HIMARS"),
    ("military-technical ties", "military|-|technical|ties"),
    ("anti-American and non-state", "anti-American|and|non-state"),
    ("on April 27-28, 2021", "on|April|27|-|28|,|2021"),
    ("for 2021-2025", "for|2021|-|2025"),
    ("at 12:22 for $1.2 billion", "at|12:22|for|$|1.2|billion"),
    ("1,500 troops (some 20%)", "1,500|troops|(|some|20|%|)"),
    ("U.S. and U.K. envoys", "U.S.|and|U.K.|envoys"),
    ("Gen. A. V. Petrov", "Gen.|A.|V.|Petrov"),
    ("“We agree,” he said", "“|We|agree|,|”|he|said"),
    ("the 1990s and the 11th", "the|1990s|and|the|11th"),
    ("see https://example.org/a?b=1, please", "see|https://example.org/a?b=1|,|please"),
    ("al-Bukamal", "al|-|Bukamal"),
    ("O'Brien met N'Djamena's mayor", "O'Brien|met|N'Djamena|'s|mayor"),
    ("Well... no", "Well|...|no"),
    ("told Lenta.ru on Monday.In Rome", "told|Lenta.ru|on|Monday|.|In|Rome"),
    ("statement of GEN. KOSTOV (c. 1950)", "statement|of|GEN.|KOSTOV|(|c.|1950|)"),
    ("gov’t and nat'l guard", "gov’t|and|nat'l|guard"),
    ("9K720 Iskander-M, Typhoon-K and Zapad-2025", "9K720|Iskander-M|,|Typhoon-K|and|Zapad-2025"),
    ("F/A-18E/Fs left Norfolk, Va., today", "F/A-18E/Fs|left|Norfolk|,|Va.|,|today"),
]


@pytest.mark.parametrize(("text", "expected"), WORD_CASES)
def test_words_follow_the_treebanks(text: str, expected: str) -> None:
    assert "|".join(text[start:end] for start, end in words(text)) == expected


SENTENCE_CASES = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Gen. Petrov met Mr. Lee. They talked.", ["Gen. Petrov met Mr. Lee.", "They talked."]),
    ("The U.S. Navy sailed. It returned.", ["The U.S. Navy sailed.", "It returned."]),
    ("Talks with the U.S. The envoy left.", ["Talks with the U.S.", "The envoy left."]),
    ("“We agree. It is time,” he said. He left.", ["“We agree.", "It is time,” he said.", "He left."]),
    ("“Is it so?” asked the envoy.", ["“Is it so?” asked the envoy."]),
    (
        "It cost $1.5 million. Delivery is due in Sept. 2022.",
        ["It cost $1.5 million.", "Delivery is due in Sept. 2022."],
    ),
    ("SOFIA, Feb 3 (Balkan Wire) - Bulgaria agreed.", ["SOFIA, Feb 3 (Balkan Wire) -", "Bulgaria agreed."]),
    ("NEW DELHI — India agreed.", ["NEW DELHI —", "India agreed."]),
    ("NATO troops — some 200 — left.", ["NATO troops — some 200 — left."]),
    ("First line\n\nSecond line", ["First line", "Second line"]),
    ("A line\nbroken in two.", ["A line\nbroken in two."]),
    ("They agreed on:\n- tanks\n- fuel", ["They agreed on:", "- tanks", "- fuel"]),
    ("• Bases stay.\n• Troops go", ["• Bases stay.", "• Troops go"]),
    ("Two points:\n1. Bases stay.\n2. Troops go.", ["Two points:", "1. Bases stay.", "2. Troops go."]),
    ("a fall of\n5. 6 was better", ["a fall of\n5.", "6 was better"]),
    ("He left.[12] She stayed. [3] Both slept.", ["He left.[12]", "She stayed. [3]", "Both slept."]),
    ("He left. […] She stayed.", ["He left.", "[…] She stayed."]),
    ("He left. . . She stayed.", ["He left. . .", "She stayed."]),
    ("TALK OF GEN. KOSTOV ON BASES", ["TALK OF GEN. KOSTOV ON BASES"]),
    ("It stood (c. 1818 – 1880). Then it fell.", ["It stood (c. 1818 – 1880).", "Then it fell."]),
    ("He resigned (at last!). Then came another.", ["He resigned (at last!).", "Then came another."]),
    ("It was late. they left, i stayed.", ["It was late.", "they left, i stayed."]),
    ("He spoke of Rep. it seems, and approx. it was ten.", ["He spoke of Rep. it seems, and approx. it was ten."]),
    ("Two are open. 5. In Riga they meet.", ["Two are open.", "5. In Riga they meet."]),
    # a blank that was lost on the way
    ("“It is over,” he said.The minister left.", ["“It is over,” he said.", "The minister left."]),
    (
        "It runs on Node.js and is told by Mr.Petrov of mod.gov.uk today.",
        ["It runs on Node.js and is told by Mr.Petrov of mod.gov.uk today."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCE_CASES)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_character_that_is_not_space_is_in_one_word(text: str) -> None:
    spans = words(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert covered == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@given(st.text(alphabet="aB. ,\n“”?!U-•1[]…)", max_size=200))
def test_sentences_hold_all_words_and_do_not_overlap(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_an_endless_sentence_is_cut_to_what_the_encoder_takes() -> None:
    text = "word, " * 1000
    assert all(len(words(text, start, end)) <= LONGEST for start, end in sentences(text))
