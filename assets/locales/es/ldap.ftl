ldap-new-title = Nuevo directorio
ldap-lead = Los agentes se copian de aquí { $every }. Sus contraseñas se quedan allí.
ldap-add = Añadir un directorio
ldap-all-directories = Todos los directorios
ldap-back = Volver

ldap-directories = Directorios LDAP
ldap-directories-lead = { $count ->
    [one] { $count } directorio
    [many] { $count } de directorios
   *[other] { $count } directorios
} · cada agente pertenece a uno de ellos e inicia sesión con la contraseña que tiene allí
ldap-table = Directorios
ldap-column-directory = Directorio
ldap-column-kind = Tipo
ldap-column-status = Estado
ldap-column-agents = Agentes
ldap-column-last = Última importación
ldap-column-next = Siguiente
ldap-column-actions = Acciones
ldap-import = Importar usuarios
ldap-starting = Iniciando…
ldap-edit = Editar
ldap-never = nunca
ldap-overdue = Con retraso
ldap-which = Hay varios directorios y no se dijo cuál es. Envíe el formulario a su propia dirección: { $each }.
ldap-which-one = { $name } en { $address }

ldap-status-none = Aún no hay directorio
ldap-status-off = LDAP está desactivado
ldap-status-checking = Comprobando la conexión
ldap-status-up = Conectado · { $took } · comprobado { $ago }
ldap-status-up-short = Conectado · { $took }
ldap-status-all-up = Todos conectados · comprobado { $ago }
ldap-status-down = Sin conexión · { $why } · comprobado { $ago }
ldap-status-down-short = Sin conexión · { $why }
ldap-status-of = { $directory }: { $status }
ldap-short-host = host no encontrado
ldap-short-no-servers = sin servidores en DNS
ldap-short-dns = DNS no responde
ldap-short-connection-refused = conexión rechazada
ldap-short-no-answer = sin respuesta
ldap-short-unreachable = inaccesible
ldap-short-not-ldap = no es un servidor LDAP
ldap-short-encryption-failed = falló el cifrado
ldap-short-client-required = exige certificado de cliente
ldap-short-client-refused = certificado de cliente rechazado
ldap-short-client-unusable = certificado de cliente inservible
ldap-short-certificate = certificado no aceptado
ldap-short-password = contraseña rechazada
ldap-short-encryption-required = exige cifrado
ldap-short-user = usuario no entendido
ldap-short-unreadable = contraseña ilegible
ldap-short-base = base no encontrada
ldap-short-no-access = sin acceso
ldap-short-nobody = no se encontró a nadie
ldap-short-group = grupo no encontrado
ldap-short-limit = límite del servidor
ldap-short-busy = servidor ocupado
ldap-short-lost = conexión perdida
ldap-short-referral = remite a otro servidor
ldap-short-refused = rechazado

ldap-saved-off = Guardado y desactivado: sin comprobación, sin importación, y nadie del directorio puede iniciar sesión. Los agentes y los ajustes se conservan.
ldap-saved-connected = Conectado. Los ajustes se guardaron.
ldap-saved-unchecked = Guardado sin comprobar. El estado mostrará lo que encuentre la próxima comprobación.
ldap-certificate-taken = El certificado está ahora en «{ names-field-ca-certificate }», y aún no se guardó nada. Escriba la contraseña otra vez y pulse «{ ldap-save }».
ldap-nothing-saved = No se guardó nada. Vea los mensajes junto a los campos.
ldap-connected-saved = Conectado. Estos ajustes están guardados y funcionan.
ldap-connected-not-saved = Conectado. Aún no se guardó nada: pulse «{ ldap-save }» para conservar estos ajustes.
ldap-not-connected-not-saved = Sin conexión, así que no se guardó nada. { $message }
ldap-not-connected = Sin conexión. { $message }
ldap-added-meanwhile = Entretanto alguien añadió un directorio, así que no se guardó nada. Si este es otro, guarde de nuevo.
ldap-stale = Otra persona guardó estos ajustes mientras usted los editaba. No se guardó nada suyo. Guarde de nuevo para poner sus valores en lugar de los de ella.
ldap-stored-now = Guardado ahora
ldap-yes = Sí
ldap-no = No

ldap-shown = El certificado que mostró el servidor
ldap-shown-for = Para
ldap-shown-issuer = Firmado por
ldap-shown-until = Válido hasta
ldap-shown-fingerprint = Huella SHA-256
ldap-shown-compare = También podría mostrar uno quien esté entre este panel y el servidor. Pida la huella a quienes administran el directorio, por teléfono o en el propio servidor, y acepte el certificado solo si es la misma.
ldap-shown-authority = Es el de una autoridad: se confiará en todo certificado que firme para este host.
ldap-shown-own = Es el del propio servidor, no el de una autoridad: cuando el servidor reciba otro, habrá que aceptarlo de nuevo.
ldap-shown-take = La huella es la misma: aceptar este certificado

ldap-hint-windows-name = Solo Active Directory entiende un nombre como { $name }; este servidor quiere el DN completo.
ldap-hint-one-part = { $name } por sí solo rara vez es un DN completo: añada dónde está la entrada, como en { $name },dc=example,dc=com.
ldap-hint-bases = El servidor indica que sus entradas empiezan en: { $bases }.
ldap-hint-group = Solo cuentan los miembros de { $group }: puede que no tenga ninguno o que no sea un grupo. Una unidad organizativa va en «{ names-field-base-dn }».
ldap-hint-filter = Pruebe una vez con «{ names-field-user-filter }» vacío: entonces solo cuenta el tipo de entrada.

ldap-connection = Conexión
ldap-connection-lead = Dónde está el directorio y la cuenta que lo lee.
ldap-attributes = Atributos
ldap-attributes-lead = Qué atributo contiene qué. Lo vacío se completa según el tipo de servidor.
ldap-attributes-lead-for = Qué atributo contiene qué. Lo vacío se completa según el tipo de servidor: { $kind }.
ldap-arrivals = Quién pasa a ser agente
ldap-arrivals-lead = Y qué recibe al llegar por primera vez.
ldap-removals = A quién se retira
ldap-removals-lead = A nadie, mientras el directorio pueda estar equivocado: entonces la importación espera su decisión.
ldap-optional = opcional
ldap-name = Nombre
ldap-name-hint = Cómo se llama este directorio en el panel. Vacío: como su host.
ldap-enabled-hint = Desactivado: sin comprobación, sin importación, y nadie del directorio inicia sesión. Los agentes y los ajustes se conservan.
ldap-host-hint = Un nombre, una dirección o una URL ldap:// completa; varios, separados por comas, se prueban en orden. ldap+srv://dominio: los servidores que nombra DNS.
ldap-security-none = Sin cifrado
ldap-security-starttls = StartTLS: cifra en el puerto normal
ldap-security-ldaps = LDAPS: cifrado desde el principio
ldap-security-plain-hint = <caution>Sin cifrado, las contraseñas de sus agentes cruzan la red legibles.</caution> Elija StartTLS o LDAPS si el servidor lo ofrece.
ldap-security-hint = Por esta conexión viajan contraseñas de sus agentes.
ldap-ca-aside = opcional, PEM
ldap-ca-hint = Se confía en él en lugar de las autoridades de esta máquina. Los certificados se verifican siempre.
ldap-client-aside = opcional: para servidores que lo piden
ldap-client-hint = Se muestra cuando el servidor lo pide, con StartTLS y LDAPS. «{ names-field-user }» y «{ names-field-password }» siguen siendo necesarios: con ellos se inicia sesión. Vacío elimina el certificado y su clave.
ldap-client-key = Clave del certificado de cliente
ldap-client-key-hint = Sin cifrar con contraseña. Se guarda cifrada y no se vuelve a mostrar.
ldap-client-key-kept = Se conserva 10 minutos, para no tener que pegarla otra vez.
ldap-client-key-alone = Pegue el certificado que corresponde a esta clave.
ldap-client-key-missing = Pegue la clave del certificado de cliente.
ldap-client-key-of-another = La clave guardada es de otro certificado. Pegue la clave de este.
ldap-user-aside = la cuenta que lee el directorio
ldap-user-hint = El DN completo, o user@domain para Active Directory.
ldap-typed = Escrita
ldap-typed-or-stored = Escrita o guardada
ldap-stored = Guardada, cifrada
ldap-keep-empty = Déjelo vacío para no cambiarla.
ldap-password-kept = Se conserva 10 minutos, para no tener que escribirla otra vez.
ldap-password-again = Cambió el host, el puerto, el cifrado, el certificado o el usuario: escriba la contraseña otra vez, para que la guardada nunca se envíe a otro servidor.
ldap-password-missing = Escriba la contraseña de la cuenta de servicio. Con una vacía no habría inicio de sesión.
ldap-base-hint = Dónde están las personas. Vacío: donde empiezan las entradas del servidor.
ldap-own-password = Su propia contraseña
ldap-own-password-hint = Los ajustes apuntan a un servidor o a una cuenta distintos de los guardados. Confirme que es usted.
ldap-own-password-missing = Los ajustes apuntan a otro servidor o a otra cuenta. Confirme con su propia contraseña.
ldap-guid-hint = No es necesario para Active Directory.
ldap-filter-hint = Un filtro RFC 4515, como <code>(department=Support)</code>.
ldap-filter-hint-empty = Un filtro RFC 4515, como <code>(department=Support)</code>. Vacío: <mono>{ $filter }</mono>
ldap-group-aside = opcional: solo se importan sus miembros, incluidos los grupos anidados
ldap-rules = Para los miembros de un grupo LDAP pueden ser otros: <link>{ layout-rules }</link> ({ $count ->
    [one] { $count } regla
    [many] { $count } de reglas
   *[other] { $count } reglas
}).
ldap-interval-hint = Vacío: { $every }.
ldap-hold-percent = Retener retiradas por encima de, por ciento
ldap-hold-percent-hint = De los agentes LDAP, en una importación.
ldap-hold-count = … y por encima de, agentes
ldap-hold-count-hint = Deben superarse ambos. 0 y 0 retienen toda retirada.
ldap-keep-removed-hint = Hasta entonces, quien vuelve al directorio es el mismo agente, con grupo, rol e historial.
ldap-save = Guardar
ldap-check = Comprobar sin guardar
ldap-checking = Comprobando…
ldap-save-anyway = Guardar de todos modos
ldap-saving = Guardando…
ldap-save-anyway-hint = «{ ldap-save-anyway }» conserva estos ajustes tal como están. La importación y el inicio de sesión funcionarán cuando se pueda llegar al directorio con ellos.
ldap-rest-later = Todo lo que sigue puede quedar como está al principio.
ldap-same-name = Otro directorio se llama igual. Dé a este un nombre propio.

ldap-check-title = Comprobación de la conexión
ldap-check-typed = Comprobación de lo escrito
ldap-not-checked = Aún sin comprobar.
ldap-suspended = El panel ya no inicia sesión por sí solo con la cuenta de servicio, para que una contraseña cambiada no la bloquee.
ldap-suspended-remedy = Guarde la contraseña correcta o pulse «{ ldap-check }».
ldap-gives = Qué da el directorio
ldap-gives-import = { $people ->
    [one] De la { $people } persona que leyó la importación n.º { $run }.
    [many] De los { $people } de personas que leyó la importación n.º { $run }.
   *[other] De las { $people } personas que leyó la importación n.º { $run }.
}
ldap-gives-sample = { $people ->
    [one] De una muestra de { $people } persona.
    [many] De una muestra de { $people } de personas.
   *[other] De una muestra de { $people } personas.
}
ldap-sample-no-mail = { $count ->
    [one] De una muestra de { $size }, { $count } persona no tiene un correo utilizable y se omitirá.
    [many] De una muestra de { $size }, { $count } de personas no tienen un correo utilizable y se omitirán.
   *[other] De una muestra de { $size }, { $count } personas no tienen un correo utilizable y se omitirán.
}
ldap-nobody-has-mail = Un agente inicia sesión con una dirección de correo, así que no se importaría a nadie. ¿Es { $attribute } el atributo correcto? Escriba otro en «{ names-field-mail-attribute }»; en Active Directory, userPrincipalName suele contener una dirección.
ldap-example = Por ejemplo

ldap-lockout-unknown = El directorio no muestra tras cuántas contraseñas incorrectas bloquea una cuenta.
ldap-lockout-never = El directorio no bloquea ninguna cuenta por contraseñas incorrectas. Muster frena los intentos de adivinarlas.
ldap-lockout-after = { $count ->
    [one] Las cuentas se bloquean tras { $count } contraseña incorrecta.
    [many] Las cuentas se bloquean tras { $count } de contraseñas incorrectas.
   *[other] Las cuentas se bloquean tras { $count } contraseñas incorrectas.
}
ldap-lockout-through = Muster deja pasar como máximo { $count } en { $span }.
ldap-lockout-for-good = Allí se cuentan hasta que llega una correcta, de modo que probar durante días puede bloquear una cuenta.
ldap-lockout-few = Con tan pocas, cualquiera puede bloquear una cuenta. Auméntelas en el directorio.

ldap-latency = Conexión durante el último día
ldap-latency-empty = Aquí se dibuja con qué rapidez responde el directorio: se mide cada 30 segundos.
ldap-latency-name = Con qué rapidez respondió el directorio
ldap-latency-caption = { $checks ->
    [one] Conectar, iniciar sesión y leer la base tardó { $mean } de media y { $most } como máximo; falló { $failed } de { $checks } comprobación. La altura crece con la raíz cúbica.
    [many] Conectar, iniciar sesión y leer la base tardó { $mean } de media y { $most } como máximo; fallaron { $failed } de { $checks } de comprobaciones. La altura crece con la raíz cúbica.
   *[other] Conectar, iniciar sesión y leer la base tardó { $mean } de media y { $most } como máximo; fallaron { $failed } de { $checks } comprobaciones. La altura crece con la raíz cúbica.
}
ldap-latency-all-failed = { $checks ->
    [one] Ninguna comprobación de { $checks } tuvo éxito.
   *[other] Ninguna de { $checks } comprobaciones tuvo éxito.
}
ldap-latency-now = ahora
ldap-latency-mean = Media
ldap-latency-longest = Máximo
ldap-latency-down = Sin conexión
ldap-latency-hour = Hora, UTC
ldap-latency-failed = Fallidas
ldap-latency-span = { $checks ->
    [one] De { $begins } a { $ends } UTC: { $mean } de media, de { $least } a { $most }, { $failed } de { $checks } comprobación fallida
   *[other] De { $begins } a { $ends } UTC: { $mean } de media, de { $least } a { $most }, { $failed } de { $checks } comprobaciones fallidas
}
ldap-latency-span-down = { $checks ->
    [one] De { $begins } a { $ends } UTC: sin conexión, { $checks } comprobación fallida
   *[other] De { $begins } a { $ends } UTC: sin conexión, { $checks } comprobaciones fallidas
}

ldap-offer = Vea primero qué hace
ldap-offer-changed = Cambió: <strong>{ $fields }</strong>. Una vista previa muestra cada alta, cambio y retirada, y no escribe nada. La próxima importación se inicia sola { $when }.
ldap-offer-guid = Los agentes se emparejan de nuevo por DN o, si no, por correo, y conservan id, rol, grupos e historial. A quien no se pueda emparejar se le retiene para revisarlo.
ldap-offer-preview = Vista previa de los cambios

ldap-delete-title = Eliminar este directorio
ldap-delete = Eliminar { $name }
ldap-delete-fold = Eliminar { $name } …
ldap-deleting = Eliminando…
ldap-delete-what = { $agents ->
    [one] { $agents } agente de { $name } desaparece al instante de todas las listas, sus sesiones terminan y ya no puede iniciar sesión.
    [many] { $agents } de agentes de { $name } desaparecen al instante de todas las listas, sus sesiones terminan y ya no pueden iniciar sesión.
   *[other] { $agents } agentes de { $name } desaparecen al instante de todas las listas, sus sesiones terminan y ya no pueden iniciar sesión.
} { $days ->
    [one] Sus registros se conservan { $days } día y después se eliminan definitivamente.
    [many] Sus registros se conservan { $days } de días y después se eliminan definitivamente.
   *[other] Sus registros se conservan { $days } días y después se eliminan definitivamente.
} Los ajustes, la contraseña guardada y la programación de { $name } desaparecen. En el propio directorio no se cambia nada; los demás directorios y los agentes locales quedan como están.
ldap-deleted = { $name } se está eliminando. Primero se retiran sus agentes.

ldap-phrase-guid-attribute = Atributo GUID
ldap-phrase-cn-attribute = Atributo CN
ldap-phrase-mail-attribute = Atributo de correo
ldap-phrase-phone-attribute = Atributo de teléfono

ldap-phrase-long-host = «{ names-field-host }» tiene más de 2000 caracteres.
ldap-phrase-long-ca = El certificado de la CA tiene más de 200 000 caracteres.
ldap-phrase-long-client = El certificado de cliente tiene más de 200 000 caracteres.
ldap-phrase-long-user = «{ names-field-user }» tiene más de 2000 caracteres.
ldap-phrase-one-role = Elija uno de los roles.
ldap-phrase-one-group = Elija uno de los grupos.
ldap-phrase-one-security = Elija una de las tres opciones.
ldap-phrase-percent = Un porcentaje es un número entero de 0 a 100.
ldap-phrase-agents = Un número de agentes va de 0 a 1 000 000.
ldap-phrase-days = Un número de días va de 1 a 3650.
ldap-phrase-port = Un puerto es un número de 1 a 65535; déjelo vacío para el habitual.
ldap-phrase-no-user = Escriba la cuenta que lee el directorio: un DN, o user@domain para Active Directory.
ldap-phrase-user = «{ $text }» no es ni un DN como cn=reader,dc=example,dc=com ni user@domain.
ldap-phrase-secret-attribute = Las contraseñas no se leen nunca. Indique otro atributo.
ldap-phrase-name = Un nombre es una sola línea de 80 caracteres como máximo.
ldap-phrase-name-digits = Un nombre solo de cifras se tomaría por el número de un directorio. Añada una palabra.
ldap-phrase-interval = Un intervalo es un número entero de minutos de 1 a 1440, un día.
ldap-phrase-attribute = «{ $text }» no es un nombre de atributo. Escriba un solo nombre, como mail o telephoneNumber.
ldap-phrase-no-host = Escriba el nombre de host o la dirección del servidor del directorio.
ldap-phrase-many-hosts = Se pueden indicar como máximo 16 servidores.
ldap-phrase-mixed-hosts = Todos los servidores comparten un tipo de cifrado: escriba ldaps:// delante de todos o de ninguno.
ldap-phrase-scheme = «{ $scheme }://» no es una dirección LDAP. Use ldap:// o ldaps://, o solo el nombre de host.
ldap-phrase-host-path = Quite «/{ $path }» del host: la base va en «{ names-field-base-dn }», el filtro en «{ names-field-user-filter }».
ldap-phrase-domain = «{ $text }» no es un dominio. Tras ldap+srv:// va uno como example.com, sin puerto: DNS dice qué servidores y puertos hay.
ldap-phrase-host-user = Quite el usuario del host: va en «{ names-field-user }».
ldap-phrase-bracket = «{ $text }»: a la dirección IPv6 le falta el corchete de cierre.
ldap-phrase-ipv6 = «{ $text }» no es una dirección IPv6.
ldap-phrase-host-port = «{ $text }» no es un puerto: use un número de 1 a 65535.
ldap-phrase-host = «{ $text }» no es un nombre de host ni una dirección IP. Escriba uno como ldap.example.com.
ldap-phrase-ca-key = Esto contiene una clave privada. Pegue solo el certificado y mantenga la clave en secreto.
ldap-phrase-certificate-cut = Un certificado de este texto está cortado o alterado. Péguelo entero, de -----BEGIN a -----END.
ldap-phrase-not-x509 = Uno de estos certificados no es un certificado X.509 legible.
ldap-phrase-client-with-key = Esto contiene también una clave privada. Pegue aquí solo el certificado, y la clave en su propio campo.
ldap-phrase-client-pem = Pegue el certificado en formato PEM: empieza por -----BEGIN CERTIFICATE-----. De un archivo PKCS#12 (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.
ldap-phrase-key-kind = Este tipo de clave no se puede usar. Use RSA de 2048 bits o más, EC P-256 o P-384, o Ed25519.
ldap-phrase-key-of-another = Esta clave no corresponde al certificado de cliente. Pegue la clave que se creó con él.
ldap-phrase-key-encrypted = Esta clave está cifrada con una contraseña. Pegue lo que muestra esto: openssl pkey -in client.key. Aquí se guarda cifrada.
ldap-phrase-no-key = Esto no es una clave privada en formato PEM. Empieza por -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- o -----BEGIN EC PRIVATE KEY-----; péguela entera.
ldap-phrase-dn-long = El DN tiene más de 8192 bytes.
ldap-phrase-dn-part = Un DN se compone de partes nombre=valor, como ou=people,dc=example,dc=com. A una parte le falta el «=».
ldap-phrase-dn-type = «{ $text }» no es un tipo de atributo en un DN.
ldap-phrase-dn-quote = El DN tiene una comilla de apertura sin la de cierre.
ldap-phrase-dn-hex = Un valor de DN tras «#» son pares de cifras hexadecimales.
ldap-phrase-dn-end = El DN termina en una barra invertida suelta.
ldap-phrase-dn-backslash = A una barra invertida en un DN le sigue un carácter especial o dos cifras hexadecimales.
ldap-phrase-dn-place = «{ $text }» está fuera de lugar en el DN; dentro de un valor debe llevar delante una barra invertida.
ldap-phrase-filter-long = El filtro tiene más de 4096 bytes.
ldap-phrase-filter-deep = El filtro tiene más de 32 niveles de anidamiento.
ldap-phrase-filter-more = Tras el final del filtro hay más: «{ $text }». Una las condiciones con (&…) o (|…).
ldap-phrase-filter-opening = Al filtro le falta un paréntesis de apertura delante de este lugar: { $place }.
ldap-phrase-filter-closing = Al filtro le falta un paréntesis de cierre en este lugar: { $place }.
ldap-phrase-filter-end = el final
ldap-phrase-filter-condition = «{ $text }» no es una condición: escriba atributo=valor, por ejemplo objectClass=person.
ldap-phrase-filter-attribute = «{ $text }» no es un nombre de atributo.
ldap-phrase-filter-asterisk = En «{ $text }» hay un asterisco fuera de lugar. Si se quiere uno, se escribe \2a.
ldap-phrase-filter-special = En «{ $text }» escriba los caracteres especiales como una barra invertida y dos cifras hexadecimales: \28 \29 \2a \5c.
