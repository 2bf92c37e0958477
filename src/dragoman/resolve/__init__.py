"""Who and what is meant: states, organisations, offices, persons, places and weapons."""
