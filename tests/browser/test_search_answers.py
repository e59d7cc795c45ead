"""The project's own questions are answered: make search-eval prints by how much, and beside the theme's search."""

from statistics import mean

import pytest
from playwright.sync_api import Browser
from search.evaluate import LANG, Score, own_questions, score
from search.workers import ask_ours

FIRST, FIVE = 0.82, 0.95
"""Shares of questions answered by the first page of the list and by the first five; an edit may cost a few."""


@pytest.fixture(scope="module")
def scores(browser: Browser, address: str) -> list[Score]:
    questions = own_questions()
    tab = browser.new_page()
    tab.goto(f"{address}404.html")
    answers = ask_ours(tab, address, LANG, [question.text for question in questions])
    tab.close()
    return [score(question, answer) for question, answer in zip(questions, answers, strict=True)]


def test_most_questions_are_answered_first_and_nearly_all_among_five(scores: list[Score]) -> None:
    assert len(scores) >= 120
    assert mean(each.first for each in scores) >= FIRST
    assert mean(each.five for each in scores) >= FIVE


def test_every_question_has_an_answer(scores: list[Score]) -> None:
    assert mean(each.empty for each in scores) == 0
