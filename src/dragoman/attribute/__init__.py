"""Who says what, and how certain the text makes it."""
