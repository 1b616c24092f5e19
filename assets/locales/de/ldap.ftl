ldap-new-title = Neues Verzeichnis
ldap-lead = Agenten werden { $every } von hier übernommen. Ihre Passwörter bleiben dort.
ldap-add = Verzeichnis hinzufügen
ldap-all-directories = Alle Verzeichnisse
ldap-back = Zurück

ldap-directories = LDAP-Verzeichnisse
ldap-directories-lead = { $count ->
    [one] { $count } Verzeichnis
   *[other] { $count } Verzeichnisse
} · ein Agent gehört zu einem davon und meldet sich mit dem Passwort an, das dort liegt
ldap-table = Verzeichnisse
ldap-column-directory = Verzeichnis
ldap-column-kind = Art
ldap-column-status = Zustand
ldap-column-agents = Agenten
ldap-column-last = Letzter Import
ldap-column-next = Nächster
ldap-column-actions = Aktionen
ldap-import = Benutzer importieren
ldap-starting = Wird gestartet …
ldap-edit = Bearbeiten
ldap-never = noch nie
ldap-overdue = Überfällig
ldap-which = Es gibt mehrere Verzeichnisse, und es wurde nicht gesagt, welches gemeint ist. Senden Sie das Formular an dessen eigene Adresse: { $each }.
ldap-which-one = { $name } unter { $address }

ldap-status-none = Noch kein Verzeichnis
ldap-status-off = LDAP ist ausgeschaltet
ldap-status-checking = Verbindung wird geprüft
ldap-status-up = Verbunden · { $took } · geprüft { $ago }
ldap-status-up-short = Verbunden · { $took }
ldap-status-all-up = Alle verbunden · geprüft { $ago }
ldap-status-down = Nicht verbunden · { $why } · geprüft { $ago }
ldap-status-down-short = Nicht verbunden · { $why }
ldap-status-of = { $directory }: { $status }
ldap-short-host = Host nicht gefunden
ldap-short-no-servers = keine Server in DNS
ldap-short-dns = DNS antwortet nicht
ldap-short-connection-refused = Verbindung abgelehnt
ldap-short-no-answer = keine Antwort
ldap-short-unreachable = nicht erreichbar
ldap-short-not-ldap = kein LDAP-Server
ldap-short-encryption-failed = Verschlüsselung fehlgeschlagen
ldap-short-client-required = Client-Zertifikat verlangt
ldap-short-client-refused = Client-Zertifikat abgelehnt
ldap-short-client-unusable = Client-Zertifikat unbrauchbar
ldap-short-certificate = Zertifikat nicht angenommen
ldap-short-password = Passwort abgelehnt
ldap-short-encryption-required = Verschlüsselung verlangt
ldap-short-user = Benutzer nicht verstanden
ldap-short-unreadable = Passwort nicht lesbar
ldap-short-base = Basis nicht gefunden
ldap-short-no-access = kein Zugriff
ldap-short-nobody = niemand gefunden
ldap-short-group = Gruppe nicht gefunden
ldap-short-limit = Grenze des Servers
ldap-short-busy = Server überlastet
ldap-short-lost = Verbindung abgebrochen
ldap-short-referral = verweist auf anderen Server
ldap-short-refused = abgelehnt

ldap-saved-off = Gespeichert und ausgeschaltet: keine Prüfung, kein Import, und niemand aus dem Verzeichnis kann sich anmelden. Agenten und Einstellungen bleiben erhalten.
ldap-saved-connected = Verbunden. Die Einstellungen wurden gespeichert.
ldap-saved-unchecked = Ohne Prüfung gespeichert. Der Zustand zeigt, was die nächste Prüfung ergibt.
ldap-certificate-taken = Das Zertifikat steht jetzt unter „{ names-field-ca-certificate }“, gespeichert wurde noch nichts. Geben Sie das Passwort noch einmal ein und drücken Sie „{ ldap-save }“.
ldap-nothing-saved = Es wurde nichts gespeichert. Beachten Sie die Meldungen neben den Feldern.
ldap-connected-saved = Verbunden. Diese Einstellungen sind gespeichert und funktionieren.
ldap-connected-not-saved = Verbunden. Gespeichert wurde noch nichts: Drücken Sie „{ ldap-save }“, um diese Einstellungen zu behalten.
ldap-not-connected-not-saved = Nicht verbunden, deshalb wurde nichts gespeichert. { $message }
ldap-not-connected = Nicht verbunden. { $message }
ldap-added-meanwhile = Inzwischen hat jemand ein Verzeichnis hinzugefügt, deshalb wurde nichts gespeichert. Wenn dies ein anderes ist, speichern Sie noch einmal.
ldap-stale = Jemand anderes hat diese Einstellungen gespeichert, während Sie sie bearbeitet haben. Von Ihnen wurde nichts gespeichert. Speichern Sie noch einmal, um die fremden Werte durch Ihre zu ersetzen.
ldap-stored-now = Jetzt gespeichert
ldap-yes = Ja
ldap-no = Nein

ldap-shown = Das Zertifikat, das der Server gezeigt hat
ldap-shown-for = Für
ldap-shown-issuer = Signiert von
ldap-shown-until = Gültig bis
ldap-shown-fingerprint = SHA-256-Fingerabdruck
ldap-shown-compare = Auch wer zwischen diesem Panel und dem Server steht, könnte eines zeigen. Erfragen Sie den Fingerabdruck bei denen, die das Verzeichnis betreiben, per Telefon oder am Server selbst, und nehmen Sie das Zertifikat nur, wenn er übereinstimmt.
ldap-shown-authority = Es ist das Zertifikat einer Zertifizierungsstelle: Jedem Zertifikat, das sie für diesen Host signiert, wird vertraut.
ldap-shown-own = Es ist das eigene Zertifikat des Servers und nicht das einer Zertifizierungsstelle: Bekommt der Server ein anderes, muss es neu angenommen werden.
ldap-shown-take = Der Fingerabdruck stimmt überein: dieses Zertifikat nehmen

ldap-hint-windows-name = Nur Active Directory versteht einen Namen wie { $name }; dieser Server verlangt den ganzen DN.
ldap-hint-one-part = { $name } allein ist selten ein ganzer DN: Ergänzen Sie, wo der Eintrag liegt, etwa { $name },dc=example,dc=com.
ldap-hint-bases = Der Server gibt an, dass seine Einträge hier beginnen: { $bases }.
ldap-hint-group = Nur Mitglieder von { $group } zählen: Vielleicht hat sie keine oder ist keine Gruppe. Eine Organisationseinheit gehört unter „{ names-field-base-dn }“.
ldap-hint-filter = Versuchen Sie es einmal mit leerem „{ names-field-user-filter }“: Dann zählt nur die Art des Eintrags.

ldap-connection = Verbindung
ldap-connection-lead = Wo das Verzeichnis ist und welches Konto es liest.
ldap-attributes = Attribute
ldap-attributes-lead = Welches Attribut was enthält. Leeres wird nach der Art des Servers ergänzt.
ldap-attributes-lead-for = Welches Attribut was enthält. Leeres wird nach der Art des Servers ergänzt: { $kind }.
ldap-arrivals = Wer Agent wird
ldap-arrivals-lead = Und was neue Agenten bei der Ankunft erhalten.
ldap-removals = Wer entfernt wird
ldap-removals-lead = Niemand, solange sich das Verzeichnis auch irren kann: Dann wartet der Import auf Ihre Entscheidung.
ldap-optional = optional
ldap-name = Name
ldap-name-hint = Wie dieses Verzeichnis im Panel heißt. Leer: wie sein Host.
ldap-enabled-hint = Aus: keine Prüfung, kein Import, und niemand aus dem Verzeichnis meldet sich an. Agenten und Einstellungen bleiben erhalten.
ldap-host-hint = Ein Name, eine Adresse oder eine ganze ldap://-URL; mehrere, durch Kommas getrennt, werden der Reihe nach versucht. ldap+srv://domain: die Server, die DNS nennt.
ldap-security-none = Keine Verschlüsselung
ldap-security-starttls = StartTLS – auf dem normalen Port verschlüsseln
ldap-security-ldaps = LDAPS – von Anfang an verschlüsselt
ldap-security-plain-hint = <caution>Ohne Verschlüsselung gehen die Passwörter Ihrer Agenten lesbar durch das Netz.</caution> Wählen Sie StartTLS oder LDAPS, wenn der Server es anbietet.
ldap-security-hint = Über diese Verbindung gehen Passwörter Ihrer Agenten.
ldap-ca-aside = optional, PEM
ldap-ca-hint = Ihm wird vertraut, und nicht den Zertifizierungsstellen dieses Rechners. Zertifikate werden immer geprüft.
ldap-client-aside = optional – für Server, die eines verlangen
ldap-client-hint = Wird gezeigt, wenn der Server danach fragt, bei StartTLS und LDAPS. „{ names-field-user }“ und „{ names-field-password }“ werden weiterhin gebraucht: Damit wird angemeldet. Leer entfernt das Zertifikat und seinen Schlüssel.
ldap-client-key = Schlüssel des Client-Zertifikats
ldap-client-key-hint = Nicht mit einem Passwort verschlüsselt. Er wird verschlüsselt gespeichert und nie wieder gezeigt.
ldap-client-key-kept = Wird 10 Minuten behalten, damit er nicht noch einmal eingefügt werden muss.
ldap-client-key-alone = Fügen Sie das Zertifikat ein, das zu diesem Schlüssel gehört.
ldap-client-key-missing = Fügen Sie den Schlüssel des Client-Zertifikats ein.
ldap-client-key-of-another = Der gespeicherte Schlüssel gehört zu einem anderen Zertifikat. Fügen Sie den Schlüssel dieses Zertifikats ein.
ldap-user-aside = das Konto, das das Verzeichnis liest
ldap-user-hint = Der ganze DN, oder user@domain für Active Directory.
ldap-typed = Eingegeben
ldap-typed-or-stored = Eingegeben oder gespeichert
ldap-stored = Gespeichert, verschlüsselt
ldap-keep-empty = Leer lassen, um es nicht zu ändern.
ldap-password-kept = Wird 10 Minuten behalten, damit es nicht noch einmal eingegeben werden muss.
ldap-password-again = Host, Port, Verschlüsselung, Zertifikat oder Benutzer wurde geändert: Geben Sie das Passwort noch einmal ein, damit das gespeicherte nie an einen anderen Server geht.
ldap-password-missing = Geben Sie das Passwort des Dienstkontos ein. Mit einem leeren wäre es keine Anmeldung.
ldap-base-hint = Wo die Personen sind. Leer: wo die Einträge des Servers beginnen.
ldap-own-password = Ihr eigenes Passwort
ldap-own-password-hint = Die Einstellungen zeigen auf einen anderen Server oder ein anderes Konto als die gespeicherten. Bestätigen Sie, dass Sie es sind.
ldap-own-password-missing = Die Einstellungen zeigen auf einen anderen Server oder ein anderes Konto. Bestätigen Sie mit Ihrem eigenen Passwort.
ldap-guid-hint = Für Active Directory nicht erforderlich.
ldap-filter-hint = Ein Filter nach RFC 4515, etwa <code>(department=Support)</code>.
ldap-filter-hint-empty = Ein Filter nach RFC 4515, etwa <code>(department=Support)</code>. Leer: <mono>{ $filter }</mono>
ldap-group-aside = optional – nur ihre Mitglieder werden importiert, auch aus verschachtelten Gruppen
ldap-rules = Für Mitglieder einer LDAP-Gruppe können es andere sein: <link>{ layout-rules }</link> ({ $count ->
    [one] { $count } Regel
   *[other] { $count } Regeln
}).
ldap-interval-hint = Leer: { $every }.
ldap-hold-percent = Entfernungen zurückhalten über, Prozent
ldap-hold-percent-hint = Der LDAP-Agenten, bei einem Import.
ldap-hold-count = … und über, Agenten
ldap-hold-count-hint = Beides muss überschritten sein. 0 und 0 halten jede Entfernung zurück.
ldap-keep-removed-hint = Wer bis dahin in das Verzeichnis zurückkehrt, ist derselbe Agent, mit Gruppe, Rolle und Verlauf.
ldap-save = Speichern
ldap-check = Prüfen, ohne zu speichern
ldap-checking = Wird geprüft …
ldap-save-anyway = Trotzdem speichern
ldap-saving = Wird gespeichert …
ldap-save-anyway-hint = „{ ldap-save-anyway }“ behält diese Einstellungen, wie sie sind. Importe und Anmeldungen gelingen, sobald das Verzeichnis damit erreichbar ist.
ldap-rest-later = Alles Weitere kann zunächst bleiben, wie es ist.
ldap-same-name = Ein anderes Verzeichnis heißt genauso. Geben Sie diesem einen eigenen Namen.

ldap-check-title = Verbindungsprüfung
ldap-check-typed = Prüfung Ihrer Eingaben
ldap-not-checked = Noch nicht geprüft.
ldap-suspended = Das Dienstkonto wird nicht mehr von selbst angemeldet, damit ein geändertes Passwort es nicht sperrt.
ldap-suspended-remedy = Speichern Sie das richtige Passwort, oder drücken Sie „{ ldap-check }“.
ldap-gives = Was das Verzeichnis liefert
ldap-gives-import = { $people ->
    [one] Von der { $people } Person, die Import Nr. { $run } gelesen hat.
   *[other] Von allen { $people } Personen, die Import Nr. { $run } gelesen hat.
}
ldap-gives-sample = { $people ->
    [one] Aus einer Stichprobe von { $people } Person.
   *[other] Aus einer Stichprobe von { $people } Personen.
}
ldap-sample-no-mail = { $count ->
    [one] In einer Stichprobe von { $size } hat { $count } Person keine brauchbare E-Mail und wird übersprungen.
   *[other] In einer Stichprobe von { $size } haben { $count } Personen keine brauchbare E-Mail und werden übersprungen.
}
ldap-nobody-has-mail = Ein Agent meldet sich mit einer E-Mail-Adresse an, also würde niemand importiert. Ist { $attribute } das richtige Attribut? Geben Sie unter „{ names-field-mail-attribute }“ ein anderes ein; in Active Directory enthält oft userPrincipalName eine Adresse.
ldap-example = Zum Beispiel

ldap-lockout-unknown = Das Verzeichnis zeigt nicht, nach wie vielen falschen Passwörtern es ein Konto sperrt.
ldap-lockout-never = Das Verzeichnis sperrt kein Konto wegen falscher Passwörter. Muster bremst das Raten.
ldap-lockout-after = { $count ->
    [one] Konten werden nach { $count } falschen Passwort gesperrt.
   *[other] Konten werden nach { $count } falschen Passwörtern gesperrt.
}
ldap-lockout-through = Muster lässt höchstens { $count } in { $span } durch.
ldap-lockout-for-good = Dort zählen sie bis zum nächsten richtigen, sodass tagelanges Raten ein Konto sperren kann.
ldap-lockout-few = Bei so wenigen kann jeder ein Konto sperren. Erhöhen Sie die Zahl im Verzeichnis.

ldap-latency = Verbindung am letzten Tag
ldap-latency-empty = Hier wird gezeichnet, wie schnell das Verzeichnis antwortet: Gemessen wird alle 30 Sekunden.
ldap-latency-name = Wie schnell das Verzeichnis geantwortet hat
ldap-latency-caption = { $checks ->
    [one] Verbinden, Anmelden und Lesen der Basis dauerten im Mittel { $mean } und höchstens { $most }; { $failed } von { $checks } Prüfung schlug fehl. Die Höhe wächst mit der Kubikwurzel.
   *[other] Verbinden, Anmelden und Lesen der Basis dauerten im Mittel { $mean } und höchstens { $most }; { $failed } von { $checks } Prüfungen schlugen fehl. Die Höhe wächst mit der Kubikwurzel.
}
ldap-latency-all-failed = { $checks ->
    [one] Keine Prüfung von { $checks } gelang.
   *[other] Keine der { $checks } Prüfungen gelang.
}
ldap-latency-now = jetzt
ldap-latency-mean = Im Mittel
ldap-latency-longest = Am längsten
ldap-latency-down = Nicht verbunden
ldap-latency-hour = Stunde, UTC
ldap-latency-failed = Fehlgeschlagen
ldap-latency-span = { $checks ->
    [one] { $begins } bis { $ends } UTC: im Mittel { $mean }, { $least } bis { $most }, { $failed } von { $checks } Prüfung fehlgeschlagen
   *[other] { $begins } bis { $ends } UTC: im Mittel { $mean }, { $least } bis { $most }, { $failed } von { $checks } Prüfungen fehlgeschlagen
}
ldap-latency-span-down = { $checks ->
    [one] { $begins } bis { $ends } UTC: nicht verbunden, { $checks } Prüfung fehlgeschlagen
   *[other] { $begins } bis { $ends } UTC: nicht verbunden, { $checks } Prüfungen fehlgeschlagen
}

ldap-offer = Erst ansehen, was es bewirkt
ldap-offer-changed = Geändert: <strong>{ $fields }</strong>. Eine Vorschau zeigt jede Aufnahme, Änderung und Entfernung und schreibt nichts. Der nächste Import läuft von selbst { $when }.
ldap-offer-guid = Agenten werden neu zugeordnet, nach DN oder sonst nach E-Mail, und behalten id, Rolle, Gruppen und Verlauf. Wer sich nicht zuordnen lässt, wird zur Durchsicht zurückgehalten.
ldap-offer-preview = Vorschau der Änderungen

ldap-delete-title = Dieses Verzeichnis löschen
ldap-delete = { $name } löschen
ldap-delete-fold = { $name } löschen …
ldap-deleting = Wird gelöscht …
ldap-delete-what = { $agents ->
    [one] { $agents } Agent von { $name } verschwindet sofort aus allen Listen, seine Sitzungen enden, und er kann sich nicht mehr anmelden.
   *[other] { $agents } Agenten von { $name } verschwinden sofort aus allen Listen, ihre Sitzungen enden, und sie können sich nicht mehr anmelden.
} { $days ->
    [one] Ihre Datensätze bleiben { $days } Tag erhalten und werden dann endgültig gelöscht.
   *[other] Ihre Datensätze bleiben { $days } Tage erhalten und werden dann endgültig gelöscht.
} Die Einstellungen, das gespeicherte Passwort und der Zeitplan von { $name } sind dann fort. Im Verzeichnis selbst wird nichts geändert; andere Verzeichnisse und lokale Agenten bleiben, wie sie sind.
ldap-deleted = { $name } wird gelöscht. Zuerst werden seine Agenten entfernt.

ldap-phrase-guid-attribute = GUID-Attribut
ldap-phrase-cn-attribute = CN-Attribut
ldap-phrase-mail-attribute = Mail-Attribut
ldap-phrase-phone-attribute = Telefon-Attribut

ldap-phrase-long-host = „{ names-field-host }“ ist länger als 2000 Zeichen.
ldap-phrase-long-ca = Das CA-Zertifikat ist länger als 200.000 Zeichen.
ldap-phrase-long-client = Das Client-Zertifikat ist länger als 200.000 Zeichen.
ldap-phrase-long-user = „{ names-field-user }“ ist länger als 2000 Zeichen.
ldap-phrase-one-role = Wählen Sie eine der Rollen.
ldap-phrase-one-group = Wählen Sie eine der Gruppen.
ldap-phrase-one-security = Wählen Sie eines der drei.
ldap-phrase-percent = Ein Prozentsatz ist eine ganze Zahl von 0 bis 100.
ldap-phrase-agents = Eine Anzahl von Agenten liegt zwischen 0 und 1.000.000.
ldap-phrase-days = Eine Anzahl von Tagen liegt zwischen 1 und 3650.
ldap-phrase-port = Ein Port ist eine Zahl von 1 bis 65535; lassen Sie das Feld für den üblichen leer.
ldap-phrase-no-user = Geben Sie das Konto ein, das das Verzeichnis liest: einen DN, oder user@domain für Active Directory.
ldap-phrase-user = „{ $text }“ ist weder ein DN wie cn=reader,dc=example,dc=com noch user@domain.
ldap-phrase-secret-attribute = Passwörter werden nie gelesen. Nennen Sie ein anderes Attribut.
ldap-phrase-name = Ein Name ist eine Zeile mit höchstens 80 Zeichen.
ldap-phrase-name-digits = Ein Name nur aus Ziffern würde für die Nummer eines Verzeichnisses gehalten. Fügen Sie ein Wort hinzu.
ldap-phrase-interval = Ein Abstand ist eine ganze Zahl von Minuten, von 1 bis 1440, einem Tag.
ldap-phrase-attribute = „{ $text }“ ist kein Attributname. Geben Sie einen einzigen Namen ein, etwa mail oder telephoneNumber.
ldap-phrase-no-host = Geben Sie den Hostnamen oder die Adresse des Verzeichnisservers ein.
ldap-phrase-many-hosts = Es können höchstens 16 Server genannt werden.
ldap-phrase-mixed-hosts = Alle Server haben dieselbe Art der Verschlüsselung: Schreiben Sie ldaps:// vor jeden von ihnen oder vor keinen.
ldap-phrase-scheme = „{ $scheme }://“ ist keine LDAP-Adresse. Verwenden Sie ldap:// oder ldaps://, oder nur den Hostnamen.
ldap-phrase-host-path = Lassen Sie „/{ $path }“ beim Host weg: Die Basis gehört unter „{ names-field-base-dn }“, der Filter unter „{ names-field-user-filter }“.
ldap-phrase-domain = „{ $text }“ ist keine Domain. Nach ldap+srv:// kommt eine wie example.com, ohne Port: DNS nennt Server und Ports.
ldap-phrase-host-user = Lassen Sie den Benutzer beim Host weg: Er gehört unter „{ names-field-user }“.
ldap-phrase-bracket = „{ $text }“: Der IPv6-Adresse fehlt die schließende Klammer.
ldap-phrase-ipv6 = „{ $text }“ ist keine IPv6-Adresse.
ldap-phrase-host-port = „{ $text }“ ist kein Port: Verwenden Sie eine Zahl von 1 bis 65535.
ldap-phrase-host = „{ $text }“ ist weder ein Hostname noch eine IP-Adresse. Geben Sie etwas wie ldap.example.com ein.
ldap-phrase-ca-key = Darin ist ein privater Schlüssel. Fügen Sie nur das Zertifikat ein, und halten Sie den Schlüssel geheim.
ldap-phrase-certificate-cut = Ein Zertifikat in diesem Text ist abgeschnitten oder verändert. Fügen Sie es ganz ein, von -----BEGIN bis -----END.
ldap-phrase-not-x509 = Eines dieser Zertifikate ist kein lesbares X.509-Zertifikat.
ldap-phrase-client-with-key = Darin ist auch ein privater Schlüssel. Fügen Sie hier nur das Zertifikat ein, und den Schlüssel in seinem eigenen Feld.
ldap-phrase-client-pem = Fügen Sie das Zertifikat im PEM-Format ein: Es beginnt mit -----BEGIN CERTIFICATE-----. Aus einer PKCS#12-Datei (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.
ldap-phrase-key-kind = Diese Art von Schlüssel ist nicht verwendbar. Verwenden Sie RSA ab 2048 Bit, EC P-256 oder P-384, oder Ed25519.
ldap-phrase-key-of-another = Dieser Schlüssel gehört nicht zum Client-Zertifikat. Fügen Sie den Schlüssel ein, der damit erstellt wurde.
ldap-phrase-key-encrypted = Dieser Schlüssel ist mit einem Passwort verschlüsselt. Fügen Sie ein, was dies ausgibt: openssl pkey -in client.key. Hier wird er verschlüsselt gespeichert.
ldap-phrase-no-key = Das ist kein privater Schlüssel im PEM-Format. Er beginnt mit -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- oder -----BEGIN EC PRIVATE KEY-----; fügen Sie ihn ganz ein.
ldap-phrase-dn-long = Der DN ist länger als 8192 Bytes.
ldap-phrase-dn-part = Ein DN besteht aus Teilen der Form Name=Wert, etwa ou=people,dc=example,dc=com. Einem Teil fehlt das „=“.
ldap-phrase-dn-type = „{ $text }“ ist kein Attributtyp in einem DN.
ldap-phrase-dn-quote = Der DN hat ein öffnendes Anführungszeichen ohne das schließende.
ldap-phrase-dn-hex = Ein DN-Wert nach „#“ besteht aus Paaren von Hexadezimalziffern.
ldap-phrase-dn-end = Der DN endet mit einem einzelnen Backslash.
ldap-phrase-dn-backslash = Auf einen Backslash in einem DN folgt ein Sonderzeichen oder zwei Hexadezimalziffern.
ldap-phrase-dn-place = „{ $text }“ steht im DN an der falschen Stelle; in einem Wert muss ein Backslash davor stehen.
ldap-phrase-filter-long = Der Filter ist länger als 4096 Bytes.
ldap-phrase-filter-deep = Der Filter ist tiefer als 32 Ebenen verschachtelt.
ldap-phrase-filter-more = Nach dem Ende des Filters kommt noch etwas: „{ $text }“. Verbinden Sie Bedingungen mit (&…) oder (|…).
ldap-phrase-filter-opening = Dem Filter fehlt eine öffnende Klammer vor dieser Stelle: { $place }.
ldap-phrase-filter-closing = Dem Filter fehlt eine schließende Klammer an dieser Stelle: { $place }.
ldap-phrase-filter-end = Ende
ldap-phrase-filter-condition = „{ $text }“ ist keine Bedingung: Schreiben Sie Attribut=Wert, zum Beispiel objectClass=person.
ldap-phrase-filter-attribute = „{ $text }“ ist kein Attributname.
ldap-phrase-filter-asterisk = In „{ $text }“ steht ein Sternchen an der falschen Stelle. Ist eines gemeint, schreiben Sie \2a.
ldap-phrase-filter-special = Schreiben Sie Sonderzeichen in „{ $text }“ als Backslash und zwei Hexadezimalziffern: \28 \29 \2a \5c.
