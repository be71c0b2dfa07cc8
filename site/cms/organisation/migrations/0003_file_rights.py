"""Rights to files follow Wagtail's own models, whatever model an installation uses: rights given to ours counted for nothing."""

from django.db import migrations

WAGTAILS = {
    "add_siteimage": ("wagtailimages", "add_image"),
    "change_siteimage": ("wagtailimages", "change_image"),
    "choose_image": ("wagtailimages", "choose_image"),
    "add_sitedocument": ("wagtaildocs", "add_document"),
    "change_sitedocument": ("wagtaildocs", "change_document"),
    "choose_document": ("wagtaildocs", "choose_document"),
}


def move_rights(apps, schema_editor):
    Right = apps.get_model("wagtailcore", "GroupCollectionPermission")
    Permission = apps.get_model("auth", "Permission")
    for codename, (app_label, theirs) in WAGTAILS.items():
        counts = Permission.objects.filter(content_type__app_label=app_label, codename=theirs).first()
        for right in Right.objects.filter(permission__content_type__app_label="cms_media", permission__codename=codename) if counts else ():
            Right.objects.get_or_create(group_id=right.group_id, collection_id=right.collection_id, permission=counts)
            right.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cms_organisation", "0002_roles"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [migrations.RunPython(move_rights, migrations.RunPython.noop)]
