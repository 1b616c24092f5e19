layout-skip = Перейти к содержимому
layout-connection-lost = Связь с Muster потеряна — пробуем снова.
layout-not-sent = Не отправлено: Muster не отвечает. Введённое сохранилось на странице. Отправьте ещё раз, когда связь восстановится.
layout-signed-out = Ваш сеанс завершён. Введённое сохранилось на странице. <link>Войдите снова</link> и продолжайте здесь.
layout-someone-else = В этом браузере вошёл кто-то другой. На этой странице то, что вы видели раньше. <link>Покиньте её</link>, чтобы продолжить от его имени.

layout-agents = Агенты
layout-groups = Группы
layout-imports = Импорты
layout-activity = Журнал
layout-ldap-directory = LDAP-каталог
layout-rules = Роли и группы
layout-my-page = Моя страница
layout-import-running = идёт

layout-menu = Меню
layout-panel = Панель
layout-settings = Настройки
layout-sign-out = Выйти

layout-theme = Оформление
layout-theme-system = Как в системе
layout-theme-light = Светлое оформление
layout-theme-dark = Тёмное оформление

layout-language = Язык
