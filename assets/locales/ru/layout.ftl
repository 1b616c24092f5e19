layout-skip = Перейти к содержимому
layout-connection-lost = Связь с Muster потеряна — пробуем снова.

layout-agents = Агенты
layout-groups = Группы
layout-imports = Импорты
layout-activity = Журнал
layout-ldap-directory = LDAP-каталог
layout-rules = Роли и группы
layout-my-page = Моя страница

layout-menu = Меню
layout-panel = Панель
layout-settings = Настройки
layout-sign-out = Выйти

layout-theme = Оформление
layout-theme-system = Как в системе
layout-theme-light = Светлое оформление
layout-theme-dark = Тёмное оформление

layout-language = Язык
