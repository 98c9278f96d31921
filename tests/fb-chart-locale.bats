# The languages of the page: complete, in their own numbers, without collisions.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

languages() {
  basename -s .labels -a "$ROOT"/share/labels/*.labels
}

@test "each language has every key of English, no other, and the same slots" {
  run python3 -c '
import glob, re, sys
def read(path):
    keys = {}
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            key, _, text = line.rstrip("\n").partition(" = ")
            if key in keys:
                print(path, "twice", key)
            keys[key] = text
    return keys
folder = sys.argv[1] + "/share/labels/"
english = read(folder + "en.labels")
names = sorted(glob.glob(folder + "*.labels"))
print(len(names), "languages")
for name in names:
    other = read(name)
    for key in sorted(english.keys() ^ other.keys()):
        print(name, "missing" if key in english else "unknown", key)
    for key in english.keys() & other.keys():
        slots = [sorted(re.findall(r"{\w+}", t[key])) for t in (english, other)]
        if slots[0] != slots[1]:
            print(name, key, slots)
        if not other[key].strip("\u00a0\u202f ") and key != "thousands":
            print(name, key, "is empty")
    for key, n in ("months", 12), ("months_short", 12), ("weekdays", 7), ("numbers", 13):
        if len(other[key].split(" ")) != n:
            print(name, key, "has not", n, "words")
' "$ROOT"
  assert_success
  assert_output "6 languages"
}

@test "no language is left half English" {
  for lang in de fr es ja ar; do
    run python3 -c '
import re, sys
def read(path):
    return dict(l.rstrip("\n").split(" = ", 1) for l in open(path, encoding="utf-8") if " = " in l)
a, b = (read(sys.argv[1] + "/share/labels/" + l + ".labels") for l in ("en", sys.argv[2]))
for key in a:
    words = re.sub(r"{\w+}", "", a[key])
    if a[key] == b[key] and len(words.split()) > 2:
        print(key)
' "$ROOT" "$lang"
    assert_output ""
  done
}

one() {
  printf '{"fb":"metric","metric":"x","period":"2026-10","value":4812.5,"lo":4000,"hi":5625,"n":4812,"unit":"%s","better":"up","prev":{"period":"2026-09","value":5000,"diff":-187.5,"p":0.5}}\n' "$1" > m
}

first_page() {
  fb-chart --locale "$1" -o a.pdf m
  pdftotext -f 1 -l 1 a.pdf -
}

@test "numbers, percent and periods are written as each language does" {
  one x
  run first_page en
  assert_line --partial '4,812.5'
  assert_output --partial 'October 2026'
  run first_page de
  assert_line --partial '4.812,5'
  assert_output --partial 'Oktober 2026'
  run first_page fr
  assert_output --regexp '4.812,5'
  assert_output --partial 'octobre 2026'
  run first_page es
  assert_output --partial '4.812,5'
  assert_output --partial 'octubre'
  run first_page ja
  assert_output --partial '4,812.5'
  assert_output --partial '2026年10月'
  one %
  run first_page fr
  assert_output --regexp '4.81[23].%'
}

@test "a language that is not there is told, one with a country is found" {
  one x
  first_page de > plain
  first_page de_AT.UTF-8 > austrian
  cmp plain austrian
  run fb-chart --locale xx -o a.pdf m
  assert_failure 2
  assert_output "fb-chart: locale 'xx': there are no words for this language"
  run fb-chart --locale ../en -o a.pdf m
  assert_failure 2
  { cat m; echo '{"fb":"report","locale":"de"}'; } > n
  mv n m
  fb-chart -o a.pdf m
  run pdftotext a.pdf -
  assert_output --partial Oktober
  run first_page en
  assert_output --partial October
}

@test "a key that a language lacks is English" {
  mkdir data
  cp -r "$ROOT"/share/. data
  grep -v '^note_missing_head' "$ROOT/share/labels/de.labels" > data/labels/de.labels
  printf '{"fb":"metric","metric":"x","period":"2026-10","value":4}\n' > m
  FB_DATADIR=$PWD/data fb-chart --locale de -o a.pdf m
  run pdftotext a.pdf -
  assert_output --partial "Who is missing"
}

@test "in no language do words stand on others or outside the margins" {
  for lang in $(languages); do
    for data in paired pages; do
      fb-chart --locale "$lang" -o a.pdf "$DATA/$data.ndjson"
      run python3 "$BATS_TEST_DIRNAME/layout.py" a.pdf
      assert_equal "$lang $data $output" "$lang $data "
    done
  done
}

@test "Arabic is read from the right: the first column stands there" {
  fb-chart --locale ar -o a.pdf "$DATA/paired.ndjson"
  fb-chart --locale en -o b.pdf "$DATA/paired.ndjson"
  run python3 -c '
import re, subprocess
def place(name, word):
    text = subprocess.run(["pdftotext", "-bbox", "-l", "1", name, "-"], capture_output=True, text=True).stdout
    m = re.search(r"<word xMin=\"(.*?)\".*xMax=\"(.*?)\" .*>" + word + "</word>", text)
    return float(m.group(1)), float(m.group(2))
print(place("b.pdf", "Crew")[0] < 60, place("a.pdf", "Crew")[1] > 595.276 - 60)
print(place("b.pdf", "Ferries")[1] < 200, place("a.pdf", "Ferries")[1] > 595.276 - 60)'
  assert_success
  assert_line --index 0 "True True"
  assert_line --index 1 "True True"
}

@test "each kind alone speaks each language, the same bytes again" {
  for lang in de ja ar; do
    for kind in $(fb-chart --list | awk '$1 != "report" && $1 != "letters" { print $1 }'); do
      fb-chart -k "$kind" --locale "$lang" -o a.pdf "$DATA/paired.ndjson"
      LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo fb-chart -k "$kind" --locale "$lang" -o b.pdf "$DATA/paired.ndjson"
      cmp a.pdf b.pdf
    done
  done
}

@test "the parts of a list are set apart as the language does" {
  fb-chart --locale en -o a.pdf "$DATA/paired.ndjson"
  run pdftotext a.pdf -
  assert_output --partial '2 detractors, 2 passives, 2 promoters'
  fb-chart --locale ja -o a.pdf "$DATA/paired.ndjson"
  run pdftotext a.pdf -
  assert_output --partial '批判者2人、中立者2人、推奨者2人'
}

@test "a number in a title stays with the month that it counts" {
  fb-chart --locale ja -o a.pdf "$DATA/pages.ndjson"
  run pdftotext -l 1 a.pdf -
  assert_line --partial '（9月から5低下）、明らかに悪化'
}

@test "what became of a stage is said to the end, in every language" {
  for lang in $(languages); do
    fb-chart --locale "$lang" -o a.pdf "$DATA/pages.ndjson"
    page=$(for p in $(seq 9); do pdftotext -f "$p" -l "$p" a.pdf - | grep -q 'Ask for help' && echo "$p"; done | tail -1)
    pdftotext -f "$page" -l "$page" a.pdf - > t
    run grep -E '^[−+-]?[0-9].*[^[]…$' t
    assert_output ""
  done
}

# Kilobytes of memory that drawing a report in the language takes at most.
peak() {
  python3 -c '
import resource, subprocess, sys
subprocess.run(["fb-chart", "--locale", sys.argv[1], "-o", "a.pdf", sys.argv[2]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$1" "$2"
}

@test "four faces of tens of megabytes do not add up in memory" {
  [[ ${B-} != *-san ]] || skip "sanitizers keep what is freed"
  lines="$BATS_TEST_DIRNAME/bench/chart_lines.py"
  python3 "$lines" 4 > latin
  python3 "$lines" 4 cjk > cjk
  assert [ "$(peak en latin)" -lt 24000 ]
  assert [ "$(peak en cjk)" -lt 80000 ]
  assert [ "$(peak ja "$DATA/paired.ndjson")" -lt 80000 ]
  assert [ "$(peak ja cjk)" -lt 80000 ]
  pdffonts a.pdf > fonts
  run grep -cE 'Noto(Serif|Sans)CJKjp-(Regular|Bold)' fonts
  assert_output 4
}
