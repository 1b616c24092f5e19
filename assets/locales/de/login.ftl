login-title = Anmelden
login-email = E-Mail
login-password = Passwort
login-sign-in = Anmelden
login-signing-in = Anmeldung läuft …
login-foot = Das Passwort prüft das Verzeichnis Ihres Unternehmens. Hier wird es nicht gespeichert.

login-code-title = Mit einem Code anmelden
login-code-lead = Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App gerade zeigt.
login-code = Code
login-code-foot = Oder einen Ihrer Wiederherstellungscodes. <link>Als jemand anderes anmelden</link>
login-code-late = Melden Sie sich von vorn an: Der Code wurde nicht rechtzeitig eingegeben.
login-recovery-codes-left = { $left ->
    [0] Sie haben sich mit Ihrem letzten Wiederherstellungscode angemeldet. Erstellen Sie neue unter „{ layout-my-page }“.
    [one] Sie haben sich mit einem Wiederherstellungscode angemeldet. Einer ist übrig: Erstellen Sie neue unter „{ layout-my-page }“.
   *[other] Sie haben sich mit einem Wiederherstellungscode angemeldet. { $left } sind übrig.
}
