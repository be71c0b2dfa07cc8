"""Commitments: what will be done, by whom, by when, and how it goes."""
