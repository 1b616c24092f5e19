#!/usr/bin/env bash
# Starts the PostgreSQL server that the tests share, or takes over one whose supervisor was killed, says
# "ready", and takes it away, folder and all, once no test has held STATE/users for 20 seconds. Who comes
# while it does that waits for STATE/users. STATE/supervisor is held for as long as this runs.
#   supervise.sh STATE FOLDER PORT PG_CTL...      PG_CTL may begin with a command to run it as another user
state=$1 folder=$2 port=$3
shift 3

# Whoever waits for the end of a test may do so by what its processes hold open.
for open in /proc/self/fd/*; do
  if ((${open##*/} > 2)); then eval "exec ${open##*/}>&-"; fi
done
# What is started here must not keep a lock when this is killed: hence 8>&- 9>&-.
exec 8>"$state/supervisor" 9>"$state/users"
flock 8

if ! "$@" status -D "$folder/data" >/dev/null 8>&- 9>&-; then
  options="-p $port -k $folder -c listen_addresses=127.0.0.1"
  if ! "$@" start -w -s -D "$folder/data" -l "$folder/log" -o "$options" 8>&- 9>&-; then
    tail -n 20 "$folder/log"
    exit 1
  fi
fi
server=$(head -n 1 "$folder/data/postmaster.pid")
echo ready
# Whoever started this waits for the end of its output.
exec >/dev/null 2>&1

idle=0
while kill -0 "$server"; do
  sleep 1 8>&- 9>&-
  if ! flock -n 9; then
    idle=0
    continue
  fi
  idle=$((idle + 1))
  if [ $idle -ge 20 ]; then break; fi
  flock -u 9
done

"$@" stop -m immediate -s -D "$folder/data" 8>&- 9>&-
if [ "$(head -n 1 "$state/server")" = "$folder" ]; then rm -f "$state/server"; fi
rm -rf "$folder"
