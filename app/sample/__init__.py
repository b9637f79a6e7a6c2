"""The sample study: the KKG case, made from the readable files in `resources/sample`.

It is illustrative: the transcripts were written for Tilik, and the study says so.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from app.errors import UserError
from app.faults import in_plain_words, one_line
from app.in_place import check_writable
from app.sample.design import write_design
from app.sample.evidence import write_displays, write_findings, write_memos
from app.sample.reading import Sample, read_sample
from app.sample.reduction import write_codes, write_codings
from app.sample.sources import write_sources
from app.sample.written import Written
from app.study import Study
from app.study_files import SUFFIX, create_study, save_copy


def write_sample(path: Path, language: str) -> Path:
    """Make the sample study at `path` (".tilik" is added) in "id" or "en"; return where it is.

    Raises UserError where the file exists or the language is not ours. It is written elsewhere
    and put in its place when it is whole, so that no half of it and no backup of it is left.
    """
    target = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    sample = read_sample(language)
    if target.exists():
        raise UserError("study.exists", name=one_line(target.name))
    check_writable(target)
    with in_plain_words(target), TemporaryDirectory() as folder:
        first_coder = sample.coders[0]["name"]
        study = create_study(Path(folder) / "sample", sample.title, language, coder=first_coder)
        try:
            _fill(study, sample)
            return save_copy(study, target)
        finally:
            study.close()


def _fill(study: Study, sample: Sample) -> None:
    written = Written(study, sample)
    write_design(written)
    write_sources(written)
    write_codes(written)
    write_codings(written)
    write_findings(written)
    write_displays(written)
    write_memos(written)
