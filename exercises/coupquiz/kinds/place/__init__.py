"""An event to put where it belongs on the timeline; the answer is a date: EDTF, or as it was typed."""
