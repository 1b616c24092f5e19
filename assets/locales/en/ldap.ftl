# The settings of a directory, the list of several, and the status of the connection.

ldap-new-title = New directory
ldap-lead = Agents are copied from here { $every }. Their passwords stay there.
# How often imports run: within a sentence, and after "Empty:".
ldap-add = Add a directory
ldap-all-directories = All directories
ldap-back = Back

# The list of several.
ldap-directories = LDAP directories
ldap-directories-lead = { $count ->
    [one] { $count } directory
   *[other] { $count } directories
} · an agent belongs to one of them, and signs in with the password that is there
ldap-table = Directories
ldap-column-directory = Directory
ldap-column-kind = Kind
ldap-column-status = Status
ldap-column-agents = Agents
ldap-column-last = Last import
ldap-column-next = Next
ldap-column-actions = Actions
ldap-import = Import users
ldap-starting = Starting…
ldap-edit = Edit
ldap-never = never
ldap-overdue = Overdue
# A form for the only directory came while there are several.
ldap-which = There are several directories, and it was not said which one is meant. Send the form to its own address: { $each }.
ldap-which-one = { $name } at { $address }

# The pill on every page.
ldap-status-none = No directory yet
ldap-status-off = LDAP is switched off
ldap-status-checking = Checking the connection
ldap-status-up = Connected · { $took } · checked { $ago }
ldap-status-up-short = Connected · { $took }
ldap-status-all-up = All connected · checked { $ago }
ldap-status-down = Not connected · { $why } · checked { $ago }
ldap-status-down-short = Not connected · { $why }
ldap-status-of = { $directory }: { $status }
# Why, in two or three words.
ldap-short-host = host not found
ldap-short-no-servers = no servers in DNS
ldap-short-dns = DNS does not answer
ldap-short-connection-refused = connection refused
ldap-short-no-answer = no answer
ldap-short-unreachable = cannot be reached
ldap-short-not-ldap = not an LDAP server
ldap-short-encryption-failed = encryption failed
ldap-short-client-required = client certificate required
ldap-short-client-refused = client certificate refused
ldap-short-client-unusable = client certificate unusable
ldap-short-certificate = certificate not accepted
ldap-short-password = password refused
ldap-short-encryption-required = encryption required
ldap-short-user = user not understood
ldap-short-unreadable = password unreadable
ldap-short-base = base not found
ldap-short-no-access = no access
ldap-short-nobody = nobody found
ldap-short-group = group not found
ldap-short-limit = server limit
ldap-short-busy = server busy
ldap-short-lost = connection lost
ldap-short-referral = referred elsewhere
ldap-short-refused = refused

# What became of a request.
ldap-saved-off = Saved, and switched off: no check, no import, and nobody from the directory can sign in. Agents and settings are kept.
ldap-saved-connected = Connected. The settings were saved.
ldap-saved-unchecked = Saved without a check. The status shows what the next check finds.
ldap-certificate-taken = The certificate stands under CA certificate now, and nothing was saved yet. Type the password once more and press Save.
ldap-nothing-saved = Nothing was saved. See the messages beside the fields.
ldap-connected-saved = Connected. These settings are saved and work.
ldap-connected-not-saved = Connected. Nothing was saved yet: press Save to keep these settings.
ldap-not-connected-not-saved = Not connected, so nothing was saved. { $message }
ldap-not-connected = Not connected. { $message }
ldap-added-meanwhile = Someone added a directory meanwhile, so nothing was saved. If this is another one, save again.
ldap-stale = Someone else saved these settings while you were editing. Nothing of yours was saved. Save again to put your values over theirs.
ldap-stored-now = Stored now
ldap-yes = Yes
ldap-no = No

# The certificate that the server showed.
ldap-shown = The certificate that the server showed
ldap-shown-for = For
ldap-shown-issuer = Signed by
ldap-shown-until = Valid until
ldap-shown-fingerprint = SHA-256 fingerprint
ldap-shown-compare = Whoever stands between this panel and the server could show one, too. Ask those who run the directory for the fingerprint, by telephone or on the server itself, and take the certificate only if it is the same.
ldap-shown-authority = It is an authority's: every certificate that it signs for this host will be trusted.
ldap-shown-own = It is the server's own and no authority's: when the server gets another one, that has to be taken anew.
ldap-shown-take = The fingerprint is the same: take this certificate

# After the remedy of a failed check: what the typed settings tell.
ldap-hint-windows-name = Only Active Directory understands a name such as { $name }; this server wants the whole DN.
ldap-hint-one-part = { $name } alone is seldom a whole DN: add where the entry is, as in { $name },dc=example,dc=com.
ldap-hint-bases = The server says that its entries begin at: { $bases }.
ldap-hint-group = Only members of { $group } count: it may have none, or be no group. An organizational unit belongs under Directory DN.
ldap-hint-filter = Try it once with User filter empty: then only the kind of entry counts.

# The form.
ldap-connection = Connection
ldap-connection-lead = Where the directory is and the account that reads it.
ldap-attributes = Attributes
ldap-attributes-lead = Which attribute holds what. What is empty is filled in for the kind of server.
ldap-attributes-lead-for = Which attribute holds what. What is empty is filled in for { $kind }.
ldap-arrivals = Who becomes an agent
ldap-arrivals-lead = And what they are given when they first arrive.
ldap-removals = Who is removed
ldap-removals-lead = Nobody, while the directory may only be mistaken: then the import waits for your decision.
ldap-optional = optional
# Of a directory.
ldap-name = Name
ldap-name-hint = What this directory is called in the panel. Empty: as its host.
ldap-enabled-hint = Off: no check, no import, and nobody from the directory signs in. Agents and settings are kept.
ldap-host-hint = A name, an address or a whole ldap:// URL; several, separated by commas, are tried in order. ldap+srv://domain: the servers that DNS names.
ldap-security-none = No encryption
ldap-security-starttls = StartTLS — upgrade on the plain port
ldap-security-ldaps = LDAPS — encrypted from the start
ldap-security-plain-hint = <caution>Without encryption the passwords of your agents cross the network readable.</caution> Choose StartTLS or LDAPS if the server offers it.
ldap-security-hint = Passwords of your agents travel over this connection.
ldap-ca-aside = optional, PEM
ldap-ca-hint = Trusted instead of this machine’s authorities. Certificates are always verified.
ldap-client-aside = optional — for servers that ask for one
ldap-client-hint = Shown when the server asks, with StartTLS and LDAPS. User and Password are still needed: the sign-in is by them. Empty removes the certificate and its key.
ldap-client-key = Key of the client certificate
ldap-client-key-hint = Not encrypted with a password. It is stored encrypted, and never shown again.
ldap-client-key-kept = Kept for 10 minutes, so that it need not be pasted again.
ldap-client-key-alone = Paste the certificate that belongs to this key.
ldap-client-key-missing = Paste the key of the client certificate.
ldap-client-key-of-another = The stored key belongs to another certificate. Paste the key of this one.
ldap-user-aside = the account that reads the directory
ldap-user-hint = The whole DN, or user@domain for Active Directory.
# In an empty field: a password or a key.
ldap-typed = Typed
ldap-typed-or-stored = Typed, or stored
ldap-stored = Stored, encrypted
ldap-keep-empty = Leave it empty to keep it.
ldap-password-kept = Kept for 10 minutes, so that it need not be typed again.
ldap-password-again = Host, port, security, certificate or user changed: type the password again, so that the stored one is never sent to another server.
ldap-password-missing = Enter the password of the user. An empty one would be no sign-in at all.
ldap-base-hint = Where people are. Empty: where the server’s entries begin.
ldap-own-password = Your own password
ldap-own-password-hint = The settings point to another server or account than the stored ones. Confirm that it is you.
ldap-own-password-missing = The settings point to another server or account. Confirm with your own password.
ldap-guid-hint = Not required for Active Directory.
ldap-filter-hint = An RFC 4515 filter, such as <code>(department=Support)</code>.
ldap-filter-hint-empty = An RFC 4515 filter, such as <code>(department=Support)</code>. Empty: <mono>{ $filter }</mono>
ldap-group-aside = optional — only its members are imported, nested groups included
ldap-rules = For members of an LDAP group they can be others: <link>Roles and groups</link> ({ $count ->
    [one] { $count } rule
   *[other] { $count } rules
}).
ldap-interval-hint = Empty: { $every }.
ldap-hold-percent = Hold removals above, percent
ldap-hold-percent-hint = Of the LDAP agents, at one import.
ldap-hold-count = … and above, agents
ldap-hold-count-hint = Both must be exceeded. 0 and 0 hold every removal.
ldap-keep-removed-hint = Until then whoever returns to the directory is the same agent, with group, role and history.
ldap-save = Save
ldap-check = Check without saving
ldap-checking = Checking…
ldap-save-anyway = Save anyway
ldap-saving = Saving…
ldap-save-anyway-hint = Save anyway keeps these settings as they are. Imports and sign-in work once the directory can be reached with them.
ldap-rest-later = All that follows can stay as it is at first.
ldap-same-name = Another directory is called the same. Give this one a name of its own.

# Beside the form.
ldap-check-title = Connection check
ldap-check-typed = Check of what you typed
ldap-not-checked = Not checked yet.
ldap-suspended = The user is not signed in again by itself, so that a changed password cannot lock the account.
ldap-suspended-remedy = Save the right password, or press Check without saving.
ldap-gives = What the directory gives
ldap-gives-import = { $people ->
    [one] From all { $people } person that import #{ $run } read.
   *[other] From all { $people } people that import #{ $run } read.
}
ldap-gives-sample = { $people ->
    [one] From a sample of { $people } person.
   *[other] From a sample of { $people } people.
}
ldap-sample-no-mail = { $count ->
    [one] Of a sample of { $size }, { $count } person has no usable mail and will be skipped.
   *[other] Of a sample of { $size }, { $count } people have no usable mail and will be skipped.
}
ldap-nobody-has-mail = An agent signs in with a mail address, so nobody would be imported. Is { $attribute } the right attribute? Type another one under Mail attribute in LDAP; in Active Directory userPrincipalName often holds an address.
ldap-example = For example

# What the directory does about wrong passwords: sentences that stand one after another.
ldap-lockout-unknown = The directory does not show after how many wrong passwords it locks an account.
ldap-lockout-never = The directory locks no account for wrong passwords. Muster slows guessing down.
ldap-lockout-after = { $count ->
    [one] Accounts lock after { $count } wrong password.
   *[other] Accounts lock after { $count } wrong passwords.
}
ldap-lockout-through = Muster lets at most { $count } through in { $span }.
ldap-lockout-for-good = They count there until a right one, so that guessing over days can lock one.
ldap-lockout-few = So few let anybody lock an account. Raise it in the directory.

# The chart of the last day.
ldap-latency = Connection over the last day
ldap-latency-empty = How fast the directory answers is drawn here: it is measured every 30 seconds.
ldap-latency-name = How fast the directory answered
ldap-latency-caption = { $checks ->
    [one] To connect, sign in and read the base took { $mean } on average and { $most } at most; { $failed } of { $checks } check failed. Heights grow with the cube root.
   *[other] To connect, sign in and read the base took { $mean } on average and { $most } at most; { $failed } of { $checks } checks failed. Heights grow with the cube root.
}
ldap-latency-all-failed = { $checks ->
    [one] None of { $checks } check got in.
   *[other] None of { $checks } checks got in.
}
ldap-latency-now = now
ldap-latency-mean = Mean
ldap-latency-longest = Longest
ldap-latency-down = Not connected
ldap-latency-hour = Hour, UTC
ldap-latency-failed = Failed
# On hover over a column.
ldap-latency-span = { $checks ->
    [one] { $begins } to { $ends } UTC: { $mean } on average, { $least } to { $most }, { $failed } of { $checks } check failed
   *[other] { $begins } to { $ends } UTC: { $mean } on average, { $least } to { $most }, { $failed } of { $checks } checks failed
}
ldap-latency-span-down = { $checks ->
    [one] { $begins } to { $ends } UTC: not connected, { $checks } check failed
   *[other] { $begins } to { $ends } UTC: not connected, { $checks } checks failed
}

# After settings that decide who is read were changed.
ldap-offer = See first what it does
ldap-offer-changed = <strong>{ $fields }</strong> changed. A preview shows every addition, change and removal, and writes nothing. The next import runs by itself { $when }.
ldap-offer-guid = Agents are matched anew by DN, or else by mail, and keep id, role, groups and history. Whoever cannot be matched is held for review.
ldap-offer-preview = Preview changes

# The end of a directory.
ldap-delete-title = Delete this directory
ldap-delete = Delete { $name }
ldap-delete-fold = Delete { $name } …
ldap-deleting = Deleting…
ldap-delete-what = { $agents ->
    [one] { $agents } agent of { $name } leaves every list at once, their sessions end, and they cannot sign in any more.
   *[other] { $agents } agents of { $name } leave every list at once, their sessions end, and they cannot sign in any more.
} { $days ->
    [one] Their records are kept for { $days } day and then deleted for good.
   *[other] Their records are kept for { $days } days and then deleted for good.
} The settings, the stored password and the schedule of { $name } are gone. Nothing is changed in the directory itself; other directories and local agents stay as they are.
ldap-deleted = { $name } is being deleted. Its agents are removed first.

# Fields as an offered preview names them.
ldap-phrase-guid-attribute = GUID attribute
ldap-phrase-cn-attribute = CN attribute
ldap-phrase-mail-attribute = Mail attribute
ldap-phrase-phone-attribute = Phone attribute

# Beside fields.
ldap-phrase-long-host = Host is longer than 2,000 characters.
ldap-phrase-long-ca = The CA certificate is longer than 200,000 characters.
ldap-phrase-long-client = The client certificate is longer than 200,000 characters.
ldap-phrase-long-user = User is longer than 2,000 characters.
ldap-phrase-one-role = Choose one of the roles.
ldap-phrase-one-group = Choose one of the groups.
ldap-phrase-one-security = Choose one of the three.
ldap-phrase-percent = A percentage is a whole number from 0 to 100.
ldap-phrase-agents = A number of agents is from 0 to 1,000,000.
ldap-phrase-days = A number of days is from 1 to 3,650.
ldap-phrase-port = A port is a number from 1 to 65535; leave it empty for the usual one.
ldap-phrase-no-user = Enter the account that reads the directory: a DN, or user@domain for Active Directory.
ldap-phrase-user = “{ $text }” is neither a DN such as cn=reader,dc=example,dc=com nor user@domain.
ldap-phrase-secret-attribute = Passwords are never read. Name another attribute.
ldap-phrase-name = A name is one line of at most 80 characters.
ldap-phrase-name-digits = A name of digits only would be taken for the number of a directory. Add a word.
ldap-phrase-interval = An interval is a whole number of minutes from 1 to 1,440, a day.
ldap-phrase-attribute = “{ $text }” is not an attribute name. Type one name, such as mail or telephoneNumber.
ldap-phrase-no-host = Enter the host name or address of the directory server.
ldap-phrase-many-hosts = At most 16 servers can be listed.
ldap-phrase-mixed-hosts = All servers share one kind of security: write ldaps:// before every one of them or before none.
ldap-phrase-scheme = “{ $scheme }://” is not an LDAP address. Use ldap:// or ldaps://, or the host name alone.
ldap-phrase-host-path = Leave “/{ $path }” out of the host: the base goes under Directory DN, the filter under User filter.
ldap-phrase-domain = “{ $text }” is not a domain. After ldap+srv:// comes one such as example.com, without a port: DNS says which servers and ports there are.
ldap-phrase-host-user = Leave the user out of the host: it goes under User.
ldap-phrase-bracket = “{ $text }”: the IPv6 address lacks its closing bracket.
ldap-phrase-ipv6 = “{ $text }” is not an IPv6 address.
ldap-phrase-host-port = “{ $text }” is not a port: use a number from 1 to 65535.
ldap-phrase-host = “{ $text }” is not a host name or an IP address. Type one such as ldap.example.com.
ldap-phrase-ca-key = This holds a private key. Paste the certificate only, and keep the key secret.
ldap-phrase-certificate-cut = A certificate in this text is cut off or altered. Paste it whole, from -----BEGIN to -----END.
ldap-phrase-not-x509 = One of these certificates is not an X.509 certificate that can be read.
ldap-phrase-client-with-key = This holds a private key too. Paste the certificate alone here, and the key under its own field.
ldap-phrase-client-pem = Paste the certificate in PEM form: it begins with -----BEGIN CERTIFICATE-----. From a PKCS#12 file (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.
ldap-phrase-key-kind = This kind of key cannot be used. Use RSA of 2048 bits or more, EC P-256 or P-384, or Ed25519.
ldap-phrase-key-of-another = This key does not belong to the client certificate. Paste the key that was made with it.
ldap-phrase-key-encrypted = This key is encrypted with a password. Paste what this prints: openssl pkey -in client.key. It is stored encrypted here.
ldap-phrase-no-key = This is no private key in PEM form. It begins with -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- or -----BEGIN EC PRIVATE KEY-----; paste it whole.
ldap-phrase-dn-long = The DN is longer than 8,192 bytes.
ldap-phrase-dn-part = A DN is made of name=value parts, such as ou=people,dc=example,dc=com. A part lacks its “=”.
ldap-phrase-dn-type = “{ $text }” is not an attribute type in a DN.
ldap-phrase-dn-quote = The DN has an opening quote without its closing one.
ldap-phrase-dn-hex = A DN value after “#” is pairs of hex digits.
ldap-phrase-dn-end = The DN ends in a lone backslash.
ldap-phrase-dn-backslash = A backslash in a DN is followed by a special character or two hex digits.
ldap-phrase-dn-place = “{ $text }” is in the wrong place in the DN; inside a value it must be written with a backslash before it.
ldap-phrase-filter-long = The filter is longer than 4,096 bytes.
ldap-phrase-filter-deep = The filter is nested more than 32 deep.
ldap-phrase-filter-more = After the filter ends there is more: “{ $text }”. Join conditions with (&…) or (|…).
ldap-phrase-filter-opening = The filter needs an opening parenthesis before { $place }.
ldap-phrase-filter-closing = The filter lacks a closing parenthesis at { $place }.
# A place in a filter.
ldap-phrase-filter-end = its end
ldap-phrase-filter-condition = “{ $text }” is not a condition: write attribute=value, for example objectClass=person.
ldap-phrase-filter-attribute = “{ $text }” is not an attribute name.
ldap-phrase-filter-asterisk = In “{ $text }” an asterisk is out of place. One that is meant is written \2a.
ldap-phrase-filter-special = In “{ $text }” write special characters as a backslash and two hex digits: \28 \29 \2a \5c.
