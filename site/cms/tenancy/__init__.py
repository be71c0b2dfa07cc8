"""The walls between administrations in the admin: what a person may know of, and what is refused.

Wagtail asks for rights before it changes a page, and seldom before it names one. Here it is asked once for
every address of the admin (`guard`), for many at once (`many`), for what is chosen (`choosing`) and for
reports (`reports`).
"""
