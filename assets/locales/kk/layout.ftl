layout-skip = Мазмұнға өту
layout-connection-lost = Muster-мен байланыс үзілді — қайта қосылуда.
layout-not-sent = Жіберілмеді: Muster жауап бермейді. Терілген мәтін осы жерде сақталды. Байланыс қалпына келгенде қайта жіберіңіз.
layout-signed-out = Сеансыңыз аяқталды. Терілген мәтін осы жерде сақталды. <link>Қайта кіріп</link>, осы жерде жалғастырыңыз.
layout-someone-else = Бұл браузерде басқа адам кірді. Бұл бетте бұрын көргеніңіз тұр. Сол адам ретінде жалғастыру үшін <link>беттен шығыңыз</link>.

layout-agents = Агенттер
layout-groups = Топтар
layout-imports = Импорттар
layout-activity = Әрекеттер журналы
layout-ldap-directory = LDAP каталогы
layout-rules = Рөлдер мен топтар
layout-my-page = Менің бетім
layout-import-running = жүріп жатыр

layout-menu = Мәзір
layout-panel = Бөлімдер
layout-settings = Баптаулар
layout-sign-out = Шығу

layout-theme = Безендіру
layout-theme-system = Жүйедегідей
layout-theme-light = Ашық безендіру
layout-theme-dark = Күңгірт безендіру

layout-language = Тіл
