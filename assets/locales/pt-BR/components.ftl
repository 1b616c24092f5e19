components-age-now = agora
components-age-seconds = há { $n } s
components-age-minutes = há { $n } min
components-age-hours = há { $n } h
components-age-in-seconds = em { $n } s
components-age-in-minutes = em { $n } min
components-age-in-hours = em { $n } h
components-age-yesterday = ontem
components-age-tomorrow = amanhã
components-date = { $day } de { $month }
components-date-with-year = { $day } de { $month } de { $year }

components-month-1 = jan.
components-month-2 = fev.
components-month-3 = mar.
components-month-4 = abr.
components-month-5 = mai.
components-month-6 = jun.
components-month-7 = jul.
components-month-8 = ago.
components-month-9 = set.
components-month-10 = out.
components-month-11 = nov.
components-month-12 = dez.

components-took-nothing = <1 ms
components-took-ms = { $ms } ms
components-took-seconds = { $s } s
components-took-minutes = { $min } min
components-took-minutes-seconds = { $min } min { $s } s
components-took-hours = { $h } h
components-took-hours-minutes = { $h } h { $min } min

components-percent = { $n }%

components-step-done = feito
components-step-warning = feito, veja isto
components-step-failed = falhou
components-step-skipped = não foi feito

components-phases = Fases
components-phase-done = (concluída)

components-copy = Copiar
components-copied = Copiado
components-details = Detalhes
components-from-directory = De <code>{ $attribute }</code> no diretório
components-filter = Filtrar
components-clear-filters = Limpar filtros

components-position = { $from }–{ $to } de { $total }
components-position-short = { $shown } de { $total }
components-pages = Páginas
components-first-page = Primeira página
components-next = Próxima

components-select-page = Selecionar todos nesta página
components-keys = Teclas de atalho
components-keys-note = Funcionam enquanto nada é digitado. Em <link>Minha página</link> podem ser desativadas.
components-close = Fechar
components-keys-search = Buscar
components-keys-move = Próxima linha, linha anterior
components-keys-open = Abrir a linha
components-keys-select = Selecionar a linha, ou não
components-keys-sheet = Estas teclas
components-keys-leave = Sair da busca, fechar o que está aberto

components-every-minute = a cada minuto
components-every-minutes = { $n ->
    [one] a cada { $n } minuto
   *[other] a cada { $n } minutos
}
components-every-hour = a cada hora
components-every-hours = { $n ->
    [one] a cada { $n } hora
   *[other] a cada { $n } horas
}
components-every-seconds = { $n ->
    [one] a cada { $n } segundo
   *[other] a cada { $n } segundos
}
