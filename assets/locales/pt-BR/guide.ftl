guide-kind = Tipo de diretório
guide-kind-unknown = Outro, ou não sei
guide-kind-hint = Só decide qual ajuda aparece abaixo. O servidor é reconhecido na primeira vez que responde.

guide-need = Do que você precisa
guide-need-server = O nome de um servidor de diretório, como { $example }.
guide-need-account = Uma conta que possa ler pessoas nele, e a senha dela.
guide-need-certificate = O certificado da autoridade dele, se não for uma pública.
guide-need-nothing-else = Deixe todo o resto vazio no início: é preenchido conforme o tipo de servidor. Abaixo de cada campo está como encontrar o que ele pede.
guide-need-save = “Salvar” testa tudo de verdade, passo a passo. Se um passo falha, nada é salvo, e a página diz por quê e o que fazer.

guide-host = Onde encontrar o servidor
guide-host-active-directory = Digite ldap+srv:// e o nome do seu domínio, como ldap+srv://example.com: assim o DNS indica os controladores de domínio e, se um estiver fora, outro é usado. Estes comandos mostram os controladores de domínio, o segundo só no Windows:
guide-host-active-directory-after = Escolha abaixo StartTLS ou LDAPS: um controlador de domínio bem configurado não aceita senhas sem criptografia.
guide-host-openldap = A máquina em que o slapd roda. Uma máquina que já usa o diretório tem o endereço dele em um destes arquivos:
guide-host-openldap-after = O segundo comando mostra que o servidor responde. Deixe a porta vazia para 389, ou 636 com LDAPS.
guide-host-389ds = A máquina em que o ns-slapd roda. Nela, o primeiro comando lista as instâncias e o segundo, as portas de uma delas:
guide-host-389ds-after = Deixe a porta vazia para 389, ou 636 com LDAPS.
guide-host-freeipa = Digite ldap+srv:// e o nome do seu domínio, como ldap+srv://example.com, ou o nome de um servidor IPA. Uma máquina inscrita no domínio tem os dois neste arquivo:
guide-host-freeipa-after = Escolha abaixo StartTLS ou LDAPS: todo servidor IPA oferece os dois.

guide-certificate = Como obter o certificado da CA
guide-certificate-active-directory = A maioria dos domínios tem sua própria autoridade (AD CS). Em uma máquina do domínio, estes comandos gravam o certificado dela como texto em muster-ca.pem:
guide-certificate-active-directory-after = Cole o muster-ca.pem inteiro.
guide-certificate-openldap = No servidor, como root, isto mostra o arquivo que o contém (TLSCACertificateFile em slapd.conf). Se não houver nenhum, serve o certificado do próprio servidor:
guide-certificate-openldap-after = Cole o conteúdo desse arquivo.
guide-certificate-389ds = No servidor, o primeiro comando lista os certificados e o segundo imprime um deles. Self-Signed-CA é a autoridade que o dscreate cria:
guide-certificate-freeipa = Toda máquina inscrita no domínio o tem:
guide-certificate-everywhere = Qualquer servidor mostra ele mesmo seus certificados; o da autoridade costuma ser o último. Compare a impressão digital com a informada por quem cuida do diretório: quem estiver no meio do caminho poderia mostrar outro.

guide-user = Como criar uma conta que só pode ler
guide-user-active-directory = Qualquer usuário do domínio pode ler o necessário, portanto basta uma conta comum sem outros direitos. No PowerShell:
guide-user-active-directory-after = Digite o UserPrincipalName em “{ names-field-user }”, como muster@example.com. O DistinguishedName e EXAMPLE\muster também servem.
guide-user-openldap = Salve o primeiro texto como muster.ldif e o segundo como access.ldif, com o seu DN base, uma senha e o número do seu banco de dados, e carregue-os com os dois comandos. A primeira regra esconde da conta os hashes de senhas, a segunda a deixa ler o resto, e o limite a deixa ler todos:
guide-user-whole-dn = Digite o DN inteiro em “{ names-field-user }”: cn=muster,dc=example,dc=com, não só cn=muster.
guide-user-389ds = Salve isto como muster.ldif, com o seu DN base e uma senha, e carregue-o com o comando abaixo. A conta poderá ler tudo menos os hashes de senhas, e todas as pessoas:
guide-user-freeipa = Para isso existem as contas de sistema: não são de ninguém e podem ler o mesmo que qualquer usuário. Salve isto como muster.ldif, com o seu DN base e uma senha, e carregue-o com o comando abaixo:
guide-user-freeipa-after = Digite o DN inteiro em “{ names-field-user }”: uid=muster,cn=sysaccounts,cn=etc,dc=example,dc=com.

guide-base = Onde encontrar o DN do diretório
guide-base-active-directory = Deixe vazio para o domínio inteiro. Para importar uma só unidade organizacional, digite o DN dela:
guide-base-branch = Deixe vazio para tudo o que o servidor diz conter. Para importar um só ramo, digite o DN dele, como ou=people,dc=example,dc=com:
guide-base-freeipa = Deixe vazio, ou digite cn=users,cn=accounts e o seu DN base, como cn=users,cn=accounts,dc=example,dc=com. O DN base está neste arquivo:

guide-attributes = Como ver quais atributos as pessoas têm
guide-attributes-active-directory = Veja alguém que você conhece. Onde mail está vazio, o endereço conhecido costuma estar em userPrincipalName:
guide-attributes-openldap = Veja alguém que você conhece, com a conta acima. O sinal de mais mostra também entryUUID, que o próprio servidor mantém:
guide-attributes-389ds = Veja alguém que você conhece, com a conta acima. nsUniqueId só aparece quando é pedido:
guide-attributes-freeipa = Veja alguém que você conhece:

guide-filter = Como testar um filtro
guide-filter-counts = Isto conta a quem um filtro corresponde. Para os membros de um grupo há o campo abaixo:
guide-filter-lists = Isto lista a quem um filtro corresponde. Para os membros de um grupo há o campo abaixo:

guide-group = Onde encontrar o DN de um grupo
guide-group-active-directory = Contam os membros dos grupos que estão no grupo, e quem o tem como grupo primário:
guide-group-active-directory-after = Uma unidade organizacional (OU=…) não é um grupo: coloque-a em “{ names-field-base-dn }”.
guide-group-usual = Servem grupos de todos os tipos comuns:
guide-group-usual-after = Uma unidade organizacional (ou=…) não é um grupo: coloque-a em “{ names-field-base-dn }”.
guide-group-freeipa = A primeira linha do que isto imprime é o DN:
