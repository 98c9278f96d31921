# What must hold of every page and of every chart alone: words inside the
# margins and not on each other, none too small, fonts inside, tags, same bytes.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

kinds() {
  fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'
}

@test "reports and letters are sound on A4 and on Letter" {
  for data in paired pages; do
    for paper in a4 letter; do
      fb-chart --paper $paper -o $data-$paper.pdf "$DATA/$data.ndjson"
      fb-chart --paper $paper -o again.pdf "$DATA/$data.ndjson"
      cmp $data-$paper.pdf again.pdf
    done
  done
  fb-chart -k letters --paper letter -o letters.pdf "$DATA/paired.ndjson"
  for n in $(seq 20 40); do
    text=$(for i in $(seq "$n"); do printf 'A line.\\\\n'; done)
    sed "s/\"text\":\"[^\"]*\"/\"text\":\"$text\"/" "$DATA/paired.ndjson" > m
    fb-chart -k letters --paper letter -o "letters-$n.pdf" m
  done
  run sound ./*.pdf
  assert_output ""
}

@test "every kind is sound at both sizes, whoever computed the lines" {
  for g in North South East West; do
    for m in 1 2 3 4 5 6; do
      printf '{"fb":"metric","metric":"on time","by":{"depot":"%s"},"period":"2026-0%d","value":%d}\n' $g $m $((m * ${#g} * 7 % 31 + 60))
    done
  done > sql
  for kind in $(kinds); do
    for size in 120x84 250x140; do
      fb-chart -k "$kind" --size $size -o "$kind-$size-a.pdf" "$DATA/paired.ndjson"
      fb-chart -k "$kind" --size $size -o "$kind-$size-b.pdf" "$DATA/pages.ndjson"
      fb-chart -k "$kind" --size $size -o "$kind-$size-c.pdf" sql
    done
  done
  run sound ./*.pdf
  assert_output ""
}

# Dark, middle and light areas of the page in grey: what red and blue become.
@test "a page in grey still tells worse from better" {
  fb-chart -k stack100 -o a.pdf "$DATA/paired.ndjson"
  run python3 -c '
import subprocess
data = subprocess.run(["pdftoppm", "-gray", "-r", "60", "a.pdf"], capture_output=True).stdout
pixels = data.split(b"\n", 3)[3]
common = sorted((pixels.count(v), v) for v in set(pixels))[-4:]
tones = sorted(v for n, v in common)
print(len(tones), min(b - a for a, b in zip(tones, tones[1:])) >= 20)'
  assert_output "4 True"
}

@test "an accessible text stands for each chart: its finding, what is shown, its source" {
  for kind in $(kinds); do
    fb-chart -k "$kind" -o a.pdf "$DATA/paired.ndjson"
    run pdftotext -raw a.pdf -
    assert_line --index 0 --partial 'Would recommend: 5, down 37 on September, clearly worse'
    assert_line --partial 'Net Promoter Score'
    assert_line --partial 'Source: Deck and kiosk surveys of three routes; n = 132'
  done
}

aloud() {
  python3 "$BATS_TEST_DIRNAME/aloud.py" "$@"
}

@test "every figure has a few words, and its numbers in a table, in the language of the page" {
  for data in paired pages; do
    fb-chart -o $data.pdf "$DATA/$data.ndjson"
    run bash -c "python3 '$BATS_TEST_DIRNAME/aloud.py' $data.pdf | grep -c '^Figure: .*[0-9]'"
    assert_equal "$output" "$(grep -ac '/S /Figure' $data.pdf)"
    [ "$output" -gt 4 ]
  done
  run aloud pages.pdf
  # The picture of a page.
  assert_line --regexp '^Figure: Lines: Would recommend, 13 months, Oct 2025 – Oct 2026\. .*All customers: 36 ±3 at first, 31 ±3 at last \(−5\); lowest 31 ±3 \(Oct 2026\), highest 39 ±3 \(Feb 2026\)\. .*10 October: new telephone line\. .*The numbers are in the table that follows\.$'
  assert_line 'Row: Would recommend | All customers | Homes | Landlords'
  jq -r 'select(.fb == "metric" and .metric == "nps" and (.by == {} or .by.kind == "Homes"
    or .by.kind == "Landlords")) | [.period, (.by.kind // ""), .value, ((.hi - .lo) / 2 + .9 | floor)] |
    @tsv' "$DATA/pages.ndjson" | sort | awk -F '\t' '{ row[$1] = row[$1] " | " $3 " ±" $4 }
    END { for (p in row) print row[p] }' > wanted
  assert_equal "$(wc -l < wanted)" 13
  while read -r row; do
    assert_line --regexp "^Row: [A-Z][a-z]* 202[56] ${row//|/\\|}\$"
  done < wanted
  # The small one of a row has no room for a table.
  assert_line --regexp '^Figure: Would recommend\. Homes: Oct 2025 41 ±4, .*, Oct 2026 41 ±4'
  assert_line --regexp '^Figure: Curve: Ease, Oct 2026\. Highest 4.6 ±0.2 \(Visit\), lowest 1.8 ±0.2 \(Ask for help\)\.'
  assert_line --partial 'Row: Join | 4.1 ±0.2 | 188 | 4.0'
  assert_line --partial 'Detractors 0–6 31%, Passives 7–8 7%'
  # How the voices look like everyone: the head of a row of dots is drawn.
  assert_line 'Row: Do the voices look like the customers? | All | Quoted'
  assert_line 'Row: 31% | 50%'
  qpdf --qdf --object-streams=disable pages.pdf q.pdf
  grep -aq '/Lang (en)' q.pdf
  grep -aq '/Lang (ja)' q.pdf && grep -aq '/Lang (ar)' q.pdf
  grep -aq '/DisplayDocTitle true' q.pdf
  fb-chart --locale de_AT -o de.pdf "$DATA/pages.ndjson"
  run aloud de.pdf
  assert_line --partial 'Row: Okt. 2025 | 36 ±3'
  assert_line --partial 'zuerst 36 ±3, zuletzt 31 ±3 (−5)'
  grep -aq '/Lang (de)' de.pdf
}

@test "what is read and not drawn is neither found nor copied" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  run bash -c "pdftotext a.pdf - | tr '\n' ' '"
  refute_output --partial "at first"
  # Drawn on the axis as Feb.
  refute_output --partial "Feb 2026"
  pdftotext -raw a.pdf - | grep -c "39" > n || true
  assert_equal "$(cat n)" 0
}

@test "tables are tables for readers who cannot see, with a name in front of each row" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  pdfinfo -struct-text a.pdf > tree
  run grep -c '^ *TH' tree
  [ "$output" -ge 6 ]
  grep -A3 '^ *TH' tree | grep -q '"Farms'
  # words go on behind the end of a line
  grep -q '"“Wrote on Sunday, mended on Monday, and the manager rang to say why it happened. That is how you keep people.”"' tree
  [ "$(grep -c '^ *TD' tree)" -gt 60 ]
}

@test "every kind tells its numbers as text, as PDF and as SVG" {
  for kind in $(kinds); do
    fb-chart -k "$kind" -o a.pdf "$DATA/paired.ndjson"
    run aloud a.pdf
    assert_line --regexp '^Figure: [^:]*: Would recommend, .*[0-9]'
    assert_line --regexp '^Row: Would recommend \| '
    assert_line --regexp '^Row: .* \| .*[0-9]'
    fb-chart -k "$kind" --title 'One & <two>' -o a.svg "$DATA/paired.ndjson"
    python3 -c '
import xml.etree.ElementTree as tree
root = tree.parse("a.svg").getroot()
s = "{http://www.w3.org/2000/svg}"
assert root[0].tag == s + "title" and root[0].text == "One & <two>"
assert root[1].tag == s + "desc" and "Would recommend" in root[1].text'
  done
}

@test "a language that is none is not told" {
  sed 's/"lang":"de"/"lang":"d)e"/' "$DATA/pages.ndjson" > m
  fb-chart -o a.pdf m
  qpdf --check a.pdf > /dev/null
  run grep -ac 'Lang (d)' a.pdf
  assert_output 0
}

@test "two pictures in one web page share no name, and use their own" {
  local kind
  for kind in $(fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'); do
    fb-chart -q -k "$kind" --locale de -o "$kind.svg" "$DATA/paired.ndjson"
  done
  run python3 -c '
import glob, re
seen = set()
for name in glob.glob("*.svg"):
    s = open(name, encoding="utf-8").read()
    ids = re.findall(r" id=\"(.*?)\"", s)
    used = set(re.findall(r"(?:=\"#|\(#)(.*?)[\")]", s)) | set(re.findall(r"aria-\w+=\"(.*?)\"", s))
    print(*[f"{name}: {i} is there already" for i in ids if i in seen])
    print(*[f"{name}: {i} is not there" for i in used - set(ids)])
    assert len(set(ids)) == len(ids) > 20 and len(used) > 20
    assert re.search(r"<svg [^>]* role=\"img\" xml:lang=\"de\" lang=\"de\" aria-labelledby", s)
    seen |= set(ids)'
  assert_success
  refute_output --partial there
}

@test "a PNG tells how large it is on paper, and its title" {
  fb-chart -k bar --size 120x84 --title 'Café' -o a.png "$DATA/paired.ndjson"
  run python3 -c '
import struct, zlib
b, i = open("a.png", "rb").read(), 8
while i < len(b):
    n, kind = struct.unpack(">I4s", b[i:i + 8])
    data = b[i + 8:i + 8 + n]
    assert zlib.crc32(kind + data) == struct.unpack(">I", b[i + 8 + n:i + 12 + n])[0]
    if kind == b"IHDR":
        width, height = struct.unpack(">II", data[:8])
    if kind == b"pHYs":
        x, y, unit = struct.unpack(">IIB", data)
        print(round(1000 * width / x), round(1000 * height / y), unit)
    if kind == b"iTXt":
        print(data.replace(b"\0", b"|").decode())
    i += 12 + n'
  assert_output "120 84 1
Title|||||Café"
}
