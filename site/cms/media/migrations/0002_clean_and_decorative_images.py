import wagtail.images.models
from django.db import migrations, models

import cms.media.fields


class Migration(migrations.Migration):

    dependencies = [
        ("cms_media", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="siteimage",
            name="is_decorative",
            field=models.BooleanField(default=False, help_text="It says nothing that the text does not say, so that nothing is read out in its place.", verbose_name="only decorates"),
        ),
        migrations.AlterField(
            model_name="siteimage",
            name="file",
            field=cms.media.fields.PictureField(height_field="height", upload_to=wagtail.images.models.get_upload_to, verbose_name="file", width_field="width"),
        ),
    ]
