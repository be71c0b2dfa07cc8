"""The test suite: fast hashing, no page cache unless a test asks for it, mail in memory."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, STATEMENT_SECONDS, VAR_DIR, env
from cms.settings.databases import SQLITE, ask_of

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
DATABASES["default"] = ask_of(env.db("DATABASE_URL", default="sqlite://:memory:"), STATEMENT_SECONDS)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE | {"init_command": "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PAGE_CACHE_SECONDS = 0
ERASURES_FILE = str(VAR_DIR / "test-erasures.jsonl")
ELASTICSEARCH_URL = env.str("GENSVAR_TEST_SEARCH_URL", default="")  # tests that need a node ask for it; measurements name it
MEDIA_ROOT = str(VAR_DIR / "test-media")
