mv challenges/small-claims.yaml "challenges/Small Claims.yaml"
hundredday check
