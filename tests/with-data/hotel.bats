# A hotel's reviews through the pipe, beside figures that were computed elsewhere.
setup() {
  load ../helper
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  COLUMNS_PY=$BATS_TEST_DIRNAME/hotel_columns.py
  PROFILE=$BATS_TEST_DIRNAME/../../share/profiles/booking-hotel.profile
  cd "$BATS_TEST_TMPDIR"
  zcat "$SHARED/data/hotel_london_booking.csv.gz" |
    python3 "$COLUMNS_PY" columns >hotel.csv
}

@test "every n, mean, NPS and deviation of the truth comes out of the pipe" {
  fb-ingest -p "$PROFILE" hotel.csv | fb-redact >records
  fb-metric -m nps -m mean --by purpose --by party --by room records >groups
  fb-metric -m nps -m mean --by purpose --per month --period 2017-08 \
    --history 24 records >months
  run python3 "$COLUMNS_PY" figures "$SHARED/data/truth_hotel_london.tsv" \
    groups months
  assert_success
  assert_output "118 rows, 0 wrong"
}

@test "one pipe gives the lines that the steps give" {
  fb-ingest -p "$PROFILE" hotel.csv | fb-redact |
    fb-metric -m nps -m mean --by purpose --by party --by room >pipe
  fb-ingest -p "$PROFILE" -o records hotel.csv
  fb-redact -o redacted records
  fb-metric -m nps -m mean --by purpose --by party --by room -o groups redacted
  cmp pipe groups
}

@test "what was bad and what was good reach the text, 'No Negative' does not" {
  fb-ingest -p "$PROFILE" hotel.csv >records
  run python3 "$COLUMNS_PY" words hotel.csv records
  assert_success
  assert_output "4789 texts, 3569 of two parts, 0 wrong"
}

@test "a figure of the truth that is one off is seen" {
  fb-ingest -p "$PROFILE" hotel.csv | fb-redact >records
  fb-metric -m nps -m mean --by purpose --by party --by room records >groups
  fb-metric -m nps -m mean --by purpose --per month --period 2017-08 \
    --history 24 records >months
  sed 's/^party\tGroup\t\*\t483/party\tGroup\t*\t484/' \
    "$SHARED/data/truth_hotel_london.tsv" >truth
  run python3 "$COLUMNS_PY" figures truth groups months
  assert_failure
  assert_line --partial "118 rows, 1 wrong"
}

@test "NPS, its intervals and changes are as recomputed by month" {
  zcat "$SHARED/data/hotel_london_booking.csv.gz" >reviews.csv
  fb-ingest -p "$PROFILE" reviews.csv | fb-redact >records
  for period in 2016-01 2016-02 2017-06; do
    fb-metric -m nps -m mean -m csat@8-10 -m count --per month --by nationality \
      --period $period records >metrics
    run python3 "$BATS_TEST_DIRNAME/../recount.py" hotel reviews.csv metrics \
      month $period
    assert_success
    assert_output --regexp ' [1-9][0-9]* tests, [0-9]* signals$'
  done
}
