"""Reports that a user reads, prints and files: one HTML page with everything in it."""
