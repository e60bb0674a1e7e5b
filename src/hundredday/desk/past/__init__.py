"""Looking back: the versions that git keeps, the story they tell, the audit of them, and a folder as it was."""
