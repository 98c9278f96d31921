# Tables that are not written by the book, told and read as they are meant.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR" || return
}

records() {
  fb-ingest -q "$@" | grep -v '^{"fb":"trail"' | cut -d, -f2-
}

@test "a quote without a partner costs neither cells nor the rows behind it" {
  cat > t.csv <<'END'
n,words,where
1,"two
lines",here
2,"lost,there
3,"so, so",here
4,fine,"

4,"fine",too
5,"lamp, 48"","far"
6,last,"open
END
  run --separate-stderr fb-ingest t.csv
  assert_failure 1
  assert_line --index 0 --partial '"n":1,"words":"two\nlines","where":"here"}'
  assert_line --index 1 --partial '"n":2,"words":"\"lost","where":"there"}'
  assert_line --index 2 --partial '"n":3,"words":"so, so","where":"here"}'
  assert_line --index 3 --partial '"n":4,"words":"fine","where":"\""}'
  assert_line --index 4 --partial '"n":4,"words":"fine","where":"too"}'
  assert_line --index 5 --partial '"n":5,"words":"lamp, 48\"","where":"far"}'
  assert_line --index 6 --partial '"in":7,"out":6,"filtered":0,"rejected":1,'
  assert_equal "$stderr" "fb-ingest: t.csv:4: a quote stands where none belongs; read so that the row has the header's 3 cells
fb-ingest: t.csv:6: a quote stands where none belongs; read so that the row has the header's 3 cells
fb-ingest: t.csv:9: a quote stands where none belongs; read so that the row has the header's 3 cells
fb-ingest: t.csv:10: a quote that opens here never closes; the row is left out"
}

@test "rows that a long open quote would take along are read, others are not" {
  { echo a,b; echo '1,"open'; for i in $(seq 100); do echo "$i,x"; done; } > t.csv
  run --separate-stderr fb-ingest --max-record 200 --rejects bad t.csv
  assert_failure 1
  assert_equal "$stderr" "fb-ingest: t.csv:2: a quote that opens here never closes; the row is left out"
  assert_equal "$(jq -r .raw bad)" '1,"open'
  assert_regex "${lines[-1]}" '"in":101,"out":100,'
  { echo a,b; echo '1,"long words'; yes 'and no comma' | head -100; } > t.csv
  run --separate-stderr fb-ingest --max-record 200 t.csv
  assert_failure 3
  assert_regex "$stderr" "t.csv:2: the row that starts here is longer than 200 bytes and a quote in it is still open"
}

@test "delimiters of several bytes, and a blank behind each comma" {
  printf 'n,words,x\n1,"a, ""b""",c\n2,d,\n' > want.csv
  records --source s want.csv > want
  for d in '||' '¦' ', ' '<>'; do
    sed 's/, /COMMA/; s/,/\x01/g; s/COMMA/, /' want.csv > raw
    printf '%s' "$(sed "s/\x01/$d/g" raw)" > x.csv
    records --source s -d "$d" x.csv > got
    cmp want got
  done
  sed 's/, /COMMA/; s/,/, /g; s/COMMA/, /' want.csv > x.csv
  records --source s x.csv > got
  cmp want got
  run fb-ingest --explain x.csv
  assert_output --partial "delimiter: ', ' with the blank, which leaves 0 stray quotes instead of"
  run fb-ingest -d 'a"b' x.csv
  assert_failure 2
  assert_output --partial "--delimiter 'a\"b': not characters without quotes and line ends"
}

@test "blanks behind commas stay where no quote stands behind them" {
  printf 'n, words\n1, a\n2, b\n' > x.csv
  run records x.csv
  assert_line --index 0 --partial '"n":1,"words":" a"}'
}

@test "single quotes are told when each opens or closes a cell" {
  printf "n,words,a,b,c\n1,'x, y',1,2,3\n2,'z',4,5,6\n" > x.csv
  run records x.csv
  assert_line --index 0 --partial '"words":"x, y","a":1'
  printf "n,words,a,b,c\n1,'x y',1,2,3\n2,it's 'so,4,5,6\n" > x.csv
  run records x.csv
  assert_line --index 0 --partial "\"words\":\"'x y'\",\"a\":1"
}

@test "titles above the header are passed over and told" {
  printf 'Reviews of June\n"Shop; ""North"""\n\nid;words;stars\n1;"a;b";5\n2;c;4\n' > t.csv
  run --separate-stderr fb-ingest t.csv
  assert_success
  assert_line --index 0 --partial '"id":"1","source":"t.csv","words":"a;b","stars":5}'
  assert_regex "${lines[2]}" '"in":2,"out":2,'
  assert_line --index 2 --partial '"in":2'
  assert_regex "$stderr" "^fb-ingest: t.csv: 3 lines above the header are passed over; --skip-lines 0 reads them"
  run fb-ingest -q --skip-lines 0 t.csv
  assert_line --index 0 --partial '"Reviews of June":'
  printf 'Review,,\n,,\nid,words,stars\n1,a,5\n2,c,4\n' > t.csv
  run records t.csv
  assert_line --index 0 --partial '"words":"a","stars":5}'
}

@test "a header of one cell, or one that fits its rows, stays the header" {
  printf 'words\nGood, fast, kind\nBad, slow, rude\nSo, so, well\n' > t.csv
  run --separate-stderr fb-ingest t.csv
  refute_regex "$stderr" 'above the header'
  printf ',words\n0,x\n1,y\n' > t.csv
  run --separate-stderr fb-ingest t.csv
  refute_regex "$stderr" 'above the header'
}

@test "files joined into one repeat the header, which is no row" {
  printf 'n,words,words\n1,a,b\n' > one.csv
  cat one.csv one.csv one.csv > t.csv
  run --separate-stderr fb-ingest t.csv
  assert_success
  assert_equal "${#lines[@]}" 4
  assert_line --index 3 --partial '"in":5,"out":3,"filtered":2,'
  assert_line --index 3 --partial '"repeated_headers":2,'
  assert_regex "$stderr" "t.csv:3: the header stands here again and is passed over"
  run fb-ingest -q --no-header t.csv
  assert_regex "${lines[-1]}" '"in":6,"out":6,'
}

@test "a quote in the header that never closes is status 3, in a first row it costs that" {
  printf 'n,"words\n1,a\n' > t.csv
  run --separate-stderr fb-ingest -o out t.csv
  assert_failure 3
  assert_equal "$stderr" "fb-ingest: t.csv: a quote in the header never closes; give --no-quotes if cells are not quoted"
  assert_not_exist out
  run --separate-stderr fb-ingest --no-header t.csv
  assert_failure 1
  assert_line --index 0 --partial '"column_1":1,"column_2":"a"}'
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":0,"rejected":1,'
}
