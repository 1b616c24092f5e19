rules-lead = Әр импортта LDAP тобының мүшелері рөл, панель топтарын немесе екеуін де алады.
rules-lead-of = { $directory }: әр импортта LDAP тобының мүшелері рөл, панель топтарын немесе екеуін де алады.

rules-by-directory = Каталогтар бойынша ережелер
rules-directory = Каталог
rules-rules = Ережелер
rules-count = { $count ->
    [one] { $count } ереже
   *[other] { $count } ереже
}
rules-connect = Каталогты қосыңыз
rules-connect-text = Ережелер LDAP топтарының мүшелеріне рөлдер мен топтар береді. Алдымен каталог қай жерде екенін көрсетіңіз.

rules-none = Әзірге ереже жоқ
rules-none-text = Каталогтан келген әркім әдепкі рөлді ({ $role }) және әдепкі топты ({ $group }) алады. Мүшелері басқаша алуы керек LDAP тобы үшін ереже қосыңыз.
rules-rule = { $number }-ереже
rules-group-dn = LDAP тобының DN-і
rules-panel-groups = Панель топтары
rules-up = Жоғары
rules-up-of = { $number }-ережені жоғары жылжыту
rules-down = Төмен
rules-down-of = { $number }-ережені төмен жылжыту
rules-remove = Алып тастау
rules-remove-of = { $number }-ережені алып тастау
rules-save = Сақтау
rules-saving = Сақталуда…
rules-try = Байқап көру
rules-reading = Каталог оқылуда…
rules-add = Ереже қосу
rules-save-anyway = Бәрібір сақтау
rules-save-anyway-hint = «Бәрібір сақтау» ережелерді сол күйінде сақтайды. LDAP тобын оқу мүмкін емес ереже ешкімді өзгертпейді, бұл туралы әр импорт айтады.
rules-try-hint = «Байқап көру» каталогты оқып, кім өзгеретінін көрсетеді; ештеңе жазылмайды. «Сақтау» алдымен осыны істейді.

rules-see-messages = Ештеңе сақталмады. Мына ережелердегі хабарларды қараңыз: { $numbers }.
rules-gives-nothing = Бұл ереже ештеңе бермейді. Рөл, топ немесе екеуін де таңдаңыз.
rules-too-many = { $count ->
    [one] Ең көбі { $count } ереже бола алады. LDAP топтарын каталогта біріктіріңіз.
   *[other] Ең көбі { $count } ереже бола алады. LDAP топтарын каталогта біріктіріңіз.
}
rules-dn-missing = Осы ереже қатысты LDAP тобының DN-ін енгізіңіз.
rules-dn-root = LDAP тобының DN-ін енгізіңіз.
rules-dn-twice = Бұл LDAP тобына { $number }-ереже әлдеқашан қатысты. Рөл мен топтарды бір ережеге жинаңыз.
rules-role-unknown = Рөлдердің бірін таңдаңыз.
rules-group-gone = Осы топтардың бірі енді жоқ. Қайта таңдаңыз.

rules-stale = Сіз өңдеп жатқанда бұл баптауларды басқа біреу сақтады. Сіздікінен ештеңе сақталмады. Ол ережелерді өзіңіздікімен алмастыру үшін қайта сақтаңыз.
rules-stored = Қазір сақталғаны
rules-stored-none = Ереже жоқ.

rules-unchanged = Ештеңе өзгертілмеді.
rules-saved-off = Сақталды. Ережелер LDAP каталогы қосылғанда күшіне енеді.
rules-saved-no-change = Сақталды. Олар қазіргі агенттердің ешқайсысын өзгертпейді.
rules-saved-changes = { $count ->
    [one] Сақталды. Келесі импорт { $count } агенттің рөлін немесе топтарын өзгертеді.
   *[other] Сақталды. Келесі импорт { $count } агенттің рөлін немесе топтарын өзгертеді.
}
rules-saved = Сақталды. Келесі импорт осы ережелерге сүйенеді.
rules-off = LDAP каталогы өшірілген. Оны «{ layout-ldap-directory }» бөлімінде қосып, содан кейін ережелерді байқап көріңіз.

rules-how = Ережелер қалай шешеді
rules-how-members = Ереженің LDAP тобының мүшелері — оның ішіндегілердің бәрі, кірістірілген топтармен қоса.
rules-how-order = Рөлді сәйкес келетін және рөл көрсетілген бірінші ереже анықтайды. Сәйкес келетін барлық ереженің топтары қосылады.
rules-how-defaults = Бірде-бір ереже рөл бермегендер әдепкісін алады: <strong>{ $role }</strong>; бірде-бір ереже топ бермегендер: <strong>{ $group }</strong>. Агенттер келгенде алғанын қандай да бір ереже сәйкес келгенше сақтайды.
rules-how-chosen = Әкімші бір агент үшін таңдағаны агенттің бетінде ережелерге қайтарылғанша күшінде болады.
rules-how-unread = Ереженің LDAP тобын оқу мүмкін болмай тұрғанда, ол шеше алатын адамдардың ешқайсысы өзгертілмейді.
rules-how-where = Әдепкі мәндер <link>LDAP каталогы</link> бөлімінде.

rules-trial-failed-unsaved = Байқап көру мүмкін болмады, сондықтан ештеңе сақталмады.
rules-trial-failed = Байқап көру мүмкін болмады.
rules-phrase-too-slow = { $seconds ->
    [one] Каталог { $seconds } секунд ішінде түгел жауап бермеді. Жүктемесі азайғанда қайталаңыз.
   *[other] Каталог { $seconds } секунд ішінде түгел жауап бермеді. Жүктемесі азайғанда қайталаңыз.
}
rules-trial-agents = агент өзгереді
rules-trial-roles = басқа рөл алады
rules-trial-groups = басқа топтар алады
rules-trial-become = әкімші болады
rules-trial-stop = әкімші болудан қалады
rules-trial-arrive = әкімші болып келеді
rules-trial-own-choice = басқа таңдауын сақтайды
rules-trial-read = { $people ->
    [one] { $people } адам оқылды; олардың ішінде әлі агент еместері: { $newcomers }.
   *[other] { $people } адам оқылды; олардың ішінде әлі агент еместері: { $newcomers }.
}
rules-trial-unmatched = { $count ->
    [one] { $count } агентке бірде-бір ереже сәйкес келмейді.
   *[other] { $count } агентке бірде-бір ереже сәйкес келмейді.
}
rules-trial-kept = { $count ->
    [one] Ережелер басқаша айтса да, { $count } агентте әкімші таңдағаны қалады.
   *[other] Ережелер басқаша айтса да, { $count } агентте әкімші таңдағаны қалады.
}
rules-trial-press-save = Әзірге ештеңе сақталмады: сақтау үшін «{ rules-save }» түймесін қайта басыңыз.
rules-trial-not-saved = Әзірге ештеңе сақталмады.
rules-trial-unread = Мына ережелердің LDAP тобын оқу мүмкін емес: { $numbers }. Ештеңе сақталмады.
rules-trial-no-change = Бұл ережелер қазіргі агенттердің ешқайсысын өзгертпейді.
rules-trial-changes = { $count ->
    [one] Келесі импорт { $count } агентті өзгертер еді. Ешкім әкімші болмайды және әкімші болудан қалмайды.
   *[other] Келесі импорт { $count } агентті өзгертер еді. Ешкім әкімші болмайды және әкімші болудан қалмайды.
}
rules-trial-will-become = { $count ->
    [one] { $count } агент әкімші болады.
   *[other] { $count } агент әкімші болады.
}
rules-trial-will-arrive = { $count ->
    [one] Әлі агент емес { $count } адам әкімші болып келер еді.
   *[other] Әлі агент емес { $count } адам әкімші болып келер еді.
}
rules-trial-will-stop = { $count ->
    [one] { $count } әкімші әкімші болудан қалады.
   *[other] { $count } әкімші әкімші болудан қалады.
}
rules-trial-none-left = Каталогтан келген агенттердің ешқайсысы енді әкімші болмас еді.
rules-trial-each = Әр ережеге кім сәйкес келеді
rules-trial-rule = Ереже
rules-trial-members = Табылған мүшелер
rules-trial-people = { $count ->
    [one] { $count } адам
   *[other] { $count } адам
}
rules-trial-check-group = Ереженің LDAP тобының DN-інде қате жоқ па, қызметтік тіркелгінің құқықтарын тексеріңіз.
rules-trial-administrators = Әкімшілер
rules-trial-some-administrators = Әкімшілер ({ $count } ішінен { $shown })
rules-trial-administrators-caption = Кім әкімші болады немесе болудан қалады
rules-trial-others = Өзгеретін басқалар ({ $count } ішінен { $shown })
rules-trial-others-caption = Өзгеретін басқалар
rules-trial-agent = Агент
rules-trial-change = Өзгеріс
rules-trial-field = { $field }: { $old } → { $new }
rules-trial-field-role = рөл
rules-trial-field-groups = топтар
rules-trial-field-role-by-rules = ережелер бойынша рөл
rules-trial-field-groups-by-rules = ережелер бойынша топтар

rules-given-by = { $what } (топ бойынша: { $by })
rules-given-and = { $first } және { $second }
rules-given-more = тағы { $count }
