#!/bin/sh
# The system libraries that PDFs are made with.
set -eu

missing=$(.venv/bin/python -m iro_service.serving.machine)
# shellcheck disable=SC2086  # several packages, several words
[ -z "$missing" ] || sh setup/debian.sh "PDFs need Pango" $missing
