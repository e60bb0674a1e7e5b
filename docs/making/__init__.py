"""The pages that code can make: one file for each kind of page."""
