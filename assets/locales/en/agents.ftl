# /agents and below: the list, one agent, changing one and changing many.

# Under the title of the list.
agents-lead = { $count ->
    [one] { $count } agent · { $imported } from LDAP
   *[other] { $count } agents · { $imported } from LDAP
}
agents-lead-matching = { $count ->
    [one] { $found } of { $count } agent match
   *[other] { $found } of { $count } agents match
}
agents-lead-removed = { $count ->
    [one] { $count } removed agent
   *[other] { $count } removed agents
}
agents-matches = { $count ->
    [0] No agent matches.
    [one] { $count } agent matches.
   *[other] { $count } agents match.
}
agents-export = Export CSV
agents-new = New agent

# Over the list, as long as nobody has come from a directory.
agents-what-muster-does = Muster copies people from your company’s LDAP directory and lets them sign in with the password they have there.
agents-nobody-imported = Nobody imported yet
agents-preview-first = Preview the first import
agents-no-directory = No directory yet
agents-connect = Connect your directory

# Search and filters.
agents-search = Search name, email or phone
agents-all-groups = All groups
agents-all-roles = All roles
agents-source-all = Source: all
agents-source-ldap = LDAP
agents-source-local = Local
agents-state-present = State: present
agents-sign-in-any = Sign-in: any
agents-never-signed-in = Never signed in
agents-all-directories = All directories
agents-order = Order
agents-order-name = By name
agents-order-name-last = By name, last first
agents-order-email = By email
agents-order-email-last = By email, last first
agents-order-phone = By phone
agents-order-phone-last = By phone, last first
agents-order-group = By group
agents-order-group-last = By group, last first
agents-order-role = By role
agents-order-role-last = By role, last first
agents-order-source = By source
agents-order-source-last = By source, last first
agents-order-state = By state
agents-order-state-last = By state, last first
agents-order-latest = Latest sign-in first
agents-order-latest-last = Latest sign-in last

# Where the list is empty.
agents-page-empty = Nobody is left on this page
agents-page-empty-text = Those who were here are on the pages before it.
agents-nobody-found = Nobody found
agents-nobody-found-text = No agent matches this search and these filters.
agents-nobody-found-ask = No agent matches this search and these filters. The directory may know somebody who is no agent, and says why.
agents-look-in-directory = Look in the directory
agents-none-yet = No agents yet
agents-none-yet-next = People of the company’s directory appear here with the next import.
agents-none-yet-first = Agents appear here with the first import.

# What an agent has: headings, filters, fields.
agents-name = Name
agents-email = Email
agents-phone = Phone
agents-group = Group
agents-groups = Groups
agents-role = Role
agents-source = Source
agents-state = State
agents-sign-in = Sign-in
agents-last-sign-in = Last sign-in
agents-directory = Directory
agents-password = Password
agents-never = never
# A state, as seen by an administrator: not the directory blocks, this panel does.
agents-blocked-here = Blocked here

# Those whom imports have removed.
agents-removed = Removed agents
agents-removed-note = { $days ->
    [one] Removed agents are in no other list and cannot sign in. Whoever returns to the directory is restored by itself, with group, role and history; the others are deleted for good after { $days } day.
   *[other] Removed agents are in no other list and cannot sign in. Whoever returns to the directory is restored by itself, with group, role and history; the others are deleted for good after { $days } days.
}
agents-removed-when = Removed
agents-removed-by = By
agents-removed-why = Why
# A link to the report of the import; also in agents-when-by, agents-removed-banner and the history.
agents-import = import #{ $number }

# Selecting, and what can be done to the selected.
agents-select = Select
agents-select-one = Select { $name }
agents-selected = Selected: { $n }
agents-selected-elsewhere = Selected: { $n }, of them { $m } not on this page
agents-selected-full = No more than { $n } can be selected one by one.
agents-with-selected = With the selected:
agents-all-matching = { $count ->
    [one] All { $count } that match
   *[other] All { $count } that match
}
agents-action-groups = Groups …
agents-action-role = Role …
agents-action-block = Block …
agents-action-unblock = Unblock …
agents-clear-selection = Clear selection

# /agents/bulk: asks once more. The titles are on the button too.
agents-bulk-groups = { $count ->
    [one] Change the groups of { $count } agent
   *[other] Change the groups of { $count } agents
}
agents-bulk-role = { $count ->
    [one] Set the role of { $count } agent
   *[other] Set the role of { $count } agents
}
agents-bulk-block = { $count ->
    [one] Block { $count } agent
   *[other] Block { $count } agents
}
agents-bulk-unblock = { $count ->
    [one] Unblock { $count } agent
   *[other] Unblock { $count } agents
}
agents-bulk-export = { $count ->
    [one] Export { $count } agent
   *[other] Export { $count } agents
}
agents-bulk-changing = Changing …
agents-bulk-others-as-many = Others match by now than when you chose, though they are as many. Nothing was changed. Look whether you still mean all of them.
agents-bulk-others-match = { $expected ->
    [one] { $expected } agent matched when you chose, by now it is { $count }. Nothing was changed. Look whether you still mean all of them.
   *[other] { $expected } agents matched when you chose, by now it is { $count }. Nothing was changed. Look whether you still mean all of them.
}
agents-bulk-everyone = Everyone of <link>this view</link>, on all of its pages.
agents-bulk-groups-then = The choice counts as an administrator’s: rules and imports leave these groups alone.
agents-bulk-role-then = The choice counts as an administrator’s: rules and imports leave it alone. Whose role changes has to sign in again.
agents-bulk-block-then = They cannot sign in any more, and their sessions end at once. Nothing of theirs is deleted.
agents-bulk-unblock-then = They can sign in again, as far as the directory lets them.
agents-bulk-how = What to do
agents-bulk-add = Add these groups and keep the others
agents-bulk-remove = Take these groups away and keep the others
agents-bulk-set = Set exactly these groups
agents-bulk-choose-role = Choose a role
agents-bulk-no-group = Choose at least one group.
agents-bulk-no-how = Choose what to do with the groups.
agents-bulk-no-role = Choose a role.
agents-bulk-no-action = Choose what to do with the selected agents.
agents-bulk-nobody = Nobody is selected. Tick agents in the list first, or all that match.
agents-bulk-group-gone = One of these groups was deleted meanwhile. Go back to the list and choose again.

# What came of it: sentences after one another.
agents-bulk-changed = { $count ->
    [0] Nobody was changed.
    [one] { $count } agent was changed.
   *[other] { $count } agents were changed.
}
agents-bulk-unchanged = { $count ->
    [one] { $count } was so already.
   *[other] { $count } were so already.
}
agents-bulk-missing = { $count ->
    [one] { $count } is not there any more.
   *[other] { $count } are not there any more.
}
agents-bulk-removed = { $count ->
    [one] { $count } was removed by an import meanwhile and stays as it is.
   *[other] { $count } were removed by an import meanwhile and stay as they are.
}
agents-bulk-last-administrator = { $name } was not changed: the last local administrator who can sign in. Make another one first.
agents-bulk-oneself = You were left out: nobody shuts out themselves this way.
agents-bulk-broke-off = Then it broke off, and the others are as they were; the panel’s log says why. Do the same again in a minute: whoever is changed already stays so.

# Of changes of many, as the activity log has them.
agents-phrase-groups-added = Groups added
agents-phrase-groups-taken = Groups taken away
agents-phrase-groups-set = Groups set
agents-phrase-agents = Agents
agents-phrase-one-agent = 1 agent
agents-phrase-many-agents = { $count } agents
agents-phrase-and-more = { $names } and { $count } more

# The form, of a new agent and of one who is changed.
agents-new-lead = A local agent signs in with a password of their own. Everyone else comes from the directory.
agents-password-hint = At least 10 characters. Tell it to them by another way than email.
agents-create = Create agent
agents-creating = Creating…
agents-cancel = Cancel
agents-edit = Edit
agents-edit-title = Edit { $name }
agents-optional = optional
agents-new-password = New password
agents-new-password-empty = empty: keep the present one
agents-new-password-hint = At least 10 characters. Ends their sessions.
agents-block = Block sign-in
agents-block-hint = They cannot sign in, and their sessions end at once.
agents-save = Save
agents-saving = Saving…
agents-password-refused = Password: { $error }
agents-last-changed-by = Last changed { $when } by import <link>#{ $number }</link>. To change them, change the directory.
agents-by-rules = By the rules ({ $role })
agents-by-rules-default = By the rules (the default)
agents-follow-rules = Follow the rules again
agents-follow-rules-groups = Follow the rules again ({ $groups })
agents-follow-rules-default = Follow the rules again (the default)
agents-follow-rules-hint = Then the groups above do not count.
agents-return-default = Return to the default
agents-stale = Someone else changed this agent while you were editing. Nothing of yours was saved yet. Save again to put your values over these.
agents-stored-now = Stored now

# What cannot be used of what was typed, and what cannot be done.
agents-phrase-phone-long = A phone is at most 64 characters.
agents-no-name = Enter the agent's name, on one line.
agents-no-role = Choose one of the roles.
agents-group-gone = One of these groups is gone. Choose again.
agents-owned = The directory owns this. Change it there; the next import brings it here.
agents-email-taken = Another agent has this email.
agents-edit-removed = This agent was removed; there is nothing to edit.
agents-delete-owned = This agent comes from the directory. Remove them there, or block their sign-in here.

# What was done.
agents-created = { $name } was created and can sign in.
agents-saved = { $name } was saved.
agents-deleted = { $name } was deleted.
agents-deleted-for-good = { $name } was deleted for good.
agents-sessions-ended = { $count ->
    [one] A session of { $name } has ended.
   *[other] { $count } sessions of { $name } have ended.
}

# Deleting.
agents-delete = Delete { $name }
agents-delete-fold = Delete { $name } …
agents-deleting = Deleting…
agents-delete-then = { $name } can no longer sign in, their sessions end, and the record is gone for good.
agents-delete-now = Delete for good now
agents-delete-now-fold = Delete { $name } for good now …
agents-delete-now-then = The record of { $name }, with group, role and history, is gone for good. If this person returns to the directory, they are a new agent.

# One agent.
agents-person = Person
agents-in-panel = In the panel
agents-in-directory = In the directory
agents-activity = <link>Activity</link> of this agent: what they did, and what was done to them.
agents-look-up-now = <link>Look up now</link> what the directory says.
agents-signed-in = Signed in
agents-signed-in-nowhere = Nowhere at the moment.
agents-second-factor = Second factor
agents-on = On
agents-off = Off
agents-from-attribute = from <code>{ $attribute }</code>
agents-since = Agent since
agents-last-changed = Last changed
agents-when-by = { $when } by { $import }
agents-removed-banner = Removed { $when } by { $import }. { $why } Restored by itself, with group and role, when they return to the directory; else deleted for good { $end }.
agents-held = No longer found in the directory. The removal waits for a decision.
agents-held-review = No longer found in the directory. The removal waits for a decision: <link>review</link>.
agents-kept = Not found in the directory, and kept by an administrator until seen again or the settings change.
agents-dn = DN
agents-guid = GUID

# Whether they may sign in.
agents-allowed = Allowed
agents-blocked = Blocked
agents-blocked-by = Blocked by an administrator
agents-not-possible = Not possible: no longer in the directory
agents-refused-by-directory = Allowed here, refused by the directory
agents-allowed-once-changed = Allowed once the password was changed in the directory

# Where role and groups come from, beside them.
agents-origin-default = given on arrival
agents-origin-rule = given by a rule
agents-origin-administrator = chosen by an administrator
agents-chosen-and-ruled = chosen by an administrator; the rules say { $what }, by { $groups }
agents-chosen-no-role = chosen by an administrator; no rule gives a role
agents-chosen-no-group = chosen by an administrator; no rule gives a group
agents-ruled = given by a rule: { $what }, by { $groups }
agents-ruled-unread = until every rule can be read
# Of DNs of LDAP groups.
agents-and = { $first } and { $next }

# Wrong passwords, and the way out.
agents-wrong-passwords = Wrong passwords
agents-wrong-passwords-count = { $count ->
    [one] { $count } wrong password counts.
   *[other] { $count } wrong passwords count.
}
agents-next-try = The next try is let through { $when }.
agents-next-try-known = The next try is let through { $when }, and at once from browsers in which { $name } has signed in before.
agents-next-try-now = The next try is let through at once.
agents-forget-browsers = Forget the browsers in which they have signed in before
agents-unlock-hint = Lets them try at once. What the directory itself has counted stays counted there.
agents-unlock = Unlock sign-in
agents-unlocking = Unlocking…
agents-may-try = { $name } may try to sign in now.
agents-may-try-forgotten = { $name } may try to sign in now. Their browsers are forgotten.
agents-has-to-wait = { $name } has to wait: the directory would lock the account with the next wrong password.
agents-has-to-wait-forgotten = { $name } has to wait: the directory would lock the account with the next wrong password. Their browsers are forgotten.

# What imports did.
agents-history = History
agents-history-lead = What imports changed. Details are kept for 90 days.
agents-history-added = { $when } · { $import }: added
agents-history-restored = { $when } · { $import }: restored
agents-history-removed = { $when } · { $import }: removed
agents-history-updated = { $when } · { $import }: updated
agents-history-reason = { $event }: { $reason }
agents-history-change = { $field } { $old } → { $new }
# Role or groups by rules.
agents-history-by = { $what } by { $groups }
agents-field-name = name
agents-field-email = email
agents-field-phone = phone
agents-field-dn = dn
agents-field-guid = guid
agents-field-state = state
agents-field-role = role
agents-field-groups = groups
agents-field-role-by-rules = role by rules
agents-field-groups-by-rules = groups by rules
agents-phrase-state-enabled = enabled
agents-phrase-state-disabled = disabled
agents-phrase-state-expired = expired
agents-phrase-state-locked = locked
agents-phrase-state-must-change = must change password

# Why an agent was removed.
agents-phrase-gone = No longer in the directory.
agents-phrase-moved-out = Now at { $dn }, outside of the Directory DN.
agents-phrase-no-longer-matches = Still in the directory ({ $dn }), and left out by the user filter.
agents-phrase-left-group = Still in the directory ({ $dn }), and no member of the LDAP user group any more.
agents-phrase-not-matched = Known by another GUID attribute until now, and no entry has the DN or the mail of this agent.
agents-phrase-not-asked = Not in the answer, and there was no time to ask the directory for this agent by GUID.
agents-phrase-directory-deleted = The directory { $name } was deleted from the panel.
