#!/bin/sh
# Checks PDF files by programs that are not ours: syntax by qpdf, fonts and tags by poppler.
#
#     pdf-check.sh FILE-OR-FOLDER…
#
# Ends with 0 when nothing is wrong, 1 with what is, 77 when qpdf or poppler is not installed.
set -u

for tool in qpdf pdffonts pdfinfo; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

list_files() {
    for given; do
        if [ -d "$given" ]; then
            find "$given" -name '*.pdf' | sort
        else
            echo "$given"
        fi
    done
}

# What is wrong with a file; nothing when all is well.
check_file() {
    qpdf --check "$1" >"$report" 2>&1 || cat "$report"
    pdffonts "$1" 2>&1 | grep -v 'yes yes yes' | tail -n +3 | sed 's/^/not embedded whole: /'
    pdfinfo "$1" 2>&1 | grep -q '^Tagged: *yes' || echo "not tagged"
    pdfinfo -struct-text "$1" 2>&1 >"$report" | sed 's/^/structure: /'
    [ -s "$report" ] || echo "no text in the structure"
}

report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
count=0
list_files "$@" >"$report.list"
while read -r file; do
    count=$((count + 1))
    wrong=$(check_file "$file")
    [ -z "$wrong" ] && continue
    printf '%s:\n%s\n' "$file" "$wrong"
    status=1
done <"$report.list"
rm -f "$report.list"
[ $count -gt 0 ] || { echo "no PDF files in $*"; exit 1; }
[ $status -eq 0 ] && echo "$count files: nothing wrong"
exit $status
