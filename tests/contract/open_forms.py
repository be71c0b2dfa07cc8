"""Forms as a browser draws and sends them, read from the page."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client


def forms_of(response: Any) -> list[Tag]:
    """The forms that post in a page's content, or in a part of a page."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return (soup.select_one("main") or soup).select('form[method="post"]')


def fields_of(form: Tag) -> dict[str, Any]:
    """What a browser would send if nothing were written; the first of several choices, without buttons."""
    fields: dict[str, Any] = {}
    for control in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(control["name"]), control.get("type")
        if control.name == "textarea":
            fields[name] = control.text.removeprefix("\n")
        elif control.name == "select":
            chosen = control.select_one("option[selected]") or control.select_one("option")
            fields[name] = chosen["value"] if chosen else ""
        elif kind == "radio":
            if control.has_attr("checked") or name not in fields:
                fields[name] = control["value"]
        elif kind != "checkbox" or control.has_attr("checked"):
            fields[name] = control.get("value", "on" if kind == "checkbox" else "")
    return fields


def draw(client: Client, url: str, action: str = "") -> dict[str, Any]:
    """Open a page and read its form: the one that is sent to `action`, else its first."""
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    forms = [form for form in forms_of(response) if not action or form.get("action") == action]
    assert forms, f"no form at {url}"
    return fields_of(forms[0])
