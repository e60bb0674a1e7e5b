"""What a command works at: the folder, git, today, the terminal.

Every command opens a desk (`desk.py`) and works at it. What many commands need lies beside it: opening,
changing, writing, surveying all challenges. What belongs to one part of the work has a room: the `door`,
the `terminal`, the `files`, the `past`, working `together`, a `cohort`, the `registers`, `importing`.
"""
