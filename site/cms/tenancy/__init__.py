"""Isolation of administrations in the admin: what a person may know of, and what is refused.

Wagtail asks for rights before it changes a page, and seldom before it names one. Here it is asked once for
every address of the admin (`guard`), for many at once (`bulk`), for what is chosen (`choosers`) and for
reports (`reports`).
"""
