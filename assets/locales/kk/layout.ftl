layout-skip = Мазмұнға өту
layout-connection-lost = Muster-мен байланыс үзілді — қайта қосылуда.

layout-agents = Агенттер
layout-groups = Топтар
layout-imports = Импорттар
layout-activity = Әрекеттер журналы
layout-ldap-directory = LDAP каталогы
layout-rules = Рөлдер мен топтар
layout-my-page = Менің бетім

layout-menu = Мәзір
layout-panel = Бөлімдер
layout-settings = Баптаулар
layout-sign-out = Шығу

layout-theme = Безендіру
layout-theme-system = Жүйедегідей
layout-theme-light = Ашық безендіру
layout-theme-dark = Күңгірт безендіру

layout-language = Тіл
