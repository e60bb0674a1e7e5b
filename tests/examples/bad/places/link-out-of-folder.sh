ln -s ../../elsewhere/claims.yaml challenges/claims.yaml
hundredday check
