"""Out to others: the record as JSON, and the dossier for people."""
