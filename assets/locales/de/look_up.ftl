look_up-title = Jemanden nachschlagen
look_up-lead = Was das Verzeichnis sagt und was daraus folgt. Nichts wird geändert.
look_up-card-lead = Was das Verzeichnis über eine Person sagt, und warum sie importiert wird oder nicht.
look_up-all-directories = Alle Verzeichnisse
look_up-directory = Verzeichnis
look_up-text = E-Mail, Name oder DN
look_up-ask = Nachschlagen
look_up-asking = Das Verzeichnis wird gefragt …
look_up-nobody = Niemand gefunden
look_up-nobody-text = Kein Eintrag, den das Dienstkonto lesen darf, hat „{ $text }“ als { $mail }, { $name } oder Kontonamen, und keiner hat es als DN. Ist die Person im Verzeichnis, fehlt dem Dienstkonto vielleicht das Recht, sie zu lesen.
look_up-more = Es gibt noch mehr. Geben Sie mehr vom Namen, die ganze E-Mail-Adresse oder den DN ein.
look_up-nameless = Ohne Namen

look_up-imported = Würde importiert
look_up-not-imported = Würde nicht importiert
look_up-signs-in = Könnte sich mit dem richtigen Passwort anmelden
look_up-no-sign-in = Könnte sich nicht anmelden

look_up-within = innerhalb
look_up-outside = außerhalb
look_up-matches = passt
look_up-left-out = lässt den Eintrag aus
look_up-user-group = LDAP-Benutzergruppe
look_up-member-directly = Mitglied, direkt (<code>{ $attribute }</code>)
look_up-member-through = Mitglied, über { $groups } (<code>{ $attribute }</code>)
look_up-no-member = kein Mitglied
look_up-member-unknown = nicht bekannt: Sie kann nicht gelesen werden
look_up-account = Konto
look_up-account-enabled = in Ordnung
look_up-account-disabled = abgeschaltet
look_up-account-expired = abgelaufen
look_up-account-locked = gesperrt
look_up-account-must-change = muss zuerst das Passwort ändern
look_up-agent = Agent
look_up-no-agent = noch keiner

look_up-role-by-rule = durch eine Regel: { $role }, durch { $by }
look_up-role-chosen-against = von einem Administrator gewählt; die Regeln sagen { $role }, durch { $by }
look_up-role-chosen = von einem Administrator gewählt; keine Regel gibt eine Rolle
look_up-role-default = die Vorgabe; keine Regel gibt eine Rolle
look_up-groups-by-rule = durch eine Regel: { $groups }, durch { $by }
look_up-groups-chosen-against = von einem Administrator gewählt; die Regeln sagen { $groups }, durch { $by }
look_up-groups-chosen = von einem Administrator gewählt; keine Regel gibt eine Gruppe
look_up-groups-default = die Vorgabe; keine Regel gibt eine Gruppe
look_up-and = { $first } und { $second }

look_up-rules = Regeln
look_up-rules-none = { $count ->
    [one] in keiner von { $count } geht es um diese Person
   *[other] in keiner von { $count } geht es um diese Person
}
look_up-rule-directly = Regel { $number }: Mitglied, direkt (<code>{ $attribute }</code>)
look_up-rule-through = Regel { $number }: Mitglied, über { $groups } (<code>{ $attribute }</code>)
look_up-rule-unknown = Regel { $number }: nicht bekannt, ihre LDAP-Gruppe kann nicht gelesen werden

look_up-attributes = Wie die Attribute gelesen werden
look_up-value = Wert
look_up-attribute = Attribut
look_up-in-directory = Im Verzeichnis
look_up-taken = Genommen
look_up-taken-nothing = nichts

look_up-groups = { $count ->
    [one] { $count } LDAP-Gruppe
   *[other] { $count } LDAP-Gruppen
}
look_up-directly = direkt (<code>{ $attribute }</code>)
look_up-through = über { $groups } (<code>{ $attribute }</code>)
look_up-then = { $first }, dann { $second }
look_up-more-groups = Es kann noch mehr Gruppen geben: Nicht nach allen wurde gefragt.
look_up-no-groups = Von diesem Eintrag ist keine LDAP-Gruppe bekannt.

look_up-phrase-not-configured = Verbinden Sie zuerst Ihr Verzeichnis, unter „{ layout-ldap-directory }“.
look_up-phrase-suspended = Das Verzeichnis hat das Passwort des Dienstkontos abgelehnt. Bringen Sie es zuerst unter „{ layout-ldap-directory }“ in Ordnung: Bis dahin wird nichts gefragt.
look_up-phrase-off = LDAP ist in den Einstellungen ausgeschaltet.
look_up-phrase-no-agent = Noch hat kein Agent diese GUID: Zuerst muss ein Import die Person hereinholen.
look_up-phrase-removed = Der Agent ist entfernt: Zuerst muss ein Import ihn zurückholen.
look_up-phrase-blocked = Ein Administrator hat diesem Agenten die Anmeldung gesperrt.
look_up-phrase-was-off = Beim letzten Import war das Konto abgeschaltet oder abgelaufen: Der nächste muss erst erfahren, dass es das nicht mehr ist.
look_up-phrase-mail-taken = Die E-Mail { $email } ist die des Agenten { $name }, der sie behält, solange sie seine ist. Mit einer Adresse kann sich nur eine Person anmelden.
look_up-phrase-mail-taken-local = Die E-Mail { $email } ist die des lokalen Agenten { $name }, der sie behält, solange sie seine ist. Mit einer Adresse kann sich nur eine Person anmelden.
look_up-phrase-outside = Der Eintrag liegt außerhalb des DN des Verzeichnisses ({ $base }).
look_up-phrase-filtered = Der Benutzerfilter lässt den Eintrag aus: { $filter }
look_up-phrase-no-member = Der Eintrag ist nicht in der LDAP-Benutzergruppe ({ $group }).
look_up-phrase-group-unread = Die LDAP-Benutzergruppe ({ $group }) kann nicht gelesen werden: Niemand wird importiert.
look_up-phrase-disabled = Das Konto ist im Verzeichnis abgeschaltet ({ $evidence }).
look_up-phrase-expired = Das Konto ist im Verzeichnis abgelaufen ({ $evidence }).
look_up-phrase-locked = Das Konto ist im Verzeichnis nach falschen Passwörtern gesperrt ({ $evidence }). Ist die Sperre inzwischen abgelaufen, lässt das richtige Passwort sie herein.
look_up-phrase-must-change = Zuerst muss das Passwort im Verzeichnis geändert werden ({ $evidence }).
look_up-phrase-no-guid = Der Eintrag hat kein brauchbares { $attribute } und ließe sich nicht von anderen unterscheiden. Lassen Sie das Dienstkonto es lesen, oder nennen Sie ein anderes GUID-Attribut.
look_up-phrase-no-mail = Der Eintrag hat kein { $attribute } und könnte sich nicht anmelden.
look_up-phrase-no-address = Der Eintrag hat „{ $value }“ in { $attribute }, und das ist keine E-Mail-Adresse.
look_up-phrase-no-name = Der Eintrag hat kein { $attribute }, das als Name dienen könnte.
look_up-phrase-secret = { $attribute } enthält Passwörter oder Schlüssel: Danach wird nie gefragt.
look_up-phrase-name-from-dn = { $attribute } fehlt: Genommen wird der erste Teil des DN.
look_up-phrase-nobody-needs = Es geht auch ohne.
look_up-phrase-smallest = { $count ->
    [one] Von { $count } Wert wird der kleinste genommen: Server halten keine Reihenfolge ein.
   *[other] Von { $count } Werten wird der kleinste genommen: Server halten keine Reihenfolge ein.
}
look_up-phrase-of-dn = { $count ->
    [one] Von { $count } Wert wird der genommen, mit dem der DN beginnt, sonst der alphabetisch erste: Server halten keine Reihenfolge ein.
   *[other] Von { $count } Werten wird der genommen, mit dem der DN beginnt, sonst der alphabetisch erste: Server halten keine Reihenfolge ein.
}
look_up-phrase-first-address = { $count ->
    [one] Von { $count } Wert wird der alphabetisch erste genommen, der eine Adresse ist: Server halten keine Reihenfolge ein.
   *[other] Von { $count } Werten wird der alphabetisch erste genommen, der eine Adresse ist: Server halten keine Reihenfolge ein.
}
look_up-phrase-first = { $count ->
    [one] Von { $count } Wert wird der alphabetisch erste genommen: Server halten keine Reihenfolge ein.
   *[other] Von { $count } Werten wird der alphabetisch erste genommen: Server halten keine Reihenfolge ein.
}
look_up-phrase-binary = { $count ->
    [one] (binär, { $count } Byte)
   *[other] (binär, { $count } Bytes)
}
