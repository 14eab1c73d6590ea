"""The few numbers between scores and decisions, chosen on the shipped weights and kept in their
manifest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How scores become decisions for one annotation style.

    Units: everything in logits. ``cue_threshold`` is what a cue start needs; ``empty_content`` and
    its like are what it scores to have none, to which for the source ``source_by_type`` adds so
    many times the odds that the source type is one without a name; ``inside_parent`` is added to a
    parent whose content holds the cue and taken from one whose content does not; ``calibration`` is
    intercept, slope of the cue score and slope of the content's mean inside score;
    ``name_calibration`` is intercept and slope of the logit of a name's share of belief;
    ``event_log_priors`` are taken from the event logits, so that a class is as likely as what is
    read says, however rare it was in training.
    Source: logit adjustment, Menon et al. 2021.
    """

    cue_threshold: float = 0.0
    empty_content: float = 0.0
    empty_source: float = 0.0
    empty_grounds: float = 0.0
    empty_addressee: float = 0.0
    source_by_type: float = 0.0
    inside_parent: float = 0.0
    calibration: tuple[float, float, float] = (0.0, 1.0, 0.0)
    name_calibration: tuple[float, float] = (0.0, 1.0)
    event_log_priors: tuple[float, ...] = ()
