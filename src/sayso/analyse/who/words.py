"""The words that names are told from: titles before a name, particles inside one, pronouns,
and what names nobody."""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


TITLES = words(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady madam rev reverend fr father
    rabbi imam ayatollah sheikh pastor bishop archbishop cardinal pope sister brother saint
    st president vice prime minister premier chancellor king queen prince princess emperor
    emir sultan crown duke duchess secretary undersecretary deputy foreign defence defense
    interior finance justice state senator sen representative rep congressman congresswoman
    lawmaker mp mep governor gov lieutenant lt mayor councillor councilman councilwoman
    alderman commissioner speaker leader chairman chairwoman chair chairperson chief
    director executive officer ceo cfo coo founder owner manager head spokesman spokeswoman
    spokesperson ambassador envoy consul diplomat general gen colonel col captain capt major
    maj sergeant sgt corporal cpl private admiral adm commander cmdr marshal brigadier
    police inspector detective det sheriff constable superintendent agent judge justice
    attorney atty prosecutor lawyer solicitor coach professor analyst economist author
    reporter correspondent journalist editor columnist host actor actress singer former ex
    acting interim then current outgoing incoming retired late fellow senior junior
    assistant associate democratic republican independent conservative labour candidate
    nominee democrat governor-elect president-elect first second managing
    """
)
# Those that stand only before a person's name, so that in a run of capitals a name begins after
# them; "Justice", "State" and "General" begin names of bodies too.
PERSON_TITLES = words(
    """
    mr mrs ms dr prof professor president minister secretary senator sen representative rep
    congressman congresswoman governor gov mayor speaker director spokesman spokeswoman
    spokesperson ambassador archbishop bishop rabbi rev sheikh lt sgt col capt gen maj
    sergeant sheriff inspector detective superintendent judge coach candidate nominee
    attorney lawyer prosecutor chief officer pastor constable const deputy
    councilman councilwoman lawmaker
    """
)
PARTICLES = words(
    """
    de del della di da dos das du la le van von der den ter ten bin bint ibn zu y e
    """
)
LINKS = words("of for and the on in & to at")
SUFFIXES = words("jr sr ii iii iv phd md esq")
CORPORATE = words(
    """
    inc corp co ltd llc plc group company corporation limited gmbh ag sa nv
    """
)
ARTICLES = words("the a an")
# Words that only names of bodies hold.
BODY_WORDS = words(
    """
    ministry department office agency university college school institute academy party court
    police council committee commission union bank association federation service services
    authority board bureau centre center company corporation group inc corp ltd llc plc army
    navy force forces guard parliament congress senate assembly government administration
    cabinet embassy mission hospital church foundation society organization organisation
    network news press times post herald tribune journal gazette courier observer television
    radio league club team front movement coalition alliance brigade command directorate
    observatory museum airlines airways motors industries house
    """
)
PRONOUNS = words(
    """
    i me my he him his himself she her hers herself it its itself they them their themselves
    we us our you your who whom whose which that this these those one
    """
)
FIRST_PERSON_PLURAL = words("we us our ours ourselves")
FIRST_PERSON = words("i me my mine myself")
# What opens a phrase that goes back to somebody named before.
DEFINITE = words("the this that these those its his her their our my your")
# Words that begin sentences and headlines in capitals without naming anybody.
COMMON_OPENERS = words(
    """
    the a an this that these those he she it they we i you his her its their our my your and
    but or so if when while as at by for from in into of on to with without after before
    because since until although though however still yet also even only just not no nor
    both either neither all any some many most much more few several each every other
    another such same than then there here now today yesterday tomorrow who whom whose which
    what where why how is are was were be been has have had do does did will would can could
    may might must shall should said says asked according earlier later meanwhile instead
    perhaps once over under about against between during through among despite like unlike
    one two three four five six seven eight nine ten first last next monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july
    august september october november december breaking news update updated
    """
)
