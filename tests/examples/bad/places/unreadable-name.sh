mv challenges/small-claims.yaml "challenges/small-cl$(printf '\344')ims.yaml"
hundredday check
