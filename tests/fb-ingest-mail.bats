setup() {
  load helper
  IN=$DATA/ingest
  cd "$BATS_TEST_TMPDIR" || return
}

# The nth record.
record() {
  local n=$1
  shift
  fb-ingest -q "$@" | sed -n "${n}p"
}

@test "a mailbox is told without a flag, every mail is a record" {
  run --separate-stderr fb-ingest --explain "$IN/mail/inbox.mbox"
  assert_success
  assert_regex "$stderr" "inbox.mbox: format: mailbox"
  assert_equal "${#lines[@]}" 8
  assert_line --index 7 --partial '"in":7,"out":7,"filtered":0,"rejected":0,'
}

@test "headers become title, date, customer, id and thread" {
  want=$(printf one@shop.example | sha256sum | cut -c1-16)
  run record 1 "$IN/mail/inbox.mbox"
  assert_output "{\"id\":\"$want\",\"date\":\"2026-10-03T14:05:00Z\",\"source\":\"inbox.mbox\",\"channel\":\"email\",\"customer\":\"ann.lee@shop.example\",\"title\":\"Café ☕ cups\",\"text\":\"The café cups arrived broken. It is a long line that was wrapped here.\\nFrom now on I buy elsewhere.\\n\\nFrom the box, one of four was whole.\",\"from\":\"Ann Lee <Ann.Lee@Shop.example>\",\"thread\":\"$want\"}"
  run record 2 "$IN/mail/inbox.mbox"
  assert_output --partial '"date":"2026-10-04T14:00:00Z",'
  assert_output --partial '"customer":"ben@home.example","title":"Re: cups","text":"Same here.\n\nI sent them back.",'
  assert_output --partial "\"thread\":\"$want\"}"
}

@test "what is quoted, signed or added by a list is kept on request only" {
  run record 2 "$IN/mail/inbox.mbox"
  refute_output --partial quoted
  run record 2 --quoted "$IN/mail/inbox.mbox"
  assert_output --partial '"quoted":"On Sat, Oct 3, 2026 at 4:05 PM Ann Lee\n<ann.lee at shop.example> wrote:\n> The cups arrived broken.\n> > deeper\n_____'
  run record 2 --whole "$IN/mail/inbox.mbox"
  assert_output --partial '"text":"Same here.\n\nOn Sat, Oct 3, 2026 at 4:05 PM Ann Lee\n<ann.lee at shop.example> wrote:\n> The cups'
}

@test "quoting what was kept out does not change an id" {
  fb-ingest -q "$IN/mail/inbox.mbox" "$IN"/talk/*.* | jq -r 'select(.id).id' > want
  fb-ingest -q --quoted "$IN/mail/inbox.mbox" "$IN"/talk/*.* | jq -r 'select(.id).id' > got
  cmp want got
}

@test "parts are decoded, plain text is taken before HTML, attachments are not" {
  run record 3 "$IN/mail/inbox.mbox"
  assert_output --partial '"title":"lamp","text":"Die Lampe flackert. Schade – sie war schön.","from":"Cÿ <cy@mail.example>"'
  run record 4 --quoted "$IN/mail/inbox.mbox"
  assert_output --partial '"text":"I paid € 20, & got nothing.",'
  assert_output --partial '"quoted":"> Dear customer"}'
}

@test "flowed lines are joined in a mail with CRLF, bad bytes counted" {
  run --separate-stderr fb-ingest "$IN/mail/inbox.mbox"
  assert_line --index 4 --partial '"text":"This line goes on here.\n\nBad byte � here.",'
  assert_line --index 7 --partial '"mended":1,'
  assert_regex "$stderr" "inbox.mbox:81: ill-formed UTF-8 in 1 places became U\+FFFD"
}

@test "answers of machines are no customer's words" {
  run record 6 --quoted "$IN/mail/inbox.mbox"
  refute_output --partial '"text"'
  assert_output --partial '"automatic":"auto-replied","quoted":"I am away until Monday."}'
}

@test "a profile for mail maps headers, names people and chooses the words" {
  cat > desk.profile <<- 'END'
	[match]
	format = mail
	[map]
	date = Delivery-Date
	channel = "Form"
	customer = Reply-To
	score = X-Rating
	scale = 1-5 when X-Kind = csat
	scale = 0-10 when X-Kind = nps
	text = body
	ticket = x-ticket-id
	[identity]
	from
	To
	[skip]
	Reply-To = *@desk.example
	automatic = auto-replied
	[drop]
	X-Kind
	thread
	END
  run --separate-stderr fb-ingest --explain -p desk.profile "$IN/mail/desk.mbox"
  assert_success
  assert_line --index 0 --regexp '^\{"id":"desk:[0-9a-f]{16}","date":"2026-10-05T07:00:00Z","source":"desk.mbox","channel":"Form","customer":"ann.lee@home.example","score":4,"scale":"1-5","title":"Bestellung ☕","text":"The cups arrived broken.\\n\\n> your order 17","person_from":"Contact form <form@desk.example>","ticket":"007","person_To":"help@desk.example"\}$'
  assert_line --index 1 --partial '"date":"2026-10-03T15:05:00Z","source":"desk.mbox","channel":"Form","customer":"ben@home.example","score":9,"scale":"0-10","title":"late","text":"It came late.\n\n-- \nBen","person_from"'
  assert_line --index 2 --partial '"in":4,"out":2,"filtered":2,"rejected":0'
  assert_regex "$stderr" "customer: 'Reply-To'"
  refute_regex "$output" 'x_customer'
}

@test "a shipped profile for mail is taken by name, and for nothing but mail" {
  run --separate-stderr fb-ingest -p mail-desk "$IN/mail/desk.mbox"
  assert_success
  assert_line --index 0 --partial '"channel":"Support mail","customer":"ann.lee@home.example"'
  assert_line --index 3 --partial '"in":4,"out":3,"filtered":1,'
  run record 1 -p mail-list "$IN/mail/desk.mbox"
  assert_output --partial '"channel":"Mailing list","customer":"form@desk.example"'
  run --separate-stderr fb-ingest -p mail-list "$IN/hotel.csv"
  assert_failure 2
  assert_regex "$stderr" "hotel.csv: is delimited text, and the profile 'mail-list' is for mail"
  printf '[match]\nformat = fax\n' > fax.profile
  run --separate-stderr fb-ingest -p fax.profile "$IN/mail/desk.mbox"
  assert_failure 2
  assert_regex "$stderr" "fax.profile:2: a format is mail, transcript, note, JSON or table"
}

@test "a header that is named becomes a column, one that no mail has is told" {
  run --separate-stderr fb-ingest -c ticket=X-Ticket-Id -c none=X-None -c quoted=quoted "$IN/mail/desk.mbox"
  assert_success
  assert_line --index 0 --partial '"quoted":"> your order 17","ticket":"007"}'
  assert_regex "$stderr" "desk.mbox: no mail has a header 'X-None'"
}

@test "a profile for tables leaves mails and talks their own keys" {
  printf '[map]\ndate = Review_Date %%m/%%d/%%Y\nregion = "EU"\n' > t.profile
  run record 2 -p t.profile "$IN/mail/desk.mbox"
  assert_output --partial '"date":"2026-10-03T15:05:00Z","source":"desk.mbox","channel":"email","customer":"ben@home.example","title":"late","text":"It came late.",'
  assert_output --partial '"region":"EU"}'
  run record 1 -p t.profile "$IN/talk/call.vtt"
  assert_output --partial '"text":"My parcel is late'
}

@test "the last mail of a torn box is read as far as it goes" {
  run record 7 "$IN/mail/inbox.mbox"
  assert_output --regexp '^\{"id":"[0-9a-f]{16}","source":"inbox.mbox",.*"title":"no id, no date","text":"The last words of a torn box",'
}

@test "a maildir gives cur and new in byte order, and its own name" {
  run --separate-stderr fb-ingest "$IN/mail/box/"
  assert_success
  assert_equal "$stderr" ""
  assert_line --index 0 --partial '"source":"box","channel":"email","customer":"a@mail.example","text":"first"'
  assert_line --index 1 --partial '"text":"second"'
  assert_line --index 2 --partial '"text":"third"'
  assert_line --index 3 --partial '"in":3,"out":3,'
}

@test "a tar of mails, packed or not, on standard input too" {
  (cd "$IN/mail" && tar cf - single.eml box/cur) > all.tar
  gzip -k all.tar
  fb-ingest all.tar | grep -v trail > want
  assert_equal "$(wc -l < want)" 3
  assert_file_contains want '"source":"all.tar"'
  fb-ingest --source all.tar all.tar.gz | grep -v trail | cmp - want
  fb-ingest --source all.tar < all.tar.gz | grep -v trail | cmp - want
}

@test "a torn archive is status 3 and named with its file" {
  tar czf all.tar.gz -C "$IN/mail" single.eml inbox.mbox
  head -c 900 all.tar.gz > torn.tar.gz
  run --separate-stderr fb-ingest torn.tar.gz
  assert_failure 3
  assert_regex "$stderr" "torn.tar.gz"
}

@test "an archive's files may be of several formats, pictures are passed over" {
  mkdir d
  cp "$IN/mail/single.eml" "$IN/shop.csv" "$IN/talk/call.vtt" d
  printf 'GIF89a\0\0\1\0' > d/pic.gif
  tar cf d.tar d
  run --separate-stderr fb-ingest d.tar
  assert_success
  assert_line --partial '"text":"Only one.","from":"Hal <hal@mail.example>"'
  assert_line --partial '"Order":"A-1"'
  assert_line --partial '"customer":"Maria Lopez"'
  assert_regex "$stderr" "d.tar:d/pic.gif: is no text; not read"
}

@test "mails of very many parts or headers stay small" {
  {
    printf 'From: a@b.c\nMessage-ID: <1>\nContent-Type: multipart/mixed; boundary=x\n\n'
    yes -- '--x
Content-Type: text/plain

hi' | head -n 300000
  } > parts.eml
  { printf 'From: a@b.c\nMessage-ID: <2>\n'; yes 'X-A: b' | head -n 300000; printf '\nwords\n'; } > heads.eml
  for ((i = 0; i < 3000; i++)); do
    printf 'Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n' $i $i
  done > deep.eml
  if ! ldd "$(command -v fb-ingest)" | grep -q libasan; then
    ulimit -v 400000
  fi
  ulimit -s 256
  run --separate-stderr fb-ingest parts.eml heads.eml deep.eml
  assert_success
  assert_line --index 0 --partial '"text":"hi"'
  assert_line --index 1 --partial '"text":"words"'
  assert_regex "$stderr" "parts.eml:1: the mail has more than 20000 lines of headers"
  assert_regex "$stderr" "deep.eml:1: parts of the mail stand too deep"
}

@test "a mail longer than a record may be is cut and said" {
  { printf 'From: a@b.c\nMessage-ID: <1>\n\nwords\n'; yes 'more and more' | head -n 2000; } > long.eml
  run --separate-stderr fb-ingest --max-record 10000 long.eml
  assert_success
  assert_regex "$stderr" "long.eml:1: the mail is longer than 10000 bytes"
  assert_line --index 1 --partial '"cut":1'
}

@test "a transcript is one record, the customer's turns its words" {
  run --separate-stderr fb-ingest --explain --quoted "$IN/talk/call.vtt"
  assert_success
  assert_line --index 0 --partial '"channel":"call","customer":"Maria Lopez","text":"My parcel is late & wet. Three days now.\n\nFine.","turns":[{"turn":2,"start":4.5,"end":9},{"turn":4,"start":3611,"end":3612}],"quoted":"Agent Kim: Good morning, how can I help?\n\nAgent Kim: I am sorry."}'
  assert_regex "$stderr" "customer: Maria Lopez, as the only one who is not one of the staff"
  run record 1 "$IN/talk/call.srt"
  assert_output --partial '"text":"The app crashes every time.","turns":[{"turn":2,"start":5,"end":6.5}]}'
  run record 1 "$IN/talk/chat.txt"
  assert_output --partial '"customer":"Jo","text":"I was charged twice and nobody answers.\n\nThanks","turns":[{"turn":2,"start":5},{"turn":4,"start":12}]}'
}

@test "times behind names, lines in front of a talk, more than two speakers" {
  printf 'Call of Monday\n\nAgent (9:01 AM): Hello\nCustomer (12:02 PM): It never came.\nNever.\nAgent (1:03 PM): Sorry\nCustomer [13:04:05]: OK\n' > a.txt
  assert_equal "$(fb-ingest -q a.txt | jq -c 'select(.text)|[.text,.turns]')" \
    '["It never came. Never.\n\nOK",[{"turn":3,"start":10860},{"turn":5,"start":14585}]]'
  printf 'Help Bot: Hi\nJo Smith: My card was declined\nHelp Bot: Sorry\nAnna (Support): I take over\nJo Smith: thanks\n' > b.txt
  assert_equal "$(fb-ingest -q b.txt | jq -c 'select(.text)|[.customer,.text]')" \
    '["Jo Smith","My card was declined\n\nthanks"]'
  printf 'Customer Service: Hi\nKim: Hello\nCustomer Service: Yes?\nKim: Late.\n' > c.txt
  assert_equal "$(fb-ingest -q c.txt | jq -r '.text//empty')" $'Hello\n\nLate.'
}

@test "times of the day count from the first turn, also past midnight" {
  printf 'Agent (11:59 PM): Hello\nCustomer (11:59 PM): It never came.\nAgent (0:01): Sorry\nCustomer (12:02 AM): OK\n' > a.txt
  run record 1 a.txt
  assert_output --partial '"turns":[{"turn":2,"start":0},{"turn":4,"start":180}]'
}

@test "what a file is can be said: a mail without a header is words" {
  printf 'Send it back to\n\tme@shop.example, please\n' > note.txt
  run record 1 --format mail note.txt
  assert_output --partial '"channel":"email","text":"Send it back to\n\tme@shop.example, please"'
  run record 1 --format table note.txt
  refute_output --partial email
  run -2 fb-ingest --format letter note.txt
  assert_output --partial "--format 'letter': not mail, transcript, note, JSON or table"
}

@test "of related parts the root counts, and an address stands without a name" {
  cat > m.eml <<-'END'
	From: Ann Lee Ann@home.example
	Message-ID: <1@x>
	Content-Type: multipart/related; type="text/plain"; start="<b>"; boundary="x"

	--x
	Content-Type: text/plain
	Content-ID: <a>

	a style sheet
	--x
	Content-Type: text/plain
	Content-ID: <b>

	The lamp flickers.
	--x--
	END
  run record 1 m.eml
  assert_output --partial '"customer":"ann@home.example","text":"The lamp flickers.",'
  sed 's/start="<b>"; //; 0,/text.plain$/s//text\/css/' m.eml > n.eml
  run record 1 n.eml
  assert_output --partial '"text":"The lamp flickers.",'
}

@test "without a known customer no words are kept, and the way out is said" {
  run --separate-stderr fb-ingest "$IN/talk/two.txt"
  assert_failure 1
  refute_output --partial '"text"'
  assert_regex "$stderr" "nobody is known to be the customer.*speakers: Anna, Ben; give --customer NAME"
  run --separate-stderr fb-ingest --customer anna "$IN/talk/two.txt"
  assert_success
  assert_line --index 0 --partial '"customer":"Anna","text":"Hello\n\nIt broke.","turns":[{"turn":1},{"turn":3}]}'
  run record 1 --customer '*' "$IN/talk/two.txt"
  assert_output --partial '"text":"Hello\n\nHi\n\nIt broke."'
}

@test "a note's front matter becomes keys, its first heading the title" {
  run record 1 --scale 1-5 "$IN/notes/visit.md"
  assert_output '{"id":"visit-7","date":"2026-10-03","source":"visit.md","customer":"Jo Field","score":4,"scale":"1-5","title":"The lounge","text":"She said it is *cold*.\n\n## More\nAnd loud.","region":"North","tags":["price","delivery"],"plan":["pro","yearly"]}'
  run record 1 "$IN/notes/plain.md"
  assert_output --partial '"title":"Notes","text":"## First\nOne.'
}

@test "a note can be a record for each heading" {
  run --separate-stderr fb-ingest -q --headings "$IN/notes/visit.md" "$IN/notes/plain.md"
  assert_line --index 0 --partial '"id":"visit-7","date":"2026-10-03"'
  assert_line --index 1 --regexp '"id":"visit-7#2".*"title":"More","text":"And loud."'
  assert_line --index 2 --partial '"title":"First","text":"One.\n```\n# no heading\n```"}'
  assert_line --index 3 --partial '"title":"Second","text":"Two."}'
}
