#!/bin/sh
# Arabic comes back from a PDF in the order in which it is read: from readers that go by the places
# of characters (pdftotext) and from those that go by the order of the file (pdfinfo -enc UTF-8 -struct-text).
# usage: arabic_test.sh PLENARY
set -eu
export LC_ALL=C # the marks are taken out as bytes
plenary=$1
for tool in pdftotext pdfinfo; do
    if ! command -v $tool >/dev/null; then
        echo "skipped: $tool is not installed"
        exit 0
    fi
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/text.md" <<'EOF'
---
language: ar
symbol: A/RES/99/3
---
99/3 - مسائل للاختبار

إن الجمعية العامة،

إذ تشير إلى قرارها 76/19 المؤرخ 6 كانون الأول/ديسمبر 2021، وإلى (A/76/439)، وإلى القرار 43/78 H،

وإذ تُقرّ بأن 1 234 567 نسخة من الوثيقة A/99/L.3/Add.1 طُبعت (ثلاثاً ثلاثاً) للأعوام 2019-2021، لا أكثر،

وإذ تلاحظ أن الأوامر والأسئلة والإجابات لم تُنقضِ، وأن الموقع www.un.org/ar/ مفتوح:

1 - تطلب إلى الدول أن تعدِّل نظمها في موعد لا يتجاوز عام 2030؛

2 - تقرر ما يلي: 15 - 20 في المائة؛

EOF
# Vowels on letters that fonts have as one with a hamza, a shadda typed before and behind its vowel,
# ligatures of three letters with what stands on them.
printf '3 - أُعلنت وأُدمجت الإِسلام ' >>"$folder/text.md"
printf '\331\205\330\257\331\216\331\221 \331\205\330\257\331\221\331\216 ' >>"$folder/text.md"
printf 'سُئِل بيئيًّا لأُمم لِلّٰهِ اللهُ آَ هٔ.\n' >>"$folder/text.md"

"$plenary" render -o "$folder/text.pdf" "$folder/text.md" 2>"$folder/messages"

# Without white space and marks of direction, which the source does not have.
squeeze() {
    tr -d ' \n\f\r\t' | sed 's/\xc2\xa0//g; s/\xe2\x80[\x8e\x8f\xaa-\xae]//g'
}

pdftotext -enc UTF-8 "$folder/text.pdf" - | squeeze >"$folder/places"
pdfinfo -enc UTF-8 -struct-text "$folder/text.pdf" | sed -n 's/^ *"\(.*\)"$/\1/p' | squeeze >"$folder/order"
failed=0
sed '1,/^99/d; /^$/d' "$folder/text.md" | while read -r line; do
    wanted=$(printf '%s' "$line" | squeeze)
    for way in places order; do
        if ! grep -qF "$wanted" "$folder/$way"; then
            echo "not read by $way: $line"
            echo "$line" >>"$folder/lost"
        fi
    done
done
[ ! -e "$folder/lost" ] || failed=1
exit $failed
