"""The sample district: an exact, made-up Indonesian kabupaten for tests, demonstrations and tutorials."""
