"""Answers of a ledger made by hand, from invented reports, for every test that shows one."""

from dataclasses import replace

from sayso.answers import (
    Alias,
    Dossier,
    Fault,
    Judgement,
    Lane,
    Line,
    Moment,
    Page,
    Run,
    SourceCount,
    Sources,
    Status,
    Timeline,
    Title,
    Verdict,
)
from sayso.records import DateOrigin, Failure, Precision, PublicationDate, SourceType
from tests.unit.export.made_readings import (
    make_claim,
    make_gull_reading,
    make_hostile_reading,
    make_nested_reading,
)

ATTACK = (
    """<script>alert(1)</script>]]>\x1b[2J'"><img src=x onerror=alert(1)> """
    "&amp; \u202eab\ud800\n=1"
)
TAKEN = "2024-03-06T08:05:00+00:00"


def make_judgement(verdict=Verdict.ACCEPT, **more):
    """A decision by Ida Strand about the first claim."""
    given = {
        "id": "jdg-00000000000000aa",
        "verdict": verdict,
        "subject": "clm-1a2b3c4d00000001",
        "other": None,
        "details": {},
        "author": "Ida Strand",
        "made": TAKEN,
        **more,
    }
    return Judgement(**given)


def make_line_of(reading, claim, **more):
    """The line of a reading's claim."""
    by_id = {each.id: each for each in reading.attributions}
    given = {
        "claim": claim,
        "chain": tuple(by_id[hop] for hop in claim.chain),
        "document": reading.document,
        "document_id": "doc-5e6f708100000002",
        "version_id": "ver-90a1b2c300000003",
        "version": 1,
        "run_id": "run-d4e5f60700000004",
        **more,
    }
    return Line(**given)


def make_line(n=0, **more):
    """The line of one of the four claims of the report on the clerk, published 5 March 2024."""
    reading = make_gull_reading()
    claim = replace(reading.claims[n], id=f"clm-1a2b3c4d0000000{n + 1}")
    published = PublicationDate(
        value="2024-03-05T09:30", precision=Precision.MINUTE, found_in=DateOrigin.METADATA
    )
    document = replace(reading.document, published=published)
    return make_line_of(replace(reading, document=document), claim, **more)


def make_hostile_line(words):
    """A line in which everything that a report or a person can set is these words."""
    reading = make_hostile_reading(words)
    published = PublicationDate(value=words, precision=Precision.DAY, found_in=DateOrigin.METADATA)
    document = replace(
        reading.document,
        title=words,
        publisher=words,
        byline=words,
        url=words,
        origin=words,
        published=published,
    )
    changes = {"source_name": words, words: words, "content": [[0, 1]]}
    return make_line_of(
        replace(reading, document=document),
        reading.claims[0],
        judgements=(make_judgement(Verdict.CORRECT, author=words, details={"changes": changes}),),
    )


def make_deep_line(depth):
    """A line with a chain of so many hops."""
    reading = make_nested_reading(depth)
    content = reading.attributions[-1].content
    claim = make_claim("clm-00", content, *(each.id for each in reading.attributions))
    return make_line_of(reading, claim)


def make_page(*lines, number=1, has_more=False):
    """A page of lines."""
    return Page(lines=lines, number=number, has_more=has_more)


def make_moment(first, last=None, lane=Lane.SAID, line=None):
    """A moment of a line, a single day where no last day is given."""
    return Moment(
        lane=lane,
        first=first,
        last=first if last is None else last,
        line=make_line() if line is None else line,
    )


def make_timeline(*moments, number=1, has_more=False):
    """A timeline of moments."""
    return Timeline(moments=moments, number=number, has_more=has_more)


def make_dossier(**more):
    """The dossier of the harbour minister."""
    given = {
        "name": "Lena Orrick",
        "aliases": (Alias(name="Lena Orrick", n_about=3, n_by=9),),
        "doubles": ("Helena O'Rick",),
        "titles": (
            Title(
                words="harbour minister",
                n_reports=2,
                publishers=("The Evening Post", "Salter Gull"),
                claim_id="clm-1a2b3c4d00000001",
            ),
        ),
        "first": 20240301,
        "last": 20240305,
        "n_reports": 2,
        "about": make_page(),
        "by": make_page(make_line(), has_more=True),
        **more,
    }
    return Dossier(**given)


def make_sources(**more):
    """Three sources, one of them without a name, in two reports."""
    given = {
        "counts": (
            SourceCount(
                name="Lena Orrick",
                source_type=SourceType.NAMED_PERSON,
                n_claims=6,
                n_reports=2,
                publishers=(("The Evening Post", 5), ("Salter Gull", 1)),
            ),
            SourceCount(
                name="officials",
                source_type=SourceType.GROUP,
                n_claims=2,
                n_reports=1,
                publishers=(("", 2),),
            ),
            SourceCount(
                name=None,
                source_type=SourceType.ANONYMOUS,
                n_claims=1,
                n_reports=1,
                publishers=(("Salter Gull", 1),),
            ),
        ),
        "n_reports": 2,
        "n_claims": 12,
        "n_own_voice": 3,
        "n_by_type": {
            SourceType.NAMED_PERSON: 6,
            SourceType.GROUP: 2,
            SourceType.ANONYMOUS: 1,
        },
        "n_single_source": 1,
        **more,
    }
    return Sources(**given)


def make_status(**more):
    """What a small ledger holds."""
    given = {
        "place": "story.ledger",
        "n_documents": 2,
        "n_versions": 3,
        "n_readings": 3,
        "n_claims": 1200,
        "n_attributions": 900,
        "n_names": 40,
        "n_judgements": 1,
        "n_failures": 0,
        "n_bytes": 1_234_000,
        "runs": (
            Run(
                id="run-d4e5f60700000004",
                sayso="0.2",
                weights="made-1",
                settings="{}",
                begun=TAKEN,
                n_readings=3,
            ),
        ),
        **more,
    }
    return Status(**given)


def make_failure(words="notes.docx"):
    """A report that could not be read."""
    return Failure(origin=words, code="R007", message=f"{words} is no report")


def make_fault(words="clm-1a2b3c4d00000001"):
    """Something that does not hold."""
    return Fault(where=words, what=f"the id of {words} is another")
