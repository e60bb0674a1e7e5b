"""Working together: fetching, merging by meaning, settling what could not be merged, and pushing."""
