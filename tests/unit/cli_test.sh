#!/bin/sh
# cli: the built tool as a user meets it: exit statuses, messages, names of outputs, and that what
# fails leaves nothing behind. usage: cli_test.sh PLENARY
. "$(dirname "$0")/tool.sh"
seed=$source/input/A_RES_76_19.zh.md

there() {
    for file in "$@"; do
        [ -s "$file" ] || fail "no $file"
    done
}

# absent NAME...: nothing of that name, and nothing half written.
absent() {
    for file in "$@"; do
        [ ! -e "$file" ] || fail "there is a $file"
    done
    for file in .plenary-* */.plenary-*; do
        [ ! -e "$file" ] || fail "left over: $file"
    done
}

# --- usage ---------------------------------------------------------------------------------------

run 0 --version && grep -q '^plenary [0-9]' out || fail 'no version'
run 0 --help && grep -q '^  render' out || fail 'no help'
run 0 help render && grep -q -e '--emblem FILE' out || fail 'no help for render'
run 0 fonts --help && grep -q -e '--style' out || fail 'no help for fonts'
run 2 && complains 'no command given'
run 2 rendr x && complains "did you mean 'plenary render'?"
run 2 render && complains 'no document given'
run 2 render --stlye un x && complains 'did you mean --style?'
run 2 render -x x && complains 'render has no option -x'
run 2 render -o && complains 'option -o needs an argument'
run 2 render --output && complains 'option --output needs an argument'
run 2 render --help=yes && complains 'option --help takes no argument'
run 2 render --to pfd x && complains 'did you mean pdf?'
run 2 render --dpi 0 x && complains '--dpi takes a number from 10 to 1200, not 0'
run 2 render --dpi 90x x && complains 'not 90x'
run 2 render --page 1.5 x && complains '--page takes a whole number'
run 2 render -o '' x && complains '-o needs the name'
run 2 render -o none a b && complains '2 documents need a folder, none is none'
run 2 render -o - a b && complains '2 documents do not fit in one stream'
run 2 render --to png -o - a && complains 'do not fit in one stream of png'
run 2 render - - && complains 'standard input can be read only once'
run 2 render x/a.md y/a.xml && complains 'x/a.md and y/a.xml would both become a.pdf'
echo text >a.pdf
run 2 render -o a.pdf a.pdf && complains 'the output a.pdf is one of the inputs'
run 2 fonts x && complains 'fonts takes no file: x'
run 2 fonts --language tlh && complains 'tlh is no language known here'
"$source/src/man/make-messages" | cmp -s - "$source/src/man/plenary.7" ||
    fail 'plenary.7 is older than the catalogue: src/man/make-messages >src/man/plenary.7'
"$plenary" --version >/dev/full 2>err
[ $? -eq 3 ] || fail 'a full disk was not noticed'
run 2 a.pdf && complains "did you mean 'plenary render a.pdf'?"
rm a.pdf

# --- bad input: one message with a place, status 1, no output, an old output untouched -------------

# refuse FILE SLUG: it is refused with that message.
refuse() {
    echo old >old.pdf
    run 1 render -o new.pdf "$1" && complains "$1:" && complains "$2"
    grep -Eq "^$1:[0-9]+:[0-9]+: error: " err || fail "$1: no place in the message"
    [ "$(grep -c ': error: ' err)" -eq 1 ] || fail "$1: more than one message"
    [ ! -s out ] || fail "$1: something on standard output"
    run 1 render -o old.pdf "$1"
    [ "$(cat old.pdf)" = old ] || fail "$1: the old output was touched"
    absent new.pdf
}

akn='<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
: >empty.xml
mkdir folder.xml
printf 'caf\351\n' >latin1.md
printf 'a\000b\n' >nul.md
printf 'PK\003\004\024\000\000\000' >office.docx
printf '{"title": "x"}' >x.json
printf '%s<statement>' "$akn" >truncated.xml
printf '%s\n<a>\n<b>\n</a>' "$akn" >malformed.xml
printf '<html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>' >root.xml
cat >bomb.xml <<'BOMB'
<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&d;</akomaNtoso>
BOMB
printf '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n%s&e;</akomaNtoso>' "$akn" \
    >external.xml

refuse none.xml '[cannot-read]'
refuse folder.xml '[cannot-read]'
refuse empty.xml '[empty]'
refuse latin1.md '[not-utf8]'
refuse nul.md '[not-utf8]'
refuse office.docx '[not-utf8]'
refuse x.json '[unknown-format]'
refuse truncated.xml '[xml]'
refuse malformed.xml '[xml]'
refuse root.xml '[xml-root]'
refuse bomb.xml '[xml-entity]'
refuse external.xml '[xml-entity]'
run 1 render -o - - && complains '<stdin>:1:1: error:'

# --- where outputs go ------------------------------------------------------------------------------

run 0 render "$seed" && there A_RES_76_19.zh.pdf
run 0 render -o again.pdf "$seed" && there again.pdf
cmp -s A_RES_76_19.zh.pdf again.pdf || fail 'not the same bytes twice'
run 0 render -o - "$seed"
cmp -s out again.pdf || fail 'not the same bytes on standard output'
"$plenary" render - <"$seed" >out 2>err || fail 'a document on standard input'
head -c 5 out | grep -q '%PDF-' || fail 'no PDF on standard output'
run 0 render --to pages "$seed" && grep -q '^page 1 "' out || fail 'no pages'
run 0 render --to tree "$seed" && [ -s out ] || fail 'no tree'
run 0 render --to galley -o deep/er/ "$seed" && there deep/er/A_RES_76_19.zh.galley
run 0 render --to png --dpi 40 -o . "$seed" && there A_RES_76_19.zh-1.png A_RES_76_19.zh-2.png
run 0 render --to svg -o s.svg "$seed" && there s-1.svg s-2.svg && absent s.svg
run 0 render --to svg --page 2 -o - "$seed"
cmp -s out s-2.svg || fail 'page 2 is another one'
run 1 render --to png --page 99 "$seed" && complains '[no-page]'
run 1 render --style nosuch -o x.pdf "$seed" && complains '[no-style]' && absent x.pdf

# --- for the press -----------------------------------------------------------------------------------

cat >press.yaml <<END
inherits: ga-resolution
print: {profile: nosuch.icc, substitute: nosuch.icc}
END
run 1 render --for print --style press.yaml -o x.pdf "$seed" && complains '[profile]' && absent x.pdf
run 1 render --impose 4up --sheet a3 -o x.pdf "$seed" && complains '[imposition]' && absent x.pdf
run 2 render --for press "$seed" && complains 'archive and print'
run 2 render --impose 3up "$seed" && complains 'booklet'
run 2 render --impose signature:6 "$seed" && complains 'a multiple of 4'
run 2 render --impose booklet --sheet A5 "$seed" && complains 'SRA3'
run 2 render --sheet A3 "$seed" && complains '--impose'
run 2 render --for archive --impose booklet "$seed" && complains 'for print'
run 2 render --for print --to png "$seed" && complains 'makes pdf'

# --- another form ------------------------------------------------------------------------------------

run 0 convert "$seed" && there A_RES_76_19.zh.yaml
run 0 convert --to json -o j.json A_RES_76_19.zh.yaml && there j.json
run 0 convert -o - j.json && cmp -s out A_RES_76_19.zh.yaml || fail 'not the same by way of JSON'
run 0 render -o yaml.pdf A_RES_76_19.zh.yaml && cmp -s yaml.pdf again.pdf ||
    fail 'not the same pages from YAML'
run 2 convert A_RES_76_19.zh.yaml && complains 'A_RES_76_19.zh.yaml is one of the inputs'
run 2 convert --to pdf x && complains 'plenary render --to pdf'
run 2 render --to yaml x && complains 'plenary convert --to yaml'
run 2 convert --to jsn x && complains 'did you mean json?'
run 2 convert --page 1 x && complains 'convert has no option --page'
run 2 convert && complains 'plenary convert FILE'
printf 'plenary: 1\nlanguage: en\nbody: x\n' >wrong.yaml
run 1 convert -o new.json --to json wrong.yaml && complains 'wrong.yaml:3:7: error: `body` is' && absent new.json

# --- several documents: one that fails keeps no other back -------------------------------------------

cp "$seed" b.md
run 1 render -o many/ "$seed" none.xml b.md && there many/A_RES_76_19.zh.pdf many/b.pdf
absent many/none.pdf
cp "$seed" ./--help
run 0 render -o many -- --help && there many/--help.pdf

# --- the system complains no ------------------------------------------------------------------------------

run 3 render -o none/x.pdf "$seed" && complains 'none/x.pdf cannot be written: No such file' && absent none
run 3 render -o b.md/x.pdf "$seed" && complains 'Not a directory'
run 3 render -o b.md/ "$seed" && complains 'cannot be made'
run 3 render -o /dev/full "$seed" && complains 'No space left' && complains '[cannot-write]'
"$plenary" render -o - "$seed" >/dev/full 2>err
[ $? -eq 3 ] || fail 'a full disk behind standard output was not noticed'

run 0 fonts && grep -q han out || fail 'no list of fonts'

finish
