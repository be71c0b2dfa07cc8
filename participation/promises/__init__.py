"""Promises that remind: how a promised day is moved, who is reminded of it, who takes it over, and what is said meanwhile."""
