#!/bin/sh
# Builds the console in the current folder when something in it is newer than what was built.
set -eu
built=dist/index.html
installed=node_modules/.package-lock.json
newer() {
  [ ! -e "$1" ] || [ -n "$(find index.html package.json package-lock.json vite.config.ts tsconfig.json src public \
    -newer "$1" -print -quit 2>/dev/null)" ]
}
newer "$built" || exit 0
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
  npm ci --no-audit --no-fund --loglevel=error
fi
npm run --silent build
touch "$built"
