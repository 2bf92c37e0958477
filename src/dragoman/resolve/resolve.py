"""Who and what an article speaks of: its names, offices and bodies gathered into entities."""

from dragoman.records.article import Article
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading
from dragoman.resolve.acronyms import place_acronyms
from dragoman.resolve.armaments import arms, place_weapons
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.exercises import Exercise, exercises
from dragoman.resolve.finish import finished
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.known import is_common, place_known
from dragoman.resolve.named import named_persons
from dragoman.resolve.names import Found, known_names
from dragoman.resolve.nominals import NominalFinder
from dragoman.resolve.occasions import Titled, titled
from dragoman.resolve.page import Page
from dragoman.resolve.persons import place_on
from dragoman.resolve.phrased import place_phrases
from dragoman.resolve.recognised import place_recognised
from dragoman.resolve.reference import described_states, pronouns


def resolve(article: Article, reading: Reading) -> Resolution:
    """The entities of an article, numbered by first mention, each with its mentions in order."""
    page = Page(article, reading)
    scene = Scene(page, reading)
    weapons = arms(scene)
    armed = {k for one in weapons if one.first >= 0 for k in range(one.first, one.last + 1)}
    found = [one for one in known_names(page) if one.first < 0 or not armed & _words(one)]
    finder = NominalFinder(page, found)
    found = [one for one in found if not is_common(scene, one, finder)]
    found = sorted([*found, *described_states(page, found)], key=lambda one: one.start)
    finder = NominalFinder(page, found)
    people = named_persons(page, found, finder, armed)
    scene.at.update(place_on(scene.board, page, people))
    named = {k for one in people for k in range(one.first, one.last + 1)}
    bodies = {k for one in found if one.kind == "organization" and one.first >= 0 for k in _words(one)}
    games = exercises(page)
    called = [place for one in games for place in one.places]
    found = [one for one in found if not any(start <= one.start and one.end <= end for start, end in called)]
    occasions = [one for one in titled(page) if not {one.last, one.noun} & (named | bodies)]
    inside = {k for one in occasions for k in range(one.first, one.last + 1)}
    inside |= {k for start, end in called for k in _touched(page, start, end)}
    busy = named | armed
    nominals = [n for n in finder.all() if n.head not in busy and not inside & set(range(n.first, n.last + 1))]
    place_weapons(scene, weapons, finder)
    place_known(scene, found, people, nominals)
    _place_occasions(scene, occasions, games)
    place_recognised(scene, found, busy | inside, nominals, finder)
    place_phrases(scene, nominals, people)
    place_acronyms(scene)
    for i, draft in pronouns(page, scene.at):
        draft.mention(page.words[i].start, page.words[i].end, "pronoun")
    return finished(scene)


def _words(one: Found) -> set[int]:
    return set(range(one.first, one.last + 1))


def _touched(page: Page, start: int, end: int) -> range:
    span = page.span(start, end)
    return range(span[0], span[1] + 1) if span else range(0)


def _place_occasions(scene: Scene, occasions: list[Titled], games: list[Exercise]) -> None:
    words = scene.page.words
    for game in games:
        draft = scene.board.take(("occasion", fold(game.name)), Draft("occasion", game.name, named=True))
        for start, end in game.places:
            draft.mention(start, end, "name")
    for one in occasions:
        start, end = words[one.first].start, words[one.last].end
        text = scene.page.text[start:end]
        draft = scene.board.take((one.kind, fold(text)), Draft(one.kind, text, named=True))
        draft.mention(start, end, "name")
