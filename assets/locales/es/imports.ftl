imports-run = { $kind ->
    [preview] Vista previa n.º { $number }
    [deletion] Eliminación n.º { $number }
   *[import] Importación n.º { $number }
}
imports-changes-of = Cambios de la importación n.º { $number }

imports-state-running = En curso
imports-state-done = Terminada
imports-state-held = Retenida para revisar
imports-state-failed = Fallida
imports-state-cancelled = Cancelada
imports-state-interrupted = Interrumpida
imports-phase-waiting = En espera
imports-phase-connecting = Conectando
imports-phase-reading = Leyendo el directorio
imports-phase-comparing = Comparando
imports-phase-applying = Aplicando

imports-step-connect = Conectar
imports-step-read = Leer
imports-step-compare = Comparar
imports-step-apply = Aplicar

imports-started = { $by ->
    [schedule] Iniciada por la programación { $when }
    [command] Iniciada desde la línea de comandos { $when }
   *[agent] Iniciada por { $name } { $when }
}
imports-took = duró { $time }
imports-by-schedule = la programación
imports-by-command = la línea de comandos
imports-agent-deleted = un agente eliminado
imports-agent-unknown = un agente
imports-directory-deleted = un directorio eliminado (número { $number })

imports-cancel = Cancelar
imports-cancelling = Cancelando…
imports-export = Exportar CSV
imports-again = Importar de nuevo
imports-starting = Iniciando…
imports-import-users = Importar usuarios
imports-preview-changes = Vista previa de los cambios

imports-deleted = El directorio se eliminó del panel y sus agentes se retiraron.
imports-deletion-cancelled = Cancelada antes de terminar: el directorio sigue aquí, desactivado. Quienes se retiraron hasta entonces vuelven con su próxima importación, cuando se active.
imports-previewed = Una vista previa: lo que habría hecho una importación. No se cambió nada.
imports-cancelled = Cancelada antes de terminar. Lo que ya se había aplicado se queda; no se retiró a nadie por no haberse leído.
imports-interrupted = El panel se detuvo durante esta importación. La próxima completa lo que faltaba.
imports-failed = La importación falló.
imports-failed-nobody = No se retiró a nadie. La próxima importación lo intenta de nuevo por sí sola.
imports-failed-some = Lo que ya se había aplicado se queda. La próxima importación completa por sí sola lo que falta.
imports-see-settings = Lo que dice ahora el directorio está en <link>{ layout-ldap-directory }</link>.
imports-begun-again = El trabajo de esta importación se empezó { $times ->
    [one] { $times } vez:
   *[other] { $times } veces:
} el panel que lo hacía, o su almacenamiento, se perdió entretanto. Lo que se había escrito hasta entonces está en estas cifras.

imports-doing-waiting = Esperando su turno
imports-doing-connecting = Conectando con el directorio
imports-doing-reading-of = { $read } de unas { $expected } personas leídas
imports-doing-reading = { $read ->
    [one] { $read } persona leída
   *[other] { $read } personas leídas
}
imports-doing-comparing = { $read ->
    [one] { $read } persona leída, comparando
   *[other] { $read } personas leídas, comparando
}
imports-doing-applying = { $read ->
    [one] { $read } persona leída, aplicando los cambios
   *[other] { $read } personas leídas, aplicando los cambios
}
imports-rate = { $rate } por segundo · en curso desde hace { $seconds } s
imports-running-for = en curso desde hace { $seconds } s
imports-bar-read = Personas leídas
imports-bar-applied = Cambios aplicados
imports-bar-import = Importación

imports-count-read = leídos
imports-count-added = añadidos
imports-count-updated = actua{ "\u00AD" }lizados
imports-count-unchanged = sin cambios
imports-count-removed = retirados
imports-count-restored = restau{ "\u00AD" }rados
imports-count-skipped = omitidos
imports-count-held = retenidos
imports-count-kept = conser{ "\u00AD" }vados
imports-count-missed = ausentes en la respuesta

imports-changed-added = { $count ->
    [one] { $count } añadido
   *[other] { $count } añadidos
}
imports-changed-updated = { $count ->
    [one] { $count } actualizado
   *[other] { $count } actualizados
}
imports-changed-removed = { $count ->
    [one] { $count } retirado
   *[other] { $count } retirados
}
imports-changed-restored = { $count ->
    [one] { $count } restaurado
   *[other] { $count } restaurados
}
imports-changed-skipped = { $count ->
    [one] { $count } omitido
   *[other] { $count } omitidos
}
imports-changed-held = { $count ->
    [one] { $count } retenido
   *[other] { $count } retenidos
}
imports-changed-kept = { $count ->
    [one] { $count } conservado
   *[other] { $count } conservados
}
imports-changed-missed = { $count ->
    [one] { $count } ausente en la respuesta
   *[other] { $count } ausentes en la respuesta
}
imports-changed-nothing = ningún cambio

imports-card = Importación
imports-last-preview = Última vista previa { $when }. Una importación supondría: { $changes }. <link>Ver lo que haría</link>
imports-last = { $kind ->
    [preview] Última vista previa { $when }: { $changes }.
    [deletion] Última eliminación { $when }: { $changes }.
   *[import] Última importación { $when }: { $changes }.
}
imports-last-failed = { $kind ->
    [preview] Última vista previa { $when }: { $error }
    [deletion] Última eliminación { $when }: { $error }
   *[import] Última importación { $when }: { $error }
}
imports-nobody-yet = Aún no se ha importado a nadie. Una vista previa muestra quién sería agente y no escribe nada.
imports-preview-first = Vista previa de la primera importación
imports-first-by-itself = La primera se inicia sola { $when }.
imports-next-by-itself = La próxima se inicia sola { $when }

imports-lead-several = Cada directorio por separado
imports-lead-several-next = Cada directorio por separado · la próxima, de { $directory }, se inicia sola { $when }
imports-lead-none = Cada copia desde el directorio
imports-lead-ended = La última terminó { $when }
imports-lead-next = la próxima se inicia sola { $when }
imports-lead-off = el directorio está desactivado
imports-overdue = { $of ->
    [directory] Las importaciones de { $directory } van con retraso: han pasado dos horas programadas sin que ninguna terminara.
   *[all] Las importaciones van con retraso: han pasado dos horas programadas sin que ninguna terminara.
} { $last ->
    [none] Hasta ahora no ha terminado ninguna.
   *[ended] La última terminó { $when }.
} Quien haya dejado la empresa desde entonces puede seguir siendo agente. Vea <outcomes>cómo acabaron las últimas</outcomes> y lo que encuentra la comprobación en <settings>{ layout-ldap-directory }</settings>.

imports-kind = Tipo
imports-all-kinds = Todos los tipos
imports-previews = Vistas previas
imports-state = Estado
imports-all-states = Todos los estados
imports-outcome = Resultado
imports-all-outcomes = Todos los resultados
imports-notable = Con cambios o problemas
imports-directory = Directorio
imports-all-directories = Todos los directorios
imports-column-import = Importación
imports-column-started-by = Iniciada por
imports-column-when = Cuándo
imports-column-read = Leídos
imports-column-added = Aña{ "\u00AD" }didos
imports-column-updated = Actua{ "\u00AD" }lizados
imports-column-removed = Reti{ "\u00AD" }rados
imports-column-held = Rete{ "\u00AD" }nidos
imports-column-skipped = Omi{ "\u00AD" }tidos
imports-nothing-found = No se encontró nada
imports-none-found-text = Ninguna importación cumple estos filtros.
imports-none-yet = Aún no hay importaciones
imports-none-yet-text = Pulse «{ imports-preview-changes }» para ver quién sería agente: no escribe nada. La primera importación se inicia sola a la hora indicada arriba, o enseguida con «{ imports-import-users }».
imports-connect = Conectar el directorio
imports-connect-text = Una importación copia personas de su directorio LDAP, y cada una aparece aquí con todo lo que cambió. Conecte primero el directorio.

imports-asked-imports = { $count ->
    [one] Se pidió { $count } importación, una por directorio.
   *[other] Se pidieron { $count } importaciones, una por directorio.
}
imports-asked-previews = { $count ->
    [one] Se pidió { $count } vista previa, una por directorio.
   *[other] Se pidieron { $count } vistas previas, una por directorio.
}
imports-no-such-directory = No hay ningún directorio con el número { $number }.
imports-being-cancelled = La importación se está cancelando.
imports-ended-already = La importación ya había terminado.
imports-choose-decision = Elija como decisión retirar o conservar.
imports-no-digest = Falta la suma de comprobación de la lista que se mostró.
imports-kept = { $count ->
    [one] Se conservó { $count } agente. Sigue siendo agente hasta que se le vuelva a ver o cambien los ajustes.
   *[other] Se conservaron { $count } agentes. Siguen siendo agentes hasta que se les vuelva a ver o cambien los ajustes.
}
imports-nothing-waits = Ya no hay nada que decidir: alguien decidió entretanto, o una importación más reciente no tiene nada que retener.
imports-list-changed = La lista cambió entretanto, así que no se hizo nada. Esta es la actual: decida de nuevo.
imports-approved-meanwhile = No se hizo nada: la retirada se aprobó entretanto y una importación la está llevando a cabo. Cancele esa importación para anularla.
imports-still-waits = No se retiró a nadie: vea abajo por qué esta lista sigue en espera.

imports-first-steps = Primeros pasos
imports-first-connect = Conectar el directorio
imports-first-connect-text = Rellene los datos de conexión y guárdelos. La conexión se prueba enseguida, paso a paso, y aún no se importa a nadie.
imports-first-preview = Vista previa
imports-first-preview-text = Una vista previa lee el directorio y muestra quién sería agente. No escribe nada.
imports-first-import = Importar usuarios
imports-first-import-text = Una importación convierte en agentes a las personas del directorio y se repite sola.
imports-first-sign-in = Iniciar sesión como agente
imports-first-sign-in-text = Pruébelo: abra la dirección del panel en una ventana privada e inicie sesión con el correo y la contraseña del directorio de uno de los agentes.
imports-first-to-preview = Ir a la vista previa

imports-next = Qué pasa ahora
imports-next-signing-in = Inicio de sesión
imports-next-leaving = Quién se va
imports-next-backup = Copia de seguridad
imports-next-address = Los agentes inician sesión aquí, con su correo y la contraseña que tienen en el directorio. Envíeles esta dirección:
imports-next-this-machine = Solo esta máquina llega a esa dirección. Inicie el panel con <code>MUSTER_PUBLIC_URL</code> y la dirección que usan los demás.
imports-next-skipped = { $count ->
    [one] <link>Se omitió { $count } entrada</link> y no puede iniciar sesión: cada línea dice por qué.
   *[other] <link>Se omitieron { $count } entradas</link> y no pueden iniciar sesión: cada línea dice por qué.
}
imports-next-imports = La próxima se inicia sola { $when }, y después hay una { $interval }. Nombres, direcciones y teléfonos siguen al directorio, y quien es nuevo en él pasa a ser agente.
imports-next-leaving-text = A quien ya no está en el directorio lo retira la próxima importación, se cierra su sesión enseguida y su registro se guarda { $days ->
    [one] { $days } día
   *[other] { $days } días
}, por si vuelve. Quien está desactivado allí no puede iniciar sesión.
imports-next-leaving-many = Si hubiera que retirar de una vez a más del { $percent } % y a más de { $count ->
    [one] { $count } agente,
   *[other] { $count } agentes,
} no se retira a nadie: el directorio puede estar equivocado, así que primero se le pregunta a usted.
imports-next-placing = Los nuevos reciben el grupo <strong>{ $group }</strong> y el rol <strong>{ $role }</strong>.
imports-next-placing-more = Las <rules>reglas</rules> dan otro rol a los miembros de un grupo LDAP. Para uno solo se elige en la página del agente; haga también administrador a un segundo <agents>agente</agents>.
imports-next-backup-text = Esto escribe agentes, ajustes e historial en un archivo, también con el panel en marcha:
imports-next-backup-key = Guarde también <code>secret.key</code> de la carpeta de datos, aparte de las copias: sin ella no se pueden leer las contraseñas guardadas.

imports-search = Buscar nombre, DN o valor
imports-change = Cambio
imports-changes = Cambios
imports-all-changes = Todos los cambios
imports-agent = Agente
imports-what = Qué
imports-change-added = Añadido
imports-change-updated = Actualizado
imports-change-removed = Retirado
imports-change-restored = Restaurado
imports-change-skipped = Omitido
imports-change-held = Retenido
imports-change-missed = Ausente en la respuesta
imports-thinned = El informe de esta importación se eliminó
imports-thinned-text = Los informes se guardan 90 días. Las cifras de arriba se conservan.
imports-no-change-found-text = Ningún cambio coincide con esta búsqueda y este filtro.
imports-nothing-would-change = No cambiaría nada
imports-nothing-changed = No cambió nada
imports-as-already = Cada agente ya está como dice el directorio.

imports-hold-waits = { $count ->
    [one] { $count } agente ya no se encuentra en el directorio. No se retiró a nadie: se espera su decisión. <link>Revisar</link>
   *[other] { $count } agentes ya no se encuentran en el directorio. No se retiró a nadie: se espera su decisión. <link>Revisar</link>
}
imports-hold-waits-of = { $count ->
    [one] { $count } agente de { $directory } ya no se encuentra en el directorio. No se retiró a nadie: se espera su decisión. <link>Revisar</link>
   *[other] { $count } agentes de { $directory } ya no se encuentran en el directorio. No se retiró a nadie: se espera su decisión. <link>Revisar</link>
}
imports-hold-approved = { $count ->
    [one] Se aprobó la retirada de { $count } agente. La próxima importación la hace, si falta exactamente ese. <link>Ver quién</link>
   *[other] Se aprobó la retirada de { $count } agentes. La próxima importación la hace, si faltan exactamente esos. <link>Ver quiénes</link>
}
imports-hold-approved-of = { $count ->
    [one] Se aprobó la retirada de { $count } agente de { $directory }. La próxima importación la hace, si falta exactamente ese. <link>Ver quién</link>
   *[other] Se aprobó la retirada de { $count } agentes de { $directory }. La próxima importación la hace, si faltan exactamente esos. <link>Ver quiénes</link>
}
imports-held-preview = Una vista previa: una importación retendría estas retiradas para que se revisen. No se cambió nada.
imports-held-again = La misma lista se retuvo otra vez. <link>Ver quién está en ella</link>
imports-held-newer = Una importación más reciente tiene otra lista. <link>Revisar esa</link>
imports-held-decides-anew = La próxima importación decide de nuevo.
imports-held-nothing = Ya no hay nada que decidir: una importación más reciente no tiene nada que retener.
imports-held-approved = Retirada aprobada por { $name } { $when }. La próxima importación la hace, si faltan exactamente los de esta lista.
imports-held-question = { $count ->
    [one] ¿Qué se hace con { $count } agente?
   *[other] ¿Qué se hace con { $count } agentes?
}
imports-held-advice = Repase primero la lista de abajo. Si los conserva, siguen siendo agentes, con grupo y rol, hasta que se les vuelva a ver o cambien los ajustes. Solo pueden iniciar sesión mientras el directorio los encuentre.
imports-keep = Conservar
imports-keep-after-all = Conservar, después de todo
imports-keeping = Conservando…
imports-remove = Retirar…
imports-remove-count = { $count ->
    [one] Retirar { $count } agente
   *[other] Retirar { $count } agentes
}
imports-removing = Retirando…
imports-remove-text = El directorio se lee una vez más. { $count ->
    [one] Si falta exactamente este { $count } agente, desaparece enseguida de todas las listas, sus sesiones terminan y no puede iniciar sesión.
   *[other] Si faltan exactamente estos { $count } agentes, desaparecen enseguida de todas las listas, sus sesiones terminan y no pueden iniciar sesión.
} { $days ->
    [one] Los registros se guardan { $days } día,
   *[other] Los registros se guardan { $days } días,
} y quien vuelve al directorio se restaura solo. Si la lista ha cambiado, se muestra de nuevo y no se retira a nadie.
imports-decided-keep = Conservados por { $name } { $when }.
imports-decided-remove = Retirada aprobada por { $name } { $when }.

imports-would = Qué haría una importación
imports-would-add = { $count ->
    [one] { $count } persona sería agente, en el grupo { $group } y con el rol { $role }.
   *[other] { $count } personas serían agentes, en el grupo { $group } y con el rol { $role }.
}
imports-would-add-by-rules = { $count ->
    [one] { $count } persona sería agente, en el grupo { $group } y con el rol { $role } donde ninguna regla dé otros.
   *[other] { $count } personas serían agentes, en el grupo { $group } y con el rol { $role } donde ninguna regla dé otros.
}
imports-would-update = { $count ->
    [one] { $count } agente se ajustaría al directorio.
   *[other] { $count } agentes se ajustarían al directorio.
}
imports-would-restore = { $count ->
    [one] { $count } agente que se había retirado volvería, con grupo, rol e historial.
   *[other] { $count } agentes que se habían retirado volverían, con grupo, rol e historial.
}
imports-would-remove = { $count ->
    [one] { $count } agente se retiraría: desaparece de todas las listas y no puede iniciar sesión.
   *[other] { $count } agentes se retirarían: desaparecen de todas las listas y no pueden iniciar sesión.
} { $days ->
    [one] Los registros se guardan { $days } día.
   *[other] Los registros se guardan { $days } días.
}
imports-would-hold = { $count ->
    [one] La retirada de { $count } agente esperaría su decisión.
   *[other] La retirada de { $count } agentes esperaría su decisión.
}
imports-would-leave = { $count ->
    [one] { $count } agente quedaría como está.
   *[other] { $count } agentes quedarían como están.
}
imports-would-nothing = Nada: no se encontró a nadie y nadie cambiaría.
imports-would-skip = { $count ->
    [one] { $count } entrada se omitiría, casi siempre porque no hay correo con que iniciar sesión. <link>Ver quién y por qué</link>
   *[other] { $count } entradas se omitirían, casi siempre porque no hay correo con que iniciar sesión. <link>Ver quién y por qué</link>
}
imports-would-bring-nobody = Nadie sería agente: todas las entradas se omitirían.
imports-would-ask = Cada línea de abajo dice por qué. Casi siempre las personas no tienen valor en el atributo que se lee: indique otro en «{ names-field-mail-attribute }» o dé a la cuenta de servicio el derecho de leerlo.
imports-import-now = Importar ahora
imports-change-settings = Cambiar los ajustes
imports-would-note = La importación lee el directorio de nuevo, así que cuenta lo que cambie allí entretanto. También se inicia sola a su hora.
