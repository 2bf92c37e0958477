"""How good and how fast it is: every figure of docs/benchmarks.md comes from here."""
