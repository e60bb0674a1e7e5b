"""The person at the terminal: asked, told, shown a screen, a bar or a page at a time."""
