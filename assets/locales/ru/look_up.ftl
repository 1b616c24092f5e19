look_up-title = Найти человека
look_up-lead = Что говорит каталог и что из этого следует. Ничего не меняется.
look_up-card-lead = Что каталог говорит об одном человеке и почему он импортируется или нет.
look_up-all-directories = Все каталоги
look_up-directory = Каталог
look_up-text = Почта, имя или DN
look_up-ask = Найти
look_up-asking = Запрос к каталогу…
look_up-nobody = Никто не найден
look_up-nobody-text = Среди записей, которые может читать служебная учётная запись, нет такой, где «{ $text }» стояло бы в { $mail }, { $name } или имени учётной записи либо было бы её DN. Если человек есть в каталоге, возможно, у служебной учётной записи нет права его читать.
look_up-more = Есть и другие. Введите больше букв имени, почту целиком или DN.
look_up-nameless = Без имени

look_up-imported = Будет импортирован
look_up-not-imported = Не будет импортирован
look_up-signs-in = Может войти с правильным паролем
look_up-no-sign-in = Не может войти

look_up-within = внутри
look_up-outside = снаружи
look_up-matches = подходит
look_up-left-out = не пропускает запись
look_up-user-group = Группа пользователей LDAP
look_up-member-directly = член напрямую (<code>{ $attribute }</code>)
look_up-member-through = член через { $groups } (<code>{ $attribute }</code>)
look_up-no-member = не член
look_up-member-unknown = неизвестно: группу нельзя прочитать
look_up-account = Учётная запись
look_up-account-enabled = в порядке
look_up-account-disabled = отключена
look_up-account-expired = срок действия истёк
look_up-account-locked = временно заблокирована
look_up-account-must-change = сначала нужно сменить пароль
look_up-agent = Агент
look_up-no-agent = ещё не агент

look_up-role-by-rule = по правилу: { $role }, по группе { $by }
look_up-role-chosen-against = выбрано администратором; по правилам — { $role }, по группе { $by }
look_up-role-chosen = выбрано администратором; ни одно правило не даёт роль
look_up-role-default = по умолчанию; ни одно правило не даёт роль
look_up-groups-by-rule = по правилу: { $groups }, по группе { $by }
look_up-groups-chosen-against = выбрано администратором; по правилам — { $groups }, по группе { $by }
look_up-groups-chosen = выбрано администратором; ни одно правило не даёт группу
look_up-groups-default = по умолчанию; ни одно правило не даёт группу
look_up-and = { $first } и { $second }

look_up-rules = Правила
look_up-rules-none = { $count ->
    [one] ни одно из { $count } правила не относится к этому человеку
   *[other] ни одно из { $count } правил не относится к этому человеку
}
look_up-rule-directly = Правило { $number }: член напрямую (<code>{ $attribute }</code>)
look_up-rule-through = Правило { $number }: член через { $groups } (<code>{ $attribute }</code>)
look_up-rule-unknown = Правило { $number }: неизвестно, его группу LDAP нельзя прочитать

look_up-attributes = Как читаются атрибуты
look_up-value = Значение
look_up-attribute = Атрибут
look_up-in-directory = В каталоге
look_up-taken = Взято
look_up-taken-nothing = ничего

look_up-groups = { $count ->
    [one] { $count } группа LDAP
    [few] { $count } группы LDAP
    [many] { $count } групп LDAP
   *[other] { $count } группы LDAP
}
look_up-directly = напрямую (<code>{ $attribute }</code>)
look_up-through = через { $groups } (<code>{ $attribute }</code>)
look_up-then = { $first }, затем { $second }
look_up-more-groups = Групп может быть больше: запрошены не все.
look_up-no-groups = Группы LDAP этой записи неизвестны.

look_up-phrase-not-configured = Сначала подключите каталог в разделе «{ layout-ldap-directory }».
look_up-phrase-suspended = Каталог отклонил пароль служебной учётной записи. Сначала исправьте его в разделе «{ layout-ldap-directory }»: до тех пор запросов к каталогу не будет.
look_up-phrase-off = LDAP отключён в настройках.
look_up-phrase-no-agent = Агента с таким GUID ещё нет: сначала его должен добавить импорт.
look_up-phrase-removed = Агент удалён: сначала его должен вернуть импорт.
look_up-phrase-blocked = Администратор заблокировал вход этому агенту.
look_up-phrase-was-off = При последнем импорте учётная запись была отключена или её срок истёк: что это уже не так, должен узнать следующий импорт.
look_up-phrase-mail-taken = Почта { $email } принадлежит агенту { $name } и останется за ним, пока это его адрес. С одним адресом может входить только один человек.
look_up-phrase-mail-taken-local = Почта { $email } принадлежит локальному агенту { $name } и останется за ним, пока это его адрес. С одним адресом может входить только один человек.
look_up-phrase-outside = Запись находится вне DN каталога ({ $base }).
look_up-phrase-filtered = Фильтр пользователей не пропускает запись: { $filter }
look_up-phrase-no-member = Запись не входит в группу пользователей LDAP ({ $group }).
look_up-phrase-group-unread = Группу пользователей LDAP ({ $group }) нельзя прочитать: никто не импортируется.
look_up-phrase-disabled = Учётная запись в каталоге отключена ({ $evidence }).
look_up-phrase-expired = Срок действия учётной записи в каталоге истёк ({ $evidence }).
look_up-phrase-locked = Учётная запись в каталоге заблокирована после неверных паролей ({ $evidence }). Если срок блокировки уже прошёл, с правильным паролем войти можно.
look_up-phrase-must-change = Сначала нужно сменить пароль в каталоге ({ $evidence }).
look_up-phrase-no-guid = У записи нет пригодного { $attribute }, поэтому её нельзя отличить от других. Разрешите служебной учётной записи читать его или укажите другой атрибут GUID.
look_up-phrase-no-mail = У записи нет { $attribute }, поэтому войти с ней было бы нельзя.
look_up-phrase-no-address = У записи в { $attribute } стоит «{ $value }», а это не адрес электронной почты.
look_up-phrase-no-name = У записи нет { $attribute }, чтобы взять его как имя.
look_up-phrase-secret = { $attribute } содержит пароли или ключи: он никогда не запрашивается.
look_up-phrase-name-from-dn = { $attribute } отсутствует: берётся первая часть DN.
look_up-phrase-nobody-needs = Он необязателен.
look_up-phrase-smallest = { $count ->
    [one] Из { $count } значения берётся наименьшее: порядок серверы не хранят.
   *[other] Из { $count } значений берётся наименьшее: порядок серверы не хранят.
}
look_up-phrase-of-dn = { $count ->
    [one] Из { $count } значения берётся то, с которого начинается DN, а иначе первое по порядку: порядок серверы не хранят.
   *[other] Из { $count } значений берётся то, с которого начинается DN, а иначе первое по порядку: порядок серверы не хранят.
}
look_up-phrase-first-address = { $count ->
    [one] Из { $count } значения берётся первое по порядку, которое является адресом: порядок серверы не хранят.
   *[other] Из { $count } значений берётся первое по порядку, которое является адресом: порядок серверы не хранят.
}
look_up-phrase-first = { $count ->
    [one] Из { $count } значения берётся первое по порядку: порядок серверы не хранят.
   *[other] Из { $count } значений берётся первое по порядку: порядок серверы не хранят.
}
look_up-phrase-binary = { $count ->
    [one] (двоичное, { $count } байт)
    [few] (двоичное, { $count } байта)
    [many] (двоичное, { $count } байт)
   *[other] (двоичное, { $count } байта)
}
