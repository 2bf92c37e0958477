"""The record: what was read is kept, asked, corrected and given back."""
