"""Address: where a database is, kept so that nothing secret in it is ever printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lib.files.faults import Fault, Refused

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

VARIABLE: Final = "DASHBOARD_DATA"
SCHEMA: Final = "public"
_FORM: Final = re.compile(r"\s*[a-z][a-z0-9+]*://", re.IGNORECASE)
_DRIVERS: Final = ("postgresql", "postgresql+psycopg", "postgres")
SECRETS: Final = ("password", "sslpassword")


@dataclass(frozen=True)
class Address:
    """``postgresql://user:password@host:port/database?schema=name``, as SQLAlchemy reads it.

    What else stands behind the ``?`` goes to libpq: ``sslmode=verify-full``, ``sslrootcert=…``.
    """

    text: str = field(repr=False)

    def url(self) -> URL:
        """The parts of the address. Raises :class:`Refused` where they are not certain.

        Of a sign ``@`` that stands in a password nobody could tell that it does not end it: what
        follows would be taken for the host, and be told.
        """
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            found = make_url(self.text.strip())
        except (ArgumentError, ValueError):
            raise Refused(_wrong()) from None
        if found.drivername.lower() not in _DRIVERS or self.text.count("@") > 1:
            raise Refused(_wrong())
        if not found.database or not isinstance(found.query.get("schema", ""), str):
            raise Refused(_wrong())
        return found

    @property
    def schema(self) -> str:
        """The schema that holds the tables."""
        return str(self.url().query.get("schema") or SCHEMA)

    @property
    def identity(self) -> str:
        """What tells it from other databases, whatever the password is."""
        try:
            asked = self.url().difference_update_query(SECRETS)
        except Refused:
            return ""
        return f"{self} {asked.username} {sorted(asked.query.items())}"

    def __str__(self) -> str:
        """Host, port and database; nothing of who asks, nor of how."""
        from sqlalchemy.engine import URL

        try:
            found = self.url()
        except Refused:
            return VARIABLE
        plain = URL.create("postgresql", None, None, found.host, found.port, found.database)
        return plain.render_as_string()


def is_address(text: str) -> bool:
    """Whether a text names something on a network, and no file."""
    return _FORM.match(text) is not None


def _wrong() -> Fault:
    return Fault(VARIABLE, 0, "", "", "database_address")
