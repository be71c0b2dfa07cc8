"""Write every picture anew that was stored with more than its pixels: `manage.py clean_pictures`."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.media.cleaning import clean_some
from cms.media.models import SiteImage


class Command(BaseCommand):
    """Cleans all pictures that nobody has looked at yet; it may be interrupted and begun again."""

    help = (
        "Take place, device and owner out of pictures that were stored before files were cleaned. The worker does it too, a few each hour."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        looked_at = 0
        while number := clean_some():
            looked_at += number
            self.stdout.write(f"{looked_at} pictures looked at, {SiteImage.objects.filter(is_cleaned=False).count()} left.")
        self.stdout.write("Every picture holds nothing but its pixels.")
