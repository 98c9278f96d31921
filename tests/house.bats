# The house itself: the installer and what stands at the top.
setup() {
	load helper
	cd "$ROOT"
}

@test "the installer is quick and quiet when nothing is missing" {
	SECONDS=0
	run sh share/need.sh build report check
	assert_success
	assert_output ""
	((SECONDS <= 1))
	run sh share/need.sh no-such-group
	assert_failure 2
	assert_output --partial "no group 'no-such-group'"
}

# A machine with few packages: what asks dpkg is answered by us, and what would
# install writes down what it is asked for.
bare_machine() {
	mkdir -p "$BATS_TEST_TMPDIR/bin"
	cd "$BATS_TEST_TMPDIR/bin"
	cp -s /bin/{sh,sed,tr,id,env,cat} .
	printf '#!/bin/sh\ncat "%s/have" 2>/dev/null\n' \
	    "$BATS_TEST_TMPDIR" > dpkg-query
	chmod +x dpkg-query
	cd "$ROOT"
}

@test "without apt-get the installer names what is missing and stops" {
	bare_machine
	rm "$BATS_TEST_TMPDIR/bin/dpkg-query"
	run env PATH="$BATS_TEST_TMPDIR/bin" sh share/need.sh build
	assert_failure 1
	assert_output --partial "libxlsxwriter-dev"
	assert_output --partial "there is no apt-get here"
}

@test "the installer asks apt-get for what is missing alone, once" {
	bare_machine
	printf 'installed %s\n' miller python3-pandas python3-xlsxwriter python3-matplotlib \
	    gnuplot-nox > "$BATS_TEST_TMPDIR/have"
	printf '#!/bin/sh\necho "$*" >> "%s/asked"\n' "$BATS_TEST_TMPDIR" \
	    > "$BATS_TEST_TMPDIR/bin/apt-get"
	printf '#!/bin/sh\nexec "$@"\n' > "$BATS_TEST_TMPDIR/bin/sudo"
	cat >> "$BATS_TEST_TMPDIR/bin/apt-get" <<-'END'
	case $* in *-s*) exit ;; *install*) echo installed jq >> "${0%/*}/../have" ;; esac
	END
	chmod +x "$BATS_TEST_TMPDIR"/bin/{apt-get,sudo}
	run env PATH="$BATS_TEST_TMPDIR/bin" sh share/need.sh bench
	assert_success
	assert_output "need.sh: installing jq "
	run cat "$BATS_TEST_TMPDIR/asked"
	assert_equal "${#lines[@]}" 2
	assert_line --index 1 --partial "install --no-install-recommends -y jq"
	refute_output --partial miller
	run env PATH="$BATS_TEST_TMPDIR/bin" sh share/need.sh bench
	assert_success
	assert_output ""
}

@test "the top level holds what belongs there and nothing else" {
	run bash -c "git ls-files 2>/dev/null | cut -d/ -f1 | sort -u | tr '\n' ' '"
	[[ $output ]] || skip "not a git checkout"
	assert_output ".ci .clang-format .editorconfig .gitignore LICENSE Makefile \
README.md cmd examples lib share tests "
}
