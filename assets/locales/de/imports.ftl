imports-run = { $kind ->
    [preview] Vorschau Nr. { $number }
    [deletion] Löschung Nr. { $number }
   *[import] Import Nr. { $number }
}
imports-changes-of = Änderungen von Import Nr. { $number }

imports-state-running = Läuft
imports-state-done = Fertig
imports-state-held = Wartet auf Prüfung
imports-state-failed = Fehlgeschlagen
imports-state-cancelled = Abgebrochen
imports-state-interrupted = Unterbrochen
imports-phase-waiting = Wartet
imports-phase-connecting = Verbindet sich
imports-phase-reading = Liest das Verzeichnis
imports-phase-comparing = Vergleicht
imports-phase-applying = Wendet an

imports-step-connect = Verbinden
imports-step-read = Lesen
imports-step-compare = Vergleichen
imports-step-apply = Anwenden

imports-started = { $by ->
    [schedule] Nach Zeitplan gestartet { $when }
    [command] Auf der Befehlszeile gestartet { $when }
   *[agent] Gestartet von { $name } { $when }
}
imports-took = Dauer { $time }
imports-by-schedule = der Zeitplan
imports-by-command = die Befehlszeile
imports-agent-deleted = ein gelöschter Agent
imports-agent-unknown = ein Agent
imports-directory-deleted = ein gelöschtes Verzeichnis (Nummer { $number })

imports-cancel = Abbrechen
imports-cancelling = Wird abgebrochen …
imports-export = CSV exportieren
imports-again = Erneut importieren
imports-starting = Wird gestartet …
imports-import-users = Benutzer importieren
imports-preview-changes = Vorschau der Änderungen

imports-deleted = Das Verzeichnis wurde aus dem Panel gelöscht, und seine Agenten wurden entfernt.
imports-deletion-cancelled = Vor dem Ende abgebrochen: Das Verzeichnis ist noch da, aber abgeschaltet. Wer bis dahin entfernt wurde, kommt mit seinem nächsten Import zurück, sobald es wieder eingeschaltet ist.
imports-previewed = Eine Vorschau: was ein Import getan hätte. Nichts wurde geändert.
imports-cancelled = Vor dem Ende abgebrochen. Was bis dahin angewendet war, bleibt; niemand wurde entfernt, nur weil er nicht gelesen wurde.
imports-interrupted = Das Panel wurde während dieses Imports angehalten. Der nächste erledigt, was übrig war.
imports-failed = Der Import ist fehlgeschlagen.
imports-failed-nobody = Niemand wurde entfernt. Der nächste Import versucht es von selbst noch einmal.
imports-failed-some = Was bis dahin angewendet war, bleibt. Der nächste Import erledigt von selbst, was übrig ist.
imports-see-settings = Was das Verzeichnis jetzt sagt, steht unter <link>{ layout-ldap-directory }</link>.
imports-begun-again = { $times ->
    [one] Die Arbeit an diesem Import wurde { $times }-mal begonnen:
   *[other] Die Arbeit an diesem Import wurde { $times }-mal begonnen:
} Das Panel, das daran arbeitete, oder sein Speicher ging zwischendurch verloren. Was bis dahin geschrieben war, steckt in diesen Zahlen.

imports-doing-waiting = Wartet, bis er an der Reihe ist
imports-doing-connecting = Verbindet sich mit dem Verzeichnis
imports-doing-reading-of = { $read } von etwa { $expected } Personen gelesen
imports-doing-reading = { $read ->
    [one] { $read } Person gelesen
   *[other] { $read } Personen gelesen
}
imports-doing-comparing = { $read ->
    [one] { $read } Person gelesen, wird verglichen
   *[other] { $read } Personen gelesen, werden verglichen
}
imports-doing-applying = { $read ->
    [one] { $read } Person gelesen, Änderungen werden angewendet
   *[other] { $read } Personen gelesen, Änderungen werden angewendet
}
imports-rate = { $rate } pro Sekunde · läuft seit { $seconds } s
imports-running-for = läuft seit { $seconds } s
imports-bar-read = Gelesene Personen
imports-bar-applied = Angewendete Änderungen
imports-bar-import = Import

imports-count-read = gelesen
imports-count-added = hinzu{ "\u00AD" }gefügt
imports-count-updated = aktua{ "\u00AD" }lisiert
imports-count-unchanged = unver{ "\u00AD" }ändert
imports-count-removed = entfernt
imports-count-restored = zurück{ "\u00AD" }geholt
imports-count-skipped = über{ "\u00AD" }sprungen
imports-count-held = zurück{ "\u00AD" }gehalten
imports-count-kept = behalten
imports-count-missed = nicht in der Antwort

imports-changed-added = { $count } hinzugefügt
imports-changed-updated = { $count } aktualisiert
imports-changed-removed = { $count } entfernt
imports-changed-restored = { $count } zurückgeholt
imports-changed-skipped = { $count } übersprungen
imports-changed-held = { $count } zurückgehalten
imports-changed-kept = { $count } behalten
imports-changed-missed = { $count } nicht in der Antwort
imports-changed-nothing = nichts geändert

imports-card = Import
imports-last-preview = Letzte Vorschau { $when }. Ein Import hieße: { $changes }. <link>Ansehen, was er tun würde</link>
imports-last = { $kind ->
    [preview] Letzte Vorschau { $when } – { $changes }.
    [deletion] Letzte Löschung { $when } – { $changes }.
   *[import] Letzter Import { $when } – { $changes }.
}
imports-last-failed = { $kind ->
    [preview] Letzte Vorschau { $when }: { $error }
    [deletion] Letzte Löschung { $when }: { $error }
   *[import] Letzter Import { $when }: { $error }
}
imports-nobody-yet = Noch wurde niemand importiert. Eine Vorschau zeigt, wer Agent würde, und schreibt nichts.
imports-preview-first = Vorschau des ersten Imports
imports-first-by-itself = Der erste startet von selbst { $when }.
imports-next-by-itself = Der nächste startet von selbst { $when }

imports-lead-several = Jedes Verzeichnis für sich
imports-lead-several-next = Jedes Verzeichnis für sich · der nächste Import, von { $directory }, startet von selbst { $when }
imports-lead-none = Jede Übernahme aus dem Verzeichnis
imports-lead-ended = Der letzte wurde fertig { $when }
imports-lead-next = der nächste startet von selbst { $when }
imports-lead-off = das Verzeichnis ist abgeschaltet
imports-overdue = { $of ->
    [directory] Importe von { $directory } sind überfällig: Zwei geplante Zeiten sind verstrichen, ohne dass einer fertig wurde.
   *[all] Importe sind überfällig: Zwei geplante Zeiten sind verstrichen, ohne dass einer fertig wurde.
} { $last ->
    [none] Bisher wurde keiner fertig.
   *[ended] Der letzte wurde fertig { $when }.
} Wer seitdem das Unternehmen verlassen hat, kann noch Agent sein. Sehen Sie nach, <outcomes>wie die letzten ausgingen</outcomes> und was die Prüfung unter <settings>{ layout-ldap-directory }</settings> ergibt.

imports-kind = Art
imports-all-kinds = Alle Arten
imports-previews = Vorschauen
imports-state = Status
imports-all-states = Jeder Status
imports-outcome = Ergebnis
imports-all-outcomes = Alle Ergebnisse
imports-notable = Mit Änderungen oder Problemen
imports-directory = Verzeichnis
imports-all-directories = Alle Verzeichnisse
imports-column-import = Import
imports-column-started-by = Gestartet durch
imports-column-when = Wann
imports-column-read = Gelesen
imports-column-added = Hinzu{ "\u00AD" }gefügt
imports-column-updated = Aktua{ "\u00AD" }lisiert
imports-column-removed = Entfernt
imports-column-held = Zurück{ "\u00AD" }gehalten
imports-column-skipped = Über{ "\u00AD" }sprungen
imports-nothing-found = Nichts gefunden
imports-none-found-text = Kein Import passt zu diesen Filtern.
imports-none-yet = Noch keine Importe
imports-none-yet-text = Mit „{ imports-preview-changes }“ sehen Sie, wer Agent würde: Dabei wird nichts geschrieben. Der erste Import startet von selbst zur oben genannten Zeit oder sofort mit „{ imports-import-users }“.
imports-connect = Verzeichnis verbinden
imports-connect-text = Ein Import übernimmt Personen aus Ihrem LDAP-Verzeichnis, und jeder steht hier mit allem, was er geändert hat. Verbinden Sie zuerst das Verzeichnis.

imports-asked-imports = { $count ->
    [one] { $count } Import wurde angefordert, einer für jedes Verzeichnis.
   *[other] { $count } Importe wurden angefordert, einer für jedes Verzeichnis.
}
imports-asked-previews = { $count ->
    [one] { $count } Vorschau wurde angefordert, eine für jedes Verzeichnis.
   *[other] { $count } Vorschauen wurden angefordert, eine für jedes Verzeichnis.
}
imports-no-such-directory = Es gibt kein Verzeichnis mit der Nummer { $number }.
imports-being-cancelled = Der Import wird abgebrochen.
imports-ended-already = Der Import war bereits beendet.
imports-choose-decision = Wählen Sie als Entscheidung Entfernen oder Behalten.
imports-no-digest = Die Prüfsumme der gezeigten Liste fehlt.
imports-kept = { $count ->
    [one] { $count } Agent wurde behalten. Er bleibt Agent, bis er wieder gesehen wird oder die Einstellungen sich ändern.
   *[other] { $count } Agenten wurden behalten. Sie bleiben Agenten, bis sie wieder gesehen werden oder die Einstellungen sich ändern.
}
imports-nothing-waits = Es wartet nichts mehr auf eine Entscheidung: Jemand hat inzwischen entschieden, oder ein neuerer Import hat nichts zurückzuhalten.
imports-list-changed = Die Liste hat sich inzwischen geändert, deshalb wurde nichts getan. Dies ist die jetzige: Entscheiden Sie neu.
imports-approved-meanwhile = Es wurde nichts getan: Die Entfernung wurde inzwischen genehmigt, und ein Import führt sie gerade aus. Brechen Sie diesen Import ab, um sie zurückzunehmen.
imports-still-waits = Niemand wurde entfernt: Unten steht, warum diese Liste noch wartet.

imports-first-steps = Erste Schritte
imports-first-connect = Verzeichnis verbinden
imports-first-connect-text = Füllen Sie die Angaben zur Verbindung aus und speichern Sie. Die Verbindung wird sofort Schritt für Schritt geprüft, und noch wird niemand importiert.
imports-first-preview = Vorschau
imports-first-preview-text = Eine Vorschau liest das Verzeichnis und zeigt, wer Agent würde. Sie schreibt nichts.
imports-first-import = Benutzer importieren
imports-first-import-text = Ein Import macht die Personen im Verzeichnis zu Agenten und wiederholt sich von selbst.
imports-first-sign-in = Als Agent anmelden
imports-first-sign-in-text = Probieren Sie es aus: Öffnen Sie die Adresse des Panels in einem privaten Fenster und melden Sie sich mit der E-Mail und dem Verzeichnispasswort eines Agenten an.
imports-first-to-preview = Zur Vorschau

imports-next = Wie es weitergeht
imports-next-signing-in = Anmeldung
imports-next-leaving = Wer geht
imports-next-backup = Sicherung
imports-next-address = Agenten melden sich hier an, mit ihrer E-Mail und ihrem Passwort im Verzeichnis. Geben Sie ihnen diese Adresse:
imports-next-this-machine = Nur dieser Rechner erreicht diese Adresse. Starten Sie das Panel mit <code>MUSTER_PUBLIC_URL</code> und der Adresse, die andere verwenden.
imports-next-skipped = { $count ->
    [one] <link>{ $count } Eintrag wurde übersprungen</link> und kann sich nicht anmelden: In jeder Zeile steht, warum.
   *[other] <link>{ $count } Einträge wurden übersprungen</link> und können sich nicht anmelden: In jeder Zeile steht, warum.
}
imports-next-imports = Der nächste startet von selbst { $when }, danach { $interval } einer. Namen, Adressen und Telefonnummern folgen dem Verzeichnis, und wer dort neu ist, wird Agent.
imports-next-leaving-text = Wer nicht mehr im Verzeichnis steht, wird vom nächsten Import entfernt, sofort abgemeldet und { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} aufbewahrt, falls er zurückkehrt. Wer dort deaktiviert ist, kann sich nicht anmelden.
imports-next-leaving-many = Würden mehr als { $percent } % und mehr als { $count ->
    [one] { $count } Agent
   *[other] { $count } Agenten
} auf einmal entfernt, so wird es niemand: Das Verzeichnis könnte sich nur irren, deshalb werden Sie zuerst gefragt.
imports-next-placing = Neue Agenten erhalten die Gruppe <strong>{ $group }</strong> und die Rolle <strong>{ $role }</strong>.
imports-next-placing-more = <rules>Regeln</rules> geben Mitgliedern einer LDAP-Gruppe eine andere Rolle. Für Einzelne wählen Sie auf der Seite des Agenten; machen Sie auch einen zweiten <agents>Agenten</agents> zum Administrator.
imports-next-backup-text = Dies schreibt Agenten, Einstellungen und Verlauf in eine Datei, auch während das Panel läuft:
imports-next-backup-key = Bewahren Sie auch <code>secret.key</code> aus dem Datenordner auf, getrennt von den Sicherungen: Ohne ihn sind gespeicherte Passwörter nicht lesbar.

imports-search = Name, DN oder Wert
imports-change = Änderung
imports-changes = Änderungen
imports-all-changes = Alle Änderungen
imports-agent = Agent
imports-what = Was
imports-change-added = Hinzugefügt
imports-change-updated = Aktualisiert
imports-change-removed = Entfernt
imports-change-restored = Zurückgeholt
imports-change-skipped = Übersprungen
imports-change-held = Zurückgehalten
imports-change-missed = Nicht in der Antwort
imports-thinned = Der Bericht dieses Imports wurde gelöscht
imports-thinned-text = Berichte werden 90 Tage aufbewahrt. Die Zahlen oben bleiben.
imports-no-change-found-text = Keine Änderung passt zu dieser Suche und diesem Filter.
imports-nothing-would-change = Nichts würde sich ändern
imports-nothing-changed = Nichts hat sich geändert
imports-as-already = Jeder Agent ist bereits so, wie es das Verzeichnis sagt.

imports-hold-waits = { $count ->
    [one] { $count } Agent ist im Verzeichnis nicht mehr zu finden. Niemand wurde entfernt: Ihre Entscheidung steht aus. <link>Prüfen</link>
   *[other] { $count } Agenten sind im Verzeichnis nicht mehr zu finden. Niemand wurde entfernt: Ihre Entscheidung steht aus. <link>Prüfen</link>
}
imports-hold-waits-of = { $count ->
    [one] { $count } Agent von { $directory } ist im Verzeichnis nicht mehr zu finden. Niemand wurde entfernt: Ihre Entscheidung steht aus. <link>Prüfen</link>
   *[other] { $count } Agenten von { $directory } sind im Verzeichnis nicht mehr zu finden. Niemand wurde entfernt: Ihre Entscheidung steht aus. <link>Prüfen</link>
}
imports-hold-approved = { $count ->
    [one] Die Entfernung von { $count } Agenten wurde genehmigt. Der nächste Import führt sie aus, wenn genau dieser fehlt. <link>Wen es betrifft</link>
   *[other] Die Entfernung von { $count } Agenten wurde genehmigt. Der nächste Import führt sie aus, wenn genau diese fehlen. <link>Wen es betrifft</link>
}
imports-hold-approved-of = { $count ->
    [one] Die Entfernung von { $count } Agenten von { $directory } wurde genehmigt. Der nächste Import führt sie aus, wenn genau dieser fehlt. <link>Wen es betrifft</link>
   *[other] Die Entfernung von { $count } Agenten von { $directory } wurde genehmigt. Der nächste Import führt sie aus, wenn genau diese fehlen. <link>Wen es betrifft</link>
}
imports-held-preview = Eine Vorschau: Ein Import würde diese Entfernungen zur Prüfung zurückhalten. Nichts wurde geändert.
imports-held-again = Dieselbe Liste wurde erneut zurückgehalten. <link>Ansehen, wer darauf steht</link>
imports-held-newer = Ein neuerer Import hat eine andere Liste. <link>Diese prüfen</link>
imports-held-decides-anew = Der nächste Import entscheidet neu.
imports-held-nothing = Es gibt nichts mehr zu entscheiden: Ein neuerer Import hat nichts zurückzuhalten.
imports-held-approved = Entfernung genehmigt von { $name } { $when }. Der nächste Import führt sie aus, wenn genau die Agenten dieser Liste fehlen.
imports-held-question = { $count ->
    [one] Was soll mit { $count } Agenten geschehen?
   *[other] Was soll mit { $count } Agenten geschehen?
}
imports-held-advice = Sehen Sie zuerst die Liste unten durch. Behalten heißt: Sie bleiben Agenten, mit Gruppe und Rolle, bis sie wieder gesehen werden oder die Einstellungen sich ändern. Anmelden können sie sich nur, solange das Verzeichnis sie findet.
imports-keep = Behalten
imports-keep-after-all = Doch behalten
imports-keeping = Wird behalten …
imports-remove = Entfernen …
imports-remove-count = { $count ->
    [one] { $count } Agenten entfernen
   *[other] { $count } Agenten entfernen
}
imports-removing = Wird entfernt …
imports-remove-text = Das Verzeichnis wird noch einmal gelesen. { $count ->
    [one] Fehlt genau dieser { $count } Agent, verschwindet er sofort aus jeder Liste, seine Sitzungen enden, und er kann sich nicht mehr anmelden.
   *[other] Fehlen genau diese { $count } Agenten, verschwinden sie sofort aus jeder Liste, ihre Sitzungen enden, und sie können sich nicht mehr anmelden.
} { $days ->
    [one] Die Einträge werden { $days } Tag aufbewahrt,
   *[other] Die Einträge werden { $days } Tage aufbewahrt,
} und wer ins Verzeichnis zurückkehrt, wird von selbst zurückgeholt. Hat sich die Liste geändert, wird sie neu gezeigt und niemand entfernt.
imports-decided-keep = Behalten, entschieden von { $name } { $when }.
imports-decided-remove = Entfernung genehmigt von { $name } { $when }.

imports-would = Was ein Import tun würde
imports-would-add = { $count ->
    [one] { $count } Person würde Agent, in der Gruppe { $group } und mit der Rolle { $role }.
   *[other] { $count } Personen würden Agenten, in der Gruppe { $group } und mit der Rolle { $role }.
}
imports-would-add-by-rules = { $count ->
    [one] { $count } Person würde Agent, in der Gruppe { $group } und mit der Rolle { $role }, wo keine Regel andere gibt.
   *[other] { $count } Personen würden Agenten, in der Gruppe { $group } und mit der Rolle { $role }, wo keine Regel andere gibt.
}
imports-would-update = { $count ->
    [one] { $count } Agent würde an das Verzeichnis angeglichen.
   *[other] { $count } Agenten würden an das Verzeichnis angeglichen.
}
imports-would-restore = { $count ->
    [one] { $count } entfernter Agent wäre wieder da, mit Gruppe, Rolle und Verlauf.
   *[other] { $count } entfernte Agenten wären wieder da, mit Gruppe, Rolle und Verlauf.
}
imports-would-remove = { $count ->
    [one] { $count } Agent würde entfernt: Er verschwindet aus jeder Liste und kann sich nicht anmelden.
   *[other] { $count } Agenten würden entfernt: Sie verschwinden aus jeder Liste und können sich nicht anmelden.
} { $days ->
    [one] Die Einträge werden { $days } Tag aufbewahrt.
   *[other] Die Einträge werden { $days } Tage aufbewahrt.
}
imports-would-hold = { $count ->
    [one] Die Entfernung von { $count } Agenten würde auf Ihre Entscheidung warten.
   *[other] Die Entfernung von { $count } Agenten würde auf Ihre Entscheidung warten.
}
imports-would-leave = { $count ->
    [one] { $count } Agent bliebe, wie er ist.
   *[other] { $count } Agenten blieben, wie sie sind.
}
imports-would-nothing = Nichts: Niemand wurde gefunden, und niemand würde geändert.
imports-would-skip = { $count ->
    [one] { $count } Eintrag würde übersprungen, meist weil es keine E-Mail zum Anmelden gibt. <link>Wer und warum</link>
   *[other] { $count } Einträge würden übersprungen, meist weil es keine E-Mail zum Anmelden gibt. <link>Wer und warum</link>
}
imports-would-bring-nobody = Niemand würde Agent: Jeder Eintrag würde übersprungen.
imports-would-ask = In jeder Zeile unten steht, warum. Meist haben die Personen keinen Wert in dem Attribut, das gelesen wird: Geben Sie unter „{ names-field-mail-attribute }“ ein anderes an, oder geben Sie dem Dienstkonto das Recht, es zu lesen.
imports-import-now = Jetzt importieren
imports-change-settings = Einstellungen ändern
imports-would-note = Der Import liest das Verzeichnis neu; was sich dort bis dahin ändert, zählt also mit. Er startet auch von selbst zu seiner Zeit.
