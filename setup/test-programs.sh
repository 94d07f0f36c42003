#!/bin/sh
# The programs that only the tests need.
set -eu

command -v chromium >/dev/null ||
    sh setup/debian.sh "The browser tests need Debian's Chromium" chromium
command -v docker-compose >/dev/null ||
    sh setup/debian.sh "The test of docker-compose.yml needs docker-compose" docker-compose
sh setup/validator.sh
