imports-run = { $kind ->
    [preview] №{ $number } алдын ала қарау
    [deletion] №{ $number } каталогты жою
   *[import] №{ $number } импорт
}
imports-changes-of = №{ $number } импорттың өзгерістері

imports-state-running = Жүріп жатыр
imports-state-done = Аяқталды
imports-state-held = Шешім күтуде
imports-state-failed = Сәтсіз
imports-state-cancelled = Тоқтатылды
imports-state-interrupted = Үзілді
imports-phase-waiting = Күтуде
imports-phase-connecting = Қосылуда
imports-phase-reading = Каталог оқылуда
imports-phase-comparing = Салыстырылуда
imports-phase-applying = Қолданылуда

imports-step-connect = Қосылу
imports-step-read = Оқу
imports-step-compare = Салыстыру
imports-step-apply = Қолдану

imports-started = { $by ->
    [schedule] Кесте бойынша басталды, { $when }
    [command] Команда жолынан басталды, { $when }
   *[agent] Бастаған: { $name }, { $when }
}
imports-took = ұзақтығы { $time }
imports-by-schedule = кесте
imports-by-command = команда жолы
imports-agent-deleted = жойылған агент
imports-agent-unknown = агент
imports-directory-deleted = жойылған каталог (нөмірі { $number })

imports-cancel = Тоқтату
imports-cancelling = Тоқтатылуда…
imports-export = CSV экспорттау
imports-again = Қайта импорттау
imports-starting = Басталуда…
imports-import-users = Пайдаланушыларды импорттау
imports-preview-changes = Өзгерістерді алдын ала қарау

imports-deleted = Каталог панельден жойылды, оның агенттері де жойылды.
imports-deletion-cancelled = Аяқталмай тоқтатылды: каталог әлі бар, өшірулі. Осы уақытқа дейін жойылғандар каталог қайта қосылғанда оның келесі импортымен оралады.
imports-previewed = Алдын ала қарау: импорт не істер еді. Ештеңе өзгертілмеді.
imports-cancelled = Аяқталмай тоқтатылды. Оған дейін қолданылғаны қалады; оқылмағаны үшін ешкім жойылған жоқ.
imports-interrupted = Осы импорт кезінде панель тоқтады. Қалғанын келесісі аяқтайды.
imports-failed = Импорт сәтсіз аяқталды.
imports-failed-nobody = Ешкім жойылған жоқ. Келесі импорт өзі қайталап көреді.
imports-failed-some = Оған дейін қолданылғаны қалады. Қалғанын келесі импорт өзі аяқтайды.
imports-see-settings = Каталогтың қазіргі жауабы <link>«{ layout-ldap-directory }»</link> бөлімінде.
imports-begun-again = Бұл импорт жұмысы { $times } рет басталды: оны орындаған панель немесе оның қоймасы арасында істен шықты. Оған дейін жазылғаны осы сандарға кіреді.

imports-doing-waiting = Кезегін күтуде
imports-doing-connecting = Каталогқа қосылуда
imports-doing-reading-of = Шамамен { $expected } адам ішінен { $read } адам оқылды
imports-doing-reading = { $read } адам оқылды
imports-doing-comparing = { $read } адам оқылды, салыстырылуда
imports-doing-applying = { $read } адам оқылды, өзгерістер қолданылуда
imports-rate = секундына { $rate } · { $seconds } с жүріп жатыр
imports-running-for = { $seconds } с жүріп жатыр
imports-bar-read = Оқылған адамдар
imports-bar-applied = Қолданылған өзгерістер
imports-bar-import = Импорт

imports-count-read = оқылды
imports-count-added = қосылды
imports-count-updated = жаңар{ "\u00AD" }тылды
imports-count-unchanged = өзгеріссіз
imports-count-removed = жойылды
imports-count-restored = қалпына келді
imports-count-skipped = өткізілді
imports-count-held = ұсталды
imports-count-kept = қалды{ "\u00AD" }рылды
imports-count-missed = жауапта жоқ

imports-changed-added = { $count } қосылды
imports-changed-updated = { $count } жаңартылды
imports-changed-removed = { $count } жойылды
imports-changed-restored = { $count } қалпына келді
imports-changed-skipped = { $count } өткізілді
imports-changed-held = { $count } ұсталды
imports-changed-kept = { $count } қалдырылды
imports-changed-missed = { $count } жауапта болмады
imports-changed-nothing = өзгеріс жоқ

imports-card = Импорт
imports-last-preview = Соңғы алдын ала қарау: { $when }. Импорт мынаны білдірер еді: { $changes }. <link>Не істейтінін көру</link>
imports-last = { $kind ->
    [preview] Соңғы алдын ала қарау: { $when } — { $changes }.
    [deletion] Соңғы жою: { $when } — { $changes }.
   *[import] Соңғы импорт: { $when } — { $changes }.
}
imports-last-failed = { $kind ->
    [preview] Соңғы алдын ала қарау { $when }: { $error }
    [deletion] Соңғы жою { $when }: { $error }
   *[import] Соңғы импорт { $when }: { $error }
}
imports-nobody-yet = Әзірге ешкім импортталған жоқ. Алдын ала қарау кім агент болатынын көрсетеді және ештеңе жазбайды.
imports-preview-first = Бірінші импортты алдын ала қарау
imports-first-by-itself = Біріншісі өзі басталады: { $when }.
imports-next-by-itself = Келесісі өзі басталады: { $when }

imports-lead-several = Әр каталог өз алдына
imports-lead-several-next = Әр каталог өз алдына · келесі импорт ({ $directory }) өзі басталады: { $when }
imports-lead-none = Каталогтан әрбір көшіру
imports-lead-ended = Соңғысы аяқталды: { $when }
imports-lead-next = келесісі өзі басталады: { $when }
imports-lead-off = каталог өшірулі
imports-overdue = { $of ->
    [directory] { $directory } импорты кешігіп жатыр: кесте бойынша екі уақыт өтті, бірақ бірде-біреуі аяқталмады.
   *[all] Импорт кешігіп жатыр: кесте бойынша екі уақыт өтті, бірақ бірде-біреуі аяқталмады.
} { $last ->
    [none] Әзірге бірде-біреуі аяқталған жоқ.
   *[ended] Соңғысы аяқталды: { $when }.
} Содан бері компаниядан кеткен адам әлі агент болуы мүмкін. <outcomes>Соңғыларының қалай аяқталғанын</outcomes> және <settings>«{ layout-ldap-directory }»</settings> бөліміндегі тексеру нәтижесін қараңыз.

imports-kind = Түрі
imports-all-kinds = Барлық түрі
imports-previews = Алдын ала қараулар
imports-state = Күйі
imports-all-states = Барлық күйі
imports-outcome = Нәтиже
imports-all-outcomes = Барлық нәтиже
imports-notable = Өзгерісі немесе ақауы бар
imports-directory = Каталог
imports-all-directories = Барлық каталог
imports-column-import = Импорт
imports-column-started-by = Бастаған
imports-column-when = Қашан
imports-column-read = Оқыл{ "\u00AD" }ды
imports-column-added = Қосыл{ "\u00AD" }ды
imports-column-updated = Жаңар{ "\u00AD" }тылды
imports-column-removed = Жойыл{ "\u00AD" }ды
imports-column-held = Ұстал{ "\u00AD" }ды
imports-column-skipped = Өткі{ "\u00AD" }зілді
imports-nothing-found = Ештеңе табылмады
imports-none-found-text = Бұл сүзгілерге сай импорт жоқ.
imports-none-yet = Әзірге импорт жоқ
imports-none-yet-text = Кім агент болатынын көру үшін «{ imports-preview-changes }» түймесін басыңыз: ештеңе жазылмайды. Бірінші импорт жоғарыдағы уақытта өзі басталады немесе «{ imports-import-users }» түймесімен бірден.
imports-connect = Каталогты қосу
imports-connect-text = Импорт LDAP каталогыңыздан адамдарды көшіреді, әрқайсысы өзгерткен барлық нәрсесімен осында тізіледі. Алдымен каталогты қосыңыз.

imports-asked-imports = Әр каталогқа бір-бірден { $count } импорт сұралды.
imports-asked-previews = Әр каталогқа бір-бірден { $count } алдын ала қарау сұралды.
imports-no-such-directory = Нөмірі { $number } каталог жоқ.
imports-being-cancelled = Импорт тоқтатылуда.
imports-ended-already = Импорт бұрын аяқталған.
imports-choose-decision = Шешім ретінде жоюды немесе қалдыруды таңдаңыз.
imports-no-digest = Көрсетілген тізімнің бақылау қосындысы жоқ.
imports-kept = { $count } агент қалдырылды. Олар қайта көрінгенше немесе баптаулар өзгергенше агент болып қалады.
imports-nothing-waits = Шешім күтетін ештеңе қалмады: біреу шешіп қойған немесе жаңарақ импорттың ұстайтыны жоқ.
imports-list-changed = Тізім осы арада өзгерді, сондықтан ештеңе істелмеді. Бұл — қазіргі тізім: қайта шешіңіз.
imports-approved-meanwhile = Ештеңе істелмеді: жою осы арада мақұлданды, импорт оны орындап жатыр. Қайтарып алу үшін сол импортты тоқтатыңыз.
imports-still-waits = Ешкім жойылған жоқ: бұл тізімнің неге әлі күтіп тұрғаны төменде.

imports-first-steps = Алғашқы қадамдар
imports-first-connect = Каталогты қосу
imports-first-connect-text = Қосылым деректерін толтырып, сақтаңыз. Қосылым бірден қадам-қадаммен тексеріледі, әзірге ешкім импортталмайды.
imports-first-preview = Алдын ала қарау
imports-first-preview-text = Алдын ала қарау каталогты оқып, кім агент болатынын көрсетеді. Ол ештеңе жазбайды.
imports-first-import = Пайдаланушыларды импорттау
imports-first-import-text = Импорт каталогтағы адамдарды агент етеді және өзі қайталанады.
imports-first-sign-in = Агент ретінде кіру
imports-first-sign-in-text = Байқап көріңіз: панель мекенжайын жеке терезеде ашып, агенттердің бірінің поштасымен және каталогтағы құпиясөзімен кіріңіз.
imports-first-to-preview = Алдын ала қарауға өту

imports-next = Әрі қарай не болады
imports-next-signing-in = Кіру
imports-next-leaving = Кететіндер
imports-next-backup = Сақтық көшірме
imports-next-address = Агенттер осында өз поштасымен және каталогтағы құпиясөзімен кіреді. Оларға мына мекенжайды жіберіңіз:
imports-next-this-machine = Ол мекенжайға тек осы машинадан жетуге болады. Панельді басқалар пайдаланатын мекенжай <code>MUSTER_PUBLIC_URL</code> арқылы көрсетілген күйде іске қосыңыз.
imports-next-skipped = <link>{ $count } жазба өткізілді</link>, олармен кіру мүмкін емес: себебі әр жолда жазылған.
imports-next-imports = Келесісі өзі басталады: { $when }, содан кейін { $interval }. Аты-жөні, мекенжайы мен телефоны каталогқа сай жаңарады, онда жаңадан пайда болған адам агент болады.
imports-next-leaving-text = Каталогта жоқ адамды келесі импорт жояды, сеанстары бірден аяқталады, ал жазбасы қайтып келуі мүмкін болғандықтан { $days } күн сақталады. Каталогта өшірілген адам кіре алмайды.
imports-next-leaving-many = Егер бірден { $percent } % шегінен көп және { $count } агенттен көп жойылатын болса, ешкім жойылмайды: каталог жай қателесуі мүмкін, сондықтан алдымен сізден сұралады.
imports-next-placing = Жаңа агенттер <strong>{ $group }</strong> тобын және <strong>{ $role }</strong> рөлін алады.
imports-next-placing-more = <rules>Ережелер</rules> LDAP тобының мүшелеріне басқа рөл береді. Бір агент үшін оның бетінде таңдаңыз; екінші <agents>агентті</agents> де әкімші етіңіз.
imports-next-backup-text = Бұл команда агенттерді, баптауларды және тарихты бір файлға жазады, панель жұмыс істеп тұрғанда да:
imports-next-backup-key = Деректер қалтасындағы <code>secret.key</code> файлын да сақтық көшірмелерден бөлек сақтаңыз: онсыз сақталған құпиясөздерді оқу мүмкін емес.

imports-search = Аты, DN немесе мән
imports-change = Өзгеріс
imports-changes = Өзгерістер
imports-all-changes = Барлық өзгерістер
imports-agent = Агент
imports-what = Не
imports-change-added = Қосылды
imports-change-updated = Жаңартылды
imports-change-removed = Жойылды
imports-change-restored = Қалпына келді
imports-change-skipped = Өткізілді
imports-change-held = Ұсталды
imports-change-missed = Жауапта жоқ
imports-thinned = Бұл импорттың есебі жойылған
imports-thinned-text = Есептер 90 күн сақталады. Жоғарыдағы сандар қалады.
imports-no-change-found-text = Бұл іздеу мен сүзгіге сай өзгеріс жоқ.
imports-nothing-would-change = Ештеңе өзгермес еді
imports-nothing-changed = Ештеңе өзгермеді
imports-as-already = Барлық агент каталогтағыдай.

imports-hold-waits = { $count } агент каталогта енді табылмайды. Ешкім жойылған жоқ: шешіміңіз күтілуде. <link>Қарау</link>
imports-hold-waits-of = { $directory } каталогының { $count } агенті енді табылмайды. Ешкім жойылған жоқ: шешіміңіз күтілуде. <link>Қарау</link>
imports-hold-approved = { $count } агентті жою мақұлданды. Дәл осылар каталогта болмаса, келесі импорт оны орындайды. <link>Кім екенін көру</link>
imports-hold-approved-of = { $directory } каталогының { $count } агентін жою мақұлданды. Дәл осылар каталогта болмаса, келесі импорт оны орындайды. <link>Кім екенін көру</link>
imports-held-preview = Алдын ала қарау: импорт бұл жоюларды шешім шыққанша ұстар еді. Ештеңе өзгертілмеді.
imports-held-again = Сол тізім тағы да ұсталды. <link>Онда кім барын көру</link>
imports-held-newer = Жаңарақ импорттың тізімі басқа. <link>Соны қарау</link>
imports-held-decides-anew = Келесі импорт қайта шешеді.
imports-held-nothing = Шешетін ештеңе қалмады: жаңарақ импорттың ұстайтыны жоқ.
imports-held-approved = Жоюды мақұлдаған: { $name }, { $when }. Дәл осы тізімдегілер каталогта болмаса, келесі импорт оны орындайды.
imports-held-question = { $count } агентпен не істеу керек?
imports-held-advice = Алдымен төмендегі тізімді қарап шығыңыз. Қалдырсаңыз: олар қайта көрінгенше немесе баптаулар өзгергенше тобымен және рөлімен агент болып қалады. Каталог оларды тапқанда ғана кіре алады.
imports-keep = Қалдыру
imports-keep-after-all = Бәрібір қалдыру
imports-keeping = Қалдырылуда…
imports-remove = Жою …
imports-remove-count = { $count } агентті жою
imports-removing = Жойылуда…
imports-remove-text = Каталог тағы бір рет оқылады. Дәл осы { $count } агент болмаса, олар барлық тізімнен бірден шығады, сеанстары аяқталады және кіре алмайды. Жазбалар { $days } күн сақталады, каталогқа оралған адам өзі қалпына келеді. Тізім өзгерген болса, ол қайта көрсетіледі де, ешкім жойылмайды.
imports-decided-keep = Қалдыруды шешкен: { $name }, { $when }.
imports-decided-remove = Жоюды мақұлдаған: { $name }, { $when }.

imports-would = Импорт не істер еді
imports-would-add = { $count } адам агент болар еді: тобы { $group }, рөлі { $role }.
imports-would-add-by-rules = { $count } адам агент болар еді: ережелер басқасын бермесе, тобы { $group }, рөлі { $role }.
imports-would-update = { $count } агент каталогқа сәйкестендірілер еді.
imports-would-restore = Бұрын жойылған { $count } агент тобымен, рөлімен және тарихымен оралар еді.
imports-would-remove = { $count } агент жойылар еді: олар барлық тізімнен шығады және кіре алмайды. Жазбалары { $days } күн сақталады.
imports-would-hold = { $count } агентті жою шешіміңізді күтер еді.
imports-would-leave = { $count } агент сол күйінде қалар еді.
imports-would-nothing = Ештеңе: ешкім табылмады және ешкім өзгермес еді.
imports-would-skip = { $count } жазба өткізілер еді, көбіне кіруге керек пошта болмағандықтан. <link>Кім және неге екенін көру</link>
imports-would-bring-nobody = Ешкім агент болмас еді: барлық жазба өткізілер еді.
imports-would-ask = Себебі төмендегі әр жолда жазылған. Көбіне адамдарда оқылатын атрибуттың мәні болмайды: «{ names-field-mail-attribute }» өрісінде басқасын көрсетіңіз немесе қызметтік тіркелгіге оны оқу құқығын беріңіз.
imports-import-now = Қазір импорттау
imports-change-settings = Баптауларды өзгерту
imports-would-note = Импорт каталогты қайта оқиды, сондықтан осы арада ондағы өзгерістер ескеріледі. Ол өз уақытында өзі де басталады.
