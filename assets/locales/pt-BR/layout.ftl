layout-skip = Ir para o conteúdo
layout-connection-lost = Conexão com o Muster perdida; tentando de novo.

layout-agents = Agentes
layout-groups = Grupos
layout-imports = Importações
layout-activity = Atividade
layout-ldap-directory = Diretório LDAP
layout-rules = Papéis e grupos
layout-my-page = Minha página

layout-menu = Menu
layout-panel = Seções
layout-settings = Configurações
layout-sign-out = Sair

layout-theme = Aparência
layout-theme-system = Aparência do sistema
layout-theme-light = Aparência clara
layout-theme-dark = Aparência escura

layout-language = Idioma
