"""Russian names in all their cases, made from the nominative by rule.

The rules cover what names of states, peoples, bodies and persons are made of; a name that they do not fit ("НАТО", "Перу")
stays as it is. Stress, and with it ё, does not matter: the gazetteer folds it away.
"""

import re
from functools import lru_cache

_CASES = 6
_ADJECTIVES = {
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ий": ("ий", "ого", "ому", "ий", "им", "ом"),
    "ой": ("ой", "ого", "ому", "ой", "ым", "ом"),
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
}
_SOFT = ("ний", "жий", "ший", "чий")
"""Adjectives in -ий whose other cases are soft; those in -кий, -гий, -хий and -ский are hard."""
_NOUNS = {
    "ия": ("ия", "ии", "ии", "ию", "ией", "ии"),
    "ие": ("ие", "ия", "ию", "ие", "ием", "ии"),
    "ство": ("ство", "ства", "ству", "ство", "ством", "стве"),
    "ка": ("ка", "ки", "ке", "ку", "кой", "ке"),
    "га": ("га", "ги", "ге", "гу", "гой", "ге"),
    "ха": ("ха", "хи", "хе", "ху", "хой", "хе"),
    "ца": ("ца", "цы", "це", "цу", "цей", "це"),
    "а": ("а", "ы", "е", "у", "ой", "е"),
    "я": ("я", "и", "е", "ю", "ей", "е"),
    "о": ("о", "а", "у", "о", "ом", "е"),
    "ай": ("ай", "ая", "аю", "ай", "аем", "ае"),
    "ей": ("ей", "ея", "ею", "ей", "еем", "ее"),
    "й": ("й", "я", "ю", "й", "ем", "е"),
    "цы": ("цы", "цев", "цам", "цев", "цами", "цах"),
    "не": ("не", "н", "нам", "н", "нами", "нах"),
    "ки": ("ки", "ков", "кам", "ков", "ками", "ках"),
    "ги": ("ги", "гов", "гам", "гов", "гами", "гах"),
    "хи": ("хи", "хов", "хам", "хов", "хами", "хах"),
    "ы": ("ы", "ов", "ам", "ов", "ами", "ах"),
}
_MASCULINE = ("", "а", "у", "", "ом", "е")
_SIBILANT = ("", "а", "у", "", "ем", "е")
_FEMININE = ("ь", "и", "и", "ь", "ью", "и")
_SOFT_MASCULINE = ("ь", "я", "ю", "ь", "ем", "е")
_FEMININE_ENDS = ("ость", "асть", "рать", "нефть", "русь", "беларусь", "сеть", "связь", "сызрань", "казань", "рязань")
_BODIES = {"войска": ("войска", "войск", "войскам", "войска", "войсками", "войсках"),
           "силы": ("силы", "сил", "силам", "силы", "силами", "силах"),
           "каски": ("каски", "касок", "каскам", "каски", "касками", "касках"),
           "отряды": ("отряды", "отрядов", "отрядам", "отряды", "отрядами", "отрядах"),
           "острова": ("острова", "островов", "островам", "острова", "островами", "островах"),
           "штаты": ("штаты", "штатов", "штатам", "штаты", "штатами", "штатах"),
           "филиппины": ("филиппины", "филиппин", "филиппинам", "филиппины", "филиппинами", "филиппинах"),
           "мальдивы": ("мальдивы", "мальдив", "мальдивам", "мальдивы", "мальдивами", "мальдивах"),
           "волки": ("волки", "волков", "волкам", "волков", "волками", "волках"),
           "турки": ("турки", "турок", "туркам", "турок", "турками", "турках"),
           "грузины": ("грузины", "грузин", "грузинам", "грузин", "грузинами", "грузинах"),
           "румыны": ("румыны", "румын", "румынам", "румын", "румынами", "румынах"),
           "болгары": ("болгары", "болгар", "болгарам", "болгар", "болгарами", "болгарах"),
           "союз": ("союз", "союза", "союзу", "союз", "союзом", "союзе"),
           "совет": ("совет", "совета", "совету", "совет", "советом", "совете"),
           "комитет": ("комитет", "комитета", "комитету", "комитет", "комитетом", "комитете"),
           "корпус": ("корпус", "корпуса", "корпусу", "корпус", "корпусом", "корпусе")}  # fmt: skip
"""Plurals without an ending in the genitive, and words that look like others."""
_STILL = re.compile(r"[A-ZА-ЯЁ0-9.+-]{2,}|.*[уюиэёоеA-Za-z]", re.DOTALL)
"""Abbreviations, and nouns in vowels that do not decline: "НАТО", "Перу", "Мали", "Токио", "Сомали"."""
_DECLINING_IN_VOWEL = ("ство", "ие", "цы", "не", "ки", "ги", "хи")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def forms(name: str, *, every: bool = False) -> tuple[str, ...]:
    """A name in all cases, the nominative first, each form once.

    Adjectives and the first noun decline, what follows stays ("Министерства обороны РФ"); `every`: all words decline, as in
    a person's name or "Босния и Герцеговина".
    """
    words = list(_WORD.finditer(name))
    cases = [name] * _CASES
    shift = [0] * _CASES
    for i, found in enumerate(words):
        word = found.group()
        joined = name[found.end() : found.end() + 1] == "-" and i + 1 < len(words)
        if joined or len(word) == 1:
            continue  # "Шри-Ланка", "Воздушно-десантные": the last part declines; "и" stays
        endings, adjective = _declined(word, surname=every)
        for case in range(_CASES):
            begin, end = found.start() + shift[case], found.end() + shift[case]
            cases[case] = cases[case][:begin] + endings[case] + cases[case][end:]
            shift[case] += len(endings[case]) - len(word)
        if not adjective and not every:
            break
    return tuple(dict.fromkeys(cases))


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """An adjective ("узбекский") in all genders, numbers and cases, each form once."""
    stem = adjective[:-2]
    soft = adjective.endswith(_SOFT)
    endings = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
    if soft:
        endings = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими")
    elif adjective.endswith("ый"):
        endings = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми")
    return tuple(stem + ending for ending in endings)


def _declined(word: str, *, surname: bool) -> tuple[tuple[str, ...], bool]:
    """A word in its cases, and whether it is an adjective."""
    lower = word.lower()
    if lower in _BODIES:
        return tuple(word[0] + form[1:] for form in _BODIES[lower]), False
    for ending, endings in _ADJECTIVES.items():
        if lower.endswith(ending) and not word.isupper() and len(word) > len(ending) + 2 and _is_adjective(lower):
            stem = word[: -len(ending)]
            if lower.endswith(_SOFT):
                endings = ("ий", "его", "ему", "ий", "им", "ем")
            return tuple(stem + form for form in endings), True
    if _STILL.fullmatch(word) and not lower.endswith(_DECLINING_IN_VOWEL):
        return (word,) * _CASES, False
    return _noun(word, lower, surname=surname), False


def _is_adjective(lower: str) -> bool:
    """Whether a word with an adjective's ending is one: "Исламское", but not "движение", "Китай" or "Россия"."""
    return lower.endswith((
        "ский", "цкий", "ная", "ный", "ное", "ные", "ская", "цкая", "ское", "цкое", "ские", "тый", "тая", "ной", "вая", "вый",
        "вой", "ний", "няя", "нее", "шая", "кая", "рый", "лый", "лая", "лые", "рые", "ёрка", "сшая", "тое", "вые", "вое", "кой",
    ))  # fmt: skip


def _noun(word: str, lower: str, *, surname: bool) -> tuple[str, ...]:
    if lower.endswith("ь"):
        table = _FEMININE if lower.endswith(_FEMININE_ENDS) else _SOFT_MASCULINE
        return tuple(word[:-1] + form for form in table)
    for ending, endings in _NOUNS.items():
        if lower.endswith(ending):
            return tuple(word[: -len(ending)] + form for form in endings)
    if lower.endswith("ец") and len(word) > 4:
        stem = word[:-2]
        return (word, *(stem + form for form in ("ца", "цу", "ца", "цем", "це")))
    if lower.endswith(("ж", "ш", "ч", "щ", "ц")):
        return tuple(word + form for form in _SIBILANT)
    if surname and lower.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return tuple(word + form for form in ("", "а", "у", "а", "ым", "е"))
    return tuple(word + form for form in _MASCULINE)
