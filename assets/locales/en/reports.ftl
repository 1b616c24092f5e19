# A field of an agent in the report of an import, before and after: "phone — → 123".

reports-change = { $field } { $old } → { $new }
reports-field-name = name
reports-field-email = email
reports-field-phone = phone
reports-field-dn = dn
reports-field-guid = guid
reports-field-state = state
reports-field-role = role
reports-field-role-by-rules = role by rules
reports-field-groups = groups
reports-field-groups-by-rules = groups by rules

# What the directory says about an account.
reports-state-enabled = enabled
reports-state-disabled = disabled
reports-state-expired = expired
reports-state-locked = locked
reports-state-must-change-password = must change password

# A role or groups, and the LDAP groups of the rules that gave them.
reports-by = { $what } by { $groups }
reports-more = { $count } more
reports-and = { $first } and { $last }
