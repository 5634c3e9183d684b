"""What a file holds for a key: an answers file, or all of a learner's, exported as one."""

from __future__ import annotations

from dataclasses import replace

from coupquiz.answers.file_format import AnswersFile, RecordKey, notebook_told, parse
from coupquiz.answers.transfer import files_in_progress, is_progress
from coupquiz.files.json_file import FileFormatError
from coupquiz.grading.answer_key import AnswerKey


def is_handed_in(content: bytes, key: AnswerKey) -> bool:
    """Whether a file says that it is for a key, or does not say what it is for."""
    if key.of_lesson:
        return True
    if not is_progress(content):
        return notebook_told(content) in ("", key.id)
    try:
        return any(file.notebook == key.id for file in files_in_progress(content))
    except FileFormatError:
        return True  # to be told of


def answers_for(content: bytes, key: AnswerKey) -> AnswersFile:
    """Return what a file holds for a key; raises as `parse` does.

    For a bank of the lesson this is what was answered to it, in whichever notebook; otherwise what was
    answered in the notebook of the key's name.
    """
    if not is_progress(content):
        file = parse(content)
        return _of_bank([file], key) if key.of_lesson else file
    files = files_in_progress(content)
    if key.of_lesson:
        return _of_bank(files, key)
    return next((file for file in files if file.notebook == key.id), replace(files[0], records={}, aside={}))


def _of_bank(files: list[AnswersFile], key: AnswerKey) -> AnswersFile:
    """Return the answers to a bank out of these files of one learner."""
    whole = replace(files[0], notebook=key.id, records={}, aside={}, drawn_for="", unread=())
    unread: list[str] = []
    for file in files:
        own = {
            RecordKey(*asked): record
            for asked, record in (*file.aside.items(), *file.records.items())
            if asked.bank == key.bank.id
        }
        whole = whole.having(own)
        unread += (name for name in file.unread if name.startswith(f"{key.bank.id}/"))
    return replace(whole, unread=tuple(unread))
