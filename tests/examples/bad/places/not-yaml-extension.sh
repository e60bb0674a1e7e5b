mv challenges/small-claims.yaml challenges/small-claims.txt
hundredday check
