# Sheets of Excel workbooks as tables.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR" || return
  /usr/bin/python3 - <<-'E'
	import datetime
	import openpyxl
	book = openpyxl.Workbook()
	book.active.title = 'Notes'
	book.active['A1'] = 'nothing here'
	book.active.sheet_state = 'hidden'
	sheet = book.create_sheet('Answers')
	for row in [
	        ['When', 'How was it?', 'Rating', 'Ok'],
	        [datetime.datetime(2026, 10, 3, 14, 5), 'Quick, and "kind"', 4, True],
	        [],
	        [datetime.date(2026, 10, 4), 'Two\nlines', 2.5, False],
	        [datetime.date(2026, 10, 5), None, 3, None],
	        [datetime.date(2026, 10, 5), 'off', 9, None]]:
	    sheet.append(row)
	book.active = 1
	book.save('t.xlsx')
	E
}

@test "the first sheet that is shown becomes records, dates as dates" {
  run --separate-stderr fb-ingest --scale 1-5 -c 'text=How was it?' t.xlsx
  assert_failure 1
  assert_line --index 0 --partial '"date":"2026-10-03T14:05:00","source":"t.xlsx","score":4,"scale":"1-5","text":"Quick, and \"kind\"","Ok":"TRUE"}'
  assert_line --index 1 --partial '"date":"2026-10-04","source":"t.xlsx","score":2.5,"scale":"1-5","text":"Two\nlines","Ok":"FALSE"}'
  assert_line --index 2 --partial '"date":"2026-10-05","source":"t.xlsx","score":3,"scale":"1-5"}'
  assert_equal "$stderr" "fb-ingest: t.xlsx:6: score '9' is above the scale 1-5; --scale gives another"
}

@test "a named sheet is read, another is refused" {
  run fb-ingest --sheet Notes t.xlsx
  assert_success
  assert_line --index 0 --partial '"in":0,"out":0'
  run fb-ingest --sheet Elsewhere t.xlsx
  assert_failure 3
  assert_output --partial "t.xlsx: has no sheet of that name"
  run bash -c 'fb-ingest --explain --scale 1-10 t.xlsx 2>&1 > /dev/null'
  assert_line "fb-ingest: t.xlsx: workbook: the sheet 'Answers', of 2: 'Notes' (hidden), 'Answers'"
}

@test "a torn workbook is status 3" {
  head -c 2000 t.xlsx > torn.xlsx
  run fb-ingest torn.xlsx
  assert_failure 3
}
