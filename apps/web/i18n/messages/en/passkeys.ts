/** Of signing in by what a device keeps. Its technical name is for engineers: to others it sounds like an access key. */
export const passkeys = {
  'signIn.passkey.title': 'With a fingerprint or phone code',
  'signIn.passkey.text':
    'On a device that you added on your page. It asks for your fingerprint, your face or its code.',
  'signIn.passkey.send': 'Use fingerprint or phone code',
  'passkey.stopped': 'Your device did not recognise you, or was not asked to the end. Try again.',
  'passkey.known': 'This device is there already.',
  'passkey.toAdd': 'Add a fingerprint or phone code',
  'operating.passkey': 'For this you sign in with a fingerprint or phone code',
  'operating.passkey.text':
    'So that nobody who gets at your mails runs this ledger: sign in again with a device that you added before, and you come back here.',
  'operating.passkey.lost':
    'Is none of them there any more? Another administrator of the operator’s organisation takes back your seat; then you add a new device on your page, sign in with it, and are invited again. Or whoever runs the server makes a link for you by the command “maillage operator link”.',
  'me.passkeys': 'Fingerprint or phone code',
  'me.passkeys.text':
    'Your device can sign you in without a mail: it asks for your fingerprint, your face or its code, and none of these leaves it.',
  'me.passkey.unnamed': 'Device added on {on}',
  'me.passkey.added': 'Added on {on}.',
  'me.passkey.used': 'Last used on {on}.',
  'me.passkey.add': 'Add this device',
  'me.passkey.send': 'Ask this device',
  'me.passkey.done': 'It is added: from now on it signs you in.',
  'me.passkey.label': 'What you call it',
  'me.passkey.help': 'As in “Marie’s phone”, so that you know it when you remove one. It may stay empty.',
  'me.passkey.rename': 'Rename: {device}',
  'me.passkey.remove': 'Remove: {device}',
};
