rules-lead = Mitglieder einer LDAP-Gruppe bekommen bei jedem Import eine Rolle, Gruppen des Panels oder beides.
rules-lead-of = { $directory }: Mitglieder einer LDAP-Gruppe bekommen bei jedem Import eine Rolle, Gruppen des Panels oder beides.

rules-by-directory = Regeln nach Verzeichnis
rules-directory = Verzeichnis
rules-rules = Regeln
rules-count = { $count ->
    [one] { $count } Regel
   *[other] { $count } Regeln
}
rules-connect = Verbinden Sie Ihr Verzeichnis
rules-connect-text = Regeln geben Mitgliedern von LDAP-Gruppen Rollen und Gruppen. Geben Sie zuerst an, wo das Verzeichnis ist.

rules-none = Noch keine Regeln
rules-none-text = Alle, die aus dem Verzeichnis kommen, erhalten die Standardrolle ({ $role }) und die Standardgruppe ({ $group }). Fügen Sie eine Regel für eine LDAP-Gruppe hinzu, deren Mitglieder etwas anderes bekommen sollen.
rules-rule = Regel { $number }
rules-group-dn = DN der LDAP-Gruppe
rules-panel-groups = Gruppen des Panels
rules-up = Nach oben
rules-up-of = Regel { $number } nach oben
rules-down = Nach unten
rules-down-of = Regel { $number } nach unten
rules-remove = Entfernen
rules-remove-of = Regel { $number } entfernen
rules-save = Speichern
rules-saving = Wird gespeichert …
rules-try = Ausprobieren
rules-reading = Das Verzeichnis wird gelesen …
rules-add = Regel hinzufügen
rules-save-anyway = Trotzdem speichern
rules-save-anyway-hint = „Trotzdem speichern“ behält die Regeln, wie sie sind. Eine Regel, deren LDAP-Gruppe nicht gelesen werden kann, ändert niemanden, und jeder Import sagt es.
rules-try-hint = „Ausprobieren“ liest das Verzeichnis und zeigt, wer sich ändern würde; geschrieben wird nichts. „Speichern“ tut zuerst dasselbe.

rules-see-messages = Nichts wurde gespeichert. Siehe die Meldungen bei Regel { $numbers }.
rules-gives-nothing = Diese Regel gibt nichts. Wählen Sie eine Rolle, eine Gruppe oder beides.
rules-too-many = { $count ->
    [one] Es kann höchstens { $count } Regel geben. Fassen Sie LDAP-Gruppen im Verzeichnis zusammen.
   *[other] Es kann höchstens { $count } Regeln geben. Fassen Sie LDAP-Gruppen im Verzeichnis zusammen.
}
rules-dn-missing = Geben Sie den DN der LDAP-Gruppe ein, um die es in dieser Regel geht.
rules-dn-root = Geben Sie den DN einer LDAP-Gruppe ein.
rules-dn-twice = Um diese LDAP-Gruppe geht es schon in Regel { $number }. Fassen Sie Rolle und Gruppen in einer Regel zusammen.
rules-role-unknown = Wählen Sie eine der Rollen.
rules-group-gone = Eine dieser Gruppen gibt es nicht mehr. Wählen Sie neu.

rules-stale = Jemand anderes hat diese Einstellungen gespeichert, während Sie sie bearbeitet haben. Von Ihnen wurde nichts gespeichert. Speichern Sie noch einmal, um jene Regeln durch Ihre zu ersetzen.
rules-stored = Jetzt gespeichert
rules-stored-none = Keine Regeln.

rules-unchanged = Nichts wurde geändert.
rules-saved-off = Gespeichert. Die Regeln gelten, sobald das LDAP-Verzeichnis eingeschaltet ist.
rules-saved-no-change = Gespeichert. Die Regeln ändern keinen der Agenten, die es jetzt gibt.
rules-saved-changes = { $count ->
    [one] Gespeichert. Der nächste Import ändert Rolle oder Gruppen von { $count } Agenten.
   *[other] Gespeichert. Der nächste Import ändert Rolle oder Gruppen von { $count } Agenten.
}
rules-saved = Gespeichert. Der nächste Import richtet sich danach.
rules-off = Das LDAP-Verzeichnis ist ausgeschaltet. Schalten Sie es unter „{ layout-ldap-directory }“ ein, dann probieren Sie die Regeln aus.

rules-how = Wie Regeln entscheiden
rules-how-members = Mitglieder der LDAP-Gruppe einer Regel sind alle darin, auch die in verschachtelten Gruppen.
rules-how-order = Die erste passende Regel, die eine Rolle nennt, bestimmt die Rolle. Die Gruppen aller passenden Regeln kommen zusammen.
rules-how-defaults = Wem keine Regel eine Rolle gibt, bekommt die Standardrolle, <strong>{ $role }</strong>; wem keine Regel eine Gruppe gibt, <strong>{ $group }</strong>. Agenten behalten, was sie bei ihrer Ankunft bekommen haben, bis eine Regel passt.
rules-how-chosen = Was ein Administrator für einen einzelnen Agenten gewählt hat, gilt, bis es auf der Seite des Agenten wieder den Regeln überlassen wird.
rules-how-unread = Solange die LDAP-Gruppe einer Regel nicht gelesen werden kann, wird niemand geändert, über den sie entscheiden könnte.
rules-how-where = Die Vorgaben stehen unter <link>LDAP-Verzeichnis</link>.

rules-trial-failed-unsaved = Nicht ausprobiert, deshalb wurde nichts gespeichert.
rules-trial-failed = Nicht ausprobiert.
rules-phrase-too-slow = { $seconds ->
    [one] Das Verzeichnis hat innerhalb von { $seconds } Sekunde nicht alles beantwortet. Versuchen Sie es noch einmal, wenn es weniger zu tun hat.
   *[other] Das Verzeichnis hat innerhalb von { $seconds } Sekunden nicht alles beantwortet. Versuchen Sie es noch einmal, wenn es weniger zu tun hat.
}
rules-trial-agents = Agenten ändern sich
rules-trial-roles = bekommen eine andere Rolle
rules-trial-groups = bekommen andere Gruppen
rules-trial-become = werden Admini­strator
rules-trial-stop = sind keiner mehr
rules-trial-arrive = kommen als Admini­strator an
rules-trial-own-choice = behalten eine andere Wahl
rules-trial-read = { $people ->
    [one] { $people } Person wurde gelesen; davon noch keine Agenten: { $newcomers }.
   *[other] { $people } Personen wurden gelesen; davon noch keine Agenten: { $newcomers }.
}
rules-trial-unmatched = { $count ->
    [one] Auf { $count } Agenten passt keine Regel.
   *[other] Auf { $count } Agenten passt keine Regel.
}
rules-trial-kept = { $count ->
    [one] { $count } Agent behält, was ein Administrator gewählt hat, wo die Regeln es anders sagen.
   *[other] { $count } Agenten behalten, was ein Administrator gewählt hat, wo die Regeln es anders sagen.
}
rules-trial-press-save = Noch wurde nichts gespeichert: Drücken Sie noch einmal „{ rules-save }“, um es zu tun.
rules-trial-not-saved = Noch wurde nichts gespeichert.
rules-trial-unread = Die LDAP-Gruppe von Regel { $numbers } kann nicht gelesen werden. Nichts wurde gespeichert.
rules-trial-no-change = Diese Regeln ändern keinen der Agenten, die es jetzt gibt.
rules-trial-changes = { $count ->
    [one] Der nächste Import würde { $count } Agenten ändern. Niemand wird Administrator oder hört auf, einer zu sein.
   *[other] Der nächste Import würde { $count } Agenten ändern. Niemand wird Administrator oder hört auf, einer zu sein.
}
rules-trial-will-become = { $count ->
    [one] { $count } Agent wird Administrator.
   *[other] { $count } Agenten werden Administrator.
}
rules-trial-will-arrive = { $count ->
    [one] { $count } Person, die noch kein Agent ist, käme als Administrator an.
   *[other] { $count } Personen, die noch keine Agenten sind, kämen als Administratoren an.
}
rules-trial-will-stop = { $count ->
    [one] { $count } Administrator ist dann keiner mehr.
   *[other] { $count } Administratoren sind dann keine mehr.
}
rules-trial-none-left = Kein Agent aus dem Verzeichnis wäre noch Administrator.
rules-trial-each = Auf wen jede Regel passt
rules-trial-rule = Regel
rules-trial-members = Gefundene Mitglieder
rules-trial-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
rules-trial-check-group = Prüfen Sie den DN der LDAP-Gruppe dieser Regel auf Tippfehler, und die Rechte des Dienstkontos.
rules-trial-administrators = Administratoren
rules-trial-some-administrators = Administratoren ({ $shown } von { $count })
rules-trial-administrators-caption = Wer Administrator wird oder keiner mehr ist
rules-trial-others = Andere, die sich ändern würden ({ $shown } von { $count })
rules-trial-others-caption = Andere, die sich ändern würden
rules-trial-agent = Agent
rules-trial-change = Änderung
rules-trial-field = { $field }: { $old } → { $new }
rules-trial-field-role = Rolle
rules-trial-field-groups = Gruppen
rules-trial-field-role-by-rules = Rolle nach den Regeln
rules-trial-field-groups-by-rules = Gruppen nach den Regeln

rules-given-by = { $what } durch { $by }
rules-given-and = { $first } und { $second }
rules-given-more = { $count } weitere
