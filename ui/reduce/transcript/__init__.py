"""The transcript as a page: read, select, code. `view.TranscriptView` is its door."""
