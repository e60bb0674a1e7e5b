mkfifo challenges/requests
hundredday check
