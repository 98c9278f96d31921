# Words of real customers, in a dozen languages, through the pipe to the page.
bats_require_minimum_version 1.5.0

setup() {
  load ../helper
  DATA=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}/data
  cd "$BATS_TEST_TMPDIR"
}

# A profile of some lines ("key = Column") for an export; the whole report of
# it, with letters, and every printed word found in its row.
report() {
  local export=$DATA/$1 profile=./words.profile
  if [[ -e $2 ]]; then
    profile=$2
  else
    printf '[map]\n%s\n' "$2" >words.profile
  fi
  fb-ingest -q -p $profile --max-bad 100% "$export" | fb-redact -q >records
  fb-metric -q "${@:3}" records | fb-anecdote -q -n 12 - records >paired
  fb-sample -q -n 40 --require text records >letters
  fb-chart -o report.pdf paired letters
  fb-xlsx -o report.xlsx paired letters
  run /usr/bin/python3 "$ROOT/tests/verbatim.py" $profile "$export" \
    report.xlsx report.pdf
  echo "$output"
  assert_success
  assert_line --regexp 'report.pdf: [1-9][0-9]* quotes, .* 40 letters'
}

@test "a hotel: two columns are one text" {
  report hotel_london_booking.csv.gz "$ROOT/share/profiles/booking-hotel.profile" \
    -m nps -m mean --per month
}

@test "an app's reviews, with their titles" {
  report appstore_chatgpt.csv "date = date
title = title
text = review
score = rating
scale = 1-5" -m csat -m count --per day
}

@test "tweets: names, links, emoji" {
  report twitter_us_airline.csv.gz "date = tweet_created %d-%m-%Y %H:%M
text = text" -m count --per day --by airline
}

@test "a game in many languages" {
  report steam_diablo4_multilang.csv "date = timestamp
text = review_text
lang = language" -m count --per day
}

@test "seats" {
  report skytrax_seat.csv "date = date
text = content
title = title" -m count --per quarter
}

@test "clothes: lines that begin with a sign, empty titles" {
  report clothing_1000.csv "text = Review Text
title = Title
score = Rating
scale = 1-5" -m csat -m mean
}

@test "meals in Chinese" {
  report waimai_zh.csv "text = review" -m count
}
