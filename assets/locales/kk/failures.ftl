failures-unknown-host-message = { $host } атының мекенжайын анықтау мүмкін болмады.
failures-unknown-host-remedy = «{ names-field-host }» өрісінде қате жоқ па, тексеріп, толық атын енгізіңіз: dc1 емес, dc1.example.com. Осы панель жұмыс істейтін машина оны DNS арқылы таба алуы керек. IP мекенжайына бұл керек емес, бірақ IP мекенжайына берілген сертификаттар сирек.

failures-no-service-records-message = DNS-те { $name } үшін сервер көрсетілмеген (SRV жазбасы).
failures-no-service-records-remedy = «{ names-field-host }» өрісіндегі доменде қате жоқ па, тексеріңіз немесе серверлердің өзін сонда көрсетіңіз.

failures-service-not-offered-message = Домен LDAP қызметі жоқ екенін айтады (SRV жазбасы { $name }).
failures-service-not-offered-remedy = «{ names-field-host }» өрісіндегі доменді тексеріңіз немесе серверлердің өзін сонда көрсетіңіз.

failures-dns-failed-message = DNS { $name } үшін қандай серверлер бар екенін айтпады.
failures-dns-failed-remedy = Осы машинаның DNS серверлерін тексеріңіз (/etc/resolv.conf немесе MUSTER_NAME_SERVERS) немесе каталог серверлерінің өзін «{ names-field-host }» өрісінде көрсетіңіз.

failures-connection-refused-message = { $address } қосылымды қабылдамады.
failures-connection-refused-remedy = «{ names-field-host }» және «{ names-field-port }» өрістерін, LDAP сервері жұмыс істеп тұрғанын тексеріңіз: әдетте 389, LDAPS үшін 636.

failures-connect-timed-out-message = { $address } { $seconds } с ішінде жауап бермеді.
failures-connect-timed-out-remedy = «{ names-field-host }» және «{ names-field-port }» өрістерін, осы машина мен сервер арасында желіаралық экран жоғын тексеріңіз.

failures-unreachable-message = Осы машинадан { $address } мекенжайына жету мүмкін емес.
failures-unreachable-remedy = { failures-connect-timed-out-remedy }

failures-not-ldap-message = { $address } жауап берді, бірақ LDAP сервері ретінде емес.
failures-not-ldap-remedy = «{ names-field-port }» өрісін тексеріңіз: ол портта басқа бірдеңе жұмыс істейді.

failures-tls-on-plain-port-message = Сервер { $port } портында шифрланбаған LDAP қолданады, ал LDAPS сұралған.
failures-tls-on-plain-port-remedy = «{ names-field-security }» өрісінде StartTLS таңдаңыз немесе портты өзгертіңіз (LDAPS үшін әдетте 636).

failures-plain-on-tls-port-message = Сервер { $port } портында бірінші байттан бастап TLS күтеді.
failures-plain-on-tls-port-remedy = «{ names-field-security }» өрісінде LDAPS таңдаңыз немесе портты өзгертіңіз (StartTLS пен шифрсыз үшін әдетте 389).

failures-start-tls-refused-message = Сервер StartTLS-тен бас тартты (нәтиже коды { $result_code }).
failures-start-tls-refused-remedy = Сервер қолдаса, «{ names-field-security }» өрісінде LDAPS таңдаңыз немесе серверге сертификат орнатыңыз.

failures-unknown-issuer-message = Сервер сертификатына мұнда сенім білдірілмеген орталық қол қойған.
failures-unknown-issuer-remedy = Қол қойған орталықтың сертификатын (PEM) «{ names-field-ca-certificate }» өрісіне қойыңыз; сервер өзі қол қойса, сол сертификаттың өзін. Оны қалай алуға болатыны сол өрістің астында жазылған.

failures-certificate-expired-message = Сервер сертификатының мерзімі { $until } күні өтті.
failures-certificate-expired-remedy = Сервердегі сертификатты жаңартыңыз.

failures-certificate-not-yet-valid-message = Сервер сертификаты тек { $from } күнінен бастап жарамды.
failures-certificate-not-yet-valid-remedy = Осы машинаның және сервердің сағатын тексеріңіз.

failures-wrong-name-message = Сервер сертификаты { $host } үшін емес, мыналар үшін: { $names }.
failures-wrong-name-message-unnamed = Сервер сертификаты { $host } үшін емес: онда бірде-бір хост аты жоқ.
failures-wrong-name-remedy = «{ names-field-host }» өрісінде осы аттардың бірін көрсетіңіз немесе серверге керекті атқа сертификат беріңіз.
failures-wrong-name-remedy-unnamed = Серверге хост аты субъектінің балама атында (subject alternative name) көрсетілген сертификат беріңіз.

failures-old-tls-message = Сервер TLS-тің тек ескі нұсқаларын ұсынады (1.0 немесе 1.1).
failures-old-tls-remedy = Серверде TLS 1.2 немесе 1.3 қосыңыз. Ескірек нұсқаларды бұзуға болады, сондықтан мұнда қолданылмайды.

failures-no-common-cipher-message = Сервер мен бұл панельдің ортақ шифры жоқ.
failures-no-common-cipher-remedy = Серверде TLS 1.3-ке немесе TLS 1.2-де AES-GCM не ChaCha20-Poly1305 бар ECDHE-ге рұқсат беріңіз. ECDSA шифрларына EC сертификаты, RSA шифрларына RSA сертификаты керек.

failures-weak-certificate-message = Сервер сертификатында қабылданбайтын нәрсе бар: { $what }.
failures-weak-certificate-remedy = Серверге RSA кілті 2048 бит не одан ұзын немесе P-256 не P-384 үшін, SHA-256 не одан сенімдірек қолтаңбасы бар сертификат беріңіз; жоғарыдағы орталықтарға да.

failures-certificate-not-for-servers-message = Сервер сертификаты серверлерге арналмаған.
failures-certificate-not-for-servers-remedy = Серверге кілтті кеңейтілген пайдалануында serverAuth бар сертификат беріңіз.

failures-client-certificate-required-message = Сервер клиент сертификатын сұрады, алмады да, қосылымды жапты.
failures-client-certificate-required-remedy = Осы панельге берілген сертификатты және оның кілтін «{ names-field-client-certificate }» өрісіне қойыңыз. Сервер клиенттерді сертификатсыз қабылдаса, оның журналын қараңыз.

failures-client-certificate-refused-message = Клиент сертификаты көрсетілгеннен кейін сервер қосылымды жапты.
failures-client-certificate-refused-remedy = Мерзімі өтпегенін және сервер қол қойған орталыққа сенетінін тексеріңіз. «{ components-details }» бөлімін және сервер журналын қараңыз.

failures-bad-client-certificate-message = Клиент сертификаты мен оның кілтін пайдалануға болмайды.
failures-bad-client-certificate-remedy = Сертификат пен оның кілтін «{ names-field-client-certificate }» өрісіне қайта қойыңыз.

failures-client-key-unreadable-message = Клиент сертификатының сақталған кілтін қазіргі кілтпен шифрдан шығару мүмкін емес.
failures-client-key-unreadable-remedy = Панель орнатылған кілтті қайтарыңыз (secret.key немесе MUSTER_SECRET_KEY) немесе сертификат кілтін «{ names-field-client-certificate }» өрісіне қайта қойыңыз.

failures-tls-failed-message = Шифрланған қосылымды орнату мүмкін болмады.
failures-tls-failed-remedy = «{ components-details }» бөлімін және сервердің сол сәттегі журналын қараңыз.

failures-no-trust-anchors-message = Бұл машинада сенімді сертификаттау орталықтары жоқ.
failures-no-trust-anchors-remedy = Жүйенің CA сертификаттарын орнатыңыз (ca-certificates пакеті) немесе каталогтың сертификатын «{ names-field-ca-certificate }» өрісіне қойыңыз.

failures-bad-ca-certificate-message = CA сертификатын пайдалануға болмайды.
failures-bad-ca-certificate-remedy = PEM пішіміндегі бір немесе бірнеше сертификатты қойыңыз: олар -----BEGIN CERTIFICATE----- деп басталады.

failures-wrong-credentials-message = Каталог қызметтік тіркелгінің құпиясөзін қабылдамады (invalidCredentials).
failures-wrong-credentials-remedy = Оны «{ names-field-password }» өрісіне қайта енгізіңіз. Дұрыс болса, «{ names-field-user }» өрісін тексеріңіз: серверлер пайдаланушыны білмегенде де осылай жауап береді. Бұл cn=reader,dc=example,dc=com сияқты толық DN немесе Active Directory үшін user@domain.

failures-account-unusable-message = Каталог қызметтік тіркелгіні қабылдамады: { $why }.
failures-account-unusable-remedy = Тіркелгіні каталогта түзетіңіз немесе «{ names-field-user }» өрісінде басқасын көрсетіңіз.

failures-encryption-required-message = Каталог құпиясөздерді тек шифрланған қосылым арқылы қабылдайды (нәтиже коды { $result_code }).
failures-encryption-required-remedy = «{ names-field-security }» өрісінде StartTLS немесе LDAPS таңдаңыз. Компанияның өз сертификаттау орталығы болса, оның сертификаты «{ names-field-ca-certificate }» өрісіне қойылады.

failures-bad-bind-dn-message = Каталог қызметтік тіркелгінің атын түсінбейді (invalidDNSyntax).
failures-bad-bind-dn-remedy = «{ names-field-user }» өрісіне cn=reader,dc=example,dc=com сияқты DN немесе Active Directory үшін user@domain енгізіңіз.

failures-empty-password-message = Құпиясөз бос.
failures-empty-password-remedy = Қызметтік тіркелгінің құпиясөзін «{ names-field-password }» өрісіне енгізіңіз.

failures-secret-unreadable-message = Сақталған құпиясөзді қазіргі кілтпен шифрдан шығару мүмкін емес.
failures-secret-unreadable-remedy = Панель орнатылған кілтті қайтарыңыз (secret.key немесе MUSTER_SECRET_KEY) немесе құпиясөзді «{ names-field-password }» өрісіне қайта енгізіңіз.

failures-base-not-found-message = Каталогта { $base } жазбасы жоқ (noSuchObject).
failures-base-not-found-remedy = «{ names-field-base-dn }» өрісінде қате жоқ па, тексеріңіз немесе бос қалдырыңыз: сервердің өзі айтқан мән қойылады. Кейбір серверлер қызметтік тіркелгіге жазбаны оқуға болмағанда да осылай жауап береді.

failures-no-base-message = Сервер жазбалары қай жерден басталатынын айтпайды, ал «{ names-field-base-dn }» өрісі бос.
failures-no-base-remedy = «{ names-field-base-dn }» өрісінде адамдар қай жерде екенін көрсетіңіз, мысалы dc=example,dc=com.

failures-no-access-message = Қызметтік тіркелгіге мынаны оқуға болмайды: { $what } (insufficientAccessRights).
failures-no-access-remedy = Каталогта оған оқу құқығын беріңіз немесе «{ names-field-user }» өрісінде басқа тіркелгіні көрсетіңіз.

failures-nobody-found-message = { $base } астында { $filter } сүзгісіне ешкім сәйкес келмейді.
failures-nobody-found-remedy = «{ names-field-base-dn }» және «{ names-field-user-filter }» өрістерін, қызметтік тіркелгінің адамдарды оқу құқығын тексеріңіз: мұндай құқығы жоқ тіркелгіге серверлер ештеңе көрсетпейді, қате де бермейді.

failures-group-not-found-message = Каталогта { $group } тобы жоқ немесе қызметтік тіркелгіге оны оқуға болмайды.
failures-group-not-found-remedy = «{ names-field-group-dn }» өрісінде қате жоқ па, қызметтік тіркелгінің құқықтарын тексеріңіз. Бұл cn=support,ou=groups,dc=example,dc=com сияқты топтың толық DN-і.

failures-server-limit-message = Сервер шектеуі іздеуді { $after } жазбадан кейін тоқтатты (нәтиже коды { $result_code }).
failures-server-limit-remedy = Серверде осы тіркелгінің шектеулерін арттырыңыз: көлем және беттеп оқу шектеулері (OpenLDAP: limits … size=unlimited; 389-ds: nsSizeLimit, nsLookThroughLimit, nsPagedLookThroughLimit; Active Directory: MaxResultSetSize).

failures-server-time-limit-message = Сервердің уақыт шектеуі іздеуді { $after } жазбадан кейін тоқтатты.
failures-server-time-limit-remedy = Серверде осы тіркелгінің уақыт шектеуін арттырыңыз немесе «{ names-field-base-dn }» не «{ names-field-user-filter }» өрісін тарылтыңыз.

failures-server-busy-message = Сервер тым бос емес немесе қолжетімсіз (нәтиже коды { $result_code }).
failures-server-busy-remedy = Біраздан кейін қайталаңыз. Өзгермесе, серверді тексеріңіз.

failures-timed-out-message = Сервер { $seconds } с ішінде жауап бермеді (әрекет: { $doing }).
failures-timed-out-remedy = Қайталаңыз. Өзгермесе, сервердің жүктемесі мен журналын тексеріңіз.

failures-connection-lost-message = Қосылым үзілді (әрекет: { $doing }).
failures-connection-lost-remedy = { failures-timed-out-remedy }

failures-bad-answer-message = Сервердің жауабы LDAP хаттамасына сай емес.
failures-bad-answer-remedy = «{ names-field-host }» және «{ names-field-port }» өрістері LDAP серверін көрсететінін тексеріңіз. «{ components-details }» бөлімін қараңыз.

failures-referral-message = Серверде каталогтың бұл бөлігі жоқ, ол басқа серверге сілтейді.
failures-referral-remedy = Сол серверді «{ names-field-host }» өрісіне енгізіңіз: { $to }.
failures-referral-remedy-unnamed = Осы бөлік сақталған серверді «{ names-field-host }» өрісінде көрсетіңіз.

failures-refused-message = Сервер { $name } ({ $result_code }) деп жауап берді (әрекет: { $doing }).
failures-refused-remedy = Сервердің өз сөздерін «{ components-details }» бөлімінен қараңыз.
