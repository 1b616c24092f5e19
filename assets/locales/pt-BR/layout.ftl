layout-skip = Ir para o conteúdo
layout-connection-lost = Conexão com o Muster perdida; tentando de novo.
layout-not-sent = Não enviado: o Muster não responde. O que você digitou continua aqui. Envie de novo quando a conexão voltar.
layout-signed-out = Sua sessão terminou. O que você digitou continua aqui. <link>Entre de novo</link> e continue aqui.
layout-someone-else = Outra pessoa entrou neste navegador. Esta página mostra o que você via antes. <link>Saia dela</link> para continuar como essa pessoa.

layout-agents = Agentes
layout-groups = Grupos
layout-imports = Importações
layout-activity = Atividade
layout-ldap-directory = Diretório LDAP
layout-rules = Papéis e grupos
layout-my-page = Minha página
layout-import-running = em andamento

layout-menu = Menu
layout-panel = Seções
layout-settings = Configurações
layout-sign-out = Sair

layout-theme = Aparência
layout-theme-system = Aparência do sistema
layout-theme-light = Aparência clara
layout-theme-dark = Aparência escura

layout-language = Idioma
