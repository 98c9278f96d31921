# fb-metric beside the numbers that are known of one hotel's reviews.
setup() {
  load ../helper
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  cd "$BATS_TEST_TMPDIR"
}

# Reviews with what the tags of the collection say in fields of their own.
hotel() {
  fb-ingest "$SHARED/data/hotel_london_booking.csv.gz" | jq -c 'select(.fb == null) |
    def tag($of): (.tags | map(select(. as $t | $of | index($t))) | first) // "none";
    .nationality |= (. // "" | gsub("^ +| +$"; "")) |
    .tags |= (gsub("^\\[.? *|. *\\]$"; "") | split("\u0027, \u0027") |
      map(gsub("^[ \u0027]+|[ \u0027]+$"; ""))) |
    .purpose = (tag(["Business trip", "Leisure trip"]) | sub(" trip"; "")) |
    .party = tag(["Couple", "Family with older children", "Family with young children",
      "Group", "Solo traveler", "Travelers with friends"]) |
    .room = tag(["Executive Double Room", "Executive Twin Room", "Standard Double Room",
      "Standard Double Room without Window", "Standard Single Room", "Standard Twin Room", "Suite"])'
}

# dimension value month n mean sd ge9 between le6 nps, of the lines in m.
table() {
  jq -r --arg d "$1" --arg key "$2" 'def fix($n): . * pow(10; $n) | round / pow(10; $n);
    select(.fb == "metric" and .metric == "mean") as $l | $l |
    select(if $key == "" then .by == {} else .by[$key] end) |
    (if $key == "" then "all" else .by[$key] end) as $v |
    (.stat.sum | tonumber) as $s | (.stat.sumsq | tonumber) as $q | .n as $n |
    [$d, $v, (if .period == "all" then "*" else .period end), $n, .value,
      (if $n > 1 then (($q - $s * $s / $n) / ($n - 1) | if . < 0 then 0 else . end | sqrt / 1000) else 0 end)] | @tsv' m |
    LC_ALL=C sort > means
  jq -r --arg d "$1" --arg key "$2" 'select(.fb == "metric" and .metric == "nps") |
    select(if $key == "" then .by == {} else .by[$key] end) |
    [$d, (if $key == "" then "all" else .by[$key] end), (if .period == "all" then "*" else .period end),
      .stat.groups.promoter, .stat.groups.passive, .stat.groups.detractor, .value] | @tsv' m |
    LC_ALL=C sort > scores
  awk -F'\t' -v OFS='\t' 'NR == FNR { more[$1 FS $2 FS $3] = $4 OFS $5 OFS $6 OFS sprintf("%.2f", $7); next }
    { print $1, $2, $3, $4, sprintf("%.4f", $5), sprintf("%.4f", $6), more[$1 FS $2 FS $3] }' scores means
}

@test "every number known of the hotel comes out" {
  hotel > r
  {
    fb-metric -m mean -m nps --by nationality --by purpose --by party --by room r > m
    table all ""
    table nationality nationality
    for d in party purpose room; do table $d $d; done
    fb-metric -m mean -m nps --by purpose --per month --history 40 --period 2017-08 r > m
    table all ""
    table purpose purpose
  } | LC_ALL=C sort -u > got
  sed 1d "$SHARED/data/truth_hotel_london.tsv" > want
  assert_equal "$(wc -l < want)" 211
  # every known row, field by field; the last digit may round either way
  run awk -F'\t' 'NR == FNR { got[$1 FS $2 FS $3] = $0; next }
    { n = split(got[$1 FS $2 FS $3], g, FS); off = n < NF
      for (i = 4; i <= NF; i++) { d = g[i] - $i; tol = i < 5 || i > 6 && i < 10 ? 0 : i == 10 ? .0051 : .00011
        if (d > tol || d < -tol) off = 1 }
      if (off) { bad++; print "want " $0; print "got  " got[$1 FS $2 FS $3] } }
    END { exit bad > 0 }' got want
  assert_success
}
