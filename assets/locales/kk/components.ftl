components-age-now = дәл қазір
components-age-seconds = { $n } с бұрын
components-age-minutes = { $n } мин бұрын
components-age-hours = { $n } сағ бұрын
components-age-in-seconds = { $n } с кейін
components-age-in-minutes = { $n } мин кейін
components-age-in-hours = { $n } сағ кейін
components-age-yesterday = кеше
components-age-tomorrow = ертең
components-date = { $day } { $month }
components-date-with-year = { $year } ж. { $day } { $month }

components-month-1 = қаң.
components-month-2 = ақп.
components-month-3 = нау.
components-month-4 = сәу.
components-month-5 = мам.
components-month-6 = мау.
components-month-7 = шіл.
components-month-8 = там.
components-month-9 = қыр.
components-month-10 = қаз.
components-month-11 = қар.
components-month-12 = жел.

components-took-nothing = <1 мс
components-took-ms = { $ms } мс
components-took-seconds = { $s } с
components-took-minutes = { $min } мин
components-took-minutes-seconds = { $min } мин { $s } с
components-took-hours = { $h } сағ
components-took-hours-minutes = { $h } сағ { $min } мин

components-percent = { $n } %

components-step-done = орындалды
components-step-warning = орындалды, назар аударыңыз
components-step-failed = сәтсіз аяқталды
components-step-skipped = орындалмады

components-phases = Кезеңдер
components-phase-done = (аяқталды)

components-copy = Көшіру
components-copied = Көшірілді
components-details = Толығырақ
components-from-directory = Каталогтағы <code>{ $attribute }</code> атрибутынан
components-filter = Сүзу
components-clear-filters = Сүзгілерді тазарту

components-position = { $total } ішінен { $from }–{ $to }
components-position-short = { $total } ішінен { $shown }
components-pages = Беттер
components-first-page = Бірінші бет
components-next = Келесі

components-select-page = Осы беттегінің бәрін таңдау
components-keys = Жылдам пернелер
components-keys-note = Ештеңе теріліп жатпағанда жұмыс істейді. Оларды <link>Менің бетім</link> ішінде өшіруге болады.
components-close = Жабу
components-keys-search = Іздеу
components-keys-move = Келесі жол, алдыңғы жол
components-keys-open = Жолды ашу
components-keys-select = Жолды таңдау немесе таңдауды алу
components-keys-sheet = Осы пернелер
components-keys-leave = Іздеуден шығу, ашықты жабу

components-every-minute = әр минут сайын
components-every-minutes = әр { $n } минут сайын
components-every-hour = әр сағат сайын
components-every-hours = әр { $n } сағат сайын
components-every-seconds = әр { $n } секунд сайын
