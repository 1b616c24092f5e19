reports-change = { $field }: { $old } → { $new }
reports-field-name = Name
reports-field-email = E-Mail
reports-field-phone = Telefon
reports-field-dn = DN
reports-field-guid = GUID
reports-field-state = Status
reports-field-role = Rolle
reports-field-role-by-rules = Rolle nach Regeln
reports-field-groups = Gruppen
reports-field-groups-by-rules = Gruppen nach Regeln

reports-state-enabled = aktiviert
reports-state-disabled = deaktiviert
reports-state-expired = abgelaufen
reports-state-locked = gesperrt
reports-state-must-change-password = muss Passwort ändern

reports-by = { $what } durch { $groups }
reports-more = { $count } weitere
reports-and = { $first } und { $last }
