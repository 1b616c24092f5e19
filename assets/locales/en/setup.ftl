# /setup: the first administrator.

setup-title = Create the first administrator
setup-lead = They connect the company’s directory next. Their own password is kept here, so they can sign in also when the directory does not answer.
setup-code = Setup code
setup-code-hint = The server printed it when it started, after “Setup code:”.
setup-name = Name
setup-email = Email
setup-password = Password
setup-password-hint = At least 10 characters.
setup-create = Create administrator
setup-creating = Creating…
setup-wrong-code = That is not the setup code. It stands in the output of the running server.
setup-no-name = Enter your name.
