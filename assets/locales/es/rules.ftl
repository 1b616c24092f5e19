rules-lead = Con cada importación, los miembros de un grupo LDAP reciben un rol, grupos del panel o ambas cosas.
rules-lead-of = { $directory }: con cada importación, los miembros de un grupo LDAP reciben un rol, grupos del panel o ambas cosas.

rules-by-directory = Reglas por directorio
rules-directory = Directorio
rules-rules = Reglas
rules-count = { $count ->
    [one] { $count } regla
    [many] { $count } de reglas
   *[other] { $count } reglas
}
rules-connect = Conecte su directorio
rules-connect-text = Las reglas dan roles y grupos a los miembros de grupos LDAP. Indique primero dónde está el directorio.

rules-none = Aún no hay reglas
rules-none-text = Quien llega del directorio recibe el rol predeterminado ({ $role }) y el grupo predeterminado ({ $group }). Añada una regla para un grupo LDAP cuyos miembros deban recibir otra cosa.
rules-rule = Regla { $number }
rules-group-dn = DN del grupo LDAP
rules-panel-groups = Grupos del panel
rules-up = Subir
rules-up-of = Subir la regla { $number }
rules-down = Bajar
rules-down-of = Bajar la regla { $number }
rules-remove = Quitar
rules-remove-of = Quitar la regla { $number }
rules-save = Guardar
rules-saving = Guardando…
rules-try = Probar
rules-reading = Leyendo el directorio…
rules-add = Añadir una regla
rules-save-anyway = Guardar de todos modos
rules-save-anyway-hint = «Guardar de todos modos» conserva las reglas como están. Una regla cuyo grupo LDAP no se puede leer no cambia a nadie, y cada importación lo dice.
rules-try-hint = «Probar» lee el directorio y muestra quién cambiaría; no se escribe nada. «Guardar» hace primero lo mismo.

rules-see-messages = No se guardó nada. Vea los mensajes de las reglas: { $numbers }.
rules-gives-nothing = Esta regla no da nada. Elija un rol, un grupo o ambos.
rules-too-many = { $count ->
    [one] Puede haber { $count } regla como máximo. Reúna grupos LDAP en el directorio.
    [many] Puede haber { $count } de reglas como máximo. Reúna grupos LDAP en el directorio.
   *[other] Puede haber { $count } reglas como máximo. Reúna grupos LDAP en el directorio.
}
rules-dn-missing = Escriba el DN del grupo LDAP del que trata esta regla.
rules-dn-root = Escriba el DN de un grupo LDAP.
rules-dn-twice = La regla { $number } ya trata de este grupo LDAP. Ponga el rol y los grupos en una sola regla.
rules-role-unknown = Elija uno de los roles.
rules-group-gone = Uno de estos grupos ya no existe. Elija de nuevo.

rules-stale = Otra persona guardó esta configuración mientras usted la editaba. No se guardó nada suyo. Guarde de nuevo para sustituir esas reglas por las suyas.
rules-stored = Guardado ahora
rules-stored-none = No hay reglas.

rules-unchanged = No se cambió nada.
rules-saved-off = Guardado. Las reglas valdrán cuando se active el directorio LDAP.
rules-saved-no-change = Guardado. No cambian a ninguno de los agentes que hay ahora.
rules-saved-changes = { $count ->
    [one] Guardado. La próxima importación cambia el rol o los grupos de { $count } agente.
    [many] Guardado. La próxima importación cambia el rol o los grupos de { $count } de agentes.
   *[other] Guardado. La próxima importación cambia el rol o los grupos de { $count } agentes.
}
rules-saved = Guardado. La próxima importación se guía por ellas.
rules-off = El directorio LDAP está desactivado. Actívelo en «{ layout-ldap-directory }» y luego pruebe las reglas.

rules-how = Cómo deciden las reglas
rules-how-members = Son miembros del grupo LDAP de una regla todos los que están en él, incluidos los grupos anidados.
rules-how-order = La primera regla que coincide e indica un rol decide el rol. Los grupos de todas las reglas que coinciden se suman.
rules-how-defaults = A quien ninguna regla le da un rol le corresponde el predeterminado, <strong>{ $role }</strong>; a quien ninguna le da un grupo, <strong>{ $group }</strong>. Los agentes conservan lo que recibieron al llegar hasta que coincida una regla.
rules-how-chosen = Lo que un administrador eligió para un agente vale hasta que se devuelva a las reglas en la página del agente.
rules-how-unread = Mientras el grupo LDAP de una regla no se pueda leer, no se cambia a nadie sobre quien pudiera decidir.
rules-how-where = Los valores predeterminados están en <link>Directorio LDAP</link>.

rules-trial-failed-unsaved = No se probó, así que no se guardó nada.
rules-trial-failed = No se probó.
rules-phrase-too-slow = { $seconds ->
    [one] El directorio no respondió a todo en { $seconds } segundo. Inténtelo de nuevo cuando esté menos ocupado.
    [many] El directorio no respondió a todo en { $seconds } de segundos. Inténtelo de nuevo cuando esté menos ocupado.
   *[other] El directorio no respondió a todo en { $seconds } segundos. Inténtelo de nuevo cuando esté menos ocupado.
}
rules-trial-agents = agentes cambian
rules-trial-roles = reciben otro rol
rules-trial-groups = reciben otros grupos
rules-trial-become = pasan a ser adminis­trador
rules-trial-stop = dejan de serlo
rules-trial-arrive = llegan como adminis­trador
rules-trial-own-choice = conservan otra elección
rules-trial-read = { $people ->
    [one] Se leyó { $people } persona; de ellas, aún no son agentes: { $newcomers }.
    [many] Se leyeron { $people } de personas; de ellas, aún no son agentes: { $newcomers }.
   *[other] Se leyeron { $people } personas; de ellas, aún no son agentes: { $newcomers }.
}
rules-trial-unmatched = { $count ->
    [one] Ninguna regla coincide con { $count } agente.
    [many] Ninguna regla coincide con { $count } de agentes.
   *[other] Ninguna regla coincide con { $count } agentes.
}
rules-trial-kept = { $count ->
    [one] { $count } agente conserva lo que eligió un administrador, donde las reglas dicen otra cosa.
    [many] { $count } de agentes conservan lo que eligió un administrador, donde las reglas dicen otra cosa.
   *[other] { $count } agentes conservan lo que eligió un administrador, donde las reglas dicen otra cosa.
}
rules-trial-press-save = Aún no se guardó nada: pulse otra vez «{ rules-save }» para hacerlo.
rules-trial-not-saved = Aún no se guardó nada.
rules-trial-unread = No se puede leer el grupo LDAP de las reglas: { $numbers }. No se guardó nada.
rules-trial-no-change = Estas reglas no cambian a ninguno de los agentes que hay ahora.
rules-trial-changes = { $count ->
    [one] La próxima importación cambiaría a { $count } agente. Nadie pasa a ser administrador ni deja de serlo.
    [many] La próxima importación cambiaría a { $count } de agentes. Nadie pasa a ser administrador ni deja de serlo.
   *[other] La próxima importación cambiaría a { $count } agentes. Nadie pasa a ser administrador ni deja de serlo.
}
rules-trial-will-become = { $count ->
    [one] { $count } agente pasa a ser administrador.
    [many] { $count } de agentes pasan a ser administradores.
   *[other] { $count } agentes pasan a ser administradores.
}
rules-trial-will-arrive = { $count ->
    [one] { $count } persona que aún no es agente llegaría como administrador.
    [many] { $count } de personas que aún no son agentes llegarían como administradores.
   *[other] { $count } personas que aún no son agentes llegarían como administradores.
}
rules-trial-will-stop = { $count ->
    [one] { $count } administrador deja de serlo.
    [many] { $count } de administradores dejan de serlo.
   *[other] { $count } administradores dejan de serlo.
}
rules-trial-none-left = Ningún agente del directorio seguiría siendo administrador.
rules-trial-each = A quién abarca cada regla
rules-trial-rule = Regla
rules-trial-members = Miembros encontrados
rules-trial-people = { $count ->
    [one] { $count } persona
    [many] { $count } de personas
   *[other] { $count } personas
}
rules-trial-check-group = Compruebe si hay una errata en el DN del grupo LDAP de la regla, y los permisos de la cuenta de servicio.
rules-trial-administrators = Administradores
rules-trial-some-administrators = Administradores ({ $shown } de { $count })
rules-trial-administrators-caption = Quién pasa a ser administrador o deja de serlo
rules-trial-others = Otros que cambiarían ({ $shown } de { $count })
rules-trial-others-caption = Otros que cambiarían
rules-trial-agent = Agente
rules-trial-change = Cambio
rules-trial-field = { $field }: { $old } → { $new }
rules-trial-field-role = rol
rules-trial-field-groups = grupos
rules-trial-field-role-by-rules = rol según las reglas
rules-trial-field-groups-by-rules = grupos según las reglas

rules-given-by = { $what } por { $by }
rules-given-and = { $first } y { $second }
rules-given-more = { $count } más
