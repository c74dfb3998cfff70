/** Of the access keys of an organisation, on the page of those who administer it. */
export const keys = {
  'keys.title': 'Access keys',
  'keys.of':
    'With an access key a program acts for {organisation}, without anybody signing in. Whoever has the key can do the same: people sign in as themselves instead. Only those who administer the organisation see this page.',
  'keys.list': 'Keys there are',
  'keys.none': 'There is none.',
  'keys.expiring':
    '{count, plural, one {This key ends within 30 days. Replace it in time, or what uses it stops.} other {These keys end within 30 days. Replace them in time, or what uses them stops.}}',
  'keys.leftBehind':
    '{count, plural, one {Whoever made this key administers the organisation no more, and may still have it. Revoke it, or keep it as yours.} other {Whoever made these keys administers the organisation no more, and may still have them. Revoke them, or keep them as yours.}}',
  'keys.isLeftBehind': 'Its maker is gone',
  'keys.standing.VALID': 'Works',
  'keys.standing.EXPIRING': 'Ends soon',
  'keys.standing.EXPIRED': 'Ended',
  'keys.scope.READ': 'It may read what the organisation sees.',
  'keys.scope.WRITE': 'It may read, and record and decide for the organisation.',
  'keys.scope.OPERATOR': 'It may do whatever the operator of the ledger may.',
  'keys.createdAt': 'Made on {date}.',
  'keys.createdBy': 'Made on {date} by {name}.',
  'keys.endless': 'It does not end by itself.',
  'keys.expired': 'It ended on {date}.',
  'keys.unused': 'Never used.',
  'keys.lastUsed': 'Last used on {date}.',
  'keys.revoke': 'Revoke {label}',
  'keys.keep': 'Keep {label}',
  'keys.replace': 'Replace {label}',
  'keys.replace.send': 'Make the new key',
  'keys.overlap': 'For how long the old one goes on',
  'keys.overlap.days': '{count, plural, =0 {It ends at once} other {# days}}',
  'keys.make': 'Make a key',
  'keys.makeText':
    'For a program of yours, such as one that hands in measurements each night. One key for each program, so that you can revoke one alone.',
  'keys.make.send': 'Make it',
  'keys.label': 'What it is for',
  'keys.label.help': 'So that you know later which one to revoke. Only those who administer the organisation see it.',
  'keys.scopes': 'What it may do',
  'keys.term': 'For how long',
  'keys.days': '{count, plural, =365 {A year} other {# days}}',
  'keys.made': 'Here is the key. It is shown this once.',
  'keys.copy': 'Copy the key',
  'keys.madeText':
    'Put it where the program finds it, and nowhere else: not into a mail. It works until {date}. If you lose it, revoke it and make another.',
};
