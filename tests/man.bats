# The pages' examples do what they say. Lines that start with "$ " are run, one
# after the other, in a folder that holds data/man and what the pipeline makes
# of it, one for each test; what stands below a command is what it must print. A
# line that starts with "% " is not run.
setup() {
	load helper
	cp -R "$BATS_FILE_TMPDIR/scratch" "$BATS_TEST_TMPDIR"
	cd "$BATS_TEST_TMPDIR/scratch"
}

setup_file() {
	load helper
	lay_out "$BATS_FILE_TMPDIR/scratch"
	cd "$BATS_FILE_TMPDIR/scratch"
	fb-ingest --scale 0-10 reviews.csv | fb-redact > records.ndjson
	fb-metric -m nps -m csat:ease@4-5 --by region --per month \
	    --period 2026-10 records.ndjson > metrics.ndjson
	fb-anecdote -s 2026-10 metrics.ndjson records.ndjson > paired.ndjson
	fb-sample -n 3 --require text --period 2026-10 -s 2026-10 \
	    records.ndjson > letters.ndjson
}

# Split the examples of a page into 1.sh, 1.out, 2.sh, ...
split_examples() {
	rm -rf parts
	mkdir parts
	page_text "$1" | awk '
	/^[^ ]/ { on = $0 == "EXAMPLES"; indent = 0 }
	!on { next }
	match($0, /^ +\$ /) {
		indent = RLENGTH - 2
		$0 = substr($0, 1, indent) substr($0, RLENGTH + 1)
		n++
		more = 1
	}
	/^$/ || substr($0, 1, indent) !~ /^ +$/ {
		indent = 0
		next
	}
	{
		$0 = substr($0, indent + 1)
		print > ("parts/" n (more ? ".sh" : ".out"))
		more = more && /[|\\]$/
	}'
}

# Every example of the pages gives status 0 and what the page says.
run_page() {
	local script

	split_examples "$1"
	for script in parts/*.sh; do
		[[ -e $script ]] || continue
		if ! timeout 60 bash -o pipefail -e "$script" > got 2> err \
		    < /dev/null || grep 'nothing to' err; then
			echo "$1: $(cat "$script")"
			cat err
			return 1
		fi
		[[ ! -e ${script%.sh}.out ]] || diff "${script%.sh}.out" got
	done
}

@test "the examples of every tool's page work" {
	each_tool run_tool_page
}
run_tool_page() {
	run_page "$ROOT/cmd/$1/$1.1"
	[[ -e parts/1.sh ]]
}

@test "the examples of the suite's pages work" {
	for page in "$ROOT"/share/man/*.[57]; do
		run_page "$page"
	done
}

@test "the map of the suite names every tool" {
	for dir in "$ROOT"/cmd/fb-*/; do
		grep -q "^\.It Xr $(basename "$dir") 1$" "$ROOT/share/man/fb-tools.7"
	done
}

@test "every page says how its tool runs in pieces" {
	each_tool says_its_class
}
says_its_class() {
	page_text "$ROOT/cmd/$1/$1.1" | grep -A 1 '^IN PIECES' |
	    grep -qE '^ +(A map|A monoid|Final)\b'
}
