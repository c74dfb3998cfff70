#!/usr/bin/env bash
# Renews a walk-through's patch: `lay <name>` merges it into a clean tree, `keep <name>` writes it anew from what the tree
# has become and takes the tree back to the last commit.
set -euo pipefail
cd "$(dirname "$0")/../../.."

patch=infra/docs/walkthroughs/${2:-}.patch
if [ ! -f "$patch" ]; then
  echo "usage: renew.sh lay|keep adding-an-event|adding-a-slice" >&2
  exit 2
fi

# What `npm run generate` writes: folders, and each recorded segment beside the commands it was recorded from.
written=(. ':(exclude,glob)**/generated/**')
while read -r commands; do
  written+=(":(exclude)${commands%.commands.jsonl}.jsonl")
done < <(sed -n 's#^+++ b/\(test/fixtures/log/.*\.commands\.jsonl\)$#\1#p' "$patch")

case "$1" in
  lay)
    if [ -n "$(git status --porcelain)" ]; then
      echo 'The tree has changes of its own; commit them first, as `keep` takes it back to the last commit.' >&2
      exit 1
    fi
    git apply --3way "$patch"
    ;;
  keep)
    git add --all
    renewed=$(git diff --cached --full-index -- "${written[@]}")
    git reset --quiet --hard
    printf '%s\n' "$renewed" > "$patch"
    ;;
  *)
    echo "usage: renew.sh lay|keep adding-an-event|adding-a-slice" >&2
    exit 2
    ;;
esac
