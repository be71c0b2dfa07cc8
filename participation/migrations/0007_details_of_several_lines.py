"""What somebody writes about a report may have several lines."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participation", "0006_subjects_and_entries")]

    operations = [
        migrations.AlterField(
            model_name="report",
            name="details",
            field=models.TextField(blank=True, max_length=500, verbose_name="details"),
        ),
    ]
