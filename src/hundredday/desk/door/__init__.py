"""Before a command runs, and when none can: its words, its help, completion, and how a failure is shown."""
