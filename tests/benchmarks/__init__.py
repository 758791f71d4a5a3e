"""How long a build takes, beside programs that do less with the same workbook: `python -m tests.benchmarks`."""
