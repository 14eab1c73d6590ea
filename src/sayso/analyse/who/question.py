"""Who one source is: its phrase, the names of the report and what the network points to in, a name
out."""

import re
from dataclasses import dataclass, replace

from sayso.analyse.who.fullest import Names
from sayso.analyse.who.gender import Genders
from sayso.analyse.who.mentions import Mention
from sayso.analyse.who.names import (
    find_description,
    find_person_name,
    fold_name,
    is_capital,
    is_pronoun,
)
from sayso.analyse.who.pointer import Pointed
from sayso.analyse.who.words import DEFINITE
from sayso.naming import keys_of, split_words
from sayso.records import Attribution, NameRule, SourceName, SourceType, Span

# A pronoun stays unresolved when the network believes in no name at least this much.
_LEAST_SHARE = 0.15
# How often a phrase that names itself by rules alone is right.
_SCORE_OF_RULES = 0.5
_CROSSES_SENTENCES = re.compile(r"\n|[^\W\d_]{4,}[.!?]['\"”’]?\s")
_DESCRIBED = (SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS, SourceType.GROUP)
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    words: str
    mention: Span
    via: Span | None
    rule: NameRule


class Question:
    """Who the source of one attribution is."""

    def __init__(
        self,
        text: str,
        names: Names,
        genders: Genders,
        attribution: Attribution,
        pointed: tuple[Pointed, ...],
    ) -> None:
        self._text = text
        self._names = names
        self._genders = genders
        self._source = Span(attribution.source[0].start, attribution.source[-1].end)
        self.phrase = text[self._source.start : self._source.end]
        self._is_person = attribution.source_type is SourceType.NAMED_PERSON
        self._is_body = attribution.source_type in (SourceType.ORGANISATION, SourceType.MEDIA)
        self._is_described = attribution.source_type in _DESCRIBED
        self._pointed = pointed

    def answer(self) -> SourceName | None:
        """The name that the network believes in most among those that the phrase allows, else the
        one that the phrase holds itself."""
        shares: dict[Keys, float] = {}
        first: dict[Keys, _Candidate] = {}
        for each in self._pointed:
            candidate = self._follow(each.span)
            if candidate is not None:
                key = fold_name(candidate.words)
                shares[key] = shares.get(key, 0.0) + each.share
                first.setdefault(key, candidate)
        best = max(shares, key=lambda key: shares[key], default=None)
        if best is not None and shares[best] >= _LEAST_SHARE:
            return _make_name(first[best], shares[best])
        return self._name_itself()

    def _follow(self, span: Span) -> _Candidate | None:
        """The name that a mention leads to; none where it is no name, or not one of this source."""
        words = self._text[span.start : span.end]
        is_one = self._is_person and " and " not in words
        words = (is_one and find_person_name(words)) or find_description(words)
        if not words or is_pronoun(words) or _CROSSES_SENTENCES.search(words):
            return None
        is_own = span.overlaps(self._source)
        if is_own and self._is_described:
            words, span = find_description(self.phrase), self._source
        if not is_own and not self._may_be(words):
            return None
        rule = NameRule.OWN_WORDS if is_own else NameRule.NETWORK
        candidate = self._expand(_Candidate(words, span, None if is_own else span, rule))
        return candidate if self._genders.allow(self.phrase, candidate.words) else None

    def _may_be(self, words: str) -> bool:
        """Whether the source's phrase can be another way to name this: a pronoun and "the agency"
        can be anybody; a name only one that shares a word, and "a source" nobody named before."""
        if is_pronoun(self.phrase) or set(keys_of(words)) & set(keys_of(self.phrase)):
            return True
        own = split_words(self.phrase)
        if self._is_person and find_person_name(self.phrase):
            return False
        return bool(own) and own[0].casefold() in DEFINITE

    def _expand(self, candidate: _Candidate) -> _Candidate:
        spelled_out = self._names.find_spelled_out(candidate.words)
        if spelled_out:
            return replace(candidate, words=spelled_out, rule=NameRule.ACRONYM)
        if self._is_person and len(split_words(candidate.words)) == 1:
            fuller = self._names.find_fuller(candidate.words, is_person=True)
        elif self._is_body and all(map(is_capital, split_words(candidate.words))):
            fuller = self._find_fuller_body(candidate)
        else:
            return candidate
        return _lengthen(candidate, self._choose(fuller)) if fuller else candidate

    def _find_fuller_body(self, candidate: _Candidate) -> tuple[Mention, ...]:
        """Longer names of a body: those that end with its words ("Boston Globe" for "Globe"), and
        after "the" those that begin with its one word ("Joongang Ilbo" for "the Joongang")."""
        before = self._text[max(0, candidate.mention.start - 4) : candidate.mention.start]
        own = self._text[candidate.mention.start : candidate.mention.end].casefold()
        has_article = before.casefold() == "the " or own.startswith("the ")
        is_cut = has_article and len(split_words(candidate.words)) == 1
        return tuple(
            mention
            for mention in self._names.find_fuller(candidate.words, is_person=False)
            if is_cut or mention.keys[-1] == keys_of(candidate.words)[-1]
        )

    def _choose(self, names: tuple[Mention, ...]) -> Mention:
        """Of several people of one surname the one the network points to, else the one named
        most often."""
        believed = {mention.keys: 0.0 for mention in names}
        for each in self._pointed:
            keys = keys_of(self._text[each.span.start : each.span.end])
            if keys in believed:
                believed[keys] += each.share
        allowed = [each for each in names if self._genders.allow(self.phrase, each.words)]
        return max(allowed or names, key=lambda mention: believed[mention.keys])

    def _name_itself(self) -> SourceName | None:
        """The name that a source phrase holds itself, by rules alone."""
        if is_pronoun(self.phrase):
            return None
        name = find_person_name(self.phrase) if self._is_person else None
        words = name or find_description(self.phrase)
        candidate = _Candidate(words, self._source, None, NameRule.OWN_WORDS)
        return _make_name(self._expand(candidate), _SCORE_OF_RULES)


def _lengthen(candidate: _Candidate, fuller: Mention) -> _Candidate:
    is_own = candidate.via is None
    rule = NameRule.SHORT_FORM if is_own else candidate.rule
    via = candidate.mention if is_own else candidate.via
    return _Candidate(fuller.words, fuller.span, via, rule)


def _make_name(candidate: _Candidate, score: float) -> SourceName:
    return SourceName(
        name=" ".join(candidate.words.split()),
        mention=candidate.mention,
        rule=candidate.rule,
        score=round(min(1.0, score), 4),
        via=candidate.via,
    )
