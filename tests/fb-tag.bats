setup() {
  load helper
  cd "$BATS_TEST_TMPDIR"
  printf '# a comment\n\ndelivery\ten\tlate*\tlate fee | better late than never\ndelivery\ten\tdid not arrive\nprice\t*\tteuer*\nprice\ten\tcheap\nlieferung\tde\tlieferung*\n待ち時間\tja\t待ちました\n' > t.tsv
  printf 'buy\ten\tordered\nuse\ten\tbroke\n' > s.tsv
  printf 'legal\ten\tlawyer*\n' > a.tsv
}

tags() {
  fb-tag --themes t.tsv --stages s.tsv --alerts a.tsv --no-lang "$@"
}

# The words of $1 as a record, tagged; what jq $2 makes of it.
of() {
  jq -cn --arg t "$1" '{id: "1", text: $t}' | tags --hits | head -n 1 | jq -c "$2"
}

@test "words, phrases and open ends hold, inside longer words nothing does" {
  assert_equal "$(of 'LATE again, lately too' .themes)" '["delivery"]'
  assert_equal "$(of 'It did  not arrive; it DID NOT ARRIVE' '[.hits[].span]')" '[[23,37]]'
  assert_equal "$(of 'translated chocolate cheaper' .themes)" '[]'
  assert_equal "$(of 'cheap!' .themes)" '["price"]'
}

@test "words are told apart wherever they stand in a long text" {
  for n in $(seq 0 40); do
    pad=$(printf 'x%.0s' $(seq 0 "$n"))
    assert_equal "$(of "$pad late. $pad" '[.hits[].span]')" "[[$((n + 2)),$((n + 6))]]"
    assert_equal "$(of "${pad}late $pad ïlate ${pad}ï late" '[.hits | length]')" '[1]'
  done
}

@test "an exclusion keeps a pattern from counting inside it, not elsewhere" {
  assert_equal "$(of 'I paid a late fee' .themes)" '[]'
  assert_equal "$(of 'I paid a late fee because you were late' '[.hits[].span]')" '[[35,39]]'
}

@test "case is folded in every script, and spans are bytes of the words" {
  assert_equal "$(of 'ÄRGER: TEUERSTE Lieferung' '[.themes, [.hits[] | .span]]')" \
    '[["lieferung","price"],[[8,13],[17,26]]]'
  assert_equal "$(of 'とても待ちましたよ' '[.themes, [.hits[] | .span]]')" '[["待ち時間"],[[9,24]]]'
}

@test "a rule of another language does not hold where the language is known" {
  run bash -c "echo '{\"id\":\"1\",\"lang\":\"en\",\"text\":\"Lieferung late\"}' |
    fb-tag --themes t.tsv --stages s.tsv --alerts a.tsv | head -n 1 | jq -c .themes"
  assert_output '["delivery"]'
}

@test "the stage with most hits stands, and nothing where none holds" {
  assert_equal "$(of 'ordered it, it broke, it broke again' .stage)" '"use"'
  assert_equal "$(of 'ordered, broke' .stage)" '"buy"'
  assert_equal "$(of 'hello' 'has("stage"), has("alert"), .themes')" $'false\nfalse\n[]'
}

@test "alerts are told and counted" {
  printf '{"id":"1","text":"my lawyers will call"}\n{"id":"2","text":"fine"}\n' |
    tags > out
  assert_equal "$(jq -c 'select(.id) | .alert' out)" $'["legal"]\nnull'
  assert_equal "$(jq -c 'select(.fb) | [.texts,.unthemed,.alert_records,.alerts]' out)" '[2,2,1,{"legal":1}]'
}

@test "old tags are replaced in place, everything else stays" {
  run bash -c "echo '{\"themes\":[\"x\"], \"id\" : 1,\"stage\":\"y\",\"text\":\"cheap\",\"hits\":[],\"z\":1e3}' |
    fb-tag --themes t.tsv --stages s.tsv --alerts a.tsv --no-lang | head -n 1"
  assert_output '{"themes":["price"], "id" : 1,"text":"cheap","z":1e3}'
}

@test "a second run changes nothing but its trail" {
  fb-ingest -q --scale 0-10 "$DATA/man/reviews.csv" | fb-tag --hits > once
  fb-tag --hits once > twice
  assert_equal "$(grep -v '"fb"' twice)" "$(grep -v '"fb"' once)"
}

@test "the language of plain sentences is found, of a word or two it is not" {
  printf '%s\n' '{"id":"1","text":"The parcel came two days late and nobody answered the phone."}' \
    '{"id":"2","text":"Das Paket kam zwei Tage zu spät und niemand ging ans Telefon."}' \
    '{"id":"3","text":"荷物は二日遅れて届き、電話にも誰も出ませんでした。"}' \
    '{"id":"4","text":"ok"}' | fb-tag > out
  assert_equal "$(jq -c 'select(.id) | .lang' out)" $'"en"\n"de"\n"ja"\nnull'
}

# The language of each argument.
langs() {
  for text in "$@"; do jq -cn --arg t "$text" '{id: "1", text: $t}'; done |
    fb-tag | jq -r 'select(.id) | .lang // "-"' | paste -sd ' '
}

@test "the script tells Japanese, Korean and both ways to write Chinese" {
  assert_equal "$(langs '很快，好吃，味道足' '餐點很好吃，謝謝' '朝食は普通でした。' '정말 맛있어요')" \
    'zh zh-Hant ja ko'
}

@test "words speak where fingerprints are close, and against a wrong one" {
  assert_equal "$(langs 'It is what it is' 'Es muy bueno y no es caro' 'Non è buono per me')" 'en es it'
  assert_equal "$(langs 'yaar aap kuch nahi kar payegi, wo hai na')" hi-Latn
  assert_equal "$(langs 'Lorem ipsum dolor sit amet consectetur' '@anna @bob https://example.com/the/best/of/it')" '- -'
}

@test "a rule that cannot be read is named with its line" {
  printf 'a\ten\tx*y\n' > bad.tsv
  run --separate-stderr fb-tag --themes bad.tsv < /dev/null
  assert_failure 2
  assert_output ""
  assert_equal "$stderr" "fb-tag: bad.tsv:1: * may stand only at the end of a pattern"
  printf 'a en x\n' > bad.tsv
  run --separate-stderr fb-tag --themes bad.tsv < /dev/null
  assert_equal "$stderr" "fb-tag: bad.tsv:1: needs a name, a language and a pattern with tabs between"
}

@test "the rules that come with the tools can all be read" {
  for file in "$ROOT"/share/{themes,stages,alerts}/*.tsv; do
    run fb-tag --themes "$file" --stages "$file" --alerts "$file" < /dev/null
    assert_success
    assert_equal "$(grep -v '^#' "$file" | awk -F'\t' 'NF && NF != 3 && NF != 4' | wc -l)" 0
    assert_equal "$(grep -v '^#' "$file" | sort | uniq -d)" ""
  done
}

@test "seven industries have themes and stages to start from" {
  for kind in themes stages; do
    for of in retail software hospitality travel telecom banking health general; do
      names=$(grep -v '^#' "$ROOT/share/$kind/$of.tsv" | cut -f 1 | sort -u | grep -c .)
      [ "$names" -ge 6 ]
    done
  done
}

@test "records to label are drawn by ticket, without what rules found" {
  for i in $(seq 60); do
    printf '{"id":"r%d","text":"late %d","themes":["delivery"],"stage":"buy"}\n' "$i" "$i"
  done > in
  printf '{"id":"blank","text":" "}\n{"id":"r7","text":"late 7"}\n' >> in
  tags -n 5 -s spring in > drawn
  for i in $(seq 60); do
    printf '%s r%d\n' "$(printf 'fb-tag/1\nspring\nr%d' "$i" | sha256sum | cut -c 1-64)" "$i"
  done | sort | head -n 5 | cut -d ' ' -f 2 > expected
  assert_equal "$(jq -r 'select(.id) | .id' drawn)" "$(cat expected)"
  assert_equal "$(jq -c 'select(.id) | keys' drawn | sort -u)" '["id","label","text"]'
  assert_equal "$(jq -c 'select(.fb) | [.seed,.seen,.drawn,.out]' drawn)" '["spring",61,5,5]'
  shuf --random-source=<(yes) in | tags -n 5 -s spring | head -n 5 > again
  assert_equal "$(cat again)" "$(head -n 5 drawn)"
  run tags --eval drawn
  assert_success
  assert_line $'delivery\t0\t5\t0\t0.000\t-\t0.000\t0.000'
}

@test "a draw goes with neither --eval nor --hits" {
  run tags -n 5 --eval < /dev/null
  assert_failure 2
  run tags -s x < /dev/null
  assert_failure 2
}

@test "precision, recall, F1 and kappa are those of the counts" {
  printf '%s\n' '{"id":"1","text":"late","label":["delivery"]}' \
    '{"id":"2","text":"late","label":"price"}' '{"id":"3","text":"cheap","label":["price"]}' \
    '{"id":"4","text":"nothing","label":["delivery"]}' \
    '{"id":"5","text":"nothing","label":[]}' | tags --eval > out
  # delivery: both 1, found only 1, labelled only 1, neither 2: kappa 1/6.
  assert_equal "$(grep '^delivery' out)" $'delivery\t2\t2\t1\t0.500\t0.500\t0.500\t0.167'
  assert_equal "$(grep '^price' out)" $'price\t2\t1\t1\t1.000\t0.500\t0.667\t0.545'
}

@test "hits are refused by fb-redact, which comes first" {
  run bash -c "echo '{\"id\":\"1\",\"text\":\"late\"}' | fb-tag --themes t.tsv --hits | fb-redact -q"
  assert_failure 1
}
