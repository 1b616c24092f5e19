# English texts that the panel keeps, or that parts below the screens make, as they are: found here by their text.

# After "while": what the panel was doing when the directory did not answer.
phrases-doing-encrypting = setting up encryption
phrases-doing-policies = reading password policies
phrases-doing-asking-by-guid = asking by GUID for people who were not in the answer
phrases-doing-user-group = reading the user group
phrases-doing-looking-up = looking someone up
phrases-doing-signing-in = signing in
phrases-doing-signing-someone-in = signing someone in
phrases-doing-people = reading people

# Why nobody was signed in.
phrases-sign-in-wrong = Email or password is not right.
phrases-sign-in-unreachable = The company directory cannot be reached at the moment. Try again in a few minutes.
phrases-sign-in-busy = Very many people are signing in at the moment. Try again in a few seconds.
phrases-sign-in-throttled = Too many attempts. Try again in { $wait }.
phrases-one-second = 1 second
phrases-seconds = { $n } seconds
phrases-one-minute = 1 minute
phrases-minutes = { $n } minutes
phrases-one-hour = 1 hour
phrases-hours = { $n } hours
phrases-code-wrong = That code is not right, or was used already. Type the one that the app shows now.
phrases-code-throttled = Too many attempts. Try again in a little while.
phrases-code-busy = Too many are signing in at the moment. Try again in a few seconds.
phrases-code-off = The second factor is off.
phrases-code-on = The second factor is on already.

# What cannot be used of what was typed.
phrases-password-long = A password has at most 1,024 bytes. Choose a shorter one.
phrases-password-short = A password has at least 10 characters. Choose a longer one.
phrases-password-one-character = A password is not one character over and over. Choose another one.
phrases-email = Enter an email address such as name@example.com.
phrases-name-long = A name is at most 200 characters.

# What the directory says against an account whose password was right.
phrases-objection-must-change = Your password must be changed first. Change it in your company's own way, then sign in here.
phrases-objection-password-expired = Your password has expired and must be changed first. Change it in your company's own way, then sign in here.
phrases-objection-disabled = Your account in the company directory is switched off. Ask whoever looks after the directory.
phrases-objection-account-expired = Your account in the company directory has expired. Ask whoever looks after the directory.
phrases-objection-restricted = The company directory does not let your account sign in at this time, or from here. Ask whoever looks after the directory.

# Why an account cannot be used, after "The directory refused the user:".
phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = account disabled
phrases-why-unwilling = account disabled, or unwilling
phrases-why-locked = account locked
phrases-why-expired = account expired
phrases-why-password-expired = password expired
phrases-why-must-change = password must be changed
phrases-why-time = not allowed to sign in at this time
phrases-why-machine = not allowed to sign in from this machine
phrases-why-time-or-machine = not allowed to sign in at this time or from this machine
phrases-why-groups = in too many groups
phrases-why-policy = refused by the password policy

# Why or how, in the activity log.
phrases-reason-throttled = too many attempts
phrases-reason-busy = too many sign-ins at once
phrases-reason-unreachable = the directory could not be reached
phrases-reason-store = the store failed
phrases-reason-code-throttled = too many attempts at the code
phrases-reason-code-wrong = wrong code
phrases-reason-password-and-code = password and code
phrases-reason-password-and-recovery = password and recovery code
phrases-reason-set-up = set up
phrases-reason-new-codes = new recovery codes
phrases-reason-switched-off = switched off
phrases-reason-all = all of them
phrases-reason-one = one of them
phrases-reason-nobody = no agent has this email
phrases-reason-no-password = no password was typed
phrases-reason-directory-off = the agent's directory is switched off
phrases-reason-role = the role does not allow { $what }
phrases-reason-other-site = another site sent { $what }
phrases-reason-stale-form = a form that is not of this session: { $what }

# Values, subjects and reasons in the activity log.
phrases-value-yes = yes
phrases-value-no = no
phrases-value-defaults = the defaults
phrases-value-rules = rules
phrases-value-administrator = an administrator
phrases-rule = Rule { $number }
phrases-value-percent-and-count = { $percent } % and { $count }
phrases-value-members = members of { $group }
phrases-value-members-role = members of { $group }, role { $role }
phrases-value-members-groups = members of { $group }, groups { $groups }
phrases-value-members-role-groups = members of { $group }, role { $role }, groups { $groups }
phrases-subject-import = import #{ $number }
phrases-subject-preview = preview #{ $number }
phrases-reason-for-good = for good
phrases-reason-again = { $reason }, again and again within ten minutes
phrases-reason-many = more than can be told apart, from many addresses or at many accounts
phrases-reason-failed = failed
phrases-reason-browsers = their browsers are forgotten
phrases-reason-at-once = they may try at once
phrases-reason-browsers-wait = their browsers are forgotten, and they have to wait for the directory
phrases-reason-wait = they have to wait for the directory
phrases-reason-remove = to remove them, by import #{ $number }
phrases-reason-keep-one = to keep 1 agent
phrases-reason-keep = to keep { $count } agents
phrases-reason-sealing-finished = finished after it had been broken off; the key before was { $key }
phrases-reason-sealed = { $count } secrets sealed anew
phrases-reason-all-of-log = all of it
phrases-reason-filtered = filtered by { $fields }
phrases-reason-all-off = all directories are switched off
phrases-reason-no-more = may not sign in any more
phrases-reason-wrong-local = wrong password of a local account

# What a check learned, and why an import ended.
phrases-learned-one = 1 person matches
phrases-learned-many = { $count } people match
phrases-learned-more = more than { $count } people match
phrases-learned-filter = User filter for { $kind }: { $filter }
phrases-learned-outside-one = 1 member of the LDAP user group is outside of the Directory DN or the User filter and is not imported.
phrases-learned-outside = { $count } members of the LDAP user group are outside of the Directory DN or the User filter and are not imported.
phrases-learned-plain = No encryption: agents' passwords cross the network readable.
phrases-learned-certificate = { $version }, certificate valid until { $date }
phrases-learned-certificate-ends = The certificate ends soon: renew it on the server.
phrases-learned-client-certificate = Client certificate shown, valid until { $date }
phrases-learned-client-certificate-ends = The client certificate ends soon, or has ended: put a new one under Client certificate.
phrases-learned-present = { $attribute }: { $count } of { $count_all }
phrases-learned-no-guid = { $count } have no usable GUID and could not be imported.
phrases-learned-no-mail = { $count } have no usable mail and could not sign in.
phrases-what-rsa = an RSA key of { $count } bits
phrases-what-ec = an EC key of { $count } bits
phrases-what-dsa = a DSA key
phrases-what-signature = a signature made with { $name }
phrases-what-signature-above = a signature of an old or unknown kind above it
phrases-run-stopped = The panel was stopped.

# Why an entry was skipped, after its name; what would mend it.
phrases-skip-no-guid = has no usable { $attribute }, so it could not be told apart from others. Let the bind account read it, or name another GUID attribute.
phrases-skip-no-mail = has no { $attribute }, so it could not sign in.
phrases-skip-mail-is-no-address = has “{ $value }” in { $attribute }, which is not an email address.
phrases-skip-no-name = has no { $attribute } to use as a name.
phrases-skip-mail-taken = has the same email as { $by_dn } ({ $email }). One address can sign in as one person only: change one of them in the directory.
phrases-skip-mail-of-local-agent = has the email of a local agent ({ $email }). Change or delete the local agent to import this person.
phrases-skip-mail-of-other-directory = has the email of an agent of the directory { $directory } ({ $email }). The first keeps it: change one of them, or import this person once that agent has left.
phrases-skip-guid-twice = has the same GUID ({ $guid }) as { $other_dn }. Choose a GUID attribute that is different for everyone.
phrases-skip-malformed = could not be read: { $what }.
phrases-flaw-long-dn = its DN is longer than 8 KiB
phrases-flaw-dn-not-utf8 = its DN is not UTF-8
phrases-flaw-empty-dn = its DN is empty
phrases-flaw-no-dn = it has no DN

# What the directory said about whoever was removed or held.
phrases-cause-gone = No longer in the directory.
phrases-cause-moved-out = Now at { $dn }, outside of the Directory DN.
phrases-cause-no-longer-matches = Still in the directory ({ $dn }), and left out by the user filter.
phrases-cause-left-group = Still in the directory ({ $dn }), and no member of the LDAP user group any more.
phrases-cause-not-matched = Known by another GUID attribute until now, and no entry has the DN or the mail of this agent.
phrases-cause-not-asked = Not in the answer, and there was no time to ask the directory for this agent by GUID.
phrases-cause-directory-deleted = The directory { $name } was deleted from the panel.
phrases-missed = Not in the answer to the search, and there when asked for by GUID: this agent was not removed.

# Why removals were held.
phrases-held-settings-changed = { $what } changed since the last import that was in order, so nobody was removed: whoever is not found any more may only be outside of what is read now. Likely causes, if these people should stay: the new value leaves them out, or is mistyped.
phrases-held-settings = The settings
phrases-held-guid-attribute = GUID attribute
phrases-held-nobody-found = The directory answered without an error and without a single person, so nobody was removed. Likely causes: the bind account lost the right to read people, the Directory DN or the user filter no longer matches anyone, the LDAP user group is empty, or the server is a new replica that is not filled yet.
phrases-held-too-many = { $absent } of { $agents } LDAP agents are not found any more, more than { $percent } % and more than { $count }, so nobody was removed. Likely causes, if these people should stay: the bind account lost the right to read some of them, the Directory DN or the user filter no longer matches them, they were moved in the directory, or the server is a replica that is not filled yet.
phrases-held-not-confirmed = { $agents } agents were not in the answer, and the directory could not be asked for each of them by GUID: it was too slow, or refused. So nobody was removed, and the next import asks again. An index on the GUID attribute makes it quick.
phrases-held-nothing-to-compare = No import has come to its end yet, so it cannot be told whether these agents were read with the present settings, and nobody was removed.
phrases-held-undecided = An earlier import held these removals and nobody has decided, so nobody was removed. It said: { $before }

# What an import says about rules.
phrases-note-rule-not-read = The members of { $group } are not known, so rule { $rule } changed nobody: whoever it could decide about keeps role and groups. { $why }
phrases-note-check-rule = Check the rule's LDAP group DN for a typing error, and the user's rights.
phrases-note-no-administrator = { $local ->
    [one] After this import no agent from the directory is an administrator any more. { $local } local administrator remains and can sign in.
   *[other] After this import no agent from the directory is an administrator any more. { $local } local administrators remain and can sign in.
}

# Why an import failed, or could not be asked for.
phrases-run-changed-meanwhile = Agents or groups were changed in the panel while the import ran. Import once more.
phrases-run-store-failed = The panel's store failed. Check that its disk or database is there and not full, then import once more.
phrases-run-too-long = The import was ended after 30 minutes. Look at the directory server's load, or narrow Directory DN or User filter.
phrases-run-fault = The import was ended by a fault in the panel itself. Import once more; if it happens again, report it with the panel's log.
phrases-run-no-room = Only { $free } MB are free where the panel's store lies; this import needs { $needed } MB. Free some space; the next import goes on by itself.
phrases-run-given-up = Work on this import was begun { $times } times and broken off each time: the panel or its store was lost. Look at the panels' logs and memory, then import once more.
phrases-run-directory-deleted = This directory was deleted from the panel.
phrases-request-not-configured = Connect your directory first, under LDAP directory.
phrases-request-disabled = The LDAP directory is switched off. Switch it on under LDAP directory.
