"""Reads one article and prints who did what with whom, and in which words: `python examples/flow.py [ARTICLE]`."""
# ruff: noqa: INP001  a script, not a module of the package

import sys
from pathlib import Path

import dragoman

article = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("wire.txt")
dossier = dragoman.read(article)
names = {entity.id: entity.name for entity in dossier.entities}

print(dossier.article.title, "–", dossier.article.outlet, dossier.article.published)
for event in dossier.events:
    actors, recipients = (", ".join(names[party] for party in side) for side in (event.actors, event.recipients))
    voices = " < ".join(voice.text or voice.voice for voice in event.asserted_by)
    print(f"{event.date.start if event.date else '?':10}  {event.type:9}  {actors} → {recipients or '–'}")
    print(f"            {event.factuality}, says {voices}: “{event.evidence[0].text}”")
for finding in dossier.findings:
    print(f"{finding.severity}: {finding.message}")
