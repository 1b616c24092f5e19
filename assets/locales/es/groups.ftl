groups-lead = Los grupos ordenan a los agentes en el panel. Son propios del panel: una importación da a los agentes nuevos el grupo predeterminado y le deja el resto a usted.
groups-name = Nombre
groups-agents = Agentes
groups-change = Cambiar
groups-default = predeterminado
groups-new-name = Nombre nuevo
groups-rename = Cambiar nombre
groups-rename-named = Cambiar nombre <hidden>{ $name }</hidden>
groups-delete = Eliminar el grupo
groups-delete-fold = Eliminar { $name }…
groups-delete-then = Se elimina el grupo { $name }. No contiene ningún agente.
groups-in-use = { $count ->
    [one] Lo usa <link>{ $count } agente</link>
    [many] Lo usan <link>{ $count } de agentes</link>
   *[other] Lo usan <link>{ $count } agentes</link>
}
groups-given = Se da a los agentes nuevos
groups-new = Nuevo grupo
groups-create = Crear grupo
groups-creating = Creando…

groups-created = Se creó el grupo { $name }.
groups-renamed = El grupo se llama ahora { $name }.
groups-deleted = Se eliminó el grupo.
groups-taken = Ya existe un grupo con este nombre.

groups-kept-rule = No se puede eliminar el grupo. Lo da la regla { $rule } de los ajustes LDAP: quítelo antes de la regla.
groups-kept-default = No se puede eliminar el grupo. Es el grupo predeterminado de los ajustes LDAP: elija allí antes otro.
groups-kept-agents-default = { $count ->
    [one] No se puede eliminar el grupo. Tiene { $count } agente y es el grupo predeterminado de los ajustes LDAP.
    [many] No se puede eliminar el grupo. Tiene { $count } de agentes y es el grupo predeterminado de los ajustes LDAP.
   *[other] No se puede eliminar el grupo. Tiene { $count } agentes y es el grupo predeterminado de los ajustes LDAP.
}
groups-kept-agents-rule = { $count ->
    [one] No se puede eliminar el grupo. Tiene { $count } agente, y lo da la regla { $rule } de los ajustes LDAP.
    [many] No se puede eliminar el grupo. Tiene { $count } de agentes, y lo da la regla { $rule } de los ajustes LDAP.
   *[other] No se puede eliminar el grupo. Tiene { $count } agentes, y lo da la regla { $rule } de los ajustes LDAP.
}
groups-kept-agents = { $count ->
    [one] No se puede eliminar el grupo. Tiene { $count } agente: asígnele antes otro grupo.
    [many] No se puede eliminar el grupo. Tiene { $count } de agentes: asígneles antes otro grupo.
   *[other] No se puede eliminar el grupo. Tiene { $count } agentes: asígneles antes otro grupo.
}

groups-phrase-no-name = Escriba un nombre para el grupo.
groups-phrase-name-long = El nombre de un grupo es una línea de 80 caracteres como máximo.
