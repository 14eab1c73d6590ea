"""Findings made by hand, from invented reports, for every test of claims."""

from sayso.analyse.claims import Basis
from sayso.analyse.voices import find_voices
from sayso.analyse.who import EntityFinder, Names
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    Claim,
    Document,
    NameRule,
    SourceName,
    SourceType,
    Span,
    Timex,
)
from sayso.sentences import find_sentences


class MadeReport:
    """A report whose attributions are written as the words they stand in."""

    def __init__(self, text, **page):
        self.text = text
        self.document = Document(id="d", text=text, sha256="", origin="d", **page)
        self.attributions = []

    def span(self, words, nth=0):
        """Where the words stand for the nth time."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def spans(self, words):
        """One span for each of the words, or for the one; ("she", 1) is the second "she"."""
        if words is None:
            return ()
        if isinstance(words, list):
            return tuple(self.span(*each) if isinstance(each, tuple) else self.span(each)
                         for each in words)  # fmt: skip
        return self.spans([words])

    def add(self, source, cue, content, *, inside=None, named=None, score=0.9, **more):
        """A further attribution, inside another; returns its id."""
        labels = {
            "act": Act.SAY,
            "certainty": Certainty.CERTAIN,
            "source_type": SourceType.NAMED_PERSON if source else SourceType.NONE,
            "grounds": (),
            "addressee": (),
            "title": (),
        } | more
        spans = self.spans(source)
        name = named and SourceName(
            name=named, mention=spans[0], rule=NameRule.NETWORK, score=score, via=spans[0]
        )
        made = Attribution(
            id=f"a{len(self.attributions) + 1}", source=spans, cue=self.spans(cue),
            content=self.spans(content), parent=inside, probability=0.9, name=name, **labels,
        )  # fmt: skip
        self.attributions.append(made)
        return made.id

    def times(self, *values):
        """Times as (words, value) or (words, nth, value), in text order."""
        return tuple(
            Timex(span=self.span(*where), value=value, edtf=value) for *where, value in values
        )

    def basis(self, *, implied=(), times=(), **more):
        attributions = tuple(self.attributions)
        sentences = find_voices(find_sentences(self.text), attributions, tuple(implied))
        return Basis(
            document=self.document, attributions=attributions, implied=tuple(implied),
            times=times, sentences=sentences,
            find_entities=EntityFinder(Names(self.text), attributions).find, **more,
        )  # fmt: skip

    def words(self, claim: Claim) -> str:
        """The content of a claim."""
        return " ... ".join(self.document.slice(span) for span in claim.content)


def with_chain(claims, *ids):
    """The one claim that has this chain."""
    (found,) = [each for each in claims if each.chain == ids]
    return found
