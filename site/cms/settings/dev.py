"""A developer's machine and the demo: SQLite, mail to files, no service needed."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="not-secret-only-for-development")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
VAR_DIR.mkdir(parents=True, exist_ok=True)
GENSVAR_SHOW_MAIL = env.bool("GENSVAR_SHOW_MAIL", default=True)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys on http://localhost
