mkdir challenges/2026-spring
chmod 000 challenges/2026-spring
hundredday check
