# fb-chart: words in many scripts, each drawn and read as its readers do.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

# The page, from 1, on which the words stand.
page_of() {
  for n in $(seq 12); do
    pdftotext -f "$n" -l "$n" "$1" - 2> /dev/null | grep -q "$2" && echo "$n" && return
  done
}

# The pieces of a page with their sides, one a line: left top right bottom piece.
# Letters that run to the left are a piece each.
pieces_on() {
  pdftotext -bbox -f "$2" -l "$2" "$1" - |
    sed -n 's/.*xMin="\(.*\)" yMin="\(.*\)" xMax="\(.*\)" yMax="\(.*\)">\(.*\)<.*/\1 \2 \3 \4 \5/p'
}

@test "sixteen languages are drawn without a missing letter or a collision, in any language of the page" {
  python3 "$DATA/scripts.py" > m
  for lang in $(basename -s .labels -a "$ROOT"/share/labels/*.labels); do
    run --separate-stderr fb-chart --locale "$lang" -o a.pdf m
    assert_success
    assert_equal "$stderr" ""
    run python3 "$BATS_TEST_DIRNAME/layout.py" a.pdf
    assert_equal "$lang $output" "$lang "
  done
}

@test "words read from the right begin there, also behind a name in Latin letters" {
  python3 "$DATA/scripts.py" > m
  fb-chart -o a.pdf m
  # The last column ends at 547.3, the first at 286: there these quotes begin.
  for words in "Kestrel 547.3 היחידה" "WhatsApp 286 الهاتف"; do
    read -r name side other <<< "$words"
    pieces_on a.pdf "$(page_of a.pdf "$other")" > pieces
    run python3 -c '
import sys, unicodedata
name, side = sys.argv[1], float(sys.argv[2])
rows = [l.split(" ", 4) for l in open("pieces", encoding="utf-8").read().splitlines()]
at = [r for r in rows if r[4] == name and side - 8 < float(r[2]) < side + 1]
near = [r for r in rows if abs(float(r[3]) - float(at[0][3])) < 6 and side - 240 < float(r[0]) < float(at[0][0])]
letters = [r for r in near if unicodedata.bidirectional(r[4][0]) in ("R", "AL")]
print(len(at), len(letters) > 20)' "$name" "$side"
    assert_output "1 True"
  done
}

@test "what tells where a quote comes from keeps the order of the page" {
  python3 "$DATA/scripts.py" > m
  fb-chart -o a.pdf m
  pieces_on a.pdf "$(page_of a.pdf '账单')" > pieces
  run python3 -c '
rows = [l.split(" ", 4) for l in open("pieces", encoding="utf-8").read().splitlines()]
small = [r for r in rows if float(r[3]) - float(r[1]) < 11]
# The channel, then the region: of "סקר טלפוני" the ט, of "צפון" the צ.
left = lambda what: min(float(r[0]) for r in small if r[4] == what)
print(left("ט") < left("צ"))'
  assert_output True
}

@test "words in Korean end their lines between words" {
  python3 "$DATA/scripts.py" > m
  fb-chart -o a.pdf m
  pdftotext a.pdf - > t
  for word in 기다렸습니다 방문하신 좋겠습니다; do
    run grep -c "$word" t
    # On the metric's page and in four paragraphs of a letter.
    assert_equal "$word $output" "$word 5"
  done
}

@test "readers of structure have words from the right in the order of the text" {
  python3 "$DATA/scripts.py" > m
  fb-chart -o a.pdf m
  pdfinfo -struct-text a.pdf > t 2> /dev/null
  run grep 'اِتَّصَلتُ بشركة Kestrel Water ثلاثَ مرّاتٍ (في 3 و7' t
  assert_success
}

@test "each language has its own marks of quotation" {
  python3 "$DATA/scripts.py" > m
  fb-chart --locale de -o a.pdf m
  pdftotext a.pdf - | tr -d '\n' > t
  for words in '«Περίμενα' '«Звонил' '“打了' '「水壓' '“9월' '“Nước' '„'; do
    case $words in
    „) run grep -c "„Mended" t && assert_output 0 ;;
    *) run grep -c "$words" t && assert_output 1 ;;
    esac
  done
}

@test "a quote with pictures for letters is read as its text" {
  python3 "$DATA/scripts.py" > m
  fb-chart -o a.pdf m
  run python3 -c '
import re
for text in re.findall(rb"/ActualText <FEFF([0-9A-F]+)>", open("a.pdf", "rb").read()):
    print(bytes.fromhex(text.decode()).decode("utf-16-be"))'
  assert_output '“Mended by noon 😀👍🏽 and the crew 👩🏿‍🔧👨‍👩‍👧‍👦 waved 🇫🇷🏳️‍🌈 at my boy. ❤️ 1️⃣ call was enough ☎️.”'
}
