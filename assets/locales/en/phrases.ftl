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
