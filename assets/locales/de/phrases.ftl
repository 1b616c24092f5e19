# Nach „Vorgang:“.
phrases-doing-encrypting = Einrichten der Verschlüsselung
phrases-doing-policies = Lesen der Passwortrichtlinien
phrases-doing-asking-by-guid = Abfrage der nicht gelieferten Personen nach GUID
phrases-doing-user-group = Lesen der Benutzergruppe
phrases-doing-looking-up = Nachschlagen einer Person
phrases-doing-signing-in = Anmelden
phrases-doing-signing-someone-in = Anmelden einer Person
phrases-doing-people = Lesen der Personen

phrases-sign-in-wrong = E-Mail oder Passwort ist nicht richtig.
phrases-sign-in-unreachable = Das Verzeichnis des Unternehmens ist im Moment nicht erreichbar. Versuchen Sie es in ein paar Minuten noch einmal.
phrases-sign-in-busy = Im Moment melden sich sehr viele Personen an. Versuchen Sie es in ein paar Sekunden noch einmal.
# Nach „in“.
phrases-sign-in-throttled = Zu viele Versuche. Versuchen Sie es in { $wait } noch einmal.
phrases-one-second = 1 Sekunde
phrases-seconds = { $n ->
    [one] { $n } Sekunde
   *[other] { $n } Sekunden
}
phrases-one-minute = 1 Minute
phrases-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
phrases-one-hour = 1 Stunde
phrases-hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
phrases-code-wrong = Dieser Code ist nicht richtig oder wurde schon verwendet. Geben Sie den ein, den die App gerade zeigt.
phrases-code-throttled = Zu viele Versuche. Versuchen Sie es in Kürze noch einmal.
phrases-code-busy = Im Moment melden sich zu viele Personen an. Versuchen Sie es in ein paar Sekunden noch einmal.
phrases-code-off = Der zweite Faktor ist ausgeschaltet.
phrases-code-on = Der zweite Faktor ist schon eingeschaltet.

phrases-password-long = Ein Passwort hat höchstens 1024 Bytes. Wählen Sie ein kürzeres.
phrases-password-short = Ein Passwort hat mindestens 10 Zeichen. Wählen Sie ein längeres.
phrases-password-one-character = Ein Passwort besteht nicht aus einem einzigen, wiederholten Zeichen. Wählen Sie ein anderes.
phrases-email = Geben Sie eine E-Mail-Adresse wie name@example.com ein.
phrases-name-long = Ein Name hat höchstens 200 Zeichen.

phrases-objection-must-change = Ihr Passwort muss zuerst geändert werden. Ändern Sie es so, wie es in Ihrem Unternehmen vorgesehen ist, und melden Sie sich dann hier an.
phrases-objection-password-expired = Ihr Passwort ist abgelaufen und muss zuerst geändert werden. Ändern Sie es so, wie es in Ihrem Unternehmen vorgesehen ist, und melden Sie sich dann hier an.
phrases-objection-disabled = Ihr Konto im Verzeichnis des Unternehmens ist abgeschaltet. Fragen Sie, wer das Verzeichnis betreut.
phrases-objection-account-expired = Ihr Konto im Verzeichnis des Unternehmens ist abgelaufen. Fragen Sie, wer das Verzeichnis betreut.
phrases-objection-restricted = Das Verzeichnis des Unternehmens lässt Ihr Konto zu dieser Zeit oder von hier aus nicht anmelden. Fragen Sie, wer das Verzeichnis betreut.

phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = Konto deaktiviert
phrases-why-unwilling = Konto deaktiviert, oder der Server will nicht
phrases-why-locked = Konto gesperrt
phrases-why-expired = Konto abgelaufen
phrases-why-password-expired = Passwort abgelaufen
phrases-why-must-change = Passwort muss geändert werden
phrases-why-time = Anmeldung zu dieser Zeit nicht erlaubt
phrases-why-machine = Anmeldung von diesem Rechner aus nicht erlaubt
phrases-why-time-or-machine = Anmeldung zu dieser Zeit oder von diesem Rechner aus nicht erlaubt
phrases-why-groups = in zu vielen Gruppen
phrases-why-policy = von der Passwortrichtlinie abgelehnt

phrases-reason-throttled = zu viele Versuche
phrases-reason-busy = zu viele Anmeldungen zugleich
phrases-reason-unreachable = das Verzeichnis war nicht erreichbar
phrases-reason-store = der Speicher versagte
phrases-reason-code-throttled = zu viele Versuche mit dem Code
phrases-reason-code-wrong = falscher Code
phrases-reason-password-and-code = Passwort und Code
phrases-reason-password-and-recovery = Passwort und Wiederherstellungscode
phrases-reason-set-up = eingerichtet
phrases-reason-new-codes = neue Wiederherstellungscodes
phrases-reason-switched-off = ausgeschaltet
phrases-reason-all = alle
phrases-reason-one = eine davon
phrases-reason-nobody = kein Agent hat diese E-Mail
phrases-reason-no-password = es wurde kein Passwort eingegeben
phrases-reason-directory-off = das Verzeichnis des Agenten ist abgeschaltet
phrases-reason-role = die Rolle erlaubt nicht { $what }
phrases-reason-other-site = eine andere Website sandte { $what }
phrases-reason-stale-form = ein Formular, das nicht zu dieser Sitzung gehört: { $what }

phrases-value-yes = ja
phrases-value-no = nein
phrases-value-defaults = die Vorgaben
phrases-value-rules = Regeln
phrases-value-administrator = einen Administrator
phrases-rule = Regel { $number }
phrases-value-percent-and-count = { $percent } % und { $count }
phrases-value-members = Mitglieder von { $group }
phrases-value-members-role = Mitglieder von { $group }, Rolle { $role }
phrases-value-members-groups = Mitglieder von { $group }, Gruppen { $groups }
phrases-value-members-role-groups = Mitglieder von { $group }, Rolle { $role }, Gruppen { $groups }
phrases-subject-import = Import Nr. { $number }
phrases-subject-preview = Vorschau Nr. { $number }
phrases-reason-for-good = endgültig
phrases-reason-again = { $reason }, immer wieder innerhalb von zehn Minuten
phrases-reason-many = mehr, als sich auseinanderhalten lassen, von vielen Adressen oder an vielen Konten
phrases-reason-failed = fehlgeschlagen
phrases-reason-browsers = die Browser sind vergessen
phrases-reason-at-once = ein Versuch ist sofort möglich
phrases-reason-browsers-wait = die Browser sind vergessen, und es muss auf das Verzeichnis gewartet werden
phrases-reason-wait = es muss auf das Verzeichnis gewartet werden
phrases-reason-remove = sie durch Import Nr. { $number } zu entfernen
phrases-reason-keep-one = 1 Agenten zu behalten
phrases-reason-keep = { $count ->
    [one] { $count } Agenten zu behalten
   *[other] { $count } Agenten zu behalten
}
phrases-reason-sealing-finished = nach einem Abbruch zu Ende geführt; der Schlüssel davor war { $key }
phrases-reason-sealed = { $count ->
    [one] { $count } Geheimnis neu versiegelt
   *[other] { $count } Geheimnisse neu versiegelt
}
phrases-reason-all-of-log = alles
phrases-reason-filtered = gefiltert nach { $fields }
phrases-reason-all-off = alle Verzeichnisse sind abgeschaltet
phrases-reason-no-more = darf sich nicht mehr anmelden
phrases-reason-wrong-local = falsches Passwort eines lokalen Kontos

phrases-learned-one = 1 Person passt
phrases-learned-many = { $count ->
    [one] { $count } Person passt
   *[other] { $count } Personen passen
}
phrases-learned-more = { $count ->
    [one] mehr als { $count } Person passt
   *[other] mehr als { $count } Personen passen
}
phrases-learned-filter = Benutzerfilter für { $kind }: { $filter }
phrases-learned-outside-one = 1 Mitglied der LDAP-Benutzergruppe liegt außerhalb des DN des Verzeichnisses oder des Benutzerfilters und wird nicht importiert.
phrases-learned-outside = { $count ->
    [one] { $count } Mitglied der LDAP-Benutzergruppe liegt außerhalb des DN des Verzeichnisses oder des Benutzerfilters und wird nicht importiert.
   *[other] { $count } Mitglieder der LDAP-Benutzergruppe liegen außerhalb des DN des Verzeichnisses oder des Benutzerfilters und werden nicht importiert.
}
phrases-learned-plain = Keine Verschlüsselung: Passwörter der Agenten gehen lesbar durch das Netz.
phrases-learned-certificate = { $version }, Zertifikat gültig bis { $date }
phrases-learned-certificate-ends = Das Zertifikat läuft bald ab: Erneuern Sie es auf dem Server.
phrases-learned-client-certificate = Client-Zertifikat gezeigt, gültig bis { $date }
phrases-learned-client-certificate-ends = Das Client-Zertifikat läuft bald ab oder ist abgelaufen: Fügen Sie unter „{ names-field-client-certificate }“ ein neues ein.
phrases-learned-present = { $attribute }: { $count } von { $count_all }
phrases-learned-no-guid = { $count ->
    [one] { $count } hat keine brauchbare GUID und könnte nicht importiert werden.
   *[other] { $count } haben keine brauchbare GUID und könnten nicht importiert werden.
}
phrases-learned-no-mail = { $count ->
    [one] { $count } hat keine brauchbare E-Mail und könnte sich nicht anmelden.
   *[other] { $count } haben keine brauchbare E-Mail und könnten sich nicht anmelden.
}
phrases-what-rsa = ein RSA-Schlüssel mit { $count } Bit
phrases-what-ec = ein EC-Schlüssel mit { $count } Bit
phrases-what-dsa = ein DSA-Schlüssel
phrases-what-signature = eine Signatur mit { $name }
phrases-what-signature-above = eine Signatur alter oder unbekannter Art darüber
phrases-run-stopped = Das Panel wurde angehalten.
