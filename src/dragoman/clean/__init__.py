"""Cleaning: a page or a dump becomes an article, with everything that was left out and why."""
