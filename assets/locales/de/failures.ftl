failures-unknown-host-message = Der Name { $host } konnte nicht aufgelöst werden.
failures-unknown-host-remedy = Prüfen Sie „{ names-field-host }“ auf Tippfehler, und geben Sie den ganzen Namen ein: dc1.example.com, nicht dc1. Der Rechner, auf dem dieses Panel läuft, muss ihn auflösen können. Eine IP-Adresse kommt ohne das aus, aber kaum ein Zertifikat gilt für eine.

failures-no-service-records-message = DNS nennt keinen Server für { $name } (SRV-Eintrag).
failures-no-service-records-remedy = Prüfen Sie die Domain unter „{ names-field-host }“ auf Tippfehler, oder nennen Sie dort die Server selbst.

failures-service-not-offered-message = Die Domain gibt an, keinen LDAP-Dienst zu haben (SRV-Eintrag { $name }).
failures-service-not-offered-remedy = Prüfen Sie die Domain unter „{ names-field-host }“, oder nennen Sie dort die Server selbst.

failures-dns-failed-message = DNS hat nicht geantwortet, welche Server es für { $name } gibt.
failures-dns-failed-remedy = Prüfen Sie die Nameserver dieses Rechners (/etc/resolv.conf oder MUSTER_NAME_SERVERS), oder nennen Sie die Verzeichnisserver selbst unter „{ names-field-host }“.

failures-connection-refused-message = { $address } hat die Verbindung abgelehnt.
failures-connection-refused-remedy = Prüfen Sie „{ names-field-host }“ und „{ names-field-port }“, und ob der LDAP-Server läuft: 389 ist üblich, 636 für LDAPS.

failures-connect-timed-out-message = { $address } hat nicht innerhalb von { $seconds } s geantwortet.
failures-connect-timed-out-remedy = Prüfen Sie „{ names-field-host }“ und „{ names-field-port }“, und ob eine Firewall zwischen diesem Rechner und dem Server steht.

failures-unreachable-message = { $address } ist von diesem Rechner aus nicht erreichbar.
failures-unreachable-remedy = { failures-connect-timed-out-remedy }

failures-not-ldap-message = { $address } hat geantwortet, aber nicht als LDAP-Server.
failures-not-ldap-remedy = Prüfen Sie „{ names-field-port }“: Dort lauscht etwas anderes.

failures-tls-on-plain-port-message = Der Server spricht auf Port { $port } unverschlüsseltes LDAP, verlangt wurde LDAPS.
failures-tls-on-plain-port-remedy = Wählen Sie StartTLS unter „{ names-field-security }“, oder ändern Sie den Port (636 ist für LDAPS üblich).

failures-plain-on-tls-port-message = Der Server erwartet auf Port { $port } TLS vom ersten Byte an.
failures-plain-on-tls-port-remedy = Wählen Sie LDAPS unter „{ names-field-security }“, oder ändern Sie den Port (389 ist für StartTLS und ohne Verschlüsselung üblich).

failures-start-tls-refused-message = Der Server hat StartTLS abgelehnt (Ergebniscode { $result_code }).
failures-start-tls-refused-remedy = Wählen Sie LDAPS unter „{ names-field-security }“, wenn der Server es anbietet, oder richten Sie auf dem Server ein Zertifikat ein.

failures-unknown-issuer-message = Das Zertifikat des Servers ist von einer Stelle signiert, der hier nicht vertraut wird.
failures-unknown-issuer-remedy = Fügen Sie das Zertifikat der Stelle, die es signiert hat (PEM), unter „{ names-field-ca-certificate }“ ein; hat der Server es selbst signiert, eben dieses Zertifikat. Wie man es bekommt, steht unter diesem Feld.

failures-certificate-expired-message = Das Zertifikat des Servers ist am { $until } abgelaufen.
failures-certificate-expired-remedy = Erneuern Sie das Zertifikat auf dem Server.

failures-certificate-not-yet-valid-message = Das Zertifikat des Servers gilt erst ab { $from }.
failures-certificate-not-yet-valid-remedy = Prüfen Sie die Uhren dieses Rechners und des Servers.

failures-wrong-name-message = Das Zertifikat des Servers gilt nicht für { $host }, sondern für { $names }.
failures-wrong-name-message-unnamed = Das Zertifikat des Servers gilt nicht für { $host }: Es nennt gar keinen Host.
failures-wrong-name-remedy = Geben Sie einen dieser Namen unter „{ names-field-host }“ ein, oder geben Sie dem Server ein Zertifikat für diesen.
failures-wrong-name-remedy-unnamed = Geben Sie dem Server ein Zertifikat mit seinem Hostnamen als alternativem Antragstellernamen (subject alternative name).

failures-old-tls-message = Der Server bietet nur alte Versionen von TLS an (1.0 oder 1.1).
failures-old-tls-remedy = Schalten Sie auf dem Server TLS 1.2 oder 1.3 ein. Ältere Versionen können gebrochen werden und werden hier nicht gesprochen.

failures-no-common-cipher-message = Der Server und dieses Panel haben kein gemeinsames Verschlüsselungsverfahren.
failures-no-common-cipher-remedy = Erlauben Sie auf dem Server TLS 1.3, oder ECDHE mit AES-GCM oder ChaCha20-Poly1305 in TLS 1.2. ECDSA-Verfahren brauchen ein EC-Zertifikat, RSA-Verfahren ein RSA-Zertifikat.

failures-weak-certificate-message = Das Zertifikat des Servers wird nicht angenommen: { $what }.
failures-weak-certificate-remedy = Geben Sie dem Server ein Zertifikat mit einem RSA-Schlüssel ab 2048 Bit oder eines für P-256 oder P-384, signiert mit SHA-256 oder besser; den Stellen darüber auch.

failures-certificate-not-for-servers-message = Das Zertifikat des Servers ist nicht für Server bestimmt.
failures-certificate-not-for-servers-remedy = Geben Sie dem Server ein Zertifikat, dessen erweiterte Schlüsselverwendung serverAuth enthält.

failures-client-certificate-required-message = Der Server hat ein Client-Zertifikat verlangt, keines bekommen und die Verbindung beendet.
failures-client-certificate-required-remedy = Fügen Sie das Zertifikat, das für dieses Panel ausgestellt wurde, und seinen Schlüssel unter „{ names-field-client-certificate }“ ein. Nimmt der Server Clients auch ohne an, sehen Sie in sein Protokoll.

failures-client-certificate-refused-message = Der Server hat die Verbindung beendet, nachdem ihm das Client-Zertifikat gezeigt wurde.
failures-client-certificate-refused-remedy = Prüfen Sie, ob es abgelaufen ist und ob der Server der Stelle vertraut, die es signiert hat. Siehe „{ components-details }“ und das Protokoll des Servers.

failures-bad-client-certificate-message = Das Client-Zertifikat und sein Schlüssel können nicht verwendet werden.
failures-bad-client-certificate-remedy = Fügen Sie das Zertifikat und seinen Schlüssel noch einmal unter „{ names-field-client-certificate }“ ein.

failures-client-key-unreadable-message = Der gespeicherte Schlüssel des Client-Zertifikats kann mit dem jetzigen Schlüssel nicht entschlüsselt werden.
failures-client-key-unreadable-remedy = Holen Sie den Schlüssel zurück, mit dem das Panel eingerichtet wurde (secret.key oder MUSTER_SECRET_KEY), oder fügen Sie den Schlüssel des Zertifikats noch einmal unter „{ names-field-client-certificate }“ ein.

failures-tls-failed-message = Die verschlüsselte Verbindung konnte nicht aufgebaut werden.
failures-tls-failed-remedy = Siehe „{ components-details }“ und das Protokoll des Servers zu diesem Zeitpunkt.

failures-no-trust-anchors-message = Dieser Rechner hat keine vertrauenswürdigen Zertifizierungsstellen.
failures-no-trust-anchors-remedy = Installieren Sie die CA-Zertifikate des Systems (Paket ca-certificates), oder fügen Sie das des Verzeichnisses unter „{ names-field-ca-certificate }“ ein.

failures-bad-ca-certificate-message = Das CA-Zertifikat kann nicht verwendet werden.
failures-bad-ca-certificate-remedy = Fügen Sie ein oder mehrere Zertifikate im PEM-Format ein: Sie beginnen mit -----BEGIN CERTIFICATE-----.

failures-wrong-credentials-message = Das Verzeichnis hat das Passwort des Dienstkontos abgelehnt (invalidCredentials).
failures-wrong-credentials-remedy = Geben Sie es noch einmal unter „{ names-field-password }“ ein. Ist es richtig, prüfen Sie „{ names-field-user }“: Server antworten genauso, wenn sie den Benutzer nicht kennen. Es ist der ganze DN, etwa cn=reader,dc=example,dc=com, oder user@domain bei Active Directory.

failures-account-unusable-message = Das Verzeichnis hat das Dienstkonto abgelehnt: { $why }.
failures-account-unusable-remedy = Bringen Sie das Konto im Verzeichnis in Ordnung, oder nennen Sie unter „{ names-field-user }“ ein anderes.

failures-encryption-required-message = Das Verzeichnis nimmt Passwörter nur über eine verschlüsselte Verbindung an (Ergebniscode { $result_code }).
failures-encryption-required-remedy = Wählen Sie StartTLS oder LDAPS unter „{ names-field-security }“. Hat das Unternehmen eine eigene Zertifizierungsstelle, gehört deren Zertifikat unter „{ names-field-ca-certificate }“.

failures-bad-bind-dn-message = Das Verzeichnis versteht den Namen des Dienstkontos nicht (invalidDNSyntax).
failures-bad-bind-dn-remedy = Geben Sie unter „{ names-field-user }“ einen DN wie cn=reader,dc=example,dc=com ein, oder user@domain bei Active Directory.

failures-empty-password-message = Das Passwort ist leer.
failures-empty-password-remedy = Geben Sie das Passwort des Dienstkontos unter „{ names-field-password }“ ein.

failures-secret-unreadable-message = Das gespeicherte Passwort kann mit dem jetzigen Schlüssel nicht entschlüsselt werden.
failures-secret-unreadable-remedy = Holen Sie den Schlüssel zurück, mit dem das Panel eingerichtet wurde (secret.key oder MUSTER_SECRET_KEY), oder geben Sie das Passwort noch einmal unter „{ names-field-password }“ ein.

failures-base-not-found-message = Im Verzeichnis gibt es keinen Eintrag { $base } (noSuchObject).
failures-base-not-found-remedy = Prüfen Sie „{ names-field-base-dn }“ auf Tippfehler, oder lassen Sie es leer: Dann wird eingesetzt, was der Server selbst nennt. Manche Server antworten genauso, wenn das Dienstkonto den Eintrag nicht lesen darf.

failures-no-base-message = Der Server sagt nicht, wo seine Einträge beginnen, und „{ names-field-base-dn }“ ist leer.
failures-no-base-remedy = Geben Sie unter „{ names-field-base-dn }“ ein, wo die Personen sind, etwa dc=example,dc=com.

failures-no-access-message = Das Dienstkonto darf { $what } nicht lesen (insufficientAccessRights).
failures-no-access-remedy = Geben Sie dem Dienstkonto im Verzeichnis das Recht zu lesen, oder nennen Sie unter „{ names-field-user }“ ein anderes Konto.

failures-nobody-found-message = Niemand unter { $base } entspricht { $filter }.
failures-nobody-found-remedy = Prüfen Sie „{ names-field-base-dn }“ und „{ names-field-user-filter }“, und ob das Dienstkonto Personen lesen darf: Einem Konto ohne dieses Recht zeigen Server nichts, und auch keinen Fehler.

failures-group-not-found-message = Im Verzeichnis gibt es keine Gruppe { $group }, oder das Dienstkonto darf sie nicht lesen.
failures-group-not-found-remedy = Prüfen Sie „{ names-field-group-dn }“ auf Tippfehler, und die Rechte des Dienstkontos. Es ist der ganze DN einer Gruppe, etwa cn=support,ou=groups,dc=example,dc=com.

failures-server-limit-message = { $after ->
    [one] Eine Grenze des Servers hat die Suche nach { $after } Eintrag beendet (Ergebniscode { $result_code }).
   *[other] Eine Grenze des Servers hat die Suche nach { $after } Einträgen beendet (Ergebniscode { $result_code }).
}
failures-server-limit-remedy = Erhöhen Sie auf dem Server die Grenzen für dieses Konto, für die Menge und für seitenweises Lesen (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).

failures-server-time-limit-message = { $after ->
    [one] Die Zeitgrenze des Servers hat die Suche nach { $after } Eintrag beendet.
   *[other] Die Zeitgrenze des Servers hat die Suche nach { $after } Einträgen beendet.
}
failures-server-time-limit-remedy = Erhöhen Sie auf dem Server die Zeitgrenze für dieses Konto, oder fassen Sie „{ names-field-base-dn }“ oder „{ names-field-user-filter }“ enger.

failures-server-busy-message = Der Server ist zu beschäftigt oder nicht verfügbar (Ergebniscode { $result_code }).
failures-server-busy-remedy = Versuchen Sie es in einer Weile noch einmal. Bleibt es so, sehen Sie nach dem Server.

failures-timed-out-message = Der Server hat nicht innerhalb von { $seconds } s geantwortet (Vorgang: { $doing }).
failures-timed-out-remedy = Versuchen Sie es noch einmal. Bleibt es so, prüfen Sie die Last und das Protokoll des Servers.

failures-connection-lost-message = Die Verbindung brach ab (Vorgang: { $doing }).
failures-connection-lost-remedy = { failures-timed-out-remedy }

failures-bad-answer-message = Die Antwort des Servers ist kein richtiges LDAP.
failures-bad-answer-remedy = Prüfen Sie, ob „{ names-field-host }“ und „{ names-field-port }“ einen LDAP-Server nennen. Siehe „{ components-details }“.

failures-referral-message = Der Server hat diesen Teil des Verzeichnisses nicht und verweist auf einen anderen.
failures-referral-remedy = Geben Sie diesen Server unter „{ names-field-host }“ ein: { $to }.
failures-referral-remedy-unnamed = Nennen Sie unter „{ names-field-host }“ den Server, der diesen Teil hat.

failures-refused-message = Der Server hat { $name } ({ $result_code }) geantwortet (Vorgang: { $doing }).
failures-refused-remedy = Was der Server selbst sagt, steht unter „{ components-details }“.
