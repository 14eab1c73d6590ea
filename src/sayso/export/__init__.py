"""Readings in, one output format a module out; nothing here prints or decides."""
