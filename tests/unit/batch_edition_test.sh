#!/bin/sh
# batch --changed: what makes an output out of date, one thing after the other; and batches for the
# press. usage: batch_edition_test.sh PLENARY
. "$(dirname "$0")/tool.sh"

# Styles and faces of its own, which nobody else changes meanwhile.
mkdir -p data/fonts faces
cp -r "$source/styles" data
"$plenary" fonts --language en | sed -n 's|^western.* \(/[^ ]*\).*|\1|p' | while read -r face; do
    cp "$face" faces
done
cat >data/fonts/fonts.conf <<END
<fontconfig><dir>$work/faces</dir><cachedir>$work/cache</cachedir></fontconfig>
END
export PLENARY_DATA="$work/data"

mkdir in
for n in 1 2; do
    {
        printf -- '---\nlanguage: en\norgan: General Assembly\nsymbol: A/RES/99/%s\n' $n
        printf 'distribution: general\nissued: 2021-12-08\njob: 21-00001\n---\n\n'
        printf '# 99/%s. A matter\n\nThe General Assembly,\n\n1. *Decides* on it.\n' $n
    } >in/$n.md
done

# makes COUNT [OPTION]...: that many of the two are made; and none the second time.
makes() {
    count=$1
    shift
    run 0 batch -o made --changed "$@" in && complains "$count of 2 documents done"
    run 0 batch -o made --changed "$@" in && complains '0 of 2 documents done'
}

# --- a style of the user's own, what it inherits and what it names --------------------------------

printf 'inherits: base.yaml\npage: {text-start: 40mm}\n' >own.yaml
printf 'inherits: un\n' >base.yaml
makes 2 --style own.yaml
printf 'inherits: un\npage: {text-end: 170mm}\n' >base.yaml
makes 2 --style own.yaml
picture() {
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="%s"/></svg>' "$1"
}
picture 4 >emblem.svg
printf 'inherits: un\nmast: {emblem-file: emblem.svg}\n' >base.yaml
makes 2 --style own.yaml
picture 3 >emblem.svg
makes 2 --style own.yaml
picture 2 >other.svg
makes 2 --emblem other.svg
picture 1 >other.svg
makes 2 --emblem other.svg

# --- styles that cannot be used are told, not taken for a folder without documents ----------------

printf 'inherits: un\nmatshead: {}\n' >wrong.yaml
run 1 batch -o never --style wrong.yaml in && complains '`matshead` is not a key here'
run 1 batch -o never --style nosuch in && complains 'nosuch'
[ ! -e never ] || fail 'a folder was made for a style that cannot be used'

# --- for the press --------------------------------------------------------------------------------

profile=$(sed -n 's/^ *\(profile\|substitute\): *\([^ ]*\).*/\2/p' data/styles/un.yaml | while read -r file; do
    [ ! -s "$file" ] || printf '%s\n' "$file"
done | head -n 1)
makes 2
if [ -n "$profile" ]; then
    cp "$profile" press.icc
    printf 'inherits: un\nprint: {profile: press.icc}\n' >own.yaml
    makes 2 --style own.yaml
    makes 2 --style own.yaml --for print
    grep -aq PDF/X-4 made/A_RES_99_1.en.pdf || fail '--for print is no PDF/X-4'
    makes 2 --style own.yaml --impose booklet
    makes 2 --style own.yaml --impose 2up
    makes 2 --style own.yaml --impose 2up --sheet A2
    printf 'more' >>press.icc
    makes 2 --style own.yaml --impose 2up --sheet A2
else
    echo 'there is no profile of a press: skipped'
fi
run 2 batch --for print --to png in && complains '--for print makes pdf, nothing else'
run 2 batch --sheet A3 in && complains '--sheet is for --impose'

# --- a face, and what ships -----------------------------------------------------------------------

makes 2
for face in faces/*; do
    printf 'more' >>"$face"
    break
done
makes 2
printf '# other\n' >>data/styles/un.yaml
makes 2

finish
