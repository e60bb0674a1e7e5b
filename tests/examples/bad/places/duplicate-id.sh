mkdir challenges/2026-spring
cp challenges/small-claims.yaml challenges/2026-spring/
hundredday check
