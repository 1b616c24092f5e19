me-about = Über Sie
me-origin-local = Ein lokales Konto dieses Panels: Sein Passwort liegt hier als Hash.
me-origin-ldap = Aus dem Verzeichnis Ihres Unternehmens übernommen, das auch Ihr Passwort prüft. Name, E-Mail und Telefon ändern Sie dort.
me-name = Name
me-email = E-Mail
me-phone = Telefon
me-groups = Gruppen
me-role = Rolle
me-source = Herkunft
me-source-local = Lokal
me-source-ldap = LDAP

me-sign-in = Wie Sie sich anmelden
me-password = Passwort
me-password-kept = Liegt hier als Hash
me-second-factor = Zweiter Faktor
me-second-factor-set-up = Zweiten Faktor einrichten
me-on = Ein
me-off = Aus
me-recovery-codes-left = { $left ->
    [0] Kein Wiederherstellungscode ist übrig: Erstellen Sie neue.
    [one] Ein Wiederherstellungscode ist übrig.
   *[other] { $left } Wiederherstellungscodes sind übrig.
}

me-sessions = Wo Sie angemeldet sind
me-sessions-lead = Beenden Sie, was Sie nicht kennen, und sagen Sie es Ihrem Administrator.
me-session-ended = Diese Sitzung ist beendet.

me-preferences = Sprache und Tastatur
me-language = Sprache
me-language-of-browser = Wie im Browser
me-shortcuts = Tastenkürzel
me-shortcuts-hint = Einzelne Tasten, die in Listen etwas bewirken.
me-save = Speichern
me-saved = Gespeichert.
me-cancel = Abbrechen

me-password-change = Passwort ändern
me-changing = Wird geändert …
me-password-yours = Ihr Passwort
me-password-new = Neues Passwort
me-password-hint = Mindestens 10 Zeichen. Ihre anderen Sitzungen enden.
me-password-same = Das ist Ihr jetziges Passwort. Wählen Sie ein anderes.
me-password-set = Ihr neues Passwort gilt. Ihre anderen Sitzungen sind beendet.
me-password-elsewhere = Das Verzeichnis Ihres Unternehmens prüft Ihr Passwort. Ändern Sie es dort, wo Ihr Unternehmen das vorsieht, und richten Sie dort auch weitere Faktoren ein.
me-not-your-password = Das ist nicht Ihr Passwort.

me-factor-add = 1 · In Ihre Authenticator-App aufnehmen
me-factor-add-lead = Jede App für zeitbasierte Codes (TOTP) ist geeignet. Scannen Sie das Bild oder tippen Sie den Schlüssel ein.
me-factor-picture = QR-Code mit dem Schlüssel darunter
me-factor-key = Schlüssel
me-factor-kind = Art
me-factor-kind-totp = Zeitbasiert, 6 Ziffern, 30 Sekunden
me-factor-late = Diese Seite war zu lange offen. Scannen Sie den neuen Code.
me-factor-show = 2 · Zeigen, dass es funktioniert
me-factor-code-now = Der Code, den die App gerade zeigt
me-factor-code = Code
me-factor-on = Einschalten
me-factor-switching-on = Wird eingeschaltet …
me-factor-yours = Ihr zweiter Faktor
me-factor-yours-lead = Bei der Anmeldung werden Sie nach dem Passwort nach einem Code Ihrer Authenticator-App gefragt.
me-factor-state = Zustand
me-factor-since = Seit
me-factor-codes-left = Übrige Wiederherstellungscodes
me-factor-renew = Neue Codes oder keine
me-factor-renew-lead = Für beides brauchen Sie das Passwort und einen Code. Ein Wiederherstellungscode geht auch und ist dann verbraucht.
me-factor-make-codes = Neue Wiederherstellungscodes erstellen
me-factor-making-codes = Werden erstellt …
me-factor-off = Ausschalten
me-factor-switching-off = Wird ausgeschaltet …
me-second-factor-is-off = Ihr zweiter Faktor ist ausgeschaltet, und Ihre anderen Sitzungen sind beendet.

me-codes-title = Wiederherstellungscodes
me-codes-yours = Ihre Wiederherstellungscodes
me-codes-first = Ihr zweiter Faktor ist eingeschaltet, und Ihre anderen Sitzungen sind beendet. Bewahren Sie diese Codes dort auf, wo Sie sie ohne Ihr Telefon finden. Jeder lässt Sie einmal ein. Sie werden nur dieses eine Mal gezeigt.
me-codes-renewed = Die bisherigen Codes gelten nicht mehr. Bewahren Sie diese dort auf, wo Sie sie ohne Ihr Telefon finden. Jeder lässt Sie einmal ein. Sie werden nur dieses eine Mal gezeigt.
me-codes-kept = Ich habe sie aufbewahrt
