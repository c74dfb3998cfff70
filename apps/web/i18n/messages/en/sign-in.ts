export const signIn = {
  'signIn.title': 'Sign in',
  'signIn.why':
    'Reading needs no account. Sign in to record what your organisation promises, gives and thinks of its peers’ work.',
  'signIn.key.title': 'With an access key',
  'signIn.key.label': 'Your organisation’s access key',
  'signIn.key.help':
    'It begins with mlg_. Whoever runs this ledger gives it to your organisation. It is not kept in this browser.',
  'signIn.key.send': 'Sign in',
  'signIn.key.sending': 'Signing in…',
  'signIn.oidc.title': 'With your organisation’s account',
  'signIn.oidc.send': 'Go to its sign-in page',
  'signIn.personas.title': 'Try it with the sample',
  'signIn.personas.text':
    'This ledger holds a fictional coalition. Choose whom to act for; what you record stays in this ledger.',
  'signIn.personas.actAs': 'Act for {organisation}',
  'signIn.already': 'You act for {organisation} already.',
  'signIn.failed': 'You are not signed in.',
  'signIn.error.not_configured': 'No sign-in page of an organisation is set up here.',
  'signIn.error.issuer_unavailable': 'Your organisation’s sign-in page does not answer. Try again in a moment.',
  'signIn.error.refused': 'Your organisation’s sign-in page did not let you in.',
  'signIn.error.interrupted': 'Signing in was interrupted or took too long. Please begin again.',
  'signIn.error.invalid_answer':
    'The answer of your organisation’s sign-in page could not be accepted. Please begin again.',
  'signIn.error.no_organisation':
    'Your account names no organisation of this ledger. Ask whoever manages accounts in your organisation.',
  'signIn.error.rate_limited': 'There were too many attempts from here. Try again in a minute.',
  'signIn.error.unavailable': 'The ledger cannot sign you in just now. Try again in a moment.',
  'signIn.error.other': 'Signing in did not work. Please begin again.',
};
