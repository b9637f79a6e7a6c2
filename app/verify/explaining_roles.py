"""R5 in a sentence: what the core respondents say, and what those who verify it say."""

from collections.abc import Mapping

from app.language.words import say
from app.verify.rules.cells import Cell, CellVerdict
from app.verify.rules.roles import Alignment, Roles, RoleVerdict
from app.verify.rules.votes import Unit
from app.verify.wording import capitalised, listed, one_or_many, word

_BOTH_SPEAK = (
    RoleVerdict.CONFIRMED,
    RoleVerdict.CONFIRMED_QUALIFIED,
    RoleVerdict.CONTRADICTED,
    RoleVerdict.SPLIT,
)


def explain_roles(roles: Roles, language: str, labels: Mapping[Unit, str]) -> tuple[str, str]:
    """Return heading and text: the verdict, the counts, the key person's side, who was dropped."""
    verdict = word("role", roles.verdict, language)
    heading = say("verify.explain.role.heading", language, verdict=verdict)
    texts = [capitalised(_counts(roles, language))]
    if roles.key_alignment != Alignment.ALONE and roles.verdict != RoleVerdict.NONE:
        form = "one" if roles.key_person.tally.speaking == 1 else "many"
        texts.append(word(f"explain.role.alignment.{form}", roles.key_alignment, language))
    if roles.dropped:
        units = listed(sorted(labels.get(unit, str(unit)) for unit in roles.dropped), language)
        texts.append(one_or_many("explain.role.dropped", len(roles.dropped), language, units=units))
    return heading, " ".join(texts)


def _counts(roles: Roles, language: str) -> str:
    core, verification = roles.core_respondent, roles.verification_respondent
    key = "both_speak" if roles.verdict in _BOTH_SPEAK else str(roles.verdict)
    if roles.verdict == RoleVerdict.VERIFIER_ONLY:
        silent = core.verdict == CellVerdict.SILENT
        key = f"{key}_{'silent' if silent else 'unexamined'}"
    verifying = "it" if core.speaks else "claim"
    return say(
        f"verify.explain.role.{key}",
        language,
        core=_speakers("core", core, language),
        core_verb=_verb("claim", core, language),
        verification=_speakers("verification", verification, language),
        verification_verb=_verb(verifying, verification, language),
        guide=_speakers("key", roles.key_person, language),
        guide_verb=_verb("claim", roles.key_person, language),
    )


def _speakers(role: str, cell: Cell, language: str) -> str:
    return one_or_many(f"explain.role.{role}", cell.tally.speaking, language)


def _verb(object_: str, cell: Cell, language: str) -> str:
    if not cell.speaks:
        return ""
    key = f"explain.role.{object_}.{cell.verdict}"
    return one_or_many(key, cell.tally.speaking, language)
