"""Receipts: where a contribution is on its way, for whoever holds the code."""
