groups-lead = Gruppen ordnen die Agenten im Panel. Sie gehören dem Panel: Ein Import gibt neuen Agenten die Standardgruppe und überlässt Ihnen alles Weitere.
groups-name = Name
groups-agents = Agenten
groups-change = Ändern
groups-default = Standard
groups-new-name = Neuer Name
groups-rename = Umbenennen
groups-rename-named = Umbenennen <hidden>{ $name }</hidden>
groups-delete = Gruppe löschen
groups-delete-fold = { $name } löschen …
groups-delete-then = Die Gruppe { $name } wird gelöscht. Kein Agent ist in ihr.
groups-in-use = { $count ->
    [one] In Gebrauch bei <link>{ $count } Agent</link>
   *[other] In Gebrauch bei <link>{ $count } Agenten</link>
}
groups-given = Wird neuen Agenten gegeben
groups-new = Neue Gruppe
groups-create = Gruppe anlegen
groups-creating = Wird angelegt …

groups-created = Die Gruppe { $name } wurde angelegt.
groups-renamed = Die Gruppe heißt jetzt { $name }.
groups-deleted = Die Gruppe wurde gelöscht.
groups-taken = Eine Gruppe dieses Namens gibt es schon.

groups-kept-rule = Die Gruppe kann nicht gelöscht werden. Regel { $rule } der LDAP-Einstellungen gibt sie: Nehmen Sie sie zuerst aus der Regel.
groups-kept-default = Die Gruppe kann nicht gelöscht werden. Sie ist die Standardgruppe der LDAP-Einstellungen: Wählen Sie dort zuerst eine andere.
groups-kept-agents-default = { $count ->
    [one] Die Gruppe kann nicht gelöscht werden. Sie hat { $count } Agenten und ist die Standardgruppe der LDAP-Einstellungen.
   *[other] Die Gruppe kann nicht gelöscht werden. Sie hat { $count } Agenten und ist die Standardgruppe der LDAP-Einstellungen.
}
groups-kept-agents-rule = { $count ->
    [one] Die Gruppe kann nicht gelöscht werden. Sie hat { $count } Agenten, und Regel { $rule } der LDAP-Einstellungen gibt sie.
   *[other] Die Gruppe kann nicht gelöscht werden. Sie hat { $count } Agenten, und Regel { $rule } der LDAP-Einstellungen gibt sie.
}
groups-kept-agents = { $count ->
    [one] Die Gruppe kann nicht gelöscht werden. Sie hat { $count } Agenten: Geben Sie ihm zuerst eine andere Gruppe.
   *[other] Die Gruppe kann nicht gelöscht werden. Sie hat { $count } Agenten: Geben Sie ihnen zuerst eine andere Gruppe.
}

groups-phrase-no-name = Geben Sie einen Namen für die Gruppe ein.
groups-phrase-name-long = Ein Gruppenname ist eine Zeile mit höchstens 80 Zeichen.
