"""The products that plug-ins add to a folder."""

from __future__ import annotations

from dealer_roles.publish.product import Product
from dealer_roles.source.plugins import PRODUCTS, plugged_in
from dealer_roles.values.text import Text


def plugged_products(folder: str) -> tuple[Product, ...]:
    """Return the products of the plug-ins that the settings of a folder name.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not a product.
    """
    return tuple(plugged_in(folder, PRODUCTS, Product, Text("出品", "a product")))
