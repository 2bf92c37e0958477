"""The details of events, each on a sentence with its tree."""

from typing import get_args

import pytest

from dragoman.coding.details.agreement import Status as AgreementStatus
from dragoman.coding.details.detail import detail_of, transfers_of
from dragoman.coding.details.transfer import Mode
from dragoman.coding.details.transfer import Status as TransferStatus
from dragoman.coding.details.words import words_for
from dragoman.records.event import Access, Agreement, Casualties, Detail, Exercise, Number, Training, Transfer, Visit
from tests.coding.details_trees import draft


def test_a_visit_has_its_sides_rank_and_days() -> None:
    """From the parties, the visitor's office and the date of the verb."""
    told = draft("Greek", "visited", "visit", ("Nikos Makris",), ("Cairo",), office="Minister of Defence of Greece")
    found = detail_of(*told)
    assert found
    assert found[0] == Visit(
        visitor="Nikos Makris", host="Cairo", rank="defence minister", from_="2021-03-03", to="2021-03-04"
    )


def test_a_delegation_has_its_rank_by_its_word() -> None:
    """The party is only the state; the word beside it tells the rank."""
    found = detail_of(*draft("A delegation", "visit", "visit", ("Jordan",), ("Ankara",), factuality="planned"))
    assert found
    assert found[0] == Visit(visitor="Jordan", host="Ankara", rank="delegation", from_="2021-05-04", to="2021-05-04")


def test_who_arrives_on_a_day_has_only_begun() -> None:
    """The last day of the visit is not said."""
    found = detail_of(*draft("On Friday", "flew", "visit", (), ("Baku",)))
    assert found
    assert found[0] == Visit(host="Baku", from_="2021-04-23", to=None)


def test_an_agreement_has_title_field_and_years() -> None:
    """The title ends before place and day; the years it is for are its validity, no finer than the words."""
    found = detail_of(*draft("Peru", "signed", "agreement", ("Peru", "Chile"), object_="programme"))
    assert found
    assert found[0] == Agreement(
        instrument="programme",
        title="programme of naval cooperation for 2021-2025",
        field="naval",
        signatories=("Peru", "Chile"),
        status="signed",
        valid_from="2021",
        valid_to="2025",
    )


def test_an_agreement_may_have_only_an_end() -> None:
    """What it is about stands after "on", until when after "until"."""
    found = detail_of(*draft("The parliament", "ratified", "agreement", object_="memorandum"))
    assert found
    assert found[0] == Agreement(
        instrument="memorandum",
        title="memorandum on border security",
        field="border security",
        status="ratified",
        valid_to="2030",
    )


def test_every_weapon_of_a_list_is_a_transfer() -> None:
    """Each with its own number, and the contracts counted for none of them."""
    told = draft(
        "Brazil", "receiving", "transfer", ("Sweden",), ("Brazil",), object_="fighters", weapons=("Gripen fighters",)
    )
    found = [detail for detail, _ in transfers_of(*told)]
    side = {"supplier": "Sweden", "recipient": "Brazil", "mode": "sale", "status": "delivering"}
    assert found == [
        Transfer(**side, designation="Gripen fighters", category="aircraft"),  # type: ignore[arg-type]
        Transfer(**side, designation="patrol boats", category="ships", quantity=Number(12, "exactly", "12")),  # type: ignore[arg-type]
        Transfer(**side, designation="radars", category="sensors"),  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("told", "detail"),
    [
        (
            draft("Egypt", "bought", "transfer", ("Egypt",), ("France",), "AGREE", object_="jets", weapons=("Rafale",)),
            Transfer(
                supplier="France",
                recipient="Egypt",
                designation="Rafale jets",
                category="aircraft",
                quantity=Number(30, "exactly", "30"),
                value=Number(4.5e9, "exactly", "$4.5 billion"),
                mode="sale",
                status="ordered",
            ),
        ),
        (
            draft("Norway", "donated", "transfer", ("Norway",), ("Estonia",), "AID", object_="howitzers"),
            Transfer(
                supplier="Norway",
                recipient="Estonia",
                designation="M109 howitzers",
                category="artillery",
                quantity=Number(24, "exactly", "two dozen"),
                mode="gift",
                status="delivered",
            ),
        ),
        (
            draft("Canada", "suspended", "transfer", ("Canada",), ("Turkey",), "SANCTION", object_="deliveries"),
            Transfer(
                supplier="Canada", recipient="Turkey", designation="drones", category="aircraft", status="cancelled"
            ),
        ),
        (
            draft(
                "Spain",
                "sell",
                "transfer",
                ("Spain",),
                ("Morocco",),
                "AGREE",
                ("plans",),
                "tanks",
                factuality="planned",
            ),
            Transfer(
                supplier="Spain", recipient="Morocco", designation="tanks", category="armoured vehicles", mode="sale"
            ),
        ),
        (
            draft(
                "Kenya",
                "supply",
                "transfer",
                ("Kenya",),
                ("Somalia",),
                "AGREE",
                ("agreed",),
                "rifles",
                factuality="planned",
            ),
            Transfer(supplier="Kenya", recipient="Somalia", designation="rifles", category="other", status="ordered"),
        ),
    ],
)
def test_transfers_tell_sides_mode_and_stage(told: tuple[object, ...], detail: Transfer) -> None:
    """Who buys is the recipient; a plan to sell has no stage yet; a halt is cancelled."""
    found = detail_of(*told)  # type: ignore[arg-type]
    assert found
    assert found[0] == detail


def test_training_counts_the_trainees() -> None:
    """How many, in what, and where."""
    found = detail_of(*draft("Instructors", "trained", "training", (), ("Malian",), "AID", object_="soldiers"))
    assert found
    assert found[0] == Training(
        trainees_from="Malian",
        trainees=Number(300, "at_least", "more than 300"),
        institution="academy",
        field="mine clearance",
    )


def test_an_exercise_has_name_and_troops() -> None:
    """The name without the word for exercise."""
    found = detail_of(*draft("India", "held", "exercise", ("India",), ("Japan",), words=("exercise",)))
    assert found
    assert found[0] == Exercise(
        name="Dharma Guardian", participants=("India", "Japan"), troops=Number(400, "about", "about 400")
    )


def test_an_exercise_has_its_days() -> None:
    """ "took part in" only says that the drills took place."""
    found = detail_of(*draft("Troops", "drills", "exercise", ("Oman",)))
    assert found
    assert found[0] == Exercise(participants=("Oman",), from_="2021-03-03", to="2021-03-09")


def test_access_has_facility_and_terms() -> None:
    """Who grants, who is granted, what and how."""
    found = detail_of(*draft("Djibouti", "granted", "access", ("Djibouti",), ("China",), "RETREAT"))
    assert found
    assert found[0] == Access(grantor="Djibouti", grantee="China", facility="port", terms="unhindered use")


@pytest.mark.parametrize(
    ("beginning", "predicate", "detail"),
    [
        (
            "Shelling",
            "killed",
            Casualties(killed=Number(12, "at_least", "at least 12"), wounded=Number(30, "exactly", "30")),
        ),
        ("The raid", "left", Casualties(killed=Number(15, "exactly", "15"))),
        (
            "Twelve",
            "killed",
            Casualties(killed=Number(12, "exactly", "Twelve"), wounded=Number(20, "exactly", "20")),
        ),
        ("Ten", "killed", Casualties(killed=Number(2, "exactly", "two"))),
    ],
)
def test_casualties_count_those_who_suffer(beginning: str, predicate: str, detail: Casualties) -> None:
    """Not those who kill."""
    found = detail_of(*draft(beginning, predicate, "casualties", type_="ASSAULT"))
    assert found
    assert found[0] == detail


def test_no_number_no_casualties() -> None:
    """A sentence that counts nobody has no such detail."""
    assert detail_of(*draft("The outlet", "shelled", "casualties", type_="ASSAULT")) is None


@pytest.mark.parametrize(
    ("kind", "beginning", "predicate"),
    [
        ("visit", "Greek", "visited"),
        ("agreement", "Peru", "signed"),
        ("transfer", "Egypt", "bought"),
        ("training", "Instructors", "trained"),
        ("exercise", "India", "exercise"),
        ("access", "Djibouti", "granted"),
        ("casualties", "Shelling", "killed"),
        ("visit", "In 2000", "power"),
        ("agreement", "Ten", "two"),
        ("transfer", "The outlet", "town"),
        ("training", "The raid", "dead"),
        ("exercise", "Kenya", "rifles"),
        ("access", "Troops", "part"),
        ("casualties", "Peru", "12"),
    ],
)
def test_evidence_is_exact_on_any_sentence(kind: str, beginning: str, predicate: str) -> None:
    """Even where a draft is wrong about its sentence, nothing breaks and every span holds its words."""
    told = draft(beginning, predicate, kind)
    found: tuple[Detail, tuple[object, ...]] | None = detail_of(*told)
    for evidence in detail_of(*told)[1] if found else ():  # type: ignore[index]
        assert told[1].text[evidence.start : evidence.end] == evidence.text
    if found:
        assert found[0].kind == kind


def test_the_tables_hold_only_values_of_the_record() -> None:
    """What a table says goes into fields that know no other words."""
    words = words_for("en")
    assert words
    for name, allowed in (
        ("agreement status", AgreementStatus),
        ("transfer status", TransferStatus),
        ("transfer mode", Mode),
    ):
        assert set(words.classes[name].values()) <= set(get_args(allowed))
    assert set(words.classes["facility"].values()) == {"base", "airspace", "port", "transit"}
    assert words_for("xx") is None
