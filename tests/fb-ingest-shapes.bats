# Shapes of exports that profiles describe.
setup() {
  load helper
  IN=$DATA/ingest/shapes
  cd "$BATS_TEST_TMPDIR" || return
}

@test "qualtrics: three header rows, previews are filtered, unfinished is a flag" {
  run fb-ingest "$IN/qualtrics.csv"
  assert_success
  assert_line --index 0 --partial '{"id":"qualtrics:R_1","date":"2026-09-01T08:02:01","source":"qualtrics.csv","channel":"Survey","customer":"c-17","lang":"EN",'
  assert_line --index 0 --partial '"Q1":9,"Q2":"Quick answers"}'
  assert_line --index 1 --partial '"Q1":4,"unfinished":true}'
  assert_line --index 2 --partial '"in":3,"out":2,"filtered":1,"rejected":0,'
  assert_line --index 2 --partial '"skipped":1'
}

@test "surveymonkey: a question is filled from the left and has its option" {
  run fb-ingest "$IN/surveymonkey.csv"
  assert_line --index 0 --partial '"What did you use, if anything? - Shop":"Shop","How can we do better?":"Open earlier","Rate us - Speed":4,"Rate us - Care":5}'
  assert_line --index 1 --partial '"What did you use, if anything? - Phone":"Phone","Rate us - Speed":2}'
  run fb-ingest "$IN/surveymonkey-condensed.csv"
  assert_success
  assert_line --index 0 '{"id":"surveymonkey:77","date":"2026-05-01T10:01:00","source":"surveymonkey-condensed.csv","channel":"Survey","collector":1,"Date Created":"2026-05-01 10:00:00","What did you use?":"Shop","Would you come again?":"Yes"}'
}

@test "typeform: guards go, apostrophes stay, equal questions are numbered" {
  run fb-ingest -q "$IN/typeform.csv"
  assert_success
  assert_line --index 0 --partial '"What is your phone number?":"+49301234567","Other":"this","Other_2":"that"'
  assert_line --index 1 --partial "\"Other_2\":\"'tis fine\""
  assert_line --index 1 --partial '"unfinished":true}'
}

@test "chatwoot: the line of the period is no answer, the one before it is" {
  run fb-ingest -q "$IN/chatwoot.csv"
  assert_line --index 1 --partial '"score":2,"scale":"1-5"'
  assert_line --index 2 --partial '"in":3,"out":2,"filtered":1,'
}

@test "a footer in the middle is a row" {
  { sed -n 1,2p "$IN/chatwoot.csv"; echo "Reporting period"; sed -n 3p "$IN/chatwoot.csv"; } > x.csv
  run fb-ingest -q "$PWD/x.csv"
  assert_line --index 3 --partial '"in":3,"out":3,"filtered":0,'
}

@test "only rows of certain authors" {
  run fb-ingest -p "$IN/intercom-like.profile" "$IN/intercom-like.csv"
  assert_success
  assert_line --index 0 --partial '"text":"Hello"'
  assert_line --index 1 --partial '"text":"Is it open?"'
  assert_line --index 2 --partial '"in":3,"out":2,"filtered":1,'
}

@test "cells that are lists become arrays" {
  run fb-ingest -q "$IN/fider.csv"
  assert_success
  assert_line --index 0 --partial '"tags":["ui","night"]}'
}

@test "what names a person is marked, and the redactor drops it" {
  run bash -c "fb-ingest '$IN/fider.csv' '$IN/product.csv' | fb-redact"
  assert_success
  refute_output --partial "Kim"
  run fb-ingest "$IN/product.csv"
  assert_line --index 0 --partial '"person_consumer_name":"Kim R."'
}

@test "profiles of the other exports are found by their headers" {
  for name in cfpb formbricks fider medallia touchpoints; do
    run fb-ingest -q "$IN/$name.csv"
    assert_line --partial "\"profiles\":[\"$name\"]"
  done
  run fb-ingest -q "$IN/forms.csv"
  assert_line --partial '"profiles":["google-forms"]'
  run fb-ingest -q "$IN/product.csv"
  assert_line --partial '"profiles":["trustpilot-product"]'
  run fb-ingest -q "$IN/medallia.csv"
  assert_line --index 1 --partial '"in":2,"out":1,"filtered":1,'
}

@test "a profile's mistakes are named with their line" {
  printf 'headers = many\n' > a.profile
  run fb-ingest -p ./a.profile "$IN/fider.csv"
  assert_failure 2
  assert_output --partial "./a.profile:1: 'headers' is a number of rows"
  printf '[split]\ntags = ""\n' > a.profile
  run fb-ingest -p ./a.profile "$IN/fider.csv"
  assert_failure 2
  assert_output --partial "./a.profile:2: nothing to split at"
}
