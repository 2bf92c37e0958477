"""The record's part of the command line: keep, ask, correct, hand on."""
