# Every command of README.md works: its sh blocks are run, in their order, in a
# folder like a checkout.
setup() {
	load helper
	README=$ROOT/README.md
}

# The blocks as 1.sh, 2.sh, ... in the folder blocks.
split_blocks() {
	mkdir -p blocks
	awk '/^```sh$/ { n++; on = 1; next }
	/^```/ { on = 0 }
	on { print > ("blocks/" n ".sh") }' "$README"
}

@test "every block of commands works" {
	lay_out "$BATS_TEST_TMPDIR/scratch"
	cd "$BATS_TEST_TMPDIR/scratch"
	mkdir build home
	export HOME=$PWD/home
	split_blocks
	[[ -e blocks/6.sh ]]
	for ((n = 1; ; n++)); do
		[[ -e blocks/$n.sh ]] || break
		if grep -q '^mlr ' "blocks/$n.sh" && ! command -v mlr; then
			continue
		fi
		cat "blocks/$n.sh"
		bash -o pipefail -e "blocks/$n.sh" < /dev/null
	done
	for file in banks.pdf banks.xlsx tonight.pdf; do
		assert_file_not_empty "build/$file"
	done
	run "$HOME/.local/bin/fb-metric" --version
	assert_success
	assert_file_not_empty "$HOME/.local/share/man/man7/fb-tools.7"
	assert_file_not_empty "$HOME/.local/share/fb-tools/report.mk"
}

@test "the two commands are targets, and report makes what is named" {
	for target in $(sed -n 's/^    make \([a-z-]*\) .*/\1/p' "$README"); do
		grep -q "^$target:" "$ROOT/Makefile"
	done
	assert_equal "$(grep -c '^    make ' "$README")" 2
	for file in banks.pdf banks.xlsx; do
		assert_file_not_empty "$ROOT/build/report/$file"
	done
}

@test "the table has every tool, and every file that is named is there" {
	for dir in "$ROOT"/cmd/fb-*/; do
		grep -q "^| $(basename "$dir") |" "$README"
	done
	for file in $(grep -oE '(examples|share)/[A-Za-z./-]*[a-z]' "$README"); do
		assert_exists "$ROOT/$file"
	done
}

@test "the record is one" {
	awk '/^```json$/ { on = 1; next } /^```/ { on = 0 } on' "$README" |
	    tr -d '\n' > "$BATS_TEST_TMPDIR/record"
	run fb-redact "$BATS_TEST_TMPDIR/record"
	assert_success
	assert_line --index 0 --partial '"text":"Two hours late, and nobody called."'
}
