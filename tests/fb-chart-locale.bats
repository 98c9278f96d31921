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
# The classes of numbers in CLDR, but for those of millions in French and Spanish.
two = [{"one", "other"}, {"other"}]
classes = dict(en=two, de=two, fr=two, es=two, ja=[{"other"}], ar=[{"one", "two", "few", "many", "other"}])
names = sorted(glob.glob(folder + "*.labels"))
print(len(names), "languages")
for name in names:
    other = read(name)
    for key in sorted(english.keys() ^ other.keys()):
        print(name, "missing" if key in english else "unknown", key)
    for key in english.keys() & other.keys():
        # A form may do without its number, and needs it no second time.
        slots = [set(re.findall(r"{(\w+)(?:,|})", re.sub(r" (=\d+|zero|one|two|few|many|other) {", "(", t[key])))
                 for t in (english, other)]
        forms = [re.findall(r"(\w+) {", f) for f in re.findall(r", plural,((?: =?\w+ {(?:[^{}]|{[^{}]*})*})*)}", other[key])]
        if len(forms) != other[key].count(", plural,"):
            print(name, key, "has broken forms")
        for f in forms:
            if set(f) - {"1", "0"} not in classes[name[-9:-7]]:
                print(name, key, "has the forms", f)
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
    proper = key in ("name_nps", "name_ces", "word_nps", "word_ces", "plural_forms")
    if a[key] == b[key] and len(words.split()) > 2 and not proper:
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
  assert_output --partial '4812,5'
  assert_output --partial 'octubre'
  run first_page ja
  assert_output --partial '4,812.5'
  assert_output --partial '2026年10月'
  one %
  run first_page fr
  assert_output --regexp '4.81[23].%'
}

@test "a language with a country is found, none outside the labels is" {
  one x
  first_page de > plain
  first_page de_AT.UTF-8 > austrian
  cmp plain austrian
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

@test "metrics without a label have a name and a note in the page's language" {
  for i in $(seq 40); do
    printf '{"id":"%d","date":"2026-0%d-10","score":%d,"scale":"1-5","ease":%d,"source":"in.csv"}\n' \
      "$i" $((i % 2 + 8)) $((i % 5 + 1)) $((i % 3))
  done > r
  fb-metric -m csat -m mean:ease@0-2 -m happy=csat@5-5 --per month --period 2026-09 r > m
  page() {
    fb-chart "$@" -o a.pdf m
    pdftotext -l 1 -layout a.pdf - | tr -s ' \n' ' '
  }
  run page
  assert_output --partial " Satisfied answered 4–5 40% "
  assert_output --partial " Mean score: ease on a scale of 0–2 1.0 "
  assert_output --partial " happy answered 5 20% "
  fb-metric -m csat@5-5 --per month --period 2026-09 r > m5
  run bash -c "fb-chart -o b.pdf m5; pdftotext -l 1 b.pdf - | tr -s ' \n' ' '"
  assert_output --partial "answered 5 "
  run page --locale de
  assert_output --partial " Zufrieden antworteten 4–5 "
  assert_output --partial " Mittlere Wertung: ease "
  # A label says otherwise; one name of two scales has no note.
  echo '{"fb":"label","metric":"csat","name":"Glad"}' >> m
  sed 's/"1-5"/"1-7"/' r | fb-metric -m csat --per month --period 2026-09 >> m
  run page
  assert_output --partial " Glad "
  refute_output --partial "answered 4–5"
}

@test "periods are said as the language says them: days, weeks, all" {
  line() { # period value
    printf '{"metric":"visits","fb":"metric","period":"%s","value":%d,"n":50,"prev":{"period":"%s","value":1,"diff":1,"signal":false,"p":0.5,"q":0.5}}\n' "$@"
  }
  title() {
    { line "$1" 5 "$2"; line "$1" 6 "$2" | sed 's/visits/calls/'; } > m
    fb-chart "${@:3}" -o a.pdf m
    pdftotext -l 1 a.pdf - | tr -s ' \n' ' '
  }
  run title 2015-02-24 2015-02-23
  assert_output --partial "moved more than chance explains on 24 February 2015"
  run title 2020-W53 2020-W52
  assert_output --partial "explains in Week 53 2020"
  assert_output --partial "vs Week 52 2020"
  run title 2026-09 2026-08 --locale de
  assert_output --partial "(September 2026)"
  line all 5 "" | jq -c 'del(.prev)' > m
  line all 5 "" | jq -c 'del(.prev) | .metric = "calls"' >> m
  fb-chart -o a.pdf m
  run bash -c "pdftotext -l 1 a.pdf - | tr -s ' \n' ' '"
  assert_output --partial "All numbers, with the customers behind them"
}

@test "without a report line the foot names the files that were read" {
  printf 'id,date,text,score\n%s\n' '1,2026-09-01,"Some words of a customer that are long enough",4' > in.csv
  fb-ingest in.csv | fb-redact | fb-metric -m count --keep | fb-anecdote | fb-chart -o a.pdf
  run bash -c "pdftotext -l 1 a.pdf - | tr -s ' \n' ' '"
  assert_output --partial "Source: in.csv; All dates. "
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

@test "no deck ends with a line of a word or two" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  run bash -c "pdftotext -f 2 -l 2 a.pdf - | grep -c '^2026\.$'"
  assert_output 0
}

@test "sentences stand apart as the language has it" {
  fb-chart --locale ja -o a.pdf "$DATA/paired.ndjson"
  run bash -c "pdftotext -l 1 a.pdf - | grep -c '。 '"
  assert_output 0
  fb-chart -o a.pdf "$DATA/paired.ndjson"
  run bash -c "pdftotext -l 1 a.pdf - | grep -o 'Tells of .*\. [A-Z0-9]'"
  assert_success
}

@test "what a change means stays left of its sparkline, in every language" {
  change() { # name better prev
    printf '{"fb":"metric","metric":"%s","period":"2026-09","n":99,"value":50,"lo":45,"hi":55,"unit":"points","better":"%s"%s}\n' "$@"
  }
  {
    i=0
    for better in up none; do
      for diff in 7 -7; do
        change m$((i += 1)) $better ',"prev":{"period":"2026-08","value":43,"diff":'$diff',"lo":1,"hi":9,"p":0.001,"q":0.001,"tests":9,"signal":true}'
      done
    done
    change m5 up ',"prev":{"period":"2026-08","value":49,"diff":1,"lo":-1,"hi":2,"p":0.5,"q":0.5,"tests":9,"signal":false}'
    change m6 up ',"prev":{"period":"2026-08","value":49,"diff":1}'
    change m7 up ''
  } > m
  for lang in $(languages); do
    fb-chart --locale "$lang" -o a.pdf m
    pdftotext -bbox -l 1 a.pdf a.html
    run python3 -c '
import re
word = re.compile(r"xMin=\"([\d.]+)\" yMin=\"([\d.]+)\" xMax=\"([\d.]+)\" yMax=\"[\d.]+\">(.*?)<")
left, n = 48 + 178, 0
for x, y, end, text in (m.groups() for m in word.finditer(open("a.html", encoding="utf-8").read())):
    x, y, end = float(x), float(y), float(end)
    if "'"$lang"'" == "ar":
        x, end = 595.276 - end, 595.276 - x
    if len(text) > 1 and 190 < y < 770 and left - 1 < x < left + 60:
        n += 1
        if end > left + 62:
            print(text, end - left)
print(n >= 5)'
    assert_output True
  done
}

@test "no part of a Japanese page is joined by marks of English" {
  {
    echo '{"fb":"report","locale":"ja","name":"報告","notes":["一つ目の注。","二つ目の注。"]}'
    grep -v '"fb":"report"' "$DATA/pages.ndjson"
  } > m
  fb-chart -o a.pdf m
  pdftotext a.pdf - | tr -d '\n' > t
  run cat t
  assert_output --partial '一つ目の注。二つ目の注。'
  # Between letters of Japan stand no ", ", "; ", ". " and ": ".
  run python3 -c '
import re
print(re.findall("[\u3041-\u9fff][,;.:] ?[\u3041-\u9fff0-9]", open("t", encoding="utf-8").read()))'
  assert_output "[]"
}

@test "what the chart says to readers who cannot see is joined by the language" {
  fb-chart --locale ja -o a.pdf "$DATA/pages.ndjson"
  run python3 -c '
import re
told = [bytes.fromhex(t.decode()).decode("utf-16") for t in
    re.findall(rb"/Alt <([0-9A-Fa-f]+)>", open("a.pdf", "rb").read())]
print(len(told) > 3, any("、" in t for t in told), any("。" in t for t in told))
for t in told:
    print(*re.findall("[^ -~][,;.:] ", t), end="")'
  assert_output "True True True"
}

@test "lines of a Japanese title end between phrases" {
  jq -c 'if .prev then .prev.signal = false else . end' "$DATA/paired.ndjson" > m
  fb-chart --locale ja -o a.pdf m
  run pdftotext -l 1 a.pdf -
  assert_line '2026年10月は、検定できた'
  assert_line '数値のうち明らかに動いたものがない'
}

@test "a month at the head of a page or a column begins with a capital" {
  fb-chart --locale fr -o a.pdf "$DATA/paired.ndjson"
  run pdftotext -l 1 a.pdf -
  assert_line 'Octobre 2026'
  assert_line 'Octobre'
  assert_output --partial '1er–31 octobre 2026'
}

@test "counts agree with what is counted, in each language" {
  mix() {
    fb-chart --locale "$1" -o a.pdf "$DATA/paired.ndjson"
    pdftotext a.pdf - | tr -s ' \n' ' '
  }
  run mix fr
  assert_output --partial '2 détracteurs, 2 passifs, 2 promoteurs'
  run mix de
  assert_output --partial '2 Kritiker, 2 Passive, 2 Promotoren'
  jq -c 'if .quotes then .quotes |= [.[] | select(.id != "survey:h202610032")] else . end' "$DATA/paired.ndjson" > m
  one() {
    fb-chart --locale "$1" -o a.pdf m
    pdftotext a.pdf - | tr -s ' \n' ' '
  }
  run one fr
  assert_output --partial '1 détracteur, 2 passifs'
  run one es
  assert_output --partial '1 detractor, 2 pasivos'
}

@test "heads of columns keep apart where names of months are long" {
  for i in $(seq 12); do
    for month in 2026-0{6,7,8}; do
      printf '{"fb":"metric","metric":"m%d","period":"%s","value":4,"n":99}\n' "$i" $month
    done
    printf '{"fb":"metric","metric":"m%d","period":"2026-09","value":5,"n":99,"prev":{"period":"2026-08","value":4,"diff":1}}\n' "$i"
  done > m
  for lang in $(languages); do
    fb-chart --locale "$lang" -o a.pdf m
    run python3 "$BATS_TEST_DIRNAME/layout.py" a.pdf
    assert_equal "$lang $output" "$lang "
  done
}

@test "years, quarters and weeks are named as the language does" {
  title() { # period before locale
    for m in a b; do
      printf '{"fb":"metric","metric":"%s","period":"%s","value":5,"n":50,"prev":{"period":"%s","value":1,"diff":1,"signal":false,"p":0.5,"q":0.5}}\n' $m "$1" "$2"
    done > m
    fb-chart --locale "$3" -o a.pdf m
    pdftotext -l 1 a.pdf - | tr -s ' \n' ' '
  }
  run title 2026 2025 ja
  assert_output --partial "2026年は、"
  assert_output --partial "対2025年"
  run title 2026-Q3 2026-Q2 ja
  assert_output --partial "2026年第3四半期"
  run title 2020-W53 2020-W52 de
  assert_output --partial "KW 53/2020"
  run title 2026-Q3 2026-Q2 es
  assert_output --partial "T3 de 2026"
}

@test "words of an unknown language in Latin letters keep marks of such letters" {
  sed 's/"lang":"en"/"lang":""/g' "$DATA/paired.ndjson" > m
  for lang in ja ar; do
    fb-chart --locale $lang -o a.pdf m
    run pdftotext -l 2 a.pdf -
    assert_output --partial '“Best ten minutes of my day.”'
  done
}
