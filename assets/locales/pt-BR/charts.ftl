charts-show-table = Mostrar como tabela
charts-imports = Um ano de importações
charts-imports-none = Quem chega e quem sai é desenhado aqui, semana a semana, quando a primeira importação terminar.
charts-year = Um ano de importações, por semana
charts-month = Os últimos 30 dias
charts-year-caption = Em um ano { $came ->
    [one] chegou { $came } agente
   *[other] chegaram { $came } agentes
} e { $went ->
    [one] saiu { $went },
   *[other] saíram { $went },
} em { $imports ->
    [one] { $imports } importação;
   *[other] { $imports } importações;
} falhas: { $failed }. As alturas crescem com a raiz cúbica: oito vezes mais é o dobro da altura.
charts-month-caption = { $came ->
    [one] Chegou { $came } agente
   *[other] Chegaram { $came } agentes
} e { $went ->
    [one] saiu { $went },
   *[other] saíram { $went },
} em { $imports ->
    [one] { $imports } importação;
   *[other] { $imports } importações;
} falhas: { $failed }. Os dias são os de UTC.

charts-week = Semana de { $day }
charts-no-import = { $when }: nenhuma importação
charts-span = { $when }: adicionados ou restaurados { $came }, removidos { $went }, ignorados { $skipped }, importações com falha { $failed } de { $imports }

charts-key-came = Adicionados ou restaurados
charts-key-went = Removidos
charts-key-skipped = Ignorados por uma importação, no máximo
charts-key-failed = Uma importação falhou

charts-column-week = Semana de
charts-column-day = Dia
charts-column-failed = Falhas
charts-failed-of = { $failed } de { $imports }
