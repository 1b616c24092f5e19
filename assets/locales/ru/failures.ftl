failures-unknown-host-message = Не удалось определить адрес по имени { $host }.
failures-unknown-host-remedy = Проверьте, нет ли опечатки в поле «{ names-field-host }», и введите полное имя: dc1.example.com, а не dc1. Машина, на которой работает эта панель, должна находить его в DNS. С IP-адресом это не нужно, но сертификаты на IP-адрес выдают редко.

failures-no-service-records-message = В DNS нет серверов для { $name } (запись SRV).
failures-no-service-records-remedy = Проверьте, нет ли опечатки в домене в поле «{ names-field-host }», или укажите там сами серверы.

failures-service-not-offered-message = Домен сообщает, что службы LDAP в нём нет (запись SRV { $name }).
failures-service-not-offered-remedy = Проверьте домен в поле «{ names-field-host }» или укажите там сами серверы.

failures-dns-failed-message = DNS не сообщил, какие серверы есть для { $name }.
failures-dns-failed-remedy = Проверьте DNS-серверы этой машины (/etc/resolv.conf или MUSTER_NAME_SERVERS) или укажите серверы каталога прямо в поле «{ names-field-host }».

failures-connection-refused-message = { $address } отклонил подключение.
failures-connection-refused-remedy = Проверьте поля «{ names-field-host }» и «{ names-field-port }» и убедитесь, что LDAP-сервер запущен: обычно это порт 389, для LDAPS — 636.

failures-connect-timed-out-message = { $address } не ответил за { $seconds } с.
failures-connect-timed-out-remedy = Проверьте поля «{ names-field-host }» и «{ names-field-port }» и убедитесь, что между этой машиной и сервером нет межсетевого экрана.

failures-unreachable-message = { $address } недоступен с этой машины.
failures-unreachable-remedy = { failures-connect-timed-out-remedy }

failures-not-ldap-message = { $address } ответил, но это не LDAP-сервер.
failures-not-ldap-remedy = Проверьте поле «{ names-field-port }»: на этом порту работает что-то другое.

failures-tls-on-plain-port-message = На порту { $port } сервер работает по LDAP без шифрования, а был запрошен LDAPS.
failures-tls-on-plain-port-remedy = Выберите StartTLS в поле «{ names-field-security }» или смените порт (для LDAPS обычно 636).

failures-plain-on-tls-port-message = На порту { $port } сервер ожидает TLS с первого байта.
failures-plain-on-tls-port-remedy = Выберите LDAPS в поле «{ names-field-security }» или смените порт (для StartTLS и без шифрования обычно 389).

failures-start-tls-refused-message = Сервер отказал в StartTLS (код результата { $result_code }).
failures-start-tls-refused-remedy = Выберите LDAPS в поле «{ names-field-security }», если сервер его поддерживает, или установите на сервере сертификат.

failures-unknown-issuer-message = Сертификат сервера подписан центром сертификации, которому здесь не доверяют.
failures-unknown-issuer-remedy = Вставьте сертификат подписавшего центра (PEM) в поле «{ names-field-ca-certificate }»; если сервер подписал его сам — этот самый сертификат. Как его получить, написано под этим полем.

failures-certificate-expired-message = Срок действия сертификата сервера истёк { $until }.
failures-certificate-expired-remedy = Обновите сертификат на сервере.

failures-certificate-not-yet-valid-message = Сертификат сервера действует только с { $from }.
failures-certificate-not-yet-valid-remedy = Проверьте часы этой машины и сервера.

failures-wrong-name-message = Сертификат сервера выдан не для { $host }, а для { $names }.
failures-wrong-name-message-unnamed = Сертификат сервера выдан не для { $host }: в нём вообще нет имён узлов.
failures-wrong-name-remedy = Укажите одно из этих имён в поле «{ names-field-host }» или выпустите для сервера сертификат на нужное имя.
failures-wrong-name-remedy-unnamed = Выпустите для сервера сертификат с именем узла в дополнительном имени субъекта (subject alternative name).

failures-old-tls-message = Сервер предлагает только старые версии TLS (1.0 или 1.1).
failures-old-tls-remedy = Включите на сервере TLS 1.2 или 1.3. Более старые версии можно взломать, и здесь они не используются.

failures-no-common-cipher-message = У сервера и этой панели нет общего шифра.
failures-no-common-cipher-remedy = Разрешите на сервере TLS 1.3 или ECDHE с AES-GCM либо ChaCha20-Poly1305 в TLS 1.2. Для шифров ECDSA нужен сертификат EC, для шифров RSA — сертификат RSA.

failures-weak-certificate-message = В сертификате сервера есть то, что не принимается: { $what }.
failures-weak-certificate-remedy = Выпустите для сервера сертификат с ключом RSA от 2048 бит либо на P-256 или P-384, подписанный с SHA-256 или надёжнее; вышестоящие центры — тоже.

failures-certificate-not-for-servers-message = Сертификат сервера не предназначен для серверов.
failures-certificate-not-for-servers-remedy = Выпустите для сервера сертификат, в расширенном использовании ключа которого есть serverAuth.

failures-client-certificate-required-message = Сервер запросил клиентский сертификат, не получил его и закрыл соединение.
failures-client-certificate-required-remedy = Вставьте сертификат, выпущенный для этой панели, и его ключ в поле «{ names-field-client-certificate }». Если сервер принимает клиентов без сертификата, посмотрите его журнал.

failures-client-certificate-refused-message = Сервер закрыл соединение, получив клиентский сертификат.
failures-client-certificate-refused-remedy = Проверьте, что срок его действия не истёк и что сервер доверяет подписавшему центру. См. «{ components-details }» и журнал сервера.

failures-bad-client-certificate-message = Клиентский сертификат и его ключ использовать нельзя.
failures-bad-client-certificate-remedy = Вставьте сертификат и его ключ заново в поле «{ names-field-client-certificate }».

failures-client-key-unreadable-message = Сохранённый ключ клиентского сертификата не расшифровывается нынешним ключом.
failures-client-key-unreadable-remedy = Верните ключ, с которым панель была установлена (secret.key или MUSTER_SECRET_KEY), или вставьте ключ сертификата заново в поле «{ names-field-client-certificate }».

failures-tls-failed-message = Не удалось установить зашифрованное соединение.
failures-tls-failed-remedy = См. «{ components-details }» и журнал сервера за этот момент.

failures-no-trust-anchors-message = На этой машине нет доверенных центров сертификации.
failures-no-trust-anchors-remedy = Установите системные сертификаты ЦС (пакет ca-certificates) или вставьте сертификат каталога в поле «{ names-field-ca-certificate }».

failures-bad-ca-certificate-message = Сертификат ЦС использовать нельзя.
failures-bad-ca-certificate-remedy = Вставьте один или несколько сертификатов в формате PEM: они начинаются с -----BEGIN CERTIFICATE-----.

failures-wrong-credentials-message = Каталог не принял пароль служебной учётной записи (invalidCredentials).
failures-wrong-credentials-remedy = Введите его ещё раз в поле «{ names-field-password }». Если он верен, проверьте поле «{ names-field-user }»: серверы отвечают так же, когда не знают пользователя. Нужен полный DN, например cn=reader,dc=example,dc=com, или, для Active Directory, user@domain.

failures-account-unusable-message = Каталог отказал служебной учётной записи: { $why }.
failures-account-unusable-remedy = Исправьте учётную запись в каталоге или укажите другую в поле «{ names-field-user }».

failures-encryption-required-message = Каталог принимает пароли только по зашифрованному соединению (код результата { $result_code }).
failures-encryption-required-remedy = Выберите StartTLS или LDAPS в поле «{ names-field-security }». Если у компании свой центр сертификации, его сертификат вставляют в поле «{ names-field-ca-certificate }».

failures-bad-bind-dn-message = Каталог не понимает имя служебной учётной записи (invalidDNSyntax).
failures-bad-bind-dn-remedy = Укажите в поле «{ names-field-user }» DN, например cn=reader,dc=example,dc=com, или, для Active Directory, user@domain.

failures-empty-password-message = Пароль пуст.
failures-empty-password-remedy = Введите пароль служебной учётной записи в поле «{ names-field-password }».

failures-secret-unreadable-message = Сохранённый пароль не расшифровывается нынешним ключом.
failures-secret-unreadable-remedy = Верните ключ, с которым панель была установлена (secret.key или MUSTER_SECRET_KEY), или введите пароль заново в поле «{ names-field-password }».

failures-base-not-found-message = В каталоге нет записи { $base } (noSuchObject).
failures-base-not-found-remedy = Проверьте, нет ли опечатки в поле «{ names-field-base-dn }», или оставьте его пустым: подставится то, что назовёт сам сервер. Некоторые серверы отвечают так же, когда служебной учётной записи нельзя читать эту запись.

failures-no-base-message = Сервер не сообщает, где начинаются его записи, а поле «{ names-field-base-dn }» не заполнено.
failures-no-base-remedy = Укажите в поле «{ names-field-base-dn }», где находятся люди, например dc=example,dc=com.

failures-no-access-message = Служебной учётной записи нельзя читать { $what } (insufficientAccessRights).
failures-no-access-remedy = Дайте ей в каталоге право на чтение или укажите другую учётную запись в поле «{ names-field-user }».

failures-nobody-found-message = Никто ниже { $base } не подходит под { $filter }.
failures-nobody-found-remedy = Проверьте поля «{ names-field-base-dn }» и «{ names-field-user-filter }», а также право служебной учётной записи читать людей: без него серверы не показывают ничего и не сообщают об ошибке.

failures-group-not-found-message = Группы { $group } нет в каталоге, или служебной учётной записи нельзя её читать.
failures-group-not-found-remedy = Проверьте, нет ли опечатки в поле «{ names-field-group-dn }», и права служебной учётной записи. Нужен полный DN группы, например cn=support,ou=groups,dc=example,dc=com.

failures-server-limit-message = { $after ->
    [one] Ограничение сервера прервало поиск после { $after } записи (код результата { $result_code }).
   *[other] Ограничение сервера прервало поиск после { $after } записей (код результата { $result_code }).
}
failures-server-limit-remedy = Поднимите для этой учётной записи ограничения на сервере — на размер ответа и на постраничное чтение (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).

failures-server-time-limit-message = { $after ->
    [one] Ограничение времени на сервере прервало поиск после { $after } записи.
   *[other] Ограничение времени на сервере прервало поиск после { $after } записей.
}
failures-server-time-limit-remedy = Поднимите на сервере ограничение времени для этой учётной записи или сузьте «{ names-field-base-dn }» или «{ names-field-user-filter }».

failures-server-busy-message = Сервер слишком занят или недоступен (код результата { $result_code }).
failures-server-busy-remedy = Повторите немного позже. Если не пройдёт, проверьте сервер.

failures-timed-out-message = Сервер не ответил за { $seconds } с (действие: { $doing }).
failures-timed-out-remedy = Повторите. Если не пройдёт, проверьте нагрузку и журнал сервера.

failures-connection-lost-message = Соединение оборвалось (действие: { $doing }).
failures-connection-lost-remedy = { failures-timed-out-remedy }

failures-bad-answer-message = Ответ сервера не соответствует протоколу LDAP.
failures-bad-answer-remedy = Проверьте, что поля «{ names-field-host }» и «{ names-field-port }» указывают на LDAP-сервер. См. «{ components-details }».

failures-referral-message = Сервер не хранит эту часть каталога и отсылает к другому.
failures-referral-remedy = Укажите этот сервер в поле «{ names-field-host }»: { $to }.
failures-referral-remedy-unnamed = Укажите в поле «{ names-field-host }» сервер, который хранит эту часть.

failures-refused-message = Сервер ответил { $name } ({ $result_code }) (действие: { $doing }).
failures-refused-remedy = Слова самого сервера — в «{ components-details }».
