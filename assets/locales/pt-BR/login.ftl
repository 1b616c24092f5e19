login-title = Entrar
login-email = E-mail
login-password = Senha
login-sign-in = Entrar
login-signing-in = Entrando…
login-foot = O diretório da sua empresa confere a senha. Ela não fica guardada aqui.

login-code-title = Entrar com um código
login-code-lead = Digite os seis dígitos que seu aplicativo autenticador mostra agora.
login-code = Código
login-code-foot = Ou um dos seus códigos de recuperação. <link>Entrar como outra pessoa</link>
login-code-late = Entre desde o início: o código não foi informado a tempo.
login-recovery-codes-left = { $left ->
    [0] Você entrou com seu último código de recuperação. Crie outros em “{ layout-my-page }”.
    [one] Você entrou com um código de recuperação. Resta { $left }: crie outros em “{ layout-my-page }”.
    [many] Você entrou com um código de recuperação. Restam { $left }.
   *[other] Você entrou com um código de recuperação. Restam { $left }.
}
