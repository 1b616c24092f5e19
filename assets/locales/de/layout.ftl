layout-skip = Zum Inhalt springen
layout-connection-lost = Verbindung zu Muster verloren – neuer Versuch läuft.

layout-agents = Agenten
layout-groups = Gruppen
layout-imports = Importe
layout-activity = Aktivitäten
layout-ldap-directory = LDAP-Verzeichnis
layout-rules = Rollen und Gruppen
layout-my-page = Meine Seite

layout-menu = Menü
layout-panel = Bereiche
layout-settings = Einstellungen
layout-sign-out = Abmelden

layout-theme = Darstellung
layout-theme-system = Darstellung des Systems
layout-theme-light = Helle Darstellung
layout-theme-dark = Dunkle Darstellung

layout-language = Sprache
