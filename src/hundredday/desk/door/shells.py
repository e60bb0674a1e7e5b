"""The scripts by which shells ask this program for completions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BASH = r"""
# Completion of hundredday for bash. Load it in ~/.bashrc: eval "$(hundredday completion bash)"
_hundredday() {
    local word about words=() shown=()
    while IFS=$'\t' read -r word about; do
        words+=("$(printf %q "$word")")
        shown+=("$word${about:+  ($about)}")
    done < <(_HUNDREDDAY_COMPLETE=1 "$1" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    # Listed, words come with what they are; inserted, alone.
    if ((${#words[@]} > 1 && COMP_TYPE == 63)); then
        COMPREPLY=("${shown[@]}")
    else
        COMPREPLY=("${words[@]}")
    fi
}
complete -o default -o nosort -F _hundredday hundredday
"""

ZSH = r"""
#compdef hundredday
# Completion of hundredday for zsh. Load it in ~/.zshrc, below compinit: eval "$(hundredday completion zsh)"
_hundredday() {
    local word about
    local -a offers
    while IFS=$'\t' read -r word about; do
        offers+=("${word//:/\\:}${about:+:$about}")
    done < <(_HUNDREDDAY_COMPLETE=1 "${words[1]}" "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( $#offers )); then
        _describe -V hundredday offers
    else
        _files
    fi
}
compdef _hundredday hundredday
"""

FISH = r"""
# Completion of hundredday for fish: hundredday completion fish > ~/.config/fish/completions/hundredday.fish
function __hundredday_complete
    set -l words (commandline --tokens-expanded --cut-at-cursor 2>/dev/null; or commandline -opc)
    _HUNDREDDAY_COMPLETE=1 $words (commandline -ct) 2>/dev/null
end
complete --command hundredday --no-files --keep-order --arguments '(__hundredday_complete)'
complete --command hundredday --force-files \
    --condition '__fish_seen_subcommand_from check demo export import init report schema'
"""

SHELLS: Mapping[str, str] = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def script_of(shell: str) -> str:
    """The script that makes a shell complete our commands."""
    return SHELLS[shell].lstrip("\n")
