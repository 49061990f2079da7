#!/bin/sh
# check: plenary check and plenary rules as a user meets them: statuses, forms, mending in files.
# usage: check_cli_test.sh PLENARY
. "$(dirname "$0")/tool.sh"

says() {
    grep -qF -e "$1" out || fail "no '$1' in the output"
}

says_not() {
    ! grep -qF -e "$1" out || fail "'$1' in the output"
}

cp "$source/tests/rules/clause-end.en.wrong.md" draft.md
cp "$source/tests/rules/clause-end.en.right.md" right.md

# --- statuses and forms --------------------------------------------------------------------------

run 2 check
complains 'no document given'
run 2 check --fail-on loud draft.md
complains 'style, warning, error or never'
run 2 check --format xml draft.md
complains 'text, json or sarif'
run 2 check --diff draft.md
complains 'goes with it'
run 2 check -j 0 draft.md
run 2 check --color sometimes draft.md
run 1 check none.md
says '[cannot-read]'
run 1 check --no-pages draft.md
says '[clause-end]'
run 0 check --no-pages --fail-on error draft.md
run 0 check --no-pages --fail-on never draft.md
says '[clause-end]'
run 0 check --no-pages right.md
says_not '[clause-end]'
run 1 check draft.md
says '[clause-end]'
says_not "$(printf '\033')"
run 1 check --no-pages --color always draft.md
says "$(printf '\033[1;32m^')"
run 1 check --no-pages --format json draft.md
says '"slug":"clause-end"'
run 1 check --no-pages --format sarif draft.md
says '"ruleId":"clause-end"'
printf 'inherits: un\ncheck: {clause-end: off}\n' >off.yaml
run 0 check --no-pages --style off.yaml draft.md
says_not '[clause-end]'
"$plenary" check --no-pages - <draft.md | grep -q '^<stdin>:.*clause-end' || fail 'no <stdin>'
"$plenary" check --no-pages -j1 draft.md right.md draft.md >one
"$plenary" check --no-pages -j8 draft.md right.md draft.md | cmp -s - one ||
    fail 'messages depend on the number of jobs'

# --- mending -------------------------------------------------------------------------------------

cp draft.md kept.md
run 0 check --no-pages --fix --diff draft.md
cmp -s draft.md kept.md || fail '--diff changed the file'
cp out difference
says '@@'
chmod 640 draft.md
run 0 check --no-pages --fix draft.md
complains '1 mended, 0 left'
[ "$(stat -c %a draft.md)" = 640 ] || fail 'the rights of the file changed'
cp draft.md mended.md
cp kept.md draft.md
if command -v patch >/dev/null; then
    patch -s draft.md difference || fail 'patch does not take the difference'
    cmp -s draft.md mended.md || fail 'the difference is not what --fix does'
fi
[ "$(diff kept.md mended.md | grep -c '^>')" = 1 ] || fail 'more than one line changed'
run 0 check --no-pages mended.md
"$plenary" check --no-pages --fix - <kept.md 2>err >out
cmp -s out mended.md || fail 'standard input is not mended as a file is'
printf '\357\273\277' | cat - kept.md | sed 's/$/\r/' >bom.md
run 0 check --no-pages --fix bom.md
printf '\357\273\277' | cat - mended.md | sed 's/$/\r/' | cmp -s - bom.md ||
    fail 'a byte order mark or line ends are not kept'

# --- rules ---------------------------------------------------------------------------------------

run 0 rules
says 'clause-end'
run 0 rules clause-end
says 'wrong'
run 2 rules clause-ends
complains 'did you mean clause-end?'
run 2 rules cannot-read
complains 'it is a message, no rule'
run 2 rules --format xml
complains 'text, json or mdoc'
run 0 rules --format json
says '"slug":"clause-end"'
run 0 rules --format mdoc
says '.It clause-end'

finish
