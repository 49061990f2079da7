# tool: what the tests of the tool share; read by them, not run. Each works in a folder of its own
# that is gone afterwards, and ends with `finish`.
# shellcheck shell=sh disable=SC2034 # who reads this uses them
plenary=$1
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
: >stdin
failures=0

fail() {
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$*"
    sed 's/^/    /' out err
}

# run STATUS ARGUMENT...: runs plenary with the file stdin as its input, into the files out and err.
run() {
    want=$1
    shift
    "$plenary" "$@" >out 2>err <stdin
    got=$?
    [ $got -eq "$want" ] || fail "plenary $*: exit status $got, $want was wanted"
}

# complains TEXT: it is in the messages.
complains() {
    grep -qF -e "$1" err || fail "no '$1' in the messages"
}

finish() {
    printf '%d failures\n' $failures
    exit $((failures > 0))
}
