ldap-new-title = Жаңа каталог
ldap-lead = Агенттер осы жерден { $every } көшіріледі. Олардың құпиясөздері каталогта қалады.
ldap-add = Каталог қосу
ldap-all-directories = Барлық каталогтар
ldap-back = Артқа

ldap-directories = LDAP каталогтары
ldap-directories-lead = { $count ->
    [one] { $count } каталог
   *[other] { $count } каталог
} · агент солардың біріне жатады және сондағы құпиясөзбен кіреді
ldap-table = Каталогтар
ldap-column-directory = Каталог
ldap-column-kind = Түрі
ldap-column-status = Күйі
ldap-column-agents = Агенттер
ldap-column-last = Соңғы импорт
ldap-column-next = Келесісі
ldap-column-actions = Әрекеттер
ldap-import = Пайдаланушыларды импорттау
ldap-starting = Басталуда…
ldap-edit = Өзгерту
ldap-never = әлі болмаған
ldap-overdue = Кешіккен
ldap-which = Каталог бірнешеу, қайсысы екені айтылмаған. Форманы оның өз мекенжайына жіберіңіз: { $each }.
ldap-which-one = { $name } — { $address }

ldap-status-none = Әзірге каталог жоқ
ldap-status-off = LDAP өшірулі
ldap-status-checking = Қосылым тексерілуде
ldap-status-up = Қосылды · { $took } · тексерілді: { $ago }
ldap-status-up-short = Қосылды · { $took }
ldap-status-all-up = Барлығы қосылды · тексерілді: { $ago }
ldap-status-down = Қосылмады · { $why } · тексерілді: { $ago }
ldap-status-down-short = Қосылмады · { $why }
ldap-status-of = { $directory }: { $status }
ldap-short-host = хост табылмады
ldap-short-no-servers = DNS-те сервер жоқ
ldap-short-dns = DNS жауап бермейді
ldap-short-connection-refused = қосылым қабылданбады
ldap-short-no-answer = жауап жоқ
ldap-short-unreachable = қолжетімсіз
ldap-short-not-ldap = LDAP сервері емес
ldap-short-encryption-failed = шифрлау сәтсіз
ldap-short-client-required = клиент сертификаты керек
ldap-short-client-refused = клиент сертификаты қабылданбады
ldap-short-client-unusable = клиент сертификаты жарамсыз
ldap-short-certificate = сертификат қабылданбады
ldap-short-password = құпиясөз қабылданбады
ldap-short-encryption-required = шифрлау керек
ldap-short-user = пайдаланушы түсініксіз
ldap-short-unreadable = құпиясөз оқылмайды
ldap-short-base = негіз табылмады
ldap-short-no-access = рұқсат жоқ
ldap-short-nobody = ешкім табылмады
ldap-short-group = топ табылмады
ldap-short-limit = сервер шектеуі
ldap-short-busy = сервер бос емес
ldap-short-lost = қосылым үзілді
ldap-short-referral = басқа серверге сілтейді
ldap-short-refused = бас тартылды

ldap-saved-off = Сақталды және өшірілді: тексеру де, импорт та жоқ, каталогтан ешкім кіре алмайды. Агенттер мен баптаулар сақталады.
ldap-saved-connected = Қосылды. Баптаулар сақталды.
ldap-saved-unchecked = Тексерусіз сақталды. Келесі тексерудің нәтижесін күй көрсетеді.
ldap-certificate-taken = Сертификат енді «{ names-field-ca-certificate }» өрісінде тұр, бірақ әлі ештеңе сақталған жоқ. Құпиясөзді тағы бір рет енгізіп, «{ ldap-save }» түймесін басыңыз.
ldap-nothing-saved = Ештеңе сақталмады. Өрістердің жанындағы хабарларды қараңыз.
ldap-connected-saved = Қосылды. Бұл баптаулар сақталған және жұмыс істейді.
ldap-connected-not-saved = Қосылды. Әлі ештеңе сақталған жоқ: осы баптауларды қалдыру үшін «{ ldap-save }» түймесін басыңыз.
ldap-not-connected-not-saved = Қосылу мүмкін болмады, сондықтан ештеңе сақталмады. { $message }
ldap-not-connected = Қосылу мүмкін болмады. { $message }
ldap-added-meanwhile = Осы арада біреу каталог қосты, сондықтан ештеңе сақталмады. Бұл басқа каталог болса, қайта сақтаңыз.
ldap-stale = Сіз өзгертіп жатқанда, бұл баптауларды басқа адам сақтады. Сіздің мәндеріңіз сақталмады. Оның мәндерінің орнына өзіңіздікін қою үшін қайта сақтаңыз.
ldap-stored-now = Қазір сақталғаны
ldap-yes = Иә
ldap-no = Жоқ

ldap-shown = Сервер көрсеткен сертификат
ldap-shown-for = Кімге берілген
ldap-shown-issuer = Қол қойған
ldap-shown-until = Жарамдылық мерзімі
ldap-shown-fingerprint = SHA-256 саусақ ізі
ldap-shown-compare = Осы панель мен сервердің арасында тұрған біреу де сертификат көрсете алады. Саусақ ізін каталогқа жауапты адамдардан телефон арқылы немесе сервердің өзінен біліп, сертификатты тек із дәл келсе ғана қабылдаңыз.
ldap-shown-authority = Бұл — сертификаттау орталығының сертификаты: осы хост үшін ол қол қойған әр сертификатқа сенім білдіріледі.
ldap-shown-own = Бұл — сертификаттау орталығының емес, сервердің өз сертификаты: сервер басқасын алғанда, оны қайта қабылдау керек болады.
ldap-shown-take = Саусақ ізі дәл келеді: осы сертификатты қабылдау

ldap-hint-windows-name = { $name } сияқты атты тек Active Directory түсінеді; бұл серверге толық DN керек.
ldap-hint-one-part = { $name } өзі ғана толық DN болуы сирек: жазба қай жерде екенін қосыңыз, мысалы { $name },dc=example,dc=com.
ldap-hint-bases = Сервер жазбалары мына жерден басталатынын айтады: { $bases }.
ldap-hint-group = Тек { $group } мүшелері ескеріледі: мүшесі жоқ немесе бұл топ емес шығар. Ұйымдық бөлімше «{ names-field-base-dn }» өрісіне жазылады.
ldap-hint-filter = «{ names-field-user-filter }» өрісін бос қалдырып, бір рет байқап көріңіз: сонда тек жазбаның түрі ескеріледі.

ldap-connection = Қосылым
ldap-connection-lead = Каталог қай жерде және оны қай тіркелгі оқиды.
ldap-attributes = Атрибуттар
ldap-attributes-lead = Қай атрибутта не бар. Бос өрістер сервердің түріне қарай толтырылады.
ldap-attributes-lead-for = Қай атрибутта не бар. Бос өрістер сервердің түріне қарай толтырылады: { $kind }.
ldap-arrivals = Кім агент болады
ldap-arrivals-lead = Және алғаш келгенде оған не беріледі.
ldap-removals = Кім жойылады
ldap-removals-lead = Каталогтың өзі қателесуі мүмкін болса — ешкім: ондайда импорт сіздің шешіміңізді күтеді.
ldap-optional = міндетті емес
ldap-name = Атауы
ldap-name-hint = Бұл каталогтың панельдегі атауы. Бос болса — хостының аты.
ldap-enabled-hint = Өшірулі: тексеру де, импорт та жоқ, каталогтан ешкім кірмейді. Агенттер мен баптаулар сақталады.
ldap-host-hint = Аты, мекенжайы немесе толық ldap:// URL; үтірмен бөлінген бірнешеуі ретімен байқалады. ldap+srv://домен — DNS көрсететін серверлер.
ldap-security-none = Шифрлаусыз
ldap-security-starttls = StartTLS — кәдімгі портта шифрлауға көшу
ldap-security-ldaps = LDAPS — басынан бастап шифрланған
ldap-security-plain-hint = <caution>Шифрлаусыз агенттеріңіздің құпиясөздері желіде ашық түрде өтеді.</caution> Сервер қолдаса, StartTLS немесе LDAPS таңдаңыз.
ldap-security-hint = Агенттеріңіздің құпиясөздері осы қосылым арқылы өтеді.
ldap-ca-aside = міндетті емес, PEM
ldap-ca-hint = Осы машинаның сертификаттау орталықтарының орнына соған сенім білдіріледі. Сертификаттар әрқашан тексеріледі.
ldap-client-aside = міндетті емес — оны сұрайтын серверлер үшін
ldap-client-hint = StartTLS пен LDAPS кезінде сервер сұраса көрсетіледі. «{ names-field-user }» мен «{ names-field-password }» бәрібір керек: солармен кіреді. Бос қалдырса, сертификат пен оның кілті жойылады.
ldap-client-key = Клиент сертификатының кілті
ldap-client-key-hint = Құпиясөзбен шифрланбаған. Ол шифрланып сақталады және енді көрсетілмейді.
ldap-client-key-kept = Қайта қоймау үшін 10 минут сақталады.
ldap-client-key-alone = Осы кілтке тиесілі сертификатты қойыңыз.
ldap-client-key-missing = Клиент сертификатының кілтін қойыңыз.
ldap-client-key-of-another = Сақталған кілт басқа сертификаттікі. Осы сертификаттың кілтін қойыңыз.
ldap-user-aside = каталогты оқитын тіркелгі
ldap-user-hint = Толық DN немесе Active Directory үшін user@domain.
ldap-typed = Енгізілді
ldap-typed-or-stored = Енгізілді немесе сақталған
ldap-stored = Сақталған, шифрланған
ldap-keep-empty = Өзгертпеу үшін бос қалдырыңыз.
ldap-password-kept = Қайта енгізбеу үшін 10 минут сақталады.
ldap-password-again = Хост, порт, шифрлау, сертификат немесе пайдаланушы өзгерді: сақталған құпиясөз ешқашан басқа серверге жіберілмеуі үшін оны қайта енгізіңіз.
ldap-password-missing = Қызметтік тіркелгінің құпиясөзін енгізіңіз. Бос құпиясөзбен кіру — кіру емес.
ldap-base-hint = Адамдар қай жерде. Бос болса — сервердің жазбалары басталатын жерде.
ldap-own-password = Өз құпиясөзіңіз
ldap-own-password-hint = Баптаулар сақталғаннан басқа серверді немесе тіркелгіні көрсетеді. Бұл сіз екеніңізді растаңыз.
ldap-own-password-missing = Баптаулар басқа серверді немесе тіркелгіні көрсетеді. Өз құпиясөзіңізбен растаңыз.
ldap-guid-hint = Active Directory үшін қажет емес.
ldap-filter-hint = RFC 4515 сүзгісі, мысалы <code>(department=Support)</code>.
ldap-filter-hint-empty = RFC 4515 сүзгісі, мысалы <code>(department=Support)</code>. Бос болса: <mono>{ $filter }</mono>
ldap-group-aside = міндетті емес — тек оның мүшелері импортталады, ішкі топтарды қоса
ldap-rules = LDAP тобының мүшелері үшін олар басқа болуы мүмкін: <link>{ layout-rules }</link> ({ $count ->
    [one] { $count } ереже
   *[other] { $count } ереже
}).
ldap-interval-hint = Бос болса: { $every }.
ldap-hold-percent = Жоюларды ұстау шегі, пайыз
ldap-hold-percent-hint = LDAP агенттерінің, бір импортта.
ldap-hold-count = … және шегі, агент
ldap-hold-count-hint = Екеуінен де асуы керек. 0 және 0 кез келген жоюды ұстайды.
ldap-keep-removed-hint = Оған дейін каталогқа қайтқан адам — сол агент: тобы, рөлі және тарихы сақталады.
ldap-save = Сақтау
ldap-check = Сақтамай тексеру
ldap-checking = Тексерілуде…
ldap-save-anyway = Бәрібір сақтау
ldap-saving = Сақталуда…
ldap-save-anyway-hint = «{ ldap-save-anyway }» бұл баптауларды сол күйінде қалдырады. Каталогқа солармен қосылу мүмкін болғанда, импорт пен кіру жұмыс істейді.
ldap-rest-later = Төмендегінің бәрі әзірге сол күйінде қала берсе болады.
ldap-same-name = Басқа каталогтың атауы дәл осындай. Бұған өз атауын беріңіз.

ldap-check-title = Қосылымды тексеру
ldap-check-typed = Енгізілгенді тексеру
ldap-not-checked = Әлі тексерілмеген.
ldap-suspended = Өзгертілген құпиясөз қызметтік тіркелгіні құлыптап тастамауы үшін панель онымен енді өзі кірмейді.
ldap-suspended-remedy = Дұрыс құпиясөзді сақтаңыз немесе «{ ldap-check }» түймесін басыңыз.
ldap-gives = Каталог не береді
ldap-gives-import = { $people ->
    [one] №{ $run } импорт оқыған { $people } адам бойынша.
   *[other] №{ $run } импорт оқыған барлық { $people } адам бойынша.
}
ldap-gives-sample = { $people ->
    [one] { $people } адамнан тұратын іріктеме бойынша.
   *[other] { $people } адамнан тұратын іріктеме бойынша.
}
ldap-sample-no-mail = { $count ->
    [one] { $size } адамдық іріктемеде { $count } адамның жарамды поштасы жоқ, ол өткізіп жіберіледі.
   *[other] { $size } адамдық іріктемеде { $count } адамның жарамды поштасы жоқ, олар өткізіп жіберіледі.
}
ldap-nobody-has-mail = Агент пошта мекенжайымен кіреді, сондықтан ешкім импортталмас еді. { $attribute } — дұрыс атрибут па? «{ names-field-mail-attribute }» өрісіне басқасын енгізіңіз; Active Directory-де мекенжай көбіне userPrincipalName ішінде болады.
ldap-example = Мысалы

ldap-lockout-unknown = Каталог неше қате құпиясөзден кейін тіркелгіні құлыптайтынын көрсетпейді.
ldap-lockout-never = Каталог қате құпиясөздер үшін тіркелгіні құлыптамайды. Құпиясөзді табу әрекетін Muster баяулатады.
ldap-lockout-after = { $count ->
    [one] Тіркелгілер { $count } қате құпиясөзден кейін құлыпталады.
   *[other] Тіркелгілер { $count } қате құпиясөзден кейін құлыпталады.
}
ldap-lockout-through = Muster { $span } ішінде ең көбі { $count } әрекетті өткізеді.
ldap-lockout-for-good = Олар дұрыс құпиясөзге дейін сонда жинала береді, сондықтан күндер бойы байқау тіркелгіні құлыптауы мүмкін.
ldap-lockout-few = Саны мұншама аз болса, кез келген адам тіркелгіні құлыптай алады. Оны каталогта көбейтіңіз.

ldap-latency = Соңғы тәуліктегі қосылым
ldap-latency-empty = Каталогтың қаншалықты жылдам жауап беретіні осында сызылады: ол 30 секунд сайын өлшенеді.
ldap-latency-name = Каталог қаншалықты жылдам жауап берді
ldap-latency-caption = { $checks ->
    [one] Қосылу, кіру және негізді оқу орта есеппен { $mean }, ең көбі { $most } алды; { $checks } тексерудің { $failed } сәтсіз болды. Биіктік текше түбірмен өседі.
   *[other] Қосылу, кіру және негізді оқу орта есеппен { $mean }, ең көбі { $most } алды; { $checks } тексерудің { $failed } сәтсіз болды. Биіктік текше түбірмен өседі.
}
ldap-latency-all-failed = { $checks ->
    [one] { $checks } тексерудің бірде-бірі сәтті болмады.
   *[other] { $checks } тексерудің бірде-бірі сәтті болмады.
}
ldap-latency-now = қазір
ldap-latency-mean = Орташа
ldap-latency-longest = Ең ұзағы
ldap-latency-down = Қосылмады
ldap-latency-hour = Сағат, UTC
ldap-latency-failed = Сәтсіз
ldap-latency-span = { $checks ->
    [one] { $begins }–{ $ends } UTC: орташа { $mean }, { $least } – { $most }, { $checks } тексерудің { $failed } сәтсіз
   *[other] { $begins }–{ $ends } UTC: орташа { $mean }, { $least } – { $most }, { $checks } тексерудің { $failed } сәтсіз
}
ldap-latency-span-down = { $checks ->
    [one] { $begins }–{ $ends } UTC: қосылмады, { $checks } тексеру сәтсіз
   *[other] { $begins }–{ $ends } UTC: қосылмады, { $checks } тексеру сәтсіз
}

ldap-offer = Алдымен не болатынын көріңіз
ldap-offer-changed = Өзгерді: <strong>{ $fields }</strong>. Алдын ала қарау әр қосуды, өзгерісті және жоюды көрсетеді, бірақ ештеңе жазбайды. Келесі импорт өзі басталады: { $when }.
ldap-offer-guid = Агенттер DN бойынша, болмаса пошта бойынша қайта салыстырылып, id, рөл, топтар және тарихын сақтайды. Салыстыруға келмейтіндер тексеруіңізді күтеді.
ldap-offer-preview = Өзгерістерді алдын ала қарау

ldap-delete-title = Бұл каталогты жою
ldap-delete = { $name } жою
ldap-delete-fold = { $name } жою …
ldap-deleting = Жойылуда…
ldap-delete-what = { $agents ->
    [one] { $name } каталогының { $agents } агенті барлық тізімнен бірден жоғалады, сеанстары аяқталады, енді кіре алмайды.
   *[other] { $name } каталогының { $agents } агенті барлық тізімнен бірден жоғалады, сеанстары аяқталады, енді кіре алмайды.
} { $days ->
    [one] Олардың жазбалары { $days } күн сақталып, содан кейін біржола жойылады.
   *[other] Олардың жазбалары { $days } күн сақталып, содан кейін біржола жойылады.
} { $name } каталогының баптаулары, сақталған құпиясөзі және кестесі жойылады. Каталогтың өзінде ештеңе өзгермейді; басқа каталогтар мен жергілікті агенттер сол күйінде қалады.
ldap-deleted = { $name } жойылуда. Алдымен оның агенттері жойылады.

ldap-phrase-guid-attribute = GUID атрибуты
ldap-phrase-cn-attribute = CN атрибуты
ldap-phrase-mail-attribute = Пошта атрибуты
ldap-phrase-phone-attribute = Телефон атрибуты

ldap-phrase-long-host = «{ names-field-host }» өрісі 2000 таңбадан ұзын.
ldap-phrase-long-ca = CA сертификаты 200 000 таңбадан ұзын.
ldap-phrase-long-client = Клиент сертификаты 200 000 таңбадан ұзын.
ldap-phrase-long-user = «{ names-field-user }» өрісі 2000 таңбадан ұзын.
ldap-phrase-one-role = Рөлдердің бірін таңдаңыз.
ldap-phrase-one-group = Топтардың бірін таңдаңыз.
ldap-phrase-one-security = Үш нұсқаның бірін таңдаңыз.
ldap-phrase-percent = Пайыз — 0-ден 100-ге дейінгі бүтін сан.
ldap-phrase-agents = Агенттер саны 0-ден 1 000 000-ға дейін.
ldap-phrase-days = Күндер саны 1-ден 3650-ге дейін.
ldap-phrase-port = Порт — 1-ден 65535-ке дейінгі сан; әдеттегісі үшін бос қалдырыңыз.
ldap-phrase-no-user = Каталогты оқитын тіркелгіні енгізіңіз: DN немесе Active Directory үшін user@domain.
ldap-phrase-user = «{ $text }» — cn=reader,dc=example,dc=com сияқты DN де, user@domain де емес.
ldap-phrase-secret-attribute = Құпиясөздер ешқашан оқылмайды. Басқа атрибутты көрсетіңіз.
ldap-phrase-name = Атау — 80 таңбадан аспайтын бір жол.
ldap-phrase-name-digits = Тек цифрдан тұратын атау каталогтың нөмірі деп қабылданар еді. Сөз қосыңыз.
ldap-phrase-interval = Аралық — 1-ден 1440-қа (бір тәулік) дейінгі бүтін минут саны.
ldap-phrase-attribute = «{ $text }» — атрибут аты емес. mail немесе telephoneNumber сияқты бір ат енгізіңіз.
ldap-phrase-no-host = Каталог серверінің хост атын немесе мекенжайын енгізіңіз.
ldap-phrase-many-hosts = Ең көбі 16 серверді көрсетуге болады.
ldap-phrase-mixed-hosts = Барлық сервердің шифрлауы бірдей: ldaps:// сөзін олардың әрқайсысының алдына жазыңыз немесе мүлде жазбаңыз.
ldap-phrase-scheme = «{ $scheme }://» — LDAP мекенжайы емес. ldap:// немесе ldaps:// не тек хост атын жазыңыз.
ldap-phrase-host-path = Хосттан «/{ $path }» бөлігін алып тастаңыз: негіз «{ names-field-base-dn }» өрісіне, сүзгі «{ names-field-user-filter }» өрісіне жазылады.
ldap-phrase-domain = «{ $text }» — домен емес. ldap+srv:// соңынан example.com сияқты домен портсыз жазылады: серверлер мен порттарды DNS айтады.
ldap-phrase-host-user = Хосттан пайдаланушыны алып тастаңыз: ол «{ names-field-user }» өрісіне жазылады.
ldap-phrase-bracket = «{ $text }»: IPv6 мекенжайының жабатын жақшасы жоқ.
ldap-phrase-ipv6 = «{ $text }» — IPv6 мекенжайы емес.
ldap-phrase-host-port = «{ $text }» — порт емес: 1-ден 65535-ке дейінгі санды жазыңыз.
ldap-phrase-host = «{ $text }» — хост аты да, IP мекенжайы да емес. ldap.example.com сияқты атты енгізіңіз.
ldap-phrase-ca-key = Мұнда жеке кілт бар. Тек сертификатты қойып, кілтті құпия сақтаңыз.
ldap-phrase-certificate-cut = Бұл мәтіндегі сертификат қиылған немесе өзгертілген. Оны -----BEGIN мен -----END аралығында толық қойыңыз.
ldap-phrase-not-x509 = Осы сертификаттардың бірі оқылатын X.509 сертификаты емес.
ldap-phrase-client-with-key = Мұнда жеке кілт те бар. Мұнда тек сертификатты, ал кілтті өз өрісіне қойыңыз.
ldap-phrase-client-pem = Сертификатты PEM пішімінде қойыңыз: ол -----BEGIN CERTIFICATE----- деп басталады. PKCS#12 файлынан (.p12, .pfx): openssl pkcs12 -in client.p12 -nokeys.
ldap-phrase-key-kind = Бұл түрдегі кілтті пайдалануға болмайды. 2048 бит не одан ұзын RSA, EC P-256 не P-384 немесе Ed25519 пайдаланыңыз.
ldap-phrase-key-of-another = Бұл кілт клиент сертификатына тиесілі емес. Онымен бірге жасалған кілтті қойыңыз.
ldap-phrase-key-encrypted = Бұл кілт құпиясөзбен шифрланған. Мына пәрмен шығарғанын қойыңыз: openssl pkey -in client.key. Мұнда ол шифрланып сақталады.
ldap-phrase-no-key = Бұл PEM пішіміндегі жеке кілт емес. Ол -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- немесе -----BEGIN EC PRIVATE KEY----- деп басталады; оны толық қойыңыз.
ldap-phrase-dn-long = DN 8192 байттан ұзын.
ldap-phrase-dn-part = DN ou=people,dc=example,dc=com сияқты аты=мәні бөліктерінен тұрады. Бір бөлікте «=» жоқ.
ldap-phrase-dn-type = «{ $text }» — DN ішіндегі атрибут түрі емес.
ldap-phrase-dn-quote = DN-де ашылған тырнақша жабылмаған.
ldap-phrase-dn-hex = DN-дегі «#» таңбасынан кейінгі мән он алтылық цифрлар жұптарынан тұрады.
ldap-phrase-dn-end = DN жалғыз кері қиғаш сызықпен аяқталады.
ldap-phrase-dn-backslash = DN-дегі кері қиғаш сызықтан кейін арнайы таңба немесе екі он алтылық цифр келеді.
ldap-phrase-dn-place = «{ $text }» DN-де өз орнында емес; мәннің ішінде алдына кері қиғаш сызық қойылады.
ldap-phrase-filter-long = Сүзгі 4096 байттан ұзын.
ldap-phrase-filter-deep = Сүзгінің кірістірілу тереңдігі 32-ден асады.
ldap-phrase-filter-more = Сүзгі біткеннен кейін тағы бірдеңе бар: «{ $text }». Шарттарды (&…) немесе (|…) арқылы біріктіріңіз.
ldap-phrase-filter-opening = Сүзгіде мына жердің алдында ашатын жақша жетіспейді: { $place }.
ldap-phrase-filter-closing = Сүзгіде мына жерде жабатын жақша жетіспейді: { $place }.
ldap-phrase-filter-end = соңы
ldap-phrase-filter-condition = «{ $text }» — шарт емес: атрибут=мән түрінде жазыңыз, мысалы objectClass=person.
ldap-phrase-filter-attribute = «{ $text }» — атрибут аты емес.
ldap-phrase-filter-asterisk = «{ $text }» ішінде жұлдызша өз орнында емес. Оның өзі керек болса, \2a деп жазыңыз.
ldap-phrase-filter-special = «{ $text }» ішіндегі арнайы таңбаларды кері қиғаш сызық пен екі он алтылық цифр түрінде жазыңыз: \28 \29 \2a \5c.
