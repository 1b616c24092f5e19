# /settings/ldap/rules: roles and groups from LDAP groups.

rules-lead = Members of an LDAP group get a role, groups of the panel, or both, with every import.
rules-lead-of = { $directory }: members of an LDAP group get a role, groups of the panel, or both, with every import.

# Of several directories, the way to the rules of each.
rules-by-directory = Rules by directory
rules-directory = Directory
rules-rules = Rules
rules-count = { $count ->
    [one] { $count } rule
   *[other] { $count } rules
}
rules-connect = Connect your directory
rules-connect-text = Rules give roles and groups to members of LDAP groups. Say first where the directory is.

# The form.
rules-none = No rules yet
rules-none-text = Everyone who arrives from the directory gets the default role ({ $role }) and the default group ({ $group }). Add a rule for an LDAP group whose members should get something else.
rules-rule = Rule { $number }
rules-group-dn = LDAP group DN
rules-panel-groups = Groups of the panel
rules-up = Move up
rules-up-of = Move up rule { $number }
rules-down = Move down
rules-down-of = Move down rule { $number }
rules-remove = Remove
rules-remove-of = Remove rule { $number }
rules-save = Save
rules-saving = Saving…
rules-try = Try
rules-reading = Reading the directory…
rules-add = Add a rule
rules-save-anyway = Save anyway
rules-save-anyway-hint = Save anyway keeps the rules as they are. A rule whose LDAP group cannot be read changes nobody, and each import says so.
rules-try-hint = Try reads the directory and shows who would change; nothing is written. Save does the same first.

# What is wrong with what was typed.
rules-see-messages = Nothing was saved. See the messages at rule { $numbers }.
rules-gives-nothing = This rule gives nothing. Choose a role, a group, or both.
rules-too-many = There can be { $count } rules at most. Put LDAP groups together in the directory.
rules-dn-missing = Enter the DN of the LDAP group that this rule is about.
rules-dn-root = Enter the DN of an LDAP group.
rules-dn-twice = Rule { $number } is about this LDAP group already. Put role and groups into one rule.
rules-role-unknown = Choose one of the roles.
rules-group-gone = One of these groups is gone. Choose again.

rules-stale = Someone else saved these settings while you were editing. Nothing of yours was saved. Save again to put your rules over theirs.
rules-stored = Stored now
rules-stored-none = No rules.

# What became of it.
rules-unchanged = Nothing was changed.
rules-saved-off = Saved. They count once the LDAP directory is switched on.
rules-saved-no-change = Saved. They change none of the agents there are now.
rules-saved-changes = { $count ->
    [one] Saved. The next import changes role or groups of { $count } agent.
   *[other] Saved. The next import changes role or groups of { $count } agents.
}
rules-saved = Saved. The next import goes by them.
rules-off = The LDAP directory is switched off. Switch it on under LDAP directory, then try the rules.

rules-how = How rules decide
rules-how-members = Members of a rule’s LDAP group are everyone in it, nested groups included.
rules-how-order = The first rule that matches and names a role decides the role. Groups of all rules that match add up.
rules-how-defaults = Whoever no rule gives a role gets the default one, <strong>{ $role }</strong>; whoever no rule gives a group, <strong>{ $group }</strong>. Agents who were given theirs on arrival keep it until a rule matches.
rules-how-chosen = What an administrator chose for one agent stands until it is returned to the rules on the agent’s page.
rules-how-unread = While a rule’s LDAP group cannot be read, nobody whom it could decide about is changed.
rules-how-where = The defaults are under <link>LDAP directory</link>.

# What the rules would do. The names of numbers stand over them.
rules-trial-failed-unsaved = Not tried, so nothing was saved.
rules-trial-failed = Not tried.
rules-phrase-too-slow = The directory did not answer everything within { $seconds } seconds. Try again when it is less busy.
rules-trial-agents = agents change
rules-trial-roles = get another role
rules-trial-groups = get other groups
rules-trial-become = become administrator
rules-trial-stop = stop being one
rules-trial-arrive = arrive as administrator
rules-trial-own-choice = keep another choice
rules-trial-read = { $people ->
    [one] { $people } person was read; { $newcomers } of them are no agents yet.
   *[other] { $people } people were read; { $newcomers } of them are no agents yet.
}
rules-trial-unmatched = { $count ->
    [one] No rule matches { $count } agent.
   *[other] No rule matches { $count } agents.
}
rules-trial-kept = { $count ->
    [one] { $count } agent keeps what an administrator chose for them, where the rules say otherwise.
   *[other] { $count } agents keep what an administrator chose for them, where the rules say otherwise.
}
rules-trial-press-save = Nothing was saved yet: press Save again to do it.
rules-trial-not-saved = Nothing was saved yet.
rules-trial-unread = The LDAP group of rule { $numbers } cannot be read. Nothing was saved.
rules-trial-no-change = These rules change none of the agents there are now.
rules-trial-changes = { $count ->
    [one] The next import would change { $count } agent. Nobody becomes an administrator or stops being one.
   *[other] The next import would change { $count } agents. Nobody becomes an administrator or stops being one.
}
rules-trial-will-become = { $count ->
    [one] { $count } agent becomes administrator.
   *[other] { $count } agents become administrator.
}
rules-trial-will-arrive = { $count ->
    [one] { $count } person who is no agent yet would arrive as administrator.
   *[other] { $count } people who are no agents yet would arrive as administrators.
}
rules-trial-will-stop = { $count ->
    [one] { $count } administrator stops being one.
   *[other] { $count } administrators stop being one.
}
rules-trial-none-left = No agent from the directory would be an administrator any more.
rules-trial-each = What each rule matches
rules-trial-rule = Rule
rules-trial-members = Members found
rules-trial-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
rules-trial-check-group = Check the rule's LDAP group DN for a typing error, and the user's rights.
rules-trial-administrators = Administrators
rules-trial-some-administrators = Administrators ({ $shown } of { $count })
rules-trial-administrators-caption = Who becomes or stops being an administrator
rules-trial-others = Others who would change ({ $shown } of { $count })
rules-trial-others-caption = Others who would change
rules-trial-agent = Agent
rules-trial-change = Change
rules-trial-field = { $field }: { $old } → { $new }
rules-trial-field-role = role
rules-trial-field-groups = groups
rules-trial-field-role-by-rules = role by rules
rules-trial-field-groups-by-rules = groups by rules

# Roles or groups that a rule gives, and by which LDAP groups: in changes of agents.
rules-given-by = { $what } by { $by }
rules-given-and = { $first } and { $second }
rules-given-more = { $count } more
