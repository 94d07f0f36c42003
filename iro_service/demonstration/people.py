"""The people of the demonstration: IROs and their posts, managers, teams and workers."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from accounts.demonstration import PEOPLE, address
from accounts.models import Role
from cohort.models import IROPost

PERMANENT, INTERIM = IROPost.Contract.PERMANENT, IROPost.Contract.INTERIM
# Letters that do not fall apart into a plain one and its mark.
PLAIN = str.maketrans("ŁłØøĐđ", "LlOoDd", "'’ ")


@dataclass(frozen=True)
class Person:
    """Somebody who signs in."""

    role: Role
    given: str
    family: str
    active: bool = True

    @property
    def email(self) -> str:
        """Their address, in plain letters."""
        return address(_plain(self.given), _plain(self.family))


@dataclass(frozen=True)
class Holder:
    """Who fills a post from a day on, until the next one comes."""

    iro: Person
    started_on: date
    contract: str = PERMANENT


@dataclass(frozen=True)
class Post:
    """One post: its part of a full-time one, the children for each full-time one, its holders."""

    full_time_equivalent: str
    children: int  # looked after on 31 March 2017, for each full-time post
    holders: tuple[Holder, ...]

    def holder(self, on: date) -> Person:
        """The IRO in the post on the day."""
        return [h for h in self.holders if h.started_on <= on][-1].iro

    @property
    def room(self) -> float:
        """How many children the post should hold."""
        return float(self.full_time_equivalent) * self.children


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _iro(given: str, family: str, *, active: bool = True) -> Person:
    return Person(Role.IRO, given, family, active)


def _post(fte: str, children: int, *holders: tuple) -> Post:
    return Post(fte, children, tuple(Holder(*holder) for holder in holders))


FIRST = {role: Person(role, given, family) for role, given, family in PEOPLE}
AMARA = FIRST[Role.IRO]
PRIYA = _iro("Priya", "Raghunathan")
POSTS = (
    _post("1.00", 83, (AMARA, date(2011, 9, 5))),
    _post("1.00", 80, (_iro("Bernadette", "Oyelaran"), date(2010, 4, 12))),
    _post("1.00", 74, (_iro("Carys", "Pritchard-Nowak"), date(2009, 1, 5))),
    _post("1.00", 78, (_iro("Deirdre", "O'Hanlon"), date(2011, 2, 7))),
    _post("1.00", 71, (_iro("Farah", "Siddiqui"), date(2010, 11, 1))),
    _post(
        "1.00",
        75,
        (_iro("Hilary", "Crabtree", active=False), date(2008, 6, 2)),
        (_iro("Greta", "Sørensen"), date(2013, 10, 7)),
    ),
    _post(
        "1.00",
        73,
        (_iro("Marjorie", "Tallis", active=False), date(2009, 9, 7)),
        (_iro("Ilinca", "Vasilescu"), date(2016, 7, 18)),
    ),
    _post(
        "1.00",
        78,
        (_iro("Rosalind", "Pembury", active=False), date(2011, 5, 9)),
        (_iro("Naomi", "Fitzwilliam-Dube"), date(2016, 11, 14), INTERIM),
    ),
    _post("0.80", 76, (_iro("Olwen", "Baptiste"), date(2011, 1, 10))),
    _post("0.60", 70, (PRIYA, date(2010, 9, 6))),
    _post("0.60", 82, (_iro("Sabine", "Łukasik"), date(2011, 3, 7))),
)
COVER = (PRIYA, AMARA, date(2017, 7, 10), date(2017, 7, 31))  # away, covered by, from, back on


def _manager(given: str, family: str) -> Person:
    return Person(Role.RESPONDING_MANAGER, given, family)


# The team, its manager, and its social workers.
TEAMS = {
    "Safeguarding North": (
        _manager("Howard", "Ngata"),
        "Alison Peverell, Tomasz Górski, Beth Rowntree, Sunil Kapadia, Jo Harkness, "
        "Miriam Adeyemi-Cole, Luke Farrant, Gwen Totterdell",
    ),
    "Safeguarding South": (
        _manager("Patricia", "Demetriou"),
        "Neil Ashdown, Ruxandra Pop, Kelly Marchbanks, Devon Pinnington, Aoibhe Carty, "
        "Shabnam Mirzaei, Will Trevanion, Hannah Losey",
    ),
    "Looked After Children North": (
        FIRST[Role.RESPONDING_MANAGER],
        "Dawn Clitheroe, Emeka Nwosu, Lorna Frampton, Sian Meredith-Vaughan, Ade Bankole, "
        "Kirsty Maudsley, Piotr Wrona, Helen Quayle, Raj Bhatt, Moira Stainthorpe, Ben Akintola, "
        "Polly Greenhalgh, Nadia Rehman, Owen Tyldesley, Carol Hensher",
    ),
    "Looked After Children South": (
        _manager("Gareth", "Llewelyn-Fox"),
        "Tessa Borrowdale, Yusra Hamdan, Callum Strachan, Vicky Ploughman, Inés Cordero, "
        "Mark Dunsmore, Fiona Abara, Sam Whitlock, Rebecca Thwaite, Liz Cudworth, Hamish Orrell, "
        "Grace Mutasa, Simon Bagnell, Eleni Markou, Ruth Hallam",
    ),
    "Children with Disabilities": (
        _manager("Annette", "Bielby"),
        "Corinne Sayle, Matthew Oduya, Jill Penhaligon, Zainab Latif",
    ),
    "Through Care": (
        _manager("Winston", "Charlery"),
        "Leanne Goodwood, Ibrahim Conteh, Sophie Gadsden, Darren Yelland, Marta Szymczak, "
        "Chris Okoro, Natalie Fenwick-Ali, Joanna Sobczak",
    ),
    "Permanence": (
        _manager("Rhiannon", "Steele"),
        "Jacqui Northover, Oluchi Eze, Peter Sandiford, Camille Arnaud",
    ),
}
# Those who answer disputes above the teams.
SERVICE_MANAGER = _manager("Ottoline", "Farquhar")
ASSISTANT_DIRECTOR = _manager("Edmund", "Castellane")
DIRECTOR = _manager("Desmond", "Achebe-Lyle")


def everybody() -> list[Person]:
    """All who sign in or did, each once."""
    iros = [holder.iro for post in POSTS for holder in post.holders]
    managers = [manager for manager, _ in TEAMS.values()]
    everyone = [*FIRST.values(), *iros, *managers, SERVICE_MANAGER, ASSISTANT_DIRECTOR, DIRECTOR]
    return list(dict.fromkeys(everyone))
