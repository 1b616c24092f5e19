activity-lead = Wer was getan hat, das Neueste zuerst. Einträge kommen nur hinzu und werden 400 Tage aufbewahrt.
activity-export = CSV exportieren
activity-search = Nach wer, wen und Adresse suchen
activity-action = Aktion
activity-all-actions = Alle Aktionen
activity-from = Von
activity-until = Bis
activity-of-agent = Was <link>{ $name }</link> getan hat und was mit diesem Konto getan wurde.
activity-nothing-yet = Noch nichts aufgezeichnet
activity-nothing-yet-text = Jede Anmeldung, jede Änderung und wer sie vorgenommen hat, steht hier, sobald es geschieht, und lässt sich danach nicht mehr ändern.
activity-nothing-found = Nichts gefunden
activity-nothing-found-text = Kein Eintrag passt zu diesen Filtern.
activity-nothing-so-far = Bisher nichts gefunden
activity-nothing-so-far-text = Unter den neuesten durchgesehenen Einträgen passt keiner.
activity-look-further = Weiter zurück suchen
activity-when = Wann
activity-what = Was
activity-address = Adresse
activity-number = Nummer
activity-records = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
activity-newest = Neueste
activity-older = Ältere

activity-actor-command = Ein Befehl
activity-actor-schedule = Das Panel
activity-actor-nobody = Jemand Unbekanntes

activity-times = { $count ->
    [one] { $what } ({ $count }-mal)
   *[other] { $what } ({ $count }-mal)
}
activity-reason = { $what }: { $reason }
activity-change = { $field } von { $old } zu { $new }
activity-change-new = { $field }: { $new }
activity-change-secret = { $field } geändert
activity-no-value = nichts

activity-label-signed-in = Angemeldet
activity-label-sign-in-failed = Anmeldung fehlgeschlagen
activity-label-signed-out = Abgemeldet
activity-label-not-confirmed = Nicht bestätigt
activity-label-refused = Abgelehnt
activity-label-sessions-ended = Sitzungen beendet
activity-label-password-changed = Passwort geändert
activity-label-second-factor-set = Zweiter Faktor eingerichtet
activity-label-second-factor-reset = Zweiter Faktor zurückgesetzt
activity-label-unlocked = Entsperrt
activity-label-settings-saved = Einstellungen gespeichert
activity-label-rules-saved = Regeln gespeichert
activity-label-directory-added = Verzeichnis hinzugefügt
activity-label-directory-deleted = Verzeichnis gelöscht
activity-label-import-started = Import gestartet
activity-label-import-cancelled = Import abgebrochen
activity-label-removals-decided = Über Entfernungen entschieden
activity-label-agent-added = Agent hinzugefügt
activity-label-agent-edited = Agent geändert
activity-label-agent-blocked = Agent blockiert
activity-label-agent-unblocked = Agent freigegeben
activity-label-agent-deleted = Agent gelöscht
activity-label-group-added = Gruppe hinzugefügt
activity-label-group-renamed = Gruppe umbenannt
activity-label-group-deleted = Gruppe gelöscht
activity-label-first-administrator = Erster Administrator
activity-label-owner-set = Eigentümer gesetzt
activity-label-key-rotated = Schlüssel gewechselt
activity-label-backup-made = Sicherung erstellt
activity-label-restored = Wiederhergestellt
activity-label-activity-exported = Aktivitäten exportiert
activity-label-activity-pruned = Aktivitäten gekürzt

activity-did-signed-in = { $actor } hat sich angemeldet
activity-did-sign-in-failed = { $actor } konnte sich nicht anmelden
activity-did-signed-out = { $actor } hat sich abgemeldet
activity-did-not-confirmed = { $actor } wurde nach dem eigenen Passwort gefragt, ohne Erfolg
activity-did-refused = { $actor } wurde abgewiesen
activity-did-sessions-ended = { $whom ->
    [self] { $actor } hat eigene Sitzungen beendet
   *[other] { $actor } hat Sitzungen von { $subject } beendet
}
activity-did-password-changed = { $whom ->
    [self] { $actor } hat das eigene Passwort geändert
   *[other] { $actor } hat das Passwort von { $subject } geändert
}
activity-did-second-factor-set = { $whom ->
    [self] { $actor } hat den eigenen zweiten Faktor eingerichtet
   *[other] { $actor } hat einen zweiten Faktor für { $subject } eingerichtet
}
activity-did-second-factor-reset = { $whom ->
    [self] { $actor } hat den eigenen zweiten Faktor abgeschaltet
   *[other] { $actor } hat den zweiten Faktor von { $subject } abgeschaltet
}
activity-did-unlocked = { $whom ->
    [self] { $actor } hat die eigene Anmeldung entsperrt
   *[other] { $actor } hat die Anmeldung von { $subject } entsperrt
}
activity-did-settings-saved = { $actor } hat die Einstellungen von { $subject } geändert
activity-did-rules-saved = { $actor } hat die Regeln von { $subject } geändert
activity-did-directory-added = { $actor } hat das Verzeichnis { $subject } hinzugefügt
activity-did-directory-deleted = { $actor } hat verlangt, das Verzeichnis { $subject } zu löschen
activity-did-import-started = { $actor } hat verlangt: { $subject }
activity-did-import-cancelled = { $actor } hat abgebrochen: { $subject }
activity-did-removals-decided = { $actor } hat über zurückgehaltene Entfernungen entschieden: { $subject }
activity-did-agent-added = { $actor } hat den Agenten { $subject } hinzugefügt
activity-did-agent-edited = { $whom ->
    [self] { $actor } hat den eigenen Agenten geändert
   *[other] { $actor } hat den Agenten { $subject } geändert
}
activity-did-agent-blocked = { $whom ->
    [self] { $actor } hat den eigenen Agenten blockiert
   *[other] { $actor } hat den Agenten { $subject } blockiert
}
activity-did-agent-unblocked = { $whom ->
    [self] { $actor } hat den eigenen Agenten freigegeben
   *[other] { $actor } hat den Agenten { $subject } freigegeben
}
activity-did-agent-deleted = { $whom ->
    [self] { $actor } hat den eigenen Agenten gelöscht
   *[other] { $actor } hat den Agenten { $subject } gelöscht
}
activity-did-group-added = { $actor } hat die Gruppe { $subject } hinzugefügt
activity-did-group-renamed = { $actor } hat die Gruppe { $subject } umbenannt
activity-did-group-deleted = { $actor } hat die Gruppe { $subject } gelöscht
activity-did-first-administrator = { $actor } hat den ersten Administrator angelegt
activity-did-owner-set = { $actor } hat einen lokalen Administrator angelegt oder ein Passwort gesetzt für { $subject }
activity-did-key-rotated = { $actor } hat den geheimen Schlüssel gewechselt
activity-did-backup-made = { $actor } hat eine Sicherung erstellt
activity-did-restored = { $actor } hat eine Sicherung wiederhergestellt
activity-did-activity-exported = { $actor } hat das Aktivitätsprotokoll exportiert
activity-did-activity-pruned = { $actor } hat die ältesten Einträge dieses Protokolls gelöscht
