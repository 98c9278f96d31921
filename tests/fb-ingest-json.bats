# fb-ingest and JSON: where rows are found, what becomes of members, what breaks.
load helper

setup() {
  cd "$BATS_TEST_TMPDIR" || return
}

# Records without the trail line and without what every record has.
records() {
  fb-ingest -q --source s "$@" | grep -v '^{"fb":"trail"' |
    sed 's/"id":"[^"]*",//; s/"source":"s",*//'
}

trail() {
  fb-ingest -q "$@" | tail -n 1
}

@test "a list, lists one behind the other, an object a line and pretty print say the same" {
  echo '[{"a":1,"b":"x"},{"a":2}]' > list.json
  echo '[{"a":1,"b":"x"}][{"a":2}]' > paged.json
  printf '{"a":1,"b":"x"}\n\n{"a":2}' > lines.ndjson
  jq . list.json > pretty.json
  for f in paged.json lines.ndjson pretty.json; do
    assert_equal "$(records "$f")" "$(records list.json)"
  done
  assert_equal "$(records list.json)" $'{"a":1,"b":"x"}\n{"a":2}'
}

@test "rows are found in an envelope, a page after the other, and --explain says where" {
  echo '{"count":2,"page":{"of":[1,2]},"data":{"items":[{"a":1},{"a":2}]},"next":null}' > e.json
  run --separate-stderr fb-ingest --explain e.json
  assert_success
  assert_regex "$stderr" 'rows: data.items, the first list of objects; --rows gives others'
  assert_equal "$(records e.json)" $'{"a":1}\n{"a":2}'
  assert_equal "$(records --rows data.items <(cat e.json e.json))" \
    $'{"a":1}\n{"a":2}\n{"a":1}\n{"a":2}'
  assert_equal "$(records --rows . e.json)" \
    '{"count":2,"page.of":[1,2],"data.items":[{"a":1},{"a":2}]}'
}

@test "paths are columns, lists stay lists, null and empty are left out" {
  printf '%s' '[{"a":{"b":{"c":"x"},"d":[1, "y"]},"e":null,"f":"","g":[ ],"h":{},"i":true,"j":[{"k" : 1}]}]' > p.json
  assert_equal "$(records p.json)" '{"a.b.c":"x","a.d":[1,"y"],"i":true,"j":[{"k":1}]}'
  assert_equal "$(records -c 'text=a.b.c + a.d' p.json)" \
    '{"text":"x\n\n1\n\ny","i":true,"j":[{"k":1}]}'
}

@test "long whole numbers are kept as strings, other values as they are written" {
  echo '[{"a":9007199254740993,"b":-12,"c":1.50,"d":"\u00e9\/","e":1e3,"f":123456789012345}]' > n.json
  assert_equal "$(records n.json)" \
    '{"a":"9007199254740993","b":-12,"c":1.50,"d":"\u00e9\/","e":1e3,"f":123456789012345}'
}

@test "JavaScript in front of a list is passed over" {
  printf 'window.YTD.tweets.part0 = [ {"tweet":{"id_str":"7","full_text":"so good","created_at":"Wed Jan 08 12:00:00 +0000 2025"}} ];\nwindow.YTD.tweets.part1 = [];' > tweets.js
  run --separate-stderr fb-ingest tweets.js
  assert_success
  assert_line --index 0 '{"id":"x-archive:7","date":"2025-01-08T12:00:00Z","source":"tweets.js","channel":"X","text":"so good"}'
  assert_equal "$(printf 'load([{"a":1}]);' | fb-ingest -q --rows . | jq -c .a)" $'1\nnull'
}

@test "a malformed element costs only itself, and its place is told" {
  printf '[{"a":1},\n{"a":tru},{"a":2},\n{"a":"he said "hi" to me"},\n{"a":"one " quote"},{"a":3}, 5, [7],\n{"a":4}]' > bad.json
  run --separate-stderr fb-ingest --max-bad 9 --rejects r bad.json
  assert_success
  assert_equal "$(jq -c 'select(.a).a' <<< "$output" | tr -d '\n')" 1234
  assert_regex "$stderr" 'bad.json:2: element 2 at byte 10 is left out: not a JSON value'
  assert_regex "$stderr" 'bad.json:3: element 4 at byte 29 is left out: neither comma nor }'
  assert_equal "$(trail --max-bad 9 bad.json | jq -c '[.in,.out,.rejected,.malformed]')" '[9,4,5,5]'
  assert_equal "$(jq -r 'select(.line==2).raw' r)" '{"a":tru}'
  run fb-ingest -q bad.json
  assert_failure 1
}

@test "a bad line of NDJSON costs that line, a torn last one the whole" {
  printf '{"a":1}\n{"a":\n{"a":NaN}\nnonsense\n{"a":"x\n{"a":2}\n' > bad.ndjson
  run --separate-stderr fb-ingest --max-bad 9 bad.ndjson
  assert_success
  assert_equal "$(jq -c 'select(.a).a' <<< "$output" | tr -d '\n')" 12
  for n in 2 3 4 5; do
    assert_regex "$stderr" "bad.ndjson:$n: element"
  done
  printf '{"a":1}\n{"a":2' > torn.ndjson
  run --separate-stderr fb-ingest torn.ndjson
  assert_failure 3
  assert_regex "$stderr" 'torn.ndjson:2: byte 8: the JSON ends too early'
  printf '[{"a":1},{"a":2}' > torn.json
  run fb-ingest torn.json
  assert_failure 3
}

@test "lone surrogates and ill-formed bytes become U+FFFD and are counted" {
  printf '[{"a":"x\\ud83d y \\udc00","b":"\\ud83d\\ude00 \\\\ud83d"},{"a":"caf\xe9"}]' > s.json
  assert_equal "$(records -p none s.json)" \
    $'{"a":"x\\ufffd y \\ufffd","b":"\\ud83d\\ude00 \\\\ud83d"}\n{"a":"caf\xef\xbf\xbd"}'
  assert_equal "$(trail s.json | jq .mended)" 2
  run fb-ingest --strict s.json
  assert_failure 1
}

@test "a key that comes twice is told and the last of them holds" {
  echo '[{"a":1,"b":{"c":1},"a":2,"b":{"c":3}}]' > d.json
  assert_equal "$(records d.json)" '{"a":2,"b.c":3}'
  assert_equal "$(trail d.json | jq .repeated_keys)" 1
}

@test "JSON that is nested too deep is status 3 with a small stack" {
  python3 -c 'print("[" * 100000 + "]" * 100000)' > deep.json
  python3 -c 'print("[{\"a\":" + "[" * 100000 + "]" * 100000 + "}]")' > deep2.json
  python3 -c 'print("{\"a\":" * 100000 + "1" + "}" * 100000)' > deep3.json
  for f in deep.json deep2.json deep3.json; do
    run --separate-stderr bash -c "ulimit -s 256; fb-ingest $f"
    assert_failure 3
    assert_regex "$stderr" 'nested deeper than 512'
  done
}

@test "memory is bounded by the largest element, --max-record by its size" {
  python3 -c '
import json
print("{\"skip\":[" + ",".join(["[1,2,3]"] * 2000000) + "],\"rows\":[")
print(",\n".join(json.dumps({"id": str(i), "text": "x" * 300}) for i in range(100000)) + "]}")' > big.json
  [[ ${B-} == *-san ]] || ulimit -v 150000 # ASan needs more addresses
  run bash -c 'fb-ingest --rows rows big.json | tail -n 1 | jq .out'
  assert_output 100000
  python3 -c 'print("[{\"a\":\"" + "x" * 100000 + "\"}]")' > long.json
  run --separate-stderr fb-ingest --max-record 5000 long.json
  assert_failure 3
  assert_regex "$stderr" 'long.json:1: byte 1: the element that starts here is longer than 5000 bytes'
}

@test "columns that come late are kept, and -c may name any of the first thousand" {
  python3 -c '
import json
for i in range(3000): print(json.dumps({"n": i} if i < 900 else {"n": i, "late": {"x": str(i)}} if i < 2000 else {"n": i, "later": 1}))' > l.ndjson
  run --separate-stderr fb-ingest -c text=late.x l.ndjson
  assert_success
  assert_equal "$(jq -r '.text//empty' <<< "$output" | wc -l)" 1100
  assert_equal "$(jq -r '.later//empty' <<< "$output" | wc -l)" 1000
}

@test "the words of HTML are taken out, list by list" {
  echo '[{"id":"1","parts":[{"by":"user","body":"<p>One &amp; <b>two</b></p>"},{"by":"admin","body":"<p>no</p>"},{"by":"lead","body":"three"}]}]' > h.json
  printf '[match]\nid\n[map]\nid = id\ntext = parts[by=user|lead].body as html\nother = parts[by!=user|lead].body\n[drop]\nparts\n' > h.profile
  assert_equal "$(records -p h.profile h.json)" '{"text":"One & two\n\nthree","other":["<p>no</p>"]}'
}

@test "intercom: only users and leads speak, epoch seconds, in both shapes" {
  echo '{"conversations":[{"type":"conversation","id":"1","created_at":1400850973,"source":{"author":{"type":"admin"},"body":"<p>Hello</p>"},"conversation_parts":{"conversation_parts":[{"body":"<p>Hi</p>","author":{"type":"lead"}},{"body":"<p>Bye</p>","author":{"type":"bot"}}]},"conversation_rating":{"rating":4,"remark":"ok"}},{"type":"conversation","id":"2","created_at":1400850974,"source":{"author":{"type":"user","id":"u"},"body":"<p>Help</p>"}}]}' > i.json
  run --separate-stderr fb-ingest i.json
  assert_success
  assert_equal "$(jq -c 'select(.text)|[.id,.date,.text,.score,.customer]' <<< "$output")" \
    $'["intercom:1","2014-05-23T13:16:13Z","Hi",4,null]\n["intercom:2","2014-05-23T13:16:14Z","Help",null,"u"]'
}

@test "app-store-rss: a single entry is a row, metadata is none, no entry is no row" {
  one='{"id":{"label":"7"},"title":{"label":"T"},"content":{"label":"C"},"im:rating":{"label":"5"},"updated":{"label":"2026-01-02T03:04:05-07:00"}}'
  app='{"id":{"label":"1"},"title":{"label":"App"},"im:name":{"label":"App"}}'
  echo "{\"feed\":{\"entry\":$one}}" > one.json
  echo "{\"feed\":{\"entry\":[$app,$one]}}" > meta.json
  echo '{"feed":{"author":{"name":{"label":"iTunes Store"}}}}' > none.json
  want='{"id":"app-store-rss:7","date":"2026-01-02T10:04:05Z","source":"s","channel":"App review","score":5,"scale":"1-5","title":"T","text":"C"}'
  for f in one.json meta.json; do
    run --separate-stderr fb-ingest --source s "$f"
    assert_success
    assert_line --index 0 "$want"
  done
  assert_equal "$(trail meta.json | jq -c '[.in,.out,.filtered]')" '[2,1,1]'
  assert_equal "$(trail none.json | jq -c '[.in,.profiles]')" '[0,["app-store-rss"]]'
}

@test "scores may be words or faces, and another column tells their scale" {
  cat > hs.json <<- 'END'
	{"response":{"name":"Happy","value":"😀","comment":"Just fine","timestamp":"2022-09-05T12:00:00Z"}}
	{"response":{"name":"Thumbs Down","value":"👎","timestamp":"2022-09-05T12:00:01Z"}}
	{"response":{"value":"9","category":"promoter","timestamp":"2022-09-05T12:00:02Z"}}
	{"response":{"name":"Lotus","value":"🧘","timestamp":"2022-09-05T12:00:03Z"}}
	END
  run --separate-stderr fb-ingest --max-bad 1 hs.json
  assert_success
  assert_equal "$(jq -c '[.score,.scale]|select(.[0]!=null)' <<< "$output" | tr -d '\n')" \
    '[3,"1-3"][0,"0-1"][9,"0-10"]'
  assert_regex "$stderr" "hs.json:4: element 4: score '🧘' is not a number"
  printf '[{"id":1,"person":2,"survey_type":"nps","score":9,"comment":"a","created_at":1400000000},{"id":2,"person":2,"survey_type":"csat","score":4,"comment":null,"created_at":1400000000}]' > d.json
  assert_equal "$(fb-ingest -q d.json | jq -c '[.id,.score,.scale]' | head -2 | tr -d '\n')" \
    '["delighted:1",9,"0-10"]["delighted:2",4,"1-5"]'
}

@test "epoch milliseconds, seconds with a fraction" {
  echo '[{"id":"1","t":1400850973123},{"id":"2","t":1400850973.5}]' > t.json
  assert_equal "$(fb-ingest -q -c 'date=t %Q' t.json | jq -r '.date//empty' | head -1)" 2014-05-23T13:16:13Z
  assert_equal "$(fb-ingest -q --max-bad 9 -c 'date=t %s' t.json | jq -r '.date//empty')" 2014-05-23T13:16:13Z
}

@test "every shipped profile for JSON reads the smallest export of its shape" {
  run grep -L 'rows = ' "$ROOT"/share/profiles/{app-store,app-store-rss,zendesk,intercom,delighted,discourse,github,reddit,reddit-listing,steam,steam-api,help-scout,x-archive,cfpb-json,surveymonkey-api,formbricks-api,abcd-chat}.profile
  assert_output ''
  echo '{"data":[{"type":"customerReviews","id":"00000028-a","attributes":{"rating":5,"title":"T","body":"B","reviewerNickname":"N","createdDate":"2017-11-15T08:10:34-08:00","territory":"USA"}}]}' > app-store.json
  echo '{"data":{"children":[{"kind":"t3","data":{"id":"a","name":"t3_a","created_utc":1600000000.0,"title":"T","selftext":"B","author":"u","score":3}}]}}' > reddit-listing.json
  echo '{"success":1,"reviews":[{"recommendationid":"9","author":{"steamid":"76561198000000001"},"review":"B","voted_up":true,"timestamp_created":1600000000}]}' > steam-api.json
  echo '[{"number":1,"title":"T","body":"B","state":"open","created_at":"2026-01-01T00:00:00Z","user":{"login":"u"},"labels":[{"name":"bug"}]}][{"number":2,"title":"T","body":null,"state":"open","created_at":"2026-01-01T00:00:00Z","user":{"login":"u"},"labels":[]}]' > github.json
  echo '{"tickets":[{"id":5,"subject":"T","description":"B","requester_id":7,"via":{"channel":"web"},"created_at":"2026-01-01T00:00:00Z","satisfaction_rating":{"score":"good"}}]}' > zendesk.json
  echo '{"data":[{"id":"c","surveyId":"s","finished":false,"createdAt":"2026-01-01T00:00:00.000Z","data":{"q1":"B"}}]}' > formbricks-api.json
  for f in *.json; do
    run --separate-stderr fb-ingest "$f"
    assert_success
    assert_equal "$stderr" ''
    assert_output --partial "\"profiles\":[\"${f%.json}\"]"
    assert_output --regexp '"date":"20'
  done
}

@test "a talk of turns keeps where the customer's turns stand" {
  printf '[{"convo_id":7,"scenario":{},"delexed":[],"original":[["agent","Hi"],["customer","It \\"broke\\"."],["action","looks"],["customer",""],["customer","Thanks"]]},\n{"convo_id":8,"scenario":{},"delexed":[],"original":[["agent","Hello?"]]}]' > t.json
  run --separate-stderr fb-ingest t.json
  assert_success
  assert_line --index 0 --partial '"text":"It \"broke\".\n\nThanks","turns":[{"turn":2},{"turn":5}]}'
  refute_line --index 1 --partial turns
}

@test "a list of turns is one record, the customer's turns its words" {
  cat > t.json <<- 'END'
	[{"speaker":"Agent Kim","text":"Good morning","start":0.5,"end":2},
	 {"speaker":"Maria Lopez","text":"My parcel \"is\" late.","start":2.5,"end":4},
	 {"speaker":"Maria Lopez","text":"Three days.","start":4,"end":6.25},
	 {"speaker":"Agent Kim","text":"Sorry","start":7,"end":8},{"event":"hold"},
	 {"speaker":"Maria Lopez","text":"Fine.","start":9,"end":10}]
	END
  run --separate-stderr fb-ingest --explain --quoted t.json
  assert_success
  assert_regex "$stderr" "format: transcript in JSON"
  assert_line --index 0 --partial '"customer":"Maria Lopez","text":"My parcel \"is\" late. Three days.\n\nFine.","turns":[{"turn":2,"start":2.5,"end":6.25},{"turn":4,"start":9,"end":10}],"quoted":"Agent Kim: Good morning\n\nAgent Kim: Sorry"}'
  echo '[{"role":"system","content":"Be kind"},{"role":"user","content":"It crashes"},{"role":"assistant","content":"Try again"}]' > u.json
  assert_equal "$(records u.json)" '{"channel":"call","text":"It crashes","turns":[{"turn":2}]}'
  assert_equal "$(records --rows . u.json | wc -l)" 3
  echo '{"said":[["agent","Hi"],["customer","Late."]]}' > p.json
  assert_equal "$(records p.json)" '{"text":"Late.","turns":[{"turn":2}]}'
  head -c 200 t.json > torn.json
  run --separate-stderr fb-ingest torn.json
  assert_failure 3
  assert_regex "$stderr" "torn.json: the list of turns is broken at byte 200"
}

@test "reviews with an author, and people with a role, are no turns" {
  echo '[{"author":"Jo","text":"Great"},{"author":"Al","text":"Bad"}]' > r.json
  assert_equal "$(records r.json | wc -l)" 2
  echo '[{"role":"CEO of Shop","text":"Great"},{"role":"Buyer at Mill","text":"Good"},{"role":"CTO","text":"Fine"}]' > c.json
  assert_equal "$(records c.json | wc -l)" 3
}

@test "objects that hold turns are a record each, staff and bots never their words" {
  cat > c.ndjson <<- 'END'
	{"id":"a","messages":[{"role":"system","content":"S"},{"role":"user","content":"one"},{"role":"assistant","content":"no"}],"plan":"pro"}
	{"id":"b","messages":[{"role":"user","content":"two"}]}
	{"id":"c","messages":[{"role":"X","content":"odd"},{"role":"Y","content":"odder"}]}
	{"id":"d","messages":[]}
	END
  run --separate-stderr fb-ingest --source s --max-bad 1 --quoted c.ndjson
  assert_success
  assert_line --index 0 '{"id":"a","source":"s","text":"one","plan":"pro","turns":[{"turn":2}],"quoted":"system: S\n\nassistant: no"}'
  assert_line --index 1 '{"id":"b","source":"s","text":"two","turns":[{"turn":1}]}'
  assert_line --index 2 '{"id":"c","source":"s","quoted":"X: odd\n\nY: odder"}'
  assert_line --index 3 '{"id":"d","source":"s"}'
  assert_regex "$stderr" "c.ndjson: nobody is known to be the customer.*speakers: X, Y"
  run records --customer x c.ndjson
  assert_line --index 2 '{"customer":"X","text":"odd","turns":[{"turn":1}]}'
  echo '{"call":"7","started":"2026-10-03T14:05:00Z","Transcript":[{"ParticipantId":"AGENT","Content":"Hello","BeginOffsetMillis":0,"EndOffsetMillis":1200},{"ParticipantId":"CUSTOMER","Content":"Twice","BeginOffsetMillis":1300,"EndOffsetMillis":4200}]}' > one.json
  assert_equal "$(records one.json)" '{"date":"2026-10-03T14:05:00Z","text":"Twice","call":"7","turns":[{"turn":2,"start":1.3,"end":4.2}]}'
  echo '{"n":1,"talks":[{"customer":"k1","of":{"turns":[{"speaker":"Help Bot","text":"Hi","timestamp":1759500000},{"speaker":"Jo","text":"Late","timestamp":1759500010}]}}]}' > deep.json
  assert_equal "$(records deep.json)" '{"date":"2025-10-03T14:00:00Z","customer":"k1","text":"Late","turns":[{"turn":2,"start":10}]}'
}

@test "milliseconds are told from seconds by their key or their size" {
  t() {
    printf '[{"speaker":"Agent","text":"a","%s":%s,"%s":%s},{"speaker":"Jo","text":"b","%s":%s,"%s":%s}]' "$1" "$3" "$2" "$4" "$1" "$5" "$2" "$6" > ms.json
    fb-ingest -q ms.json | jq -c '.turns[0]|[.start,.end]' | head -n 1
  }
  assert_equal "$(t start end 250 1650 2000 9000)" '[2,9]'
  assert_equal "$(t start end 2 5 5 60)" '[5,60]'
  assert_equal "$(t start_ms end_ms 2 5 5 60)" '[0.005,0.06]'
  assert_equal "$(t start end '"0:01:02"' '"0:01:05"' '"0:01:05.5"' '"1:00:00"')" '[65.5,3600]'
  assert_equal "$(t start end 1759500000123 1759500001123 1759500002123 1759500004123)" '[2,4]'
  assert_equal "$(t time end '"2026-10-03T14:05:00"' '""' '"2026-10-03T14:06:00"' null)" '[60,null]'
}

@test "a million keys are a clear error, soon" {
  python3 -c '
import json
print(json.dumps([{"k%d" % i: 1 for i in range(1000000)}]))' > keys.json
  run --separate-stderr timeout 60 fb-ingest keys.json
  assert_failure 3
  assert_regex "$stderr" "more than 16,384"
}

@test "of messages only a customer's are records, told by a column" {
  for i in 1 2 3; do
    printf '{"id":"u%d","ticket_id":"t%d","from_type":"End-user","sender_type":"User","created_at":"2026-10-0%d","body":"the lamp %d came broken"}\n' $i $i $i $i
    printf '{"id":"a%d","ticket_id":"t%d","from_type":"Desk","sender_type":"Agent","created_at":"2026-10-0%d","body":"we are sorry to hear it"}\n' $i $i $i
  done > messages.ndjson
  run --separate-stderr fb-ingest --explain messages.ndjson
  assert_success
  assert_equal "$(grep -c '"sender_type":"User"' <<< "$output")" 3
  refute_output --partial Agent
  assert_line --partial '"in":6,"out":3,"filtered":3,'
  assert_regex "$stderr" "only those are records whose 'sender_type' is a customer \(3 of the first 6 are staff's\)"
  jq -r '[.id, .ticket_id, .sender_type, .body] | @csv' messages.ndjson | sed '1i id,ticket_id,sender_type,body' > messages.csv
  run fb-ingest -q messages.csv
  assert_line --partial '"in":6,"out":3,"filtered":3,'
  # a column of posts held is none of who wrote, and no conversation is none
  sed 's/ticket_id/region/' messages.csv > survey.csv
  run fb-ingest -q survey.csv
  assert_line --partial '"in":6,"out":6,"filtered":0,'
  run fb-ingest -q -p none -c text=body messages.csv
  assert_line --partial '"in":6,"out":6,"filtered":0,'
}

@test "what a key of JSON seems to hold is hinted at" {
  printf '[{"review_id":"r1","nickname":"Jo","stars_given":4,"review":"it came late again"},{"review_id":"r2","nickname":"Al","stars_given":5,"review":"fine and quick, thanks"}]' > r.json
  run --separate-stderr fb-ingest --explain r.json
  assert_regex "$stderr" "hint: 'nickname' seems to name persons"
  assert_regex "$stderr" "hint: 'stars_given' holds numbers from 4 to 5"
}
