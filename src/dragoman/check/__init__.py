"""The check room: what does not add up in an article."""
