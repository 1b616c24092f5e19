look_up-title = Consultar a alguien
look_up-lead = Lo que dice el directorio y lo que se sigue de ello. No se cambia nada.
look_up-card-lead = Lo que el directorio dice de una persona, y por qué se importa o no.
look_up-all-directories = Todos los directorios
look_up-directory = Directorio
look_up-text = Correo, nombre o DN
look_up-ask = Consultar
look_up-asking = Preguntando al directorio…
look_up-nobody = No se encontró a nadie
look_up-nobody-text = Ninguna entrada que la cuenta de servicio pueda leer tiene «{ $text }» como { $mail }, { $name } o nombre de cuenta, y ninguna lo tiene como DN. Si la persona está en el directorio, quizá a la cuenta de servicio le falte el permiso de leerla.
look_up-more = Hay más. Escriba más del nombre, el correo entero o el DN.
look_up-nameless = Sin nombre

look_up-imported = Se importaría
look_up-not-imported = No se importaría
look_up-signs-in = Podría iniciar sesión, con la contraseña correcta
look_up-no-sign-in = No podría iniciar sesión

look_up-within = dentro de él
look_up-outside = fuera de él
look_up-matches = coincide
look_up-left-out = deja fuera la entrada
look_up-user-group = Grupo de usuarios LDAP
look_up-member-directly = miembro, directamente (<code>{ $attribute }</code>)
look_up-member-through = miembro, a través de { $groups } (<code>{ $attribute }</code>)
look_up-no-member = no es miembro
look_up-member-unknown = no se sabe: no se puede leer
look_up-account = Cuenta
look_up-account-enabled = en orden
look_up-account-disabled = desactivada
look_up-account-expired = caducada
look_up-account-locked = bloqueada
look_up-account-must-change = primero debe cambiar la contraseña
look_up-agent = Agente
look_up-no-agent = todavía no lo es

look_up-role-by-rule = por una regla: { $role }, por { $by }
look_up-role-chosen-against = elegido por un administrador; las reglas dicen { $role }, por { $by }
look_up-role-chosen = elegido por un administrador; ninguna regla da un rol
look_up-role-default = el predeterminado; ninguna regla da un rol
look_up-groups-by-rule = por una regla: { $groups }, por { $by }
look_up-groups-chosen-against = elegidos por un administrador; las reglas dicen { $groups }, por { $by }
look_up-groups-chosen = elegidos por un administrador; ninguna regla da un grupo
look_up-groups-default = los predeterminados; ninguna regla da un grupo
look_up-and = { $first } y { $second }

look_up-rules = Reglas
look_up-rules-none = { $count ->
    [one] ninguna de { $count } trata de esta persona
   *[other] ninguna de { $count } trata de esta persona
}
look_up-rule-directly = Regla { $number }: miembro, directamente (<code>{ $attribute }</code>)
look_up-rule-through = Regla { $number }: miembro, a través de { $groups } (<code>{ $attribute }</code>)
look_up-rule-unknown = Regla { $number }: no se sabe, su grupo LDAP no se puede leer

look_up-attributes = Cómo se leen los atributos
look_up-value = Valor
look_up-attribute = Atributo
look_up-in-directory = En el directorio
look_up-taken = Se toma
look_up-taken-nothing = nada

look_up-groups = { $count ->
    [one] { $count } grupo LDAP
    [many] { $count } de grupos LDAP
   *[other] { $count } grupos LDAP
}
look_up-directly = directamente (<code>{ $attribute }</code>)
look_up-through = a través de { $groups } (<code>{ $attribute }</code>)
look_up-then = { $first }, luego { $second }
look_up-more-groups = Puede haber más grupos: no se preguntó por todos.
look_up-no-groups = No se conoce ningún grupo LDAP de esta entrada.

look_up-phrase-not-configured = Conecte primero su directorio, en «{ layout-ldap-directory }».
look_up-phrase-suspended = El directorio rechazó la contraseña de la cuenta de servicio. Arréglela primero en «{ layout-ldap-directory }»: hasta entonces no se pregunta nada.
look_up-phrase-off = LDAP está desactivado en la configuración.
look_up-phrase-no-agent = Ningún agente tiene todavía este GUID: primero tiene que incorporarlo una importación.
look_up-phrase-removed = El agente está retirado: primero tiene que devolverlo una importación.
look_up-phrase-blocked = Un administrador bloqueó el inicio de sesión de este agente.
look_up-phrase-was-off = En la última importación la cuenta estaba desactivada o caducada: la próxima tiene que enterarse de que ya no lo está.
look_up-phrase-mail-taken = El correo { $email } es del agente { $name }, que lo conserva mientras sea suyo. Con una dirección solo puede entrar una persona.
look_up-phrase-mail-taken-local = El correo { $email } es del agente local { $name }, que lo conserva mientras sea suyo. Con una dirección solo puede entrar una persona.
look_up-phrase-outside = La entrada está fuera del DN del directorio ({ $base }).
look_up-phrase-filtered = El filtro de usuarios deja fuera la entrada: { $filter }
look_up-phrase-no-member = La entrada no está en el grupo de usuarios LDAP ({ $group }).
look_up-phrase-group-unread = El grupo de usuarios LDAP ({ $group }) no se puede leer: no se importa a nadie.
look_up-phrase-disabled = La cuenta está desactivada en el directorio ({ $evidence }).
look_up-phrase-expired = La cuenta ha caducado en el directorio ({ $evidence }).
look_up-phrase-locked = La cuenta está bloqueada en el directorio tras contraseñas incorrectas ({ $evidence }). Si el bloqueo ya terminó, la contraseña correcta permite entrar.
look_up-phrase-must-change = Primero hay que cambiar la contraseña en el directorio ({ $evidence }).
look_up-phrase-no-guid = La entrada no tiene un { $attribute } utilizable, así que no se podría distinguir de otras. Permita que la cuenta de servicio lo lea, o indique otro atributo GUID.
look_up-phrase-no-mail = La entrada no tiene { $attribute }, así que no podría iniciar sesión.
look_up-phrase-no-address = La entrada tiene «{ $value }» en { $attribute }, que no es una dirección de correo.
look_up-phrase-no-name = La entrada no tiene { $attribute } que sirva de nombre.
look_up-phrase-secret = { $attribute } contiene contraseñas o claves: nunca se pregunta por él.
look_up-phrase-name-from-dn = Falta { $attribute }: se toma la primera parte del DN.
look_up-phrase-nobody-needs = No hace falta.
look_up-phrase-smallest = { $count ->
    [one] De { $count } valor se toma el menor: los servidores no guardan el orden.
    [many] De { $count } de valores se toma el menor: los servidores no guardan el orden.
   *[other] De { $count } valores se toma el menor: los servidores no guardan el orden.
}
look_up-phrase-of-dn = { $count ->
    [one] De { $count } valor se toma aquel con el que empieza el DN o, si no, el primero por orden: los servidores no guardan el orden.
    [many] De { $count } de valores se toma aquel con el que empieza el DN o, si no, el primero por orden: los servidores no guardan el orden.
   *[other] De { $count } valores se toma aquel con el que empieza el DN o, si no, el primero por orden: los servidores no guardan el orden.
}
look_up-phrase-first-address = { $count ->
    [one] De { $count } valor se toma el primero por orden que es una dirección: los servidores no guardan el orden.
    [many] De { $count } de valores se toma el primero por orden que es una dirección: los servidores no guardan el orden.
   *[other] De { $count } valores se toma el primero por orden que es una dirección: los servidores no guardan el orden.
}
look_up-phrase-first = { $count ->
    [one] De { $count } valor se toma el primero por orden: los servidores no guardan el orden.
    [many] De { $count } de valores se toma el primero por orden: los servidores no guardan el orden.
   *[other] De { $count } valores se toma el primero por orden: los servidores no guardan el orden.
}
look_up-phrase-binary = { $count ->
    [one] (binario, { $count } byte)
    [many] (binario, { $count } de bytes)
   *[other] (binario, { $count } bytes)
}
