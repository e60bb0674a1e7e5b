from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.harmless import harmless
from hundredday.spreadsheet import as_meant, defused


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1", "'=1"]
)
def test_what_a_spreadsheet_would_obey_stands_behind_an_apostrophe(text: str) -> None:
    assert defused(text) == "'" + harmless(text)


@pytest.mark.parametrize("text", ["Small claims", "2026-04-06", "a=1", "'quoted'", "", "<b>"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


@given(
    st.text(alphabet=st.one_of(st.sampled_from("'=+-@ \n"), st.characters(exclude_categories=["Cc", "Cs"])))
)
def test_text_comes_back_as_it_was_meant(text: str) -> None:
    assert as_meant(defused(text)) == harmless(text)
