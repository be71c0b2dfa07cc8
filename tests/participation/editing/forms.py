"""Fill in the admin's forms as a browser would."""

from typing import Any

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html


def edit_url(page: Any) -> str:
    """The address of a page's editor."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client: Client, url: str) -> QueryDict:
    """What a browser would send from the page form at this address if nothing were changed."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    html = response.content.decode()
    data = querydict_from_html(html, form_id="page-edit-form")
    for box in BeautifulSoup(html, "html.parser").select("#page-edit-form input[type=checkbox][checked]:not([value])"):
        data[box["name"]] = "on"
    for name in [name for name in data if name.startswith("action-")]:
        del data[name]
    return data


def send(client: Client, page: Any, action: str = "", **changes: Any) -> Any:
    """Open the editor, change fields and send; `action` is "publish", "submit" or nothing for a draft."""
    data = form_of(client, edit_url(page))
    for name, value in changes.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    if action:
        data[f"action-{action}"] = "1"
    return client.post(edit_url(page), dict(data.lists()))


def errors_of(response: Any) -> dict[str, list[str]]:
    """Errors of a form that came back, those of its rows under the rows' name."""
    form = response.context["form"]
    found = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
    for name, formset in form.formsets.items():
        rows = [str(error) for error in formset.non_form_errors()]
        rows += [str(error) for row in formset.errors for errors in row.values() for error in errors]
        if rows:
            found[name] = rows
    return found
