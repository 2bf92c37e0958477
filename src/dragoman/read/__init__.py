"""Article to reading: one reader for each language, behind one protocol."""
