charts-show-table = Als Tabelle zeigen
charts-imports = Ein Jahr Importe
charts-imports-none = Wer kommt und geht, wird hier Woche für Woche gezeichnet, sobald der erste Import fertig ist.
charts-year = Ein Jahr Importe nach Wochen
charts-month = Die letzten 30 Tage
charts-year-caption = In einem Jahr { $came ->
    [one] kam { $came } Agent
   *[other] kamen { $came } Agenten
} und { $went ->
    [one] ging { $went },
   *[other] gingen { $went },
} durch { $imports ->
    [one] { $imports } Import,
   *[other] { $imports } Importe,
} davon { $failed } fehlgeschlagen. Die Höhen wachsen mit der Kubikwurzel: Achtmal so viele sind doppelt so hoch.
charts-month-caption = { $came ->
    [one] { $came } Agent kam
   *[other] { $came } Agenten kamen
} und { $went ->
    [one] { $went } ging,
   *[other] { $went } gingen,
} durch { $imports ->
    [one] { $imports } Import,
   *[other] { $imports } Importe,
} davon { $failed } fehlgeschlagen. Die Tage sind die von UTC.

charts-week = Woche ab { $day }
charts-no-import = { $when }: kein Import
charts-span = { $when }: { $came } hinzugefügt oder zurückgeholt, { $went } entfernt, { $skipped } übersprungen, { $failed } von { $imports ->
    [one] { $imports } Import
   *[other] { $imports } Importen
} fehlgeschlagen

charts-key-came = Hinzugefügt oder zurückgeholt
charts-key-went = Entfernt
charts-key-skipped = Von einem Import übersprungen, höchstens
charts-key-failed = Ein Import schlug fehl

charts-column-week = Woche ab
charts-column-day = Tag
charts-column-failed = Fehlgeschlagen
charts-failed-of = { $failed } von { $imports }
