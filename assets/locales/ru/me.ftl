me-about = О вас
me-origin-local = Локальная учётная запись этой панели: её пароль хранится здесь в виде хеша.
me-origin-ldap = Скопировано из каталога вашей компании, он же проверяет ваш пароль. Имя, почту и телефон можно изменить только там.
me-name = Имя
me-email = Электронная почта
me-phone = Телефон
me-groups = Группы
me-role = Роль
me-source = Источник
me-source-local = Локальная запись
me-source-ldap = LDAP

me-sign-in = Как вы входите
me-password = Пароль
me-password-kept = Хранится здесь в виде хеша
me-second-factor = Второй фактор
me-second-factor-set-up = Настроить второй фактор
me-on = Включён
me-off = Выключен
me-recovery-codes-left = { $left ->
    [0] Резервных кодов не осталось: создайте новые.
    [one] Остался { $left } резервный код.
    [few] Осталось { $left } резервных кода.
    [many] Осталось { $left } резервных кодов.
   *[other] Осталось { $left } резервного кода.
}

me-sessions = Где вы вошли
me-sessions-lead = Завершите незнакомые сеансы и сообщите о них администратору.
me-session-ended = Этот сеанс завершён.

me-preferences = Язык и клавиатура
me-language = Язык
me-language-of-browser = Как в браузере
me-shortcuts = Быстрые клавиши
me-shortcuts-hint = Отдельные клавиши, которые действуют в списках.
me-save = Сохранить
me-saved = Сохранено.
me-cancel = Отмена

me-password-change = Сменить пароль
me-changing = Меняется…
me-password-yours = Ваш пароль
me-password-new = Новый пароль
me-password-hint = Не менее 10 символов. Другие ваши сеансы завершатся.
me-password-same = Это ваш нынешний пароль. Выберите другой.
me-password-set = Новый пароль установлен. Другие ваши сеансы завершены.
me-password-elsewhere = Ваш пароль проверяет каталог компании. Меняйте его и настраивайте дополнительные факторы там, где это делает ваша компания.
me-not-your-password = Это не ваш пароль.

me-factor-add = 1 · Добавьте ключ в приложение-аутентификатор
me-factor-add-lead = Подойдёт любое приложение для кодов по времени (TOTP). Отсканируйте картинку или введите ключ.
me-factor-picture = QR-код с ключом, указанным ниже
me-factor-key = Ключ
me-factor-kind = Тип
me-factor-kind-totp = По времени, 6 цифр, 30 секунд
me-factor-late = Страница была открыта слишком долго. Отсканируйте новый код.
me-factor-show = 2 · Покажите, что всё работает
me-factor-code-now = Код, который приложение показывает сейчас
me-factor-code = Код
me-factor-on = Включить
me-factor-switching-on = Включается…
me-factor-yours = Ваш второй фактор
me-factor-yours-lead = При входе после пароля у вас спросят код из приложения-аутентификатора.
me-factor-state = Состояние
me-factor-since = Включён с
me-factor-codes-left = Осталось резервных кодов
me-factor-renew = Новые коды или отключение
me-factor-renew-lead = Для каждого действия нужны пароль и код. Подойдёт и резервный код, он будет израсходован.
me-factor-make-codes = Создать новые резервные коды
me-factor-making-codes = Создаются…
me-factor-off = Отключить
me-factor-switching-off = Отключается…
me-second-factor-is-off = Второй фактор отключён, другие ваши сеансы завершены.

me-codes-title = Резервные коды
me-codes-yours = Ваши резервные коды
me-codes-first = Второй фактор включён, другие ваши сеансы завершены. Сохраните эти коды там, где найдёте их без телефона. По каждому можно войти один раз. Больше они показаны не будут.
me-codes-renewed = Прежние коды больше не действуют. Сохраните эти там, где найдёте их без телефона. По каждому можно войти один раз. Больше они показаны не будут.
me-codes-kept = Коды сохранены
