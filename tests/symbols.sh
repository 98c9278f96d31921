#!/bin/sh
# Fail when two rooms give a public function the same name: the linker would
# quietly take one of them.
twice=$(nm -A "$1" 2>/dev/null | awk '$(NF-1) ~ /^[TDBRV]$/ { print $NF }' |
	LC_ALL=C sort | uniq -d)
[ -z "$twice" ] && exit
echo "named twice in $1:" $twice >&2
exit 1
