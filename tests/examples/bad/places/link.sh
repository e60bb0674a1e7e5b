ln -s small-claims.yaml challenges/claims.yaml
hundredday check
