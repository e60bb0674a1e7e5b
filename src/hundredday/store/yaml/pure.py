"""The pure parser, taught to see what libyaml sees: tabs between and in texts, and colons in brackets.

ruamel.yaml forbids tabs outside quotes, and reads `{by: x:, …}` otherwise than libyaml. A file must not
be sound on one machine and broken on another; a fuzzer holds the two to the same data.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml.scanner import Scanner, ScannerError
from ruamel.yaml.tokens import ScalarToken

_BLANK = " \t"
_BREAK = "\r\n\x85\u2028\u2029"
_ENDS = "\0" + _BLANK + _BREAK
_IN_FLOW = ",?[]{}"


class LikeLibyaml(Scanner):
    """libyaml's rules for plain texts and for what stands between tokens."""

    def scan_to_next_token(self) -> None:
        """Pass over blanks, comments and line ends; a tab only where no key of a block can begin."""
        reader = self.reader
        while True:
            while reader.peek() == " " or (
                reader.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                reader.forward()
            if reader.peek() == "#":
                while reader.peek() not in "\0" + _BREAK:
                    reader.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_directive_name(self, start_mark: Any) -> Any:
        """`YAML` and `TAG`; libyaml knows no others."""
        name = super().scan_directive_name(start_mark)
        if name not in {"YAML", "TAG"}:
            raise ScannerError(
                "while scanning a directive",
                start_mark,
                "found unknown directive name",
                self.reader.get_mark(),
            )
        return name

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:
        """What stands behind `|` or `>`: `+` or `-`, and a digit, in any order; whatever else is for others."""
        del start_mark
        reader, keeps, indent = self.reader, None, None
        for _ in range(2):
            sign = reader.peek()
            if sign in "+-" and keeps is None:
                keeps = sign == "+"
            elif sign in "123456789" and indent is None:
                indent = int(sign)
            else:
                break
            reader.forward()
        return keeps, indent

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> Any:
        while self.reader.peek() in _BLANK:
            self.reader.forward()
        return super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> Any:
        breaks: list[str] = []
        deepest, end = 0, self.reader.get_mark()
        while True:
            while self.reader.peek() == " ":
                self.reader.forward()
            deepest = max(deepest, self.reader.column)
            self._refuse_tab()
            if self.reader.peek() not in _BREAK:
                return breaks, deepest, end
            breaks.append(self.scan_line_break())
            end = self.reader.get_mark()

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        breaks: list[str] = []
        end = self.reader.get_mark()
        while True:
            while self.reader.column < indent and self.reader.peek() == " ":
                self.reader.forward()
            if self.reader.column < indent:
                self._refuse_tab()
            if self.reader.peek() not in _BREAK:
                return breaks, end
            breaks.append(self.scan_line_break())
            end = self.reader.get_mark()

    def _refuse_tab(self) -> None:
        if self.reader.peek() == "\t":
            mark = self.reader.get_mark()
            raise ScannerError(
                "while scanning a block scalar",
                mark,
                "found a tab where an indentation space is expected",
                mark,
            )

    def check_value(self) -> bool:
        return bool(self.flow_level) or self.reader.peek(1) in _ENDS

    def check_key(self) -> bool:
        return bool(self.flow_level) or self.reader.peek(1) in _ENDS

    def check_plain(self) -> bool:
        first, second = self.reader.peek(), self.reader.peek(1)
        if first not in _ENDS + "-?:,[]{}#&*!|>'\"%@`":
            return True
        if first == "-":
            return second not in _BLANK
        return not self.flow_level and first in "?:" and second not in _ENDS

    def scan_plain(self) -> Any:
        """A text without quotes, on one line or folded over several."""
        reader = self.reader
        start = end = reader.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        between: list[str] = []
        folded = False
        while not (self._at_document_mark() or reader.peek() == "#"):
            length = self._plain_length(start)
            if length:
                self.allow_simple_key = False
                chunks += [*between, reader.prefix(length)]
                reader.forward(length)
                end, between, folded = reader.get_mark(), [], False
            if reader.peek() not in _BLANK + _BREAK:
                break
            between, folded = self._between(start, indent)
            if not self.flow_level and reader.column < indent:
                break
        if folded:
            self.allow_simple_key = True
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self, start: Any) -> int:
        reader, length = self.reader, 0
        while (now := reader.peek(length)) not in _ENDS:
            then = reader.peek(length + 1)
            if self.flow_level and now == ":" and then in _IN_FLOW:
                reader.forward(length)
                raise ScannerError(
                    "while scanning a plain scalar", start, "found unexpected ':'", reader.get_mark()
                )
            if (now == ":" and then in _ENDS) or (self.flow_level and now in ",[]{}"):
                break
            length += 1
        return length

    def _between(self, start: Any, indent: int) -> tuple[list[str], bool]:
        """Blanks as they stand, or what line ends are folded into; and whether there was a line end."""
        reader = self.reader
        blanks, first, more = "", "", []
        while (now := reader.peek()) in _BLANK + _BREAK:
            if now in _BREAK:
                ended = self.scan_line_break()
                if first:
                    more.append(ended)
                else:
                    blanks, first = "", ended
                continue
            if first and now == "\t" and reader.column < indent:
                raise ScannerError(
                    "while scanning a plain scalar",
                    start,
                    "found a tab character that violates indentation",
                    reader.get_mark(),
                )
            blanks += "" if first else now
            reader.forward()
        if not first:
            return [blanks], False
        if first == "\n":
            return more or [" "], True
        return [first, *more], True

    def _at_document_mark(self) -> bool:
        reader = self.reader
        return reader.column == 0 and reader.prefix(3) in {"---", "..."} and reader.peek(3) in _ENDS
