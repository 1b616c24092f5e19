guide-kind = Art des Verzeichnisses
guide-kind-unknown = Eine andere, oder nicht sicher
guide-kind-hint = Bestimmt nur, welche Hilfe unten steht. Der Server wird erkannt, sobald er zum ersten Mal erreicht wird.

guide-need = Was Sie brauchen
guide-need-server = Den Namen eines Verzeichnisservers, etwa { $example }.
guide-need-account = Ein Konto, das dort Personen lesen darf, und sein Passwort.
guide-need-certificate = Das Zertifikat seiner Zertifizierungsstelle, wenn es keine öffentliche ist.
guide-need-nothing-else = Lassen Sie alles andere zunächst leer: Es wird nach der Art des Servers ausgefüllt. Unter jedem Feld steht, wie sich findet, wonach es fragt.
guide-need-save = „Speichern“ probiert alles wirklich aus, Schritt für Schritt. Misslingt ein Schritt, wird nichts gespeichert, und die Seite sagt, warum und was zu tun ist.

guide-host = Wo der Server zu finden ist
guide-host-active-directory = Geben Sie ldap+srv:// und den Namen Ihrer Domäne ein, etwa ldap+srv://example.com: Dann nennt DNS die Domänencontroller, und fällt einer aus, wird ein anderer genommen. Diese Befehle zeigen die Domänencontroller, der zweite nur unter Windows:
guide-host-active-directory-after = Wählen Sie unten StartTLS oder LDAPS: Ein gut eingerichteter Domänencontroller nimmt ohne Verschlüsselung kein Passwort an.
guide-host-openldap = Der Rechner, auf dem slapd läuft. Ein Rechner, der das Verzeichnis schon nutzt, hat seine Adresse in einer dieser Dateien:
guide-host-openldap-after = Der zweite Befehl zeigt, dass der Server antwortet. Lassen Sie den Port leer für 389, bei LDAPS für 636.
guide-host-389ds = Der Rechner, auf dem ns-slapd läuft. Dort listet der erste Befehl die Instanzen auf, der zweite die Ports einer davon:
guide-host-389ds-after = Lassen Sie den Port leer für 389, bei LDAPS für 636.
guide-host-freeipa = Geben Sie ldap+srv:// und den Namen Ihrer Domäne ein, etwa ldap+srv://example.com, oder den Namen eines IPA-Servers. Ein Rechner der Domäne hat beides in dieser Datei:
guide-host-freeipa-after = Wählen Sie unten StartTLS oder LDAPS: Jeder IPA-Server bietet beides.

guide-certificate = Wie Sie das CA-Zertifikat bekommen
guide-certificate-active-directory = Die meisten Domänen haben eine eigene Zertifizierungsstelle (AD CS). Auf einem Rechner der Domäne schreiben diese Befehle ihr Zertifikat als Text nach muster-ca.pem:
guide-certificate-active-directory-after = Fügen Sie muster-ca.pem ganz ein.
guide-certificate-openldap = Auf dem Server zeigt dies, als root, die Datei, in der es steht (TLSCACertificateFile in slapd.conf). Gibt es keine, genügt das eigene Zertifikat des Servers:
guide-certificate-openldap-after = Fügen Sie den Inhalt dieser Datei ein.
guide-certificate-389ds = Auf dem Server listet der erste Befehl die Zertifikate auf, der zweite gibt eines davon aus. Self-Signed-CA ist die Stelle, die dscreate anlegt:
guide-certificate-freeipa = Jeder Rechner der Domäne hat es:
guide-certificate-everywhere = Jeder Server zeigt seine Zertifikate selbst; das der Zertifizierungsstelle ist meist das letzte. Vergleichen Sie seinen Fingerabdruck mit dem, den die Betreuer des Verzeichnisses nennen: Wer dazwischen sitzt, könnte ein anderes zeigen.

guide-user = Wie Sie ein Konto anlegen, das nur lesen darf
guide-user-active-directory = Was gebraucht wird, darf jeder Benutzer der Domäne lesen; ein gewöhnliches Konto ohne weitere Rechte genügt also. In PowerShell:
guide-user-active-directory-after = Geben Sie unter „{ names-field-user }“ den UserPrincipalName ein, etwa muster@example.com. Der DistinguishedName und EXAMPLE\muster gehen auch.
guide-user-openldap = Speichern Sie den ersten Text als muster.ldif und den zweiten als access.ldif, mit Ihrem eigenen Basis-DN, einem Passwort und der Nummer Ihrer Datenbank, und laden Sie sie mit den zwei Befehlen. Die erste Regel hält Passwort-Hashes von dem Konto fern, die zweite lässt es das Übrige lesen, und mit der Grenze darf es alle lesen:
guide-user-whole-dn = Geben Sie unter „{ names-field-user }“ den ganzen DN ein: cn=muster,dc=example,dc=com, nicht nur cn=muster.
guide-user-389ds = Speichern Sie dies als muster.ldif, mit Ihrem eigenen Basis-DN und einem Passwort, und laden Sie es mit dem Befehl darunter. Das Konto darf dann alles außer Passwort-Hashes lesen, und alle Personen:
guide-user-freeipa = Dafür gibt es Systemkonten: Ein solches gehört niemandem und darf lesen, was jeder Benutzer lesen darf. Speichern Sie dies als muster.ldif, mit Ihrem eigenen Basis-DN und einem Passwort, und laden Sie es mit dem Befehl darunter:
guide-user-freeipa-after = Geben Sie unter „{ names-field-user }“ den ganzen DN ein: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com.

guide-base = Wo der DN des Verzeichnisses zu finden ist
guide-base-active-directory = Lassen Sie das Feld für die ganze Domäne leer. Um nur eine Organisationseinheit zu importieren, geben Sie deren DN ein:
guide-base-branch = Lassen Sie das Feld leer für alles, was der Server nach eigener Angabe hat. Um nur einen Zweig zu importieren, geben Sie dessen DN ein, etwa ou=people,dc=example,dc=com:
guide-base-freeipa = Lassen Sie das Feld leer, oder geben Sie cn=users,cn=accounts und Ihren Basis-DN ein, etwa cn=users,cn=accounts,dc=example,dc=com. Der Basis-DN steht in dieser Datei:

guide-attributes = Wie Sie sehen, welche Attribute Personen haben
guide-attributes-active-directory = Sehen Sie sich jemanden an, den Sie kennen. Wo mail leer ist, steht die bekannte Adresse oft in userPrincipalName:
guide-attributes-openldap = Sehen Sie sich mit dem Konto von oben jemanden an, den Sie kennen. Das Pluszeichen zeigt auch entryUUID, das der Server selbst führt:
guide-attributes-389ds = Sehen Sie sich mit dem Konto von oben jemanden an, den Sie kennen. nsUniqueId wird nur gezeigt, wenn danach gefragt wird:
guide-attributes-freeipa = Sehen Sie sich jemanden an, den Sie kennen:

guide-filter = Wie Sie einen Filter ausprobieren
guide-filter-counts = Dies zählt, auf wen ein Filter passt. Für die Mitglieder einer Gruppe gibt es das Feld darunter:
guide-filter-lists = Dies listet auf, auf wen ein Filter passt. Für die Mitglieder einer Gruppe gibt es das Feld darunter:

guide-group = Wo der DN einer Gruppe zu finden ist
guide-group-active-directory = Mitglieder von Gruppen in der Gruppe zählen mit, und wer sie als primäre Gruppe hat:
guide-group-active-directory-after = Eine Organisationseinheit (OU=…) ist keine Gruppe: Sie gehört unter „{ names-field-base-dn }“.
guide-group-usual = Gruppen jeder üblichen Art gehen:
guide-group-usual-after = Eine Organisationseinheit (ou=…) ist keine Gruppe: Sie gehört unter „{ names-field-base-dn }“.
guide-group-freeipa = Die erste Zeile der Ausgabe ist der DN:
