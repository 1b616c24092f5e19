agents-lead = { $count ->
    [one] { $count } Agent · { $imported } aus LDAP
   *[other] { $count } Agenten · { $imported } aus LDAP
}
agents-lead-matching = { $count ->
    [one] { $found } von { $count } Agent passt
   *[other] { $found } von { $count } Agenten passen
}
agents-lead-removed = { $count ->
    [one] { $count } entfernter Agent
   *[other] { $count } entfernte Agenten
}
agents-matches = { $count ->
    [0] Kein Agent passt.
    [one] { $count } Agent passt.
   *[other] { $count } Agenten passen.
}
agents-export = CSV exportieren
agents-new = Neuer Agent

agents-what-muster-does = Muster übernimmt Personen aus dem LDAP-Verzeichnis Ihres Unternehmens und lässt sie sich mit dem Passwort anmelden, das sie dort haben.
agents-nobody-imported = Noch niemand importiert
agents-preview-first = Vorschau des ersten Imports
agents-no-directory = Noch kein Verzeichnis
agents-connect = Verzeichnis verbinden

agents-search = Name, E-Mail oder Telefon
agents-all-groups = Alle Gruppen
agents-all-roles = Alle Rollen
agents-source-all = Herkunft: alle
agents-source-ldap = LDAP
agents-source-local = Lokal
agents-state-present = Nicht entfernte
agents-sign-in-any = Anmeldung: alle
agents-never-signed-in = Nie angemeldet
agents-all-directories = Alle Verzeichnisse
agents-order = Reihenfolge
agents-order-name = Nach Name
agents-order-name-last = Nach Name, absteigend
agents-order-email = Nach E-Mail
agents-order-email-last = Nach E-Mail, absteigend
agents-order-phone = Nach Telefon
agents-order-phone-last = Nach Telefon, absteigend
agents-order-group = Nach Gruppe
agents-order-group-last = Nach Gruppe, absteigend
agents-order-role = Nach Rolle
agents-order-role-last = Nach Rolle, absteigend
agents-order-source = Nach Herkunft
agents-order-source-last = Nach Herkunft, absteigend
agents-order-state = Nach Zustand
agents-order-state-last = Nach Zustand, absteigend
agents-order-latest = Letzte Anmeldung zuerst
agents-order-latest-last = Letzte Anmeldung zuletzt

agents-page-empty = Auf dieser Seite ist niemand mehr
agents-page-empty-text = Wer hier stand, steht auf den Seiten davor.
agents-nobody-found = Niemand gefunden
agents-nobody-found-text = Kein Agent passt zu dieser Suche und diesen Filtern.
agents-nobody-found-ask = Kein Agent passt zu dieser Suche und diesen Filtern. Vielleicht kennt das Verzeichnis jemanden, der kein Agent ist, und sagt, warum.
agents-look-in-directory = Im Verzeichnis suchen
agents-none-yet = Noch keine Agenten
agents-none-yet-next = Personen aus dem Verzeichnis des Unternehmens erscheinen hier mit dem nächsten Import.
agents-none-yet-first = Agenten erscheinen hier mit dem ersten Import.

agents-name = Name
agents-email = E-Mail
agents-phone = Telefon
agents-group = Gruppe
agents-groups = Gruppen
agents-role = Rolle
agents-source = Herkunft
agents-state = Zustand
agents-sign-in = Anmeldung
agents-last-sign-in = Letzte Anmeldung
agents-directory = Verzeichnis
agents-password = Passwort
agents-never = nie
agents-blocked-here = Hier blockiert

agents-removed = Entfernte Agenten
agents-removed-note = { $days ->
    [one] Entfernte Agenten stehen in keiner anderen Liste und können sich nicht anmelden. Wer ins Verzeichnis zurückkehrt, wird von selbst wiederhergestellt, mit Gruppe, Rolle und Verlauf; die übrigen werden nach { $days } Tag endgültig gelöscht.
   *[other] Entfernte Agenten stehen in keiner anderen Liste und können sich nicht anmelden. Wer ins Verzeichnis zurückkehrt, wird von selbst wiederhergestellt, mit Gruppe, Rolle und Verlauf; die übrigen werden nach { $days } Tagen endgültig gelöscht.
}
agents-removed-when = Entfernt
agents-removed-by = Durch
agents-removed-why = Warum
agents-import = Import #{ $number }

agents-select = Auswählen
agents-select-one = { $name } auswählen
agents-selected = Ausgewählt: { $n }
agents-selected-elsewhere = Ausgewählt: { $n }, davon { $m } nicht auf dieser Seite
agents-selected-full = Einzeln lassen sich höchstens { $n } auswählen.
agents-with-selected = Mit den ausgewählten:
agents-all-matching = { $count ->
    [one] Alle { $count }, die passen
   *[other] Alle { $count }, die passen
}
agents-action-groups = Gruppen …
agents-action-role = Rolle …
agents-action-block = Blockieren …
agents-action-unblock = Freigeben …
agents-clear-selection = Auswahl aufheben

agents-bulk-groups = { $count ->
    [one] Gruppen von { $count } Agent ändern
   *[other] Gruppen von { $count } Agenten ändern
}
agents-bulk-role = { $count ->
    [one] Rolle von { $count } Agent setzen
   *[other] Rolle von { $count } Agenten setzen
}
agents-bulk-block = { $count ->
    [one] { $count } Agent blockieren
   *[other] { $count } Agenten blockieren
}
agents-bulk-unblock = { $count ->
    [one] { $count } Agent freigeben
   *[other] { $count } Agenten freigeben
}
agents-bulk-export = { $count ->
    [one] { $count } Agent exportieren
   *[other] { $count } Agenten exportieren
}
agents-bulk-changing = Wird geändert …
agents-bulk-others-as-many = Inzwischen treffen andere zu als bei Ihrer Auswahl, wenn auch ebenso viele. Nichts wurde geändert. Prüfen Sie, ob Sie noch alle meinen.
agents-bulk-others-match = { $expected ->
    [one] Als Sie auswählten, passte { $expected } Agent, inzwischen sind es { $count }. Nichts wurde geändert. Prüfen Sie, ob Sie noch immer alle meinen.
   *[other] Als Sie auswählten, passten { $expected } Agenten, inzwischen sind es { $count }. Nichts wurde geändert. Prüfen Sie, ob Sie noch immer alle meinen.
}
agents-bulk-everyone = Alle aus <link>dieser Ansicht</link>, auf allen ihren Seiten.
agents-bulk-groups-then = Das gilt als Wahl eines Administrators: Regeln und Importe lassen diese Gruppen unberührt.
agents-bulk-role-then = Das gilt als Wahl eines Administrators: Regeln und Importe lassen die Rolle unberührt. Wessen Rolle sich ändert, muss sich neu anmelden.
agents-bulk-block-then = Sie können sich nicht mehr anmelden, und ihre Sitzungen enden sofort. Nichts von ihnen wird gelöscht.
agents-bulk-unblock-then = Sie können sich wieder anmelden, soweit das Verzeichnis sie lässt.
agents-bulk-how = Was zu tun ist
agents-bulk-add = Diese Gruppen hinzufügen, die anderen behalten
agents-bulk-remove = Diese Gruppen wegnehmen, die anderen behalten
agents-bulk-set = Genau diese Gruppen setzen
agents-bulk-choose-role = Rolle wählen
agents-bulk-no-group = Wählen Sie mindestens eine Gruppe.
agents-bulk-no-how = Wählen Sie, was mit den Gruppen geschehen soll.
agents-bulk-no-role = Wählen Sie eine Rolle.
agents-bulk-no-action = Wählen Sie, was mit den ausgewählten Agenten geschehen soll.
agents-bulk-nobody = Niemand ist ausgewählt. Kreuzen Sie zuerst in der Liste Agenten an oder alle, die passen.
agents-bulk-group-gone = Eine dieser Gruppen wurde inzwischen gelöscht. Gehen Sie zur Liste zurück und wählen Sie neu.

agents-bulk-changed = { $count ->
    [0] Niemand wurde geändert.
    [one] { $count } Agent wurde geändert.
   *[other] { $count } Agenten wurden geändert.
}
agents-bulk-unchanged = { $count ->
    [one] Bei { $count } war es schon so.
   *[other] Bei { $count } war es schon so.
}
agents-bulk-missing = { $count ->
    [one] { $count } ist nicht mehr da.
   *[other] { $count } sind nicht mehr da.
}
agents-bulk-removed = { $count ->
    [one] { $count } wurde inzwischen durch einen Import entfernt und bleibt unverändert.
   *[other] { $count } wurden inzwischen durch einen Import entfernt und bleiben unverändert.
}
agents-bulk-last-administrator = { $name } wurde nicht geändert: der letzte lokale Administrator, der sich anmelden kann. Legen Sie zuerst einen weiteren an.
agents-bulk-oneself = Sie selbst wurden ausgelassen: So sperrt sich niemand selbst aus.
agents-bulk-broke-off = Dann brach es ab, und die übrigen sind wie zuvor; den Grund nennt das Protokoll des Panels. Wiederholen Sie das Gleiche in einer Minute: Wer schon geändert ist, bleibt es.

agents-phrase-groups-added = Gruppen hinzugefügt
agents-phrase-groups-taken = Gruppen weggenommen
agents-phrase-groups-set = Gruppen gesetzt
agents-phrase-agents = Agenten
agents-phrase-one-agent = 1 Agent
agents-phrase-many-agents = { $count ->
    [one] { $count } Agent
   *[other] { $count } Agenten
}
agents-phrase-and-more = { $names } und { $count } weitere

agents-new-lead = Ein lokaler Agent meldet sich mit einem eigenen Passwort an. Alle anderen kommen aus dem Verzeichnis.
agents-password-hint = Mindestens 10 Zeichen. Teilen Sie es auf anderem Weg als per E-Mail mit.
agents-create = Agent anlegen
agents-creating = Wird angelegt …
agents-cancel = Abbrechen
agents-edit = Bearbeiten
agents-edit-title = { $name } bearbeiten
agents-optional = freiwillig
agents-new-password = Neues Passwort
agents-new-password-empty = leer: das jetzige behalten
agents-new-password-hint = Mindestens 10 Zeichen. Beendet die Sitzungen des Agenten.
agents-block = Anmeldung blockieren
agents-block-hint = Der Agent kann sich nicht anmelden, und seine Sitzungen enden sofort.
agents-save = Speichern
agents-saving = Wird gespeichert …
agents-password-refused = Passwort: { $error }
agents-last-changed-by = Zuletzt geändert { $when } durch Import <link>#{ $number }</link>. Ändern lassen sich diese Angaben im Verzeichnis.
agents-by-rules = Nach den Regeln ({ $role })
agents-by-rules-default = Nach den Regeln (Standard)
agents-follow-rules = Wieder den Regeln folgen
agents-follow-rules-groups = Wieder den Regeln folgen ({ $groups })
agents-follow-rules-default = Wieder den Regeln folgen (Standard)
agents-follow-rules-hint = Dann zählen die Gruppen darüber nicht.
agents-return-default = Zurück zum Standard
agents-stale = Jemand anderes hat diesen Agenten geändert, während Sie ihn bearbeiteten. Von Ihren Eingaben ist noch nichts gespeichert. Speichern Sie noch einmal, um diese Werte mit Ihren zu überschreiben.
agents-stored-now = Jetzt gespeichert

agents-phrase-phone-long = Eine Telefonnummer hat höchstens 64 Zeichen.
agents-no-name = Geben Sie den Namen des Agenten in einer Zeile ein.
agents-no-role = Wählen Sie eine der Rollen.
agents-group-gone = Eine dieser Gruppen gibt es nicht mehr. Wählen Sie neu.
agents-owned = Das gehört dem Verzeichnis. Ändern Sie es dort; der nächste Import bringt es hierher.
agents-email-taken = Diese E-Mail hat schon ein anderer Agent.
agents-edit-removed = Dieser Agent wurde entfernt; es gibt nichts zu bearbeiten.
agents-delete-owned = Dieser Agent kommt aus dem Verzeichnis. Entfernen Sie ihn dort, oder blockieren Sie hier die Anmeldung.

agents-created = { $name } wurde angelegt und kann sich anmelden.
agents-saved = { $name } wurde gespeichert.
agents-deleted = { $name } wurde gelöscht.
agents-deleted-for-good = { $name } wurde endgültig gelöscht.
agents-sessions-ended = { $count ->
    [one] { $count } Sitzung von { $name } ist beendet.
   *[other] { $count } Sitzungen von { $name } sind beendet.
}

agents-delete = { $name } löschen
agents-delete-fold = { $name } löschen …
agents-deleting = Wird gelöscht …
agents-delete-then = { $name } kann sich nicht mehr anmelden, die Sitzungen enden, und der Datensatz ist endgültig weg.
agents-delete-now = Jetzt endgültig löschen
agents-delete-now-fold = { $name } jetzt endgültig löschen …
agents-delete-now-then = Der Datensatz von { $name } mit Gruppe, Rolle und Verlauf ist endgültig weg. Kehrt diese Person ins Verzeichnis zurück, ist sie ein neuer Agent.

agents-person = Person
agents-in-panel = Im Panel
agents-in-directory = Im Verzeichnis
agents-activity = <link>Aktivitäten</link> dieses Agenten: was er getan hat und was mit ihm getan wurde.
agents-look-up-now = <link>Jetzt nachsehen</link>, was das Verzeichnis sagt.
agents-signed-in = Angemeldet
agents-signed-in-nowhere = Zurzeit nirgends.
agents-second-factor = Zweiter Faktor
agents-on = Ein
agents-off = Aus
agents-from-attribute = aus <code>{ $attribute }</code>
agents-since = Aufgenommen
agents-last-changed = Zuletzt geändert
agents-when-by = { $when } durch { $import }
agents-removed-banner = Entfernt { $when } durch { $import }. { $why } Wird von selbst wiederhergestellt, mit Gruppe und Rolle, wenn die Person ins Verzeichnis zurückkehrt; sonst endgültig gelöscht: { $end }.
agents-held = Im Verzeichnis nicht mehr gefunden. Die Entfernung wartet auf eine Entscheidung.
agents-held-review = Im Verzeichnis nicht mehr gefunden. Die Entfernung wartet auf eine Entscheidung: <link>prüfen</link>.
agents-kept = Im Verzeichnis nicht gefunden und von einem Administrator behalten, bis sie wieder auftaucht oder die Einstellungen sich ändern.
agents-dn = DN
agents-guid = GUID

agents-allowed = Erlaubt
agents-blocked = Blockiert
agents-blocked-by = Von einem Administrator blockiert
agents-not-possible = Nicht möglich: nicht mehr im Verzeichnis
agents-refused-by-directory = Hier erlaubt, vom Verzeichnis abgelehnt
agents-allowed-once-changed = Erlaubt, sobald das Passwort im Verzeichnis geändert ist

agents-origin-default = bei der Aufnahme gegeben
agents-origin-rule = durch eine Regel gegeben
agents-origin-administrator = von einem Administrator gewählt
agents-chosen-and-ruled = von einem Administrator gewählt; die Regeln sagen { $what }, wegen { $groups }
agents-chosen-no-role = von einem Administrator gewählt; keine Regel gibt eine Rolle
agents-chosen-no-group = von einem Administrator gewählt; keine Regel gibt eine Gruppe
agents-ruled = durch eine Regel gegeben: { $what }, wegen { $groups }
agents-ruled-unread = bis jede Regel gelesen werden kann
agents-and = { $first } und { $next }

agents-wrong-passwords = Falsche Passwörter
agents-wrong-passwords-count = { $count ->
    [one] { $count } falsches Passwort zählt.
   *[other] { $count } falsche Passwörter zählen.
}
agents-next-try = Der nächste Versuch wird zugelassen: { $when }.
agents-next-try-known = Der nächste Versuch wird zugelassen: { $when }, und sofort aus Browsern, in denen sich { $name } schon einmal angemeldet hat.
agents-next-try-now = Der nächste Versuch wird sofort zugelassen.
agents-forget-browsers = Die Browser vergessen, in denen sich der Agent schon angemeldet hat
agents-unlock-hint = Erlaubt sofort einen Versuch. Was das Verzeichnis selbst gezählt hat, bleibt dort gezählt.
agents-unlock = Anmeldung entsperren
agents-unlocking = Wird entsperrt …
agents-may-try = { $name } kann jetzt versuchen, sich anzumelden.
agents-may-try-forgotten = { $name } kann jetzt versuchen, sich anzumelden. Die Browser dieses Agenten sind vergessen.
agents-has-to-wait = { $name } muss warten: Das Verzeichnis würde das Konto beim nächsten falschen Passwort sperren.
agents-has-to-wait-forgotten = { $name } muss warten: Das Verzeichnis würde das Konto beim nächsten falschen Passwort sperren. Die Browser dieses Agenten sind vergessen.

agents-history = Verlauf
agents-history-lead = Was Importe geändert haben. Einzelheiten werden 90 Tage aufbewahrt.
agents-history-added = { $when } · { $import }: hinzugefügt
agents-history-restored = { $when } · { $import }: wiederhergestellt
agents-history-removed = { $when } · { $import }: entfernt
agents-history-updated = { $when } · { $import }: geändert
agents-history-reason = { $event }: { $reason }
agents-history-change = { $field }: { $old } → { $new }
agents-history-by = { $what } wegen { $groups }
agents-field-name = Name
agents-field-email = E-Mail
agents-field-phone = Telefon
agents-field-dn = DN
agents-field-guid = GUID
agents-field-state = Zustand
agents-field-role = Rolle
agents-field-groups = Gruppen
agents-field-role-by-rules = Rolle nach den Regeln
agents-field-groups-by-rules = Gruppen nach den Regeln
agents-phrase-state-enabled = aktiv
agents-phrase-state-disabled = deaktiviert
agents-phrase-state-expired = abgelaufen
agents-phrase-state-locked = gesperrt
agents-phrase-state-must-change = muss Passwort ändern

agents-phrase-gone = Nicht mehr im Verzeichnis.
agents-phrase-moved-out = Jetzt unter { $dn }, außerhalb des DN des Verzeichnisses.
agents-phrase-no-longer-matches = Noch im Verzeichnis ({ $dn }), aber vom Benutzerfilter ausgelassen.
agents-phrase-left-group = Noch im Verzeichnis ({ $dn }), aber nicht mehr Mitglied der LDAP-Benutzergruppe.
agents-phrase-not-matched = Bisher unter einem anderen GUID-Attribut bekannt, und kein Eintrag hat den DN oder die E-Mail dieses Agenten.
agents-phrase-not-asked = Nicht in der Antwort, und die Zeit reichte nicht, das Verzeichnis nach diesem Agenten über die GUID zu fragen.
agents-phrase-directory-deleted = Das Verzeichnis { $name } wurde aus dem Panel gelöscht.
