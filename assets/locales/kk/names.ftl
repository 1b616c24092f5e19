names-role-administrator = Әкімші
names-role-support = Қолдау агенті
names-role-employee = Ішкі қызметкер

names-state-active = Белсенді
names-state-blocked = Бұғатталған
names-state-disabled = Өшірілген
names-state-expired = Мерзімі өткен
names-state-locked = Уақытша құлыпталған
names-state-must-change = Құпиясөзін өзгертуі керек
names-state-removed = Жойылған

names-step-resolve = Хост мекенжайын анықтау
names-step-connect = Қосылу
names-step-encrypt = Шифрлау
names-step-bind = Кіру
names-step-read-base = Каталогты оқу
names-step-find-people = Адамдарды табу
names-step-sample = Атрибуттарын қарау

names-vendor-active-directory = Active Directory
names-vendor-open-ldap = OpenLDAP
names-vendor-ds389 = 389 Directory Server
names-vendor-free-ipa = FreeIPA
names-vendor-demo = демонстрациялық каталог
names-vendor-other = LDAP сервері

names-field-host = Хост
names-field-port = LDAP қызметінің порты
names-field-security = SSL/TLS пайдалану
names-field-ca-certificate = CA сертификаты
names-field-client-certificate = Клиент сертификаты
names-field-user = Пайдаланушы
names-field-password = Құпиясөз
names-field-base-dn = Каталог DN-і
names-field-user-filter = Пайдаланушылар сүзгісі
names-field-group-dn = LDAP пайдаланушылар тобының DN-і
