"""Makes the encoder: corpora in, weights with their manifest out; needs the extra "train"."""

from importlib.util import find_spec

from sayso.errors import MissingExtra

if find_spec("torch") is None:
    raise MissingExtra("training the network", "train")
