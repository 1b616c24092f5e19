look_up-title = Адамды табу
look_up-lead = Каталог не айтады және одан не шығады. Ештеңе өзгертілмейді.
look_up-card-lead = Каталог бір адам туралы не айтатыны және оның неге импортталатыны немесе импортталмайтыны.
look_up-all-directories = Барлық каталогтар
look_up-directory = Каталог
look_up-text = Пошта, аты-жөні немесе DN
look_up-ask = Табу
look_up-asking = Каталогтан сұралуда…
look_up-nobody = Ешкім табылмады
look_up-nobody-text = Қызметтік тіркелгі оқи алатын жазбалардың ешқайсысында { $mail }, { $name } немесе тіркелгі аты «{ $text }» емес, DN-і де ондай жазба жоқ. Адам каталогта болса, қызметтік тіркелгінің оны оқу құқығы жоқ шығар.
look_up-more = Тағы бар. Атының көбірек бөлігін, поштаны толығымен немесе DN енгізіңіз.
look_up-nameless = Аты жоқ

look_up-imported = Импортталады
look_up-not-imported = Импортталмайды
look_up-signs-in = Дұрыс құпиясөзбен кіре алады
look_up-no-sign-in = Кіре алмайды

look_up-within = ішінде
look_up-outside = сыртында
look_up-matches = сәйкес келеді
look_up-left-out = жазбаны өткізбейді
look_up-user-group = LDAP пайдаланушылар тобы
look_up-member-directly = тікелей мүше (<code>{ $attribute }</code>)
look_up-member-through = мүше, мына топ арқылы: { $groups } (<code>{ $attribute }</code>)
look_up-no-member = мүше емес
look_up-member-unknown = белгісіз: топты оқу мүмкін емес
look_up-account = Тіркелгі
look_up-account-enabled = қалыпты
look_up-account-disabled = өшірілген
look_up-account-expired = мерзімі өткен
look_up-account-locked = құлыпталған
look_up-account-must-change = алдымен құпиясөзді өзгертуі керек
look_up-agent = Агент
look_up-no-agent = әлі агент емес

look_up-role-by-rule = ереже бойынша: { $role }, тобы { $by }
look_up-role-chosen-against = әкімші таңдаған; ережелер бойынша: { $role }, тобы { $by }
look_up-role-chosen = әкімші таңдаған; бірде-бір ереже рөл бермейді
look_up-role-default = әдепкі; бірде-бір ереже рөл бермейді
look_up-groups-by-rule = ереже бойынша: { $groups }, тобы { $by }
look_up-groups-chosen-against = әкімші таңдаған; ережелер бойынша: { $groups }, тобы { $by }
look_up-groups-chosen = әкімші таңдаған; бірде-бір ереже топ бермейді
look_up-groups-default = әдепкі; бірде-бір ереже топ бермейді
look_up-and = { $first } және { $second }

look_up-rules = Ережелер
look_up-rules-none = { $count ->
    [one] { $count } ереженің ешқайсысы бұл адамға қатысты емес
   *[other] { $count } ереженің ешқайсысы бұл адамға қатысты емес
}
look_up-rule-directly = { $number }-ереже: тікелей мүше (<code>{ $attribute }</code>)
look_up-rule-through = { $number }-ереже: мүше, мына топ арқылы: { $groups } (<code>{ $attribute }</code>)
look_up-rule-unknown = { $number }-ереже: белгісіз, оның LDAP тобын оқу мүмкін емес

look_up-attributes = Атрибуттар қалай оқылады
look_up-value = Мән
look_up-attribute = Атрибут
look_up-in-directory = Каталогта
look_up-taken = Алынғаны
look_up-taken-nothing = ештеңе

look_up-groups = { $count ->
    [one] { $count } LDAP тобы
   *[other] { $count } LDAP тобы
}
look_up-directly = тікелей (<code>{ $attribute }</code>)
look_up-through = мына топ арқылы: { $groups } (<code>{ $attribute }</code>)
look_up-then = { $first }, содан кейін { $second }
look_up-more-groups = Топтар бұдан көп болуы мүмкін: бәрі сұралған жоқ.
look_up-no-groups = Бұл жазбаның бірде-бір LDAP тобы белгілі емес.

look_up-phrase-not-configured = Алдымен каталогты «{ layout-ldap-directory }» бөлімінде қосыңыз.
look_up-phrase-suspended = Каталог қызметтік тіркелгінің құпиясөзін қабылдамады. Алдымен оны «{ layout-ldap-directory }» бөлімінде түзетіңіз: оған дейін ештеңе сұралмайды.
look_up-phrase-off = LDAP баптауларда өшірілген.
look_up-phrase-no-agent = Мұндай GUID әлі ешбір агентте жоқ: алдымен оны импорт қосуы керек.
look_up-phrase-removed = Агент жойылған: алдымен оны импорт қайтаруы керек.
look_up-phrase-blocked = Әкімші бұл агенттің кіруін бұғаттаған.
look_up-phrase-was-off = Соңғы импортта тіркелгі өшірілген немесе мерзімі өткен еді: енді олай емес екенін келесі импорт білуі керек.
look_up-phrase-mail-taken = { $email } поштасы { $name } агентінікі, ол оныкі болып тұрғанда онда қалады. Бір мекенжаймен тек бір адам кіре алады.
look_up-phrase-mail-taken-local = { $email } поштасы { $name } жергілікті агентінікі, ол оныкі болып тұрғанда онда қалады. Бір мекенжаймен тек бір адам кіре алады.
look_up-phrase-outside = Жазба каталог DN-інің сыртында ({ $base }).
look_up-phrase-filtered = Пайдаланушылар сүзгісі жазбаны өткізбейді: { $filter }
look_up-phrase-no-member = Жазба LDAP пайдаланушылар тобында жоқ ({ $group }).
look_up-phrase-group-unread = LDAP пайдаланушылар тобын ({ $group }) оқу мүмкін емес: ешкім импортталмайды.
look_up-phrase-disabled = Тіркелгі каталогта өшірілген ({ $evidence }).
look_up-phrase-expired = Тіркелгінің каталогтағы мерзімі өткен ({ $evidence }).
look_up-phrase-locked = Тіркелгі қате құпиясөздерден кейін каталогта құлыпталған ({ $evidence }). Құлыптау мерзімі өтіп кетсе, дұрыс құпиясөзбен кіруге болады.
look_up-phrase-must-change = Алдымен құпиясөзді каталогта өзгерту керек ({ $evidence }).
look_up-phrase-no-guid = Жазбада жарамды { $attribute } жоқ, сондықтан оны басқалардан ажырату мүмкін емес. Қызметтік тіркелгіге оны оқуға рұқсат беріңіз немесе басқа GUID атрибутын көрсетіңіз.
look_up-phrase-no-mail = Жазбада { $attribute } жоқ, сондықтан онымен кіру мүмкін емес.
look_up-phrase-no-address = Жазбаның { $attribute } атрибутында «{ $value }» тұр, ал бұл электрондық пошта мекенжайы емес.
look_up-phrase-no-name = Жазбада аты ретінде алатын { $attribute } жоқ.
look_up-phrase-secret = { $attribute } құпиясөздер немесе кілттер сақтайды: ол ешқашан сұралмайды.
look_up-phrase-name-from-dn = { $attribute } жоқ: DN-нің бірінші бөлігі алынады.
look_up-phrase-nobody-needs = Міндетті емес.
look_up-phrase-smallest = { $count ->
    [one] { $count } мәннің ең кішісі алынады: серверлер ретін сақтамайды.
   *[other] { $count } мәннің ең кішісі алынады: серверлер ретін сақтамайды.
}
look_up-phrase-of-dn = { $count ->
    [one] { $count } мәннің DN басталатыны, болмаса реті бойынша біріншісі алынады: серверлер ретін сақтамайды.
   *[other] { $count } мәннің DN басталатыны, болмаса реті бойынша біріншісі алынады: серверлер ретін сақтамайды.
}
look_up-phrase-first-address = { $count ->
    [one] { $count } мәннің ішінен реті бойынша мекенжай болып табылатын біріншісі алынады: серверлер ретін сақтамайды.
   *[other] { $count } мәннің ішінен реті бойынша мекенжай болып табылатын біріншісі алынады: серверлер ретін сақтамайды.
}
look_up-phrase-first = { $count ->
    [one] { $count } мәннің ішінен реті бойынша біріншісі алынады: серверлер ретін сақтамайды.
   *[other] { $count } мәннің ішінен реті бойынша біріншісі алынады: серверлер ретін сақтамайды.
}
look_up-phrase-binary = { $count ->
    [one] (екілік, { $count } байт)
   *[other] (екілік, { $count } байт)
}
