activity-lead = Кім не істегені, жаңасы жоғарыда. Жазбалар тек қосылады және 400 күн сақталады.
activity-export = CSV экспорттау
activity-search = Кім, кімге және мекенжай бойынша іздеу
activity-action = Әрекет
activity-all-actions = Барлық әрекеттер
activity-from = Бастап
activity-until = Дейін
activity-of-agent = <link>{ $name }</link> не істеді және оның тіркелгісімен не істелді.
activity-nothing-yet = Әзірге жазба жоқ
activity-nothing-yet-text = Әрбір кіру, әрбір өзгеріс және оны кім жасағаны бірден осында жазылады, кейін оны өзгертуге болмайды.
activity-nothing-found = Ештеңе табылмады
activity-nothing-found-text = Бұл сүзгілерге сай жазба жоқ.
activity-nothing-so-far = Әзірге ештеңе табылмады
activity-nothing-so-far-text = Қаралған соңғы жазбалардың ішінде сәйкесі жоқ.
activity-look-further = Әрі қарай іздеу
activity-when = Қашан
activity-what = Не
activity-address = Мекенжай
activity-number = Нөмір
activity-records = { $count ->
    [one] { $count } жазба
   *[other] { $count } жазба
}
activity-newest = Жаңалары
activity-older = Ескілері

activity-actor-command = Команда
activity-actor-schedule = Панель
activity-actor-nobody = Белгісіз біреу

activity-times = { $count ->
    [one] { $what } ({ $count } рет)
   *[other] { $what } ({ $count } рет)
}
activity-reason = { $what }: { $reason }
activity-change = { $field }: { $old } → { $new }
activity-change-new = { $field }: { $new }
activity-change-secret = { $field }: өзгертілді
activity-no-value = бос

activity-label-signed-in = Кіру
activity-label-sign-in-failed = Сәтсіз кіру
activity-label-signed-out = Шығу
activity-label-not-confirmed = Расталмады
activity-label-refused = Рұқсат берілмеді
activity-label-sessions-ended = Сеанстар аяқталды
activity-label-password-changed = Құпиясөз өзгертілді
activity-label-second-factor-set = Екінші фактор бапталды
activity-label-second-factor-reset = Екінші фактор алынды
activity-label-unlocked = Құлып ашылды
activity-label-settings-saved = Баптаулар сақталды
activity-label-rules-saved = Ережелер сақталды
activity-label-directory-added = Каталог қосылды
activity-label-directory-deleted = Каталог жойылды
activity-label-import-started = Импорт басталды
activity-label-import-cancelled = Импорт тоқтатылды
activity-label-removals-decided = Жоюлар шешілді
activity-label-agent-added = Агент қосылды
activity-label-agent-edited = Агент өзгертілді
activity-label-agent-blocked = Агент бұғатталды
activity-label-agent-unblocked = Агент бұғаттан шығарылды
activity-label-agent-deleted = Агент жойылды
activity-label-group-added = Топ қосылды
activity-label-group-renamed = Топ атауы өзгертілді
activity-label-group-deleted = Топ жойылды
activity-label-first-administrator = Бірінші әкімші
activity-label-owner-set = Иесі тағайындалды
activity-label-key-rotated = Кілт ауыстырылды
activity-label-backup-made = Сақтық көшірме жасалды
activity-label-restored = Қалпына келтірілді
activity-label-activity-exported = Журнал экспортталды
activity-label-activity-pruned = Журнал қысқартылды

activity-did-signed-in = { $actor } кірді
activity-did-sign-in-failed = { $actor } кіре алмады
activity-did-signed-out = { $actor } шықты
activity-did-not-confirmed = { $actor } өз құпиясөзін растай алмады
activity-did-refused = { $actor }: рұқсат берілмеді
activity-did-sessions-ended = { $whom ->
    [self] { $actor } өз сеанстарын аяқтады
   *[other] { $actor } мына агенттің сеанстарын аяқтады: { $subject }
}
activity-did-password-changed = { $whom ->
    [self] { $actor } өз құпиясөзін өзгертті
   *[other] { $actor } мына агенттің құпиясөзін өзгертті: { $subject }
}
activity-did-second-factor-set = { $whom ->
    [self] { $actor } өзіне екінші фактор баптады
   *[other] { $actor } мына агентке екінші фактор баптады: { $subject }
}
activity-did-second-factor-reset = { $whom ->
    [self] { $actor } өз екінші факторын өшірді
   *[other] { $actor } мына агенттің екінші факторын өшірді: { $subject }
}
activity-did-unlocked = { $whom ->
    [self] { $actor } өз кіруінің құлпын ашты
   *[other] { $actor } мына агенттің кіру құлпын ашты: { $subject }
}
activity-did-settings-saved = { $actor } баптауларды өзгертті: { $subject }
activity-did-rules-saved = { $actor } ережелерді өзгертті: { $subject }
activity-did-directory-added = { $actor } каталог қосты: { $subject }
activity-did-directory-deleted = { $actor } каталогты жоюды сұрады: { $subject }
activity-did-import-started = { $actor } сұрады: { $subject }
activity-did-import-cancelled = { $actor } тоқтатты: { $subject }
activity-did-removals-decided = { $actor } ұсталған жоюлар туралы шешті: { $subject }
activity-did-agent-added = { $actor } агент қосты: { $subject }
activity-did-agent-edited = { $whom ->
    [self] { $actor } өз агент жазбасын өзгертті
   *[other] { $actor } агентті өзгертті: { $subject }
}
activity-did-agent-blocked = { $whom ->
    [self] { $actor } өз агент жазбасын бұғаттады
   *[other] { $actor } агентті бұғаттады: { $subject }
}
activity-did-agent-unblocked = { $whom ->
    [self] { $actor } өз агент жазбасын бұғаттан шығарды
   *[other] { $actor } агентті бұғаттан шығарды: { $subject }
}
activity-did-agent-deleted = { $whom ->
    [self] { $actor } өз агент жазбасын жойды
   *[other] { $actor } агентті жойды: { $subject }
}
activity-did-group-added = { $actor } топ қосты: { $subject }
activity-did-group-renamed = { $actor } топтың атын өзгертті: { $subject }
activity-did-group-deleted = { $actor } топты жойды: { $subject }
activity-did-first-administrator = { $actor } бірінші әкімшіні жасады
activity-did-owner-set = { $actor } жергілікті әкімші жасады немесе құпиясөз орнатты: { $subject }
activity-did-key-rotated = { $actor } құпия кілтті ауыстырды
activity-did-backup-made = { $actor } сақтық көшірме жасады
activity-did-restored = { $actor } сақтық көшірмеден қалпына келтірді
activity-did-activity-exported = { $actor } әрекеттер журналын экспорттады
activity-did-activity-pruned = { $actor } осы журналдың ең ескі жазбаларын жойды
