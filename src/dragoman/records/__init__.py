"""What the rooms hand to each other: frozen types, one file for each step of the way."""
