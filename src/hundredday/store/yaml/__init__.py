"""Reading YAML: strictly, with the place of everything, and every problem of a text in one run."""
