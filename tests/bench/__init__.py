"""Measurements with goals: `make bench`, or `make bench ONLY=name`. Each is a module that prints its figures."""
