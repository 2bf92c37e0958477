"""The recipe that makes the model; needs the extra [train], and is not needed to run."""
