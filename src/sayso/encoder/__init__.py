"""Text to scores: tokens, windows, the network and its weights."""
