#!/bin/sh
# batch: many documents as a user meets them: names, collisions, what is up to date, manifests,
# folders that cannot be written. usage: batch_test.sh PLENARY
. "$(dirname "$0")/tool.sh"

# holds FOLDER NAME...: these and nothing else, hidden files aside.
holds() {
    folder=$1
    shift
    # shellcheck disable=SC2012 # names of our own
    found=$(cd "$folder" && find . -type f ! -name '.plenary-batch*' | sed 's|^\./||' | sort | xargs)
    [ "$found" = "$*" ] || fail "$folder holds '$found', '$*' was wanted"
}

# document NUMBER LANGUAGE: a small one.
document() {
    printf -- '---\nlanguage: %s\norgan: General Assembly\nsymbol: A/RES/99/%s\n' "$2" "$1"
    printf 'distribution: general\nissued: 2021-12-08\njob: 21-00001\n---\n\n'
    printf '# 99/%s. A matter\n\nThe General Assembly,\n\n1. *Decides* on it.\n' "$1"
}

mkdir -p in/deep
document 1 en >in/one.md
document 2 en >in/deep/two.md
printf 'no document\n' >in/notes.txt
printf '#!/bin/sh\n' >in/script
printf '\0\1' >in/bytes

# --- names ---------------------------------------------------------------------------------------

run 0 batch -j2 -o out1 in && holds out1 A_RES_99_1.en.pdf A_RES_99_2.en.pdf
complains '2 of 2 documents done'
run 0 batch -o out2 --name '{session}/{organ}-{number}_{input}' --to tree in
holds out2 99/general-assembly-99_1_one.tree 99/general-assembly-99_2_two.tree
run 0 batch -o out3 --to png --dpi 30 in/one.md && holds out3 A_RES_99_1.en-1.png
cp in/one.md in/deep/again.md
run 2 batch -o out4 in && complains 'in/deep/again.md and in/one.md would both become A_RES_99_1.en.pdf [name-taken]'
[ ! -e out4 ] || fail 'something was written'
run 0 batch -o out5 --name '{input}' in && holds out5 again.pdf one.pdf two.pdf
rm in/deep/again.md
run 2 batch -o out6 --name '{sybol}' in && complains 'there is no {sybol}'
run 2 batch -o out6 --name '../{symbol}' in && complains 'begins with a slash or a full stop'
run 2 batch -o out6 && complains 'no document, folder or manifest given'
run 1 batch -o out6 nowhere && complains 'nowhere cannot be read: No such file or directory'

# --- what is named, and what is only found -------------------------------------------------------

run 1 batch -o out7 in/notes.txt && complains '[no-language]'
run 1 batch -o out6 nowhere in && complains 'nowhere cannot be read' && complains '2 of 2 documents done'
printf 'in/one.md\nin/deep\n' >names
"$plenary" batch -o out8 --quiet - <names 2>err || fail 'names on standard input'
holds out8 A_RES_99_1.en.pdf A_RES_99_2.en.pdf
[ ! -s err ] || fail '--quiet is not quiet'
cat >in/deep/list.yaml <<'END'
# what goes to print
- ../one.md
- {path: two.md, output: second, style: un}
END
run 0 batch -o out9 in/deep/list.yaml && holds out9 A_RES_99_1.en.pdf second.pdf
printf -- '- one.md\n- {paht: two.md}\n' >in/deep/list.yaml
run 1 batch -o out9 in/deep/list.yaml && complains 'in/deep/list.yaml:2:3: error'
complains '[manifest]'
rm in/deep/list.yaml

# --- one that fails does not keep the others back ------------------------------------------------

printf '<akomaNtoso><p></akomaNtoso>' >in/broken.xml
run 1 batch -j2 -o out10 in && complains 'in/broken.xml:1:' && complains '[xml]'
complains '2 of 3 documents done'
holds out10 A_RES_99_1.en.pdf A_RES_99_2.en.pdf
rm in/broken.xml

# --- few hands or many give the same --------------------------------------------------------------

for n in 1 2 3 4 5 6 7 8 9; do
    sed 's/distribution: general//' in/one.md >in/w$n.md
done
for hands in 1 2 8; do
    run 0 batch -j$hands --name '{input}' -o hands$hands in && grep -v ' documents ' err >said$hands
    cmp said1 said$hands || fail "-j$hands complains something else than -j1"
    diff -r hands1 hands$hands || fail "-j$hands makes something else than -j1"
done
[ "$(grep -c no-distribution said1)" -eq 9 ] || fail 'not nine messages'
rm in/w?.md

# --- the same file by several names; outputs and reports below the inputs ------------------------

run 0 batch -o outN --name '{input}' in/one.md ./in/one.md in/deep/../one.md
complains '1 of 1 documents done'
mkdir -p below && document 1 en >below/one.md
run 0 batch -o below/out --report below/out/report below && complains '1 of 1 documents done'
run 0 batch -o below/out --report below/out/report --changed below
complains '0 of 1 documents done'

# --- what is up to date --------------------------------------------------------------------------

same() {
    diff -r out1 "$1" >diffs || fail "$1 is not as out1: $(cat diffs)"
}
run 0 batch -o out1 --changed in && complains '0 of 2 documents done' && complains '2 up to date'
document 2 en >in/deep/two.md
touch in/deep/two.md
run 0 batch -o out1 --changed in && complains '0 of 2 documents done'
printf 'spoilt' >out1/A_RES_99_1.en.pdf
rm out1/A_RES_99_2.en.pdf
run 0 batch -o out1 --changed in && complains '2 of 2 documents done'
run 0 batch -o outA in && same outA
printf '\n2. *Decides* again.\n' >>in/one.md
run 0 batch -o out1 --changed in && complains '1 of 2 documents done'
run 0 batch -o outA in && same outA
printf 'inherits: un\npage: {text-start: 40mm}\n' >mine.yaml
run 0 batch -o outA --changed --style mine.yaml in && complains '2 of 2 documents done'
printf 'inherits: un\npage: {text-start: 41mm}\n' >mine.yaml
run 0 batch -o outA --changed --style mine.yaml in && complains '2 of 2 documents done'
run 0 batch -o outA --changed --style mine.yaml in && complains '0 of 2 documents done'
SOURCE_DATE_EPOCH=0 "$plenary" batch -o outA --changed --style mine.yaml in 2>err
complains '2 of 2 documents done'

# --- what the house style finds ------------------------------------------------------------------

printf '\n3. *Decides* on it (A/76/1 ).\n' >>in/one.md
run 0 batch -o outK --changed in && cp err plain
run 0 batch -o outK --changed --check in && complains '2 of 2 documents done'
[ "$(wc -l <err)" -gt "$(wc -l <plain)" ] || fail 'the house style finds nothing'

# --- parts for several machines ------------------------------------------------------------------

for n in 1 2 3 4 5 6 7 8; do
    document $n fr >in/f$n.md
done
run 0 batch -o out1 in
for i in 1 2 3; do
    run 0 batch -o outS --shard $i/3 in
done
rm -f outS/.plenary-batch* && cp out1/.plenary-batch outS && same outS
run 2 batch --shard 4/3 in && complains '--shard takes two whole numbers, not 4/3'

# --- reports -------------------------------------------------------------------------------------

merge() {
    want=$1
    shift
    "$plenary" merge-report "$@" >out 2>err
    got=$?
    [ $got -eq "$want" ] || fail "merge-report $*: exit status $got, $want was wanted"
}

run 0 batch -o outR --report report in
for file in index.html report.json report.js; do
    [ -s report/$file ] || fail "no $file in the report"
done
find report -name '*.png' | sort >pictures
[ "$(wc -l <pictures)" -eq 20 ] || fail 'not two pictures of each of ten documents'
grep -q '"folder":"../outR","outputs":\["A_RES_99_1.en.pdf"\]' report/report.json ||
    fail 'no output in the report'
rm "$(head -1 pictures)"
run 0 batch -o outR --changed --report report in && complains '1 of 10 documents done'
run 0 batch -o outR --changed --report report in && complains '0 of 10 documents done'
find report -name '*.png' | wc -l >count
printf '\n4. *Decides* once more.\n' >>in/one.md
run 0 batch -o outR --changed --report report in && complains '1 of 10 documents done'
[ "$(find report -name '*.png' | wc -l)" -eq "$(cat count)" ] || fail 'old pictures are left over'
run 0 batch -o outQ1 --shard 1/2 --report part1 in
run 0 batch -o outQ2 --shard 2/2 --report part2 in
merge 0 -o all/of/it part1 part2
[ "$(grep -c '"input"' all/of/it/report.json)" -eq 10 ] || fail 'not all are in the joint report'
grep -q '"folder":"../../../outQ2"' all/of/it/report.json || fail 'the way to the outputs is lost'
[ "$(find all -name '*.png' | wc -l)" -eq 20 ] || fail 'pictures got lost'
merge 1 -o all nowhere && complains 'nowhere/report.json'
printf '{}' >part1/report.json
merge 1 -o all part1 && complains 'this is no report of plenary batch [manifest]'
merge 2 part1 && complains '-o names no folder'

# --- a system that fails -------------------------------------------------------------------------

if [ "$(id -u)" -ne 0 ]; then
    mkdir locked && chmod a-w locked
    run 3 batch -o locked in && complains 'cannot be written: Permission denied [cannot-write]'
fi
printf 'a file' >file
run 3 batch -o file in && complains '[cannot-write]'
# A file may grow to 8 blocks of 512 bytes: none of the outputs fits.
(ulimit -f 8 && "$plenary" batch -o outF in) >out 2>err
[ $? -eq 3 ] || fail 'a full disk is not status 3'
complains 'cannot be written: File too large [cannot-write]'
find outF -name '*.pdf' -o -name '.plenary-[0-9]*' | grep -q . && fail 'something is half written'

finish
