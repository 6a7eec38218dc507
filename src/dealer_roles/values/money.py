"""Amounts of money."""

from __future__ import annotations

from typing import NamedTuple

from dealer_roles.values.text import Text


class Money(NamedTuple):
    """An amount of money in a currency (ISO 4217)."""

    amount: float
    currency: str

    def __str__(self) -> str:
        whole = f"{self.amount:,.2f}".removesuffix(".00")
        return f"{self.currency} {whole}"

    def get(self, lang: str) -> str:
        """Return the amount in words of ``lang``."""
        whole = f"{self.amount:,.2f}".removesuffix(".00")
        return Text(f"{whole}元" if self.currency == "CNY" else str(self), str(self)).get(lang)

    def to_dict(self) -> dict[str, object]:
        """Return ``amount`` and ``currency``."""
        return {"amount": self.amount, "currency": self.currency}
