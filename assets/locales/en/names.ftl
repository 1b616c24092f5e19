# What model names: roles, states, steps, kinds of server, actions of the activity log.

names-role-administrator = Administrator
names-role-support = Support agent
names-role-employee = Internal employee

names-state-active = Active
names-state-blocked = Blocked
names-state-disabled = Disabled
names-state-expired = Expired
names-state-locked = Locked
names-state-must-change = Must change password
names-state-removed = Removed

names-step-resolve = Resolve the host
names-step-connect = Connect
names-step-encrypt = Encrypt
names-step-bind = Sign in
names-step-read-base = Read the directory
names-step-find-people = Find people
names-step-sample = Look at their attributes

names-vendor-active-directory = Active Directory
names-vendor-open-ldap = OpenLDAP
names-vendor-ds389 = 389 Directory Server
names-vendor-free-ipa = FreeIPA
names-vendor-demo = the demo directory
names-vendor-other = LDAP server

# Fields of the LDAP settings, as other texts name them.
names-field-host = Host
names-field-port = LDAP service port
names-field-security = Use SSL/TLS
names-field-ca-certificate = CA certificate
names-field-client-certificate = Client certificate
names-field-user = User
names-field-password = Password
names-field-base-dn = Directory DN
names-field-user-filter = User filter
names-field-group-dn = LDAP user group DN
names-field-name = Name
names-field-email = Email
names-field-phone = Phone
names-field-groups = Groups
names-field-role = Role
names-field-blocked = Sign-in blocked
names-field-role-chosen = Role is chosen by
names-field-groups-chosen = Groups are chosen by
names-field-groups-added = Groups added
names-field-groups-taken = Groups taken away
names-field-groups-set = Groups set
names-field-agents = Agents
names-field-enabled = Enabled
names-field-guid-attribute = GUID attribute in LDAP
names-field-cn-attribute = CN attribute in LDAP
names-field-mail-attribute = Mail attribute in LDAP
names-field-phone-attribute = Phone attribute in LDAP
names-field-default-group = Default group
names-field-default-role = Default role
names-field-import-interval = Import every, minutes
names-field-hold-removals = Hold removals over
names-field-keep-removed = Keep removed agents, days
