charts-show-table = Mostrar como tabla
charts-imports = Un año de importaciones
charts-imports-none = Quién viene y quién se va se dibuja aquí, semana a semana, cuando termine la primera importación.
charts-year = Un año de importaciones, por semanas
charts-month = Los últimos 30 días
charts-year-caption = En un año { $came ->
    [one] llegó { $came } agente
   *[other] llegaron { $came } agentes
} y { $went ->
    [one] se fue { $went },
   *[other] se fueron { $went },
} en { $imports ->
    [one] { $imports } importación;
   *[other] { $imports } importaciones;
} fallidas: { $failed }. Las alturas crecen con la raíz cúbica: ocho veces más es el doble de alto.
charts-month-caption = { $came ->
    [one] Llegó { $came } agente
   *[other] Llegaron { $came } agentes
} y { $went ->
    [one] se fue { $went },
   *[other] se fueron { $went },
} en { $imports ->
    [one] { $imports } importación;
   *[other] { $imports } importaciones;
} fallidas: { $failed }. Los días son los de UTC.

charts-week = Semana del { $day }
charts-no-import = { $when }: ninguna importación
charts-span = { $when }: añadidos o restaurados { $came }, retirados { $went }, omitidos { $skipped }, importaciones fallidas { $failed } de { $imports }

charts-key-came = Añadidos o restaurados
charts-key-went = Retirados
charts-key-skipped = Omitidos por una importación, como máximo
charts-key-failed = Falló una importación

charts-column-week = Semana del
charts-column-day = Día
charts-column-failed = Fallidas
charts-failed-of = { $failed } de { $imports }
