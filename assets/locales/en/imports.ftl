# /imports: the history, a run live and afterwards, its report, and the card beside the settings.

# What a run is called.
imports-run = { $kind ->
    [preview] Preview #{ $number }
    [deletion] Deletion #{ $number }
   *[import] Import #{ $number }
}
imports-changes-of = Changes of import #{ $number }

# How a run stands.
imports-state-running = Running
imports-state-done = Done
imports-state-held = Held for review
imports-state-failed = Failed
imports-state-cancelled = Cancelled
imports-state-interrupted = Interrupted
imports-phase-waiting = Waiting
imports-phase-connecting = Connecting
imports-phase-reading = Reading the directory
imports-phase-comparing = Comparing
imports-phase-applying = Applying

# The phases under the progress bar.
imports-step-connect = Connect
imports-step-read = Read
imports-step-compare = Compare
imports-step-apply = Apply

# Who started it.
imports-started = { $by ->
    [schedule] Started by the schedule { $when }
    [command] Started by the command line { $when }
   *[agent] Started by { $name } { $when }
}
imports-took = took { $time }
imports-by-schedule = the schedule
imports-by-command = the command line
imports-agent-deleted = a deleted agent
imports-agent-unknown = an agent
imports-directory-deleted = a deleted directory (number { $number })

# Buttons.
imports-cancel = Cancel
imports-cancelling = Cancelling…
imports-export = Export CSV
imports-again = Import again
imports-starting = Starting…
imports-import-users = Import users
imports-preview-changes = Preview changes

# How a run ended.
imports-deleted = The directory was deleted from the panel, and its agents were removed.
imports-deletion-cancelled = Cancelled before its end: the directory is still there, switched off. Whoever was removed until then comes back with its next import, once it is switched on.
imports-previewed = A preview: what an import would have done. Nothing was changed.
imports-cancelled = Cancelled before its end. What it had applied until then stays; nobody was removed for not having been read.
imports-interrupted = The panel stopped while this import ran. The next one completes what was left.
imports-failed = The import failed.
imports-failed-nobody = Nobody was removed. The next import tries again by itself.
imports-failed-some = What had been applied until then stays. The next import completes what is left by itself.
imports-see-settings = What the directory says now is under <link>{ layout-ldap-directory }</link>.
imports-begun-again = Work on this import was begun { $times ->
    [one] { $times } time
   *[other] { $times } times
}: the panel that did it, or its store, was lost in between. What had been written by then is in these numbers.

# What it is doing.
imports-doing-waiting = Waiting for its turn
imports-doing-connecting = Connecting to the directory
imports-doing-reading-of = { $read } of about { $expected } people read
imports-doing-reading = { $read ->
    [one] { $read } person read
   *[other] { $read } people read
}
imports-doing-comparing = { $read ->
    [one] { $read } person read, comparing
   *[other] { $read } people read, comparing
}
imports-doing-applying = { $read ->
    [one] { $read } person read, applying what changed
   *[other] { $read } people read, applying what changed
}
imports-rate = { $rate } a second · running for { $seconds } s
imports-running-for = running for { $seconds } s
# Of the progress bar, for assistive technology.
imports-bar-read = People read
imports-bar-applied = Changes applied
imports-bar-import = Import

# Under the numbers of a run.
imports-count-read = read
imports-count-added = added
imports-count-updated = updated
imports-count-unchanged = unchanged
imports-count-removed = removed
imports-count-restored = restored
imports-count-skipped = skipped
imports-count-held = held
imports-count-kept = kept
imports-count-missed = missed

# The same in a list, in a sentence.
imports-changed-added = { $count } added
imports-changed-updated = { $count } updated
imports-changed-removed = { $count } removed
imports-changed-restored = { $count } restored
imports-changed-skipped = { $count } skipped
imports-changed-held = { $count } held
imports-changed-kept = { $count } kept
imports-changed-missed = { $count } missed
imports-changed-nothing = nothing changed

# The card beside the settings.
imports-card = Import
imports-last-preview = Last preview { $when }. An import would mean: { $changes }. <link>See what it would do</link>
imports-last = { $kind ->
    [preview] Last preview { $when } — { $changes }.
    [deletion] Last deletion { $when } — { $changes }.
   *[import] Last import { $when } — { $changes }.
}
imports-last-failed = { $kind ->
    [preview] Last preview { $when }: { $error }
    [deletion] Last deletion { $when }: { $error }
   *[import] Last import { $when }: { $error }
}
imports-nobody-yet = Nobody has been imported yet. A preview shows who would become an agent, and writes nothing.
imports-preview-first = Preview the first import
imports-first-by-itself = The first one starts by itself { $when }.
imports-next-by-itself = Next one by itself { $when }

# Over the list.
imports-lead-several = Each directory by itself
imports-lead-several-next = Each directory by itself · the next one, of { $directory }, starts by itself { $when }
imports-lead-none = Every copy-in from the directory
imports-lead-ended = The last one came to its end { $when }
imports-lead-next = the next one starts by itself { $when }
imports-lead-off = the directory is switched off
imports-overdue = { $of ->
    [directory] Imports of { $directory } are overdue: two scheduled times have passed without one that came to its end.
   *[all] Imports are overdue: two scheduled times have passed without one that came to its end.
} { $last ->
    [none] None has so far.
   *[ended] The last one did { $when }.
} Who left the company since then can still be an agent. See <outcomes>how the last ones ended</outcomes> and what the check finds under <settings>{ layout-ldap-directory }</settings>.

# The filters and the list.
imports-kind = Kind
imports-all-kinds = All kinds
imports-previews = Previews
imports-state = State
imports-all-states = All states
imports-outcome = Outcome
imports-all-outcomes = All outcomes
imports-notable = With changes or trouble
imports-directory = Directory
imports-all-directories = All directories
imports-column-import = Import
imports-column-started-by = Started by
imports-column-when = When
imports-column-read = Read
imports-column-added = Added
imports-column-updated = Updated
imports-column-removed = Removed
imports-column-held = Held
imports-column-skipped = Skipped
imports-nothing-found = Nothing found
imports-none-found-text = No import matches these filters.
imports-none-yet = No imports yet
imports-none-yet-text = Press Preview changes to see who would become an agent: it writes nothing. The first import starts by itself at the time above, or at once with Import users.
imports-connect = Connect your directory
imports-connect-text = An import copies people from your LDAP directory, and each one is listed here with everything it changed. Connect the directory first.

# Answers.
imports-asked-imports = { $count ->
    [one] { $count } import was asked for, one for each directory.
   *[other] { $count } imports were asked for, one for each directory.
}
imports-asked-previews = { $count ->
    [one] { $count } preview was asked for, one for each directory.
   *[other] { $count } previews were asked for, one for each directory.
}
imports-no-such-directory = There is no directory with the number { $number }.
imports-being-cancelled = The import is being cancelled.
imports-ended-already = The import had ended already.
imports-choose-decision = Choose remove or keep as the decision.
imports-no-digest = The digest of the list that was shown is missing.
imports-kept = { $count ->
    [one] { $count } agent was kept. They stay agents until they are seen again or the settings change.
   *[other] { $count } agents were kept. They stay agents until they are seen again or the settings change.
}
imports-nothing-waits = Nothing waits for a decision any more: someone has decided meanwhile, or a newer import has nothing to hold.
imports-list-changed = The list has changed meanwhile, so nothing was done. This is the present one: decide anew.
imports-approved-meanwhile = Nothing was done: the removal was approved meanwhile, and an import is at work on it. Cancel that import to take it back.
imports-still-waits = Nobody was removed: see below why this list still waits.

# The first hour.
imports-first-steps = First steps
imports-first-connect = Connect the directory
imports-first-connect-text = Fill in Connection and press Save. The connection is tried at once, step by step, and nobody is imported yet.
imports-first-preview = Preview
imports-first-preview-text = A preview reads the directory and shows who would become an agent. It writes nothing.
imports-first-import = Import users
imports-first-import-text = An import makes agents of the people in the directory, and is repeated by itself.
imports-first-sign-in = Sign in as an agent
imports-first-sign-in-text = Try it: open the panel's address in a private window, and sign in with the mail and the directory password of one of the agents.
imports-first-to-preview = To the preview

# After the first import.
imports-next = What happens next
imports-next-signing-in = Signing in
imports-next-leaving = Who leaves
imports-next-backup = Backup
imports-next-address = Agents sign in here, with their mail and the password they have in the directory. Send them this address:
imports-next-this-machine = Only this machine reaches that address. Start the panel with <code>MUSTER_PUBLIC_URL</code> set to the one that others use.
imports-next-skipped = { $count ->
    [one] <link>{ $count } entry was skipped</link> and cannot sign in: each line says why.
   *[other] <link>{ $count } entries were skipped</link> and cannot sign in: each line says why.
}
imports-next-imports = The next one starts by itself { $when }, and then one { $interval }. Names, addresses and phones follow the directory, and whoever is new there becomes an agent.
imports-next-leaving-text = Whoever is no longer in the directory is removed by the next import, is signed out at once, and is kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, in case they return. Who is disabled there cannot sign in.
imports-next-leaving-many = If more than { $percent } % and more than { $count ->
    [one] { $count } agent
   *[other] { $count } agents
} would be removed at once, nobody is: the directory may only be mistaken, so you are asked first.
imports-next-placing = Newcomers get the group <strong>{ $group }</strong> and the role <strong>{ $role }</strong>.
imports-next-placing-more = <rules>Rules</rules> give members of an LDAP group another role. On an agent's page you choose for one of them; make a second <agents>agent</agents> an administrator, too.
imports-next-backup-text = This writes agents, settings and history into one file, also while the panel runs:
imports-next-backup-key = Keep <code>secret.key</code> from the data folder as well, apart from the backups: without it stored passwords cannot be read.

# How often imports start, in the sentence above.

# The report.
imports-search = Search name, DN or value
imports-change = Change
imports-changes = Changes
imports-all-changes = All changes
imports-agent = Agent
imports-what = What
imports-change-added = Added
imports-change-updated = Updated
imports-change-removed = Removed
imports-change-restored = Restored
imports-change-skipped = Skipped
imports-change-held = Held
imports-change-missed = Missed
imports-thinned = The report of this import was deleted
imports-thinned-text = Reports are kept for 90 days. The numbers above stay.
imports-no-change-found-text = No change matches this search and this filter.
imports-nothing-would-change = Nothing would change
imports-nothing-changed = Nothing changed
imports-as-already = Every agent is as the directory says already.

# Removals that were held.
imports-hold-waits = { $count ->
    [one] { $count } agent is no longer found in the directory. Nobody was removed: it waits for your decision. <link>Review</link>
   *[other] { $count } agents are no longer found in the directory. Nobody was removed: it waits for your decision. <link>Review</link>
}
imports-hold-waits-of = { $count ->
    [one] { $count } agent of { $directory } is no longer found in the directory. Nobody was removed: it waits for your decision. <link>Review</link>
   *[other] { $count } agents of { $directory } are no longer found in the directory. Nobody was removed: it waits for your decision. <link>Review</link>
}
imports-hold-approved = { $count ->
    [one] The removal of { $count } agent was approved. The next import does it, if it finds exactly them absent. <link>See who</link>
   *[other] The removal of { $count } agents was approved. The next import does it, if it finds exactly them absent. <link>See who</link>
}
imports-hold-approved-of = { $count ->
    [one] The removal of { $count } agent of { $directory } was approved. The next import does it, if it finds exactly them absent. <link>See who</link>
   *[other] The removal of { $count } agents of { $directory } was approved. The next import does it, if it finds exactly them absent. <link>See who</link>
}
imports-held-preview = A preview: an import would hold these removals for review. Nothing was changed.
imports-held-again = The same list was held again. <link>See who is on it</link>
imports-held-newer = A newer import has another list. <link>Review that one</link>
imports-held-decides-anew = The next import decides anew.
imports-held-nothing = There is nothing to decide any more: a newer import has nothing to hold.
imports-held-approved = Removal approved by { $name } { $when }. The next import does it, if it finds exactly this list absent.
imports-held-question = { $count ->
    [one] What shall become of { $count } agent?
   *[other] What shall become of { $count } agents?
}
imports-held-advice = Look through the list below first. Keep them: they stay agents, with group and role, until they are seen again or the settings change. They can sign in only while the directory finds them.
imports-keep = Keep them
imports-keep-after-all = Keep them after all
imports-keeping = Keeping…
imports-remove = Remove them …
imports-remove-count = { $count ->
    [one] Remove { $count } agent
   *[other] Remove { $count } agents
}
imports-removing = Removing…
imports-remove-text = The directory is read once more. If exactly these { $count ->
    [one] { $count } agent
   *[other] { $count } agents
} are absent, they leave every list at once, their sessions end, and they cannot sign in. The records are kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, and whoever returns to the directory is restored by itself. If the list has changed, it is shown anew and nobody is removed.
imports-decided-keep = Kept by { $name } { $when }.
imports-decided-remove = Removal approved by { $name } { $when }.

# What a preview found.
imports-would = What an import would do
imports-would-add = { $count ->
    [one] { $count } person would become agents, in the group { $group } and with the role { $role }.
   *[other] { $count } people would become agents, in the group { $group } and with the role { $role }.
}
imports-would-add-by-rules = { $count ->
    [one] { $count } person would become agents, in the group { $group } and with the role { $role } where no rule gives them others.
   *[other] { $count } people would become agents, in the group { $group } and with the role { $role } where no rule gives them others.
}
imports-would-update = { $count ->
    [one] { $count } agent would be brought in line with the directory.
   *[other] { $count } agents would be brought in line with the directory.
}
imports-would-restore = { $count ->
    [one] { $count } agent who had been removed would be back, with group, role and history.
   *[other] { $count } agents who had been removed would be back, with group, role and history.
}
imports-would-remove = { $count ->
    [one] { $count } agent would be removed: they leave every list and cannot sign in.
   *[other] { $count } agents would be removed: they leave every list and cannot sign in.
} { $days ->
    [one] Their records are kept for { $days } day.
   *[other] Their records are kept for { $days } days.
}
imports-would-hold = { $count ->
    [one] The removal of { $count } agent would wait for your decision.
   *[other] The removal of { $count } agents would wait for your decision.
}
imports-would-leave = { $count ->
    [one] { $count } agent would stay as they are.
   *[other] { $count } agents would stay as they are.
}
imports-would-nothing = Nothing: nobody was found, and nobody would be changed.
imports-would-skip = { $count ->
    [one] { $count } entry would be skipped, mostly since there is no mail to sign in with. <link>See who, and why</link>
   *[other] { $count } entries would be skipped, mostly since there is no mail to sign in with. <link>See who, and why</link>
}
imports-would-bring-nobody = Nobody would become an agent: every entry would be skipped.
imports-would-ask = Each line below says why. Mostly people have no value in the attribute that is read: name another one under { names-field-mail-attribute }, or give the settings' user the right to read it.
imports-import-now = Import now
imports-change-settings = Change the settings
imports-would-note = The import reads the directory anew, so what changes there in between counts. It also starts by itself at its time.
