"""Every setting with its default and its environment variable, in one table."""

import os
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sayso.errors import BadSetting

PREFIX = "SAYSO_"


def count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Settings(BaseModel):
    """What can be set; each field is read from ``SAYSO_`` and its name in capitals."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    threads: int = Field(default=2, ge=1, le=256, description="threads of one reading network")
    jobs: int = Field(
        default_factory=count_cores,
        ge=1,
        le=256,
        description="processes that read when reports are added to a ledger",
    )
    ledger: str = Field(
        default="sayso.ledger",
        min_length=1,
        description="the ledger: a file, or postgresql+psycopg://user@host/database",
    )
    max_megabytes: int = Field(
        default=20, ge=1, le=1024, description="largest report that is read, in megabytes"
    )


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment has them.

    Raises: BadSetting.
    """
    given = {
        name: environment[PREFIX + name.upper()]
        for name in Settings.model_fields
        if PREFIX + name.upper() in environment
    }
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise BadSetting(PREFIX + name.upper(), given[name], first["msg"]) from error
