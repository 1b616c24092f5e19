# «Әрекет:» сөзінен кейін.
phrases-doing-encrypting = шифрлауды орнату
phrases-doing-policies = құпиясөз саясаттарын оқу
phrases-doing-asking-by-guid = жауапта болмаған адамдарды GUID бойынша сұрау
phrases-doing-user-group = пайдаланушылар тобын оқу
phrases-doing-looking-up = адамды іздеу
phrases-doing-signing-in = кіру
phrases-doing-signing-someone-in = адамды кіргізу
phrases-doing-people = адамдарды оқу

phrases-sign-in-wrong = Пошта немесе құпиясөз дұрыс емес.
phrases-sign-in-unreachable = Компания каталогы қазір қолжетімсіз. Бірнеше минуттан кейін қайталаңыз.
phrases-sign-in-busy = Дәл қазір кіріп жатқандар тым көп. Бірнеше секундтан кейін қайталаңыз.
# «кейін» сөзінің алдында.
phrases-sign-in-throttled = Әрекет тым көп болды. { $wait } кейін қайталаңыз.
phrases-one-second = 1 секундтан
phrases-seconds = { $n ->
    [one] { $n } секундтан
   *[other] { $n } секундтан
}
phrases-one-minute = 1 минуттан
phrases-minutes = { $n ->
    [one] { $n } минуттан
   *[other] { $n } минуттан
}
phrases-one-hour = 1 сағаттан
phrases-hours = { $n ->
    [one] { $n } сағаттан
   *[other] { $n } сағаттан
}
phrases-code-wrong = Код дұрыс емес немесе бұрын пайдаланылған. Қолданба қазір көрсетіп тұрған кодты енгізіңіз.
phrases-code-throttled = Әрекет тым көп болды. Сәл кейінірек қайталаңыз.
phrases-code-busy = Қазір кіріп жатқандар тым көп. Бірнеше секундтан кейін қайталаңыз.
phrases-code-off = Екінші фактор өшірулі.
phrases-code-on = Екінші фактор қосылып тұр.

phrases-password-long = Құпиясөз 1024 байттан аспайды. Қысқарағын таңдаңыз.
phrases-password-short = Құпиясөзде кемінде 10 таңба болуы керек. Ұзынырағын таңдаңыз.
phrases-password-one-character = Құпиясөз қайталанған бір таңбадан тұрмауы керек. Басқасын таңдаңыз.
phrases-email = name@example.com сияқты электрондық пошта мекенжайын енгізіңіз.
phrases-name-long = Аты-жөні 200 таңбадан аспайды.

phrases-objection-must-change = Алдымен құпиясөзді өзгерту керек. Оны компанияңызда қабылданған жолмен өзгертіп, содан кейін осында кіріңіз.
phrases-objection-password-expired = Құпиясөздің мерзімі өтті, алдымен оны өзгерту керек. Оны компанияңызда қабылданған жолмен өзгертіп, содан кейін осында кіріңіз.
phrases-objection-disabled = Компания каталогындағы тіркелгіңіз өшірілген. Каталогқа жауапты адамға хабарласыңыз.
phrases-objection-account-expired = Компания каталогындағы тіркелгіңіздің мерзімі өткен. Каталогқа жауапты адамға хабарласыңыз.
phrases-objection-restricted = Компания каталогы тіркелгіңізге бұл уақытта немесе осы жерден кіруге рұқсат бермейді. Каталогқа жауапты адамға хабарласыңыз.

phrases-why-with-code = { $why } (data { $code })
phrases-why-disabled = тіркелгі өшірілген
phrases-why-unwilling = тіркелгі өшірілген немесе сервер бас тартады
phrases-why-locked = тіркелгі құлыпталған
phrases-why-expired = тіркелгінің мерзімі өткен
phrases-why-password-expired = құпиясөздің мерзімі өткен
phrases-why-must-change = құпиясөзді өзгерту керек
phrases-why-time = бұл уақытта кіруге рұқсат жоқ
phrases-why-machine = бұл машинадан кіруге рұқсат жоқ
phrases-why-time-or-machine = бұл уақытта немесе бұл машинадан кіруге рұқсат жоқ
phrases-why-groups = тым көп топта
phrases-why-policy = құпиясөз саясаты рұқсат бермеді

phrases-reason-throttled = әрекет тым көп
phrases-reason-busy = бір мезгілде кіру тым көп
phrases-reason-unreachable = каталог қолжетімсіз болды
phrases-reason-store = қойма істен шықты
phrases-reason-code-throttled = код енгізу әрекеті тым көп
phrases-reason-code-wrong = қате код
phrases-reason-password-and-code = құпиясөз және код
phrases-reason-password-and-recovery = құпиясөз және қалпына келтіру коды
phrases-reason-set-up = бапталды
phrases-reason-new-codes = жаңа қалпына келтіру кодтары
phrases-reason-switched-off = өшірілді
phrases-reason-all = барлығы
phrases-reason-one = біреуі
phrases-reason-nobody = бұл пошта ешбір агентте жоқ
phrases-reason-no-password = құпиясөз енгізілмеді
phrases-reason-directory-off = агенттің каталогы өшірілген
phrases-reason-role = рөл бұған рұқсат бермейді: { $what }
phrases-reason-other-site = басқа сайт жіберді: { $what }
phrases-reason-stale-form = осы сеанстікі емес форма: { $what }

phrases-value-yes = иә
phrases-value-no = жоқ
phrases-value-defaults = әдепкі мәндер
phrases-value-rules = ережелер
phrases-value-administrator = әкімші
phrases-rule = { $number }-ереже
phrases-value-percent-and-count = { $percent } % және { $count }
phrases-value-members = { $group } мүшелері
phrases-value-members-role = { $group } мүшелері, рөлі { $role }
phrases-value-members-groups = { $group } мүшелері, топтары { $groups }
phrases-value-members-role-groups = { $group } мүшелері, рөлі { $role }, топтары { $groups }
phrases-subject-import = №{ $number } импорт
phrases-subject-preview = №{ $number } алдын ала қарау
phrases-reason-for-good = біржола
phrases-reason-again = { $reason }, он минут ішінде қайта-қайта
phrases-reason-many = ажырату мүмкін болмайтындай көп: көп мекенжайдан немесе көп тіркелгіге
phrases-reason-failed = сәтсіз
phrases-reason-browsers = оның браузерлері ұмытылды
phrases-reason-at-once = бірден байқап көруге болады
phrases-reason-browsers-wait = оның браузерлері ұмытылды, каталогты күту керек
phrases-reason-wait = каталогты күту керек
phrases-reason-remove = оларды №{ $number } импортпен жою
phrases-reason-keep-one = 1 агентті қалдыру
phrases-reason-keep = { $count ->
    [one] { $count } агентті қалдыру
   *[other] { $count } агентті қалдыру
}
phrases-reason-sealing-finished = үзілгеннен кейін аяқталды; бұрынғы кілт: { $key }
phrases-reason-sealed = { $count ->
    [one] { $count } құпия қайта шифрланды
   *[other] { $count } құпия қайта шифрланды
}
phrases-reason-all-of-log = толығымен
phrases-reason-filtered = сүзгі: { $fields }
phrases-reason-all-off = барлық каталог өшірілген
phrases-reason-no-more = енді кіре алмайды
phrases-reason-wrong-local = жергілікті тіркелгінің қате құпиясөзі

phrases-learned-one = 1 адам сәйкес келеді
phrases-learned-many = { $count ->
    [one] { $count } адам сәйкес келеді
   *[other] { $count } адам сәйкес келеді
}
phrases-learned-more = { $count ->
    [one] { $count } адамнан көп сәйкес келеді
   *[other] { $count } адамнан көп сәйкес келеді
}
phrases-learned-filter = { $kind } үшін пайдаланушылар сүзгісі: { $filter }
phrases-learned-outside-one = LDAP пайдаланушылар тобының 1 мүшесі каталог DN-інен немесе пайдаланушылар сүзгісінен тыс, сондықтан импортталмайды.
phrases-learned-outside = { $count ->
    [one] LDAP пайдаланушылар тобының { $count } мүшесі каталог DN-інен немесе пайдаланушылар сүзгісінен тыс, сондықтан импортталмайды.
   *[other] LDAP пайдаланушылар тобының { $count } мүшесі каталог DN-інен немесе пайдаланушылар сүзгісінен тыс, сондықтан импортталмайды.
}
phrases-learned-plain = Шифрлау жоқ: агенттердің құпиясөздері желіде ашық түрде өтеді.
phrases-learned-certificate = { $version }, сертификат { $date } дейін жарамды
phrases-learned-certificate-ends = Сертификаттың мерзімі жақында өтеді: оны серверде жаңартыңыз.
phrases-learned-client-certificate = Клиент сертификаты көрсетілді, { $date } дейін жарамды
phrases-learned-client-certificate-ends = Клиент сертификатының мерзімі жақында өтеді немесе өтіп кеткен: «{ names-field-client-certificate }» өрісіне жаңасын қойыңыз.
phrases-learned-present = { $attribute }: { $count_all } ішінен { $count }
phrases-learned-no-guid = { $count ->
    [one] { $count } жазбада жарамды GUID жоқ, оны импорттау мүмкін емес.
   *[other] { $count } жазбада жарамды GUID жоқ, оларды импорттау мүмкін емес.
}
phrases-learned-no-mail = { $count ->
    [one] { $count } жазбада жарамды пошта жоқ, онымен кіру мүмкін емес.
   *[other] { $count } жазбада жарамды пошта жоқ, олармен кіру мүмкін емес.
}
phrases-what-rsa = { $count } биттік RSA кілті
phrases-what-ec = { $count } биттік EC кілті
phrases-what-dsa = DSA кілті
phrases-what-signature = { $name } арқылы жасалған қолтаңба
phrases-what-signature-above = жоғарыда ескі немесе белгісіз түрдегі қолтаңба
phrases-run-stopped = Панель тоқтатылды.

phrases-skip-no-guid = жарамды { $attribute } жоқ, сондықтан басқалардан ажырату мүмкін болмас еді. Қызметтік тіркелгіге оны оқуға рұқсат беріңіз немесе басқа GUID атрибутын көрсетіңіз.
phrases-skip-no-mail = { $attribute } жоқ, сондықтан кіре алмас еді.
phrases-skip-mail-is-no-address = { $attribute } мәні «{ $value }», бұл электрондық пошта мекенжайы емес.
phrases-skip-no-name = аты-жөні ретінде пайдаланатын { $attribute } жоқ.
phrases-skip-mail-taken = поштасы { $by_dn } ({ $email }) жазбасындағымен бірдей. Бір мекенжаймен тек бір адам кіре алады: біреуін каталогта өзгертіңіз.
phrases-skip-mail-of-local-agent = поштасы жергілікті агенттікі ({ $email }). Бұл адамды импорттау үшін жергілікті агентті өзгертіңіз немесе жойыңыз.
phrases-skip-mail-of-other-directory = поштасы { $directory } каталогының агентінікі ({ $email }). Мекенжай біріншісінде қалады: біреуін өзгертіңіз немесе ол агент кеткеннен кейін бұл адамды импорттаңыз.
phrases-skip-guid-twice = GUID ({ $guid }) мәні { $other_dn } жазбасындағымен бірдей. Әркімде әртүрлі болатын GUID атрибутын таңдаңыз.
phrases-skip-malformed = оқу мүмкін болмады: { $what }.
phrases-flaw-long-dn = DN-і 8 КиБ-тан ұзын
phrases-flaw-dn-not-utf8 = DN-і UTF-8 емес
phrases-flaw-empty-dn = DN-і бос
phrases-flaw-no-dn = DN-і жоқ

phrases-cause-gone = Каталогта енді жоқ.
phrases-cause-moved-out = Қазір { $dn } астында, каталог DN-інен тыс.
phrases-cause-no-longer-matches = Әлі каталогта ({ $dn }), бірақ пайдаланушылар сүзгісіне сай келмейді.
phrases-cause-left-group = Әлі каталогта ({ $dn }), бірақ LDAP пайдаланушылар тобының мүшесі емес.
phrases-cause-not-matched = Осы уақытқа дейін басқа GUID атрибутымен белгілі болған, ал осы агенттің DN-і немесе поштасы бар жазба жоқ.
phrases-cause-not-asked = Жауапта жоқ, ал каталогтан бұл агентті GUID бойынша сұрауға уақыт жетпеді.
phrases-cause-directory-deleted = { $name } каталогы панельден жойылды.
phrases-missed = Іздеу жауабында жоқ, бірақ GUID бойынша сұрағанда табылды: бұл агент жойылған жоқ.

phrases-held-settings-changed = Соңғы дұрыс импорттан бері өзгерген: { $what }. Сондықтан ешкім жойылған жоқ: енді табылмайтын адам қазір оқылатыннан тыс қалған ғана болуы мүмкін. Бұл адамдар қалуы керек болса, ықтимал себептер: жаңа мән оларды қамтымайды немесе қате терілген.
phrases-held-settings = баптаулар
phrases-held-guid-attribute = GUID атрибуты
phrases-held-nobody-found = Каталог қатесіз, бірақ бірде-бір адамсыз жауап берді, сондықтан ешкім жойылған жоқ. Ықтимал себептер: қызметтік тіркелгі адамдарды оқу құқығынан айырылған, каталог DN-іне немесе пайдаланушылар сүзгісіне енді ешкім сай келмейді, LDAP пайдаланушылар тобы бос немесе сервер — әлі толмаған жаңа көшірме.
phrases-held-too-many = { $agents } LDAP агентінің ішінен { $absent } агент енді табылмайды: бұл { $percent } % шегінен де, { $count } агент шегінен де көп, сондықтан ешкім жойылған жоқ. Бұл адамдар қалуы керек болса, ықтимал себептер: қызметтік тіркелгі кейбірін оқу құқығынан айырылған, олар каталог DN-іне немесе пайдаланушылар сүзгісіне енді сай келмейді, каталогта басқа жерге көшірілген немесе сервер — әлі толмаған көшірме.
phrases-held-not-confirmed = { $agents } агент жауапта болмады, ал каталогтан олардың әрқайсысын GUID бойынша сұрау мүмкін болмады: ол тым баяу болды немесе бас тартты. Сондықтан ешкім жойылған жоқ, келесі импорт қайта сұрайды. GUID атрибутының индексі мұны жылдамдатады.
phrases-held-nothing-to-compare = Әлі бірде-бір импорт аяқталған жоқ, сондықтан бұл агенттер қазіргі баптаулармен оқылғаны белгісіз, ешкім жойылған жоқ.
phrases-held-undecided = Бұл жоюларды бұрынғы импорт ұстаған, әлі ешкім шешпеген, сондықтан ешкім жойылған жоқ. Ол былай деген: { $before }

phrases-note-rule-not-read = { $group } мүшелері белгісіз, сондықтан { $rule }-ереже ешкімді өзгертпеді: ол шеше алатын адамдардың рөлі мен топтары сақталады. { $why }
phrases-note-check-rule = Ереженің LDAP тобының DN-інде қате жоқ па және қызметтік тіркелгінің құқықтарын тексеріңіз.
phrases-note-no-administrator = Осы импорттан кейін каталогтағы ешбір агент әкімші емес. Кіре алатын { $local } жергілікті әкімші қалады.

phrases-run-changed-meanwhile = Импорт кезінде панельде агенттер немесе топтар өзгертілді. Тағы бір рет импорттаңыз.
phrases-run-store-failed = Панель қоймасы істен шықты. Оның дискісі немесе дерекқоры бар екенін және толып кетпегенін тексеріп, тағы бір рет импорттаңыз.
phrases-run-too-long = Импорт 30 минуттан кейін аяқталды. Каталог серверінің жүктемесін қараңыз немесе «{ names-field-base-dn }» не «{ names-field-user-filter }» өрісін тарылтыңыз.
phrases-run-fault = Импорт панельдің өз ақауынан аяқталды. Тағы бір рет импорттаңыз; қайталанса, панель журналымен бірге хабарлаңыз.
phrases-run-no-room = Панель қоймасы орналасқан жерде тек { $free } МБ бос; бұл импортқа { $needed } МБ керек. Орын босатыңыз: келесі импорт өзі жалғастырады.
phrases-run-given-up = Бұл импорт жұмысы { $times } рет басталып, әр жолы үзілді: панель немесе оның қоймасы істен шықты. Панельдердің журналдары мен жадын қарап, тағы бір рет импорттаңыз.
phrases-run-directory-deleted = Бұл каталог панельден жойылды.
phrases-request-not-configured = Алдымен «{ layout-ldap-directory }» бөлімінде каталогыңызды қосыңыз.
phrases-request-disabled = LDAP каталогы өшірулі. Оны «{ layout-ldap-directory }» бөлімінде қосыңыз.
