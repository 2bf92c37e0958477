"""Time expressions: their words, the calendar's rules, and what they date."""
