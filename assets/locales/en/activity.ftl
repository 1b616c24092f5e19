# /activity: who did what.

activity-lead = Who did what, newest first. Records are only added, and kept for 400 days.
activity-export = Export CSV
activity-search = Search who, whom and address
activity-action = Action
activity-all-actions = All actions
activity-from = From
activity-until = Until
activity-of-agent = What <link>{ $name }</link> did, and what was done to them.
activity-nothing-yet = Nothing recorded yet
activity-nothing-yet-text = Each sign-in, each change and who made it are listed here as they happen, and cannot be altered afterwards.
activity-nothing-found = Nothing found
activity-nothing-found-text = No record matches these filters.
activity-nothing-so-far = Nothing found so far
activity-nothing-so-far-text = No record matches among the newest that were looked through.
activity-look-further = Look further back
activity-when = When
activity-what = What
activity-address = Address
activity-number = Number
activity-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
activity-newest = Newest
activity-older = Older

# Who did it, where it was no agent.
activity-actor-command = A command
activity-actor-schedule = The panel
activity-actor-nobody = Someone unknown

# A record: what was done, how often, and why or how.
activity-times = { $count ->
    [one] { $what } ({ $count } time)
   *[other] { $what } ({ $count } times)
}
activity-reason = { $what }: { $reason }
activity-change = { $field } from { $old } to { $new }
activity-change-new = { $field }: { $new }
activity-change-secret = { $field } changed
activity-no-value = nothing

# The filter.
activity-label-signed-in = Signed in
activity-label-sign-in-failed = Sign in failed
activity-label-signed-out = Signed out
activity-label-not-confirmed = Not confirmed
activity-label-refused = Refused
activity-label-sessions-ended = Sessions ended
activity-label-password-changed = Password changed
activity-label-second-factor-set = Second factor set
activity-label-second-factor-reset = Second factor reset
activity-label-unlocked = Unlocked
activity-label-settings-saved = Settings saved
activity-label-rules-saved = Rules saved
activity-label-directory-added = Directory added
activity-label-directory-deleted = Directory deleted
activity-label-import-started = Import started
activity-label-import-cancelled = Import cancelled
activity-label-removals-decided = Removals decided
activity-label-agent-added = Agent added
activity-label-agent-edited = Agent edited
activity-label-agent-blocked = Agent blocked
activity-label-agent-unblocked = Agent unblocked
activity-label-agent-deleted = Agent deleted
activity-label-group-added = Group added
activity-label-group-renamed = Group renamed
activity-label-group-deleted = Group deleted
activity-label-first-administrator = First administrator
activity-label-owner-set = Owner set
activity-label-key-rotated = Key rotated
activity-label-backup-made = Backup made
activity-label-restored = Restored
activity-label-activity-exported = Activity exported
activity-label-activity-pruned = Activity pruned

# What was done. What has "whom" may be about the one who did it.
activity-did-signed-in = { $actor } signed in
activity-did-sign-in-failed = { $actor } failed to sign in
activity-did-signed-out = { $actor } signed out
activity-did-not-confirmed = { $actor } was asked for their own password and failed
activity-did-refused = { $actor } was refused
activity-did-sessions-ended = { $whom ->
    [self] { $actor } ended sessions of themselves
   *[other] { $actor } ended sessions of { $subject }
}
activity-did-password-changed = { $whom ->
    [self] { $actor } changed the password of themselves
   *[other] { $actor } changed the password of { $subject }
}
activity-did-second-factor-set = { $whom ->
    [self] { $actor } set up a second factor for themselves
   *[other] { $actor } set up a second factor for { $subject }
}
activity-did-second-factor-reset = { $whom ->
    [self] { $actor } took away the second factor of themselves
   *[other] { $actor } took away the second factor of { $subject }
}
activity-did-unlocked = { $whom ->
    [self] { $actor } unlocked the sign-in of themselves
   *[other] { $actor } unlocked the sign-in of { $subject }
}
activity-did-settings-saved = { $actor } changed the settings of { $subject }
activity-did-rules-saved = { $actor } changed the rules of { $subject }
activity-did-directory-added = { $actor } added the directory { $subject }
activity-did-directory-deleted = { $actor } asked to delete the directory { $subject }
activity-did-import-started = { $actor } asked for { $subject }
activity-did-import-cancelled = { $actor } cancelled { $subject }
activity-did-removals-decided = { $actor } decided on the removals held by { $subject }
activity-did-agent-added = { $actor } added the agent { $subject }
activity-did-agent-edited = { $whom ->
    [self] { $actor } changed the agent themselves
   *[other] { $actor } changed the agent { $subject }
}
activity-did-agent-blocked = { $whom ->
    [self] { $actor } blocked the agent themselves
   *[other] { $actor } blocked the agent { $subject }
}
activity-did-agent-unblocked = { $whom ->
    [self] { $actor } unblocked the agent themselves
   *[other] { $actor } unblocked the agent { $subject }
}
activity-did-agent-deleted = { $whom ->
    [self] { $actor } deleted the agent themselves
   *[other] { $actor } deleted the agent { $subject }
}
activity-did-group-added = { $actor } added the group { $subject }
activity-did-group-renamed = { $actor } renamed the group { $subject }
activity-did-group-deleted = { $actor } deleted the group { $subject }
activity-did-first-administrator = { $actor } made the first administrator
activity-did-owner-set = { $actor } made a local administrator, or set a password for { $subject }
activity-did-key-rotated = { $actor } changed the secret key
activity-did-backup-made = { $actor } made a backup
activity-did-restored = { $actor } restored a backup
activity-did-activity-exported = { $actor } exported the activity log
activity-did-activity-pruned = { $actor } deleted the oldest records of this log
