components-age-now = ahora
components-age-seconds = hace { $n } s
components-age-minutes = hace { $n } min
components-age-hours = hace { $n } h
components-age-in-seconds = dentro de { $n } s
components-age-in-minutes = dentro de { $n } min
components-age-in-hours = dentro de { $n } h
components-age-yesterday = ayer
components-age-tomorrow = mañana
components-date = { $day } { $month }
components-date-with-year = { $day } { $month } { $year }

components-month-1 = ene
components-month-2 = feb
components-month-3 = mar
components-month-4 = abr
components-month-5 = may
components-month-6 = jun
components-month-7 = jul
components-month-8 = ago
components-month-9 = sept
components-month-10 = oct
components-month-11 = nov
components-month-12 = dic

components-took-nothing = <1 ms
components-took-ms = { $ms } ms
components-took-seconds = { $s } s
components-took-minutes = { $min } min
components-took-minutes-seconds = { $min } min { $s } s
components-took-hours = { $h } h
components-took-hours-minutes = { $h } h { $min } min

components-percent = { $n } %

components-step-done = hecho
components-step-warning = hecho, revise esto
components-step-failed = falló
components-step-skipped = no se hizo

components-phases = Fases
components-phase-done = (terminada)

components-copy = Copiar
components-copied = Copiado
components-details = Detalles
components-from-directory = De <code>{ $attribute }</code> en el directorio
components-filter = Filtrar
components-clear-filters = Quitar filtros

components-position = { $from }–{ $to } de { $total }
components-position-short = { $shown } de { $total }
components-pages = Páginas
components-first-page = Primera página
components-next = Siguiente

components-select-page = Seleccionar todos en esta página
components-keys = Atajos de teclado
components-keys-note = Funcionan mientras no se escribe nada. En <link>Mi página</link> se pueden desactivar.
components-close = Cerrar
components-keys-search = Buscar
components-keys-move = Fila siguiente, fila anterior
components-keys-open = Abrir la fila
components-keys-select = Seleccionar la fila o dejar de hacerlo
components-keys-sheet = Estas teclas
components-keys-leave = Salir de la búsqueda, cerrar lo que esté abierto

components-every-minute = cada minuto
components-every-minutes = { $n ->
    [one] cada { $n } minuto
   *[other] cada { $n } minutos
}
components-every-hour = cada hora
components-every-hours = { $n ->
    [one] cada { $n } hora
   *[other] cada { $n } horas
}
components-every-seconds = { $n ->
    [one] cada { $n } segundo
   *[other] cada { $n } segundos
}
