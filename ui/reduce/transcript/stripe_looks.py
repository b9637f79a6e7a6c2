"""What a stripe shows of its coding: the code, who coded, or what kind of coder that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.reduce.transcript import CodingSpan

By = Literal["code", "coder", "kind"]
BY: tuple[By, ...] = ("code", "coder", "kind")


@dataclass(frozen=True, slots=True)
class StripeLooks:
    """Colour and name of stripes; `coders` and `kinds` give them by the coder's name."""

    by: By = "code"
    coders: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def colour(self, span: CodingSpan) -> str:
        """Return the colour of a coding's stripe."""
        if self.by == "coder":
            return self.coders.get(span.coder, span.colour)
        if self.by == "kind" and span.coder in self.kinds:
            return self.kinds[span.coder][0]
        return span.colour

    def name(self, span: CodingSpan) -> str:
        """Return what stands beside the stripe: who coded goes before the code."""
        if self.by == "coder" and span.coder:
            return f"{span.coder} · {span.name}"
        if self.by == "kind" and span.coder in self.kinds:
            return f"{self.kinds[span.coder][1]} · {span.name}"
        return span.name
