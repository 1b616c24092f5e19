# /me and below: an agent's own page.

me-about = About you
me-origin-local = A local account of this panel: its password is kept here, hashed.
me-origin-ldap = Copied from your company directory, which also checks your password. To change name, email or phone, change them there.
me-name = Name
me-email = Email
me-phone = Phone
me-groups = Groups
me-role = Role
me-source = Source
me-source-local = Local
me-source-ldap = LDAP

me-sign-in = How you sign in
me-password = Password
me-password-kept = Kept here, hashed
me-second-factor = Second factor
me-second-factor-set-up = Set up a second factor
me-on = On
me-off = Off
me-recovery-codes-left = { $left ->
    [0] No recovery code is left: make new ones.
    [one] One recovery code is left.
   *[other] { $left } recovery codes are left.
}

me-sessions = Where you are signed in
me-sessions-lead = End what you do not know, and tell your administrator.
me-session-ended = That session has ended.

me-preferences = Language and keyboard
me-language = Language
me-language-of-browser = As the browser asks
me-shortcuts = Shortcut keys
me-shortcuts-hint = Single keys that do something on lists.
me-save = Save
me-saved = Saved.
me-cancel = Cancel

# /me/password
me-password-change = Change password
me-changing = Changing…
me-password-yours = Your password
me-password-new = New password
me-password-hint = At least 10 characters. Your other sessions end.
me-password-same = That is the password you have. Choose another one.
me-password-set = Your new password is set. Your other sessions have ended.
me-password-elsewhere = Your company directory checks your password. Change it, and set up more factors, where your company does.
me-not-your-password = That is not your password.

# /me/second-factor
me-factor-add = 1 · Add this to your authenticator app
me-factor-add-lead = Any app for time-based codes (TOTP) will do. Scan the picture, or type the key.
me-factor-picture = QR code with the key below
me-factor-key = Key
me-factor-kind = Kind
me-factor-kind-totp = Time-based, 6 digits, 30 seconds
me-factor-late = This page was open for too long. Scan the new code.
me-factor-show = 2 · Show that it works
me-factor-code-now = The code that the app shows now
me-factor-code = Code
me-factor-on = Switch on
me-factor-switching-on = Switching on…
me-factor-yours = Your second factor
me-factor-yours-lead = When you sign in, you are asked for a code of your authenticator app after the password.
me-factor-state = State
me-factor-since = Since
me-factor-codes-left = Recovery codes left
me-factor-renew = New codes, or none
me-factor-renew-lead = Each takes your password and a code. A recovery code will do, and is used up.
me-factor-make-codes = Make new recovery codes
me-factor-making-codes = Making…
me-factor-off = Switch off
me-factor-switching-off = Switching off…
me-second-factor-is-off = Your second factor is off, and your other sessions have ended.

me-codes-title = Recovery codes
me-codes-yours = Your recovery codes
me-codes-first = Your second factor is on, and your other sessions have ended. Keep these codes where you find them without your phone. Each lets you in once. They are shown this once.
me-codes-renewed = The codes of before count no more. Keep these where you find them without your phone. Each lets you in once. They are shown this once.
me-codes-kept = I have kept them
