# fb-redact: records in, records out, masked.
setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
}

records() {
  cat <<'END'
{"id":"a","title":"Mail joe@x.org","text":"Call (212) 555-0123 {now}","customer":"bob","E-Mail":"joe@x.org","n" : 1}
{"fb":"label","metric":"nps","name":"joe@x.org"}
{"id":"b","text":"fine","customer":"","masks":[]}
{"id":"c","draw":{"N":3}}
END
}

@test "words are masked, the customer hidden, identity dropped" {
  run bash -c "$(declare -f records); records | fb-redact | head -n 4"
  assert_success
  assert_output '{"id":"a","title":"Mail [EMAIL]","text":"Call [PHONE] {now}","customer":"c_81b637d8fcd2c6da","n" : 1,"masks":[{"in":"title","span":[5,12],"kind":"EMAIL"},{"in":"text","span":[5,12],"kind":"PHONE"}]}
{"fb":"label","metric":"nps","name":"joe@x.org"}
{"id":"b","text":"fine","customer":"","masks":[]}
{"id":"c","masks":[],"draw":{"N":3}}'
}

@test "a second run changes nothing but adds its trail" {
  records | fb-redact > once
  fb-redact once > twice
  run head -n -1 twice
  assert_output "$(cat once)"
  run tail -n 1 twice
  assert_output --partial '"masks":{"URL":0,"EMAIL":0,"PHONE":0,"CARD":0,"IBAN":0,"IP":0,"MAC":0,"SSN":0,"ID":0,"POSTCODE":0,"ADDRESS":0,"DOB":0,"ORDER":0,"NAME":0,"HANDLE":0},"pseudonyms":"none","identity":{}}'
}

@test "the trail counts masks and dropped columns" {
  run bash -c "$(declare -f records); records | fb-redact | tail -n 1 | jq -c '[.in,.out,.masks.EMAIL,.masks.PHONE,.pseudonyms,.identity]'"
  assert_output '[3,3,1,1,"unkeyed",{"E-Mail":1}]'
}

@test "a key makes other pseudonyms and only its fingerprint is told" {
  printf 'correct horse battery staple\n' > key
  chmod 600 key
  records | fb-redact --key key > keyed
  expected=$(printf bob | openssl dgst -sha256 -hmac 'correct horse battery staple' | sed 's/.*= //' | cut -c1-16)
  run jq -r 'select(.id == "a").customer' keyed
  assert_output "c_$expected"
  run jq -r 'select(.fb == "trail") | .pseudonyms, (.key | length)' keyed
  assert_output $'keyed\n16'
  run grep -c horse keyed
  assert_output 0
}

@test "a key that others can read is refused" {
  printf 'correct horse battery staple\n' > key
  chmod 644 key
  run --separate-stderr fb-redact --key key </dev/null
  assert_failure 2
  assert_output ""
  assert_equal "$stderr" "fb-redact: key file 'key' can be read by others; run 'chmod 600' on it"
}

@test "a short key is refused" {
  printf 'short\n' > key
  chmod 600 key
  run --separate-stderr fb-redact --key key </dev/null
  assert_failure 2
  assert_regex "$stderr" 'shorter than 16 bytes'
}

@test "--identity drops a column and --keep keeps one" {
  run bash -c 'echo "{\"id\":\"a\",\"crm\":\"7\",\"author\":\"Jo\",\"airline_name\":\"X\",\"text\":\"t\"}" | fb-redact --identity crm --keep author | head -n 1'
  assert_output '{"id":"a","author":"Jo","airline_name":"X","text":"t","masks":[]}'
}

@test "records that hold hits are refused and counted" {
  run --separate-stderr bash -c 'echo "{\"id\":\"a\",\"text\":\"t\",\"hits\":[]}" | fb-redact'
  assert_failure 1
  assert_regex "$stderr" "'hits'.*run fb-redact before fb-tag"
  run jq -c '[.in,.out,.rejected]' <<<"$output"
  assert_output '[1,0,1]'
}

@test "words cannot hide behind a repeated or escaped key" {
  run --separate-stderr fb-redact <<<'{"id":"a","text":"joe@x.org","text":"t"}'
  assert_failure 1
  refute_output --partial joe
  run --separate-stderr fb-redact <<<'{"id":"a","te\u0078t":"joe@x.org"}'
  assert_failure 1
  refute_output --partial joe
  run --separate-stderr fb-redact <<<'{"id":"a","text":["joe@x.org"]}'
  assert_failure 1
  refute_output --partial joe
}

@test "words with escapes are read as they mean" {
  run bash -c 'echo "{\"text\":\"a\\u0040b.de\\n\\ud83d\\ude00 \\\"joe\\u0040x.org\\\"\"}" | fb-redact | head -n 1'
  assert_output '{"text":"[EMAIL]\n😀 \"[EMAIL]\"","masks":[{"in":"text","span":[0,7],"kind":"EMAIL"},{"in":"text","span":[14,21],"kind":"EMAIL"}]}'
}

@test "braces in the words and blanks in the object are no end" {
  run bash -c 'printf "%s\n" "{\"id\":\"a\",\"text\":\"the {x}, y\" }" "{ }" | fb-redact | head -n 2'
  assert_output '{"id":"a","text":"the {x}, y" ,"masks":[]}
{ "masks":[]}'
}

@test "spans are bytes of the new words" {
  records | fb-redact > out
  run python3 -c '
import json
for line in open("out", encoding="utf-8"):
    r = json.loads(line)
    for m in r.get("masks", []) if "fb" not in r else []:
        a, b = m["span"]
        assert r[m["in"]].encode()[a:b].decode() == "[" + m["kind"] + "]"
print("good")'
  assert_output good
}

@test "grouped digits are a telephone number, order numbers and thousands are not" {
  run bash -c "printf '%s\n' '{\"id\":\"a\",\"text\":\"Riyad 92 527 2567\"}' '{\"id\":\"b\",\"text\":\"order 451-1832-0468\"}' '{\"id\":\"c\",\"text\":\"paid 12 345 678 in 10 20 30 40 50\"}' | fb-redact -q | jq -r 'select(.id).text'"
  assert_output $'Riyad [PHONE]\norder [ORDER]\npaid 12 345 678 in 10 20 30 40 50'
}

@test "the writer's own names are masked before their columns go" {
  run bash -c 'echo "{\"id\":\"a\",\"Author\":\"Zoë Smith\",\"E-Mail\":\"z.smithers@x.org\",\"text\":\"zoë was here, Smithers too; a blacksmith\"}" | fb-redact | head -n 1'
  assert_output '{"id":"a","text":"[NAME] was here, [NAME] too; a blacksmith","masks":[{"in":"text","span":[0,6],"kind":"NAME"},{"in":"text","span":[17,23],"kind":"NAME"}]}'
  run bash -c 'echo "{\"id\":\"a\",\"person_x\":\"Zoë\",\"personal\":5,\"text\":\"zoë\"}" | fb-redact | head -n 1'
  assert_output --partial '{"id":"a","personal":5,"text":"[NAME]"'
}

@test "phrases announce names, codes and days" {
  run bash -c 'echo "{\"text\":\"Dear John,\nplease call Mary, I spoke to Ann. DOB 1/2/1980. Order no. AB-12345\nRegards,\nJo\"}" | fb-redact | head -n 1 | jq -r .text'
  assert_output 'Dear [NAME],
please call Mary, I spoke to [NAME]. DOB [DOB]. Order no. [ORDER]
Regards,
[NAME]'
}

@test "--names masks a list of names, --rules more phrases" {
  printf '# ours\nJane Doe\nWill\n' > names
  printf 'NAME\ten\ttechnician <name>\nORDER\ten\tcontract <code>\n' > more.tsv
  run bash -c 'echo "{\"text\":\"JANE DOE said it will, Will. technician Bob, contract 445566\"}" | fb-redact --names names --rules more.tsv | head -n 1 | jq -r .text'
  assert_output '[NAME] said it will, [NAME]. technician [NAME], contract [ORDER]'
}

@test "a list may hold names of scripts without capitals" {
  printf '王小明\nמשה\nمحمد علي\nสมชาย\n2019\n' > names
  run bash -c 'echo "{\"text\":\"我是王小明。 אני משה. اسمي محمد علي، ผมสมชายขอบคุณ משהו 2019\"}" | fb-redact --names names | head -n 1 | jq -r .text'
  assert_output '我是[NAME]。 אני [NAME]. اسمي [NAME]، ผม[NAME]ขอบคุณ משהו 2019'
}

@test "a rule that cannot be read is named with its line" {
  printf '# x\nNAME\ten\tdear <nam>\n' > bad.tsv
  run --separate-stderr fb-redact --rules bad.tsv </dev/null
  assert_failure 2
  assert_equal "$stderr" "fb-redact: bad.tsv:2: a slot is <name>, <who>, <date>, <code> or <zip>"
  run --separate-stderr fb-redact --names none </dev/null
  assert_failure 2
  assert_equal "$stderr" "fb-redact: 'none' cannot be opened: No such file or directory"
}

@test "30,000 texts made at random keep what masking must keep" {
  run "${B:-$ROOT/build}/tests/fuzz/masks" "$ROOT/share/redact" 30000
  assert_success
}

@test "a quote's span and digest are those of the masked words" {
  for i in $(seq 60); do
    printf '{"id":"q%d","date":"2026-10-05","score":%d,"scale":"0-10","text":"Nobody answered when I wrote to joe%d@example.org about the broken door, not once in %d weeks."}\n' "$i" "$((i % 11))" "$i" "$((i + 1))"
  done | fb-redact > masked
  fb-metric -m nps masked > metrics
  fb-anecdote metrics masked > paired
  run python3 -c '
import hashlib, json
def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]
texts = {r["id"]: r["text"].encode() for r in lines("masked") if "id" in r}
quotes = [q for p in lines("paired") if p["fb"] == "metric"
          for q in p.get("quotes", [])]
for q in quotes:
    start, end = q["span"]
    assert texts[q["id"]][start:end].decode() == q["text"]
    assert hashlib.sha256(texts[q["id"]][start:end]).hexdigest() == q["sha256"]
    assert "[EMAIL]" in q["text"] and "example.org" not in q["text"]
    for m in q["masks"]:
        at, to = m["span"]
        assert q["text"].encode()[at:to].decode() == "[" + m["kind"] + "]"
print("good" if quotes else "no quotes")'
  assert_output good
}
