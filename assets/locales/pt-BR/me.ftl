me-about = Sobre você
me-origin-local = Uma conta local deste painel: a senha dela fica guardada aqui como hash.
me-origin-ldap = Copiado do diretório da sua empresa, que também confere sua senha. Para mudar nome, e-mail ou telefone, mude lá.
me-name = Nome
me-email = E-mail
me-phone = Telefone
me-groups = Grupos
me-role = Papel
me-source = Origem
me-source-local = Local
me-source-ldap = LDAP

me-sign-in = Como você entra
me-password = Senha
me-password-kept = Guardada aqui como hash
me-second-factor = Segundo fator
me-second-factor-set-up = Configurar um segundo fator
me-on = Ativado
me-off = Desativado
me-recovery-codes-left = { $left ->
    [0] Não resta nenhum código de recuperação: crie outros.
    [one] Resta { $left } código de recuperação.
    [many] Restam { $left } de códigos de recuperação.
   *[other] Restam { $left } códigos de recuperação.
}

me-sessions = Onde você está conectado
me-sessions-lead = Encerre o que não conhece e avise seu administrador.
me-session-ended = Essa sessão foi encerrada.

me-preferences = Idioma e teclado
me-language = Idioma
me-language-of-browser = O que o navegador pedir
me-shortcuts = Teclas de atalho
me-shortcuts-hint = Teclas isoladas que fazem algo nas listas.
me-save = Salvar
me-saved = Salvo.
me-cancel = Cancelar

me-password-change = Mudar a senha
me-changing = Mudando…
me-password-yours = Sua senha
me-password-new = Nova senha
me-password-hint = Pelo menos 10 caracteres. Suas outras sessões são encerradas.
me-password-same = Essa é a senha que você já tem. Escolha outra.
me-password-set = Sua nova senha está valendo. Suas outras sessões foram encerradas.
me-password-elsewhere = O diretório da sua empresa confere sua senha. Mude-a, e configure mais fatores, onde sua empresa faz isso.
me-not-your-password = Essa não é sua senha.

me-factor-add = 1 · Adicione isto ao seu aplicativo autenticador
me-factor-add-lead = Serve qualquer aplicativo de códigos por tempo (TOTP). Escaneie a imagem ou digite a chave.
me-factor-picture = Código QR com a chave abaixo
me-factor-key = Chave
me-factor-kind = Tipo
me-factor-kind-totp = Por tempo, 6 dígitos, 30 segundos
me-factor-late = Esta página ficou aberta por tempo demais. Escaneie o novo código.
me-factor-show = 2 · Mostre que funciona
me-factor-code-now = O código que o aplicativo mostra agora
me-factor-code = Código
me-factor-on = Ativar
me-factor-switching-on = Ativando…
me-factor-yours = Seu segundo fator
me-factor-yours-lead = Ao entrar, depois da senha é pedido um código do seu aplicativo autenticador.
me-factor-state = Estado
me-factor-since = Desde
me-factor-codes-left = Códigos de recuperação restantes
me-factor-renew = Códigos novos, ou nenhum
me-factor-renew-lead = Ambos exigem sua senha e um código. Um código de recuperação serve, e é gasto.
me-factor-make-codes = Criar novos códigos de recuperação
me-factor-making-codes = Criando…
me-factor-off = Desativar
me-factor-switching-off = Desativando…
me-second-factor-is-off = Seu segundo fator está desativado, e suas outras sessões foram encerradas.

me-codes-title = Códigos de recuperação
me-codes-yours = Seus códigos de recuperação
me-codes-first = Seu segundo fator está ativado, e suas outras sessões foram encerradas. Guarde estes códigos onde você os encontre sem o telefone. Cada um deixa você entrar uma vez. Eles só são mostrados agora.
me-codes-renewed = Os códigos anteriores não valem mais. Guarde estes onde você os encontre sem o telefone. Cada um deixa você entrar uma vez. Eles só são mostrados agora.
me-codes-kept = Já guardei
