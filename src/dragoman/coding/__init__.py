"""From a reading to events: PLOVER types, parties, dates and details, by rules over dependencies."""
