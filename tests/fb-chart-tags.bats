# fb-chart: the structure of a PDF, for readers that cannot see.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

@test "tables have rows of as many cells, figures their numbers as text" {
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
  assert_output --partial 'TR TH "Measure" TH "October" TH "vs September" TH "13 months" TH "One customer behind the number"'
  assert_output --partial 'TD "−5clearly worse" TD Figure'
  assert_output --partial 'TR TH "Eligible to be quoted" TD "2,230"'
  assert_output --partial 'TR TH "Care homes" TD "52" TD "53" TD "51" TD "54" TD "" TD "53"'
}

@test "what stands outside of tables and figures is read as paragraphs" {
  fb-chart -o pages.pdf "$DATA/pages.ndjson"
  pdfinfo -struct-text pages.pdf 2>&1 | tr -s ' \n' ' ' > t
  run cat t
  assert_output --partial 'P (block) "Tells of the time to 31 October 2026.'
  assert_output --partial 'P (block) "New in the words since September 2026"'
  assert_output --partial 'P (block) "± and 95% interval"'
  assert_output --partial 'P (block) "2 more, in the workbook'
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
