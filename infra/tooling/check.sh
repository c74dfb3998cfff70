#!/usr/bin/env bash
# `npm run check`: everything that reads the sources without running them. Every step runs, so that one visit shows all
# there is to mend; any failure fails the check.
set -uo pipefail
cd "$(dirname "$0")/../.."

GENERATED=(':(glob)**/generated/**' ':(glob)**/*.graphql' 'test/fixtures/log')
failed=()

step() {
  printf '\n== %s\n' "$1"
  "$1" || failed+=("$1")
}

typecheck() { npm run --silent typecheck; }
lint() { npm run --silent lint; }
format() { npm run --silent format:check; }
boundaries() { npm run --silent depcruise; }
unused() { npm run --silent knip; }
tidy() { npm run --silent tidy; }

# What is generated is kept in git, so that a change of it shows in review; written anew, it must come out the same.
generated() {
  npm run --silent build && npm run --silent generate || return 1
  local new
  new=$(git ls-files --others --exclude-standard -- "${GENERATED[@]}") || return 1
  if [ -n "$new" ] || ! git diff --exit-code -- "${GENERATED[@]}"; then
    printf 'Generated files were out of date. They have been written anew: look them over and commit them.\n%s\n' "$new"
    return 1
  fi
}

for each in typecheck lint format boundaries unused tidy generated; do step "$each"; done

if [ ${#failed[@]} -gt 0 ]; then
  printf '\nThe check failed: %s\n' "${failed[*]}"
  exit 1
fi
printf '\nThe check passed.\n'
