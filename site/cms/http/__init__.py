"""Requests and answers: caching, compression, limits, forms, middleware."""
