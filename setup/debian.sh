#!/bin/sh
# usage: debian.sh "What needs them" PACKAGE...
# Installs Debian packages where we may (as root, with apt-get); else says what is missing.
set -eu

why=$1
shift
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $* ..."
    export DEBIAN_FRONTEND=noninteractive
    if { apt-get update && apt-get install --yes --no-install-recommends "$@"; } >var/apt.log 2>&1; then
        exit 0
    fi
    echo "$why: $* could not be installed; var/apt.log says why." >&2
else
    echo "$why: install $* (on Debian and Ubuntu: apt-get install $*), and try again." >&2
fi
exit 1
