"""Addresses of one contribution's pages, and what stands on them."""

from typing import Any

from django.urls import reverse

from participation.models import Contribution


def url(verb: str, contribution: Contribution) -> str:
    return reverse(f"participation:{verb}", args=[contribution.pk])


def receipt_url(contribution: Contribution) -> str:
    return reverse("participation:receipt_detail", args=[contribution.shown_code])


def words(response: Any) -> str:
    return response.content.decode()
