charts-show-table = Показать таблицей
charts-imports = Год импортов
charts-imports-none = Когда завершится первый импорт, здесь неделя за неделей будет показано, кто приходит и уходит.
charts-year = Год импортов по неделям
charts-month = Последние 30 дней
charts-year-caption = За год агентов пришло { $came }, ушло { $went }; импортов { $imports }, из них не удалось { $failed }. Высота растёт как кубический корень: в восемь раз больше — вдвое выше.
charts-month-caption = Агентов пришло { $came }, ушло { $went }; импортов { $imports }, из них не удалось { $failed }. Дни — по UTC.

charts-week = Неделя с { $day }
charts-no-import = { $when }: импорта не было
charts-span = { $when }: добавлено или восстановлено { $came }, удалено { $went }, пропущено { $skipped }, неудачных импортов { $failed } из { $imports }

charts-key-came = Добавлено или восстановлено
charts-key-went = Удалено
charts-key-skipped = Пропущено одним импортом, самое большее
charts-key-failed = Импорт не удался

charts-column-week = Неделя с
charts-column-day = День
charts-column-failed = Не удалось
charts-failed-of = { $failed } из { $imports }
