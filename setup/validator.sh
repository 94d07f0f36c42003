#!/bin/sh
# Makes .venv-903/ with exactly the packages of setup/validator.lock; does nothing when it has them.
set -eu

if cmp -s setup/validator.lock .venv-903/installed.lock && .venv-903/bin/python -c '' 2>/dev/null; then
    exit 0
fi

# Its pandas has no wheels for anything newer.
found=
for python in .venv/bin/python python3.11; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        found=$python
        break
    fi
done
if [ -z "$found" ]; then
    echo "The tests of the SSDA903 return need Python 3.11 with its venv module, beside whatever else there is." >&2
    exit 1
fi

.venv-903/bin/python -c '' 2>/dev/null || rm -rf .venv-903
[ -x .venv-903/bin/python ] && .venv-903/bin/python -m pip --version >/dev/null 2>&1 || "$found" -m venv .venv-903
echo "Installing DfE's rules for the return (half a minute the first time) ..."
.venv-903/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes -r setup/validator.lock
cp setup/validator.lock .venv-903/installed.lock
