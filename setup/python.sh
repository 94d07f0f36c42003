#!/bin/sh
# Makes .venv/ with exactly the packages of requirements.lock; does nothing when it has them.
set -eu

if cmp -s requirements.lock .venv/installed.lock && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi

# The lock file was made with 3.11; PYTHON= chooses another.
found=
for python in ${PYTHON:-python3.11 python3 python3.12 python3.13}; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        found=$python
        break
    fi
done
if [ -z "$found" ]; then
    echo "Python 3.11 or newer with its venv module is needed:" \
        "on Debian and Ubuntu, apt-get install python3 python3-venv; PYTHON=/path/to/python names one elsewhere." >&2
    exit 1
fi

.venv/bin/python -c '' 2>/dev/null || rm -rf .venv
[ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 || "$found" -m venv .venv
echo "Installing the locked Python packages (a minute the first time) ..."
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements.lock
cp requirements.lock .venv/installed.lock
