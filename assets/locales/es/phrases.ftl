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
