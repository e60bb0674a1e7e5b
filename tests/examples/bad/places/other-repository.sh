git init --quiet challenges/ministry
hundredday check
