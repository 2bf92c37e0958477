"""The flow: the rooms strung together."""
