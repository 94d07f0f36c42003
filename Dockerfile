# One image for the web server, the worker, the schedule and the migrations.

FROM node:22-slim AS front-end
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY static static
RUN npm run build

FROM python:3.11-slim
# Pango and its kin draw the reports; the rest comes with the Python packages.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1 libglib2.0-0 \
    && rm -rf /var/lib/apt/lists/*
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 IRO_VAR=/srv/var STATIC_ROOT=/srv/static
RUN useradd --system --user-group --uid 10001 --no-create-home iro \
    && mkdir /srv/var && chown iro:iro /srv/var
WORKDIR /srv/iro-service
COPY requirements.lock ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY . .
COPY --from=front-end /build/static/dist static/dist
# The static files are part of the image; a throw-away key is enough to gather them.
RUN SECRET_KEY=gathering-only DATABASE_URL=postgresql://nobody@localhost/none \
    REDIS_URL=redis://localhost python manage.py collectstatic --noinput
USER iro
EXPOSE 8000
CMD ["gunicorn", "iro_service.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", \
     "--timeout", "60", "--access-logfile", "-", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
