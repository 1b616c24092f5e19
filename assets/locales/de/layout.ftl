layout-skip = Zum Inhalt springen
layout-connection-lost = Verbindung zu Muster verloren – neuer Versuch läuft.
layout-not-sent = Nicht gesendet: Muster antwortet nicht. Ihre Eingaben sind noch da. Senden Sie sie erneut, sobald die Verbindung wieder besteht.
layout-signed-out = Sie wurden abgemeldet. Ihre Eingaben sind noch da. <link>Melden Sie sich erneut an</link> und machen Sie dann hier weiter.
layout-someone-else = In diesem Browser hat sich jemand anderes angemeldet. Diese Seite zeigt, was Sie zuvor gesehen haben. <link>Verlassen Sie sie</link>, um unter dem anderen Namen weiterzumachen.

layout-agents = Agenten
layout-groups = Gruppen
layout-imports = Importe
layout-activity = Aktivitäten
layout-ldap-directory = LDAP-Verzeichnis
layout-rules = Rollen und Gruppen
layout-my-page = Meine Seite
layout-import-running = läuft

layout-menu = Menü
layout-panel = Bereiche
layout-settings = Einstellungen
layout-sign-out = Abmelden

layout-theme = Darstellung
layout-theme-system = Darstellung des Systems
layout-theme-light = Helle Darstellung
layout-theme-dark = Dunkle Darstellung

layout-language = Sprache
