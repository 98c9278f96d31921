#!/bin/sh
# Fail when a file includes a room that lib/LAYERS does not put beneath it.
awk '
FILENAME == "lib/LAYERS" {
	if ($1 !~ /^#/)
		for (i = 1; i <= NF; i++)
			level[$i] = FNR
	next
}
/^#include "/ {
	split(FILENAME, path, "/")
	split($2, inc, /["\/]/)
	here = path[1] == "cmd" ? "cmd" : path[2]
	there = inc[2]
	level["cmd"] = 1000
	if (!level[here] || !level[there])
		why = (level[here] ? there : here) " is not in lib/LAYERS"
	else if (here != there && level[there] >= level[here])
		why = here " may not include " there
	else
		next
	print FILENAME ":" FNR ": " why
	bad = 1
}
END { exit bad }' lib/LAYERS $(find lib cmd -name '*.[ch]' | LC_ALL=C sort)
