"""The kinds of thing that the audit trail tells apart, and the tables that each stands for."""

from collections.abc import Iterable

KINDS: dict[str, tuple[str, ...]] = {
    "source": ("source", "participation", "turn", "text_edit", "attachment", "attachment_part"),
    "informant": ("informant", "informant_role", "coverage", "verifies", "pseudonym"),
    "design": (
        *("study", "research_question", "role", "category", "site", "instrument", "form"),
        *("variable", "coder", "study_set", "set_member", "link"),
    ),
    "code": ("code", "favourite_code"),
    "coding": ("coding", "excerpt", "part_coding", "refusal", "resolution"),
    "memo": ("memo", "memo_link"),
    "summary": ("summary", "account"),
    "display": ("display", "display_cell", "network_node", "network_link", "link_excerpt"),
    "number": ("score_table", "item", "response", "number_evidence"),
    "finding": (
        *("finding", "evidence", "claim_link", "override", "finding_check", "member_check"),
        *("rival", "rival_evidence"),
    ),
    "other": ("checklist_answer", "retrieval", "carried"),
}
"""Each journalled table is of one kind; a test holds this against the models."""


def tables_of(kinds: Iterable[str]) -> list[str]:
    """Return the tables of some kinds. Raises KeyError for a kind that is none."""
    return [table for kind in kinds for table in KINDS[kind]]
