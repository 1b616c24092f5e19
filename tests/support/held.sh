#!/usr/bin/env bash
# Runs a server for as long as standard input is open: the system closes it however the process that
# started this ends. All that the server started ends with it. Then the folder goes too, unless the last
# word was "keep", and semaphores that are named after it. FOLDER/output has what the server said, FOLDER/ended is there when it ended by itself.
#   held.sh FOLDER COMMAND...
folder=$1
shift
exec 3<&0
# The server in a process group of its own.
set -m
"$@" </dev/null >>"$folder/output" 2>&1 3<&- &
server=$!
echo $server >"$folder/group"
{
  read -r word <&3
  [[ $word == keep ]] && touch "$folder/kept"
  kill -KILL -- -$server
} 2>/dev/null &
reader=$!
# From here, so that nothing of it is left, not even its number.
wait $server
if kill -0 $reader 2>/dev/null; then touch "$folder/ended"; fi
wait $reader
if [[ -e $folder/kept ]]; then rm -f "$folder/ended" "$folder/kept"; else rm -rf "$folder" "/dev/shm/sem.${folder##*/}".*; fi
