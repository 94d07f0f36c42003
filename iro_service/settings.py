"""Every setting, read from the environment; .env.example lists them with their meaning."""

import sys
from datetime import timedelta
from pathlib import Path

import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from iro_service import embedded

BASE_DIR = Path(__file__).resolve().parent.parent
TESTING = "pytest" in sys.modules
embedded.ensure()  # a no-op where DATABASE_URL and REDIS_URL are set or nothing needs them

env = Env()

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY")
EMBEDDED = env.bool("IRO_EMBEDDED", False)
HTTPS = env.bool("IRO_HTTPS", not (EMBEDDED or TESTING))
DEMONSTRATION = env.bool("IRO_DEMONSTRATION", False)
IRO_TODAY = env.date("IRO_TODAY", None)
if IRO_TODAY and not (DEMONSTRATION or TESTING):
    raise ImproperlyConfigured(
        "IRO_TODAY sets the business day of a demonstration. Unset it here: "
        "a working service takes the day from the clock."
    )
VAR = Path(env.str("IRO_VAR", str(BASE_DIR / "var")))

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
ROOT_URLCONF = "iro_service.urls"
WSGI_APPLICATION = "iro_service.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

INSTALLED_APPS = [
    "iro_service",
    "accounts",
    "audit",
    "cohort",
    "reviews",
    "disputes",
    "reporting",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_forms_gds",
    "axes",
    "csp",
    "django_filters",
    "pghistory",
    "pgtrigger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "iro_service.middleware.SignInRequired",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "iro_service.middleware.private_pages",
    "iro_service.middleware.RefusalsAsPages",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "iro_service.context.house",
            ],
        },
    }
]

FOR_THE_DATABASE = [
    # A search forgives spelling: a third of the trigrams, one letter wrong in a short name.
    "pg_trgm.word_similarity_threshold=0.33",
    # A council's records fit in memory, where a page by an index costs what the next one does.
    "random_page_cost=1.1",
    # A test's rows are thrown away; a working service waits until a commit is on the disk.
    *(["synchronous_commit=off"] if TESTING else []),
]
# The web and the worker each hold a connection open; a killed server is noticed and left.
DATABASES = {
    "default": {
        **env.dj_db_url("DATABASE_URL"),
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": " ".join(f"-c {setting}" for setting in FOR_THE_DATABASE)},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}
# Whoever guesses has ten wrong ones, then a quarter of an hour; a link by mail opens it at once.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]  # an address behind a proxy is everybody's
AXES_USERNAME_CALLABLE = "accounts.guesses.address_typed"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # nobody keeps another one out for long
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # that it does not look at addresses: said above
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(VAR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static" / "dist"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TESTING
# The printed report's fonts never reach a browser, and squeezing them takes a quarter of a minute.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["png", "jpg", "gif", "ico", "gz", "br", "woff2", "ttf"]

CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

# Event tables are written by triggers and by nothing else, and cannot be edited afterwards.
PGHISTORY_APPEND_ONLY = True
# Looking changes nothing, so that nobody is looked up for a page that is everybody's.
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)
PGHISTORY_FIELD = pghistory.Field(null=True)
PGHISTORY_CONTEXT_FIELD = pghistory.ContextForeignKey()

# Mail: files in the demonstration, GOV.UK Notify where a key is given, else SMTP.
MAIL_DIR = EMAIL_FILE_PATH = VAR / "mail"
NOTIFY_API_KEY = env.str("NOTIFY_API_KEY", "")
NOTIFY_TEMPLATE_ID = env.str("NOTIFY_TEMPLATE_ID", "")
NOTIFY_ADDRESS = env.str("NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "IRO service <iro-service@example.org>")
SERVICE_ADDRESS = env.str("SERVICE_ADDRESS", "http://127.0.0.1:8000")
vars().update(env.dj_email_url("EMAIL_URL", "smtp://localhost:25"))
if NOTIFY_API_KEY:
    EMAIL_BACKEND = "reviews.notify.NotifyBackend"
elif DEMONSTRATION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_DIR

CELERY_BROKER_URL = env.str("REDIS_URL")
CELERY_TASK_ACKS_LATE = True  # a worker killed half-way leaves its job to the next one
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "ERROR"},
    },
}
