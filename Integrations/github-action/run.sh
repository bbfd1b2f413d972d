#!/usr/bin/env bash
# What the action runs. Its inputs come as variables, so that no text of a pull request becomes part of a command.
set -uo pipefail

arguments=(--format github --fail-on "${OBSTAT_FAIL_ON:-blocked}" --allow-empty)
[ -z "${OBSTAT_CHANGED_SINCE:-}" ] || arguments+=("--changed-since=$OBSTAT_CHANGED_SINCE")
[ -z "${OBSTAT_SARIF:-}" ] || arguments+=("--report=sarif=$OBSTAT_SARIF")
[ -z "${OBSTAT_CONFIG:-}" ] || arguments+=("--config=$OBSTAT_CONFIG")
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || {
  summary=$(mktemp)
  arguments+=("--report=markdown=$summary")
}
# Globs are obstat's to expand, not the shell's.
set -f
# shellcheck disable=SC2206 — a list of paths
paths=(${OBSTAT_PATHS:-.})
set +f

"${OBSTAT_PROGRAM:-obstat}" gate "${arguments[@]}" -- "${paths[@]}"
status=$?

if [ -n "${summary:-}" ]; then
  cat "$summary" >>"$GITHUB_STEP_SUMMARY"
  rm -f "$summary"
fi
[ -z "${GITHUB_OUTPUT:-}" ] || echo "status=$status" >>"$GITHUB_OUTPUT"
exit "$status"
