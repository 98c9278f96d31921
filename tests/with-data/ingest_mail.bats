# Real mail, against Python's email package.
setup() {
  load ../helper
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  MAIL=$BATS_TEST_DIRNAME/ingest_mail.py
}

@test "mailboxes: subjects, dates and bodies of all mails are Python's" {
  run python3 "$MAIL" boxes "$SHARED"
  assert_success
  assert_output --partial "6000 values: 6000 equal"
}

@test "a tar of odd mails is read like its files" {
  run python3 "$MAIL" tar "$SHARED"
  assert_success
}

@test "the corpus of mails is read as expected, each deviation listed" {
  run python3 "$MAIL" corpus "$SHARED"
  echo "$output" | grep ' values: ' >&3
  assert_success
}

@test "every mail file is told without a flag" {
  for file in "$SHARED"/data/mbox_* "$SHARED"/exports/mail_*; do
    run --separate-stderr fb-ingest --explain "$file"
    assert_success
    assert_regex "$stderr" "format: mail"
  done
}
