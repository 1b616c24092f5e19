# /settings/ldap/lookup: what the directory says about someone, and what follows from it.

look_up-title = Look someone up
look_up-lead = What the directory says, and what follows from it. Nothing is changed.
look_up-card-lead = What the directory says of one person, and why they are imported or not.
look_up-all-directories = All directories
look_up-directory = Directory
look_up-text = Mail, name or DN
look_up-ask = Look up
look_up-asking = Asking the directory…
look_up-nobody = Nobody found
look_up-nobody-text = No entry that the settings’ user may read has “{ $text }” as { $mail }, { $name } or account name, and none has it as its DN. If the person is in the directory, the user may lack the right to read them.
look_up-more = There are more. Type more of the name, the whole mail, or the DN.
look_up-nameless = Without a name

look_up-imported = Would be imported
look_up-not-imported = Would not be imported
look_up-signs-in = Could sign in, with the right password
look_up-no-sign-in = Could not sign in

# Facts. The name of each stands before it.
look_up-within = within it
look_up-outside = outside of it
look_up-matches = matches
look_up-left-out = leaves the entry out
look_up-user-group = LDAP user group
look_up-member-directly = a member, directly (<code>{ $attribute }</code>)
look_up-member-through = a member, through { $groups } (<code>{ $attribute }</code>)
look_up-no-member = no member
look_up-member-unknown = not known: it cannot be read
look_up-account = Account
look_up-account-enabled = in order
look_up-account-disabled = switched off
look_up-account-expired = expired
look_up-account-locked = locked
look_up-account-must-change = must change the password first
look_up-agent = Agent
look_up-no-agent = not one yet

# Where role and groups come from. The role or the groups stand before it.
look_up-role-by-rule = by a rule: { $role }, by { $by }
look_up-role-chosen-against = chosen by an administrator; the rules say { $role }, by { $by }
look_up-role-chosen = chosen by an administrator; no rule gives a role
look_up-role-default = the default; no rule gives a role
look_up-groups-by-rule = by a rule: { $groups }, by { $by }
look_up-groups-chosen-against = chosen by an administrator; the rules say { $groups }, by { $by }
look_up-groups-chosen = chosen by an administrator; no rule gives a group
look_up-groups-default = the default; no rule gives a group
look_up-and = { $first } and { $second }

look_up-rules = Rules
look_up-rules-none = none of { $count } is about this person
look_up-rule-directly = Rule { $number }: a member, directly (<code>{ $attribute }</code>)
look_up-rule-through = Rule { $number }: a member, through { $groups } (<code>{ $attribute }</code>)
look_up-rule-unknown = Rule { $number }: not known, its LDAP group cannot be read

# How the attributes are read.
look_up-attributes = How the attributes are read
look_up-value = Value
look_up-attribute = Attribute
look_up-in-directory = In the directory
look_up-taken = Taken
look_up-taken-nothing = nothing

look_up-groups = { $count ->
    [one] { $count } LDAP group
   *[other] { $count } LDAP groups
}
look_up-directly = directly (<code>{ $attribute }</code>)
look_up-through = through { $groups } (<code>{ $attribute }</code>)
look_up-then = { $first }, then { $second }
look_up-more-groups = There may be more groups: not all were asked for.
look_up-no-groups = No LDAP group is known of this entry.

# What the look-up answers, found by its English words.
look_up-phrase-not-configured = Connect your directory first, under LDAP directory.
look_up-phrase-suspended = The directory refused the user's password. Mend it under LDAP directory first: nothing is asked until then.
look_up-phrase-off = LDAP is switched off in the settings.
look_up-phrase-no-agent = No agent has this GUID yet: an import has to bring them in first.
look_up-phrase-removed = The agent is removed: an import has to bring them back first.
look_up-phrase-blocked = An administrator blocked sign-in for this agent.
look_up-phrase-was-off = At the last import the account was switched off or expired: the next one has to learn that it is not.
look_up-phrase-mail-taken = The email { $email } is that of the agent { $name }, who keeps it as long as it is theirs. One address can sign in as one person only.
look_up-phrase-mail-taken-local = The email { $email } is that of the local agent { $name }, who keeps it as long as it is theirs. One address can sign in as one person only.
look_up-phrase-outside = The entry is outside of the Directory DN ({ $base }).
look_up-phrase-filtered = The User filter leaves the entry out: { $filter }
look_up-phrase-no-member = The entry is not in the LDAP user group ({ $group }).
look_up-phrase-group-unread = The LDAP user group ({ $group }) cannot be read: nobody is imported.
look_up-phrase-disabled = The account is switched off in the directory ({ $evidence }).
look_up-phrase-expired = The account has expired in the directory ({ $evidence }).
look_up-phrase-locked = The account is locked in the directory after wrong passwords ({ $evidence }). If the lock has run out meanwhile, the right password lets them in.
look_up-phrase-must-change = The password must be changed in the directory first ({ $evidence }).
look_up-phrase-no-guid = The entry has no usable { $attribute }, so it could not be told apart from others. Let the bind account read it, or name another GUID attribute.
look_up-phrase-no-mail = The entry has no { $attribute }, so it could not sign in.
look_up-phrase-no-address = The entry has “{ $value }” in { $attribute }, which is not an email address.
look_up-phrase-no-name = The entry has no { $attribute } to use as a name.
look_up-phrase-secret = { $attribute } holds passwords or keys: it is never asked for.
look_up-phrase-name-from-dn = { $attribute } is missing: the first part of the DN is taken.
look_up-phrase-nobody-needs = Nobody needs one.
look_up-phrase-smallest = Of { $count } values the smallest is taken: servers keep no order.
look_up-phrase-of-dn = Of { $count } values the one that the DN begins with, or else the first in order, is taken: servers keep no order.
look_up-phrase-first-address = Of { $count } values the first in order that is an address is taken: servers keep no order.
look_up-phrase-first = Of { $count } values the first in order is taken: servers keep no order.
look_up-phrase-binary = (binary, { $count } bytes)
