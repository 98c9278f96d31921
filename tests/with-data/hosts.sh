# hosts.sh - three machines in one: network namespaces with an sshd each, or
# three slurmd. Sourced by the tests; all that is started here ends with
# hosts_down or slurm_down, and every file is in $D.

NET=10.231.77

host_config() {
  cat > "$D/sshd$1.conf" <<-END
	Port 22
	ListenAddress $NET.1$1
	HostKey $D/host_key
	AuthorizedKeysFile $D/key.pub
	PidFile none
	StrictModes no
	UsePAM no
	PermitRootLogin yes
	MaxStartups 64:30:128
	SetEnv HOME=$D/home PATH=$D/bin:$PATH
	END
}

hosts_up() {
  local i

  mkdir -p "$D/home" "$D/bin" /run/sshd
  ssh-keygen -q -t ed25519 -N '' -f "$D/key"
  ssh-keygen -q -t ed25519 -N '' -f "$D/host_key"
  ip link add fbtest0 type bridge
  ip addr add $NET.1/24 dev fbtest0
  ip link set fbtest0 up
  for i in 1 2 3; do
    host_config $i
    ip netns add fbtest$i
    ip link add fbtestv$i type veth peer name eth0 netns fbtest$i
    ip link set fbtestv$i master fbtest0 up
    ip netns exec fbtest$i ip addr add $NET.1$i/24 dev eth0
    ip netns exec fbtest$i ip link set eth0 up
    ip netns exec fbtest$i /usr/sbin/sshd -f "$D/sshd$i.conf" -E "$D/sshd$i.log"
    echo "$NET.1$i $(cut -d' ' -f1,2 "$D/host_key.pub")" >> "$D/known_hosts"
    printf 'Host h%d\n HostName %s\n' $i $NET.1$i >> "$D/ssh_config"
  done
  cat >> "$D/ssh_config" <<-END
	Host *
	 User root
	 IdentityFile $D/key
	 IdentitiesOnly yes
	 UserKnownHostsFile $D/known_hosts
	 ConnectTimeout 5
	 ServerAliveInterval 1
	 ServerAliveCountMax 3
	END
  export PARALLEL_SSH="ssh -F $D/ssh_config" PARALLEL_HOME="$D/home"
}

# As a machine that loses power: its processes, then its line.
host_kill() {
  ip netns pids fbtest$1 | xargs -r kill -9 2>/dev/null
  ip link set fbtestv$1 down
}

hosts_down() {
  local i

  for i in 1 2 3; do
    [ -e /run/netns/fbtest$i ] || continue
    ip netns pids fbtest$i | xargs -r kill -9 2>/dev/null || :
    ip link del fbtestv$i 2>/dev/null || : # the kernel takes its time with it
    ip netns del fbtest$i
  done
  ip link del fbtest0 2>/dev/null || :
}

slurm_up() {
  local i node

  mkdir -p "$D"/{state,n1,n2,n3}
  dd if=/dev/urandom of="$D/munge.key" bs=128 count=1 2>/dev/null
  chmod 600 "$D/munge.key"
  /usr/sbin/munged --force --key-file="$D/munge.key" --socket="$D/munge.sock" \
    --pid-file="$D/munge.pid" --log-file="$D/munge.log" \
    --seed-file="$D/munge.seed" 2>/dev/null
  cat > "$D/slurm.conf" <<-END
	ClusterName=fbtest
	SlurmctldHost=localhost
	SlurmUser=root
	SlurmctldPort=26817
	SlurmctldPidFile=$D/ctld.pid
	SlurmctldLogFile=$D/ctld.log
	StateSaveLocation=$D/state
	SlurmdSpoolDir=$D/%n
	SlurmdPidFile=$D/%n.pid
	SlurmdLogFile=$D/%n.log
	AuthType=auth/munge
	AuthInfo=socket=$D/munge.sock,cred_expire=15
	CredType=cred/munge
	ProctrackType=proctrack/linuxproc
	TaskPlugin=task/none
	JobAcctGatherType=jobacct_gather/none
	AccountingStorageType=accounting_storage/none
	SelectType=select/cons_tres
	SelectTypeParameters=CR_CPU
	SlurmdParameters=config_overrides
	SlurmdTimeout=10
	ReturnToService=2
	JobRequeue=1
	SchedulerParameters=sched_interval=2,batch_sched_delay=1,bf_interval=2
	PartitionName=all Nodes=n1,n2,n3 Default=YES State=UP
	END
  for i in 1 2 3; do
    echo "NodeName=n$i NodeHostname=localhost Port=$((27000 + i)) CPUs=2" >> "$D/slurm.conf"
  done
  export SLURM_CONF="$D/slurm.conf"
  /usr/sbin/slurmctld 2>/dev/null
  for i in 1 2 3; do /usr/sbin/slurmd -N n$i 2>/dev/null; done
  for i in $(seq 100); do
    [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = 3 ] && return
    sleep .1
  done
  return 1
}

# The daemon of a node, and each step at work there before what it runs: a step
# that lives would tell that its task has failed.
node_kill() {
  local pid line

  kill -9 "$(cat "$D/n$1.pid")" 2>/dev/null
  for pid in $(pgrep -f "$D/bin/held n$1 "); do
    line=
    while [ "${pid:-1}" -gt 1 ]; do
      line="$pid $line"
      [ "$(ps -o comm= "$pid")" = slurmstepd ] && break
      pid=$(($(ps -o ppid= "$pid") + 0))
    done
    kill -9 $line 2>/dev/null || :
  done
}

slurm_down() {
  local pid

  scancel -u root 2>/dev/null || :
  pkill -9 slurmstepd 2>/dev/null || :
  for pid in "$D"/*.pid; do
    [ -e "$pid" ] && kill -9 "$(cat "$pid")" 2>/dev/null || :
  done
}
