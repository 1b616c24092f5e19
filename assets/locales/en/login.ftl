# /login and /login/code.

login-title = Sign in
login-email = Email
login-password = Password
login-sign-in = Sign in
login-signing-in = Signing in…
login-foot = Your company directory checks the password. It is not stored here.

login-code-title = Sign in with a code
login-code-lead = Type the six digits that your authenticator app shows now.
login-code = Code
login-code-foot = Or one of your recovery codes. <link>Sign in as someone else</link>
login-code-late = Sign in from the beginning: the code was not given in time.
login-recovery-codes-left = { $left ->
    [0] You signed in with your last recovery code. Make new ones under My page.
    [one] You signed in with a recovery code. One is left: make new ones under My page.
   *[other] You signed in with a recovery code. { $left } are left.
}
