activity-lead = Кто что сделал, сначала новое. Записи только добавляются и хранятся 400 дней.
activity-export = Экспорт CSV
activity-search = Искать по тому, кто, с кем и с какого адреса
activity-action = Действие
activity-all-actions = Все действия
activity-from = С
activity-until = По
activity-of-agent = Что сделал <link>{ $name }</link> и что сделали с ним.
activity-nothing-yet = Записей пока нет
activity-nothing-yet-text = Каждый вход, каждое изменение и его автор записываются здесь сразу, и изменить запись потом нельзя.
activity-nothing-found = Ничего не найдено
activity-nothing-found-text = Ни одна запись не подходит под эти фильтры.
activity-nothing-so-far = Пока ничего не найдено
activity-nothing-so-far-text = Среди просмотренных последних записей подходящих нет.
activity-look-further = Искать дальше
activity-when = Когда
activity-what = Что
activity-address = Адрес
activity-number = Номер
activity-records = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
activity-newest = Новые
activity-older = Более старые

activity-actor-command = Команда
activity-actor-schedule = Панель
activity-actor-nobody = Неизвестный

activity-times = { $count ->
    [one] { $what } ({ $count } раз)
    [few] { $what } ({ $count } раза)
    [many] { $what } ({ $count } раз)
   *[other] { $what } ({ $count } раза)
}
activity-reason = { $what }: { $reason }
activity-change = { $field }: было { $old }, стало { $new }
activity-change-new = { $field }: { $new }
activity-change-secret = { $field }: изменено
activity-no-value = пусто

activity-label-signed-in = Вход
activity-label-sign-in-failed = Неудачный вход
activity-label-signed-out = Выход
activity-label-not-confirmed = Не подтверждено
activity-label-refused = Отказ
activity-label-sessions-ended = Завершение сеансов
activity-label-password-changed = Смена пароля
activity-label-second-factor-set = Настройка второго фактора
activity-label-second-factor-reset = Сброс второго фактора
activity-label-unlocked = Снятие блокировки
activity-label-settings-saved = Сохранение настроек
activity-label-rules-saved = Сохранение правил
activity-label-directory-added = Добавление каталога
activity-label-directory-deleted = Удаление каталога
activity-label-import-started = Запуск импорта
activity-label-import-cancelled = Отмена импорта
activity-label-removals-decided = Решение об удалениях
activity-label-agent-added = Добавление агента
activity-label-agent-edited = Изменение агента
activity-label-agent-blocked = Блокировка агента
activity-label-agent-unblocked = Разблокировка агента
activity-label-agent-deleted = Удаление агента
activity-label-group-added = Добавление группы
activity-label-group-renamed = Переименование группы
activity-label-group-deleted = Удаление группы
activity-label-first-administrator = Первый администратор
activity-label-owner-set = Назначение владельца
activity-label-key-rotated = Смена ключа
activity-label-backup-made = Резервная копия
activity-label-restored = Восстановление
activity-label-activity-exported = Экспорт журнала
activity-label-activity-pruned = Очистка журнала

activity-did-signed-in = { $actor } — вход в панель
activity-did-sign-in-failed = { $actor } — неудачная попытка входа
activity-did-signed-out = { $actor } — выход
activity-did-not-confirmed = { $actor } — собственный пароль не подтверждён
activity-did-refused = { $actor } — отказано
activity-did-sessions-ended = { $whom ->
    [self] { $actor } — завершены свои сеансы
   *[other] { $actor } — завершены сеансы: { $subject }
}
activity-did-password-changed = { $whom ->
    [self] { $actor } — изменён свой пароль
   *[other] { $actor } — изменён пароль: { $subject }
}
activity-did-second-factor-set = { $whom ->
    [self] { $actor } — настроен свой второй фактор
   *[other] { $actor } — настроен второй фактор: { $subject }
}
activity-did-second-factor-reset = { $whom ->
    [self] { $actor } — отключён свой второй фактор
   *[other] { $actor } — отключён второй фактор: { $subject }
}
activity-did-unlocked = { $whom ->
    [self] { $actor } — снята блокировка своего входа
   *[other] { $actor } — снята блокировка входа: { $subject }
}
activity-did-settings-saved = { $actor } — изменены настройки: { $subject }
activity-did-rules-saved = { $actor } — изменены правила: { $subject }
activity-did-directory-added = { $actor } — добавлен каталог { $subject }
activity-did-directory-deleted = { $actor } — запрошено удаление каталога { $subject }
activity-did-import-started = { $actor } — запрошен { $subject }
activity-did-import-cancelled = { $actor } — отменён { $subject }
activity-did-removals-decided = { $actor } — принято решение об удалениях, которые удерживает { $subject }
activity-did-agent-added = { $actor } — добавлен агент { $subject }
activity-did-agent-edited = { $whom ->
    [self] { $actor } — изменена своя запись агента
   *[other] { $actor } — изменён агент { $subject }
}
activity-did-agent-blocked = { $whom ->
    [self] { $actor } — заблокирована своя запись агента
   *[other] { $actor } — заблокирован агент { $subject }
}
activity-did-agent-unblocked = { $whom ->
    [self] { $actor } — разблокирована своя запись агента
   *[other] { $actor } — разблокирован агент { $subject }
}
activity-did-agent-deleted = { $whom ->
    [self] { $actor } — удалена своя запись агента
   *[other] { $actor } — удалён агент { $subject }
}
activity-did-group-added = { $actor } — добавлена группа { $subject }
activity-did-group-renamed = { $actor } — переименована группа { $subject }
activity-did-group-deleted = { $actor } — удалена группа { $subject }
activity-did-first-administrator = { $actor } — создан первый администратор
activity-did-owner-set = { $actor } — создан локальный администратор или задан пароль: { $subject }
activity-did-key-rotated = { $actor } — сменён секретный ключ
activity-did-backup-made = { $actor } — создана резервная копия
activity-did-restored = { $actor } — восстановлено из резервной копии
activity-did-activity-exported = { $actor } — экспортирован журнал действий
activity-did-activity-pruned = { $actor } — удалены самые старые записи этого журнала
