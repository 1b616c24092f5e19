names-role-administrator = Administrator
names-role-support = Support-Agent
names-role-employee = Interner Mitarbeiter

names-state-active = Aktiv
names-state-blocked = Blockiert
names-state-disabled = Deaktiviert
names-state-expired = Abgelaufen
names-state-locked = Gesperrt
names-state-must-change = Muss Passwort ändern
names-state-removed = Entfernt

names-step-resolve = Host auflösen
names-step-connect = Verbinden
names-step-encrypt = Verschlüsseln
names-step-bind = Anmelden
names-step-read-base = Verzeichnis lesen
names-step-find-people = Personen suchen
names-step-sample = Ihre Attribute ansehen

names-vendor-active-directory = Active Directory
names-vendor-open-ldap = OpenLDAP
names-vendor-ds389 = 389 Directory Server
names-vendor-free-ipa = FreeIPA
names-vendor-demo = das Demo-Verzeichnis
names-vendor-other = LDAP-Server

names-field-host = Host
names-field-port = Port des LDAP-Dienstes
names-field-security = SSL/TLS verwenden
names-field-ca-certificate = CA-Zertifikat
names-field-client-certificate = Client-Zertifikat
names-field-user = Benutzer
names-field-password = Passwort
names-field-base-dn = DN des Verzeichnisses
names-field-user-filter = Benutzerfilter
names-field-group-dn = DN der LDAP-Benutzergruppe
