agents-lead = { $count ->
    [one] { $count } агент · { $imported } из LDAP
    [few] { $count } агента · { $imported } из LDAP
    [many] { $count } агентов · { $imported } из LDAP
   *[other] { $count } агента · { $imported } из LDAP
}
agents-lead-matching = { $count ->
    [one] Подходят { $found } из { $count } агента
   *[other] Подходят { $found } из { $count } агентов
}
agents-lead-removed = { $count ->
    [one] { $count } удалённый агент
    [few] { $count } удалённых агента
    [many] { $count } удалённых агентов
   *[other] { $count } удалённого агента
}
agents-matches = { $count ->
    [0] Подходящих агентов нет.
    [one] Подходит { $count } агент.
    [few] Подходят { $count } агента.
    [many] Подходят { $count } агентов.
   *[other] Подходит { $count } агента.
}
agents-export = Экспорт CSV
agents-new = Новый агент

agents-what-muster-does = Muster переносит людей из LDAP-каталога вашей компании и впускает их с тем паролем, который у них там есть.
agents-nobody-imported = Пока никто не импортирован
agents-preview-first = Предпросмотр первого импорта
agents-no-directory = Каталог ещё не подключён
agents-connect = Подключить каталог

agents-search = Имя, почта или телефон
agents-all-groups = Все группы
agents-all-roles = Все роли
agents-source-all = Все источники
agents-source-ldap = LDAP
agents-source-local = Локальный
agents-state-present = Не удалённые
agents-sign-in-any = Вход: любой
agents-never-signed-in = Ещё не входили
agents-all-directories = Все каталоги
agents-order = Порядок
agents-order-name = По имени
agents-order-name-last = По имени, с конца
agents-order-email = По почте
agents-order-email-last = По почте, с конца
agents-order-phone = По телефону
agents-order-phone-last = По телефону, с конца
agents-order-group = По группе
agents-order-group-last = По группе, с конца
agents-order-role = По роли
agents-order-role-last = По роли, с конца
agents-order-source = По источнику
agents-order-source-last = По источнику, с конца
agents-order-state = По состоянию
agents-order-state-last = По состоянию, с конца
agents-order-latest = Сначала входившие недавно
agents-order-latest-last = Сначала входившие давно

agents-page-empty = На этой странице никого не осталось
agents-page-empty-text = Те, кто был здесь, теперь на предыдущих страницах.
agents-nobody-found = Никого не найдено
agents-nobody-found-text = Ни один агент не подходит под этот поиск и эти фильтры.
agents-nobody-found-ask = Ни один агент не подходит под этот поиск и эти фильтры. Возможно, каталог знает того, кто не стал агентом, и скажет почему.
agents-look-in-directory = Искать в каталоге
agents-none-yet = Агентов пока нет
agents-none-yet-next = Люди из каталога компании появятся здесь после следующего импорта.
agents-none-yet-first = Агенты появятся здесь после первого импорта.

agents-name = Имя
agents-email = Почта
agents-phone = Телефон
agents-group = Группа
agents-groups = Группы
agents-role = Роль
agents-source = Источник
agents-state = Состояние
agents-sign-in = Вход
agents-last-sign-in = Последний вход
agents-directory = Каталог
agents-password = Пароль
agents-never = ни разу
agents-blocked-here = Заблокирован здесь

agents-removed = Удалённые агенты
agents-removed-note = { $days ->
    [one] Удалённых агентов нет в других списках, и войти они не могут. Кто вернётся в каталог, будет восстановлен сам собой, с группой, ролью и историей; остальные окончательно удаляются через { $days } день.
    [few] Удалённых агентов нет в других списках, и войти они не могут. Кто вернётся в каталог, будет восстановлен сам собой, с группой, ролью и историей; остальные окончательно удаляются через { $days } дня.
    [many] Удалённых агентов нет в других списках, и войти они не могут. Кто вернётся в каталог, будет восстановлен сам собой, с группой, ролью и историей; остальные окончательно удаляются через { $days } дней.
   *[other] Удалённых агентов нет в других списках, и войти они не могут. Кто вернётся в каталог, будет восстановлен сам собой, с группой, ролью и историей; остальные окончательно удаляются через { $days } дня.
}
agents-removed-when = Удалён
agents-removed-by = Чем
agents-removed-why = Почему
agents-import = импорт №{ $number }

agents-select = Выбор
agents-select-one = Выбрать: { $name }
agents-selected = Выбрано: { $n }
agents-selected-elsewhere = Выбрано: { $n }, из них { $m } не на этой странице
agents-selected-full = По одному можно выбрать не больше { $n }.
agents-with-selected = С выбранными:
agents-all-matching = { $count ->
    [one] Весь { $count } подходящий
    [few] Все { $count } подходящих
    [many] Все { $count } подходящих
   *[other] Все { $count } подходящих
}
agents-action-groups = Группы…
agents-action-role = Роль…
agents-action-block = Заблокировать…
agents-action-unblock = Разблокировать…
agents-clear-selection = Снять выбор

agents-bulk-groups = { $count ->
    [one] Изменить группы { $count } агента
   *[other] Изменить группы { $count } агентов
}
agents-bulk-role = { $count ->
    [one] Задать роль { $count } агента
   *[other] Задать роль { $count } агентов
}
agents-bulk-block = { $count ->
    [one] Заблокировать { $count } агента
   *[other] Заблокировать { $count } агентов
}
agents-bulk-unblock = { $count ->
    [one] Разблокировать { $count } агента
   *[other] Разблокировать { $count } агентов
}
agents-bulk-export = { $count ->
    [one] Экспортировать { $count } агента
   *[other] Экспортировать { $count } агентов
}
agents-bulk-changing = Изменяется…
agents-bulk-others-as-many = Теперь подходят другие, чем при выборе, хотя их столько же. Ничего не изменено. Проверьте, что вы имеете в виду всех.
agents-bulk-others-match = { $expected ->
    [one] Когда вы выбирали, подходил { $expected } агент, теперь их { $count }. Ничего не изменено. Проверьте, всех ли вы по-прежнему имеете в виду.
    [few] Когда вы выбирали, подходили { $expected } агента, теперь их { $count }. Ничего не изменено. Проверьте, всех ли вы по-прежнему имеете в виду.
    [many] Когда вы выбирали, подходили { $expected } агентов, теперь их { $count }. Ничего не изменено. Проверьте, всех ли вы по-прежнему имеете в виду.
   *[other] Когда вы выбирали, подходило { $expected } агента, теперь их { $count }. Ничего не изменено. Проверьте, всех ли вы по-прежнему имеете в виду.
}
agents-bulk-everyone = Все из <link>этого списка</link>, на всех его страницах.
agents-bulk-groups-then = Это считается выбором администратора: правила и импорт эти группы не трогают.
agents-bulk-role-then = Это считается выбором администратора: правила и импорт роль не трогают. Тем, у кого роль сменится, придётся войти заново.
agents-bulk-block-then = Они больше не смогут войти, а их сеансы сразу завершатся. Ничего из их данных не удаляется.
agents-bulk-unblock-then = Они снова смогут войти, насколько это разрешает каталог.
agents-bulk-how = Что сделать
agents-bulk-add = Добавить эти группы и оставить остальные
agents-bulk-remove = Убрать эти группы и оставить остальные
agents-bulk-set = Задать ровно эти группы
agents-bulk-choose-role = Выберите роль
agents-bulk-no-group = Выберите хотя бы одну группу.
agents-bulk-no-how = Выберите, что сделать с группами.
agents-bulk-no-role = Выберите роль.
agents-bulk-no-action = Выберите, что сделать с выбранными агентами.
agents-bulk-nobody = Никто не выбран. Сначала отметьте в списке агентов или всех, кто подходит.
agents-bulk-group-gone = Одну из этих групп тем временем удалили. Вернитесь к списку и выберите заново.

agents-bulk-changed = { $count ->
    [0] Никто не изменён.
    [one] Изменён { $count } агент.
    [few] Изменены { $count } агента.
    [many] Изменены { $count } агентов.
   *[other] Изменено { $count } агента.
}
agents-bulk-unchanged = { $count ->
    [one] У { $count } так было и раньше.
   *[other] У { $count } так было и раньше.
}
agents-bulk-missing = { $count ->
    [one] { $count } уже нет.
   *[other] { $count } уже нет.
}
agents-bulk-removed = { $count ->
    [one] { $count } тем временем удалён импортом и остаётся как есть.
   *[other] { $count } тем временем удалены импортом и остаются как есть.
}
agents-bulk-last-administrator = { $name } — без изменений: это последний локальный администратор, который может войти. Сначала создайте ещё одного.
agents-bulk-oneself = Вас это не коснулось: так никто не может закрыть вход самому себе.
agents-bulk-broke-off = Затем изменение прервалось, остальные остались как были; причина — в журнале панели. Повторите то же через минуту: кто уже изменён, таким и останется.

agents-phrase-groups-added = Добавлены группы
agents-phrase-groups-taken = Убраны группы
agents-phrase-groups-set = Заданы группы
agents-phrase-agents = Агенты
agents-phrase-one-agent = 1 агент
agents-phrase-many-agents = { $count ->
    [one] { $count } агент
    [few] { $count } агента
    [many] { $count } агентов
   *[other] { $count } агента
}
agents-phrase-and-more = { $names } и ещё { $count }

agents-new-lead = Локальный агент входит с собственным паролем. Все остальные приходят из каталога.
agents-password-hint = Не менее 10 символов. Сообщите его не по электронной почте, а другим способом.
agents-create = Создать агента
agents-creating = Создаётся…
agents-cancel = Отмена
agents-edit = Изменить
agents-edit-title = Изменить: { $name }
agents-optional = необязательно
agents-new-password = Новый пароль
agents-new-password-empty = пусто: оставить прежний
agents-new-password-hint = Не менее 10 символов. Сеансы агента завершатся.
agents-block = Заблокировать вход
agents-block-hint = Агент не сможет войти, а его сеансы сразу завершатся.
agents-save = Сохранить
agents-saving = Сохраняется…
agents-password-refused = Пароль: { $error }
agents-last-changed-by = Последнее изменение { $when }, импорт <link>№{ $number }</link>. Чтобы изменить эти значения, измените каталог.
agents-by-rules = По правилам ({ $role })
agents-by-rules-default = По правилам (значение по умолчанию)
agents-follow-rules = Снова следовать правилам
agents-follow-rules-groups = Снова следовать правилам ({ $groups })
agents-follow-rules-default = Снова следовать правилам (значение по умолчанию)
agents-follow-rules-hint = Тогда группы выше не учитываются.
agents-return-default = Вернуть значение по умолчанию
agents-stale = Пока вы редактировали, этого агента изменил кто-то другой. Ваши изменения ещё не сохранены. Сохраните ещё раз, чтобы записать свои значения поверх этих.
agents-stored-now = Сейчас сохранено

agents-phrase-phone-long = Телефон должен быть не длиннее 64 символов.
agents-no-name = Введите имя агента в одну строку.
agents-no-role = Выберите одну из ролей.
agents-group-gone = Одной из этих групп больше нет. Выберите заново.
agents-owned = Это значение принадлежит каталогу. Измените его там; следующий импорт перенесёт его сюда.
agents-email-taken = Эта почта уже у другого агента.
agents-edit-removed = Этот агент удалён; изменять нечего.
agents-delete-owned = Этот агент пришёл из каталога. Удалите его там или заблокируйте ему вход здесь.

agents-created = Агент { $name } создан и может войти.
agents-saved = Сохранено: { $name }.
agents-deleted = Агент { $name } удалён.
agents-deleted-for-good = Агент { $name } удалён окончательно.
agents-sessions-ended = { $count ->
    [one] Завершён { $count } сеанс агента { $name }.
    [few] Завершены { $count } сеанса агента { $name }.
    [many] Завершены { $count } сеансов агента { $name }.
   *[other] Завершено { $count } сеанса агента { $name }.
}

agents-delete = Удалить: { $name }
agents-delete-fold = Удалить: { $name }…
agents-deleting = Удаляется…
agents-delete-then = { $name } больше не сможет войти, сеансы завершатся, а запись исчезнет окончательно.
agents-delete-now = Удалить окончательно сейчас
agents-delete-now-fold = Окончательно удалить сейчас: { $name }…
agents-delete-now-then = Запись агента { $name } с группой, ролью и историей исчезнет окончательно. Если этот человек вернётся в каталог, он станет новым агентом.

agents-person = Человек
agents-in-panel = В панели
agents-in-directory = В каталоге
agents-activity = <link>Действия</link> этого агента: что сделал он и что сделали с ним.
agents-look-up-now = <link>Посмотреть сейчас</link>, что говорит каталог.
agents-signed-in = Открытые сеансы
agents-signed-in-nowhere = Сейчас нет.
agents-second-factor = Второй фактор
agents-on = Включён
agents-off = Выключен
agents-from-attribute = из <code>{ $attribute }</code>
agents-since = Добавлен
agents-last-changed = Последнее изменение
agents-when-by = { $when }, { $import }
agents-removed-banner = Удалён { $when } ({ $import }). { $why } Будет восстановлен сам собой, с группой и ролью, если вернётся в каталог; иначе окончательно удаляется { $end }.
agents-held = Больше не найден в каталоге. Удаление ждёт решения.
agents-held-review = Больше не найден в каталоге. Удаление ждёт решения: <link>рассмотреть</link>.
agents-kept = Не найден в каталоге, но оставлен администратором, пока не найдётся снова или не изменятся настройки.
agents-dn = DN
agents-guid = GUID

agents-allowed = Разрешён
agents-blocked = Заблокирован
agents-blocked-by = Заблокирован администратором
agents-not-possible = Невозможен: в каталоге больше нет
agents-refused-by-directory = Здесь разрешён, каталог отказывает
agents-allowed-once-changed = Разрешён после смены пароля в каталоге

agents-origin-default = при появлении
agents-origin-rule = по правилу
agents-origin-administrator = по выбору администратора
agents-chosen-and-ruled = по выбору администратора; по правилам было бы: { $what }, из-за { $groups }
agents-chosen-no-role = по выбору администратора; роль не даёт ни одно правило
agents-chosen-no-group = по выбору администратора; группу не даёт ни одно правило
agents-ruled = по правилу: { $what }, из-за { $groups }
agents-ruled-unread = пока не прочитаны все правила
agents-and = { $first } и { $next }

agents-wrong-passwords = Неверные пароли
agents-wrong-passwords-count = { $count ->
    [one] Засчитан { $count } неверный пароль.
    [few] Засчитаны { $count } неверных пароля.
    [many] Засчитаны { $count } неверных паролей.
   *[other] Засчитано { $count } неверного пароля.
}
agents-next-try = Следующая попытка будет допущена { $when }.
agents-next-try-known = Следующая попытка будет допущена { $when }, а из браузеров, в которых { $name } раньше уже входил, — сразу.
agents-next-try-now = Следующая попытка будет допущена сразу.
agents-forget-browsers = Забыть браузеры, из которых агент раньше входил
agents-unlock-hint = Позволяет пробовать сразу. Что засчитал сам каталог, остаётся в нём засчитанным.
agents-unlock = Снять блокировку входа
agents-unlocking = Снимается…
agents-may-try = { $name }: теперь можно пробовать войти.
agents-may-try-forgotten = { $name }: теперь можно пробовать войти. Браузеры этого агента забыты.
agents-has-to-wait = { $name }: нужно подождать — при следующем неверном пароле каталог заблокирует учётную запись.
agents-has-to-wait-forgotten = { $name }: нужно подождать — при следующем неверном пароле каталог заблокирует учётную запись. Браузеры этого агента забыты.

agents-history = История
agents-history-lead = Что изменил импорт. Подробности хранятся 90 дней.
agents-history-added = { $when } · { $import }: добавлен
agents-history-restored = { $when } · { $import }: восстановлен
agents-history-removed = { $when } · { $import }: удалён
agents-history-updated = { $when } · { $import }: изменён
agents-history-reason = { $event }: { $reason }
agents-history-change = { $field }: { $old } → { $new }
agents-history-by = { $what } из-за { $groups }
agents-field-name = имя
agents-field-email = почта
agents-field-phone = телефон
agents-field-dn = DN
agents-field-guid = GUID
agents-field-state = состояние
agents-field-role = роль
agents-field-groups = группы
agents-field-role-by-rules = роль по правилам
agents-field-groups-by-rules = группы по правилам
agents-phrase-state-enabled = включён
agents-phrase-state-disabled = отключён
agents-phrase-state-expired = срок истёк
agents-phrase-state-locked = временно заблокирован
agents-phrase-state-must-change = должен сменить пароль

agents-phrase-gone = В каталоге больше нет.
agents-phrase-moved-out = Теперь это { $dn }, вне DN каталога.
agents-phrase-no-longer-matches = По-прежнему есть в каталоге ({ $dn }), но не проходит фильтр пользователей.
agents-phrase-left-group = По-прежнему есть в каталоге ({ $dn }), но больше не входит в группу пользователей LDAP.
agents-phrase-not-matched = До сих пор был известен по другому атрибуту GUID, и ни у одной записи нет DN или почты этого агента.
agents-phrase-not-asked = Не было в ответе, а спросить каталог об этом агенте по GUID не хватило времени.
agents-phrase-directory-deleted = Каталог { $name } удалён из панели.
