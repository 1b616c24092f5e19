imports-run = { $kind ->
    [preview] Предпросмотр №{ $number }
    [deletion] Удаление каталога №{ $number }
   *[import] Импорт №{ $number }
}
imports-changes-of = Изменения импорта №{ $number }

imports-state-running = Выполняется
imports-state-done = Завершён
imports-state-held = Ожидает решения
imports-state-failed = Ошибка
imports-state-cancelled = Отменён
imports-state-interrupted = Прерван
imports-phase-waiting = Ожидание
imports-phase-connecting = Подключение
imports-phase-reading = Чтение каталога
imports-phase-comparing = Сравнение
imports-phase-applying = Применение

imports-step-connect = Подключение
imports-step-read = Чтение
imports-step-compare = Сравнение
imports-step-apply = Применение

imports-started = { $by ->
    [schedule] Запуск по расписанию { $when }
    [command] Запуск из командной строки { $when }
   *[agent] Запуск: { $name }, { $when }
}
imports-took = длительность { $time }
imports-by-schedule = расписание
imports-by-command = командная строка
imports-agent-deleted = удалённый агент
imports-agent-unknown = агент
imports-directory-deleted = удалённый каталог (номер { $number })

imports-cancel = Отменить
imports-cancelling = Отмена…
imports-export = Экспорт CSV
imports-again = Импортировать снова
imports-starting = Запуск…
imports-import-users = Импортировать пользователей
imports-preview-changes = Посмотреть изменения

imports-deleted = Каталог удалён из панели, его агенты удалены.
imports-deletion-cancelled = Отменено до завершения: каталог остался в панели и отключён. Агенты, которые успели быть удалены, вернутся с его следующим импортом, когда каталог снова включат.
imports-previewed = Предпросмотр: что сделал бы импорт. Ничего не изменено.
imports-cancelled = Отменён до завершения. Уже применённое остаётся; за то, что кого-то не успели прочитать, никто не удалён.
imports-interrupted = Панель остановилась во время этого импорта. Следующий завершит оставшееся.
imports-failed = Импорт не удался.
imports-failed-nobody = Никто не удалён. Следующий импорт повторит попытку сам.
imports-failed-some = Уже применённое остаётся. Следующий импорт сам завершит оставшееся.
imports-see-settings = Что каталог сообщает сейчас, показано в разделе <link>«{ layout-ldap-directory }»</link>.
imports-begun-again = { $times ->
    [one] Работа над этим импортом начиналась { $times } раз:
    [few] Работа над этим импортом начиналась { $times } раза:
    [many] Работа над этим импортом начиналась { $times } раз:
   *[other] Работа над этим импортом начиналась { $times } раза:
} панель, которая его выполняла, или её хранилище выходили из строя. Всё, что было записано до этого, входит в эти числа.

imports-doing-waiting = Ожидает своей очереди
imports-doing-connecting = Подключение к каталогу
imports-doing-reading-of = Прочитано людей: { $read } из примерно { $expected }
imports-doing-reading = Прочитано людей: { $read }
imports-doing-comparing = Прочитано людей: { $read }, идёт сравнение
imports-doing-applying = Прочитано людей: { $read }, применяются изменения
imports-rate = { $rate } в секунду · выполняется { $seconds } с
imports-running-for = выполняется { $seconds } с
imports-bar-read = Прочитано людей
imports-bar-applied = Применено изменений
imports-bar-import = Импорт

imports-count-read = прочи{ "\u00AD" }тано
imports-count-added = добав{ "\u00AD" }лено
imports-count-updated = обнов{ "\u00AD" }лено
imports-count-unchanged = без изменений
imports-count-removed = удалено
imports-count-restored = восста{ "\u00AD" }новлено
imports-count-skipped = пропу{ "\u00AD" }щено
imports-count-held = удер{ "\u00AD" }жано
imports-count-kept = остав{ "\u00AD" }лено
imports-count-missed = не попало в ответ

imports-changed-added = добавлено { $count }
imports-changed-updated = обновлено { $count }
imports-changed-removed = удалено { $count }
imports-changed-restored = восстановлено { $count }
imports-changed-skipped = пропущено { $count }
imports-changed-held = удержано { $count }
imports-changed-kept = оставлено { $count }
imports-changed-missed = не попало в ответ { $count }
imports-changed-nothing = без изменений

imports-card = Импорт
imports-last-preview = Последний предпросмотр { $when }. Импорт означал бы: { $changes }. <link>Посмотреть, что он сделал бы</link>
imports-last = { $kind ->
    [preview] Последний предпросмотр { $when }: { $changes }.
    [deletion] Последнее удаление { $when }: { $changes }.
   *[import] Последний импорт { $when }: { $changes }.
}
imports-last-failed = { $kind ->
    [preview] Последний предпросмотр { $when }: { $error }
    [deletion] Последнее удаление { $when }: { $error }
   *[import] Последний импорт { $when }: { $error }
}
imports-nobody-yet = Пока никто не импортирован. Предпросмотр покажет, кто станет агентом, и ничего не запишет.
imports-preview-first = Посмотреть первый импорт
imports-first-by-itself = Первый начнётся сам { $when }.
imports-next-by-itself = Следующий начнётся сам { $when }

imports-lead-several = Каждый каталог сам по себе
imports-lead-several-next = Каждый каталог сам по себе · следующий импорт (каталог { $directory }) начнётся сам { $when }
imports-lead-none = Каждое копирование из каталога
imports-lead-ended = Последний завершился { $when }
imports-lead-next = следующий начнётся сам { $when }
imports-lead-off = каталог отключён
imports-overdue = { $of ->
    [directory] Импорт каталога { $directory } запаздывает: прошло два срока по расписанию, и ни один импорт не завершился.
   *[all] Импорт запаздывает: прошло два срока по расписанию, и ни один импорт не завершился.
} { $last ->
    [none] Пока не завершился ни один.
   *[ended] Последний завершился { $when }.
} Кто с тех пор ушёл из компании, может всё ещё оставаться агентом. Посмотрите, <outcomes>чем закончились последние</outcomes>, и что показывает проверка в разделе <settings>«{ layout-ldap-directory }»</settings>.

imports-kind = Вид
imports-all-kinds = Все виды
imports-previews = Предпросмотры
imports-state = Состояние
imports-all-states = Все состояния
imports-outcome = Итог
imports-all-outcomes = Все итоги
imports-notable = С изменениями или неполадками
imports-directory = Каталог
imports-all-directories = Все каталоги
imports-column-import = Импорт
imports-column-started-by = Кто запустил
imports-column-when = Когда
imports-column-read = Прочи{ "\u00AD" }тано
imports-column-added = Добав{ "\u00AD" }лено
imports-column-updated = Обнов{ "\u00AD" }лено
imports-column-removed = Удалено
imports-column-held = Удер{ "\u00AD" }жано
imports-column-skipped = Пропу{ "\u00AD" }щено
imports-nothing-found = Ничего не найдено
imports-none-found-text = Ни один импорт не подходит под эти фильтры.
imports-none-yet = Импортов пока нет
imports-none-yet-text = Нажмите «{ imports-preview-changes }», чтобы увидеть, кто станет агентом: при этом ничего не записывается. Первый импорт начнётся сам в указанное выше время или сразу по кнопке «{ imports-import-users }».
imports-connect = Подключить каталог
imports-connect-text = Импорт копирует людей из вашего LDAP-каталога; каждый импорт перечислен здесь со всем, что он изменил. Сначала подключите каталог.

imports-asked-imports = { $count ->
    [one] Запрошен { $count } импорт, по одному на каждый каталог.
    [few] Запрошено { $count } импорта, по одному на каждый каталог.
    [many] Запрошено { $count } импортов, по одному на каждый каталог.
   *[other] Запрошено { $count } импорта, по одному на каждый каталог.
}
imports-asked-previews = { $count ->
    [one] Запрошен { $count } предпросмотр, по одному на каждый каталог.
    [few] Запрошено { $count } предпросмотра, по одному на каждый каталог.
    [many] Запрошено { $count } предпросмотров, по одному на каждый каталог.
   *[other] Запрошено { $count } предпросмотра, по одному на каждый каталог.
}
imports-no-such-directory = Каталога с номером { $number } нет.
imports-being-cancelled = Импорт отменяется.
imports-ended-already = Импорт уже завершился.
imports-choose-decision = Выберите решение: удалить или оставить.
imports-no-digest = Не хватает контрольной суммы списка, который был показан.
imports-kept = { $count ->
    [one] { $count } агент оставлен. Он останется агентом, пока его снова не увидят в каталоге или не изменятся настройки.
    [few] { $count } агента оставлены. Они останутся агентами, пока их снова не увидят в каталоге или не изменятся настройки.
    [many] { $count } агентов оставлены. Они останутся агентами, пока их снова не увидят в каталоге или не изменятся настройки.
   *[other] { $count } агента оставлены. Они останутся агентами, пока их снова не увидят в каталоге или не изменятся настройки.
}
imports-nothing-waits = Решать больше нечего: кто-то уже решил или новому импорту нечего удерживать.
imports-list-changed = Список тем временем изменился, поэтому ничего не сделано. Перед вами нынешний: решите заново.
imports-approved-meanwhile = Ничего не сделано: удаление тем временем одобрено, и импорт уже выполняет его. Чтобы вернуть всё назад, отмените этот импорт.
imports-still-waits = Никто не удалён: ниже указано, почему этот список всё ещё ждёт.

imports-first-steps = Первые шаги
imports-first-connect = Подключить каталог
imports-first-connect-text = Заполните параметры подключения и нажмите «Сохранить». Подключение проверяется сразу, шаг за шагом, и пока никто не импортируется.
imports-first-preview = Предпросмотр
imports-first-preview-text = Предпросмотр читает каталог и показывает, кто станет агентом. Он ничего не записывает.
imports-first-import = Импортировать пользователей
imports-first-import-text = Импорт делает людей из каталога агентами и повторяется сам.
imports-first-sign-in = Войти как агент
imports-first-sign-in-text = Попробуйте: откройте адрес панели в приватном окне и войдите с почтой и паролем из каталога одного из агентов.
imports-first-to-preview = К предпросмотру

imports-next = Что будет дальше
imports-next-signing-in = Вход
imports-next-leaving = Кто уходит
imports-next-backup = Резервная копия
imports-next-address = Агенты входят здесь — со своей почтой и паролем из каталога. Сообщите им этот адрес:
imports-next-this-machine = Этот адрес доступен только с этой машины. Запустите панель, указав в <code>MUSTER_PUBLIC_URL</code> адрес, которым пользуются другие.
imports-next-skipped = { $count ->
    [one] <link>Пропущена { $count } запись</link>, войти с ней нельзя: в каждой строке указано почему.
    [few] <link>Пропущено { $count } записи</link>, войти с ними нельзя: в каждой строке указано почему.
    [many] <link>Пропущено { $count } записей</link>, войти с ними нельзя: в каждой строке указано почему.
   *[other] <link>Пропущено { $count } записи</link>, войти с ними нельзя: в каждой строке указано почему.
}
imports-next-imports = Следующий начнётся сам { $when }, а потом — { $interval }. Имена, адреса и телефоны следуют за каталогом, а кто в нём появился, становится агентом.
imports-next-leaving-text = Кого больше нет в каталоге, того следующий импорт удалит; его сеансы сразу завершатся. { $days ->
    [one] Запись хранится { $days } день
    [few] Запись хранится { $days } дня
    [many] Запись хранится { $days } дней
   *[other] Запись хранится { $days } дня
} на случай возвращения. Кто в каталоге отключён, не может войти.
imports-next-leaving-many = { $count ->
    [one] Если разом пришлось бы удалить больше { $percent } % и больше { $count } агента,
   *[other] Если разом пришлось бы удалить больше { $percent } % и больше { $count } агентов,
} никого не удаляют: каталог мог просто ошибиться, поэтому сначала спросят вас.
imports-next-placing = Новые агенты получают группу <strong>{ $group }</strong> и роль <strong>{ $role }</strong>.
imports-next-placing-more = <rules>Правила</rules> дают членам группы LDAP другую роль. Для одного агента роль выбирают на его странице; сделайте администратором и второго <agents>агента</agents>.
imports-next-backup-text = Эта команда записывает агентов, настройки и историю в один файл, в том числе во время работы панели:
imports-next-backup-key = Сохраните и <code>secret.key</code> из папки данных, отдельно от резервных копий: без него сохранённые пароли не прочитать.

imports-search = Имя, DN или значение
imports-change = Изменение
imports-changes = Изменения
imports-all-changes = Все изменения
imports-agent = Агент
imports-what = Что
imports-change-added = Добавление
imports-change-updated = Обновление
imports-change-removed = Удаление
imports-change-restored = Восстановление
imports-change-skipped = Пропуск
imports-change-held = Удержание
imports-change-missed = Нет в ответе
imports-thinned = Отчёт об этом импорте удалён
imports-thinned-text = Отчёты хранятся 90 дней. Числа выше остаются.
imports-no-change-found-text = Ни одно изменение не подходит под этот поиск и этот фильтр.
imports-nothing-would-change = Ничего не изменилось бы
imports-nothing-changed = Ничего не изменилось
imports-as-already = Все агенты уже такие, как указано в каталоге.

imports-hold-waits = { $count ->
    [one] { $count } агент больше не находится в каталоге. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
    [few] { $count } агента больше не находятся в каталоге. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
    [many] { $count } агентов больше не находятся в каталоге. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
   *[other] { $count } агента больше не находятся в каталоге. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
}
imports-hold-waits-of = { $count ->
    [one] { $count } агент каталога { $directory } больше не находится в нём. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
    [few] { $count } агента каталога { $directory } больше не находятся в нём. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
    [many] { $count } агентов каталога { $directory } больше не находятся в нём. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
   *[other] { $count } агента каталога { $directory } больше не находятся в нём. Никто не удалён: нужно ваше решение. <link>Рассмотреть</link>
}
imports-hold-approved = { $count ->
    [one] Удаление { $count } агента одобрено. Следующий импорт выполнит его, если в каталоге не будет именно его. <link>Посмотреть кто</link>
   *[other] Удаление { $count } агентов одобрено. Следующий импорт выполнит его, если в каталоге не будет именно их. <link>Посмотреть кто</link>
}
imports-hold-approved-of = { $count ->
    [one] Удаление { $count } агента каталога { $directory } одобрено. Следующий импорт выполнит его, если в каталоге не будет именно его. <link>Посмотреть кто</link>
   *[other] Удаление { $count } агентов каталога { $directory } одобрено. Следующий импорт выполнит его, если в каталоге не будет именно их. <link>Посмотреть кто</link>
}
imports-held-preview = Предпросмотр: импорт удержал бы эти удаления до решения. Ничего не изменено.
imports-held-again = Этот же список удержан ещё раз. <link>Посмотреть, кто в нём</link>
imports-held-newer = У более нового импорта другой список. <link>Рассмотреть его</link>
imports-held-decides-anew = Следующий импорт решит заново.
imports-held-nothing = Решать больше нечего: более новому импорту нечего удерживать.
imports-held-approved = Удаление одобрено: { $name }, { $when }. Следующий импорт выполнит его, если в каталоге не будет именно этих агентов.
imports-held-question = { $count ->
    [one] Что сделать с { $count } агентом?
   *[other] Что сделать с { $count } агентами?
}
imports-held-advice = Сначала просмотрите список ниже. Если оставить: они останутся агентами, с группой и ролью, пока их снова не увидят в каталоге или не изменятся настройки. Войти они смогут, только пока каталог их находит.
imports-keep = Оставить
imports-keep-after-all = Всё-таки оставить
imports-keeping = Сохранение…
imports-remove = Удалить …
imports-remove-count = { $count ->
    [one] Удалить { $count } агента
   *[other] Удалить { $count } агентов
}
imports-removing = Удаление…
imports-remove-text = Каталог будет прочитан ещё раз. { $count ->
    [one] Если в нём не окажется именно этого { $count } агента, он исчезнет из всех списков, его сеансы сразу завершатся и войти он не сможет.
   *[other] Если в нём не окажется именно этих { $count } агентов, они исчезнут из всех списков, их сеансы сразу завершатся и войти они не смогут.
} { $days ->
    [one] Записи хранятся { $days } день,
    [few] Записи хранятся { $days } дня,
    [many] Записи хранятся { $days } дней,
   *[other] Записи хранятся { $days } дня,
} и кто вернётся в каталог, восстановится сам. Если список изменился, он будет показан заново, и никто не будет удалён.
imports-decided-keep = Решено оставить: { $name }, { $when }.
imports-decided-remove = Удаление одобрено: { $name }, { $when }.

imports-would = Что сделал бы импорт
imports-would-add = { $count ->
    [one] { $count } человек стал бы агентом — группа { $group }, роль { $role }.
    [few] { $count } человека стали бы агентами — группа { $group }, роль { $role }.
    [many] { $count } человек стали бы агентами — группа { $group }, роль { $role }.
   *[other] { $count } человека стали бы агентами — группа { $group }, роль { $role }.
}
imports-would-add-by-rules = { $count ->
    [one] { $count } человек стал бы агентом — группа { $group }, роль { $role }, если правила не дают других.
    [few] { $count } человека стали бы агентами — группа { $group }, роль { $role }, если правила не дают других.
    [many] { $count } человек стали бы агентами — группа { $group }, роль { $role }, если правила не дают других.
   *[other] { $count } человека стали бы агентами — группа { $group }, роль { $role }, если правила не дают других.
}
imports-would-update = { $count ->
    [one] Данные { $count } агента были бы приведены в соответствие с каталогом.
   *[other] Данные { $count } агентов были бы приведены в соответствие с каталогом.
}
imports-would-restore = { $count ->
    [one] { $count } ранее удалённый агент вернулся бы — с группой, ролью и историей.
    [few] { $count } ранее удалённых агента вернулись бы — с группой, ролью и историей.
    [many] { $count } ранее удалённых агентов вернулись бы — с группой, ролью и историей.
   *[other] { $count } ранее удалённого агента вернулись бы — с группой, ролью и историей.
}
imports-would-remove = { $count ->
    [one] { $count } агент был бы удалён: он исчезнет из всех списков и не сможет войти.
    [few] { $count } агента были бы удалены: они исчезнут из всех списков и не смогут войти.
    [many] { $count } агентов были бы удалены: они исчезнут из всех списков и не смогут войти.
   *[other] { $count } агента были бы удалены: они исчезнут из всех списков и не смогут войти.
} { $days ->
    [one] Записи хранятся { $days } день.
    [few] Записи хранятся { $days } дня.
    [many] Записи хранятся { $days } дней.
   *[other] Записи хранятся { $days } дня.
}
imports-would-hold = { $count ->
    [one] Удаление { $count } агента ждало бы вашего решения.
   *[other] Удаление { $count } агентов ждало бы вашего решения.
}
imports-would-leave = { $count ->
    [one] { $count } агент остался бы без изменений.
    [few] { $count } агента остались бы без изменений.
    [many] { $count } агентов остались бы без изменений.
   *[other] { $count } агента остались бы без изменений.
}
imports-would-nothing = Ничего: никто не найден, и никто не изменился бы.
imports-would-skip = { $count ->
    [one] { $count } запись была бы пропущена — чаще всего потому, что нет почты для входа. <link>Посмотреть, кто и почему</link>
    [few] { $count } записи были бы пропущены — чаще всего потому, что нет почты для входа. <link>Посмотреть, кто и почему</link>
    [many] { $count } записей были бы пропущены — чаще всего потому, что нет почты для входа. <link>Посмотреть, кто и почему</link>
   *[other] { $count } записи были бы пропущены — чаще всего потому, что нет почты для входа. <link>Посмотреть, кто и почему</link>
}
imports-would-bring-nobody = Никто не стал бы агентом: все записи были бы пропущены.
imports-would-ask = Причина указана в каждой строке ниже. Чаще всего у людей нет значения в читаемом атрибуте: укажите другой в поле «{ names-field-mail-attribute }» или дайте служебной учётной записи право читать его.
imports-import-now = Импортировать сейчас
imports-change-settings = Изменить настройки
imports-would-note = Импорт читает каталог заново, поэтому учитывает то, что изменится там за это время. В своё время он начнётся и сам.
