groups-lead = Топтар агенттерді панельде реттейді. Олар панельдің өзінікі: импорт жаңа агенттерге әдепкі топты береді, қалғанын сізге қалдырады.
groups-name = Атауы
groups-agents = Агенттер
groups-change = Өзгерту
groups-default = әдепкі
groups-new-name = Жаңа атауы
groups-rename = Атын өзгерту
groups-rename-named = Атын өзгерту <hidden>{ $name }</hidden>
groups-delete = Топты жою
groups-delete-fold = Жою: { $name }…
groups-delete-then = { $name } тобы жойылады. Онда агент жоқ.
groups-in-use = { $count ->
    [one] Пайдалануда: <link>{ $count } агент</link>
   *[other] Пайдалануда: <link>{ $count } агент</link>
}
groups-given = Жаңа агенттерге беріледі
groups-new = Жаңа топ
groups-create = Топ жасау
groups-creating = Жасалуда…

groups-created = { $name } тобы жасалды.
groups-renamed = Топтың жаңа атауы: { $name }.
groups-deleted = Топ жойылды.
groups-taken = Мұндай атаулы топ бар.

groups-kept-rule = Топты жоюға болмайды. Оны LDAP баптауларының { $rule }-ережесі береді: алдымен оны ережеден алып тастаңыз.
groups-kept-default = Топты жоюға болмайды. Бұл — LDAP баптауларындағы әдепкі топ: алдымен сонда басқасын таңдаңыз.
groups-kept-agents-default = { $count ->
    [one] Топты жоюға болмайды. Онда { $count } агент бар және бұл — LDAP баптауларындағы әдепкі топ.
   *[other] Топты жоюға болмайды. Онда { $count } агент бар және бұл — LDAP баптауларындағы әдепкі топ.
}
groups-kept-agents-rule = { $count ->
    [one] Топты жоюға болмайды. Онда { $count } агент бар, әрі оны LDAP баптауларының { $rule }-ережесі береді.
   *[other] Топты жоюға болмайды. Онда { $count } агент бар, әрі оны LDAP баптауларының { $rule }-ережесі береді.
}
groups-kept-agents = { $count ->
    [one] Топты жоюға болмайды. Онда { $count } агент бар: алдымен оған басқа топ беріңіз.
   *[other] Топты жоюға болмайды. Онда { $count } агент бар: алдымен оларға басқа топ беріңіз.
}

groups-phrase-no-name = Топқа атау жазыңыз.
groups-phrase-name-long = Топ атауы — 80 таңбадан аспайтын бір жол.
