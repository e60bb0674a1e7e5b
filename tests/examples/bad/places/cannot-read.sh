mv challenges/small-claims.yaml challenges/claims.yaml
hundredday check challenges/small-claims.yaml
