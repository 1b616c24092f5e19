# После слов «действие:» — чем была занята панель.
phrases-doing-encrypting = включение шифрования
phrases-doing-policies = чтение политик паролей
phrases-doing-asking-by-guid = запрос по GUID тех, кого не было в ответе
phrases-doing-user-group = чтение группы пользователей
phrases-doing-looking-up = поиск человека
phrases-doing-signing-in = вход
phrases-doing-signing-someone-in = вход человека в панель
phrases-doing-people = чтение людей

phrases-sign-in-wrong = Неверная почта или пароль.
phrases-sign-in-unreachable = Каталог компании сейчас недоступен. Повторите через несколько минут.
phrases-sign-in-busy = Сейчас входит очень много людей. Повторите через несколько секунд.
# После «через».
phrases-sign-in-throttled = Слишком много попыток. Повторите через { $wait }.
phrases-one-second = 1 секунду
phrases-seconds = { $n ->
    [one] { $n } секунду
    [few] { $n } секунды
    [many] { $n } секунд
   *[other] { $n } секунды
}
phrases-one-minute = 1 минуту
phrases-minutes = { $n ->
    [one] { $n } минуту
    [few] { $n } минуты
    [many] { $n } минут
   *[other] { $n } минуты
}
phrases-one-hour = 1 час
phrases-hours = { $n ->
    [one] { $n } час
    [few] { $n } часа
    [many] { $n } часов
   *[other] { $n } часа
}
phrases-code-wrong = Код неверен или уже использован. Введите тот, который приложение показывает сейчас.
phrases-code-throttled = Слишком много попыток. Повторите немного позже.
phrases-code-busy = Сейчас входит слишком много людей. Повторите через несколько секунд.
phrases-code-off = Второй фактор выключен.
phrases-code-on = Второй фактор уже включён.

phrases-password-long = Пароль должен занимать не более 1024 байт. Выберите покороче.
phrases-password-short = В пароле должно быть не менее 10 символов. Выберите подлиннее.
phrases-password-one-character = Пароль не может состоять из одного повторяющегося символа. Выберите другой.
phrases-email = Введите адрес электронной почты, например name@example.com.
phrases-name-long = Имя должно быть не длиннее 200 символов.

phrases-objection-must-change = Сначала нужно сменить пароль. Смените его так, как принято в вашей компании, и войдите снова.
phrases-objection-password-expired = Срок действия пароля истёк, его нужно сменить. Смените его так, как принято в вашей компании, и войдите снова.
phrases-objection-disabled = Ваша учётная запись в каталоге компании отключена. Обратитесь к тем, кто отвечает за каталог.
phrases-objection-account-expired = Срок действия вашей учётной записи в каталоге компании истёк. Обратитесь к тем, кто отвечает за каталог.
phrases-objection-restricted = Каталог компании не разрешает вашей учётной записи входить в это время или отсюда. Обратитесь к тем, кто отвечает за каталог.

phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = учётная запись отключена
phrases-why-unwilling = учётная запись отключена, или сервер отказывается отвечать
phrases-why-locked = учётная запись заблокирована
phrases-why-expired = срок действия учётной записи истёк
phrases-why-password-expired = срок действия пароля истёк
phrases-why-must-change = нужно сменить пароль
phrases-why-time = вход в это время не разрешён
phrases-why-machine = вход с этой машины не разрешён
phrases-why-time-or-machine = вход в это время или с этой машины не разрешён
phrases-why-groups = состоит в слишком многих группах
phrases-why-policy = отказано политикой паролей

phrases-reason-throttled = слишком много попыток
phrases-reason-busy = слишком много входов одновременно
phrases-reason-unreachable = каталог недоступен
phrases-reason-store = сбой хранилища
phrases-reason-code-throttled = слишком много попыток ввести код
phrases-reason-code-wrong = неверный код
phrases-reason-password-and-code = пароль и код
phrases-reason-password-and-recovery = пароль и резервный код
phrases-reason-set-up = настроен
phrases-reason-new-codes = новые резервные коды
phrases-reason-switched-off = отключён
phrases-reason-all = все
phrases-reason-one = один из них
phrases-reason-nobody = ни у одного агента нет такой почты
phrases-reason-no-password = пароль не введён
phrases-reason-directory-off = каталог этого агента отключён
phrases-reason-role = роль не разрешает { $what }
phrases-reason-other-site = запрос прислал другой сайт: { $what }
phrases-reason-stale-form = форма не из этого сеанса: { $what }

phrases-value-yes = да
phrases-value-no = нет
phrases-value-defaults = значения по умолчанию
phrases-value-rules = правила
phrases-value-administrator = администратор
phrases-rule = Правило { $number }
phrases-value-percent-and-count = { $percent } % и { $count }
phrases-value-members = члены { $group }
phrases-value-members-role = члены { $group }, роль { $role }
phrases-value-members-groups = члены { $group }, группы { $groups }
phrases-value-members-role-groups = члены { $group }, роль { $role }, группы { $groups }
phrases-subject-import = импорт №{ $number }
phrases-subject-preview = предпросмотр №{ $number }
phrases-reason-for-good = окончательно
phrases-reason-again = { $reason }, снова и снова в течение десяти минут
phrases-reason-many = больше, чем можно различить: со многих адресов или под многими учётными записями
phrases-reason-failed = не удалось
phrases-reason-browsers = браузеры этого агента забыты
phrases-reason-at-once = можно пробовать сразу
phrases-reason-browsers-wait = браузеры этого агента забыты, и нужно ждать каталога
phrases-reason-wait = нужно ждать каталога
phrases-reason-remove = удалить их импортом №{ $number }
phrases-reason-keep-one = оставить 1 агента
phrases-reason-keep = { $count ->
    [one] оставить { $count } агента
   *[other] оставить { $count } агентов
}
phrases-reason-sealing-finished = завершена после того, как была прервана; прежний ключ: { $key }
phrases-reason-sealed = { $count ->
    [one] перешифрован { $count } секрет
    [few] перешифровано { $count } секрета
    [many] перешифровано { $count } секретов
   *[other] перешифровано { $count } секрета
}
phrases-reason-all-of-log = целиком
phrases-reason-filtered = с фильтром: { $fields }
phrases-reason-all-off = все каталоги отключены
phrases-reason-no-more = больше не может входить
phrases-reason-wrong-local = неверный пароль локальной учётной записи

phrases-learned-one = подходит 1 человек
phrases-learned-many = { $count ->
    [one] подходит { $count } человек
    [few] подходят { $count } человека
    [many] подходят { $count } человек
   *[other] подходят { $count } человека
}
phrases-learned-more = { $count ->
    [one] подходит больше { $count } человека
   *[other] подходит больше { $count } человек
}
phrases-learned-filter = Фильтр пользователей для { $kind }: { $filter }
phrases-learned-outside-one = 1 член группы пользователей LDAP находится вне DN каталога или фильтра пользователей и не импортируется.
phrases-learned-outside = { $count ->
    [one] { $count } член группы пользователей LDAP находится вне DN каталога или фильтра пользователей и не импортируется.
    [few] { $count } члена группы пользователей LDAP находятся вне DN каталога или фильтра пользователей и не импортируются.
    [many] { $count } членов группы пользователей LDAP находятся вне DN каталога или фильтра пользователей и не импортируются.
   *[other] { $count } члена группы пользователей LDAP находятся вне DN каталога или фильтра пользователей и не импортируются.
}
phrases-learned-plain = Без шифрования: пароли агентов передаются по сети открыто.
phrases-learned-certificate = { $version }, сертификат действителен до { $date }
phrases-learned-certificate-ends = Срок действия сертификата скоро истечёт: обновите его на сервере.
phrases-learned-client-certificate = Предъявлен клиентский сертификат, действителен до { $date }
phrases-learned-client-certificate-ends = Срок действия клиентского сертификата скоро истечёт или уже истёк: вставьте новый в поле «{ names-field-client-certificate }».
phrases-learned-present = { $attribute }: { $count } из { $count_all }
phrases-learned-no-guid = { $count ->
    [one] У { $count } нет пригодного GUID, импортировать эту запись нельзя.
   *[other] У { $count } нет пригодного GUID, импортировать эти записи нельзя.
}
phrases-learned-no-mail = { $count ->
    [one] У { $count } нет пригодного адреса почты, войти с этой записью нельзя.
   *[other] У { $count } нет пригодного адреса почты, войти с этими записями нельзя.
}
phrases-what-rsa = { $count ->
    [one] ключ RSA на { $count } бит
    [few] ключ RSA на { $count } бита
    [many] ключ RSA на { $count } бит
   *[other] ключ RSA на { $count } бита
}
phrases-what-ec = { $count ->
    [one] ключ EC на { $count } бит
    [few] ключ EC на { $count } бита
    [many] ключ EC на { $count } бит
   *[other] ключ EC на { $count } бита
}
phrases-what-dsa = ключ DSA
phrases-what-signature = подпись { $name }
phrases-what-signature-above = подпись старого или неизвестного вида выше по цепочке
phrases-run-stopped = Панель была остановлена.

# После имени записи: почему она пропущена.
phrases-skip-no-guid = нет пригодного значения { $attribute }, поэтому запись нельзя отличить от других. Дайте служебной учётной записи право читать его или укажите другой атрибут GUID.
phrases-skip-no-mail = нет значения { $attribute }, поэтому войти было бы нельзя.
phrases-skip-mail-is-no-address = в { $attribute } стоит «{ $value }», а это не адрес электронной почты.
phrases-skip-no-name = нет значения { $attribute }, которое могло бы служить именем.
phrases-skip-mail-taken = та же почта, что у { $by_dn } ({ $email }). По одному адресу может входить только один человек: измените один из адресов в каталоге.
phrases-skip-mail-of-local-agent = почта принадлежит локальному агенту ({ $email }). Чтобы импортировать этого человека, измените или удалите локального агента.
phrases-skip-mail-of-other-directory = почта принадлежит агенту каталога { $directory } ({ $email }). Адрес остаётся за первым: измените один из них или импортируйте этого человека, когда тот агент уйдёт.
phrases-skip-guid-twice = тот же GUID ({ $guid }), что у { $other_dn }. Выберите атрибут GUID, значение которого у всех разное.
phrases-skip-malformed = не удалось прочитать: { $what }.
phrases-flaw-long-dn = DN длиннее 8 КиБ
phrases-flaw-dn-not-utf8 = DN не в UTF-8
phrases-flaw-empty-dn = DN пуст
phrases-flaw-no-dn = нет DN

phrases-cause-gone = Больше нет в каталоге.
phrases-cause-moved-out = Теперь находится в { $dn }, вне DN каталога.
phrases-cause-no-longer-matches = Всё ещё в каталоге ({ $dn }), но не подходит под фильтр пользователей.
phrases-cause-left-group = Всё ещё в каталоге ({ $dn }), но больше не состоит в группе пользователей LDAP.
phrases-cause-not-matched = До сих пор известен по другому атрибуту GUID, и ни у одной записи нет DN или почты этого агента.
phrases-cause-not-asked = В ответе нет, а спросить каталог об этом агенте по GUID не хватило времени.
phrases-cause-directory-deleted = Каталог { $name } удалён из панели.
phrases-missed = В ответе на поиск нет, но по запросу GUID запись нашлась: этот агент не удалён.

phrases-held-settings-changed = С последнего исправного импорта изменилось: { $what }. Поэтому никто не удалён: кого больше не находят, тот может быть просто вне того, что читается теперь. Вероятные причины, если эти люди должны остаться: новое значение их не охватывает или в нём опечатка.
phrases-held-settings = настройки
phrases-held-guid-attribute = атрибут GUID
phrases-held-nobody-found = Каталог ответил без ошибки, но не показал ни одного человека, поэтому никто не удалён. Вероятные причины: служебная учётная запись потеряла право читать людей, под DN каталога или фильтр пользователей больше никто не подходит, группа пользователей LDAP пуста или сервер — новая, ещё не заполненная реплика.
phrases-held-too-many = { $absent } из { $agents } LDAP-агентов больше не находятся — это свыше { $percent } % и больше { $count }, поэтому никто не удалён. Вероятные причины, если эти люди должны остаться: служебная учётная запись потеряла право читать некоторых из них, они больше не подходят под DN каталога или фильтр пользователей, их переместили в каталоге или сервер — ещё не заполненная реплика.
phrases-held-not-confirmed = { $agents ->
    [one] В ответе не было { $agents } агента, и спросить каталог о нём по GUID не удалось:
   *[other] В ответе не было { $agents } агентов, и спросить каталог о каждом из них по GUID не удалось:
} он отвечал слишком медленно или отказал. Поэтому никто не удалён, и следующий импорт спросит снова. Индекс по атрибуту GUID ускорит это.
phrases-held-nothing-to-compare = Ещё ни один импорт не завершился, поэтому неизвестно, были ли эти агенты прочитаны с нынешними настройками, и никто не удалён.
phrases-held-undecided = Эти удаления удержал более ранний импорт, и решения пока нет, поэтому никто не удалён. Он сообщил: { $before }

phrases-note-rule-not-read = Члены { $group } неизвестны, поэтому правило { $rule } никого не изменило: у всех, о ком оно могло бы решать, роль и группы остаются. { $why }
phrases-note-check-rule = Проверьте, нет ли опечатки в DN группы LDAP этого правила, и права служебной учётной записи.
phrases-note-no-administrator = { $local ->
    [one] После этого импорта ни один агент из каталога больше не администратор. Остаётся { $local } локальный администратор, который может войти.
    [few] После этого импорта ни один агент из каталога больше не администратор. Остаются { $local } локальных администратора, которые могут войти.
    [many] После этого импорта ни один агент из каталога больше не администратор. Остаются { $local } локальных администраторов, которые могут войти.
   *[other] После этого импорта ни один агент из каталога больше не администратор. Остаются { $local } локального администратора, которые могут войти.
}

phrases-run-changed-meanwhile = Пока шёл импорт, в панели изменили агентов или группы. Запустите импорт ещё раз.
phrases-run-store-failed = Сбой хранилища панели. Проверьте, что его диск или база данных на месте и не заполнены, и запустите импорт ещё раз.
phrases-run-too-long = Импорт прерван через 30 минут. Проверьте нагрузку на сервер каталога или сузьте «{ names-field-base-dn }» или «{ names-field-user-filter }».
phrases-run-fault = Импорт прерван из-за ошибки в самой панели. Запустите его ещё раз; если это повторится, сообщите об ошибке, приложив журнал панели.
phrases-run-no-room = Там, где лежит хранилище панели, свободно только { $free } МБ, а этому импорту нужно { $needed } МБ. Освободите место: следующий импорт продолжит сам.
phrases-run-given-up = { $times ->
    [one] Работа над этим импортом начиналась { $times } раз и каждый раз обрывалась:
    [few] Работа над этим импортом начиналась { $times } раза и каждый раз обрывалась:
    [many] Работа над этим импортом начиналась { $times } раз и каждый раз обрывалась:
   *[other] Работа над этим импортом начиналась { $times } раза и каждый раз обрывалась:
} выходила из строя панель или её хранилище. Проверьте журналы и память панелей и запустите импорт ещё раз.
phrases-run-directory-deleted = Этот каталог удалён из панели.
phrases-request-not-configured = Сначала подключите каталог в разделе «{ layout-ldap-directory }».
phrases-request-disabled = LDAP-каталог отключён. Включите его в разделе «{ layout-ldap-directory }».
