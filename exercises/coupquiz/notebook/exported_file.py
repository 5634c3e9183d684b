"""All answers as a file that the page hands to the learner."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.transfer import Transfer, export_name, export_progress
from coupquiz.notebook.kernel_answers import all_live


def exported_file(folder: Path) -> tuple[dict[str, str], Transfer]:
    """Return what a page is sent, the name of the file and what is in it, and what that is.

    Raises:
        AnswersError: There are no answers, or too many.
    """
    content, done = export_progress(folder, [live.answers for live in all_live(folder)])
    name = next((file.name for file in read_folder(folder).files if file.name), "")
    return {"file": export_name(name, date.today()), "content": content.decode()}, done
