reports-change = { $field }: { $old } → { $new }
reports-field-name = имя
reports-field-email = почта
reports-field-phone = телефон
reports-field-dn = DN
reports-field-guid = GUID
reports-field-state = состояние
reports-field-role = роль
reports-field-role-by-rules = роль по правилам
reports-field-groups = группы
reports-field-groups-by-rules = группы по правилам

reports-state-enabled = включена
reports-state-disabled = отключена
reports-state-expired = срок истёк
reports-state-locked = заблокирована
reports-state-must-change-password = нужно сменить пароль

reports-by = { $what } (даёт { $groups })
reports-more = ещё { $count }
reports-and = { $first } и { $last }
