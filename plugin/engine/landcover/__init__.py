"""Land cover: samples, random forests, classified maps and what is counted on them."""
