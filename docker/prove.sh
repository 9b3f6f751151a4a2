#!/bin/sh
# Runs the image's own steps without a Docker engine: the build in a clean copy of the last commit, then the result as
# the image runs it, against an empty database, from a folder it cannot write to.
# prove.sh DATABASE_URL   (an empty PostgreSQL database; its user may create roles)
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
database=${1:?usage: prove.sh DATABASE_URL}
work=$(mktemp -d)
server=''
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT

git -C "$here" archive --prefix=src/ HEAD | tar -x -C "$work"
sh "$work/src/docker/build.sh" "$work/src" "$work/app"
rm -rf "$work/src"
chmod -R a-w "$work/app"

cd "$work/app"
export NODE_ENV=production HOST=127.0.0.1 PORT="${PORT:-3999}" DATABASE_URL="$database"
node apps/api/dist/main.js &
server=$!
for _ in $(seq 1 60); do
  if node docker/healthcheck.mjs; then
    echo "The image's steps hold: built clean, started read-only, ready."
    kill -TERM "$server"
    wait "$server"
    server=''
    exit 0
  fi
  sleep 0.5
done
echo 'The product did not become ready within 30 seconds.' >&2
exit 1
