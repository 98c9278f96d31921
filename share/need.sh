#!/bin/sh
# need.sh - install what a group of targets needs and this machine has not.
#
# usage: sh share/need.sh GROUP...    (build report check data bench engines)
# Debian and its relatives only; elsewhere it names the packages and stops.
set -eu

packages() {
	case $1 in
	build)
		echo gcc libc6-dev make pkg-config libcsv-dev \
		    libxlsxwriter-dev libcairo2-dev libpango1.0-dev \
		    libicu-dev libarchive-dev zlib1g-dev libxml2-dev \
		    libgmime-3.0-dev libgsl-dev nettle-dev libxxhash-dev \
		    libexttextcat-dev libexttextcat-data ;;
	report)
		echo fontconfig fonts-inter fonts-vollkorn fonts-noto-core \
		    fonts-noto-cjk fonts-noto-color-emoji ;;
	check)
		echo bats bats-support bats-assert bats-file libcmocka-dev \
		    libjansson-dev mandoc jq openssl poppler-utils qpdf \
		    python3 python3-openpyxl ;;
	data)
		echo miller libreoffice-calc-nogui strace ;;
	bench)
		echo jq miller python3-pandas \
		    python3-xlsxwriter python3-matplotlib gnuplot-nox ;;
	engines)
		echo parallel openssh-server openssh-client iproute2 procps \
		    munge slurmctld slurmd slurm-client ;;
	*)
		echo "need.sh: no group '$1'; there are build, report, check," \
		    "data, bench and engines" >&2
		return 2 ;;
	esac
}

# Those of the packages that are not installed.
missing() {
	installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" \
	    2>/dev/null | sed -n 's/^installed //p') || :
	for package; do
		case "
$installed
" in
		*"
$package
"*)	;;
		*)	echo "$package" ;;
		esac
	done
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

apt() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq \
	    -o DPkg::Lock::Timeout=600 "$@" >&2
}

# Lists are fetched only when they are absent, or too old to be of use.
install_packages() {
	apt-get -qq -s install --no-install-recommends "$@" >/dev/null 2>&1 &&
	    apt install --no-install-recommends -y "$@" && return
	apt update && apt install --no-install-recommends -y "$@"
}

give_up() {
	echo "need.sh: missing: $want" >&2
	echo "need.sh: $1" >&2
	exit 1
}

all=
for group; do
	names=$(packages "$group")
	all="$all $names"
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
	want=$all
	give_up "there is no apt-get here; install what these Debian packages \
hold by this system's own means, then run 'make examples' or 'make check-here'"
fi

want=$(missing $all | tr '\n' ' ')
[ "$want" ] || exit 0
if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
	give_up "run as root: apt-get install --no-install-recommends $want"
fi
echo "need.sh: installing $want" >&2
install_packages $want || give_up "apt-get could not install them; see above"
still=$(missing $all)
[ -z "$still" ] || want=$still give_up "apt-get said nothing, but they are not there"
