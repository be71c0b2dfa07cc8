"""Settings that every installation shares. What differs comes from the environment (docs/operations.md)."""

from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from cms.components.catalogue import plugin_folders
from cms.plugins import discover_plugins
from cms.settings.databases import ask_of

django_stubs_ext.monkeypatch()  # lets Django's classes take their types at run time: FormView[SuccessorForm]

CMS_DIR = Path(__file__).resolve().parent.parent
ROOT_DIR = CMS_DIR.parent.parent

env = environ.Env()

SECRET_KEY = env.str("SECRET_KEY", default="")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
VAR_DIR = Path(env.str("GENSVAR_VAR_DIR", default=str(ROOT_DIR / "var")))

# Plugins: those of this repository by name, those of others by the entry-point group `gensvar.plugins`.
GENSVAR_PLUGINS = [
    "home.apps.HomePlugin",
    "participation.apps.ParticipationPlugin",
    "participation.methods.comments.apps.CommentsPlugin",
    "participation.methods.poll.apps.PollPlugin",
    "knowledge_hub.apps.KnowledgeHubPlugin",
]
GENSVAR_DISABLED_PLUGINS = env.list("GENSVAR_DISABLED_PLUGINS", default=[])
PLUGINS_ON = discover_plugins(GENSVAR_PLUGINS, GENSVAR_DISABLED_PLUGINS)

INSTALLED_APPS = [
    "cms",
    "cms.accounts",
    "cms.organisation",
    "cms.media",
    "cms.following",
    "cms.outbox",
    "cms.search",
    "cms.components",
    *PLUGINS_ON,
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.accounts.wagtail_users.SiteUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.http.middleware.language_from_path",
    "cms.http.middleware.request_clock",
    "csp.middleware.CSPMiddleware",
    "cms.http.middleware.permissions_policy",
    "cms.http.middleware.admin_policy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.http.compression.CompressText",
    "cms.http.caching.AnonymousPageCache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.accounts.second_factor.ask_before_changes",
    "cms.http.asking_again.AskAgain",
    "cms.accounts.staff_sessions.extend_while_working",
    "django_htmx.middleware.HtmxMiddleware",
    "cms.pages.restrictions.RestrictedPages",
    "cms.pages.old_addresses.OldAddresses",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [CMS_DIR, *plugin_folders(PLUGINS_ON)],  # each has a folder `components`
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["cms.templatetags.components", "cms.templatetags.dates", "cms.templatetags.form_tokens"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "cms.context.house",
            ],
        },
    }
]

# Only what answers people is bounded: `manage.py` sets no limit for the worker, migrations and rebuilding.
STATEMENT_SECONDS = env.int("GENSVAR_STATEMENT_SECONDS", default=20)
DATABASES = {"default": ask_of(env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'gensvar.sqlite3'}"), STATEMENT_SECONDS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
PAGE_CACHE_SECONDS = env.int("GENSVAR_PAGE_CACHE_SECONDS", default=5)
# How many proxies of ours stand before the site; their X-Forwarded-For entries are believed, no others.
TRUSTED_PROXIES = env.int("GENSVAR_TRUSTED_PROXIES", default=0)
# Networks of one's own (schools, the town hall): addresses or prefixes, separated by commas. Many people sit behind each.
GENSVAR_OWN_NETWORKS = env.list("GENSVAR_OWN_NETWORKS", default=[])
# Rate limits: "number/seconds" per participant; where the name ends in "_address", and for follow and receipt, per network.
GENSVAR_LIMITS = {
    "contribute": env.str("GENSVAR_LIMIT_CONTRIBUTE", default="10/600"),
    "contribute_address": env.str("GENSVAR_LIMIT_CONTRIBUTE_ADDRESS", default="600/3600"),
    "support": env.str("GENSVAR_LIMIT_SUPPORT", default="60/600"),
    "support_address": env.str("GENSVAR_LIMIT_SUPPORT_ADDRESS", default="600/600"),
    "vote_address": env.str("GENSVAR_LIMIT_VOTE_ADDRESS", default="600/600"),
    "report": env.str("GENSVAR_LIMIT_REPORT", default="10/3600"),
    "report_address": env.str("GENSVAR_LIMIT_REPORT_ADDRESS", default="100/3600"),
    "receipt": env.str("GENSVAR_LIMIT_RECEIPT", default="100/600"),
    "follow": env.str("GENSVAR_LIMIT_FOLLOW", default="600/3600"),
    # Mails that strangers can have sent to an address: to one that nobody has confirmed, to a confirmed one. Receipts and requests
    # to follow are counted together; for an address that nobody has confirmed the smaller one of their two numbers holds.
    "follow_address": env.str("GENSVAR_LIMIT_FOLLOW_ADDRESS", default="3/86400"),
    "follow_known": env.str("GENSVAR_LIMIT_FOLLOW_KNOWN", default="10/86400"),
    "contact_address": env.str("GENSVAR_LIMIT_CONTACT_ADDRESS", default="3/86400"),
    "own_data": env.str("GENSVAR_LIMIT_OWN_DATA", default="20/3600"),
}

# Letters once a day or once a week go out at this hour (the weekly ones on Mondays).
GENSVAR_DIGEST_HOUR = env.int("GENSVAR_DIGEST_HOUR", default=7)

# Who was erased, kept outside the database so that a restored backup forgets them again (docs/operations.md).
ERASURES_FILE = env.str("GENSVAR_ERASURES_FILE", default=str(VAR_DIR / "erasures.jsonl"))

# People
AUTH_USER_MODEL = "cms_accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",  # one answer for unknown, inactive, without password, wrong password
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
WAGTAIL_FRONTEND_LOGIN_URL = "/konto/login/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {"signup": "cms.accounts.forms.SignupForm", "reset_password": "cms.accounts.forms.ResetPasswordForm"}
# A class signs up in one lesson. allauth counts per network (`ip`), and failed logins per account as well (`key`).
ACCOUNT_RATE_LIMITS = {
    "signup": env.str("GENSVAR_LIMIT_SIGNUP", default="120/m/ip"),
    "login": env.str("GENSVAR_LIMIT_LOGIN", default="120/m/ip"),
    "login_failed": env.str("GENSVAR_LIMIT_LOGIN_FAILED", default="30/m/ip,5/300s/key"),
    "reset_password": env.str("GENSVAR_LIMIT_RESET_PASSWORD", default="60/m/ip,5/m/key"),
    "reset_password_from_key": env.str("GENSVAR_LIMIT_RESET_PASSWORD_FROM_KEY", default="60/m/ip"),
}
ACCOUNT_ADAPTER = "cms.accounts.adapter.AccountAdapter"
# Whoever may enter the admin signs in with a second factor.
GENSVAR_REQUIRE_SECOND_FACTOR = env.bool("GENSVAR_REQUIRE_SECOND_FACTOR", default=True)
MFA_ADAPTER = "cms.accounts.mfa_adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {"add_webauthn": "cms.accounts.mfa_adapter.AddKeyForm", "edit_webauthn": "cms.accounts.mfa_adapter.EditKeyForm"}
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]

# Languages: Swedish at "/", English at "/en/". Messages are written in English in the code.
LANGUAGE_CODE = "sv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
TIME_ZONE = "Europe/Stockholm"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # times are the municipality's, whoever writes them
USE_I18N = USE_TZ = True
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # a translation begins as a draft, whatever its original is
LOCALE_PATHS = [CMS_DIR / "locale", CMS_DIR / "locale_of_packages"]  # what packages lack in their Swedish catalogues
FORMAT_MODULE_PATH = ["cms.formats"]

# Files. There is no public upload folder: cms.media serves what a person may see.
STATIC_URL = "/static/"
STATIC_ROOT = env.str("GENSVAR_STATIC_ROOT", default=str(VAR_DIR / "static"))
MEDIA_ROOT = env.str("GENSVAR_MEDIA_ROOT", default=str(VAR_DIR / "media"))
MEDIA_URL = "/_/no-public-media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail
WAGTAIL_SITE_NAME = "Gensvar"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILIMAGES_IMAGE_MODEL = "cms_media.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "cms_media.SiteDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = env.int("GENSVAR_PICTURE_MEGABYTES", default=20) * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = env.int("GENSVAR_PICTURE_MEGAPIXELS", default=50) * 1_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.media.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "key", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_APPEND_SLASH = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
TAGGIT_CASE_INSENSITIVE = True

# Search: the database by itself, Elasticsearch where a node is named
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")  # several hosts: separated by commas
GENSVAR_SEARCH_INDEX = env.str("GENSVAR_SEARCH_INDEX", default="gensvar")
GENSVAR_SEARCH_USER = env.str("GENSVAR_SEARCH_USER", default="")
GENSVAR_SEARCH_PASSWORD = env.str("GENSVAR_SEARCH_PASSWORD", default="")
GENSVAR_SEARCH_API_KEY = env.str("GENSVAR_SEARCH_API_KEY", default="")
GENSVAR_SEARCH_CA_FILE = env.str("GENSVAR_SEARCH_CA_FILE", default="")
GENSVAR_SEARCH_TIMEOUT = env.float("GENSVAR_SEARCH_TIMEOUT", default=0.8)
GENSVAR_SEARCH_WRITE_TIMEOUT = env.float("GENSVAR_SEARCH_WRITE_TIMEOUT", default=3.0)

# Mail
EMAIL_CONFIG = env.email_url("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'mail'}")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("GENSVAR_FROM_EMAIL", default="") or f"no-reply@{urlsplit(BASE_URL).hostname or 'localhost'}"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
GENSVAR_SHOW_MAIL = env.bool("GENSVAR_SHOW_MAIL", default=False)  # a page with the mails in files: for demonstrations only
EMAIL_TIMEOUT = env.int("GENSVAR_MAIL_TIMEOUT", default=15)
# How long a job belongs to the worker that took it: longer than the slowest mail server may take over one mail.
GENSVAR_OUTBOX_LEASE = env.int("GENSVAR_OUTBOX_LEASE", default=150)
GENSVAR_OUTBOX_KEEP_DAYS = env.int("GENSVAR_OUTBOX_KEEP_DAYS", default=30)

# Safety
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "manifest-src": [SELF],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12  # since its last writing; staff at work: cms.accounts.staff_sessions
CSRF_FAILURE_VIEW = "cms.views.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_secrets": {"()": "cms.logs.LeaveSecretsOut"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_secrets"]}},
    "root": {"handlers": ["console"], "level": env.str("GENSVAR_LOG_LEVEL", default="INFO")},
    # Titles of drafts and every index task: nothing that operations needs to read.
    "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "elastic_transport", "fido2", "wagtail")},
}
