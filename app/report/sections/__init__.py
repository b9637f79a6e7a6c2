"""The sections of a report, one module each: `write(study, document, recipe)`."""
