"""The language of a text and of its passages, what it was translated from, and words that mix scripts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.article import clean
from dragoman.clean.language import language_of
from dragoman.clean.languages import languages
from dragoman.clean.mixture import mixture
from dragoman.clean.translated import _phrases, translated_from
from dragoman.records.source import Source

SENTENCES = {
    "en": "The two ministers signed an agreement on the training of officers.",
    "ru": "Министры подписали соглашение о подготовке офицеров в столице республики.",
    "uk": "Міністри підписали угоду про підготовку офіцерів у столиці країни.",
    "be": "Міністры падпісалі пагадненне аб падрыхтоўцы афіцэраў у сталіцы краіны.",
    "bg": "Министрите подписаха споразумение за обучение на офицери в столицата.",
    "sr": "Министри су потписали споразум о обуци официра у главном граду.",
    "mk": "Министрите потпишаа договор за обука на офицери во главниот град.",
    "kk": "Министрлер елордада офицерлерді даярлау туралы келісімге қол қойды және екі ел арасындағы ынтымақтастықты талқылады.",
    "ky": "Министрлер борбордо офицерлерди даярдоо боюнча макулдашууга кол коюшту жана эки өлкөнүн кызматташтыгын талкуулашты.",
    "tg": "Вазирон дар пойтахт дар бораи омода кардани афсарон созишнома ба имзо расониданд.",
    "uz-Cyrl": "Вазирлар пойтахтда офицерларни тайёрлаш бўйича келишув имзоладилар ва ҳамкорликни муҳокама қилдилар.",
    "mn": "Сайд нар нийслэлд офицер бэлтгэх тухай хэлэлцээрт гарын үсэг зурж, хоёр улсын хооронд хамтын ажиллагаа байна гэж мэдэгдэв.",
    "tt": "Министрлар башкалада офицерлар әзерләү турында килешү имзалады һәм бу хакта хәбәр итте.",
    "de": "Die Minister haben in der Hauptstadt ein Abkommen über die Ausbildung von Offizieren unterzeichnet.",
    "fr": "Les ministres ont signé un accord sur la formation des officiers dans la capitale.",
    "es": "Los ministros firmaron en la capital un acuerdo sobre la formación de oficiales.",
    "pt": "Os ministros assinaram na capital um acordo sobre a formação de oficiais.",
    "it": "I ministri hanno firmato nella capitale un accordo sulla formazione degli ufficiali.",
    "nl": "De ministers ondertekenden in de hoofdstad een akkoord over de opleiding van officieren.",
    "pl": "Ministrowie podpisali w stolicy porozumienie o szkoleniu oficerów.",
    "cs": "Ministři podepsali v hlavním městě dohodu o výcviku důstojníků.",
    "sk": "Ministri podpísali v hlavnom meste dohodu o výcviku dôstojníkov.",
    "sl": "Ministra sta v prestolnici podpisala sporazum o usposabljanju častnikov.",
    "hr": "Ministri su u glavnom gradu potpisali sporazum o obuci časnika, a isporuke će početi u tijeku proljeća.",
    "sr-Latn": "Ministri su u glavnom gradu potpisali sporazum o obuci oficira, a isporuke će početi tokom ove nedelje.",
    "hu": "A miniszterek megállapodást írtak alá a fővárosban a tisztek képzéséről.",
    "ro": "Miniștrii au semnat în capitală un acord privind pregătirea ofițerilor.",
    "tr": "Bakanlar başkentte subayların eğitimi için bir anlaşma imzaladı.",
    "az": "Nazirlər paytaxtda zabitlərin hazırlanması haqqında saziş imzaladılar.",
    "uz": "Vazirlar poytaxtda ofitserlarni tayyorlash bo‘yicha kelishuv imzoladilar va hamkorlikni muhokama qildilar.",
    "tk": "Ministrler paýtagtda ofiserleri taýýarlamak boýunça ylalaşyga gol çekdiler we hyzmatdaşlyk barada gürleşdiler.",
    "fi": "Ministerit allekirjoittivat pääkaupungissa sopimuksen upseerien koulutuksesta.",
    "et": "Ministrid allkirjastasid pealinnas kokkuleppe ohvitseride väljaõppe kohta.",
    "lv": "Ministri galvaspilsētā parakstīja vienošanos par virsnieku apmācību.",
    "lt": "Ministrai sostinėje pasirašė susitarimą dėl karininkų rengimo.",
    "sv": "Ministrarna undertecknade i huvudstaden ett avtal om utbildning av officerare.",
    "da": "Ministrene underskrev i hovedstaden en aftale om uddannelse af officerer.",
    "no": "Ministrene undertegnet i hovedstaden en avtale om utdanning av offiserer.",
    "ca": "Els ministres van signar a la capital un acord sobre la formació d'oficials.",
    "sq": "Ministrat nënshkruan në kryeqytet një marrëveshje për trajnimin e oficerëve.",
    "id": "Para menteri menandatangani perjanjian tentang pelatihan perwira di ibu kota.",
    "vi": "Các bộ trưởng đã ký tại thủ đô một thỏa thuận về đào tạo sĩ quan.",
    "sw": "Mawaziri walitia saini katika mji mkuu makubaliano ya mafunzo ya maafisa wa jeshi.",
    "ar": "وقع الوزيران في العاصمة اتفاقا بشأن تدريب الضباط.",
    "fa": "وزیران در پایتخت توافقنامه‌ای برای آموزش افسران امضا کردند.",
    "ur": "وزراء نے دارالحکومت میں افسران کی تربیت کے معاہدے پر دستخط کیے۔",
    "ps": "وزیرانو په پلازمېنه کې د افسرانو د روزنې تړون لاسلیک کړ.",
    "he": "השרים חתמו בבירה על הסכם להכשרת קצינים.",
    "el": "Οι υπουργοί υπέγραψαν στην πρωτεύουσα συμφωνία για την εκπαίδευση αξιωματικών.",
    "ka": "მინისტრებმა დედაქალაქში ხელი მოაწერეს შეთანხმებას ოფიცრების მომზადების შესახებ.",
    "hy": "Նախարարները մայրաքաղաքում ստորագրեցին սպաների պատրաստման համաձայնագիր։",
    "hi": "मंत्रियों ने राजधानी में अधिकारियों के प्रशिक्षण पर समझौते पर हस्ताक्षर किए।",
    "zh": "两国国防部长在首都签署了军官培训协议。",
    "ja": "両国の防衛相は首都で将校の訓練に関する協定に署名した。",
    "ko": "양국 국방장관은 수도에서 장교 훈련에 관한 협정에 서명했다.",
}
ENGLISH = (
    "The two ministers signed an agreement on the training of officers in the capital on Monday.\n\n"
    "The first cadets will arrive in the autumn and will study for two years, the ministry said in a statement."
)
RUSSIAN = "Первые курсанты прибудут осенью, сообщил министр, и будут учиться в столице два года."


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_the_language_of_a_sentence_is_told(code: str, text: str) -> None:
    assert language_of(text) == code


def test_every_language_is_told_by_a_sentence_and_has_a_name() -> None:
    missing = {language.code for language in languages()} - SENTENCES.keys()
    assert missing <= {"ckb", "ku", "is", "bn", "ta", "te", "th", "am"}
    assert all(language.name for language in languages())


@pytest.mark.parametrize("text", ["12 34 56", "Mi-24 Su-25 T-72", "", "Shoigu", "Kurmanov, Abe, Li", "AKM РПК"])
def test_what_is_no_running_text_is_in_no_language(text: str) -> None:
    assert language_of(text) == "und"


def test_a_passage_in_another_language_is_named() -> None:
    article = clean(Source("a", f"{ENGLISH}\n\n“{RUSSIAN}”\n\n{ENGLISH}".encode()))
    assert article.language == "en"
    assert [(article.text[p.start : p.end].strip("“”"), p.language) for p in article.passages] == [(RUSSIAN, "ru")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Translated from Russian by Ann Lee.", "ru"),
        ("This article was originally published in Ukrainian.", "uk"),
        ("Machine-translated from the German original.", "de"),
        ("Translation from the Polish by our desk", "pl"),
        ("Перевод с английского: И. Петров", "en"),
        ("Перевела с турецкого Анна Ли", "tr"),
        ("Оригинал статьи на английском языке", "en"),
        ("Aus dem Englischen von Anna Lee übersetzt.", "en"),
        ("Übersetzt aus dem Russischen", "ru"),
        ("Traduit de l’anglais par Anne Lee", "en"),
        ("Traducido del ruso por Ana Lee", "ru"),
        ("He translated the toast from memory.", None),
        ("The minister spoke Russian.", None),
    ],
)
def test_the_page_says_what_it_was_translated_from(line: str, code: str | None) -> None:
    text = f"{SENTENCES['en']}\n{line}"
    assert translated_from(text, text, "a.txt") == code


def test_a_page_saved_through_a_translating_browser_is_marked() -> None:
    page = f'<html lang="en" class="translated-ltr"><body><p>{ENGLISH}</p></body></html>'
    assert translated_from(page, ENGLISH, "a.html") == "und"
    address = "https://www-news-example.translate.goog/a?_x_tr_sl=ru&_x_tr_tl=en"
    assert translated_from(page, ENGLISH, address) == "ru"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Миниcтр обороны прибыл.", ["1 word mixes letters of different scripts that look alike: “Миниcтр”"]),
        ("Истребители F-16 и МиГ-31K, iPhone-ы и Су-30MKI.", []),
        ("The minister arrived.", []),
    ],
)
def test_words_that_mix_scripts_are_noted(text: str, words: list[str]) -> None:
    assert [note.message for note in mixture(text)] == words


PHRASES = [(compiled, parts) for parts, compiled, _ in _phrases()]


@given(st.data(), st.sampled_from(PHRASES))
def test_what_a_wording_fits_holds_one_of_the_parts_by_which_it_is_sought(
    data: st.DataObject, phrase: tuple[re.Pattern[str], list[str]]
) -> None:
    pattern, parts = phrase
    fitting = data.draw(st.from_regex(pattern, fullmatch=True)).lower()
    assert any(part in fitting for part in parts)
