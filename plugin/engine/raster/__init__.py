"""One georeferenced grid, one block pipeline (read, compute, write), legends and patches."""
