"""The dossier for people."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from dragoman.records.dossier import Dossier, Finding
from dragoman.records.event import EventDate, Voice
from dragoman.share.text import Printer
from tests.share.dossiers import DELIVERY, VISIT, dossier, event, evidence

Show = Callable[..., str]


@pytest.fixture
def show() -> Show:
    def call(*given: Dossier, evidence: bool = False, verbose: bool = False, width: int = 160) -> str:
        file = io.StringIO()
        printer = Printer(evidence=evidence, verbose=verbose, console=Console(file=file, width=width, highlight=False))
        for one in given:
            printer.show(one)
        return file.getvalue()

    return call


def test_a_dossier_reads_from_the_head_to_the_findings(show: Show) -> None:
    assert show(dossier()) == (
        "Minister signs pact in Osh\n"
        "Daily Observer · Jane Roe · 5 May 2022 09:30 +03:00 · Bishkek · 4,243 views\n"
        "Tags: Armed forces, Kyrgyzstan\n"
        "osh.txt · language en · en-reader 1.0 · dragoman 0.1.0\n"
        "\n"
        "What happened, by Daily Observer's account\n"
        "  3–4 May 2022  Russia's Minister of Defence Ilya Bersenev visited Kyrgyzstan — Osh\n"
        "  no date       Russia is supplying 12 Mi-99 helicopters to Kyrgyzstan, worth at least $1.5 million (sale) [ongoing]"
        " — according to general staff\n"
        "\n"
        "Who said what\n"
        "  3 May 2022  Russia's Minister of Defence Ilya Bersenev said: “We will train more officers”\n"
        "\n"
        "What does not add up\n"
        "  warning  There is no Mi-99. → Mi-8\n"
    )


def test_every_line_can_be_followed_by_its_words_and_their_places(show: Show) -> None:
    shown = show(dossier(), evidence=True)
    start = dossier().article.text.index("visited")
    assert f"“visited” [{start}–{start + 7}]" in shown
    assert shown.count("[") == 6


def test_verbose_names_entities_and_what_was_left_out(show: Show) -> None:
    shown = show(dossier(), verbose=True)
    assert "place         Osh · KGZ · 40.53, 72.80 · 1×" in shown
    assert "subscribe  Subscribe to our news [300–320 of the source]" in shown


def test_dated_events_come_first_by_date_then_the_text_decides(show: Show) -> None:
    late = event("AID", date=EventDate("2022-06-01", "2022-06-30", "month"), words="receives")
    early = event("CONSULT", mode="visit", date=EventDate("1990-01-01", "1999-12-31", "decade"), words="visited")
    second = event("ACCUSE", words="receives")
    first = event("THREATEN", words="visited")
    shown = show(dossier(second, late, first, early))
    labels = [line.split("  ")[1] for line in shown.splitlines() if line.startswith("  ")][:4]
    assert labels == ["1990s", "Jun 2022", "no date", "no date"]
    assert shown.index("threatened") < shown.index("accused")


def test_the_same_line_is_shown_once_with_the_words_of_both(show: Show) -> None:
    shown = show(dossier(VISIT, replace(VISIT, id="v9", evidence=evidence("in Osh"))), evidence=True)
    assert shown.count("visited Kyrgyzstan") == 1
    assert "“in Osh” [20–26]; “visited” [69–76]\n" in shown


def test_an_event_without_a_detail_is_told_in_the_texts_words_too(show: Show) -> None:
    given = event("AID", words="receives")
    to_the_goods = replace(given, evidence=(*given.evidence, *evidence("Kyrgyzstan"), *evidence("Mi-99")))
    over_the_stop = replace(given, evidence=(*given.evidence, *evidence("train")))
    assert "gave material help to Kyrgyzstan: “receives 12 Mi-99”\n" in show(dossier(to_the_goods))
    assert "gave material help to Kyrgyzstan: “receives”\n" in show(dossier(over_the_stop))
    assert "“visited" not in show(dossier(VISIT))


@pytest.mark.parametrize(
    ("voices", "said"),
    [
        ((Voice("speaker", "e1", "he"),), "— says Russia's Minister of Defence Ilya Bersenev"),
        ((Voice("source", None, "two officials"),), "— according to two officials"),
        (
            (Voice("source", "e3", "Bishkek"), Voice("speaker", "e2", "Moscow")),
            "— according to Kyrgyzstan, citing Russia",
        ),
    ],
)
def test_a_claim_names_its_claimants_the_outermost_first(show: Show, voices: tuple[Voice, ...], said: str) -> None:
    assert f"{said}\n" in show(dossier(event(voices=voices)))


def test_the_outlets_own_report_stands_plain_unless_a_finding_doubts_it(show: Show) -> None:
    doubt = Finding("f1", "unattributed", "info", "No source is given.", None, evidence("visited Kyrgyzstan"))
    assert "claim of" not in show(dossier(VISIT))
    assert "— claim of Daily Observer\n" in show(dossier(VISIT, findings=(doubt,)))
    assert "claim of" not in show(dossier(DELIVERY, findings=(doubt,)))


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("told", "Kyrgyzstan told Russia: “We agree”"),
        ("said", "Kyrgyzstan said to Russia: “We agree”"),
        ("according to", "According to Kyrgyzstan: “We agree”"),
        (None, "Kyrgyzstan said to Russia: “We agree”"),
    ],
)
def test_the_cue_stands_where_english_has_it(show: Show, cue: str | None, said: str) -> None:
    quote = replace(dossier().quotes[0], speaker="e3", addressee="e2", cue=cue, text="We agree")
    assert f"{said}\n" in show(replace(dossier(), quotes=(quote,)))


def test_findings_stand_the_gravest_first(show: Show) -> None:
    light = Finding("f1", "date", "info", "No year is given.", None, ())
    grave = Finding("f2", "number", "error", "The sum is wrong.", None, ())
    shown = show(dossier(findings=(light, grave)))
    assert shown.index("The sum is wrong.") < shown.index("No year is given.")


def test_a_suggestion_is_not_said_twice(show: Show) -> None:
    one = Finding("f1", "designation", "error", "There is no Mi-99; Mi-8 is meant.", "Mi-8", ())
    assert "Mi-8 is meant.\n" in show(dossier(findings=(one,)))


def test_nothing_in_a_page_can_steer_the_terminal_or_pass_for_markup(show: Show) -> None:
    title = "[bold red]Hot[/] \x1b[2Jnews\u202e \x9b1m{x}"
    shown = show(replace(dossier(), article=replace(dossier().article, title=title)))
    assert shown.startswith("[bold red]Hot[/] [2Jnews 1m{x}\n")


def test_lines_keep_to_the_width_and_lose_nothing(show: Show) -> None:
    narrow = show(dossier(), width=50)
    assert max(len(line) for line in narrow.splitlines()) <= 50
    assert "".join(narrow.split()) == "".join(show(dossier(), width=200).split())


def test_colour_is_for_terminals(show: Show) -> None:
    file = io.StringIO()
    console = Console(file=file, width=100, force_terminal=True, color_system="standard", highlight=False)
    Printer(evidence=False, verbose=False, console=console).show(dossier())
    assert "\x1b[" in file.getvalue()
    assert "\x1b[" not in show(dossier())


def test_an_article_of_which_nothing_is_known_can_be_shown(show: Show) -> None:
    article = replace(
        dossier().article, outlet=None, title=None, authors=(), published=None, dateline=None, tags=(), views=None
    )
    empty = replace(dossier(), models=(), article=article, entities=(), events=(), quotes=(), findings=())
    shown = show(empty)
    assert "(no title)" in shown
    assert "No event was recognised." in shown
    assert "Who said what" not in shown


def test_dossiers_are_set_off_from_each_other(show: Show) -> None:
    one = show(dossier())
    both = show(dossier(), dossier())
    assert both.count(one) == 2
    assert len(both) > 2 * len(one)
