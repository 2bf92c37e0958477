"""The English reader: our own small model."""
