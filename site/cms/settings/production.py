"""A municipality's installation: everything that differs comes from the environment."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import BASE_URL, env

SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS"), "127.0.0.1"]  # the container asks itself whether it is well
CSRF_TRUSTED_ORIGINS = [BASE_URL]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("GENSVAR_BEHIND_TLS_PROXY", default=True) else None
SECURE_SSL_REDIRECT = env.bool("GENSVAR_SSL_REDIRECT", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("GENSVAR_SECURE_COOKIES", default=True)
SECURE_HSTS_SECONDS = env.int("GENSVAR_HSTS_SECONDS", default=31_536_000)

# The check of --deploy asks for what is not ours to decide: other sites of the municipality's domain (W005, W021).
# Frames of our own are Wagtail's previews (W019).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]
