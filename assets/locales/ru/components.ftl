components-age-now = только что
components-age-seconds = { $n } с назад
components-age-minutes = { $n } мин назад
components-age-hours = { $n } ч назад
components-age-in-seconds = через { $n } с
components-age-in-minutes = через { $n } мин
components-age-in-hours = через { $n } ч
components-age-yesterday = вчера
components-age-tomorrow = завтра
components-date = { $day } { $month }
components-date-with-year = { $day } { $month } { $year }

components-month-1 = янв.
components-month-2 = февр.
components-month-3 = мар.
components-month-4 = апр.
components-month-5 = мая
components-month-6 = июн.
components-month-7 = июл.
components-month-8 = авг.
components-month-9 = сент.
components-month-10 = окт.
components-month-11 = нояб.
components-month-12 = дек.

components-took-nothing = <1 мс
components-took-ms = { $ms } мс
components-took-seconds = { $s } с
components-took-minutes = { $min } мин
components-took-minutes-seconds = { $min } мин { $s } с
components-took-hours = { $h } ч
components-took-hours-minutes = { $h } ч { $min } мин

components-percent = { $n } %

components-step-done = выполнено
components-step-warning = выполнено, обратите внимание
components-step-failed = не удалось
components-step-skipped = не выполнялось

components-phases = Этапы
components-phase-done = (завершён)

components-copy = Копировать
components-copied = Скопировано
components-details = Подробности
components-from-directory = Из атрибута <code>{ $attribute }</code> в каталоге
components-filter = Отфильтровать
components-clear-filters = Сбросить фильтры

components-position = { $from }–{ $to } из { $total }
components-position-short = { $shown } из { $total }
components-pages = Страницы
components-first-page = Первая страница
components-next = Далее

components-select-page = Выбрать все на этой странице
components-keys = Быстрые клавиши
components-keys-note = Действуют, пока вы ничего не набираете. Отключить их можно на <link>своей странице</link>.
components-close = Закрыть
components-keys-search = Поиск
components-keys-move = Следующая строка, предыдущая строка
components-keys-open = Открыть строку
components-keys-select = Выбрать строку или снять выбор
components-keys-sheet = Эти клавиши
components-keys-leave = Выйти из поиска, закрыть открытое

components-every-minute = каждую минуту
components-every-minutes = { $n ->
    [one] каждую { $n } минуту
    [few] каждые { $n } минуты
    [many] каждые { $n } минут
   *[other] каждые { $n } минуты
}
components-every-hour = каждый час
components-every-hours = { $n ->
    [one] каждый { $n } час
    [few] каждые { $n } часа
    [many] каждые { $n } часов
   *[other] каждые { $n } часа
}
components-every-seconds = { $n ->
    [one] каждую { $n } секунду
    [few] каждые { $n } секунды
    [many] каждые { $n } секунд
   *[other] каждые { $n } секунды
}
