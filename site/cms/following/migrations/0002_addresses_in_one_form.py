"""Addresses of followers and requests in the form in which they are compared from now on.

A follower whose mailbox has another follower already is left as it is: nobody's choices are merged, and it can be left by the
link in its mails.
"""

from django.db import migrations

from cms.text.addresses import canonical_address


def bring_into_one_form(apps, schema_editor):
    Follower = apps.get_model("cms_following", "Follower")
    for row in Follower.objects.exclude(address=None).order_by("-confirmed_at", "pk"):
        address = canonical_address(row.address)
        if row.address != address and not Follower.objects.filter(address=address).exists():
            Follower.objects.filter(pk=row.pk).update(address=address)
    AddressRequest = apps.get_model("cms_following", "AddressRequest")
    for row in AddressRequest.objects.all():
        if row.address != canonical_address(row.address):
            AddressRequest.objects.filter(pk=row.pk).update(address=canonical_address(row.address))


class Migration(migrations.Migration):
    dependencies = [("cms_following", "0001_initial")]

    operations = [migrations.RunPython(bring_into_one_form, migrations.RunPython.noop)]
