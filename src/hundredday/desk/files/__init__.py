"""The files themselves: checked, edited by hand, saved, and laid out anew."""
