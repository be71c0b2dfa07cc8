from django.db import migrations


def forget_sizes(apps, schema_editor):
    """Delete the sizes made so far: they may carry the place where a picture was taken. They are made anew, of pixels only."""
    SiteRendition = apps.get_model("cms_media", "SiteRendition")
    for size in SiteRendition.objects.iterator():
        if size.file:
            size.file.storage.delete(size.file.name)
    SiteRendition.objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ("cms_media", "0002_clean_and_decorative_images"),
    ]

    operations = [
        migrations.RunPython(forget_sizes, migrations.RunPython.noop, elidable=True),
    ]
