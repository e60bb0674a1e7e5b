"""The repository around a folder: where its work tree and its git folder are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from hundredday.git.failing import GitFailed, explain
from hundredday.git.running import attempt, read, write
from hundredday.git.traps import refuse_traps
from hundredday.language import _


class Repository(NamedTuple):
    """A git repository, as one work tree of it sees it.

    `root` is the top of the work tree (of a bare repository, which has none: the git folder);
    `git_dir` is the folder of this work tree's own state.
    """

    root: Path
    git_dir: Path

    @classmethod
    def around(cls, folder: Path) -> Repository | None:
        """The repository that a folder lies in; None when it lies in none or git is not installed.

        Raises:
            GitFailed: git will not look into it (another owner, damage), or would never come back from it.
        """
        refuse_traps(folder)
        try:
            both = attempt(folder, "rev-parse", "--absolute-git-dir", "--show-toplevel")
            named = [Path(os.fsdecode(line)) for line in both.stdout.split(b"\n")[:-1]]
            if both.code == 0 and len(named) == 2:  # a name may hold a line end: then one by one
                return cls(_holding(folder, named[1]), named[0])
            answer = attempt(folder, "rev-parse", "--absolute-git-dir")
        except GitFailed as failed:
            if failed.code == "no-git":
                return None
            raise
        if answer.code != 0:
            if "not a git repository" in answer.stderr:
                return None
            raise explain(answer.arguments, answer.stderr)
        git_dir = Path(os.fsdecode(answer.stdout.removesuffix(b"\n")))
        root = attempt(folder, "rev-parse", "--show-toplevel")
        if root.code != 0:
            return _without_work_tree(folder, git_dir)
        return cls(_holding(folder, Path(os.fsdecode(root.stdout.removesuffix(b"\n")))), git_dir)

    @property
    def common_dir(self) -> Path:
        """The git folder that all work trees share, where the branches are."""
        try:
            named = (self.git_dir / "commondir").read_text("utf-8").rstrip("\n")
        except OSError:
            return self.git_dir
        return (self.git_dir / named).resolve()

    def above(self, folder: Path) -> str:
        """The way from the root to a folder, as git names it, ended by `/`; "" where they are one.

        Raises:
            GitFailed: the folder is not in this work tree.
        """
        return self.relative(folder / "_").removesuffix("_")

    def relative(self, path: Path) -> str:
        """A path as git names it: from the root, with `/`. A relative path is taken from the root.

        The last part is not followed when it is a link.

        Raises:
            GitFailed: the path is not in this work tree.
        """
        full = self.root / path
        try:
            return (full.parent.resolve() / full.name).relative_to(self.root.resolve()).as_posix()
        except ValueError:
            raise GitFailed(
                _("{path} is not in the git repository {root}.").format(path=path, root=self.root),
                _("Name a file inside the repository."),
                code="outside",
            ) from None


def init(folder: Path) -> Repository:
    """Make a git repository of a folder; of one that is there already, nothing is changed."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = attempt(folder, "config", "--get", "init.defaultBranch")
    branch = () if chosen.code == 0 else ("-c", "init.defaultBranch=main")
    answer = write(folder, *branch, "init", "--quiet")
    if answer.code != 0:
        raise explain(("init",), answer.stderr)
    repository = Repository.around(folder)
    assert repository is not None
    return repository


def configure(repository: Repository, key: str, value: str) -> None:
    """Set one value in the repository's own configuration."""
    answer = write(repository.root, "config", "--local", "--replace-all", "--", key, value)
    if answer.code != 0:
        raise explain(answer.arguments, answer.stderr)


def setting(repository: Repository, key: str) -> str | None:
    """A value of git's configuration, from the repository or from the user; None when it is not set."""
    answer = attempt(repository.root, "config", "--null", "--get", key)
    return answer.stdout.decode("utf-8", "replace").removesuffix("\0") if answer.code == 0 else None


def own_setting(key: str) -> str | None:
    """A value of the user's own git configuration; what a repository says of it is not asked.

    None also where there is no git to ask, or no home in which the user could have set it.
    """
    try:
        answer = attempt(Path(os.sep), "config", "--global", "--null", "--get", key)
    except GitFailed:
        return None
    return answer.stdout.decode("utf-8", "replace").removesuffix("\0") if answer.code == 0 else None


def _without_work_tree(folder: Path, git_dir: Path) -> Repository | None:
    bare = read(folder, "rev-parse", "--is-bare-repository").text == "true"
    return Repository(git_dir, git_dir) if bare else None


def _holding(folder: Path, root: Path) -> Path:
    # A stranger's configuration can name any folder of ours as its work tree (core.worktree).
    if folder.resolve().is_relative_to(root.resolve()):
        return root
    raise GitFailed(
        _("The git configuration here names another folder as its work tree: {root}.").format(root=root),
        _("Take core.worktree out of the repository's configuration if you did not set it."),
        code="elsewhere",
    )
