"""Noun phrases headed by agent nouns, with the state, sector and office that their words give."""

from dataclasses import dataclass

from dragoman.records.entity import MentionType
from dragoman.resolve.agents import Agent, agents, singulars
from dragoman.resolve.names import Found
from dragoman.resolve.page import Page
from dragoman.resolve.people import offices
from dragoman.resolve.phrases import core_start

_QUANTITIES = frozenset({
    "group", "team", "number", "crowd", "dozen", "hundred", "thousand", "score", "majority", "series", "member",
    "representative", "head", "network", "band", "contingent", "chief", "director", "leader", "official",
    "spokesman", "spokeswoman", "spokesperson", "agent", "officer", "source", "employee", "delegation", "founder",
    "commander", "operative", "deputy head", "deputy director", "chairman", "chairwoman", "chair", "boss", "staff", "unit",
    "cell", "participant", "fighter", "supporter", "follower", "office", "person", "woman", "man", "family", "service",
    "personnel", "body", "movement", "faction", "column", "million", "handful", "pair", "trio", "half", "rest", "wave", "couple", "detachment", "president", "secretary", "chairperson", "convoy",
    "loyalist", "sympathizer", "sympathiser", "proxy", "wing", "figure", "institution",
})  # fmt: skip
"""Nouns that take their sector from what they are of: "members of the Taliban", "a UN official"."""
_FORMER = frozenset({"former", "ex", "late", "retired", "ousted", "deposed", "onetime", "erstwhile", "outgoing"})
_PARTICIPLES = frozenset(
    {"based", "born", "controlled", "ruled", "held", "administered", "occupied", "run", "owned", "led"}
)
"""After a state and a hyphen these say where or whose; others ("backed", "led", "trained") name somebody else."""
_AGAINST = frozenset({"anti", "pro", "non", "ex"})
_OF = ("of", "for", "from", "in", "at", "within", "inside", "across", "with", "under")
_BELONGING = frozenset({"loyal", "employ", "employed", "allied", "belong", "aligned", "hire", "command", "affiliated"})
"""What joins people to those whose they are: "forces loyal to the president"."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DEPUTIES = frozenset({"deputy", "vice", "assistant", "under"})
_OF_BODIES = frozenset({"President", "Vice President"})
"""Offices of a state that leaders of parties, councils and companies have by name as well: "League President X"."""
_WITHIN_NOUNS = frozenset({"of", "in", "for"})
"""Prepositions within a noun for those who act: "committee for national security"."""
_STATELY = frozenset({"republic", "state", "government", "country", "federation", "parliament", "staff"})
"""What a president or secretary is of where it is one of a state."""
_DEEPEST = 4
_SUPRANATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO"})


@dataclass(slots=True)
class Nominal:
    """A noun phrase headed by an agent noun; `first`, `head`, `last` are words."""

    first: int
    head: int
    last: int
    agent: Agent
    several: bool
    states: tuple[str, ...]
    """All states its modifiers name, the nearest first."""
    sector: str
    title: str | None
    definite: bool
    former: bool
    name: str
    type: MentionType
    owner: int | None = None
    """The word of a possessive pronoun."""
    after: bool = False
    """Whether its states stand after the head: "troops from Niger"."""

    @property
    def state(self) -> str | None:
        """The state that the head stands for."""
        return self.states[0] if self.states else None


class NominalFinder:
    """Finds the agent noun phrases of a page."""

    def __init__(self, page: Page, found: list[Found]) -> None:
        self._page = page
        self._found = {i: one for one in found if one.first >= 0 for i in range(one.first, one.last + 1)}
        self._memo: dict[int, Nominal | None] = {}

    def found_at(self, index: int) -> Found | None:
        """The known name that covers a word."""
        return self._found.get(index)

    def all(self) -> list[Nominal]:
        """All of them, in the order of the text."""
        nominals = [self.at(i) for i in range(len(self._page.words))]
        return [nominal for nominal in nominals if nominal is not None]

    def at(self, head: int) -> Nominal | None:
        """The nominal that a word heads."""
        if head not in self._memo:
            self._memo[head] = None  # guards against circles in a broken tree
            self._memo[head] = self._read(head)
        return self._memo[head]

    def states_between(self, first: int, head: int) -> tuple[str, ...]:
        """The states that the words from one up to a phrase's head name, the nearest first."""
        return self._modifiers(first, head)[0]

    def states_before(self, head: int) -> tuple[str, ...]:
        """The states that the words before a phrase's head name, the nearest first."""
        return self._modifiers(core_start(self._page, head), head)[0]

    def title_before(self, head: int) -> Nominal | None:
        """The same for a title right before a name, where the grammar of names hides the phrase."""
        found = self._agent(head)
        return self._build(head, *found, loose=True) if found else None

    def _read(self, head: int) -> Nominal | None:
        page = self._page
        word = page.words[head]
        if word.upos not in {"NOUN", "PROPN", "NUM"} or head in self._found:
            return None
        found = self._agent(head)
        if found is None:
            return None
        following = page.words[head + 1] if head + 1 < len(page.words) else None
        inside = word.relation in {"compound", "amod"} and head < word.head
        if inside and following is not None and following.upos in {"NOUN", "PROPN", "ADJ"}:
            # "Syrian government missiles": the government is named all the same, but not the army by "army base".
            before = self._found.get(head - 1)
            longer = any(f"{found[0].noun} {single}" in agents() for single in singulars(following.lower))
            body = found[0].kind == "organization" and not found[0].trait and not longer
            named = before is not None and before.state is not None and before.last == head - 1
            return self._build(head, *found, loose=True) if body and named else None
        if following is not None and following.text in {"-", "–"} and page.text[following.start - 1] != " ":
            return None
        return self._build(head, *found, loose=False)

    def _agent(self, head: int) -> tuple[Agent, int, bool] | None:
        """The longest agent noun that ends in (or with "of", "in" or "for" begins with) a word; the last word of it; whether several."""
        page = self._page
        words = page.words
        word = words[head]
        table = agents()
        follows = head + 2 < len(words) and words[head + 2].sentence == word.sentence
        if follows and words[head + 1].lower in _WITHIN_NOUNS:
            for reach in (3, 2):
                if head + reach < len(words):
                    tail = " ".join(words[k].lower for k in range(head + 1, head + reach + 1))
                    for single in singulars(word.lower):
                        if f"{single} {tail}" in table:
                            return table[f"{single} {tail}"], head + reach, single != word.lower
        best: tuple[Agent, int, bool] | None = None
        for single in dict.fromkeys((*singulars(word.lower), word.lemma)):
            for reach in range(5):
                first = head - reach
                if first < 0 or words[first].sentence != word.sentence or words[first].lower in _WITHIN_NOUNS:
                    break
                before = [words[k].lower for k in range(first, head) if words[k].text not in {"-", "–"}]
                agent = table.get(" ".join([*(b.replace("-", " ") for b in before), single.replace("-", " ")]))
                if agent and (best is None or len(agent.noun) > len(best[0].noun)):
                    several = single != word.lower and word.lower not in table
                    best = agent, head, several or word.lower.endswith(("men", "people"))
        return best

    def _build(self, head: int, agent: Agent, last: int, several: bool, *, loose: bool) -> Nominal:
        page = self._page
        words = page.words
        first = core_start(page, head, loose=loose)
        if words[head].capital and agent.kind == "organization" and not loose:
            last = self._name_end(last)
        states, borrowed = self._modifiers(first, head)
        former = any(words[k].lower in _FORMER for k in range(first, head))
        sector = agent.sector
        if borrowed and (agent.noun in _QUANTITIES or sector in {"UNK", "SOC"}):
            sector = borrowed
        name_last = last
        after = False
        if not states or sector == "UNK" or agent.noun in _QUANTITIES:
            below, right, until = self._right(head, last, 0, ("of", "in") if agent.kind == "place" else None)
            after = not states and bool(below)
            states = states or below
            if right and not borrowed and (agent.noun in _QUANTITIES or sector == "UNK"):
                sector = right
            name_last = max(name_last, until)
        if sector == "GOV" and agent.kind == "organization" and states[:1] in (("UNO",), ("IGO",)):
            sector = "IGO"
        if agent.trait == "relational":
            states = tuple(code for code in states if code in _SUPRANATIONAL)
        if former and agent.kind == "person" and agent.sector in {"GOV", "MIL", "SPY", "LEG", "UNK", "JUD"}:
            sector = "ELI"
        owner = next(
            (k for k in range(first, head) if words[k].upos == "PRON" and words[k].relation in {"nmod", "det"}), None
        )
        named = words[head].capital and agent.kind == "organization" and (first < head or last > head)
        text_first = first
        while text_first < head and words[text_first].upos == "DET":
            text_first += 1
        return Nominal(
            first,
            head,
            last,
            agent,
            several or agent.kind == "group",
            tuple(dict.fromkeys(states)),
            sector,
            self.title(first, head, name_last),
            words[first].lower in _DEFINITE,
            former,
            page.text[words[text_first].start : words[name_last].end],
            "name" if named else "nominal",
            owner,
            after,
        )

    def _name_end(self, last: int) -> int:
        """Where the name of a body goes on with "of" and capitals: "Ministry of Foreign Affairs of Georgia"."""
        words = self._page.words
        while last + 2 < len(words) and words[last + 1].lower in {"of", "for"}:
            k = last + 2
            if words[k].lower == "the" and k + 1 < len(words):
                k += 1
            if (
                words[k].sentence != words[last].sentence
                or not words[k].capital
                or words[k].upos not in {"PROPN", "NOUN", "ADJ"}
            ):
                break
            while (
                k + 1 < len(words)
                and words[k + 1].sentence == words[k].sentence
                and (
                    (words[k + 1].capital and words[k + 1].upos in {"PROPN", "NOUN", "ADJ"})
                    or (
                        words[k + 1].lower == "and"
                        and k + 2 < len(words)
                        and words[k + 2].capital
                        and words[k + 2].upos == "PROPN"
                        and k + 1 not in self._found
                        and k + 2 not in self._found
                    )
                )
            ):
                k += 1
            last = k
        return last

    def _modifiers(self, first: int, head: int) -> tuple[tuple[str, ...], str | None]:
        """The states in a core, the nearest first, and the sector of an organisation or person among the modifiers."""
        words = self._page.words
        codes: list[str] = []
        sector: str | None = None
        k = head - 1
        joined = True
        while k >= first:
            one = self._found.get(k)
            if one is None:
                if words[k].lower == "and":
                    joined = True
                k -= 1
                continue
            if one.state and self._counts(one, head) and (joined or not codes):
                codes.append(one.state)
                joined = False
            if one.organization is not None and sector is None:
                sector = one.organization.sector_at(self._page.day)
            k = one.first - 1
        return tuple(codes), sector

    def _counts(self, one: Found, head: int) -> bool:
        words = self._page.words
        if one.last + 2 <= head and words[one.last + 1].text in {"-", "–"}:
            after = words[one.last + 2]
            if after.upos in {"VERB", "ADJ"} and after.lower not in _PARTICIPLES and one.last + 2 not in self._found:
                return False
        if one.first - 1 >= 0:
            before = words[one.first - 1]
            if before.text in {"-", "–"} and one.first >= 2 and words[one.first - 2].lower in _AGAINST:
                return False
            if before.lower.rstrip("-") in _AGAINST:
                return False
            if (
                before.lower == "former"
                and one.kind == "adjective"
                and self._page.text[one.start : one.end] in {"Soviet", "Yugoslav"}
            ):
                return False
        return True

    def _right(
        self, head: int, last: int, depth: int, reach: tuple[str, ...] | None = None
    ) -> tuple[tuple[str, ...], str | None, int]:
        """State and sector from what follows with a preposition, and the word that this ends with."""
        page = self._page
        words = page.words
        best: tuple[int, tuple[str, ...], str | None, int] | None = None
        candidates = [child for child in page.children(head, "nmod", "obl") if child > head]
        direct = last + 1
        if direct + 1 < len(words) and words[direct].lower in _OF and words[direct].sentence == words[head].sentence:
            nearest = self._phrase_end(direct + 1)
            if not any(direct < child <= nearest for child in candidates):
                candidates.insert(0, nearest)
        if (
            direct + 2 < len(words)
            and words[direct].lower in _BELONGING
            and words[direct + 1].lower in {"to", "by", "with"}
        ):
            candidates.append(self._phrase_end(direct + 2))
        for child in page.children(head, "amod", "acl"):
            if child > head and words[child].lemma in _BELONGING:
                candidates.extend(page.children(child, "obl"))
        for child in candidates:
            case = page.case(child)
            if case is None and direct < len(words) and words[direct].lower in _OF:
                case = words[direct].lower
            if words[child].head != head and case in {"to", "by", "with"} and words[direct].lower in _BELONGING:
                case = "of"
            if case not in (_OF if reach is None else reach) or depth >= _DEEPEST:
                continue
            states, sector, until = self._meaning(child, depth + 1)
            if states and sector is None and self._stationed(head, child, case):
                continue
            if case == "with" and sector is None:
                continue
            rank = _OF.index(case)
            if (states or sector) and (best is None or rank < best[0]):
                best = rank, states, sector if case in {"of", "from", "for", "with", "at", "in"} else None, until
                if case != "of":
                    best = rank, states, sector if case in {"from", "with", "at"} else None, last
        return best[1:] if best else ((), None, last)

    def _stationed(self, head: int, place: int, case: str | None) -> bool:
        """Whether soldiers only stand or leave where they are: "soldiers from the base at X" may be anybody's."""
        found = self._agent(head)
        if found is None or found[0].sector != "MIL" or found[0].kind == "place":
            return False
        one = self._found.get(place)
        nominal = self.at(place) if one is None else None
        somewhere = one.kind == "place" if one is not None else nominal is not None and nominal.agent.kind == "place"
        return somewhere and case in {"at", "from"}

    def _phrase_end(self, begin: int) -> int:
        """The last noun of the phrase that begins at a word, by surface."""
        words = self._page.words
        end = begin
        for k in range(begin, min(begin + 8, len(words))):
            modifier = words[k].upos in {"DET", "ADJ", "PROPN", "NUM", "NOUN"} or words[k].deprel == "amod"
            modifier = modifier or (k > begin and words[k].lower in {"'s", "’s"})
            if words[k].sentence != words[begin].sentence or not modifier:
                break
            if words[k].upos in {"NOUN", "PROPN"}:
                end = k
        return end

    def _meaning(self, index: int, depth: int) -> tuple[tuple[str, ...], str | None, int]:
        one = self._found.get(index)
        if one is not None:
            sector = one.organization.sector_at(self._page.day) if one.organization else None
            return ((one.state,) if one.state else ()), sector, max(one.last, index)
        nominal = self.at(index)
        if nominal is not None:
            return nominal.states, nominal.sector, nominal.last
        first = core_start(self._page, index)
        states, sector = self._modifiers(first, index)
        if states or depth >= _DEEPEST:
            return states, sector, index
        return self._right(index, index, depth)

    def title(self, first: int, head: int, last: int) -> str | None:
        """The normal title of the office that the words name: the longest wording among them."""
        words = self._page.words
        table = offices()
        best: tuple[int, str] | None = None
        deputy = False
        found = self._agent(head)
        noun = found[0].noun.split()[-1] if found and found[1] == head else words[head].lower
        for begin in range(first, head + 1):
            for end in range(last, head - 1, -1):
                parts = [
                    (noun if k == head else words[k].lower).replace("-", " ")
                    for k in range(begin, end + 1)
                    if words[k].upos != "DET"
                    and k not in self._found
                    and words[k].lower not in {"-", "'s", "’s", "the"}
                ]
                while parts and parts[-1] in {"of", "to", "in"}:
                    parts.pop()
                office = table.get(" ".join(parts))
                if office and (best is None or len(parts) > best[0]):
                    best = len(parts), office.title
                    deputy = begin > first and words[begin - 1].lower in _DEPUTIES
        if best is None:
            return None
        if best[1] in _OF_BODIES and any(self._of_body(k) for k in range(first, head)):
            return None
        plain = best[0] == 1 or not any(words[k].lower in {"of", "for"} for k in range(head, last))
        if plain and self._heads_body(head):
            return None
        return f"Deputy {best[1]}" if deputy else best[1]

    def _of_body(self, index: int) -> bool:
        one = self._found.get(index)
        return one is not None and one.kind == "organization"

    def _heads_body(self, head: int) -> bool:
        """Whether a president, secretary or chairman is one of a body, not of a state: "president of the league"."""
        words = self._page.words
        if head + 2 >= len(words) or words[head + 1].lower != "of" or words[head].sentence != words[head + 2].sentence:
            return False
        end = self._phrase_end(head + 2)
        one = self._found.get(end)
        if one is not None:
            return one.kind == "organization"
        return words[end].lower not in _STATELY
