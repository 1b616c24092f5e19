agents-lead = { $count ->
    [one] { $count } агент · LDAP-тан { $imported }
   *[other] { $count } агент · LDAP-тан { $imported }
}
agents-lead-matching = { $count ->
    [one] { $count } агенттің { $found } сәйкес
   *[other] { $count } агенттің { $found } сәйкес
}
agents-lead-removed = { $count ->
    [one] Жойылған { $count } агент
   *[other] Жойылған { $count } агент
}
agents-matches = { $count ->
    [0] Сәйкес агент жоқ.
    [one] { $count } агент сәйкес келеді.
   *[other] { $count } агент сәйкес келеді.
}
agents-export = CSV экспорттау
agents-new = Жаңа агент

agents-what-muster-does = Muster адамдарды компанияңыздың LDAP каталогынан көшіріп, олардың сондағы құпиясөзімен кіруіне мүмкіндік береді.
agents-nobody-imported = Әзірге ешкім импортталмады
agents-preview-first = Алғашқы импортты алдын ала қарау
agents-no-directory = Әзірге каталог жоқ
agents-connect = Каталогты қосу

agents-search = Аты-жөні, пошта немесе телефон
agents-all-groups = Барлық топтар
agents-all-roles = Барлық рөлдер
agents-source-all = Дереккөз: бәрі
agents-source-ldap = LDAP
agents-source-local = Жергілікті
agents-state-present = Жойылмағандар
agents-sign-in-any = Кіру: кез келген
agents-never-signed-in = Ешқашан кірмегендер
agents-all-directories = Барлық каталогтар
agents-order = Реті
agents-order-name = Аты-жөні бойынша
agents-order-name-last = Аты-жөні бойынша, соңынан
agents-order-email = Пошта бойынша
agents-order-email-last = Пошта бойынша, соңынан
agents-order-phone = Телефон бойынша
agents-order-phone-last = Телефон бойынша, соңынан
agents-order-group = Топ бойынша
agents-order-group-last = Топ бойынша, соңынан
agents-order-role = Рөл бойынша
agents-order-role-last = Рөл бойынша, соңынан
agents-order-source = Дереккөз бойынша
agents-order-source-last = Дереккөз бойынша, соңынан
agents-order-state = Күйі бойынша
agents-order-state-last = Күйі бойынша, соңынан
agents-order-latest = Соңғы кіргендер алдымен
agents-order-latest-last = Соңғы кіргендер соңында

agents-page-empty = Бұл бетте ешкім қалмады
agents-page-empty-text = Мұнда болғандар алдыңғы беттерде.
agents-nobody-found = Ешкім табылмады
agents-nobody-found-text = Бұл іздеу мен сүзгілерге сай агент жоқ.
agents-nobody-found-ask = Бұл іздеу мен сүзгілерге сай агент жоқ. Мүмкін, каталог агент болмаған біреуді біледі және себебін айтады.
agents-look-in-directory = Каталогтан іздеу
agents-none-yet = Әзірге агент жоқ
agents-none-yet-next = Компания каталогындағы адамдар келесі импорттан кейін осында пайда болады.
agents-none-yet-first = Агенттер алғашқы импорттан кейін осында пайда болады.

agents-name = Аты-жөні
agents-email = Пошта
agents-phone = Телефон
agents-group = Топ
agents-groups = Топтар
agents-role = Рөл
agents-source = Дереккөз
agents-state = Күйі
agents-sign-in = Кіру
agents-last-sign-in = Соңғы кіру
agents-directory = Каталог
agents-password = Құпиясөз
agents-never = ешқашан
agents-blocked-here = Осында бұғатталған

agents-removed = Жойылған агенттер
agents-removed-note = { $days ->
    [one] Жойылған агенттер басқа тізімдерде жоқ және кіре алмайды. Каталогқа оралған адам тобы, рөлі және тарихымен өздігінен қалпына келеді; қалғандары { $days } күннен кейін біржола жойылады.
   *[other] Жойылған агенттер басқа тізімдерде жоқ және кіре алмайды. Каталогқа оралған адам тобы, рөлі және тарихымен өздігінен қалпына келеді; қалғандары { $days } күннен кейін біржола жойылады.
}
agents-removed-when = Жойылған уақыты
agents-removed-by = Қайсысы жойды
agents-removed-why = Себебі
agents-import = №{ $number } импорт

agents-select = Таңдау
agents-select-one = Таңдау: { $name }
agents-selected = Таңдалды: { $n }
agents-selected-elsewhere = Таңдалды: { $n }, оның { $m } басқа беттерде
agents-selected-full = Бір-бірлеп { $n } агенттен артық таңдауға болмайды.
agents-with-selected = Таңдалғандармен:
agents-all-matching = { $count ->
    [one] Сәйкес { $count } агенттің бәрі
   *[other] Сәйкес { $count } агенттің бәрі
}
agents-action-groups = Топтар…
agents-action-role = Рөл…
agents-action-block = Бұғаттау…
agents-action-unblock = Бұғаттан шығару…
agents-clear-selection = Таңдауды алып тастау

agents-bulk-groups = { $count ->
    [one] { $count } агенттің топтарын өзгерту
   *[other] { $count } агенттің топтарын өзгерту
}
agents-bulk-role = { $count ->
    [one] { $count } агенттің рөлін орнату
   *[other] { $count } агенттің рөлін орнату
}
agents-bulk-block = { $count ->
    [one] { $count } агентті бұғаттау
   *[other] { $count } агентті бұғаттау
}
agents-bulk-unblock = { $count ->
    [one] { $count } агентті бұғаттан шығару
   *[other] { $count } агентті бұғаттан шығару
}
agents-bulk-export = { $count ->
    [one] { $count } агентті экспорттау
   *[other] { $count } агентті экспорттау
}
agents-bulk-changing = Өзгертілуде…
agents-bulk-others-as-many = Таңдаған кездегіден басқалары сәйкес келеді, бірақ саны сол күйі. Ештеңе өзгертілген жоқ. Бәрін меңзейтініңізді тексеріңіз.
agents-bulk-others-match = { $expected ->
    [one] Таңдаған кезіңізде { $expected } агент сәйкес еді, қазір { $count }. Ештеңе өзгертілмеді. Әлі де бәрін меңзейтініңізді тексеріңіз.
   *[other] Таңдаған кезіңізде { $expected } агент сәйкес еді, қазір { $count }. Ештеңе өзгертілмеді. Әлі де бәрін меңзейтініңізді тексеріңіз.
}
agents-bulk-everyone = <link>Осы тізімдегінің</link> бәрі, оның барлық беттерінде.
agents-bulk-groups-then = Бұл әкімшінің таңдауы болып саналады: ережелер мен импорттар бұл топтарға тимейді.
agents-bulk-role-then = Бұл әкімшінің таңдауы болып саналады: ережелер мен импорттар рөлге тимейді. Рөлі өзгерген агент қайта кіруі керек.
agents-bulk-block-then = Олар енді кіре алмайды, сеанстары бірден аяқталады. Деректерінен ештеңе жойылмайды.
agents-bulk-unblock-then = Олар каталог рұқсат еткен шекте қайтадан кіре алады.
agents-bulk-how = Не істеу керек
agents-bulk-add = Осы топтарды қосып, басқаларын қалдыру
agents-bulk-remove = Осы топтарды алып, басқаларын қалдыру
agents-bulk-set = Дәл осы топтарды орнату
agents-bulk-choose-role = Рөлді таңдаңыз
agents-bulk-no-group = Кемінде бір топты таңдаңыз.
agents-bulk-no-how = Топтармен не істеу керегін таңдаңыз.
agents-bulk-no-role = Рөлді таңдаңыз.
agents-bulk-no-action = Таңдалған агенттермен не істеу керегін таңдаңыз.
agents-bulk-nobody = Ешкім таңдалмаған. Алдымен тізімнен агенттерді немесе сәйкестің бәрін белгілеңіз.
agents-bulk-group-gone = Осы топтардың бірі осы арада жойылды. Тізімге оралып, қайта таңдаңыз.

agents-bulk-changed = { $count ->
    [0] Ешкім өзгертілмеді.
    [one] { $count } агент өзгертілді.
   *[other] { $count } агент өзгертілді.
}
agents-bulk-unchanged = { $count ->
    [one] { $count } агент онсыз да солай еді.
   *[other] { $count } агент онсыз да солай еді.
}
agents-bulk-missing = { $count ->
    [one] { $count } агент енді жоқ.
   *[other] { $count } агент енді жоқ.
}
agents-bulk-removed = { $count ->
    [one] { $count } агентті осы арада импорт жойды, ол сол күйінде қалады.
   *[other] { $count } агентті осы арада импорт жойды, олар сол күйінде қалады.
}
agents-bulk-last-administrator = { $name } өзгертілмеді: бұл — кіре алатын соңғы жергілікті әкімші. Алдымен тағы біреуін жасаңыз.
agents-bulk-oneself = Өзіңізге тиілмеді: бұлай ешкім өзіне кіруді жаба алмайды.
agents-bulk-broke-off = Содан соң ол үзілді, қалғандары бұрынғыдай; себебі панель журналында. Бір минуттан кейін соны қайталаңыз: өзгертілгендер солай қалады.

agents-phrase-groups-added = Қосылған топтар
agents-phrase-groups-taken = Алынған топтар
agents-phrase-groups-set = Орнатылған топтар
agents-phrase-agents = Агенттер
agents-phrase-one-agent = 1 агент
agents-phrase-many-agents = { $count ->
    [one] { $count } агент
   *[other] { $count } агент
}
agents-phrase-and-more = { $names } және тағы { $count }

agents-new-lead = Жергілікті агент өз құпиясөзімен кіреді. Қалғандарының бәрі каталогтан келеді.
agents-password-hint = Кемінде 10 таңба. Оны электрондық поштадан басқа жолмен хабарлаңыз.
agents-create = Агент жасау
agents-creating = Жасалуда…
agents-cancel = Бас тарту
agents-edit = Өзгерту
agents-edit-title = Өзгерту: { $name }
agents-optional = міндетті емес
agents-new-password = Жаңа құпиясөз
agents-new-password-empty = бос: қазіргісі қалады
agents-new-password-hint = Кемінде 10 таңба. Агенттің сеанстары аяқталады.
agents-block = Кіруді бұғаттау
agents-block-hint = Агент кіре алмайды, сеанстары бірден аяқталады.
agents-save = Сақтау
agents-saving = Сақталуда…
agents-password-refused = Құпиясөз: { $error }
agents-last-changed-by = Соңғы өзгеріс: { $when }, <link>№{ $number }</link> импорт. Бұларды өзгерту үшін каталогты өзгертіңіз.
agents-by-rules = Ережелер бойынша ({ $role })
agents-by-rules-default = Ережелер бойынша (әдепкі)
agents-follow-rules = Қайтадан ережелерге сүйену
agents-follow-rules-groups = Қайтадан ережелерге сүйену ({ $groups })
agents-follow-rules-default = Қайтадан ережелерге сүйену (әдепкі)
agents-follow-rules-hint = Онда жоғарыдағы топтар ескерілмейді.
agents-return-default = Әдепкіге қайтару
agents-stale = Сіз өзгертіп жатқанда бұл агентті басқа біреу өзгертті. Сіздің өзгерістеріңіз әлі сақталмады. Мұның орнына өз мәндеріңізді қою үшін қайта сақтаңыз.
agents-stored-now = Қазір сақталғаны

agents-phrase-phone-long = Телефон 64 таңбадан аспауы керек.
agents-no-name = Агенттің аты-жөнін бір жолға жазыңыз.
agents-no-role = Рөлдердің бірін таңдаңыз.
agents-group-gone = Осы топтардың бірі енді жоқ. Қайта таңдаңыз.
agents-owned = Бұл мән каталогқа тиесілі. Оны сонда өзгертіңіз; келесі импорт мұнда жеткізеді.
agents-email-taken = Бұл пошта басқа агентте бар.
agents-edit-removed = Бұл агент жойылған; өзгертетін ештеңе жоқ.
agents-delete-owned = Бұл агент каталогтан келген. Оны сонда жойыңыз немесе осында кіруін бұғаттаңыз.

agents-created = { $name } жасалды және кіре алады.
agents-saved = { $name } сақталды.
agents-deleted = { $name } жойылды.
agents-deleted-for-good = { $name } біржола жойылды.
agents-sessions-ended = { $count ->
    [one] { $name }: { $count } сеанс аяқталды.
   *[other] { $name }: { $count } сеанс аяқталды.
}

agents-delete = Жою: { $name }
agents-delete-fold = Жою: { $name }…
agents-deleting = Жойылуда…
agents-delete-then = { $name } енді кіре алмайды, сеанстары аяқталады, жазбасы біржола жойылады.
agents-delete-now = Қазір біржола жою
agents-delete-now-fold = Қазір біржола жою: { $name }…
agents-delete-now-then = { $name } жазбасы тобы, рөлі және тарихымен біржола жойылады. Бұл адам каталогқа оралса, жаңа агент болады.

agents-person = Адам
agents-in-panel = Панельде
agents-in-directory = Каталогта
agents-activity = Бұл агенттің <link>әрекеттері</link>: ол не істеді және оның тіркелгісімен не істелді.
agents-look-up-now = Каталог не айтатынын <link>қазір қарау</link>.
agents-signed-in = Ашық сеанстар
agents-signed-in-nowhere = Қазір жоқ.
agents-second-factor = Екінші фактор
agents-on = Қосулы
agents-off = Өшірулі
agents-from-attribute = <code>{ $attribute }</code> атрибутынан
agents-since = Агент болған уақыты
agents-last-changed = Соңғы өзгеріс
agents-when-by = { $when }, { $import }
agents-removed-banner = Жойылды: { $when } ({ $import }). { $why } Каталогқа оралса, тобы және рөлімен өздігінен қалпына келеді; әйтпесе біржола жойылады: { $end }.
agents-held = Каталогтан енді табылмайды. Жою шешімді күтуде.
agents-held-review = Каталогтан енді табылмайды. Жою шешімді күтуде: <link>қарау</link>.
agents-kept = Каталогтан табылмады, бірақ қайта көрінгенше немесе баптаулар өзгергенше әкімші қалдырды.
agents-dn = DN
agents-guid = GUID

agents-allowed = Рұқсат етілген
agents-blocked = Бұғатталған
agents-blocked-by = Әкімші бұғаттаған
agents-not-possible = Мүмкін емес: каталогта енді жоқ
agents-refused-by-directory = Осында рұқсат етілген, каталог рұқсат етпейді
agents-allowed-once-changed = Каталогта құпиясөз өзгертілген соң рұқсат етіледі

agents-origin-default = келген кезде берілген
agents-origin-rule = ереже берген
agents-origin-administrator = әкімші таңдаған
agents-chosen-and-ruled = әкімші таңдаған; ережелер бойынша: { $what }, негізі { $groups }
agents-chosen-no-role = әкімші таңдаған; ешбір ереже рөл бермейді
agents-chosen-no-group = әкімші таңдаған; ешбір ереже топ бермейді
agents-ruled = ереже берген: { $what }, негізі { $groups }
agents-ruled-unread = барлық ереже оқылғанша
agents-and = { $first } және { $next }

agents-wrong-passwords = Қате құпиясөздер
agents-wrong-passwords-count = { $count ->
    [one] { $count } қате құпиясөз есептелді.
   *[other] { $count } қате құпиясөз есептелді.
}
agents-next-try = Келесі әрекетке рұқсат берілетін уақыт: { $when }.
agents-next-try-known = Келесі әрекетке рұқсат берілетін уақыт: { $when }, ал { $name } бұрын кірген браузерлерден — бірден.
agents-next-try-now = Келесі әрекетке бірден рұқсат беріледі.
agents-forget-browsers = Агент бұрын кірген браузерлерді ұмыту
agents-unlock-hint = Бірден байқап көруге мүмкіндік береді. Каталогтың өзі есептегені сонда есептелген күйінде қалады.
agents-unlock = Кіру құлпын ашу
agents-unlocking = Ашылуда…
agents-may-try = { $name } енді кіріп көре алады.
agents-may-try-forgotten = { $name } енді кіріп көре алады. Бұл агенттің браузерлері ұмытылды.
agents-has-to-wait = { $name } күтуі керек: келесі қате құпиясөзден кейін каталог тіркелгіні құлыптайды.
agents-has-to-wait-forgotten = { $name } күтуі керек: келесі қате құпиясөзден кейін каталог тіркелгіні құлыптайды. Бұл агенттің браузерлері ұмытылды.

agents-history = Тарихы
agents-history-lead = Импорттар не өзгерткені. Толық мәлімет 90 күн сақталады.
agents-history-added = { $when } · { $import }: қосылды
agents-history-restored = { $when } · { $import }: қалпына келтірілді
agents-history-removed = { $when } · { $import }: жойылды
agents-history-updated = { $when } · { $import }: өзгертілді
agents-history-reason = { $event }: { $reason }
agents-history-change = { $field }: { $old } → { $new }
agents-history-by = { $what }, негізі { $groups }
agents-field-name = аты-жөні
agents-field-email = пошта
agents-field-phone = телефон
agents-field-dn = DN
agents-field-guid = GUID
agents-field-state = күйі
agents-field-role = рөл
agents-field-groups = топтар
agents-field-role-by-rules = ережелер бойынша рөл
agents-field-groups-by-rules = ережелер бойынша топтар
agents-phrase-state-enabled = қосулы
agents-phrase-state-disabled = өшірілген
agents-phrase-state-expired = мерзімі өткен
agents-phrase-state-locked = уақытша құлыпталған
agents-phrase-state-must-change = құпиясөзін өзгертуі керек

agents-phrase-gone = Каталогта енді жоқ.
agents-phrase-moved-out = Қазір { $dn }, каталог DN-інен тыс.
agents-phrase-no-longer-matches = Каталогта әлі бар ({ $dn }), бірақ пайдаланушылар сүзгісінен өтпейді.
agents-phrase-left-group = Каталогта әлі бар ({ $dn }), бірақ енді LDAP пайдаланушылар тобының мүшесі емес.
agents-phrase-not-matched = Осыған дейін басқа GUID атрибуты бойынша белгілі еді, ал бұл агенттің DN-і немесе поштасы бар жазба жоқ.
agents-phrase-not-asked = Жауапта болмады, ал каталогтан бұл агентті GUID бойынша сұрауға уақыт жетпеді.
agents-phrase-directory-deleted = { $name } каталогы панельден жойылды.
