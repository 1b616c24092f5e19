failures-unknown-host-message = No se pudo resolver el nombre { $host }.
failures-unknown-host-remedy = Compruebe si hay una errata en «{ names-field-host }» y escriba el nombre completo: dc1.example.com, no dc1. La máquina en la que funciona este panel debe poder resolverlo. Con una dirección IP no hace falta, pero pocos certificados son para una.

failures-no-service-records-message = DNS no nombra ningún servidor para { $name } (registro SRV).
failures-no-service-records-remedy = Compruebe si hay una errata en el dominio en «{ names-field-host }», o indique allí los propios servidores.

failures-service-not-offered-message = El dominio indica que no tiene servicio LDAP (registro SRV { $name }).
failures-service-not-offered-remedy = Compruebe el dominio en «{ names-field-host }», o indique allí los propios servidores.

failures-dns-failed-message = DNS no dijo qué servidores hay para { $name }.
failures-dns-failed-remedy = Compruebe los servidores de nombres de esta máquina (/etc/resolv.conf o MUSTER_NAME_SERVERS), o indique los propios servidores del directorio en «{ names-field-host }».

failures-connection-refused-message = { $address } rechazó la conexión.
failures-connection-refused-remedy = Compruebe «{ names-field-host }» y «{ names-field-port }», y que el servidor LDAP esté en marcha: lo habitual es 389, o 636 para LDAPS.

failures-connect-timed-out-message = { $address } no respondió en { $seconds } s.
failures-connect-timed-out-remedy = Compruebe «{ names-field-host }» y «{ names-field-port }», y que no haya un cortafuegos entre esta máquina y el servidor.

failures-unreachable-message = No se puede llegar a { $address } desde esta máquina.
failures-unreachable-remedy = { failures-connect-timed-out-remedy }

failures-not-ldap-message = { $address } respondió, pero no como un servidor LDAP.
failures-not-ldap-remedy = Compruebe «{ names-field-port }»: allí escucha otra cosa.

failures-tls-on-plain-port-message = El servidor habla LDAP sin cifrar en el puerto { $port }, y se pidió LDAPS.
failures-tls-on-plain-port-remedy = Elija StartTLS en «{ names-field-security }», o cambie el puerto (636 es lo habitual para LDAPS).

failures-plain-on-tls-port-message = El servidor espera TLS desde el primer byte en el puerto { $port }.
failures-plain-on-tls-port-remedy = Elija LDAPS en «{ names-field-security }», o cambie el puerto (389 es lo habitual para StartTLS y sin cifrado).

failures-start-tls-refused-message = El servidor rechazó StartTLS (código de resultado { $result_code }).
failures-start-tls-refused-remedy = Elija LDAPS en «{ names-field-security }» si el servidor lo ofrece, o instale un certificado en el servidor.

failures-unknown-issuer-message = El certificado del servidor está firmado por una autoridad en la que aquí no se confía.
failures-unknown-issuer-remedy = Pegue el certificado de la autoridad que lo firmó (PEM) en «{ names-field-ca-certificate }»; si lo firmó el propio servidor, ese mismo certificado. Debajo de ese campo se explica cómo obtenerlo.

failures-certificate-expired-message = El certificado del servidor caducó el { $until }.
failures-certificate-expired-remedy = Renueve el certificado en el servidor.

failures-certificate-not-yet-valid-message = El certificado del servidor solo es válido desde el { $from }.
failures-certificate-not-yet-valid-remedy = Compruebe el reloj de esta máquina y el del servidor.

failures-wrong-name-message = El certificado del servidor no es para { $host }, sino para { $names }.
failures-wrong-name-message-unnamed = El certificado del servidor no es para { $host }: no nombra ningún host.
failures-wrong-name-remedy = Escriba uno de esos nombres en «{ names-field-host }», o dé al servidor un certificado para este.
failures-wrong-name-remedy-unnamed = Dé al servidor un certificado con su nombre de host como nombre alternativo del sujeto (subject alternative name).

failures-old-tls-message = El servidor solo ofrece versiones antiguas de TLS (1.0 o 1.1).
failures-old-tls-remedy = Active TLS 1.2 o 1.3 en el servidor. Las versiones anteriores se pueden romper y aquí no se usan.

failures-no-common-cipher-message = El servidor y este panel no tienen ningún cifrado en común.
failures-no-common-cipher-remedy = Permita TLS 1.3 en el servidor, o ECDHE con AES-GCM o ChaCha20-Poly1305 en TLS 1.2. Los cifrados ECDSA necesitan un certificado EC; los RSA, uno RSA.

failures-weak-certificate-message = El certificado del servidor tiene algo que no se acepta: { $what }.
failures-weak-certificate-remedy = Dé al servidor un certificado con una clave RSA de 2048 bits o más, o uno para P-256 o P-384, firmado con SHA-256 o mejor; también a las autoridades superiores.

failures-certificate-not-for-servers-message = El certificado del servidor no está destinado a servidores.
failures-certificate-not-for-servers-remedy = Dé al servidor un certificado cuyo uso extendido de clave incluya serverAuth.

failures-client-certificate-required-message = El servidor pidió un certificado de cliente, no lo recibió y cerró la conexión.
failures-client-certificate-required-remedy = Ponga el certificado que se hizo para este panel, y su clave, en «{ names-field-client-certificate }». Si el servidor acepta clientes sin certificado, mire su registro.

failures-client-certificate-refused-message = El servidor cerró la conexión después de ver el certificado de cliente.
failures-client-certificate-refused-remedy = Compruebe que no haya caducado y que el servidor confíe en la autoridad que lo firmó. Vea «{ components-details }» y el registro del servidor.

failures-bad-client-certificate-message = El certificado de cliente y su clave no se pueden usar.
failures-bad-client-certificate-remedy = Pegue otra vez el certificado y su clave en «{ names-field-client-certificate }».

failures-client-key-unreadable-message = La clave guardada del certificado de cliente no se puede descifrar con la clave actual.
failures-client-key-unreadable-remedy = Recupere la clave con la que se instaló el panel (secret.key o MUSTER_SECRET_KEY), o pegue otra vez la clave del certificado en «{ names-field-client-certificate }».

failures-tls-failed-message = No se pudo establecer la conexión cifrada.
failures-tls-failed-remedy = Vea «{ components-details }» y el registro del servidor en ese momento.

failures-no-trust-anchors-message = Esta máquina no tiene autoridades de certificación de confianza.
failures-no-trust-anchors-remedy = Instale los certificados de CA del sistema (paquete ca-certificates), o pegue el del directorio en «{ names-field-ca-certificate }».

failures-bad-ca-certificate-message = El certificado de la CA no se puede usar.
failures-bad-ca-certificate-remedy = Pegue uno o más certificados en formato PEM: empiezan por -----BEGIN CERTIFICATE-----.

failures-wrong-credentials-message = El directorio rechazó la contraseña de la cuenta de servicio (invalidCredentials).
failures-wrong-credentials-remedy = Escríbala otra vez en «{ names-field-password }». Si es correcta, revise «{ names-field-user }»: los servidores responden lo mismo cuando no conocen al usuario. Es el DN completo, como cn=reader,dc=example,dc=com, o user@domain en Active Directory.

failures-account-unusable-message = El directorio rechazó la cuenta de servicio: { $why }.
failures-account-unusable-remedy = Arregle la cuenta en el directorio, o indique otra en «{ names-field-user }».

failures-encryption-required-message = El directorio solo acepta contraseñas por una conexión cifrada (código de resultado { $result_code }).
failures-encryption-required-remedy = Elija StartTLS o LDAPS en «{ names-field-security }». Si la empresa tiene su propia autoridad de certificación, el certificado de esta va en «{ names-field-ca-certificate }».

failures-bad-bind-dn-message = El directorio no entiende el nombre de la cuenta de servicio (invalidDNSyntax).
failures-bad-bind-dn-remedy = Escriba en «{ names-field-user }» un DN, como cn=reader,dc=example,dc=com, o user@domain en Active Directory.

failures-empty-password-message = La contraseña está vacía.
failures-empty-password-remedy = Escriba la contraseña de la cuenta de servicio en «{ names-field-password }».

failures-secret-unreadable-message = La contraseña guardada no se puede descifrar con la clave actual.
failures-secret-unreadable-remedy = Recupere la clave con la que se instaló el panel (secret.key o MUSTER_SECRET_KEY), o escriba otra vez la contraseña en «{ names-field-password }».

failures-base-not-found-message = No hay ninguna entrada { $base } en el directorio (noSuchObject).
failures-base-not-found-remedy = Compruebe si hay una errata en «{ names-field-base-dn }», o déjelo vacío: se completa con lo que el servidor dice que contiene. Algunos servidores responden lo mismo cuando la cuenta de servicio no puede leer la entrada.

failures-no-base-message = El servidor no dice dónde empiezan sus entradas, y «{ names-field-base-dn }» está vacío.
failures-no-base-remedy = Escriba en «{ names-field-base-dn }» dónde están las personas, por ejemplo dc=example,dc=com.

failures-no-access-message = La cuenta de servicio no puede leer { $what } (insufficientAccessRights).
failures-no-access-remedy = Dele permiso de lectura en el directorio, o indique otra cuenta en «{ names-field-user }».

failures-nobody-found-message = Nadie por debajo de { $base } cumple { $filter }.
failures-nobody-found-remedy = Revise «{ names-field-base-dn }» y «{ names-field-user-filter }», y que la cuenta de servicio pueda leer personas: a una cuenta sin ese permiso los servidores no le muestran nada, ni tampoco un error.

failures-group-not-found-message = No hay ningún grupo { $group } en el directorio, o la cuenta de servicio no puede leerlo.
failures-group-not-found-remedy = Compruebe si hay una errata en «{ names-field-group-dn }», y los permisos de la cuenta de servicio. Es el DN completo de un grupo, como cn=support,ou=groups,dc=example,dc=com.

failures-server-limit-message = { $after ->
    [one] Un límite del servidor terminó la búsqueda tras { $after } entrada (código de resultado { $result_code }).
    [many] Un límite del servidor terminó la búsqueda tras { $after } de entradas (código de resultado { $result_code }).
   *[other] Un límite del servidor terminó la búsqueda tras { $after } entradas (código de resultado { $result_code }).
}
failures-server-limit-remedy = Suba en el servidor los límites de esta cuenta, de tamaño y de lectura por páginas (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).

failures-server-time-limit-message = { $after ->
    [one] El límite de tiempo del servidor terminó la búsqueda tras { $after } entrada.
    [many] El límite de tiempo del servidor terminó la búsqueda tras { $after } de entradas.
   *[other] El límite de tiempo del servidor terminó la búsqueda tras { $after } entradas.
}
failures-server-time-limit-remedy = Suba en el servidor el límite de tiempo de esta cuenta, o acote «{ names-field-base-dn }» o «{ names-field-user-filter }».

failures-server-busy-message = El servidor está demasiado ocupado o no está disponible (código de resultado { $result_code }).
failures-server-busy-remedy = Inténtelo de nuevo dentro de un rato. Si sigue así, revise el servidor.

failures-timed-out-message = El servidor no respondió en { $seconds } s (operación: { $doing }).
failures-timed-out-remedy = Inténtelo de nuevo. Si sigue así, revise la carga y el registro del servidor.

failures-connection-lost-message = La conexión se cortó (operación: { $doing }).
failures-connection-lost-remedy = { failures-timed-out-remedy }

failures-bad-answer-message = La respuesta del servidor no es LDAP correcto.
failures-bad-answer-remedy = Compruebe que «{ names-field-host }» y «{ names-field-port }» apunten a un servidor LDAP. Vea «{ components-details }».

failures-referral-message = El servidor no tiene esta parte del directorio y remite a otro.
failures-referral-remedy = Ponga ese servidor en «{ names-field-host }»: { $to }.
failures-referral-remedy-unnamed = Indique en «{ names-field-host }» el servidor que tiene esta parte.

failures-refused-message = El servidor respondió { $name } ({ $result_code }) (operación: { $doing }).
failures-refused-remedy = Vea en «{ components-details }» lo que dice el propio servidor.
