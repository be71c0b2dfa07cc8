"""What follows when somebody joins a group, a page gets a translation, or a row gets a successor."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import GroupPagePermission

from cms.organisation.staff import STAFF_GROUP
from tests.factories import BodyFactory, DialogueFactory, UserFactory, translated

pytestmark = pytest.mark.django_db


def test_whoever_joins_a_group_that_works_in_the_admin_is_staff(dag: Any) -> None:
    group = dag.groups.exclude(name=STAFF_GROUP).first()
    person = UserFactory()
    assert not person.groups.filter(name=STAFF_GROUP).exists()
    group.user_set.add(person)
    assert person.groups.filter(name=STAFF_GROUP).exists()


def test_a_translation_is_born_with_the_rights_of_its_original(site_tree: Any, dag: Any) -> None:
    dialogue = DialogueFactory()
    right = GroupPagePermission.objects.first()
    assert right is not None
    GroupPagePermission.objects.create(group=right.group, page=dialogue, permission=right.permission)
    english = translated(dialogue)
    assert GroupPagePermission.objects.filter(page=english, group=right.group, permission=right.permission).exists()


def test_a_circle_of_successors_is_refused_from_either_end() -> None:
    old, new = BodyFactory.create_batch(2)
    old.successors.add(new)
    with pytest.raises(ValidationError), transaction.atomic():
        type(old).objects.get(pk=old.pk).body_set.add(new)
    assert list(new.successors.all()) == []
