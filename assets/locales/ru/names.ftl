names-role-administrator = Администратор
names-role-support = Агент поддержки
names-role-employee = Сотрудник

names-state-active = Активен
names-state-blocked = Заблокирован
names-state-disabled = Отключён
names-state-expired = Срок истёк
names-state-locked = Временно заблокирован
names-state-must-change = Должен сменить пароль
names-state-removed = Удалён

names-step-resolve = Определение адреса сервера
names-step-connect = Подключение
names-step-encrypt = Шифрование
names-step-bind = Вход
names-step-read-base = Чтение каталога
names-step-find-people = Поиск людей
names-step-sample = Проверка атрибутов

names-vendor-active-directory = Active Directory
names-vendor-open-ldap = OpenLDAP
names-vendor-ds389 = 389 Directory Server
names-vendor-free-ipa = FreeIPA
names-vendor-demo = демонстрационный каталог
names-vendor-other = LDAP-сервер

names-field-host = Сервер
names-field-port = Порт службы LDAP
names-field-security = Использовать SSL/TLS
names-field-ca-certificate = Сертификат ЦС
names-field-client-certificate = Клиентский сертификат
names-field-user = Пользователь
names-field-password = Пароль
names-field-base-dn = DN каталога
names-field-user-filter = Фильтр пользователей
names-field-group-dn = DN группы пользователей LDAP
