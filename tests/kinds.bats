# Every kind of metric, from records to a page and a workbook.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR" || return
}

records() {
  awk 'BEGIN {
    srand(4)
    for (i = 0; i < 600; i++) {
      m = i % 6 + 5; d = int(rand() * 26) + 1
      r = rand() < .5 ? "EU" : "US"
      printf "{\"id\":\"r%d\",\"date\":\"2026-%02d-%02d\",\"customer\":\"cust-%d\",\"score\":%d,\"scale\":\"0-10\"", \
        i, m, d, int(rand() * 200), int(rand() * 11)
      printf ",\"region\":\"%s\",\"themes\":[%s],\"masks\":[]", r, rand() < .5 ? "\"delivery\"" : ""
      printf ",\"text\":\"The parcel came to the wrong door on that day%s, number %d.\"", \
        r == "EU" ? " and very late" : "", i
      printf ",\"opened\":\"2026-%02d-%02dT08:00:00Z\",\"solved\":\"2026-%02d-%02dT%02d:00:00Z\"}\n", \
        m, d, m, d + 1, int(rand() * 24)
    }
  }'
  for m in 05 06 07 08 09 10; do
    printf '{"period":"2026-%s","region":"%s","customers":%d}\n' $m EU 3000 $m US 1000 >> base
  done
}

metrics() {
  fb-metric -m nps -m share:themes=delivery -m hours:opened,solved -m customers \
    -m rate --base base --decline --drivers themes --terms 5 --by region \
    --per month --asof 2026-10-31 --keep r | fb-anecdote
}

@test "each kind has words of its own on the page" {
  records > r
  metrics > m
  fb-chart -o r.pdf m
  pdftotext -layout r.pdf t
  grep -q 'Slow' t
  grep -q 'In the share' t
  grep -q 'Outside the share' t
  grep -q 'per 1,000' t
  grep -q 'Who answered .*self-selected' t
  # no name of a label, no customer and no time stands in for a word
  run grep -E 'group_|many_|one_|cust-|Satisfied|score 2026' t
  assert_failure
}

@test "lines beside the numbers are drawn, and pass by a workbook" {
  records > r
  metrics > m
  for kind in term driver decline; do grep -q "\"fb\":\"$kind\"" m; done
  grep -vE '"fb":"(term|driver|decline)"' m > fewer
  fb-chart -o a.pdf m
  fb-chart -o b.pdf fewer
  pdftotext -layout a.pdf a.txt
  pdftotext -layout b.pdf b.txt
  grep -q 'No group of customers falls silent' a.txt
  run grep 'falls silent' b.txt
  assert_failure
  fb-xlsx -o a.xlsx m
  fb-xlsx -o b.xlsx fewer
  cmp a.xlsx b.xlsx
}

@test "a count of customers is not held against the number of records" {
  records > r
  run metrics
  assert_success
  refute_output --partial 'count other records'
  refute_output --partial records_differ
}

@test "the numbers that tell customers apart are not summed up" {
  records > r
  fb-metric -m customers --per month --asof 2026-10-31 r > m
  fb-anecdote -q --partial m r > part
  grep -q '"writers":{"n":100,.*"m":100,"sum":0,"sq":0}' part
}
