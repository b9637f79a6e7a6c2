"""Commands on what was coded: matrices, searching, the codebook."""

import argparse
from pathlib import Path

from app.commands.terminal import Arguments, opened, print_json, print_table, study_argument
from app.language.words import say


def matrix_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `matrix` takes."""
    study_argument(parser, as_json=True)
    dimensions = "code, method, role, category, site, informant or source"
    parser.add_argument("--rows", default="code", help=dimensions)
    parser.add_argument("--columns", default="method", help=dimensions)
    parser.add_argument("--count", default="excerpts", help="excerpts, informants or sources")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.xlsx|.csv")


def matrix(given: Arguments, language: str) -> None:
    """Build a matrix of codes by method, role, category, site, informant or source."""
    from app.display.exporting import as_table, write_matrix
    from app.display.matrix import build_matrix, matrix_json, recipe_from_words

    recipe = recipe_from_words(given.rows, given.columns, given.count)
    with opened(given.study) as study:
        matrix = build_matrix(study, recipe)
        if given.output:
            write_matrix(matrix, given.output, study.language)
            print(say("cli.written", language, name=given.output))
        elif given.json:
            print_json(matrix_json(matrix))
        else:
            print_table(as_table(matrix, language))


def search_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `search` takes."""
    study_argument(parser, as_json=True)
    parser.add_argument("words")
    parser.add_argument("--lemma", action="store_true", help="find all forms of the words")
    parser.add_argument("--regex", action="store_true", help="the words are a regular expression")


def search(given: Arguments, language: str) -> None:
    """Find words in all sources."""
    from app.reduce.finding.paragraphs import paragraphs_with
    from app.reduce.search import search

    with opened(given.study) as study:
        if given.lemma or given.regex:
            found = paragraphs_with(study, given.words, lemma=given.lemma, pattern=given.regex)
        else:
            found = search(study, given.words, limit=10_000).hits
        hits = [
            {
                "source": hit.reference,
                "line": study.texts.line_of(hit.source_id, hit.spans[0][0]),
                "spans": [list(span) for span in hit.spans],
                "passage": hit.passage,
            }
            for hit in found
        ]
    if given.json:
        print_json(hits)
        return
    for hit in hits:
        print(f"{hit['source']}:{hit['line']}: {hit['passage']}")
    print(say("cli.found", language, count=len(hits)))


def codebook_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `codebook` takes."""
    study_argument(parser)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--output", type=Path, metavar="FILE.xlsx|.csv|.docx")
    way.add_argument("--import", dest="take", type=Path, metavar="FILE")


def codebook(given: Arguments, language: str) -> None:
    """Save the codebook of a study, or import one."""
    from app.reduce.codebook.importing import import_codebook
    from app.reduce.codebook.writing import write_codebook

    with opened(given.study, writing=given.take is not None) as study:
        if given.take is not None:
            print(import_codebook(study, given.take).sentence(language))
            return
        count = write_codebook(study, given.output)
        print(say("codebook.report.saved", language, codes=count, name=given.output))
