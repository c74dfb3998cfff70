export const recovery = {
  'recovery.title': 'Organisations that nobody can act for any more',
  'recovery.text':
    'Where an organisation has no administrator left, you have somebody administer it again, on evidence. All who have a seat in it, and the administrators of whoever steers its missions, are told; one objection within three days after the last of them was told, or later until it is done, stops it.',
  'recovery.withAdmin':
    'As long as somebody administers it, she gives that role to another, or signs in by another of her addresses or devices. She counts no more once the servers of all her mailboxes say that there are none and no device signs her in, or once nobody has confirmed her seat for a year and 30 days.',
  'recovery.open': 'Have somebody administer an organisation again',
  'recovery.organisation': 'Organisation',
  'recovery.organisation.help': 'Write its name; then choose it below.',
  'recovery.which': 'Which one?',
  'recovery.address': 'Mail address of whoever is to administer it',
  'recovery.address.help':
    'She signs in with this very address. Those who are told see its first letter alone, and on the page of their link the whole.',
  'recovery.evidence': 'What you were shown',
  'recovery.evidence.help':
    'Minutes, a register, a letter: those who are told read it. It is never public, and is erased when this is over.',
  'recovery.send': 'Tell everybody, and begin',
  'recovery.to': 'To be administered by {address}.',
  'recovery.objected': 'somebody objected: {at}',
  'recovery.waits': 'Objections are waited for until {at}.',
  'recovery.unproved': 'Nobody has signed in with this address yet.',
  'recovery.moot': 'Somebody administers it again: nothing comes of this.',
  'recovery.told':
    '{people, plural, =0 {Nobody was there to be told} one {# person was told} other {# people were told}}{unreached, plural, =0 {} one {, # of them not reached} other {, # of them not reached}}{waiting, plural, =0 {} one {; for # of them the mail still waits, and the three days count from when it is sent} other {; for # of them the mail still waits, and the three days count from when it is sent}}.',
  'recovery.complete': 'Have it administered: {organisation}',
  'recovery.drop': 'Take it back: {organisation}',
  'recovery.objection': 'Do you object?',
  'recovery.shown': 'What the operator was shown: {evidence}',
  'recovery.object': 'I object: stop it',
  'recovery.stopped': 'It is stopped. The operator sees that somebody objected, and not who.',
  'me.recoveries': 'Who administers it from now on',
  'me.recovery.yours':
    'The operator would have you administer “{organisation}”, as nobody can act for it any more. Those who know it may object until {at}; then you can begin here.',
  'me.recovery.others':
    'The operator was shown that nobody can act for “{organisation}” any more, and would have {address} administer it. Nothing happens before {at}.',
  'me.recovery.complete': 'Administer {organisation}',
};
