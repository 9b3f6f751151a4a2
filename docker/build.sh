#!/bin/sh
# Builds Rounds from a clean checkout and lays out what runs. Called by the Dockerfile and by prove.sh.
# build.sh FROM TO
set -eu
from=$1
to=$2
pnpm() { npx --yes pnpm@12.21.0 "$@"; }

cd "$from"
pnpm install --frozen-lockfile
(cd apps/api && node node_modules/typescript/bin/tsc -p tsconfig.build.json)
(cd apps/web && node node_modules/vite/bin/vite.js build --logLevel warn)

mkdir -p "$to/apps/api" "$to/apps/web" "$to/docker"
cp package.json pnpm-workspace.yaml pnpm-lock.yaml "$to"
cp -R packages "$to"
rm -rf "$to"/packages/*/node_modules
cp -R apps/api/package.json apps/api/dist "$to/apps/api"
cp -R apps/web/package.json apps/web/dist "$to/apps/web"
cp docker/healthcheck.mjs "$to/docker"

cd "$to"
# Without its own dependencies the web is only files, and the image brings its own Node.
pnpm install --prod --frozen-lockfile --filter '@rounds/api...'
