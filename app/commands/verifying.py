"""Commands that verify: triangulation, gaps, comparison, member checks, agreement, audit."""

import argparse
from pathlib import Path

from app.commands.terminal import Arguments, day, opened, print_json, print_table, study_argument
from app.errors import UserError
from app.language.words import LANGUAGES, say


def triangulate_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `triangulate` takes."""
    study_argument(parser, as_json=True)
    parser.add_argument("--by", metavar="DIMENSION", help="method, category, role, site or period")


def triangulate(given: Arguments, language: str) -> None:
    """Triangulate every code and finding, in all or by one dimension."""
    from app.verify.readings import readings_json, readings_table
    from app.verify.triangulation import triangulation_json, triangulation_table

    with opened(given.study) as study:
        if given.by and given.json:
            print_json(readings_json(study, given.by, language))
        elif given.by:
            print_table(readings_table(study, given.by, language))
        elif given.json:
            print_json(triangulation_json(study))
        else:
            print_table(triangulation_table(study, language))


def member_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `member` takes."""
    study_argument(parser)
    parser.add_argument("--informant", required=True, metavar="CODE", help="whom to ask")
    parser.add_argument("-o", "--output", metavar="FILE.docx", help="the sheet to be written")
    parser.add_argument("--read", metavar="FILE.docx", help="a filled sheet to be read back")
    parser.add_argument("--language", choices=LANGUAGES, help="of the sheet")


def member_check(given: Arguments, language: str) -> None:
    """Write the claims that rest on an informant for them to confirm, or read their answers."""
    from app.report.member_sheet import informant_called, read_sheet, write_sheet

    with opened(given.study) as study:
        informant = informant_called(study, given.informant)
        if given.read:
            found = read_sheet(study, Path(given.read))
            print(say("cli.answers", language, answered=found.answered, claims=found.claims))
        else:
            output = given.output or f"{given.informant}.docx"
            write_sheet(study, informant, Path(output), given.language)
            print(say("cli.written", language, name=output))


def gaps_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `gaps` takes."""
    study_argument(parser, as_json=True)
    parser.add_argument("-o", "--output", metavar="FILE.docx", help="questions by informant")


def gaps(given: Arguments, language: str) -> None:
    """List what is missing to settle each focus and finding, or write it as interview questions."""
    from app.verify.gaps import gaps_json, gaps_table

    with opened(given.study) as study:
        if given.output:
            from app.report.fieldwork import write_fieldwork

            write_fieldwork(study, Path(given.output))
            print(say("cli.written", language, name=given.output))
        elif given.json:
            print_json(gaps_json(study, language))
        else:
            print_table(gaps_table(study, language))


def compare_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `compare` takes."""
    study_argument(parser, as_json=True)
    group = "a role, category, site, period, attribute (gender: f) or informant"
    parser.add_argument("--left", metavar="GROUP", help=f"{group}; key persons, if not said")
    parser.add_argument("--right", metavar="GROUP", help="verification respondents, if not said")
    parser.add_argument("--by", default="code", choices=("code", "theme", "finding"))
    parser.add_argument("--roles", action="store_true", help="key, core and verification at once")
    parser.add_argument("--verifiers", action="store_true", help="each with those whom they verify")


def compare(given: Arguments, language: str) -> None:
    """Compare key persons with verification respondents, any two groups, or all three roles."""
    from app.verify import comparison, three_roles

    if given.roles + given.verifiers + bool(given.left or given.right) > 1:
        raise UserError("compare.one_choice")
    with opened(given.study) as study:
        if given.roles and given.json:
            print_json(three_roles.three_roles_json(study, given.by))
        elif given.roles:
            print_table(three_roles.three_roles_table(study, language, given.by))
        elif given.verifiers and given.json:
            print_json(three_roles.verifiers_json(study, given.by))
        elif given.verifiers:
            print_table(three_roles.verifiers_table(study, language, given.by))
        elif given.json:
            print_json(comparison.comparison_json(study, given.left, given.right, given.by))
        else:
            found = comparison.compare_named(study, given.left, given.right, given.by)
            print_table(comparison.as_table(found, language))
            for sentence in comparison.one_sided(found, language):
                print(sentence)


def agreement_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `agreement` takes."""
    study_argument(parser, as_json=True)
    parser.add_argument(
        "--unit", default="characters", choices=("characters", "sentences", "segments")
    )


def agreement(given: Arguments, language: str) -> None:
    """Measure how coders agree: every pair, by code and source."""
    from app.verify.agreement.agreement import all_pairs
    from app.verify.agreement.as_table import agreement_json, agreement_table

    with opened(given.study) as study:
        found = all_pairs(study, given.unit)
    if given.json:
        print_json(agreement_json(found))
    elif found:
        print_table(agreement_table(found, language))
    else:
        print(say("agreement.one_coder", language))


def audit_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `audit` takes."""

    study_argument(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx|.csv|.docx")
    parser.add_argument(
        "--kind", action="append", default=[], metavar="KIND", help="code, finding …"
    )
    parser.add_argument("--coder", metavar="NAME")
    parser.add_argument("--since", type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--until", type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--words", default="", help="only steps that say these words")
    parser.add_argument("--undone", action="store_true", help="also what was taken back")


def audit(given: Arguments, language: str) -> None:
    """Write the audit trail: who, when, what, before, after, reason."""
    from app.report.audit_files import write_audit
    from app.verify.audit.trail import Wanted

    wanted = Wanted(
        *(tuple(given.kind), given.coder, given.since, given.until, given.words),
        undone=given.undone,
    )
    with opened(given.study) as study:
        write_audit(study, given.output, wanted)
    print(say("cli.written", language, name=given.output))
