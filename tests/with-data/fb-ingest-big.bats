# A bad row among a million, and inputs that are larger than memory should be.
setup() {
  load ../helper
  cd "$BATS_TEST_TMPDIR" || return
}

# A million rows of id, words and score; every tenth takes three lines. A row for
# which bad(i) gives something is that.
rows() { # awk program for bad rows
  awk "$1"' BEGIN {
    print "id,words,score"
    for (i = 1; i <= 1000000; i++)
      if (i >= 777777 && bad(i)) print bad(i)
      else if (i % 10) print i ",\"so, so\"," i % 5 + 1
      else printf "%d,\"one\n\"\"two\"\"\nthree\",%d\n", i, i % 5 + 1
  }'
}

# Of a million rows these are missing, and the line of row 777777 is told.
missing() {
  awk -F'"' '$2 == "id" { while (++i < $4) print i }
    END { while (++i <= 1000000) print i }' out
}

LINE=$((1 + 777777 + 2 * 77777))

@test "a row with a lost quote among a million is read, told by its line" {
  rows 'function bad(i) { return i == 777777 ? i ",\"lost,5" : "" }' > t.csv
  fb-ingest --scale 1-5 t.csv > out 2> said
  assert_equal "$(cat said)" "fb-ingest: t.csv:$LINE: a quote stands where none belongs; read so that the row has the header's 3 cells"
  assert_equal "$(missing)" ""
  assert_equal "$(sed -n '777777{p;q}' out)" '{"id":"777777","source":"t.csv","score":5,"scale":"1-5","words":"\"lost"}'
}

@test "a quote that never closes costs its row of a million, however far it is" {
  rows 'function bad(i) { return i == 777777 ? i ",\"open" : i > 777777 ? i ",so,1" : "" }' > t.csv
  run bash -c 'fb-ingest --scale 1-5 --max-record 100000 t.csv > out 2> said'
  assert_failure 1
  assert_equal "$(cat said)" "fb-ingest: t.csv:$LINE: a quote that opens here never closes; the row is left out"
  assert_equal "$(missing)" 777777
}

@test "a short row and a score that is none among a million are told by their lines" {
  rows 'function bad(i) { return i == 777777 ? i ",so" : i == 777778 ? i ",so,x" : "" }' > t.csv
  run bash -c 'fb-ingest --scale 1-5 t.csv > out 2> said'
  assert_failure 1
  assert_equal "$(cat said)" "fb-ingest: t.csv:$LINE: 2 cells where the header has 3
fb-ingest: t.csv:$((LINE + 1)): score 'x' is not a number"
  assert_equal "$(missing)" ""
  assert_equal "$(tail -1 out | jq -c '[.in,.out,.off_scale,.ragged]')" "[1000000,1000000,1,1]"
}

# Ends with status 3, soon, in memory bounded by the longest row.
refused() { # command that writes, then fb-ingest's operands
  run --separate-stderr bash -c "ulimit -v 200000; timeout 60 bash -c '$1' | fb-ingest -o out ${2:--}"
  assert_failure 3
  assert_not_exist out
}

@test "a line of 1 GiB is a clear error, in a cell, a header, quotes or JSON" {
  big='head -c 1073741824 /dev/zero | tr "\0" x'
  refused "printf \"id,words\\n1,so\\n2,\"; $big"
  assert_equal "$stderr" "fb-ingest: -:3: the row that starts here is longer than 16777216 bytes; raise --max-record if that is right"
  refused "$big"
  assert_regex "$stderr" "^fb-ingest: -:1: the row that starts here is longer than 16777216 bytes"
  refused "printf \"id,words\\n1,\\\"\"; $big"
  assert_regex "$stderr" "^fb-ingest: -:2: the row that starts here is longer than 16777216 bytes"
  refused "printf \"[{\\\"a\\\":\\\"\"; $big"
  assert_regex "$stderr" "longer than 16777216 bytes"
}

@test "a million columns are a clear error" {
  refused 'seq -s, 1000000; seq -s, 1000000'
  assert_equal "$stderr" "fb-ingest: -: the header has more than 16,384 columns"
}

@test "a gzip bomb and JSON of 100,000 levels are clear errors in little memory" {
  head -c 268435456 /dev/zero | tr '\0' a | gzip -1 > bomb.csv.gz
  refused true bomb.csv.gz
  assert_regex "$stderr" "^fb-ingest: bomb.csv.gz:1: the row that starts here is longer than 16777216 bytes"
  refused 'printf "{\"x\":"; head -c 100000 /dev/zero | tr "\0" "["; head -c 100000 /dev/zero | tr "\0" "]"; echo "}"'
  assert_regex "$stderr" "^fb-ingest: -:1: .*512"
}
