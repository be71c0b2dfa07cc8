"""Forms that anybody may send: their ids beside others, the count of their characters, and what is made ready to be sent once more."""

from django import forms

from cms.http.public_forms import PlainTextField, PublicForm, ids_in_part


class Letter(PublicForm):
    words = PlainTextField(widget=forms.Textarea, most=1200)
    name = PlainTextField()


def test_ids_bear_the_address_of_a_form_that_stands_beside_others() -> None:
    first, second = (Letter(auto_id=ids_in_part(f"/_/comments/{number}/reply/")) for number in (12, 13))
    assert first["words"].id_for_label.endswith("_comments_12_reply_words")
    assert {field.id_for_label for field in first}.isdisjoint(field.id_for_label for field in second)


def test_a_text_says_to_the_browser_how_much_there_is_room_for_and_cuts_nothing_off() -> None:
    form = Letter()
    assert 'data-most="1200"' in str(form["words"]) and "maxlength" not in str(form["words"])
    assert "{written}" in str(form["words"]) and "{over}" in str(form["words"])
    assert "data-most" not in str(form["name"])


def test_a_form_that_is_shown_again_has_an_empty_trap_and_a_key_that_works() -> None:
    form = Letter({"words": "Hej", "name": "Eva", "webbplats": "robot", "key": "forged"})
    assert not form.is_valid()
    form.show_again()
    again = Letter(form.data)
    assert again.is_valid() and again.cleaned_data["words"] == "Hej"
