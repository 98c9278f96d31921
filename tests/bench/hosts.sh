#!/bin/bash
# Measure what a piece costs on an engine: hosts.sh prints milliseconds.
#
# Pieces that hold nothing, through ssh to three hosts, GNU parallel on those
# hosts, srun and a Slurm array on three nodes; hosts and nodes are namespaces
# and daemons of this machine, so that no network is in it. Needs root and what
# `need.sh engines` brings; says so and ends well without.
set -eu

B=${B:-$PWD/build}
RUNS=${RUNS:-5}
HERE=$(cd "$(dirname "$0")/.." && pwd)
NONE=$B/bench/none.ndjson

[ "$(id -u)" = 0 ] || { echo "hosts.sh: skipped, needs root"; exit 0; }
PATH=$B/bin:$PATH:/usr/sbin
for tool in parallel sshd ip munged slurmctld slurmd; do
	command -v $tool > /dev/null ||
	    { echo "hosts.sh: skipped, needs $tool; sh share/need.sh engines"; exit 0; }
done
ip netns add fbtest0 2> /dev/null && ip netns del fbtest0 ||
    { echo "hosts.sh: skipped, no network namespaces here"; exit 0; }

. "$HERE/with-data/hosts.sh"
D=$(mktemp -d)
trap 'hosts_down; slurm_down; rm -rf "$D"' EXIT
mkdir -p "$B/bench"
: > "$NONE"

# WAY PIECES COMMAND: the median of what a piece costs.
measure() {
	for run in $(seq "$RUNS"); do
		"$B/tests/bench/timed" "$D/$1.times" sh -c "$3" < /dev/null
	done
	sort -n "$D/$1.times" | awk -v way="$1" -v n="$2" '{ s[NR] = $1 }
	    END { printf "a piece by %-14s %7.1f ms\n", way, 1000 * s[int((NR + 1) / 2)] / n }'
}

piece="fb-metric --partial $NONE"
seq 30 > "$D/pieces"

hosts_up
measure ssh 10 "for i in 1 2 3 4 5 6 7 8 9 10; do
    ssh -F $D/ssh_config h1 $piece > /dev/null; done"
measure parallel-ssh 30 "parallel --will-cite -S h1,h2,h3 -a $D/pieces \
    '$piece \$(: {})' > /dev/null"
hosts_down

slurm_up
cat > "$D/piece.sh" <<-END
	#!/bin/sh
	$piece > $D/\$SLURM_ARRAY_TASK_ID.part
END
measure srun 10 "for i in 1 2 3 4 5 6 7 8 9 10; do
    srun -Q -n1 $piece > /dev/null; done"
measure slurm-array 30 "sbatch -Q --wait -o /dev/null --array=1-30 $D/piece.sh"
