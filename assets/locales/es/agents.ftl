agents-lead = { $count ->
    [one] { $count } agente · { $imported } de LDAP
    [many] { $count } de agentes · { $imported } de LDAP
   *[other] { $count } agentes · { $imported } de LDAP
}
agents-lead-matching = { $count ->
    [one] Coinciden { $found } de { $count } agente
   *[other] Coinciden { $found } de { $count } agentes
}
agents-lead-removed = { $count ->
    [one] { $count } agente retirado
    [many] { $count } de agentes retirados
   *[other] { $count } agentes retirados
}
agents-matches = { $count ->
    [0] No coincide ningún agente.
    [one] Coincide { $count } agente.
    [many] Coinciden { $count } de agentes.
   *[other] Coinciden { $count } agentes.
}
agents-export = Exportar CSV
agents-new = Nuevo agente

agents-what-muster-does = Muster copia personas del directorio LDAP de su empresa y les permite iniciar sesión con la contraseña que tienen allí.
agents-nobody-imported = Aún no se ha importado a nadie
agents-preview-first = Vista previa de la primera importación
agents-no-directory = Aún no hay directorio
agents-connect = Conectar el directorio

agents-search = Nombre, correo o teléfono
agents-all-groups = Todos los grupos
agents-all-roles = Todos los roles
agents-source-all = Origen: todos
agents-source-ldap = LDAP
agents-source-local = Local
agents-state-present = No retirados
agents-sign-in-any = Acceso: todos
agents-never-signed-in = Nunca han iniciado sesión
agents-all-directories = Todos los directorios
agents-order = Orden
agents-order-name = Por nombre
agents-order-name-last = Por nombre, descendente
agents-order-email = Por correo
agents-order-email-last = Por correo, descendente
agents-order-phone = Por teléfono
agents-order-phone-last = Por teléfono, descendente
agents-order-group = Por grupo
agents-order-group-last = Por grupo, descendente
agents-order-role = Por rol
agents-order-role-last = Por rol, descendente
agents-order-source = Por origen
agents-order-source-last = Por origen, descendente
agents-order-state = Por estado
agents-order-state-last = Por estado, descendente
agents-order-latest = Último inicio de sesión primero
agents-order-latest-last = Último inicio de sesión al final

agents-page-empty = Ya no queda nadie en esta página
agents-page-empty-text = Quienes estaban aquí están en las páginas anteriores.
agents-nobody-found = No se encontró a nadie
agents-nobody-found-text = Ningún agente coincide con esta búsqueda y estos filtros.
agents-nobody-found-ask = Ningún agente coincide con esta búsqueda y estos filtros. Puede que el directorio conozca a alguien que no es agente, y diga por qué.
agents-look-in-directory = Buscar en el directorio
agents-none-yet = Aún no hay agentes
agents-none-yet-next = Las personas del directorio de la empresa aparecen aquí con la próxima importación.
agents-none-yet-first = Los agentes aparecen aquí con la primera importación.

agents-name = Nombre
agents-email = Correo
agents-phone = Teléfono
agents-group = Grupo
agents-groups = Grupos
agents-role = Rol
agents-source = Origen
agents-state = Estado
agents-sign-in = Inicio de sesión
agents-last-sign-in = Último inicio de sesión
agents-directory = Directorio
agents-password = Contraseña
agents-never = nunca
agents-blocked-here = Bloqueado aquí

agents-removed = Agentes retirados
agents-removed-note = { $days ->
    [one] Los agentes retirados no están en ninguna otra lista y no pueden iniciar sesión. Quien vuelve al directorio se restaura por sí solo, con grupo, rol e historial; los demás se eliminan definitivamente después de { $days } día.
   *[other] Los agentes retirados no están en ninguna otra lista y no pueden iniciar sesión. Quien vuelve al directorio se restaura por sí solo, con grupo, rol e historial; los demás se eliminan definitivamente después de { $days } días.
}
agents-removed-when = Retirado
agents-removed-by = Por
agents-removed-why = Motivo
agents-import = importación n.º { $number }

agents-select = Seleccionar
agents-select-one = Seleccionar a { $name }
agents-selected = Seleccionados: { $n }
agents-selected-elsewhere = Seleccionados: { $n }, de ellos { $m } fuera de esta página
agents-selected-full = De uno en uno no se pueden seleccionar más de { $n }.
agents-with-selected = Con los seleccionados:
agents-all-matching = { $count ->
    [one] El { $count } que coincide
   *[other] Los { $count } que coinciden
}
agents-action-groups = Grupos…
agents-action-role = Rol…
agents-action-block = Bloquear…
agents-action-unblock = Desbloquear…
agents-clear-selection = Quitar la selección

agents-bulk-groups = { $count ->
    [one] Cambiar los grupos de { $count } agente
    [many] Cambiar los grupos de { $count } de agentes
   *[other] Cambiar los grupos de { $count } agentes
}
agents-bulk-role = { $count ->
    [one] Fijar el rol de { $count } agente
    [many] Fijar el rol de { $count } de agentes
   *[other] Fijar el rol de { $count } agentes
}
agents-bulk-block = { $count ->
    [one] Bloquear { $count } agente
    [many] Bloquear { $count } de agentes
   *[other] Bloquear { $count } agentes
}
agents-bulk-unblock = { $count ->
    [one] Desbloquear { $count } agente
    [many] Desbloquear { $count } de agentes
   *[other] Desbloquear { $count } agentes
}
agents-bulk-export = { $count ->
    [one] Exportar { $count } agente
    [many] Exportar { $count } de agentes
   *[other] Exportar { $count } agentes
}
agents-bulk-changing = Cambiando…
agents-bulk-others-as-many = Ahora coinciden otros que cuando eligió, aunque sean los mismos en número. No se cambió nada. Compruebe que se refiere a todos.
agents-bulk-others-match = { $expected ->
    [one] Cuando usted eligió coincidía { $expected } agente; ahora son { $count }. No se ha cambiado nada. Compruebe si sigue refiriéndose a todos ellos.
   *[other] Cuando usted eligió coincidían { $expected } agentes; ahora son { $count }. No se ha cambiado nada. Compruebe si sigue refiriéndose a todos ellos.
}
agents-bulk-everyone = Todos los de <link>esta vista</link>, en todas sus páginas.
agents-bulk-groups-then = Cuenta como decisión de un administrador: las reglas y las importaciones no tocan estos grupos.
agents-bulk-role-then = Cuenta como decisión de un administrador: las reglas y las importaciones no tocan el rol. Aquel cuyo rol cambie tendrá que iniciar sesión de nuevo.
agents-bulk-block-then = Ya no podrán iniciar sesión y sus sesiones se cerrarán de inmediato. No se elimina nada suyo.
agents-bulk-unblock-then = Podrán volver a iniciar sesión, en la medida en que el directorio se lo permita.
agents-bulk-how = Qué hacer
agents-bulk-add = Añadir estos grupos y conservar los demás
agents-bulk-remove = Quitar estos grupos y conservar los demás
agents-bulk-set = Dejar exactamente estos grupos
agents-bulk-choose-role = Elija un rol
agents-bulk-no-group = Elija al menos un grupo.
agents-bulk-no-how = Elija qué hacer con los grupos.
agents-bulk-no-role = Elija un rol.
agents-bulk-no-action = Elija qué hacer con los agentes seleccionados.
agents-bulk-nobody = No hay nadie seleccionado. Marque antes agentes en la lista, o todos los que coinciden.
agents-bulk-group-gone = Entretanto se eliminó uno de estos grupos. Vuelva a la lista y elija de nuevo.

agents-bulk-changed = { $count ->
    [0] No se cambió a nadie.
    [one] Se cambió { $count } agente.
    [many] Se cambiaron { $count } de agentes.
   *[other] Se cambiaron { $count } agentes.
}
agents-bulk-unchanged = { $count ->
    [one] { $count } ya estaba así.
   *[other] { $count } ya estaban así.
}
agents-bulk-missing = { $count ->
    [one] { $count } ya no está.
   *[other] { $count } ya no están.
}
agents-bulk-removed = { $count ->
    [one] { $count } fue retirado entretanto por una importación y queda como está.
   *[other] { $count } fueron retirados entretanto por una importación y quedan como están.
}
agents-bulk-last-administrator = { $name } no se cambió: es el último administrador local que puede iniciar sesión. Cree antes otro.
agents-bulk-oneself = Usted quedó fuera: así nadie se cierra el paso a sí mismo.
agents-bulk-broke-off = Después se interrumpió, y los demás siguen como estaban; el registro del panel dice por qué. Repita lo mismo dentro de un minuto: los ya cambiados quedan así.

agents-phrase-groups-added = Grupos añadidos
agents-phrase-groups-taken = Grupos quitados
agents-phrase-groups-set = Grupos fijados
agents-phrase-agents = Agentes
agents-phrase-one-agent = 1 agente
agents-phrase-many-agents = { $count ->
    [one] { $count } agente
    [many] { $count } de agentes
   *[other] { $count } agentes
}
agents-phrase-and-more = { $names } y { $count } más

agents-new-lead = Un agente local inicia sesión con una contraseña propia. Los demás vienen del directorio.
agents-password-hint = Al menos 10 caracteres. Comuníquesela por otra vía que el correo.
agents-create = Crear agente
agents-creating = Creando…
agents-cancel = Cancelar
agents-edit = Editar
agents-edit-title = Editar a { $name }
agents-optional = opcional
agents-new-password = Contraseña nueva
agents-new-password-empty = vacía: se conserva la actual
agents-new-password-hint = Al menos 10 caracteres. Cierra sus sesiones.
agents-block = Bloquear el inicio de sesión
agents-block-hint = No puede iniciar sesión, y sus sesiones se cierran de inmediato.
agents-save = Guardar
agents-saving = Guardando…
agents-password-refused = Contraseña: { $error }
agents-last-changed-by = Último cambio { $when }, importación <link>n.º { $number }</link>. Para cambiar estos datos, cambie el directorio.
agents-by-rules = Según las reglas ({ $role })
agents-by-rules-default = Según las reglas (el predeterminado)
agents-follow-rules = Volver a seguir las reglas
agents-follow-rules-groups = Volver a seguir las reglas ({ $groups })
agents-follow-rules-default = Volver a seguir las reglas (el predeterminado)
agents-follow-rules-hint = Entonces los grupos de arriba no cuentan.
agents-return-default = Volver al predeterminado
agents-stale = Otra persona cambió este agente mientras usted lo editaba. Aún no se ha guardado nada de lo suyo. Guarde de nuevo para poner sus valores en lugar de estos.
agents-stored-now = Guardado ahora

agents-phrase-phone-long = Un teléfono tiene como máximo 64 caracteres.
agents-no-name = Escriba el nombre del agente, en una sola línea.
agents-no-role = Elija uno de los roles.
agents-group-gone = Uno de estos grupos ya no existe. Elija de nuevo.
agents-owned = Esto pertenece al directorio. Cámbielo allí; la próxima importación lo traerá aquí.
agents-email-taken = Otro agente tiene este correo.
agents-edit-removed = Este agente fue retirado; no hay nada que editar.
agents-delete-owned = Este agente viene del directorio. Retírelo allí, o bloquee aquí su inicio de sesión.

agents-created = Se creó { $name }, que ya puede iniciar sesión.
agents-saved = Se guardó { $name }.
agents-deleted = Se eliminó { $name }.
agents-deleted-for-good = Se eliminó { $name } definitivamente.
agents-sessions-ended = { $count ->
    [one] Se cerró { $count } sesión de { $name }.
    [many] Se cerraron { $count } de sesiones de { $name }.
   *[other] Se cerraron { $count } sesiones de { $name }.
}

agents-delete = Eliminar a { $name }
agents-delete-fold = Eliminar a { $name }…
agents-deleting = Eliminando…
agents-delete-then = { $name } ya no podrá iniciar sesión, sus sesiones se cerrarán y el registro desaparecerá definitivamente.
agents-delete-now = Eliminar definitivamente ahora
agents-delete-now-fold = Eliminar ahora definitivamente a { $name }…
agents-delete-now-then = El registro de { $name }, con grupo, rol e historial, desaparecerá definitivamente. Si esta persona vuelve al directorio, será un agente nuevo.

agents-person = Persona
agents-in-panel = En el panel
agents-in-directory = En el directorio
agents-activity = <link>Actividad</link> de este agente: lo que hizo y lo que se hizo con su cuenta.
agents-look-up-now = <link>Consultar ahora</link> lo que dice el directorio.
agents-signed-in = Sesiones abiertas
agents-signed-in-nowhere = Ninguna en este momento.
agents-second-factor = Segundo factor
agents-on = Activado
agents-off = Desactivado
agents-from-attribute = de <code>{ $attribute }</code>
agents-since = Agente desde
agents-last-changed = Último cambio
agents-when-by = { $when }, { $import }
agents-removed-banner = Retirado { $when } ({ $import }). { $why } Se restaura por sí solo, con grupo y rol, si vuelve al directorio; si no, se elimina definitivamente: { $end }.
agents-held = Ya no se encuentra en el directorio. La retirada espera una decisión.
agents-held-review = Ya no se encuentra en el directorio. La retirada espera una decisión: <link>revisar</link>.
agents-kept = No se encuentra en el directorio, y un administrador lo conserva hasta que reaparezca o cambien los ajustes.
agents-dn = DN
agents-guid = GUID

agents-allowed = Permitido
agents-blocked = Bloqueado
agents-blocked-by = Bloqueado por un administrador
agents-not-possible = No es posible: ya no está en el directorio
agents-refused-by-directory = Permitido aquí, rechazado por el directorio
agents-allowed-once-changed = Permitido cuando se cambie la contraseña en el directorio

agents-origin-default = dado al llegar
agents-origin-rule = dado por una regla
agents-origin-administrator = elegido por un administrador
agents-chosen-and-ruled = elegido por un administrador; las reglas dicen { $what }, por { $groups }
agents-chosen-no-role = elegido por un administrador; ninguna regla da un rol
agents-chosen-no-group = elegido por un administrador; ninguna regla da un grupo
agents-ruled = dado por una regla: { $what }, por { $groups }
agents-ruled-unread = hasta que se puedan leer todas las reglas
agents-and = { $first } y { $next }

agents-wrong-passwords = Contraseñas incorrectas
agents-wrong-passwords-count = { $count ->
    [one] Cuenta { $count } contraseña incorrecta.
    [many] Cuentan { $count } de contraseñas incorrectas.
   *[other] Cuentan { $count } contraseñas incorrectas.
}
agents-next-try = El próximo intento se admite { $when }.
agents-next-try-known = El próximo intento se admite { $when }, y de inmediato desde los navegadores en los que { $name } ya había iniciado sesión.
agents-next-try-now = El próximo intento se admite de inmediato.
agents-forget-browsers = Olvidar los navegadores en los que ya había iniciado sesión
agents-unlock-hint = Permite intentarlo de inmediato. Lo que el propio directorio ha contado, allí sigue contado.
agents-unlock = Desbloquear el inicio de sesión
agents-unlocking = Desbloqueando…
agents-may-try = { $name } ya puede intentar iniciar sesión.
agents-may-try-forgotten = { $name } ya puede intentar iniciar sesión. Se han olvidado sus navegadores.
agents-has-to-wait = { $name } tiene que esperar: el directorio bloquearía la cuenta con la próxima contraseña incorrecta.
agents-has-to-wait-forgotten = { $name } tiene que esperar: el directorio bloquearía la cuenta con la próxima contraseña incorrecta. Se han olvidado sus navegadores.

agents-history = Historial
agents-history-lead = Lo que cambiaron las importaciones. Los detalles se guardan 90 días.
agents-history-added = { $when } · { $import }: añadido
agents-history-restored = { $when } · { $import }: restaurado
agents-history-removed = { $when } · { $import }: retirado
agents-history-updated = { $when } · { $import }: actualizado
agents-history-reason = { $event }: { $reason }
agents-history-change = { $field }: { $old } → { $new }
agents-history-by = { $what } por { $groups }
agents-field-name = nombre
agents-field-email = correo
agents-field-phone = teléfono
agents-field-dn = DN
agents-field-guid = GUID
agents-field-state = estado
agents-field-role = rol
agents-field-groups = grupos
agents-field-role-by-rules = rol según las reglas
agents-field-groups-by-rules = grupos según las reglas
agents-phrase-state-enabled = activo
agents-phrase-state-disabled = desactivado
agents-phrase-state-expired = caducado
agents-phrase-state-locked = bloqueado por intentos
agents-phrase-state-must-change = debe cambiar la contraseña

agents-phrase-gone = Ya no está en el directorio.
agents-phrase-moved-out = Ahora en { $dn }, fuera del DN del directorio.
agents-phrase-no-longer-matches = Sigue en el directorio ({ $dn }), pero el filtro de usuarios lo deja fuera.
agents-phrase-left-group = Sigue en el directorio ({ $dn }), pero ya no es miembro del grupo de usuarios LDAP.
agents-phrase-not-matched = Hasta ahora se conocía por otro atributo GUID, y ninguna entrada tiene el DN ni el correo de este agente.
agents-phrase-not-asked = No estaba en la respuesta, y no hubo tiempo de preguntar al directorio por este agente con su GUID.
agents-phrase-directory-deleted = El directorio { $name } se eliminó del panel.
