# What is told when fb-chart is used in a wrong way, and what to do next.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
  metric nps 2026-08 30 '"n":40' > m
  metric nps 2026-09 31 '"n":40' >> m
}

# A metric line: name, period, value, further keys.
metric() {
  printf '{"fb":"metric","metric":"%s","period":"%s","value":%s%s}\n' "$1" "$2" "$3" "${4:+,$4}"
}

# Run with these options: the status and all that is told. A wrong command line
# writes nothing.
tells() {
  local want=$1 words=$2
  shift 2
  rm -f a.pdf
  run --separate-stderr fb-chart -o a.pdf "$@"
  assert_equal "$stderr" "$words"
  assert_equal "$status" "$want"
  if ((want > 1)); then
    assert_not_exist a.pdf
  else
    qpdf --check a.pdf > /dev/null
  fi
}

@test "an ending that is no picture's is refused, and the endings are named" {
  for kind in report bar; do
    for end in doc jpg ndjson svgz; do
      run --separate-stderr fb-chart -k $kind -o a.$end m
      assert_failure 2
      assert_not_exist a.$end
    done
  done
  assert_equal "$stderr" "fb-chart: 'a.svgz': no picture ends in '.svgz'; name it .pdf, .svg or .png"
  run --separate-stderr fb-chart -o a.svg m
  assert_failure 2
  assert_equal "$stderr" "fb-chart: 'a.svg': -k report makes a PDF; name it .pdf"
  mkdir v1.2
  for name in v1.2/report .report a.PDF; do
    fb-chart -o $name m
    head -c 4 $name | grep -q PDF
  done
}

@test "no input is written over" {
  cp m n
  ln -s m link
  for name in m ./m link; do
    run --separate-stderr fb-chart -o $name n m
    assert_failure 2
    assert_equal "$stderr" "fb-chart: 'm' would be written over itself; name another file: -o"
  done
  tells 2 "fb-chart: --rejects 'a.pdf': that is what -o writes; name another file" --rejects a.pdf m
  cmp m n
}

@test "an option that is given twice is a wrong command line" {
  tells 2 "fb-chart: --kind 'bar': given twice, 'line' before; try 'fb-chart --help'" -k line -k bar m
  tells 2 "fb-chart: --title 'b': given twice, 'a' before; try 'fb-chart --help'" -k bar --title a --title b m
  tells 2 "fb-chart: --size '90x90': given twice, '80x80' before; try 'fb-chart --help'" -k bar --size 80x80 --size 90x90 m
  tells 2 "fb-chart: --output 'b.pdf': given twice, 'a.pdf' before; try 'fb-chart --help'" -o b.pdf m
  assert_not_exist b.pdf
  tells 0 "" -q -q --unredacted --unredacted m
}

@test "sizes, kinds and names that are none are told with what there is" {
  tells 2 "fb-chart: --size '300': not millimetres by millimetres such as 160x100; try 'fb-chart --help'" -k bar --size 300 m
  for size in 100x 100X80 100mmx80mm 100,5x80 nanxnan '' x; do
    run fb-chart -k bar --size "$size" -o a.pdf m
    assert_failure 2
  done
  tells 2 "fb-chart: --size '60x60': too small; a chart is 70x60 millimetres at least; try 'fb-chart --help'" -k bar --size 60x60 m
  tells 2 "fb-chart: --size '90x9000': too large; a chart is 2000x2000 millimetres at most; try 'fb-chart --help'" -k bar --size 90x9000 m
  tells 2 "fb-chart: --size and --paper are two sizes; give one" -k bar --size 90x90 --paper a4 m
  tells 2 "fb-chart: --palette 'neon': there is none of this name; there are default, grey and safe, and ./FILE is one of your own" --palette neon m
  tells 2 "fb-chart: --palette: './neon' cannot be opened: No such file or directory" --palette ./neon m
  tells 2 "fb-chart: there is no file 'bar'; the kind is said by -k bar" bar m
  tells 2 "fb-chart: --where 'region': not KEY=VALUE or KEY!=VALUE, such as region=EU" --where region m
  run --separate-stderr fb-chart -o '' m
  assert_failure 2
  assert_equal "$stderr" "fb-chart: --output '': a file without a name; try 'fb-chart --help'"
}

@test "a language that is not there is told with those that are" {
  local there="there are ar, de, en, es, fr and ja"
  for name in xx pt-BR german C; do
    tells 2 "fb-chart: --locale '$name': there are no words for this language; $there" --locale $name m
  done
  tells 2 "fb-chart: --locale '': not a language like en; $there" --locale '' m
  { echo '{"fb":"report","locale":"xx"}'; cat m; } > n
  tells 2 "fb-chart: the report line's locale 'xx': there are no words for this language; $there" n
  tells 0 "" --locale fr n
  fb-chart --locale de -o de.pdf m
  for name in de-AT de_DE.UTF-8; do
    tells 0 "fb-chart: --locale '$name': there are no words of that place; those of its language are taken" --locale $name m
    assert_equal "$(pdftotext a.pdf -)" "$(pdftotext de.pdf -)"
  done
  for name in DE de.UTF-8; do
    tells 0 "" --locale $name m
  done
}

@test "a line that is broken is told with its place and what is missing" {
  while IFS=@ read -r line words; do
    { cat m; echo "$line"; } > n
    tells 1 "fb-chart: n:3: $words" -k bar n
  done <<'END'
{"fb":"metric","metric":"nps","value":3}@a metric line without "period" such as "2026-10", or "all"
{"fb":"metric","period":"2026-10","value":3}@a metric line without "metric", the name of its number such as "nps"
{"fb":"metric","metric":"nps","period":"2026-10","value":"31 points"}@a metric line whose "value" is no number such as 31.5
{"fb":"metric","metric":"nps","period":"2026-10","value":NaN}@not a JSON value (a number that is missing is null), at byte 58
{"fb":"metric","metric":"nps","period":"2026-10","value":3,"n":-4}@a metric line whose "n" is no count such as 412
{"fb":"metric","metric":"nps","period":"2026-10","value":3,"n":"many"}@a metric line whose "n" is no count such as 412
{"fb":"metric","metric":"nps","period":"2026-10","value":3,"lo":5,"hi":1}@a metric line whose "lo" is above its "hi"
{"fb":"metric","metric":"nps","period":"2026-10","value":3,"by":"EU"}@a metric line whose "by" is no object such as {"region":"EU"}
{"fb":"event","text":"strike"}@an event line without a "date" such as "2026-10-01"
{"fb":"metric" "metric":"nps"}@neither comma nor } behind a value, at byte 16
END
}

@test "a count may be a text, or have a fraction of nothing" {
  for n in 412 '"412"' 412.0 4.12e2; do
    metric nps 2026-09 31 "\"n\":$n" > n
    tells 0 "" -k bar n
    pdftotext a.pdf - | grep -q 'n = 412'
  done
}

@test "what the input is instead of lines is told, with the next step" {
  jq -sc . m > n
  tells 1 "fb-chart: n:1: not a JSON object
fb-chart: the input is an array, not an object a line; jq -c '.[]' makes lines of it" -k bar n
  jq . m > n
  run --separate-stderr fb-chart -o a.pdf n
  assert_regex "$stderr" "jq -c \. makes one line of it"
  printf 'metric,period,value\nnps,2026-09,31\n' > n
  tells 1 "fb-chart: n:1: not a JSON object
fb-chart: n:2: not a JSON object
fb-chart: no line of the input is a record; fb-ingest makes records of exports, mlr --icsv --ojsonl lines of tables" n
  echo '{"a":NaN}' > n
  tells 1 "fb-chart: n:1: not a JSON value (a number that is missing is null), at byte 6
fb-chart: no line of the input is JSON" n
  echo '{"fb":"metric","metric":"nps"}' > n
  tells 1 'fb-chart: n:1: a metric line without "period" such as "2026-10", or "all"
fb-chart: nothing to report: no line can be used' n
  fb-chart -o b.pdf m
  tells 3 "fb-chart: 'b.pdf' is a PDF; give the lines it was drawn from" b.pdf
  fb-chart -k bar -o b.png m
  tells 3 "fb-chart: 'b.png' is a picture; give the lines it was drawn from" b.png
  fb-xlsx -o b.xlsx m
  tells 3 "fb-chart: 'b.xlsx' is a zip archive or workbook; fb-ingest reads exports in it" b.xlsx
}

@test "nothing to draw is told with what came in and what to do" {
  local nothing="fb-chart: nothing to report:" text='"id":"1","text":"Late again.","masks":[]'
  tells 0 "$nothing no line came in; fb-metric, fb-anecdote and fb-sample write what is needed" /dev/null
  echo "{$text}" > n
  tells 0 "$nothing records came in, but no metric line; fb-metric makes metric lines of them, fb-sample draws letters" n
  tells 0 "$nothing records came in, but none that fb-sample drew; fb-sample -n 10 draws ten" -k letters n
  tells 0 "$nothing --where leaves out every record" -k letters --where id=2 n
  fb-sample -n 1 n > drawn
  tells 0 "$nothing drawn records came in, but no metric line; -k letters prints them" -k bar drawn
  tells 0 "" drawn
  tells 0 "$nothing metric lines came in, but no record that fb-sample drew; without -k letters they are drawn" -k letters m
  pdftotext a.pdf - | grep -q "No record that was drawn by lot came in"
  sed 's/"fb":"metric",//' m > n
  tells 0 "$nothing lines have a metric and a value, but no \"fb\":\"metric\"; jq -c '.fb = \"metric\"' adds it" n
  tells 0 "fb-chart: --where selects records, and none came in; for metric lines give it to fb-metric" --where region=EU m
}

@test "with --fail-empty whatever draws nothing is status 1" {
  metric nps Oktober 3 > n
  for args in "/dev/null" "-k letters m" "-k line n" "-k bar /dev/null"; do
    run fb-chart -q --fail-empty -o a.pdf $args
    assert_failure 1
  done
  fb-chart -q --fail-empty -k bar -o a.pdf n
}

@test "a period that has no place in time is told" {
  local words="is only a name and has no place in time; periods are written 2026, 2026-Q4, 2026-10, 2026-W40 or 2026-10-03"
  metric nps Oktober 3 > n
  for kind in report bar; do
    tells 0 "fb-chart: the period 'Oktober' $words" -k $kind n
  done
  metric nps 10/2026 3 >> n
  tells 0 "fb-chart: nothing to draw as line: it needs periods in time; -k bar takes any
fb-chart: the period 'Oktober', as others, $words" -k line n
  metric nps 2026-10-01T00:00:00Z 3 > n
  tells 0 "" -k bar n
}

@test "a title that does not fit is told to be cut, an empty one is none" {
  tells 0 "fb-chart: the title does not fit and is cut; make it shorter, or the chart wider" -k bar --title "$(yes word | head -n 200 | tr '\n' ' ')" m
  tells 0 "" -k bar --title '' m
}
