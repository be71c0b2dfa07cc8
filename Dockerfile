# The site as a container: `docker build -t gensvar .`; see docs/operations.md.
FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
RUN python -m venv /app/venv
COPY requirements/production.txt requirements/
RUN /app/venv/bin/pip install --require-hashes -r requirements/production.txt
COPY . .
# Catalogues and style sheets are compiled once; static files get names that never change.
RUN PYTHONPATH=site:. /app/venv/bin/python -m cms.catalogues compile \
    && SECRET_KEY=build ALLOWED_HOSTS=build DJANGO_SETTINGS_MODULE=cms.settings.production GENSVAR_STATIC_ROOT=/app/static \
       /app/venv/bin/python site/manage.py collectstatic --noinput -v0 \
    && mkdir /app/code && cp -r site home participation knowledge_hub /app/code/

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /app gensvar && mkdir -p /var/lib/gensvar && chown gensvar /var/lib/gensvar
COPY --from=build /app /app
WORKDIR /app/code
ENV PATH=/app/venv/bin:$PATH PYTHONPATH=/app/code/site:/app/code PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production GENSVAR_STATIC_ROOT=/app/static GENSVAR_VAR_DIR=/var/lib/gensvar \
    WEB_CONCURRENCY=3
USER gensvar
VOLUME /var/lib/gensvar
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/_/health/', headers={'X-Forwarded-Proto': 'https'}), timeout=4)"]
CMD ["gunicorn", "cms.wsgi", "--preload", "--bind", "0.0.0.0:8000", "--timeout", "180", "--max-requests", "2000", "--max-requests-jitter", "200"]
