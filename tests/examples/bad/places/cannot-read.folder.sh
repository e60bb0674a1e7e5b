hundredday check challenges
