#!/bin/sh
# Checks PDF files by veraPDF against PDF/UA-1 and PDF/A-2a.
#
#     verapdf.sh FILE-OR-FOLDER…
#
# Ends with 0 when all pass both, 1 when one does not (what it breaks is printed), 77 when it
# cannot run: no Java, or neither the program nor a Maven that gets it. The program is kept in
# $PLENARY_CACHE, by default a folder of the user's cache.
set -u

version=1.28.2
cache=${PLENARY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/plenary}
jar=$cache/greenfield-apps-$version.jar

skip() {
    echo "skipped: $1"
    exit 77
}

# The PDF files that the arguments name, a line each.
list_files() {
    for given; do
        if [ -d "$given" ]; then
            find "$given" -name '*.pdf' | sort
        else
            echo "$given"
        fi
    done
}

get_program() {
    [ -s "$jar" ] && return
    command -v mvn >/dev/null || skip "veraPDF is not in $cache, and Maven is not installed"
    mkdir -p "$cache"
    mvn -q -B dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:$version \
        -DoutputDirectory="$cache" >"$cache/maven.log" 2>&1 ||
        skip "Maven could not get veraPDF, see $cache/maven.log"
    [ -s "$jar" ] || skip "Maven got no veraPDF, see $cache/maven.log"
}

# All files against one flavour in one start of Java; its report goes to standard output.
run_flavour() {
    list_files "$@" | tr '\n' '\0' |
        xargs -0 java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper \
            -f "$flavour" --format text -v 2>"$errors"
}

command -v java >/dev/null || skip "Java is not installed"
get_program
count=$(list_files "$@" | wc -l)
[ "$count" -gt 0 ] || { echo "no PDF files in $*"; exit 1; }
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
status=0
for flavour in ua1 2a; do
    report=$(run_flavour "$@")
    passed=$(printf '%s\n' "$report" | grep -c '^PASS ')
    echo "$flavour: $passed of $count files pass"
    [ "$passed" -eq "$count" ] && continue
    # what could not even be read is in the errors only
    printf '%s\n' "$report" | grep -v '^PASS '
    grep -v -e '^WARNING' -e ' org.verapdf.pd.font' "$errors"
    status=1
done
exit $status
