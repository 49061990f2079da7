#!/bin/sh
# plenary inspect and compare as a user runs them: statuses, forms, files that are no PDF or hostile.
set -eu
plenary=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

fail() {
    printf 'failed: %s\n' "$*"
    failed=1
}

# wants STATUS TEXT COMMAND…: the status, and the text in what is printed
wants() {
    wanted=$1 text=$2 status=0
    shift 2
    timeout 60 "$@" >"$folder/out" 2>&1 || status=$?
    [ "$status" -eq "$wanted" ] || fail "$*: status $status, $wanted was wanted"
    [ -z "$text" ] || grep -qF -- "$text" "$folder/out" || fail "$*: no “$text” in: $(head -c 400 "$folder/out")"
}

sample=input/A_RES_99_1.en.md
"$plenary" render -o "$folder/a.pdf" $sample 2>/dev/null
sed 's/documentary/documental/; 60,$d' $sample >"$folder/A_RES_99_1.en.md"
"$plenary" render -o "$folder/b.pdf" "$folder/A_RES_99_1.en.md" 2>/dev/null || true

# inspect
wants 0 '' "$plenary" inspect "$folder/a.pdf"
wants 1 ': error: is no PDF that can be read [pdf]' "$plenary" inspect $sample
wants 1 'cannot-read' "$plenary" inspect "$folder/none.pdf"
wants 2 'no PDF given' "$plenary" inspect
wants 2 '--format takes' "$plenary" inspect --format xml "$folder/a.pdf"
cat >"$folder/small.yaml" <<'STYLE'
inherits: ga-resolution
page: {bottom: 600pt}
check: {inspect-margin: off}
STYLE
wants 1 'a.pdf: page 2: warning: ' "$plenary" inspect --style "$folder/small.yaml" "$folder/a.pdf"
wants 0 '[inspect-type-area]' "$plenary" inspect --fail-on error --style "$folder/small.yaml" \
    "$folder/a.pdf"
wants 1 '"page":2' "$plenary" inspect --format json --style "$folder/small.yaml" "$folder/a.pdf"
wants 1 '"logicalLocations":[{"name":"page 2","kind":"page"}]' "$plenary" inspect --format sarif \
    --style "$folder/small.yaml" "$folder/a.pdf"

# compare
wants 0 '' "$plenary" compare --text-only "$folder/a.pdf" "$folder/a.pdf"
wants 1 '[compare-text]' "$plenary" compare --text-only "$folder/a.pdf" "$folder/b.pdf"
wants 1 '[compare-pages]' "$plenary" compare --text-only "$folder/a.pdf" "$folder/b.pdf"
wants 2 'two files or two folders' "$plenary" compare "$folder/a.pdf"
mkdir "$folder/want" "$folder/got"
cp "$folder/a.pdf" "$folder/want/a.pdf"
cp "$folder/a.pdf" "$folder/got/a.pdf"
wants 0 '' "$plenary" compare --text-only "$folder/want" "$folder/got"
cp "$folder/b.pdf" "$folder/got/b.pdf"
wants 1 'b.pdf: warning: is in the second folder only [compare-missing]' \
    "$plenary" compare --text-only "$folder/want" "$folder/got"
wants 0 '[compare-blind]' env PATH=/nowhere "$plenary" compare "$folder/a.pdf" "$folder/a.pdf"
# pictures
seed=tests/cases/seed/A_RES_76_19.zh
wants 0 '' "$plenary" compare "$seed-1.png" "$seed-1.png"
wants 1 '[compare-picture]' "$plenary" compare --html "$folder/p.html" "$seed-1.png" "$seed-2.png"
grep -q 'class="page diff"' "$folder/p.html" || fail 'the report shows no difference of pictures'
wants 0 '' "$plenary" compare --faint 255 "$seed-1.png" "$seed-2.png"
head -c 300 "$seed-1.png" >"$folder/cut.png"
wants 1 'cannot be read as PNG' "$plenary" compare "$seed-1.png" "$folder/cut.png"
if command -v pdftoppm >/dev/null; then
    wants 0 '' "$plenary" compare "$folder/a.pdf" "$folder/a.pdf"
    wants 1 '[compare-picture]' "$plenary" compare --html "$folder/r.html" "$folder/a.pdf" \
        "$folder/b.pdf"
    grep -q 'class="page diff"' "$folder/r.html" || fail 'the report shows no difference'
    wants 1 '[compare-text]' "$plenary" compare --tolerance 100 "$folder/a.pdf" "$folder/b.pdf"
    grep -qF '[compare-picture]' "$folder/out" && fail 'the tolerance is not kept'
fi
if command -v qpdf >/dev/null; then
    qpdf --qdf --object-streams=disable "$folder/a.pdf" "$folder/plain.pdf"
    LC_ALL=C sed 's/^1 0 0 1 113.4 732.89 Tm$/1 0 0 1 119.4 732.89 Tm/' "$folder/plain.pdf" \
        >"$folder/moved.pdf"
    wants 1 '[compare-place]' "$plenary" compare --text-only "$folder/a.pdf" "$folder/moved.pdf"

    # Hostile files: the page tree leads back to itself, objects and arrays within each other.
    LC_ALL=C sed 's/^  \/Kids \[$/  \/Kids [ 1 0 R 2 0 R 3 0 R 4 0 R 5 0 R 6 0 R 7 0 R 8 0 R 9 0 R/' \
        "$folder/plain.pdf" >"$folder/cycle.pdf"
    wants 1 'cycle.pdf' "$plenary" inspect "$folder/cycle.pdf"
    LC_ALL=C sed 's/595.275/99999999999999999999999999/; s/ 10 Tf$/ 1e99 Tf/' "$folder/plain.pdf" \
        >"$folder/huge.pdf"
    wants 1 'huge.pdf' "$plenary" inspect "$folder/huge.pdf"

    # Locked, and encrypted without a lock.
    qpdf --encrypt secret owner 256 -- "$folder/a.pdf" "$folder/locked.pdf"
    wants 1 'is locked by a password' "$plenary" inspect "$folder/locked.pdf"
    qpdf --encrypt '' owner 256 -- "$folder/a.pdf" "$folder/open.pdf"
    wants 0 'is encrypted' "$plenary" inspect "$folder/open.pdf"
fi
deep=$(printf '%5000s' '' | tr ' ' '[')
printf '%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang %s >>\nendobj\n' "$deep" \
    >"$folder/deep.pdf"
printf '2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>\nendobj\n' >>"$folder/deep.pdf"
printf 'trailer\n<< /Root 1 0 R >>\n' >>"$folder/deep.pdf"
wants 1 'deep.pdf' "$plenary" inspect "$folder/deep.pdf"
for size in 10 1000 20000 40000; do
    head -c $size "$folder/a.pdf" >"$folder/cut.pdf"
    wants 1 'cut.pdf' "$plenary" inspect "$folder/cut.pdf"
done
exit $failed
