ldap-new-title = Новый каталог
ldap-lead = Агенты копируются отсюда { $every }. Их пароли остаются в каталоге.
ldap-add = Добавить каталог
ldap-all-directories = Все каталоги
ldap-back = Назад

ldap-directories = LDAP-каталоги
ldap-directories-lead = { $count ->
    [one] { $count } каталог
    [few] { $count } каталога
    [many] { $count } каталогов
   *[other] { $count } каталога
} · агент относится к одному из них и входит с паролем из этого каталога
ldap-table = Каталоги
ldap-column-directory = Каталог
ldap-column-kind = Вид
ldap-column-status = Состояние
ldap-column-agents = Агенты
ldap-column-last = Последний импорт
ldap-column-next = Следующий
ldap-column-actions = Действия
ldap-import = Импортировать пользователей
ldap-starting = Запускается…
ldap-edit = Изменить
ldap-never = ещё не было
ldap-overdue = Просрочен
ldap-which = Каталогов несколько, и не сказано, о котором идёт речь. Отправьте форму по его собственному адресу: { $each }.
ldap-which-one = { $name } — { $address }

ldap-status-none = Каталога ещё нет
ldap-status-off = LDAP выключен
ldap-status-checking = Проверка подключения
ldap-status-up = Подключено · { $took } · проверено { $ago }
ldap-status-up-short = Подключено · { $took }
ldap-status-all-up = Все подключены · проверено { $ago }
ldap-status-down = Нет подключения · { $why } · проверено { $ago }
ldap-status-down-short = Нет подключения · { $why }
ldap-status-of = { $directory }: { $status }
ldap-short-host = сервер не найден
ldap-short-no-servers = в DNS нет серверов
ldap-short-dns = DNS не отвечает
ldap-short-connection-refused = в подключении отказано
ldap-short-no-answer = нет ответа
ldap-short-unreachable = сервер недоступен
ldap-short-not-ldap = это не LDAP-сервер
ldap-short-encryption-failed = сбой шифрования
ldap-short-client-required = нужен клиентский сертификат
ldap-short-client-refused = клиентский сертификат отклонён
ldap-short-client-unusable = клиентский сертификат непригоден
ldap-short-certificate = сертификат не принят
ldap-short-password = пароль не принят
ldap-short-encryption-required = нужно шифрование
ldap-short-user = сервер не понял пользователя
ldap-short-unreadable = пароль не расшифровать
ldap-short-base = база не найдена
ldap-short-no-access = нет доступа
ldap-short-nobody = никто не найден
ldap-short-group = группа не найдена
ldap-short-limit = ограничение сервера
ldap-short-busy = сервер занят
ldap-short-lost = соединение прервано
ldap-short-referral = отсылает к другому серверу
ldap-short-refused = отказано

ldap-saved-off = Сохранено и выключено: ни проверок, ни импорта, и никто из каталога не может войти. Агенты и настройки сохраняются.
ldap-saved-connected = Подключено. Настройки сохранены.
ldap-saved-unchecked = Сохранено без проверки. Состояние покажет, что найдёт следующая проверка.
ldap-certificate-taken = Сертификат теперь стоит в поле «{ names-field-ca-certificate }», но ещё ничего не сохранено. Введите пароль ещё раз и нажмите «{ ldap-save }».
ldap-nothing-saved = Ничего не сохранено. Смотрите сообщения у полей.
ldap-connected-saved = Подключено. Эти настройки сохранены и работают.
ldap-connected-not-saved = Подключено. Ещё ничего не сохранено: нажмите «{ ldap-save }», чтобы оставить эти настройки.
ldap-not-connected-not-saved = Подключиться не удалось, поэтому ничего не сохранено. { $message }
ldap-not-connected = Подключиться не удалось. { $message }
ldap-added-meanwhile = Тем временем кто-то добавил каталог, поэтому ничего не сохранено. Если это другой каталог, сохраните ещё раз.
ldap-stale = Пока вы вносили изменения, эти настройки сохранил кто-то другой. Ваши значения не сохранены. Сохраните ещё раз, чтобы заменить ими чужие.
ldap-stored-now = Сейчас сохранено
ldap-yes = Да
ldap-no = Нет

ldap-shown = Сертификат, который показал сервер
ldap-shown-for = Кому выдан
ldap-shown-issuer = Кем подписан
ldap-shown-until = Действителен до
ldap-shown-fingerprint = Отпечаток SHA-256
ldap-shown-compare = Показать сертификат мог и тот, кто стоит между этой панелью и сервером. Узнайте отпечаток у тех, кто отвечает за каталог, — по телефону или на самом сервере — и примите сертификат, только если отпечаток тот же.
ldap-shown-authority = Это сертификат центра сертификации: доверять будут каждому сертификату, который он подпишет для этого сервера.
ldap-shown-own = Это сертификат самого сервера, а не центра сертификации: когда сервер получит другой, принять его нужно будет заново.
ldap-shown-take = Отпечаток тот же: принять этот сертификат

ldap-hint-windows-name = Имя вида { $name } понимает только Active Directory; этому серверу нужен полный DN.
ldap-hint-one-part = { $name } сам по себе редко бывает полным DN: допишите, где находится запись, например { $name },dc=example,dc=com.
ldap-hint-bases = Сервер сообщает, что его записи начинаются здесь: { $bases }.
ldap-hint-group = Учитываются только члены { $group }: возможно, их нет или это не группа. Подразделению (organizational unit) место в поле «{ names-field-base-dn }».
ldap-hint-filter = Попробуйте один раз с пустым полем «{ names-field-user-filter }»: тогда важен только вид записи.

ldap-connection = Подключение
ldap-connection-lead = Где находится каталог и какая учётная запись его читает.
ldap-attributes = Атрибуты
ldap-attributes-lead = Что в каком атрибуте. Пустые поля заполняются по виду сервера.
ldap-attributes-lead-for = Что в каком атрибуте. Пустые поля заполняются по виду сервера: { $kind }.
ldap-arrivals = Кто становится агентом
ldap-arrivals-lead = И что агент получает, когда появляется впервые.
ldap-removals = Кого удаляют
ldap-removals-lead = Никого, пока ошибаться может сам каталог: тогда импорт ждёт вашего решения.
ldap-optional = необязательно
ldap-name = Название
ldap-name-hint = Как этот каталог называется в панели. Пусто — по имени сервера.
ldap-enabled-hint = Выключено: ни проверок, ни импорта, и никто из каталога не входит. Агенты и настройки сохраняются.
ldap-host-hint = Имя, адрес или целый URL ldap://; несколько через запятую пробуются по порядку. ldap+srv://домен — серверы, которые указаны в DNS.
ldap-security-none = Без шифрования
ldap-security-starttls = StartTLS — шифрование поверх обычного порта
ldap-security-ldaps = LDAPS — шифрование с самого начала
ldap-security-plain-hint = <caution>Без шифрования пароли ваших агентов передаются по сети открыто.</caution> Выберите StartTLS или LDAPS, если сервер их поддерживает.
ldap-security-hint = По этому соединению передаются пароли ваших агентов.
ldap-ca-aside = необязательно, PEM
ldap-ca-hint = Ему доверяют вместо центров сертификации этой машины. Сертификаты проверяются всегда.
ldap-client-aside = необязательно — для серверов, которые его запрашивают
ldap-client-hint = Предъявляется по запросу сервера, при StartTLS и LDAPS. Поля «{ names-field-user }» и «{ names-field-password }» всё равно нужны: вход выполняется по ним. Пустое поле удаляет сертификат и его ключ.
ldap-client-key = Ключ клиентского сертификата
ldap-client-key-hint = Не зашифрованный паролем. Хранится зашифрованным и больше не показывается.
ldap-client-key-kept = Помним 10 минут, чтобы не вставлять снова.
ldap-client-key-alone = Вставьте сертификат, которому принадлежит этот ключ.
ldap-client-key-missing = Вставьте ключ клиентского сертификата.
ldap-client-key-of-another = Сохранённый ключ — от другого сертификата. Вставьте ключ этого.
ldap-user-aside = учётная запись, которая читает каталог
ldap-user-hint = Полный DN или user@domain для Active Directory.
ldap-typed = Введён
ldap-typed-or-stored = Введён или сохранён
ldap-stored = Сохранён, зашифрован
ldap-keep-empty = Оставьте пустым, чтобы не менять.
ldap-password-kept = Помним 10 минут, чтобы не вводить снова.
ldap-password-again = Изменились сервер, порт, шифрование, сертификат или пользователь: введите пароль ещё раз, чтобы сохранённый никогда не ушёл на другой сервер.
ldap-password-missing = Введите пароль служебной учётной записи. С пустым паролем вход не был бы входом.
ldap-base-hint = Где находятся люди. Пусто — там, где начинаются записи сервера.
ldap-own-password = Ваш собственный пароль
ldap-own-password-hint = Настройки указывают не на тот сервер или не на ту учётную запись, что сохранены. Подтвердите, что это вы.
ldap-own-password-missing = Настройки указывают на другой сервер или другую учётную запись. Подтвердите своим паролем.
ldap-guid-hint = Для Active Directory не требуется.
ldap-filter-hint = Фильтр по RFC 4515, например <code>(department=Support)</code>.
ldap-filter-hint-empty = Фильтр по RFC 4515, например <code>(department=Support)</code>. Пусто: <mono>{ $filter }</mono>
ldap-group-aside = необязательно — импортируются только её члены, включая вложенные группы
ldap-rules = Для членов LDAP-группы они могут быть другими: <link>{ layout-rules }</link> ({ $count ->
    [one] { $count } правило
    [few] { $count } правила
    [many] { $count } правил
   *[other] { $count } правила
}).
ldap-interval-hint = Пусто: { $every }.
ldap-hold-percent = Удерживать удаления свыше, процентов
ldap-hold-percent-hint = От числа агентов LDAP, за один импорт.
ldap-hold-count = … и свыше, агентов
ldap-hold-count-hint = Должны быть превышены оба. 0 и 0 удерживают любое удаление.
ldap-keep-removed-hint = До тех пор вернувшийся в каталог — тот же агент, с группой, ролью и историей.
ldap-save = Сохранить
ldap-check = Проверить без сохранения
ldap-checking = Проверяется…
ldap-save-anyway = Всё равно сохранить
ldap-saving = Сохраняется…
ldap-save-anyway-hint = «{ ldap-save-anyway }» оставит эти настройки как есть. Импорт и вход заработают, когда с ними удастся подключиться к каталогу.
ldap-rest-later = Всё остальное ниже поначалу можно не менять.
ldap-same-name = Так уже называется другой каталог. Дайте этому своё название.

ldap-check-title = Проверка подключения
ldap-check-typed = Проверка введённого
ldap-not-checked = Ещё не проверялось.
ldap-suspended = Панель сама больше не входит под служебной учётной записью, чтобы после смены пароля не заблокировать её.
ldap-suspended-remedy = Сохраните верный пароль или нажмите «{ ldap-check }».
ldap-gives = Что даёт каталог
ldap-gives-import = { $people ->
    [one] По всем прочитанным импортом №{ $run }: { $people } человек.
    [few] По всем прочитанным импортом №{ $run }: { $people } человека.
    [many] По всем прочитанным импортом №{ $run }: { $people } человек.
   *[other] По всем прочитанным импортом №{ $run }: { $people } человека.
}
ldap-gives-sample = { $people ->
    [one] По выборке из { $people } человека.
   *[other] По выборке из { $people } человек.
}
ldap-sample-no-mail = { $count ->
    [one] В выборке из { $size } у { $count } человека нет пригодного адреса почты, эта запись будет пропущена.
   *[other] В выборке из { $size } у { $count } человек нет пригодного адреса почты, эти записи будут пропущены.
}
ldap-nobody-has-mail = Агент входит по адресу почты, поэтому импортировать было бы некого. Верен ли атрибут { $attribute }? Укажите другой в поле «{ names-field-mail-attribute }»; в Active Directory адрес часто хранится в userPrincipalName.
ldap-example = Например

ldap-lockout-unknown = Каталог не показывает, после скольких неверных паролей он блокирует учётную запись.
ldap-lockout-never = Каталог не блокирует учётные записи за неверные пароли. Подбор замедляет Muster.
ldap-lockout-after = { $count ->
    [one] Учётные записи блокируются после { $count } неверного пароля.
   *[other] Учётные записи блокируются после { $count } неверных паролей.
}
ldap-lockout-through = { $count ->
    [one] Muster пропускает не больше { $count } попытки за { $span }.
   *[other] Muster пропускает не больше { $count } попыток за { $span }.
}
ldap-lockout-for-good = Там они копятся до верного пароля, поэтому подбор в течение многих дней может заблокировать учётную запись.
ldap-lockout-few = При таком малом числе заблокировать учётную запись может кто угодно. Увеличьте его в каталоге.

ldap-latency = Подключение за последние сутки
ldap-latency-empty = Здесь будет видно, как быстро отвечает каталог: измеряется каждые 30 секунд.
ldap-latency-name = Как быстро отвечал каталог
ldap-latency-caption = { $checks ->
    [one] Подключение, вход и чтение базы занимали { $mean } в среднем и { $most } самое большее; не удалось { $failed } из { $checks } проверки. Высота растёт как кубический корень.
   *[other] Подключение, вход и чтение базы занимали { $mean } в среднем и { $most } самое большее; не удалось { $failed } из { $checks } проверок. Высота растёт как кубический корень.
}
ldap-latency-all-failed = { $checks ->
    [one] Ни одна проверка из { $checks } не удалась.
   *[other] Ни одна проверка из { $checks } не удалась.
}
ldap-latency-now = сейчас
ldap-latency-mean = В среднем
ldap-latency-longest = Дольше всего
ldap-latency-down = Нет подключения
ldap-latency-hour = Час, UTC
ldap-latency-failed = Не удалось
ldap-latency-span = { $checks ->
    [one] { $begins }–{ $ends } UTC: { $mean } в среднем, от { $least } до { $most }, не удалось { $failed } из { $checks } проверки
   *[other] { $begins }–{ $ends } UTC: { $mean } в среднем, от { $least } до { $most }, не удалось { $failed } из { $checks } проверок
}
ldap-latency-span-down = { $checks ->
    [one] { $begins }–{ $ends } UTC: нет подключения, не удалась { $checks } проверка
    [few] { $begins }–{ $ends } UTC: нет подключения, не удались { $checks } проверки
    [many] { $begins }–{ $ends } UTC: нет подключения, не удалось { $checks } проверок
   *[other] { $begins }–{ $ends } UTC: нет подключения, не удалось { $checks } проверки
}

ldap-offer = Сначала посмотрите, что получится
ldap-offer-changed = Изменено: <strong>{ $fields }</strong>. Предпросмотр покажет каждое добавление, изменение и удаление и ничего не запишет. Следующий импорт запустится сам { $when }.
ldap-offer-guid = Агенты сопоставляются заново по DN или по почте и сохраняют id, роль, группы и историю. Кого сопоставить нельзя, те ждут вашей проверки.
ldap-offer-preview = Предпросмотр изменений

ldap-delete-title = Удалить этот каталог
ldap-delete = Удалить { $name }
ldap-delete-fold = Удалить { $name } …
ldap-deleting = Удаляется…
ldap-delete-what = { $agents ->
    [one] { $agents } агент каталога { $name } сразу исчезнет из всех списков, его сеансы завершатся, и войти он больше не сможет.
    [few] { $agents } агента каталога { $name } сразу исчезнут из всех списков, их сеансы завершатся, и войти они больше не смогут.
    [many] { $agents } агентов каталога { $name } сразу исчезнут из всех списков, их сеансы завершатся, и войти они больше не смогут.
   *[other] { $agents } агента каталога { $name } сразу исчезнут из всех списков, их сеансы завершатся, и войти они больше не смогут.
} { $days ->
    [one] Их записи хранятся { $days } день, а затем удаляются окончательно.
    [few] Их записи хранятся { $days } дня, а затем удаляются окончательно.
    [many] Их записи хранятся { $days } дней, а затем удаляются окончательно.
   *[other] Их записи хранятся { $days } дня, а затем удаляются окончательно.
} Настройки, сохранённый пароль и расписание каталога { $name } пропадут. В самом каталоге ничего не изменится; другие каталоги и локальные агенты останутся как есть.
ldap-deleted = Каталог { $name } удаляется. Сначала удаляются его агенты.

ldap-phrase-guid-attribute = Атрибут GUID
ldap-phrase-cn-attribute = Атрибут CN
ldap-phrase-mail-attribute = Атрибут почты
ldap-phrase-phone-attribute = Атрибут телефона

ldap-phrase-long-host = Поле «{ names-field-host }» длиннее 2000 символов.
ldap-phrase-long-ca = Сертификат ЦС длиннее 200 000 символов.
ldap-phrase-long-client = Клиентский сертификат длиннее 200 000 символов.
ldap-phrase-long-user = Поле «{ names-field-user }» длиннее 2000 символов.
ldap-phrase-one-role = Выберите одну из ролей.
ldap-phrase-one-group = Выберите одну из групп.
ldap-phrase-one-security = Выберите один из трёх вариантов.
ldap-phrase-percent = Процент — целое число от 0 до 100.
ldap-phrase-agents = Число агентов — от 0 до 1 000 000.
ldap-phrase-days = Число дней — от 1 до 3650.
ldap-phrase-port = Порт — число от 1 до 65535; оставьте пустым, если он обычный.
ldap-phrase-no-user = Укажите учётную запись, которая читает каталог: DN или user@domain для Active Directory.
ldap-phrase-user = «{ $text }» — ни DN, например cn=reader,dc=example,dc=com, ни user@domain.
ldap-phrase-secret-attribute = Пароли никогда не читаются. Укажите другой атрибут.
ldap-phrase-name = Название — одна строка не длиннее 80 символов.
ldap-phrase-name-digits = Название из одних цифр приняли бы за номер каталога. Добавьте слово.
ldap-phrase-interval = Промежуток — целое число минут от 1 до 1440, то есть до суток.
ldap-phrase-attribute = «{ $text }» — не имя атрибута. Введите одно имя, например mail или telephoneNumber.
ldap-phrase-no-host = Укажите имя или адрес сервера каталога.
ldap-phrase-many-hosts = Можно перечислить не больше 16 серверов.
ldap-phrase-mixed-hosts = Шифрование у всех серверов одно: напишите ldaps:// перед каждым из них или ни перед одним.
ldap-phrase-scheme = «{ $scheme }://» — не адрес LDAP. Используйте ldap://, ldaps:// или одно имя сервера.
ldap-phrase-host-path = Уберите «/{ $path }» из адреса сервера: базе место в поле «{ names-field-base-dn }», фильтру — в поле «{ names-field-user-filter }».
ldap-phrase-domain = «{ $text }» — не домен. После ldap+srv:// идёт домен, например example.com, без порта: серверы и порты указаны в DNS.
ldap-phrase-host-user = Уберите пользователя из адреса сервера: ему место в поле «{ names-field-user }».
ldap-phrase-bracket = «{ $text }»: у адреса IPv6 нет закрывающей скобки.
ldap-phrase-ipv6 = «{ $text }» — не адрес IPv6.
ldap-phrase-host-port = «{ $text }» — не порт: введите число от 1 до 65535.
ldap-phrase-host = «{ $text }» — не имя сервера и не IP-адрес. Введите, например, ldap.example.com.
ldap-phrase-ca-key = Здесь есть закрытый ключ. Вставьте только сертификат, а ключ держите в тайне.
ldap-phrase-certificate-cut = Сертификат в этом тексте обрезан или изменён. Вставьте его целиком, от -----BEGIN до -----END.
ldap-phrase-not-x509 = Один из этих сертификатов — не сертификат X.509, который можно прочесть.
ldap-phrase-client-with-key = Здесь есть и закрытый ключ. Вставьте сюда один сертификат, а ключ — в его собственное поле.
ldap-phrase-client-pem = Вставьте сертификат в формате PEM: он начинается с -----BEGIN CERTIFICATE-----. Из файла PKCS#12 (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.
ldap-phrase-key-kind = Ключ такого вида не подходит. Используйте RSA от 2048 бит, EC P-256 или P-384 либо Ed25519.
ldap-phrase-key-of-another = Этот ключ не от клиентского сертификата. Вставьте ключ, созданный вместе с ним.
ldap-phrase-key-encrypted = Этот ключ зашифрован паролем. Вставьте то, что выведет openssl pkey -in client.key. Здесь он хранится зашифрованным.
ldap-phrase-no-key = Это не закрытый ключ в формате PEM. Он начинается с -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- или -----BEGIN EC PRIVATE KEY-----; вставьте его целиком.
ldap-phrase-dn-long = DN длиннее 8192 байт.
ldap-phrase-dn-part = DN состоит из частей вида имя=значение, например ou=people,dc=example,dc=com. В одной из частей нет «=».
ldap-phrase-dn-type = «{ $text }» — не тип атрибута в DN.
ldap-phrase-dn-quote = В DN есть открывающая кавычка без закрывающей.
ldap-phrase-dn-hex = Значение DN после «#» состоит из пар шестнадцатеричных цифр.
ldap-phrase-dn-end = DN оканчивается одиночной обратной косой чертой.
ldap-phrase-dn-backslash = За обратной косой чертой в DN следует специальный символ или две шестнадцатеричные цифры.
ldap-phrase-dn-place = «{ $text }» стоит в DN не на месте; внутри значения перед ним нужна обратная косая черта.
ldap-phrase-filter-long = Фильтр длиннее 4096 байт.
ldap-phrase-filter-deep = Вложенность фильтра больше 32.
ldap-phrase-filter-more = После конца фильтра есть ещё что-то: «{ $text }». Соединяйте условия через (&…) или (|…).
ldap-phrase-filter-opening = В фильтре не хватает открывающей скобки; перед этим местом: { $place }.
ldap-phrase-filter-closing = В фильтре не хватает закрывающей скобки; в этом месте: { $place }.
ldap-phrase-filter-end = конец
ldap-phrase-filter-condition = «{ $text }» — не условие: напишите атрибут=значение, например objectClass=person.
ldap-phrase-filter-attribute = «{ $text }» — не имя атрибута.
ldap-phrase-filter-asterisk = В «{ $text }» звёздочка не на месте. Если нужна она сама, пишите \2a.
ldap-phrase-filter-special = В «{ $text }» пишите специальные символы как обратную косую черту и две шестнадцатеричные цифры: \28 \29 \2a \5c.
