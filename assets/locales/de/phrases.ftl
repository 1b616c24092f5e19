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

phrases-skip-no-guid = hat keinen brauchbaren Wert für { $attribute } und wäre daher nicht von anderen zu unterscheiden. Lassen Sie das Dienstkonto das Attribut lesen, oder geben Sie ein anderes GUID-Attribut an.
phrases-skip-no-mail = hat kein { $attribute } und könnte sich daher nicht anmelden.
phrases-skip-mail-is-no-address = hat „{ $value }“ in { $attribute }; das ist keine E-Mail-Adresse.
phrases-skip-no-name = hat kein { $attribute }, das als Name dienen könnte.
phrases-skip-mail-taken = hat dieselbe E-Mail wie { $by_dn } ({ $email }). Mit einer Adresse kann sich nur eine Person anmelden: Ändern Sie eine von beiden im Verzeichnis.
phrases-skip-mail-of-local-agent = hat die E-Mail eines lokalen Agenten ({ $email }). Ändern oder löschen Sie den lokalen Agenten, um diese Person zu importieren.
phrases-skip-mail-of-other-directory = hat die E-Mail eines Agenten des Verzeichnisses { $directory } ({ $email }). Der erste behält sie: Ändern Sie eine von beiden, oder importieren Sie diese Person, sobald jener Agent gegangen ist.
phrases-skip-guid-twice = hat dieselbe GUID ({ $guid }) wie { $other_dn }. Wählen Sie ein GUID-Attribut, das bei allen verschieden ist.
phrases-skip-malformed = war nicht zu lesen: { $what }.
phrases-flaw-long-dn = sein DN ist länger als 8 KiB
phrases-flaw-dn-not-utf8 = sein DN ist kein UTF-8
phrases-flaw-empty-dn = sein DN ist leer
phrases-flaw-no-dn = er hat keinen DN

phrases-cause-gone = Nicht mehr im Verzeichnis.
phrases-cause-moved-out = Jetzt unter { $dn }, außerhalb des DN des Verzeichnisses.
phrases-cause-no-longer-matches = Noch im Verzeichnis ({ $dn }), aber vom Benutzerfilter ausgelassen.
phrases-cause-left-group = Noch im Verzeichnis ({ $dn }), aber nicht mehr Mitglied der LDAP-Benutzergruppe.
phrases-cause-not-matched = Bisher über ein anderes GUID-Attribut bekannt, und kein Eintrag hat den DN oder die E-Mail dieses Agenten.
phrases-cause-not-asked = Nicht in der Antwort, und es blieb keine Zeit, das Verzeichnis per GUID nach diesem Agenten zu fragen.
phrases-cause-directory-deleted = Das Verzeichnis { $name } wurde aus dem Panel gelöscht.
phrases-missed = Nicht in der Antwort auf die Suche, aber auf Nachfrage per GUID da: Dieser Agent wurde nicht entfernt.

phrases-held-settings-changed = Seit dem letzten ordnungsgemäßen Import geändert: { $what }. Deshalb wurde niemand entfernt: Wer nicht mehr gefunden wird, liegt vielleicht nur außerhalb dessen, was jetzt gelesen wird. Wahrscheinliche Ursachen, falls diese Personen bleiben sollen: Der neue Wert lässt sie aus oder ist vertippt.
phrases-held-settings = die Einstellungen
phrases-held-guid-attribute = GUID-Attribut
phrases-held-nobody-found = Das Verzeichnis antwortete ohne Fehler, aber ohne eine einzige Person; deshalb wurde niemand entfernt. Wahrscheinliche Ursachen: Das Dienstkonto hat das Recht verloren, Personen zu lesen, auf den DN des Verzeichnisses oder den Benutzerfilter passt niemand mehr, die LDAP-Benutzergruppe ist leer, oder der Server ist ein neues, noch nicht gefülltes Replikat.
phrases-held-too-many = { $absent } von { $agents } LDAP-Agenten sind nicht mehr zu finden, mehr als { $percent } % und mehr als { $count }; deshalb wurde niemand entfernt. Wahrscheinliche Ursachen, falls diese Personen bleiben sollen: Das Dienstkonto hat das Recht verloren, einige von ihnen zu lesen, der DN des Verzeichnisses oder der Benutzerfilter passt nicht mehr auf sie, sie wurden im Verzeichnis verschoben, oder der Server ist ein noch nicht gefülltes Replikat.
phrases-held-not-confirmed = { $agents ->
    [one] { $agents } Agent war nicht in der Antwort, und das Verzeichnis ließ sich nicht per GUID nach ihm fragen:
   *[other] { $agents } Agenten waren nicht in der Antwort, und das Verzeichnis ließ sich nicht per GUID nach jedem von ihnen fragen:
} Es war zu langsam oder lehnte ab. Deshalb wurde niemand entfernt, und der nächste Import fragt erneut. Ein Index auf dem GUID-Attribut beschleunigt das.
phrases-held-nothing-to-compare = Noch wurde kein Import fertig, daher ist unklar, ob diese Agenten mit den jetzigen Einstellungen gelesen wurden, und niemand wurde entfernt.
phrases-held-undecided = Ein früherer Import hielt diese Entfernungen zurück, und niemand hat entschieden; deshalb wurde niemand entfernt. Er sagte: { $before }

phrases-note-rule-not-read = Die Mitglieder von { $group } sind nicht bekannt, deshalb hat Regel { $rule } niemanden geändert: Über wen sie entscheiden könnte, der behält Rolle und Gruppen. { $why }
phrases-note-check-rule = Prüfen Sie den DN der LDAP-Gruppe dieser Regel auf Tippfehler und die Rechte des Dienstkontos.
phrases-note-no-administrator = { $local ->
    [one] Nach diesem Import ist kein Agent aus dem Verzeichnis mehr Administrator. { $local } lokaler Administrator bleibt und kann sich anmelden.
   *[other] Nach diesem Import ist kein Agent aus dem Verzeichnis mehr Administrator. { $local } lokale Administratoren bleiben und können sich anmelden.
}

phrases-run-changed-meanwhile = Während des Imports wurden im Panel Agenten oder Gruppen geändert. Importieren Sie noch einmal.
phrases-run-store-failed = Der Speicher des Panels hat versagt. Prüfen Sie, ob seine Platte oder Datenbank da und nicht voll ist, und importieren Sie dann noch einmal.
phrases-run-too-long = Der Import wurde nach 30 Minuten beendet. Sehen Sie nach der Last des Verzeichnisservers, oder engen Sie „{ names-field-base-dn }“ oder „{ names-field-user-filter }“ ein.
phrases-run-fault = Der Import wurde durch einen Fehler im Panel selbst beendet. Importieren Sie noch einmal; geschieht es wieder, melden Sie es mit dem Protokoll des Panels.
phrases-run-no-room = Wo der Speicher des Panels liegt, sind nur { $free } MB frei; dieser Import braucht { $needed } MB. Schaffen Sie Platz; der nächste Import macht von selbst weiter.
phrases-run-given-up = { $times ->
    [one] Die Arbeit an diesem Import wurde { $times }-mal begonnen und jedes Mal abgebrochen:
   *[other] Die Arbeit an diesem Import wurde { $times }-mal begonnen und jedes Mal abgebrochen:
} Das Panel oder sein Speicher ging verloren. Sehen Sie nach Protokollen und Arbeitsspeicher der Panels, und importieren Sie dann noch einmal.
phrases-run-directory-deleted = Dieses Verzeichnis wurde aus dem Panel gelöscht.
phrases-request-not-configured = Verbinden Sie zuerst Ihr Verzeichnis unter „{ layout-ldap-directory }“.
phrases-request-disabled = Das LDAP-Verzeichnis ist abgeschaltet. Schalten Sie es unter „{ layout-ldap-directory }“ ein.
