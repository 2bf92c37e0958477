"""Collecting: where pages come from."""
