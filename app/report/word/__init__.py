"""Reports as Word files: a package made by python-docx, its body written as XML in one go."""
