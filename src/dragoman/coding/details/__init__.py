"""What an event's words say beyond its type: one file for each kind of detail; `detail.py` chooses among them."""
