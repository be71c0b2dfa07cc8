"""Publication: what a page needs before it is public, and the check that asks.

Models stand on it, so it imports none: its pages are `Any`.
"""
