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
