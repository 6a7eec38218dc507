"""The products that plug-ins add to a folder."""

from __future__ import annotations

from pathlib import Path

from dealer_roles.publish.product import Product
from dealer_roles.source.plugins import PRODUCTS, plugged
from dealer_roles.source.settings import find_settings
from dealer_roles.values.text import Text


def plugged_products(folder: str) -> tuple[Product, ...]:
    """Return the products of the plug-ins that the settings of a folder name.

    Raises:
        InvalidSettings: A plug-in is not installed, or is not a product.
    """
    names = find_settings(Path(folder)).plugins
    return tuple(plugged(PRODUCTS, names, Product, Text("出品", "a product")))
