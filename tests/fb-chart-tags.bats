# fb-chart: the structure of a PDF, for readers that cannot see.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

@test "tables have heads and rows of as many cells, pages are read in order" {
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  fb-chart --paper letter -o paired.pdf "$DATA/paired.ndjson"
  run python3 "$BATS_TEST_DIRNAME/tags.py" pages.pdf paired.pdf
  assert_success
  assert_output --regexp '^[1-9][0-9]* Table, [1-9][0-9]* TR, [1-9][0-9]* Figure$'
  run pdfinfo -struct-text pages.pdf
  refute_output --partial "Syntax"
  assert_output --partial '"Would recommend'
}

@test "a row of the summary is read as a head and its cells" {
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  pdfinfo -struct-text pages.pdf 2>&1 | tr -s ' \n' ' ' > t
  run cat t
  assert_output --partial 'TR TH: /Scope /Column "Measure" TH: /Scope /Column "October" TH: /Scope /Column "vs September" TH: /Scope /Column "13 months" TH: /Scope /Column "One customer behind the number"'
  assert_output --partial 'TR TH: /Scope /Row /ColSpan 5 "All customers" TR TH: /Scope /Row "Would recommend'
  assert_output --partial 'TD "−5 clearly worse" TD Figure'
  assert_output --partial 'TR TH: /Scope /Row "Eligible to be quoted" TD "2,230"'
  assert_output --partial 'TR TH: /Scope /Row "Care homes" TD "52" TD "53" TD "51" TD "54" TD "" TD "53"'
  assert_output --partial '"Oct" TH: /Scope /Column "On year" TH: /Scope /Column "n" TR'
  assert_output --partial 'TD "0" TD "1,904" TR'
}

@test "what stands outside of tables and figures is read as paragraphs" {
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  pdfinfo -struct-text pages.pdf 2>&1 | tr -s ' \n' ' ' > t
  run cat t
  assert_output --partial 'P (block) "Tells of the time to 31 October 2026.'
  assert_output --partial 'P (block) "2 more, in the workbook'
}

@test "the pieces of one cell are read as words of their own" {
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  run pdfinfo -struct-text pages.pdf
  assert_output --partial '"31 ±3"'
  assert_output --partial '"Would recommend Net Promoter Score, −100 to 100 n = 4,955"'
  assert_output --partial '"2 Oct · E-mail · Homes #5246e2d7"'
  assert_output --partial '"Oct 2025"'
  # The blanks take no room: the printed words are where they were.
  run pdftotext pages.pdf -
  refute_output --regexp '  |^ '
}

@test "words beside a link and in a letter are in the tree" {
  fb-chart --workbook w.xlsx -o pages.pdf "$DATA/pages.ndjson"
  jq -nc 'range(3) | {id: "l\(.)", date: "2026-10-0\(. + 1)", channel: "E-mail",
    score: 2, scale: "0-10", lang: "de", title: "Betreff \(.)", masks: [],
    text: "Erster Absatz.\nZweiter Absatz.", draw: {N: 9, ticket: "0\(.)"}}' > l
  fb-chart -k letters --workbook w.xlsx -o letters.pdf l
  run python3 "$BATS_TEST_DIRNAME/tags.py" pages.pdf letters.pdf
  assert_success
  assert_output --regexp '^[1-9][0-9]* Table, [1-9][0-9]* TR, [1-9][0-9]* Figure$'
  run bash -c "pdfinfo -struct-text pages.pdf 2>&1 | tr -s ' \n' ' '"
  assert_output --partial 'Span (inline) "2 Oct · E-mail · Homes" Link'
  assert_output --partial '" #5246e2d7"'
  run bash -c "pdfinfo -struct-text letters.pdf 2>&1 | tr -s ' \n' ' '"
  assert_output --partial 'Sect H2 (block) "1 Thursday 1 October 2026 E-mail 2'
  assert_output --partial 'H3 (block) "Betreff 0" P (block) "Erster Absatz." P (block) "Zweiter Absatz."'
}

@test "links have names, and the tabulator follows the structure" {
  fb-chart --workbook w.xlsx -o a.pdf "$DATA/pages.ndjson"
  qpdf --json --json-key=qpdf a.pdf > j
  jq -r '.qpdf[1][].value? | select(type == "object" and .["/Subtype"]? == "/Link") |
    [.["/Contents"], .["/A"]["/URI"]] | @tsv' j > links
  [ "$(wc -l < links)" -gt 20 ]
  run awk -F '\t' '{ a = $1; b = $2; sub("^u:#", "", a); sub(".*#id_", "", b); if (a != b) print }' links
  assert_output ""
  run jq -r '[.qpdf[1][].value? | select(type == "object" and .["/Type"]? == "/Page") |
    .["/Tabs"]] | unique[]' j
  assert_output "/S"
  fb-chart -k letters -o l.pdf "$DATA/pages.ndjson"
  qpdf --check l.pdf
}

@test "headings lead to each part, and the source of a page is read last" {
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  run bash -c "pdfinfo -struct-text pages.pdf 2>&1 | tr -s ' \n' ' '"
  assert_output --partial 'H2 (block) "Beside the proportions" H3 (block) "A minority view"'
  assert_output --partial 'H3 (block) "New in the words since September 2026"'
  assert_output --partial 'H2 (block) "Would recommend, Landlords"'
  assert_output --partial '(block) "± and 95% interval" P'
  assert_output --regexp 'P \(block\) "Source: [^"]*is in the workbook\." H1'
}

@test "a source that only repeats is in the tree once" {
  jq -nc 'range(9) | {id: "l\(.)", date: "2026-10-01", masks: [], text:
    ([range(150) | "word"] | join(" ")), draw: {N: 9, ticket: "0\(.)"}}' > l
  fb-chart -k letters -o a.pdf l
  run bash -c "pdftotext a.pdf - | grep -c '^Letters are printed whole'"
  printed=$output
  run bash -c "pdfinfo -struct-text a.pdf | grep -c '\"Letters are printed whole'"
  assert [ "$printed" -gt 2 ]
  assert_output 1
}

@test "faults of the order and of the heads are found out" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  qpdf --qdf --object-streams=disable a.pdf a.qdf
  for fault in 's,/S /H1,/S /P,;s,/S /H2,/S /H3,' 's,/Scope /Row,/Scope /Raw,' \
      's,/ColSpan 5,/ColSpan 4,' 's,/H1 << /MCID,/H1 << /MCIX,' \
      '0,/\/K 0$/s//\/K 9/'; do
    sed "$fault" a.qdf > b.pdf
    fix-qdf b.pdf > c.pdf
    python3 "$BATS_TEST_DIRNAME/tags.py" c.pdf >> said
  done
  run cat said
  assert_output --partial "c.pdf: the first heading is H3"
  assert_output --partial "c.pdf: a head that does not say of what"
  assert_output --partial "c.pdf: a table with rows of [4, 5] cells"
  assert_output --partial "c.pdf:1: words in no element"
  assert_output --partial "is read after what stands at"
}

@test "a row that lacks a cell is found out" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  qpdf --qdf --object-streams=disable a.pdf a.qdf
  sed '0,/\/S \/TD/s//\/S \/TR/' a.qdf > b.pdf
  fix-qdf b.pdf > c.pdf
  run python3 "$BATS_TEST_DIRNAME/tags.py" c.pdf
  assert_output --partial "c.pdf: a row"
}

@test "a heat map says what a blank is, where it has one" {
  fb-chart -o a.pdf "$DATA/pages.ndjson"
  run bash -c "pdftotext a.pdf - | tr '\n' ' '"
  assert_output --partial "Dot: fewer than 10. Blank: no answers."
  jq -c 'select(.by.kind != "Care homes")' "$DATA/pages.ndjson" > m
  fb-chart -o b.pdf m
  run bash -c "pdftotext b.pdf - | tr '\n' ' '"
  refute_output --partial "Blank: no answers."
}
