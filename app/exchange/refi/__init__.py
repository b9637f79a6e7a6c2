"""REFI-QDA, the field's exchange standard: .qdpx projects and .qdc codebooks, read and written."""
