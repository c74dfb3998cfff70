import type { passkeys as english } from '../en/passkeys.js';

export const passkeys: Readonly<Record<keyof typeof english, string>> = {
  'signIn.passkey.title': 'Avec une empreinte ou le code du téléphone',
  'signIn.passkey.text':
    'Sur un appareil que vous avez ajouté sur votre page. Il demande votre empreinte, votre visage ou son code.',
  'signIn.passkey.send': 'Utiliser l’empreinte ou le code du téléphone',
  'passkey.stopped': 'Votre appareil ne vous a pas reconnu, ou la demande a été interrompue. Réessayez.',
  'passkey.known': 'Cet appareil y est déjà.',
  'passkey.toAdd': 'Ajouter une empreinte ou un code du téléphone',
  'operating.passkey': 'Ici, connectez-vous avec une empreinte ou le code du téléphone',
  'operating.passkey.text':
    'Ainsi, personne qui aurait accès à vos e-mails ne tient ce registre : reconnectez-vous avec un appareil que vous aviez ajouté, et vous reviendrez ici.',
  'operating.passkey.lost':
    'Vous n’en avez plus aucun ? Une autre personne qui administre l’organisation de l’exploitant reprend votre place ; vous ajoutez alors un nouvel appareil sur votre page, vous connectez avec lui, et êtes de nouveau invité. Ou bien qui tient le serveur vous fait un lien par la commande « maillage operator link ».',
  'me.passkeys': 'Empreinte ou code du téléphone',
  'me.passkeys.text':
    'Votre appareil peut vous connecter sans e-mail : il demande votre empreinte, votre visage ou son code, et rien de cela ne le quitte.',
  'me.passkey.unnamed': 'Appareil ajouté le {on}',
  'me.passkey.added': 'Ajouté le {on}.',
  'me.passkey.used': 'Utilisé en dernier le {on}.',
  'me.passkey.add': 'Ajouter cet appareil',
  'me.passkey.send': 'Demander à cet appareil',
  'me.passkey.done': 'C’est fait : désormais, il vous connecte.',
  'me.passkey.label': 'Comment vous l’appelez',
  'me.passkey.help': 'Par exemple « Pixel de Marie », pour le reconnaître quand vous en retirez un. Peut rester vide.',
  'me.passkey.rename': 'Renommer : {device}',
  'me.passkey.remove': 'Retirer : {device}',
};
