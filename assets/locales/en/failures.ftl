# What keeps the panel from the directory, and what to do: model::ConnectionFailure has the same English.

failures-unknown-host-message = The name { $host } could not be resolved.
failures-unknown-host-remedy = Check { names-field-host } for a typing error, and type the whole name: dc1.example.com, not dc1. The machine that this panel runs on must be able to look it up. An IP address does without, but few certificates are for one.

failures-no-service-records-message = DNS names no server for { $name } (SRV record).
failures-no-service-records-remedy = Check the domain under { names-field-host } for a typing error, or name the servers themselves there.

failures-service-not-offered-message = The domain says that it has no LDAP service (SRV record { $name }).
failures-service-not-offered-remedy = Check the domain under { names-field-host }, or name the servers themselves there.

failures-dns-failed-message = DNS did not say which servers there are for { $name }.
failures-dns-failed-remedy = Check the name servers of this machine (/etc/resolv.conf, or MUSTER_NAME_SERVERS), or name the directory servers themselves under { names-field-host }.

failures-connection-refused-message = { $address } refused the connection.
failures-connection-refused-remedy = Check { names-field-host } and { names-field-port }, and that the LDAP server is running: 389 is usual, 636 for LDAPS.

failures-connect-timed-out-message = { $address } did not answer within { $seconds } s.
failures-connect-timed-out-remedy = Check { names-field-host } and { names-field-port }, and that no firewall stands between this machine and the server.

failures-unreachable-message = { $address } cannot be reached from this machine.
failures-unreachable-remedy = { failures-connect-timed-out-remedy }

failures-not-ldap-message = { $address } answered, but not as an LDAP server.
failures-not-ldap-remedy = Check { names-field-port }: something else listens there.

failures-tls-on-plain-port-message = The server speaks plain LDAP on port { $port }, and LDAPS was asked for.
failures-tls-on-plain-port-remedy = Choose StartTLS under { names-field-security }, or change the port (636 is usual for LDAPS).

failures-plain-on-tls-port-message = The server expects TLS from the first byte on port { $port }.
failures-plain-on-tls-port-remedy = Choose LDAPS under { names-field-security }, or change the port (389 is usual for StartTLS and no encryption).

failures-start-tls-refused-message = The server refused StartTLS (result code { $result_code }).
failures-start-tls-refused-remedy = Choose LDAPS under { names-field-security } if the server offers it, or set up a certificate on the server.

failures-unknown-issuer-message = The server's certificate is signed by an authority that is not trusted here.
failures-unknown-issuer-remedy = Paste the certificate of the authority that signed it (PEM) under { names-field-ca-certificate }; where the server signed it itself, that certificate. How to get it stands below that field.

failures-certificate-expired-message = The server's certificate expired on { $until }.
failures-certificate-expired-remedy = Renew the certificate on the server.

failures-certificate-not-yet-valid-message = The server's certificate is valid only from { $from }.
failures-certificate-not-yet-valid-remedy = Check the clock of this machine and of the server.

failures-wrong-name-message = The server's certificate is not for { $host } but for { $names }.
failures-wrong-name-message-unnamed = The server's certificate is not for { $host }: it names no host at all.
failures-wrong-name-remedy = Type one of these names under { names-field-host }, or give the server a certificate for this one.
failures-wrong-name-remedy-unnamed = Give the server a certificate with its host name as a subject alternative name.

failures-old-tls-message = The server offers only old versions of TLS (1.0 or 1.1).
failures-old-tls-remedy = Turn on TLS 1.2 or 1.3 on the server. Older versions can be broken and are not spoken here.

failures-no-common-cipher-message = The server and this panel have no cipher in common.
failures-no-common-cipher-remedy = Allow TLS 1.3 on the server, or ECDHE with AES-GCM or ChaCha20-Poly1305 in TLS 1.2. For ECDSA ciphers it needs an EC certificate, for RSA ciphers an RSA one.

failures-weak-certificate-message = The server's certificate has { $what }, which is not accepted.
failures-weak-certificate-remedy = Give the server a certificate with an RSA key of 2048 bits or more, or one for P-256 or P-384, signed with SHA-256 or better; the authorities above it too.

failures-certificate-not-for-servers-message = The server's certificate is not meant for servers.
failures-certificate-not-for-servers-remedy = Give the server a certificate whose extended key usage holds serverAuth.

failures-client-certificate-required-message = The server asked for a client certificate, got none, and ended the connection.
failures-client-certificate-required-remedy = Put the certificate that was made for this panel, and its key, under { names-field-client-certificate }. If the server takes clients without one, look at its log.

failures-client-certificate-refused-message = The server ended the connection after it was shown the client certificate.
failures-client-certificate-refused-remedy = Check that it has not expired, and that the server trusts the authority that signed it. See Details and the server's log.

failures-bad-client-certificate-message = The client certificate and its key cannot be used.
failures-bad-client-certificate-remedy = Paste the certificate and its key again under { names-field-client-certificate }.

failures-client-key-unreadable-message = The stored key of the client certificate cannot be decrypted with the present key.
failures-client-key-unreadable-remedy = Bring back the key the panel was set up with (secret.key or MUSTER_SECRET_KEY), or paste the certificate's key again under { names-field-client-certificate }.

failures-tls-failed-message = The encrypted connection could not be set up.
failures-tls-failed-remedy = See Details, and the server's log at that moment.

failures-no-trust-anchors-message = This machine has no trusted certificate authorities.
failures-no-trust-anchors-remedy = Install the system's CA certificates (package ca-certificates), or paste the directory's under { names-field-ca-certificate }.

failures-bad-ca-certificate-message = The CA certificate cannot be used.
failures-bad-ca-certificate-remedy = Paste one or more certificates in PEM form: they begin with -----BEGIN CERTIFICATE-----.

failures-wrong-credentials-message = The directory refused the user's password (invalidCredentials).
failures-wrong-credentials-remedy = Type it again under { names-field-password }. If it is right, check { names-field-user }: servers answer the same when they do not know the user. It is the whole DN, such as cn=reader,dc=example,dc=com, or user@domain for Active Directory.

failures-account-unusable-message = The directory refused the user: { $why }.
failures-account-unusable-remedy = Mend the account in the directory, or name another one under { names-field-user }.

failures-encryption-required-message = The directory accepts passwords over an encrypted connection only (result code { $result_code }).
failures-encryption-required-remedy = Choose StartTLS or LDAPS under { names-field-security }. Where the company has an authority of its own, its certificate goes under { names-field-ca-certificate }.

failures-bad-bind-dn-message = The directory does not understand the user's name (invalidDNSyntax).
failures-bad-bind-dn-remedy = Type { names-field-user } as a DN, such as cn=reader,dc=example,dc=com, or as user@domain for Active Directory.

failures-empty-password-message = The password is empty.
failures-empty-password-remedy = Type the user's password under { names-field-password }.

failures-secret-unreadable-message = The stored password cannot be decrypted with the present key.
failures-secret-unreadable-remedy = Bring back the key the panel was set up with (secret.key or MUSTER_SECRET_KEY), or type the password again under { names-field-password }.

failures-base-not-found-message = There is no entry { $base } in the directory (noSuchObject).
failures-base-not-found-remedy = Check { names-field-base-dn } for a typing error, or leave it empty: it is filled in with what the server says it holds. Some servers answer the same when the user may not read the entry.

failures-no-base-message = The server does not say where its entries begin, and no Directory DN is set.
failures-no-base-remedy = Type where people are under { names-field-base-dn }, such as dc=example,dc=com.

failures-no-access-message = The user may not read { $what } (insufficientAccessRights).
failures-no-access-remedy = Give the user the right to read it in the directory, or name another account under { names-field-user }.

failures-nobody-found-message = Nobody below { $base } matches { $filter }.
failures-nobody-found-remedy = Check { names-field-base-dn } and { names-field-user-filter }, and that the user has the right to read people: to an account without it servers show nothing, and no error.

failures-group-not-found-message = There is no group { $group } in the directory, or the user may not read it.
failures-group-not-found-remedy = Check { names-field-group-dn } for a typing error, and the user's rights. It is the whole DN of a group, such as cn=support,ou=groups,dc=example,dc=com.

failures-server-limit-message = A limit of the server ended the search after { $after } entries (result code { $result_code }).
failures-server-limit-remedy = Raise the limit for this user on the server: size and paged limits (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).

failures-server-time-limit-message = The server's time limit ended the search after { $after } entries.
failures-server-time-limit-remedy = Raise the time limit for this user on the server, or narrow { names-field-base-dn } or { names-field-user-filter }.

failures-server-busy-message = The server is too busy or not available (result code { $result_code }).
failures-server-busy-remedy = Try again in a while. If it stays so, look at the server.

failures-timed-out-message = The server did not answer within { $seconds } s while { $doing }.
failures-timed-out-remedy = Try again. If it stays so, look at the server's load and log.

failures-connection-lost-message = The connection ended while { $doing }.
failures-connection-lost-remedy = { failures-timed-out-remedy }

failures-bad-answer-message = The server's answer is not proper LDAP.
failures-bad-answer-remedy = Check that { names-field-host } and { names-field-port } name an LDAP server. See Details.

failures-referral-message = The server does not hold this part of the directory and points to another one.
failures-referral-remedy = Put that server under { names-field-host }: { $to }.
failures-referral-remedy-unnamed = Name the server that holds this part under { names-field-host }.

failures-refused-message = The server answered { $name } ({ $result_code }) while { $doing }.
failures-refused-remedy = See Details for the server's own words.

