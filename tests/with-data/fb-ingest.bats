# Real exports, against Python's csv module.
setup() {
  load ../helper
  SHARED=${SHARED:-$BATS_TEST_DIRNAME/../../../shared}
  ROWS=$BATS_TEST_DIRNAME/ingest_rows.py
}

@test "every cell of every real table is as Python's csv module reads it" {
  for file in "$SHARED"/data/*.csv "$SHARED"/data/*.csv.gz "$SHARED"/data/*.tsv; do
    case $file in
    */SOURCES.tsv | */tweets_8lang_val.tsv) continue ;;
    esac
    run python3 "$ROWS" "$file"
    assert_success
  done
}

@test "a table written without quoting is read whole with --no-quotes" {
  run python3 "$ROWS" "$SHARED/data/tweets_8lang_val.tsv" --no-quotes
  assert_success
}
