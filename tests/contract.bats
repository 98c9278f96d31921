# What every tool promises. A new cmd/fb-*/ is tested here without an edit; a
# tool that reads something else than the stream has its own file beside
# data/contract/stream.ndjson, named after it.
setup() {
	load helper
	cd "$BATS_TEST_TMPDIR"
}

# ---- what a tool is given ----

fixture() {
	local own=("$DATA/contract/$1".*)

	if [[ -e ${own[0]} ]]; then
		echo "${own[0]}"
	else
		echo "$DATA/contract/stream.ndjson"
	fi
}

reads_stream() {
	[[ $(fixture "$1") == *.ndjson ]]
}

# The fixture with one bad line, or row, that is skipped.
spoilt() {
	cat "$(fixture "$1")"
	if reads_stream "$1"; then
		echo oops
	else
		echo '"never closed'
	fi
}

# An input that breaks off: half a last line, half a gzip stream.
torn() {
	if reads_stream "$1"; then
		cat "$(fixture "$1")"
		printf '{"id":"torn'
	else
		gzip -c "$(fixture "$1")" | head -c -30
	fi
}

# 400,000 lines of which none is good.
rubbish() {
	if reads_stream "$1"; then
		yes oops | head -n 400000
	else
		echo consent
		yes perhaps | head -n 400000
	fi
}

# What the tool makes of its fixture, in the file whole.
make_whole() {
	"$1" -q "$(fixture "$1")" > whole
	[[ -s whole ]]
}

# Run with standard error kept in the file err, and check the status.
gives() {
	local want=$1 status=0

	shift
	"$@" 2> err || status=$?
	if ((status != want)); then
		echo "status $status, not $want: $*" >&2
		cat err >&2
		return 1
	fi
}

# ---- the command line ----

help_is_on_stdout() {
	gives 0 "$1" --help > out
	grep -q "^usage: $1 " out
	[[ ! -s err ]]
	gives 0 "$1" -h > again
	cmp out again
}
@test "--help goes to standard output with status 0" {
	each_tool help_is_on_stdout
}

version_is_told() {
	gives 0 "$1" -V > out
	grep -qE "^$1 \(fb-tools\) [0-9]+\.[0-9]+\.[0-9]+$" out
	gives 0 "$1" --version > again
	cmp out again
}
@test "-V tells the version" {
	each_tool version_is_told
}

unknown_option_is_usage() {
	gives 2 "$1" --no-such-option > out
	[[ ! -s out ]]
	grep -q "^$1: unknown option '--no-such-option'" err
	gives 2 "$1" -o > out
	[[ ! -s out ]]
	grep -q "^$1: missing argument after '-o'" err
}
@test "a wrong option is status 2 and writes nothing" {
	each_tool unknown_option_is_usage
}

# ---- the page ----

help_options() {
	"$1" --help | grep -E '^  (-.,|   ) --' | grep -oE -- ' --?[a-zA-Z][a-z-]*' |
	    tr -d ' '
}
page_options() {
	sed -n '/^\.It Fl /p' "$ROOT/cmd/$1/$1.1" | awk '{
		gsub(/Fl Fl /, "Fl -")
		for (i = 2; i < NF; i++)
			if ($i == "Fl")
				print "-" $(i + 1)
	}'
}
page_and_help_agree() {
	local common='^(-h|-V|--help|--version)$'

	diff <(help_options "$1" | grep -Ev -- "$common" | sort -u) \
	    <(page_options "$1" | grep -Ev -- "$common" | sort -u)
	grep -q "^\.Nd $("$1" --help | sed -n 2p)$" "$ROOT/cmd/$1/$1.1"
}
@test "page and --help name the same options and purpose" {
	each_tool page_and_help_agree
}

page_is_clean() {
	mandoc -Tlint -W warning "$ROOT/cmd/$1/$1.1"
	grep -q '^\.Sh EXIT STATUS' "$ROOT/cmd/$1/$1.1"
	grep -q '^\.Sh EXAMPLES' "$ROOT/cmd/$1/$1.1"
}
@test "every tool has a page that mandoc finds no fault with" {
	each_tool page_is_clean
}

# ---- output ----

full_disk_is_seen() {
	gives 3 "$1" --help > /dev/full
	gives 3 "$1" "$(fixture "$1")" > /dev/full
	grep -q "^$1: .*: No space left on device" err
	gives 3 "$1" -o /dev/full "$(fixture "$1")"
	[[ -c /dev/full ]]
}
@test "a full disk is status 3" {
	each_tool full_disk_is_seen
}

closed_stdout_is_seen() {
	gives 3 "$1" --help >&-
	gives 3 "$1" "$(fixture "$1")" >&-
	[[ -s err ]]
}
@test "a closed standard output is status 3" {
	each_tool closed_stdout_is_seen
}

gone_reader_is_quiet() {
	gives 141 python3 -c '
import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
status = subprocess.run(sys.argv[1:], stdout=writer).returncode
sys.exit(128 - status if status < 0 else status)' "$1" "$(fixture "$1")"
	[[ ! -s err ]]
}
@test "a reader that has gone away ends a tool by SIGPIPE, quietly" {
	each_tool gone_reader_is_quiet
}

device_is_written_through() {
	make_whole "$1"
	rm -f pipe
	mkfifo pipe
	timeout 20 cat pipe > got &
	gives 0 timeout 20 "$1" -q -o pipe "$(fixture "$1")"
	wait
	cmp whole got
	[[ -p pipe ]]
	gives 0 "$1" -q -o /dev/null "$(fixture "$1")"
	[[ -c /dev/null ]]
}
@test "-o to a pipe or a device is written through" {
	each_tool device_is_written_through
}

link_is_kept() {
	make_whole "$1"
	rm -rf store name
	mkdir store
	echo old > store/file
	ln -s store/file name
	gives 0 "$1" -q -o name "$(fixture "$1")"
	[[ -L name ]]
	cmp whole store/file
	assert_equal "$(ls -A store)" file
}
@test "-o onto a symbolic link replaces what it points to" {
	each_tool link_is_kept
}

same_bytes_everywhere() {
	make_whole "$1"
	TZ=Asia/Kolkata LC_ALL=C "$1" -q "$(fixture "$1")" > other
	cmp whole other
}
@test "two runs give the same bytes in any zone and locale" {
	each_tool same_bytes_everywhere
}

# ---- input ----

missing_file_is_named() {
	gives 3 "$1" no-such-file > out
	grep -q "^$1: .*no-such-file.*: No such file or directory" err
	[[ $1 = fb-ingest ]] && return # reads folders
	gives 3 "$1" . > out
	[[ -s err ]]
}
@test "a missing file is status 3 and named" {
	each_tool missing_file_is_named
}

bad_line_is_counted() {
	spoilt "$1" > spoilt
	gives 1 "$1" spoilt > out
	grep -qE "^$1: spoilt:[0-9]+: " err
	gives 0 "$1" --max-bad 1 spoilt > allowed
	gives 0 "$1" --max-bad 50% spoilt > allowed
	gives 1 "$1" --max-bad 0.1% spoilt > out
	gives 1 "$1" --rejects rejects spoilt > out
	[[ $1 = fb-ingest ]] && jq -r .raw rejects > raw && mv raw rejects
	assert_equal "$(cat rejects)" "$(spoilt "$1" | tail -n 1)"
	gives 1 "$1" --strict -o strict spoilt
	[[ ! -e strict ]]
}
@test "a bad line is named, counted, allowed, kept or the end, as asked" {
	each_tool bad_line_is_counted
}

all_bad_is_summed_up() {
	rubbish "$1" > rubbish
	gives 1 timeout 60 "$1" rubbish > out
	[[ -s out ]]
	assert_equal "$(grep -cE "^$1: rubbish:[0-9]+: " err)" 10
	grep -q "^$1: and 399990 more " err
	[[ $(wc -l < err) -le 12 ]]
}
@test "400,000 bad lines are ten messages and a count" {
	each_tool all_bad_is_summed_up
}

torn_input_is_seen() {
	torn "$1" > torn
	gives 3 "$1" torn > out
	grep -q "^$1: torn:" err
}
@test "an input that breaks off is status 3" {
	each_tool torn_input_is_seen
}

# ---- failures leave nothing behind ----

# The folder out is as it was before: an old file alone, with its old bytes.
leaves_old() {
	local status=$1

	shift
	rm -rf out
	mkdir out
	echo old > out/file
	gives "$status" "$@"
	assert_equal "$(ls -A out)" file
	assert_equal "$(cat out/file)" old
}

# No file may grow, as on a full disk; what is said goes through a pipe.
on_small_disk() {
	(
		ulimit -f 0
		exec "$@"
	) 2>&1 | cat >&2
	return "${PIPESTATUS[0]}"
}

nothing_is_left() {
	torn "$1" > torn
	leaves_old 3 "$1" -o out/file no-such-file
	leaves_old 3 "$1" -o out/file torn
	leaves_old 2 "$1" -o out/file --no-such-option
	spoilt "$1" > spoilt
	leaves_old 1 "$1" -o out/file --strict spoilt
	leaves_old 3 on_small_disk "$1" -o out/file "$(fixture "$1")"
}
@test "after a failure the old file stands and nothing else" {
	each_tool nothing_is_left
}

unwritable_folder_is_seen() {
	gives 3 "$1" -o no/such/folder/file "$(fixture "$1")"
	grep -q "^$1: .*no/such/folder/file.*: No such file or directory" err
}
@test "a folder that is not there is status 3 and named" {
	each_tool unwritable_folder_is_seen
}

# ---- exports ----

@test "fb-ingest leaves out a row whose quote never closes" {
	[[ -d $ROOT/cmd/fb-ingest ]] || skip "no fb-ingest"
	run --separate-stderr fb-ingest <<<$'a,b\n1,2\n"x,3\n4,5'
	assert_failure 1
	assert_equal "${#lines[@]}" 3
	assert_line --index 0 --partial '"a":1,"b":2}'
	assert_line --index 1 --partial '"a":4,"b":5}'
	assert_equal "$stderr" "fb-ingest: -:3: a quote that opens here never \
closes; the row is left out"
}

@test "fb-ingest gives no file for a torn gzip stream" {
	[[ -d $ROOT/cmd/fb-ingest ]] || skip "no fb-ingest"
	gzip -c "$DATA/contract/fb-ingest.csv" | head -c -30 > torn.csv.gz
	run --separate-stderr fb-ingest -o out torn.csv.gz
	assert_failure 3
	assert_output ""
	assert_equal "$stderr" \
	    "fb-ingest: torn.csv.gz: unexpected end of the gzip stream"
	assert_file_not_exists out
}
