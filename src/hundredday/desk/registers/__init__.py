"""Training intakes and partner programmes: read, changed, shown, and lived through again in the example."""
