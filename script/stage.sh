# shellcheck shell=bash disable=SC2034
# Sourced by the scripts: where the tree is, how a step is announced, how long it took.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Prints the comment at the head of the calling script when its first argument asks for help.
help_when_asked() {
  case "${1:-}" in
    -h | --help)
      sed -n '2,/^[^#]/ { /^#/ s/^# \{0,1\}//p }' "$0"
      exit 0
      ;;
  esac
}

say() { printf '%s\n' "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

declare -a stage_lines=()
stages_failed=0

# stage TITLE COMMAND...: runs the command under a title and notes how it went. A failed one does not stop
# the others: one run shows everything that is wrong. The status is that of the command.
stage() {
  local title=$1 begin=$SECONDS status mark
  shift
  printf '\n=== %s\n' "$title"
  # Not `if "$@"`: there bash would switch `set -e` off inside the command.
  set +e
  (set -e && "$@")
  status=$?
  set -e
  mark=ok
  if ((status != 0)); then
    mark=FAILED
    stages_failed=$((stages_failed + 1))
  fi
  stage_lines+=("$(printf '%-7s %4d s  %s' "$mark" $((SECONDS - begin)) "$title")")
  printf -- '--- %s, %d s\n' "$mark" $((SECONDS - begin))
  return "$status"
}

# Prints what `stage` noted. Fails when a stage failed.
print_summary() {
  printf '\n=== Summary\n'
  printf '%s\n' "${stage_lines[@]}"
  printf '        %4d s  in all\n' "$SECONDS"
  ((stages_failed == 0))
}
