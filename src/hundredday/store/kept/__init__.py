"""What is kept between runs in the user's cache: it can be lost at any time, and nothing is with it."""
