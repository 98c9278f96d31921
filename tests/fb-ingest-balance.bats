# Every row accounted for: by source, by file, and those that are bad data.
setup() {
  load helper
  IN=$DATA/ingest
  cd "$BATS_TEST_TMPDIR" || return
}

# One file of each format, with rows that are fine, bad, doubled and left out.
make_all() {
  printf 'id,text\n1,a\n1,newer\n2,"open\n3,c\n' > t.csv
  printf '[{"id":1,"text":"a"},\n {"id":2,"text":tru},\n {"id":3,"text":"c"}]' > t.json
  printf '{"id":1,"text":"a"}\n{"id":\n{"id":3,"text":"c"}\n' > t.ndjson
  cp "$IN/mail/inbox.mbox" t.mbox
  printf 'From: a@b.c\nSubject: hi\n\nwords\n' > t.eml
  printf 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v X>Hm.\n' > t.vtt
  printf -- '---\nid: n1\n---\n# One\nwords\n\n# Two\nmore words\n' > t.md
  /usr/bin/python3 -c 'import openpyxl as o
b = o.Workbook()
for r in [["id", "text"], [1, "a"], [1, "newer"], [2, "b"]]: b.active.append(r)
b.save("t.xlsx")'
  gzip -k t.csv
  mkdir -p folder
  cp t.eml folder/a.eml
  cp t.csv folder/b.csv
  tar cf t.tar t.csv t.json
  ALL=(t.csv t.json t.ndjson t.mbox t.eml t.vtt t.md t.xlsx t.csv.gz folder t.tar)
}

sums='[.sources | to_entries[].value | [.in,.out,.duplicates,.rejected,.filtered]] |
  transpose | map(add)'
totals='[.in,.out,.duplicates,.rejected,.filtered]'

@test "the balances of the sources add up to the totals, in every format" {
  make_all
  for way in '' --unique '--where text!=c' '--unique --where text!=c'; do
    fb-ingest -q --max-bad 99 $way "${ALL[@]}" | tail -n 1 > trail
    assert_equal "$(jq -c "$sums" trail)" "$(jq -c "$totals" trail)"
    assert_equal "$(jq -c '.sources|keys_unsorted == (keys_unsorted|sort)' trail)" true
    jq -e '.sources | to_entries | length == 11 and
      all(.value | .in == .out + .duplicates + .rejected + .filtered)' trail
  done
  jq -e '.filtered > 0 and .duplicates > 0 and .rejected > 0' trail
  assert_equal "$(fb-ingest -q --max-bad 9 --unique t.csv | tail -n 1 | jq -c .sources)" \
    '{"t.csv":{"in":4,"out":2,"duplicates":1,"rejected":1,"filtered":0}}'
}

@test "the balance of sources does not depend on the order of the files" {
  make_all
  fb-ingest -q --max-bad 99 --unique t.csv t.json t.csv.gz t.csv |
    tail -n 1 | jq -c .sources > one
  fb-ingest -q --max-bad 99 --unique t.csv t.csv t.json t.csv.gz |
    tail -n 1 | jq -c .sources > two
  assert_equal "$(cat one)" "$(cat two)"
  assert_equal "$(jq -c '.["t.csv"].in' one)" 8
}

@test "--explain says each file's balance, and they add up" {
  make_all
  fb-ingest --max-bad 99 --unique --explain "${ALL[@]}" 2> err | tail -n 1 > trail
  grep -o 'balance: .*' err | tr -dc '0-9 \n' |
    awk '{ for (i = 1; i <= NF; i++) s[i] += $i; n++ } END {
      print n "[" s[1] "," s[2] "," s[3] "," s[4] "," s[5] "]" }' > said
  assert_equal "$(cat said)" "13$(jq -c "$totals" trail)"
  assert_equal "$(grep -c 'fb-ingest: t.tar:t.json: balance: 3 rows in' err)" 1
}

@test "a bad row of any format is kept with its place, reason and bytes" {
  make_all
  printf 'WEBVTT\n' > empty.vtt
  fb-ingest -q --max-bad 99 --scale 1-5 --rejects r "${ALL[@]}" | tail -n 1 > trail
  jq -e -s --slurpfile t trail 'map(select(.kept | not)) | length == $t[0].rejected' r
  assert_equal "$(jq -r .file r | sort -u | tr '\n' ' ')" \
    'folder/b.csv t.csv t.csv.gz t.json t.ndjson t.tar:t.csv t.tar:t.json t.vtt '
  assert_equal "$(jq -c 'select(.file=="t.json")|[keys_unsorted,.line,.offset,.raw]' r)" \
    '[["file","line","offset","reason","raw"],2,23,"{\"id\":2,\"text\":tru}"]'
  assert_equal "$(jq -c 'select(.file=="t.vtt")|[.line,.offset,.kept]' r)" '[1,0,true]'
}

@test "the offset of a bad row leads to its bytes" {
  {
    printf '\xef\xbb\xbfid,score,text\n'
    for i in $(seq 40000); do
      printf '%d,3,"line one\nline %d \xc3\xa9"\n' "$i" "$i"
    done
    printf 'x,99,bad \xff here\n'
    printf 'y,"open\nz,4,fine\n'
  } > t.csv
  iconv -f UTF-8 -t UTF-16LE -c t.csv > t16.csv
  fb-ingest -q --max-bad 9 --scale 1-5 --rejects r t.csv t16.csv > out
  /usr/bin/python3 - <<-'E'
	import json
	rows = [json.loads(line) for line in open('r')]
	assert len(rows) == 4, rows
	for row in rows:
	    data = open(row['file'], 'rb').read()[row['offset']:]
	    text = data.decode('utf-16-le' if row['file'] == 't16.csv' else 'utf-8', 'replace')
	    assert text.startswith(row['raw'] + '\n'), row
	assert [row['line'] for row in rows] == [80002, 80003] * 2
	assert rows[0]['kept'] and rows[0]['raw'] == 'x,99,bad \ufffd here'
	E
}

@test "where the encoding does not tell, a bad row has no offset" {
  printf 'id,score,text\n1,9,caf\xe9 cr\xe8me\n' > latin.csv
  fb-ingest -q --max-bad 1 --scale 1-5 --rejects r --encoding windows-1252 latin.csv > out
  assert_equal "$(jq -c '[.line,has("offset"),.raw]' r)" '[2,false,"1,9,café crème"]'
}

@test "--strict ends at the first ill-formed byte, wherever it stands" {
  printf 'id,text\n1,caf\xc3\xa9\n2,caf\xc3\xa9 \xff\n' > cell.csv
  printf 'id,te\xffxt\xc3\xa9\n1,fine\n' > header.csv
  printf '{"id":1,"text":"\xff"}\n' > value.json
  printf '{"id":1,"text":"\\ud800"}\n' > half.json
  printf '\xff\xfei\x00d\x00,\x00t\x00\n\x001\x00,\x00\x00\xd8a\x00\n\x00' > half16.csv
  printf 'From: a@b.c\nContent-Type: text/html; charset=utf-8\n\n<p>b\xffr</p>\n' > html.eml
  printf 'From: a@b.c\nContent-Type: text/plain; charset=utf-8\n\nb\xffr\n' > plain.eml
  printf 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Customer>\xff caf\xc3\xa9\n' > talk.vtt
  printf -- '---\nid: 1\n---\n caf\xc3\xa9 \xff\n' > note.md
  for f in *.*; do
    run --separate-stderr fb-ingest --strict -o out "$f"
    assert_failure 1
    assert_regex "$stderr" "$f:[0-9]+: .*ill-formed UTF-8.*stopped at the first"
    assert_not_exist out
    assert_equal "$f $(fb-ingest -q "$f" | tail -n 1 | jq .mended)" "$f 1"
  done
}

# What a terminal on standard error sees of a run that waits for its input.
seen_on_terminal() {
  /usr/bin/python3 - "$@" <<-'E'
	import os, pty, subprocess, sys, time
	ours, theirs = pty.openpty()
	run = subprocess.Popen(['fb-ingest', '-o', 'out'] + sys.argv[1:],
	    stdin=subprocess.PIPE, stderr=theirs)
	rows = b''.join(b'%d,words\n' % i for i in range(1 << 17))
	run.stdin.write(b'id,text\n' + rows)
	run.stdin.flush()
	time.sleep(1.1)
	run.stdin.write(rows)
	run.stdin.close()
	assert run.wait() == 0
	os.close(theirs)
	try:
	    sys.stdout.write(os.read(ours, 65536).decode())
	except OSError:
	    pass
	E
}

@test "--progress speaks on a terminal alone, and leaves no trace" {
  python3 -c 'import pty; pty.openpty()' 2> err || skip "no terminals here"
  assert_regex "$(seen_on_terminal --progress)" 'fb-ingest: [0-9]+ rows, [0-9]+\.[0-9] MB'
  cp out with
  assert_equal "$(seen_on_terminal)" ''
  cmp out with
  assert_equal "$(NO_COLOR=1 seen_on_terminal --progress)" ''
  assert_equal "$(seen_on_terminal --progress -q)" ''
  printf 'id,text\n1,a\n' | fb-ingest --progress 2> err > out
  assert_equal "$(cat err)" ''
}
