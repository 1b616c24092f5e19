# /setup: the first administrator.

setup-title = Create the first administrator
setup-lead = They connect the company’s directory next. Their own password is kept here, so they can sign in also when the directory does not answer.
setup-code = Setup code
setup-code-hint = The panel printed it when it started, after “Setup code:”. Where it runs as a service: <code>journalctl -u muster</code>.
setup-name = Name
setup-email = Email
setup-password = Password
setup-password-hint = At least 10 characters.
setup-create = Create administrator
setup-creating = Creating…
setup-wrong-code = That is not the setup code. It stands in the output of the running panel, and is another one after each start.
setup-no-name = Enter your name.
