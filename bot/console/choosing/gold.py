"""The provisions that rightly answer a question, as files and forms write them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from knowledge.law.resolution import Address, Part
from knowledge.matters.jsonl import WrittenSign

_Number = Annotated[int | None, Field(strict=True, ge=1, le=9999)]


class Gold(BaseModel):
    """The address of a provision; `part` "document" means all that is no article."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    resolution: Annotated[str, Field(min_length=1, max_length=255, pattern=r"^[\w.-]*$")]
    part: Part | Literal["document"] = Part.ARTICLE
    annex: _Number = None
    article: WrittenSign | None = None
    clause: WrittenSign | None = None
    point: Annotated[str | None, Field(max_length=4)] = None
    bullet: _Number = None

    @model_serializer(mode="wrap")
    def _written(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Return the fields, `annex` only for a provision that lies in one."""
        fields: dict[str, Any] = handler(self)
        if self.annex is None:
            del fields["annex"]
        return fields

    @classmethod
    def of(cls, address: Address) -> Gold:
        """Return `address` in this form."""
        return cls(**address.as_dict())

    @property
    def address(self) -> Address | None:
        """Return the address, None if there are several."""
        if self.part == "document":
            return None
        finer = (self.article, self.clause, self.point, self.bullet)
        return Address(self.resolution, self.part, *finer, self.annex)
