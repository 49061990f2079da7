#!/bin/sh
# check --fix: files that are hard to mend: what is no fault stays as it is, byte for byte.
# usage: check_fix_test.sh PLENARY
. "$(dirname "$0")/tool.sh"

# The file that a mending should make of another, and the difference that should lead to it.
mends() {
    cp "$1" before
    "$plenary" check --no-pages --fix --diff --fail-on never "$1" >difference 2>err
    cmp -s "$1" before || fail "--diff changed $1"
    "$plenary" check --no-pages --fix --fail-on never "$1" >out 2>err || fail "$1 is not mended"
    cmp "$1" "$2" >>out || fail "$1 is not mended as it should be"
    [ -x "$(command -v patch)" ] || return 0
    cp before "$1"
    patch -s --binary <difference || fail "patch(1) does not take the difference of $1"
    cmp -s "$1" "$2" || fail "the difference of $1 is not what --fix does"
}

# --- XML: entities, CDATA, links and notes before the place, and around it -----------------------

cat >wrong.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><meta><identification source="#un"><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<preamble><formula name="enacting"><p>The General Assembly,</p></formula>
<container name="c"><p><span class="italic">Recalling</span> the lamps &amp; bells of A&#160;&#x42;<![CDATA[, <a> & a,]]> and 5 per&#x20;cent ,</p></container>
<container name="c"><p><span class="italic">Noting</span> <![CDATA[& the the fog]]> of <!-- the the --> the sea,</p></container>
</preamble>
<mainBody><paragraph><num>1.</num><content><p><span class="italic">Notes</span> the &quot;work&quot; of A&amp;B<authorialNote marker="1"><p>See <a href="https://undocs.org/en/A/76/1">A/76/1</a> , page 2</p></authorialNote>,</p></content></paragraph>
<paragraph><num>2.</num><content><p><span class="italic">Decides</span> to read <a href="https://undocs.org/en/A/76/2">the the report</a> of A&amp;B</p></content></paragraph></mainBody>
</statement></akomaNtoso>
END
sed -e 's/cent ,/cent,/' -e 's/& the the fog/\& the fog/' -e 's/&quot;work&quot;/“work”/' \
    -e 's/ , page 2</, page 2.</' -e 's/authorialNote>,</authorialNote>;</' \
    -e 's/the the report/the report/' -e 's/A&amp;B<\/p>/A\&amp;B.<\/p>/' wrong.xml >right.xml

cp wrong.xml plain.xml
mends plain.xml right.xml
sed 's/$/\r/' wrong.xml >lines.xml
sed 's/$/\r/' right.xml >wanted.xml
mends lines.xml wanted.xml
printf '\357\273\277' | cat - wrong.xml >'with a mark.xml'
printf '\357\273\277' | cat - right.xml >wanted.xml
mends 'with a mark.xml' wanted.xml
printf '%s' "$(cat wrong.xml)" >open.xml
printf '%s' "$(cat right.xml)" >wanted.xml
mends open.xml wanted.xml
# one that says it is Latin-1 stays ASCII
sed 's/UTF-8/ISO-8859-1/' wrong.xml >latin.xml
sed -e 's/UTF-8/ISO-8859-1/' -e 's/“work”/\&#x201C;work\&#x201D;/' right.xml >wanted.xml
mends latin.xml wanted.xml

# --- Markdown, YAML, JSON ------------------------------------------------------------------------

cat >wrong.md <<'END'
---
language: en
organ: General Assembly
symbol: A/RES/99/5
---

99/5. Lighthouses & "lamps"

*The General Assembly*,

*Recalling* the A\*B\* &amp; C&nbsp;D of [the the report](https://undocs.org/en/A/99/1)[^1] ,

1. *Decides* **to count the the lamps**,

2. *Requests* the Secretary-General to report on `the the` lamps.

[^1]: See [A/99/1](https://undocs.org/en/A/99/1) , page 2
END
sed -e 's/"lamps"/“lamps”/' -e 's/the the/the/' -e 's/lamps\*\*,/lamps**;/' \
    -e 's/ , page 2/, page 2./' wrong.md >right.md
mends wrong.md right.md

cat >wrong.yaml <<'END'
plenary: 1
language: en
masthead:
  symbol: A/RES/99/5
  number: "99/5."
  title: 'The keepers'' "lamps" of the the north'
body:
- opening: The General Assembly,
- preambular: [{lead: "Recalling"}, " the \"lamps\"\u00A0of the the\u0020north ,"]
- operative: [{lead: Decides}, ' the keepers'' "lamps"']
END
sed -e "s/''/’/" -e "/title/s/\"/“/" -e "/title/s/\"/”/" -e 's/the the\( \|\\\)/the\1/' -e 's/\\"/“/' -e 's/\\"/”/' \
    -e 's/ ,"/,"/' -e "/operative/s/\"/“/" -e "/operative/s/\"'/”.'/" wrong.yaml >right.yaml
mends wrong.yaml right.yaml

cat >wrong.json <<'END'
{"plenary": 1, "language": "en", "masthead": {"symbol": "A/RES/99/5", "number": "99/5.", "title": "A \u0022lamp\" of the the north"},
 "body": [{"opening": "The General Assembly,"}, {"operative": [{"lead": "Decides"}, " to keep the\u00A0\uD83D\uDCA1 and the the bells"]}]}
END
sed -e 's/\\u0022lamp\\"/“lamp”/' -e 's/the the/the/' -e 's/bells"/bells."/' wrong.json >right.json
mends wrong.json right.json

# --- what is not mended --------------------------------------------------------------------------

iconv -f UTF-8 -t UTF-16 wrong.xml >wide.xml
cp wide.xml before
run 1 check --no-pages --fix wide.xml
grep -qF '[not-utf8]' out || fail 'no word of UTF-16'
cmp -s wide.xml before || fail 'a file in UTF-16 was changed'

# the same file by several names: mended once, said once
cp wrong.xml twice
ln -s twice other
run 1 check --no-pages --fix -j4 twice other ./twice
[ "$(grep -c mended err)" = 1 ] || fail 'a file that is named three times is not mended once'
[ -L other ] || fail 'a link was replaced by a file'
cp wrong.xml twice.xml
"$plenary" check --no-pages --fix --diff twice.xml ./twice.xml 2>err >out
[ "$(grep -c '^---' out)" = 1 ] || fail 'the difference of one file is shown twice'

# What may not be written is told, and stays. Root may write everything: it becomes somebody else.
unprivileged() {
    if [ "$(id -u)" != 0 ]; then
        "$@"
    else
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    fi
}

stays() {
    unprivileged "$plenary" check --no-pages --fix "$1" >out 2>err
    got=$?
    [ $got = 3 ] || fail "$2: exit status $got, 3 was wanted"
    grep -qF "$1 cannot be written: Permission denied" out || fail "$2: it is not told"
    ! grep -q mended err || fail "$2: it says that it mended"
    cmp -s "$1" wrong.xml || fail "$2: the file was changed"
    [ "$(ls -A locked)" = draft.xml ] || fail "$2: something was left behind"
}

chmod 755 .
mkdir locked
cp wrong.xml locked/draft.xml
if unprivileged "$plenary" --version >out 2>err; then
    chmod 444 locked/draft.xml
    chmod 777 locked
    stays locked/draft.xml 'a read-only file'
    chmod 666 locked/draft.xml
    chmod 555 locked
    stays locked/draft.xml 'a read-only folder'
else
    echo 'skipped: what may not be written'
fi
finish
