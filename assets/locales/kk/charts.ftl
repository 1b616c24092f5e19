charts-show-table = Кесте түрінде көрсету
charts-imports = Бір жылғы импорттар
charts-imports-none = Бірінші импорт аяқталғанда, мұнда кім келіп, кім кеткені апта сайын көрсетіледі.
charts-year = Бір жылғы импорттар, апта бойынша
charts-month = Соңғы 30 күн
charts-year-caption = Бір жылда { $imports } импортпен { $came } агент келді, { $went } кетті; сәтсіз: { $failed }. Биіктік куб түбірімен өседі: сегіз есе көп болса, екі есе биік.
charts-month-caption = { $imports } импортпен { $came } агент келді, { $went } кетті; сәтсіз: { $failed }. Күндер UTC бойынша.

charts-week = { $day } басталған апта
charts-no-import = { $when }: импорт болмады
charts-span = { $when }: қосылды немесе қалпына келді { $came }, жойылды { $went }, өткізілді { $skipped }, { $imports } импорттың сәтсізі { $failed }

charts-key-came = Қосылды немесе қалпына келді
charts-key-went = Жойылды
charts-key-skipped = Бір импорт өткізгені, ең көбі
charts-key-failed = Импорт сәтсіз болды

charts-column-week = Апта басы
charts-column-day = Күн
charts-column-failed = Сәтсіз
charts-failed-of = { $imports } ішінен { $failed }
