activity-lead = Quién hizo qué, lo más reciente primero. Los registros solo se añaden y se guardan 400 días.
activity-export = Exportar CSV
activity-search = Buscar quién, a quién y dirección
activity-action = Acción
activity-all-actions = Todas las acciones
activity-from = Desde
activity-until = Hasta
activity-of-agent = Lo que hizo <link>{ $name }</link> y lo que se hizo con su cuenta.
activity-nothing-yet = Aún no hay nada registrado
activity-nothing-yet-text = Cada inicio de sesión, cada cambio y quién lo hizo se anotan aquí cuando ocurren, y después no se pueden modificar.
activity-nothing-found = No se encontró nada
activity-nothing-found-text = Ningún registro cumple estos filtros.
activity-nothing-so-far = De momento no se encontró nada
activity-nothing-so-far-text = Ninguno de los registros más recientes que se revisaron coincide.
activity-look-further = Buscar más atrás
activity-when = Cuándo
activity-what = Qué
activity-address = Dirección
activity-number = Número
activity-records = { $count ->
    [one] { $count } registro
    [many] { $count } de registros
   *[other] { $count } registros
}
activity-newest = Más recientes
activity-older = Más antiguos

activity-actor-command = Un comando
activity-actor-schedule = El panel
activity-actor-nobody = Alguien desconocido

activity-times = { $count ->
    [one] { $what } ({ $count } vez)
    [many] { $what } ({ $count } de veces)
   *[other] { $what } ({ $count } veces)
}
activity-reason = { $what }: { $reason }
activity-change = { $field } de { $old } a { $new }
activity-change-new = { $field }: { $new }
activity-change-secret = { $field }: cambiado
activity-no-value = nada

activity-label-signed-in = Sesión iniciada
activity-label-sign-in-failed = Inicio de sesión fallido
activity-label-signed-out = Sesión cerrada
activity-label-not-confirmed = Sin confirmar
activity-label-refused = Rechazado
activity-label-sessions-ended = Sesiones terminadas
activity-label-password-changed = Contraseña cambiada
activity-label-second-factor-set = Segundo factor configurado
activity-label-second-factor-reset = Segundo factor quitado
activity-label-unlocked = Desbloqueado
activity-label-settings-saved = Ajustes guardados
activity-label-rules-saved = Reglas guardadas
activity-label-directory-added = Directorio añadido
activity-label-directory-deleted = Directorio eliminado
activity-label-import-started = Importación iniciada
activity-label-import-cancelled = Importación cancelada
activity-label-removals-decided = Retiradas decididas
activity-label-agent-added = Agente añadido
activity-label-agent-edited = Agente modificado
activity-label-agent-blocked = Agente bloqueado
activity-label-agent-unblocked = Agente desbloqueado
activity-label-agent-deleted = Agente eliminado
activity-label-group-added = Grupo añadido
activity-label-group-renamed = Grupo renombrado
activity-label-group-deleted = Grupo eliminado
activity-label-first-administrator = Primer administrador
activity-label-owner-set = Propietario definido
activity-label-key-rotated = Clave cambiada
activity-label-backup-made = Copia de seguridad hecha
activity-label-restored = Restaurado
activity-label-activity-exported = Actividad exportada
activity-label-activity-pruned = Actividad recortada

activity-did-signed-in = { $actor } inició sesión
activity-did-sign-in-failed = { $actor } no pudo iniciar sesión
activity-did-signed-out = { $actor } cerró la sesión
activity-did-not-confirmed = A { $actor } se le pidió su propia contraseña y falló
activity-did-refused = A { $actor } se le denegó
activity-did-sessions-ended = { $whom ->
    [self] { $actor } terminó sesiones propias
   *[other] { $actor } terminó sesiones de { $subject }
}
activity-did-password-changed = { $whom ->
    [self] { $actor } cambió su propia contraseña
   *[other] { $actor } cambió la contraseña de { $subject }
}
activity-did-second-factor-set = { $whom ->
    [self] { $actor } configuró su propio segundo factor
   *[other] { $actor } configuró un segundo factor para { $subject }
}
activity-did-second-factor-reset = { $whom ->
    [self] { $actor } quitó su propio segundo factor
   *[other] { $actor } quitó el segundo factor de { $subject }
}
activity-did-unlocked = { $whom ->
    [self] { $actor } desbloqueó su propio inicio de sesión
   *[other] { $actor } desbloqueó el inicio de sesión de { $subject }
}
activity-did-settings-saved = { $actor } cambió los ajustes de { $subject }
activity-did-rules-saved = { $actor } cambió las reglas de { $subject }
activity-did-directory-added = { $actor } añadió el directorio { $subject }
activity-did-directory-deleted = { $actor } pidió eliminar el directorio { $subject }
activity-did-import-started = { $actor } pidió { $subject }
activity-did-import-cancelled = { $actor } canceló { $subject }
activity-did-removals-decided = { $actor } decidió sobre las retiradas retenidas por { $subject }
activity-did-agent-added = { $actor } añadió el agente { $subject }
activity-did-agent-edited = { $whom ->
    [self] { $actor } cambió su propio agente
   *[other] { $actor } cambió el agente { $subject }
}
activity-did-agent-blocked = { $whom ->
    [self] { $actor } bloqueó su propio agente
   *[other] { $actor } bloqueó el agente { $subject }
}
activity-did-agent-unblocked = { $whom ->
    [self] { $actor } desbloqueó su propio agente
   *[other] { $actor } desbloqueó el agente { $subject }
}
activity-did-agent-deleted = { $whom ->
    [self] { $actor } eliminó su propio agente
   *[other] { $actor } eliminó el agente { $subject }
}
activity-did-group-added = { $actor } añadió el grupo { $subject }
activity-did-group-renamed = { $actor } cambió el nombre del grupo { $subject }
activity-did-group-deleted = { $actor } eliminó el grupo { $subject }
activity-did-first-administrator = { $actor } creó el primer administrador
activity-did-owner-set = { $actor } creó un administrador local, o puso una contraseña, para { $subject }
activity-did-key-rotated = { $actor } cambió la clave secreta
activity-did-backup-made = { $actor } hizo una copia de seguridad
activity-did-restored = { $actor } restauró una copia de seguridad
activity-did-activity-exported = { $actor } exportó el registro de actividad
activity-did-activity-pruned = { $actor } eliminó los registros más antiguos de esta lista
