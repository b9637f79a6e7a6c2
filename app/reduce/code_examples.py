"""An excerpt taken into the codebook as a code's typical example, or as its counter-example."""

from sqlalchemy import select

from app.errors import UserError
from app.reduce.code_editing import describe_code
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.study import Study
from models.reduction import Code

EXAMPLES = ("typical_example", "counter_example")


def take_example(
    study: Study, code_id: int, excerpt_id: int, field: str = EXAMPLES[0], language: str = ""
) -> None:
    """Write the words of an excerpt with their citation into an example of a code, in one step.

    What the example says already stays, above it; an excerpt that it holds is not written twice.
    Raises UserError where the code or the excerpt is gone, or where the excerpt bears no code.
    """
    if field not in EXAMPLES:
        raise ValueError(field)
    rows = excerpts(
        study, ExcerptFilter(excerpts=[excerpt_id]), limit=1, language=language or study.language
    )
    with study.read() as connection:
        query = select(getattr(Code, field)).where(Code.id == code_id)
        said: str | None = connection.scalar(query)
    if said is None:
        raise UserError("reduce.no_such_code")
    if not rows:
        raise UserError("reduce.no_such_excerpt")
    words = f"“{rows[0].quote}” {rows[0].citation}".strip()
    if words in said:
        return
    text = f"{said}\n{words}" if said else words
    if field == EXAMPLES[0]:
        describe_code(study, code_id, typical_example=text)
    else:
        describe_code(study, code_id, counter_example=text)
