"""Banks of questions: read, checked as an examiner would, and handed out without keys."""
