# Después de «operación:».
phrases-doing-encrypting = establecer el cifrado
phrases-doing-policies = leer las políticas de contraseñas
phrases-doing-asking-by-guid = preguntar por GUID por quienes no venían en la respuesta
phrases-doing-user-group = leer el grupo de usuarios
phrases-doing-looking-up = buscar a una persona
phrases-doing-signing-in = iniciar sesión
phrases-doing-signing-someone-in = iniciar la sesión de una persona
phrases-doing-people = leer las personas

phrases-sign-in-wrong = El correo o la contraseña no es correcto.
phrases-sign-in-unreachable = No se puede contactar con el directorio de la empresa en este momento. Inténtelo de nuevo en unos minutos.
phrases-sign-in-busy = En este momento hay muchísimas personas iniciando sesión. Inténtelo de nuevo en unos segundos.
# Después de «dentro de».
phrases-sign-in-throttled = Demasiados intentos. Inténtelo de nuevo dentro de { $wait }.
phrases-one-second = 1 segundo
phrases-seconds = { $n ->
    [one] { $n } segundo
    [many] { $n } de segundos
   *[other] { $n } segundos
}
phrases-one-minute = 1 minuto
phrases-minutes = { $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}
phrases-one-hour = 1 hora
phrases-hours = { $n ->
    [one] { $n } hora
    [many] { $n } de horas
   *[other] { $n } horas
}
phrases-code-wrong = Ese código no es correcto o ya se usó. Escriba el que muestra ahora la aplicación.
phrases-code-throttled = Demasiados intentos. Inténtelo de nuevo dentro de un rato.
phrases-code-busy = Hay demasiadas personas iniciando sesión en este momento. Inténtelo de nuevo en unos segundos.
phrases-code-off = El segundo factor está desactivado.
phrases-code-on = El segundo factor ya está activado.

phrases-password-long = Una contraseña tiene como máximo 1024 bytes. Elija una más corta.
phrases-password-short = Una contraseña tiene al menos 10 caracteres. Elija una más larga.
phrases-password-one-character = Una contraseña no es un solo carácter repetido. Elija otra.
phrases-email = Escriba una dirección de correo como name@example.com.
phrases-name-long = Un nombre tiene como máximo 200 caracteres.

phrases-objection-must-change = Primero hay que cambiar su contraseña. Cámbiela como se hace en su empresa y después inicie sesión aquí.
phrases-objection-password-expired = Su contraseña ha caducado y primero hay que cambiarla. Cámbiela como se hace en su empresa y después inicie sesión aquí.
phrases-objection-disabled = Su cuenta en el directorio de la empresa está desactivada. Pregunte a quien se ocupa del directorio.
phrases-objection-account-expired = Su cuenta en el directorio de la empresa ha caducado. Pregunte a quien se ocupa del directorio.
phrases-objection-restricted = El directorio de la empresa no permite que su cuenta inicie sesión a esta hora o desde aquí. Pregunte a quien se ocupa del directorio.

phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = cuenta desactivada
phrases-why-unwilling = cuenta desactivada, o el servidor no quiere
phrases-why-locked = cuenta bloqueada
phrases-why-expired = cuenta caducada
phrases-why-password-expired = contraseña caducada
phrases-why-must-change = hay que cambiar la contraseña
phrases-why-time = no puede iniciar sesión a esta hora
phrases-why-machine = no puede iniciar sesión desde esta máquina
phrases-why-time-or-machine = no puede iniciar sesión a esta hora o desde esta máquina
phrases-why-groups = está en demasiados grupos
phrases-why-policy = rechazada por la política de contraseñas

phrases-reason-throttled = demasiados intentos
phrases-reason-busy = demasiados inicios de sesión a la vez
phrases-reason-unreachable = no se pudo contactar con el directorio
phrases-reason-store = falló el almacenamiento
phrases-reason-code-throttled = demasiados intentos con el código
phrases-reason-code-wrong = código incorrecto
phrases-reason-password-and-code = contraseña y código
phrases-reason-password-and-recovery = contraseña y código de recuperación
phrases-reason-set-up = configurado
phrases-reason-new-codes = códigos de recuperación nuevos
phrases-reason-switched-off = desactivado
phrases-reason-all = todas
phrases-reason-one = una de ellas
phrases-reason-nobody = ningún agente tiene este correo
phrases-reason-no-password = no se escribió ninguna contraseña
phrases-reason-directory-off = el directorio del agente está desactivado
phrases-reason-role = el rol no permite { $what }
phrases-reason-other-site = otro sitio envió { $what }
phrases-reason-stale-form = un formulario que no es de esta sesión: { $what }

phrases-value-yes = sí
phrases-value-no = no
phrases-value-defaults = los valores predeterminados
phrases-value-rules = reglas
phrases-value-administrator = un administrador
phrases-rule = Regla { $number }
phrases-value-percent-and-count = { $percent } % y { $count }
phrases-value-members = miembros de { $group }
phrases-value-members-role = miembros de { $group }, rol { $role }
phrases-value-members-groups = miembros de { $group }, grupos { $groups }
phrases-value-members-role-groups = miembros de { $group }, rol { $role }, grupos { $groups }
phrases-subject-import = importación n.º { $number }
phrases-subject-preview = vista previa n.º { $number }
phrases-reason-for-good = definitivamente
phrases-reason-again = { $reason }, una y otra vez en diez minutos
phrases-reason-many = más de las que se pueden distinguir, desde muchas direcciones o en muchas cuentas
phrases-reason-failed = falló
phrases-reason-browsers = sus navegadores se han olvidado
phrases-reason-at-once = puede intentarlo ya
phrases-reason-browsers-wait = sus navegadores se han olvidado, y tiene que esperar al directorio
phrases-reason-wait = tiene que esperar al directorio
phrases-reason-remove = retirarlos, con la importación n.º { $number }
phrases-reason-keep-one = conservar 1 agente
phrases-reason-keep = { $count ->
    [one] conservar { $count } agente
    [many] conservar { $count } de agentes
   *[other] conservar { $count } agentes
}
phrases-reason-sealing-finished = terminado tras haberse interrumpido; la clave anterior era { $key }
phrases-reason-sealed = { $count ->
    [one] { $count } secreto sellado de nuevo
    [many] { $count } de secretos sellados de nuevo
   *[other] { $count } secretos sellados de nuevo
}
phrases-reason-all-of-log = todo
phrases-reason-filtered = filtrado por { $fields }
phrases-reason-all-off = todos los directorios están desactivados
phrases-reason-no-more = ya no puede iniciar sesión
phrases-reason-wrong-local = contraseña incorrecta de una cuenta local

phrases-learned-one = coincide 1 persona
phrases-learned-many = { $count ->
    [one] coincide { $count } persona
    [many] coinciden { $count } de personas
   *[other] coinciden { $count } personas
}
phrases-learned-more = { $count ->
    [one] coincide más de { $count } persona
    [many] coinciden más de { $count } de personas
   *[other] coinciden más de { $count } personas
}
phrases-learned-filter = Filtro de usuarios para { $kind }: { $filter }
phrases-learned-outside-one = 1 miembro del grupo de usuarios LDAP queda fuera del DN del directorio o del filtro de usuarios y no se importa.
phrases-learned-outside = { $count ->
    [one] { $count } miembro del grupo de usuarios LDAP queda fuera del DN del directorio o del filtro de usuarios y no se importa.
    [many] { $count } de miembros del grupo de usuarios LDAP quedan fuera del DN del directorio o del filtro de usuarios y no se importan.
   *[other] { $count } miembros del grupo de usuarios LDAP quedan fuera del DN del directorio o del filtro de usuarios y no se importan.
}
phrases-learned-plain = Sin cifrado: las contraseñas de los agentes cruzan la red legibles.
phrases-learned-certificate = { $version }, certificado válido hasta el { $date }
phrases-learned-certificate-ends = El certificado caduca pronto: renuévelo en el servidor.
phrases-learned-client-certificate = Se mostró el certificado de cliente, válido hasta el { $date }
phrases-learned-client-certificate-ends = El certificado de cliente caduca pronto o ya caducó: ponga uno nuevo en «{ names-field-client-certificate }».
phrases-learned-present = { $attribute }: { $count } de { $count_all }
phrases-learned-no-guid = { $count ->
    [one] { $count } no tiene un GUID utilizable y no podría importarse.
    [many] { $count } no tienen un GUID utilizable y no podrían importarse.
   *[other] { $count } no tienen un GUID utilizable y no podrían importarse.
}
phrases-learned-no-mail = { $count ->
    [one] { $count } no tiene un correo utilizable y no podría iniciar sesión.
    [many] { $count } no tienen un correo utilizable y no podrían iniciar sesión.
   *[other] { $count } no tienen un correo utilizable y no podrían iniciar sesión.
}
phrases-what-rsa = una clave RSA de { $count } bits
phrases-what-ec = una clave EC de { $count } bits
phrases-what-dsa = una clave DSA
phrases-what-signature = una firma hecha con { $name }
phrases-what-signature-above = una firma de un tipo antiguo o desconocido por encima
phrases-run-stopped = El panel se detuvo.

phrases-skip-no-guid = no tiene un { $attribute } utilizable, así que no se podría distinguir de otros. Permita que la cuenta de servicio lo lea o indique otro atributo GUID.
phrases-skip-no-mail = no tiene { $attribute }, así que no podría iniciar sesión.
phrases-skip-mail-is-no-address = tiene «{ $value }» en { $attribute }, que no es una dirección de correo.
phrases-skip-no-name = no tiene { $attribute } que sirva de nombre.
phrases-skip-mail-taken = tiene el mismo correo que { $by_dn } ({ $email }). Con una dirección solo puede iniciar sesión una persona: cambie una de ellas en el directorio.
phrases-skip-mail-of-local-agent = tiene el correo de un agente local ({ $email }). Cambie o elimine el agente local para importar a esta persona.
phrases-skip-mail-of-other-directory = tiene el correo de un agente del directorio { $directory } ({ $email }). El primero lo conserva: cambie uno de ellos o importe a esta persona cuando ese agente se haya ido.
phrases-skip-guid-twice = tiene el mismo GUID ({ $guid }) que { $other_dn }. Elija un atributo GUID que sea distinto en todos.
phrases-skip-malformed = no se pudo leer: { $what }.
phrases-flaw-long-dn = su DN tiene más de 8 KiB
phrases-flaw-dn-not-utf8 = su DN no está en UTF-8
phrases-flaw-empty-dn = su DN está vacío
phrases-flaw-no-dn = no tiene DN

phrases-cause-gone = Ya no está en el directorio.
phrases-cause-moved-out = Ahora en { $dn }, fuera del DN del directorio.
phrases-cause-no-longer-matches = Sigue en el directorio ({ $dn }), pero el filtro de usuarios lo deja fuera.
phrases-cause-left-group = Sigue en el directorio ({ $dn }), pero ya no es miembro del grupo de usuarios LDAP.
phrases-cause-not-matched = Conocido hasta ahora por otro atributo GUID, y ninguna entrada tiene el DN o el correo de este agente.
phrases-cause-not-asked = No está en la respuesta, y no hubo tiempo de preguntar al directorio por este agente mediante su GUID.
phrases-cause-directory-deleted = El directorio { $name } se eliminó del panel.
phrases-missed = No está en la respuesta a la búsqueda, pero sí al preguntar por su GUID: este agente no se retiró.

phrases-held-settings-changed = Desde la última importación correcta cambió: { $what }. Por eso no se retiró a nadie: quien ya no se encuentra puede estar solo fuera de lo que se lee ahora. Causas probables, si estas personas deben quedarse: el nuevo valor las deja fuera o está mal escrito.
phrases-held-settings = los ajustes
phrases-held-guid-attribute = atributo GUID
phrases-held-nobody-found = El directorio respondió sin error y sin una sola persona, así que no se retiró a nadie. Causas probables: la cuenta de servicio perdió el derecho de leer personas, nadie cumple ya el DN del directorio o el filtro de usuarios, el grupo de usuarios LDAP está vacío o el servidor es una réplica nueva aún sin llenar.
phrases-held-too-many = { $absent } de { $agents } agentes LDAP ya no se encuentran, más del { $percent } % y más de { $count }, así que no se retiró a nadie. Causas probables, si estas personas deben quedarse: la cuenta de servicio perdió el derecho de leer a algunas, ya no cumplen el DN del directorio o el filtro de usuarios, se movieron en el directorio o el servidor es una réplica aún sin llenar.
phrases-held-not-confirmed = { $agents ->
    [one] { $agents } agente no estaba en la respuesta, y no se pudo preguntar por él al directorio mediante su GUID:
   *[other] { $agents } agentes no estaban en la respuesta, y no se pudo preguntar por cada uno al directorio mediante su GUID:
} fue demasiado lento o se negó. Por eso no se retiró a nadie, y la próxima importación pregunta de nuevo. Un índice sobre el atributo GUID lo acelera.
phrases-held-nothing-to-compare = Aún no ha terminado ninguna importación, así que no se sabe si estos agentes se leyeron con los ajustes actuales, y no se retiró a nadie.
phrases-held-undecided = Una importación anterior retuvo estas retiradas y nadie ha decidido, así que no se retiró a nadie. Decía: { $before }

phrases-note-rule-not-read = No se conocen los miembros de { $group }, así que la regla { $rule } no cambió a nadie: aquellos sobre quienes podría decidir conservan rol y grupos. { $why }
phrases-note-check-rule = Revise si hay un error en el DN del grupo LDAP de la regla, y los permisos de la cuenta de servicio.
phrases-note-no-administrator = { $local ->
    [one] Después de esta importación ningún agente del directorio es ya administrador. Queda { $local } administrador local, que puede iniciar sesión.
   *[other] Después de esta importación ningún agente del directorio es ya administrador. Quedan { $local } administradores locales, que pueden iniciar sesión.
}

phrases-run-changed-meanwhile = Se cambiaron agentes o grupos en el panel durante la importación. Importe otra vez.
phrases-run-store-failed = Falló el almacenamiento del panel. Compruebe que su disco o base de datos está disponible y no está lleno, e importe otra vez.
phrases-run-too-long = La importación se terminó tras 30 minutos. Mire la carga del servidor del directorio o acote «{ names-field-base-dn }» o «{ names-field-user-filter }».
phrases-run-fault = La importación terminó por un fallo del propio panel. Importe otra vez; si vuelve a ocurrir, comuníquelo con el registro del panel.
phrases-run-no-room = Donde está el almacenamiento del panel solo quedan { $free } MB libres; esta importación necesita { $needed } MB. Libere espacio; la próxima importación continúa sola.
phrases-run-given-up = { $times ->
    [one] El trabajo de esta importación se empezó { $times } vez y se interrumpió:
   *[other] El trabajo de esta importación se empezó { $times } veces y se interrumpió cada vez:
} se perdió el panel o su almacenamiento. Mire los registros y la memoria de los paneles, e importe otra vez.
phrases-run-directory-deleted = Este directorio se eliminó del panel.
phrases-request-not-configured = Conecte primero su directorio en «{ layout-ldap-directory }».
phrases-request-disabled = El directorio LDAP está desactivado. Actívelo en «{ layout-ldap-directory }».
