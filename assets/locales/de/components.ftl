components-age-now = jetzt
components-age-seconds = vor { $n } s
components-age-minutes = vor { $n } min
components-age-hours = vor { $n } h
components-age-in-seconds = in { $n } s
components-age-in-minutes = in { $n } min
components-age-in-hours = in { $n } h
components-age-yesterday = gestern
components-age-tomorrow = morgen
components-date = { $day }. { $month }
components-date-with-year = { $day }. { $month } { $year }

components-month-1 = Jan.
components-month-2 = Feb.
components-month-3 = März
components-month-4 = Apr.
components-month-5 = Mai
components-month-6 = Juni
components-month-7 = Juli
components-month-8 = Aug.
components-month-9 = Sept.
components-month-10 = Okt.
components-month-11 = Nov.
components-month-12 = Dez.

components-took-nothing = <1 ms
components-took-ms = { $ms } ms
components-took-seconds = { $s } s
components-took-minutes = { $min } min
components-took-minutes-seconds = { $min } min { $s } s
components-took-hours = { $h } h
components-took-hours-minutes = { $h } h { $min } min

components-percent = { $n } %

components-step-done = erledigt
components-step-warning = erledigt, bitte ansehen
components-step-failed = fehlgeschlagen
components-step-skipped = nicht ausgeführt

components-phases = Phasen
components-phase-done = (erledigt)

components-copy = Kopieren
components-copied = Kopiert
components-details = Einzelheiten
components-from-directory = Aus <code>{ $attribute }</code> im Verzeichnis
components-filter = Filtern
components-clear-filters = Filter zurücksetzen

components-position = { $from }–{ $to } von { $total }
components-position-short = { $shown } von { $total }
components-pages = Seiten
components-first-page = Erste Seite
components-next = Weiter

components-select-page = Alle auf dieser Seite auswählen
components-keys = Tastenkürzel
components-keys-note = Sie wirken, solange nichts eingegeben wird. Auf <link>Meine Seite</link> lassen sie sich abschalten.
components-close = Schließen
components-keys-search = Suchen
components-keys-move = Nächste Zeile, vorige Zeile
components-keys-open = Zeile öffnen
components-keys-select = Zeile auswählen oder abwählen
components-keys-sheet = Diese Tastenkürzel
components-keys-leave = Suche verlassen, Geöffnetes schließen

components-every-minute = jede Minute
components-every-minutes = { $n ->
    [one] jede { $n } Minute
   *[other] alle { $n } Minuten
}
components-every-hour = jede Stunde
components-every-hours = { $n ->
    [one] jede { $n } Stunde
   *[other] alle { $n } Stunden
}
components-every-seconds = { $n ->
    [one] jede { $n } Sekunde
   *[other] alle { $n } Sekunden
}
