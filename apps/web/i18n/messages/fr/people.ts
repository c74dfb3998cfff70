import type { people as english } from '../en/people.js';

export const people: Readonly<Record<keyof typeof english, string>> = {
  'signIn.mail.title': 'Avec votre adresse e-mail',
  'signIn.mail.label': 'Votre adresse e-mail',
  'signIn.mail.help': 'Nous vous envoyons un lien et un code. Il ne faut ni mot de passe, ni compte créé d’avance.',
  'signIn.mail.send': 'M’envoyer un lien',
  'signIn.mail.sending': 'Envoi…',
  'signIn.mail.sent': 'Si {address} reçoit du courrier, un message est en route.',
  'signIn.mail.sentText':
    'Ouvrez le lien qu’il contient, ou saisissez ici son code. Les deux servent une fois, dans les 15 minutes. Regardez aussi dans les indésirables.',
  'signIn.mail.other': 'Prendre une autre adresse',
  'signIn.mail.again': 'Demander un autre message',
  'signIn.code.label': 'Code à six chiffres',
  'signIn.code.help': 'Il ne sert que dans ce navigateur, trois essais.',
  'signIn.link.text':
    'Vous avez ouvert le lien d’un message. Appuyez sur le bouton pour vous connecter sur cet appareil.',
  'signIn.link.send': 'Se connecter comme {address}',
  'people.signInAnew':
    'Pour agir ici, il faut s’être connecté il y a moins de dix minutes. Reconnectez-vous, et vous reviendrez ici.',
  'people.failed': 'Cela n’a pas été fait.',
  'me.notAPerson': 'Cette page est pour qui se connecte avec son adresse e-mail.',
  'me.seats': 'Pour qui vous agissez',
  'me.noSeats':
    'Vous n’agissez encore pour aucune organisation. Demandez à qui administre la vôtre de vous inviter, inscrivez-la ou, si personne n’agit encore pour elle, saisissez sa clé d’accès ci-dessous.',
  'me.actFor': 'Agir pour {organisation}',
  'me.setUpMission': 'Lancer une mission au nom de {organisation}',
  'me.lapsed':
    'Depuis plus d’un an, personne n’a confirmé que vous agissez pour elle : vous ne le pouvez plus pour l’instant. Demandez à qui l’administre de le confirmer.',
  'me.lapsed.ADMIN':
    'Depuis plus d’un an, personne n’a confirmé que vous agissez pour elle : vous ne le pouvez plus pour l’instant. Confirmez-le vous-même, là où il est dit qui peut agir pour elle.',
  'me.lastAdmin':
    'Personne d’autre n’administre {organisation} : en vous effaçant, vous pouvez dire qui le fera après vous.',
  'me.successor': 'Qui administre {organisation} après vous ?',
  'me.successor.nobody':
    'Personne : les autres restent sans qui donne des places, jusqu’à ce que l’exploitant y redonne accès',
  'me.successor.invite':
    'Si c’est quelqu’un qui n’a pas encore de place, invitez cette personne à l’administrer sur la page de {organisation}, et attendez qu’elle ait accepté : vos invitations prennent fin quand vous vous effacez.',
  'me.successor.invited':
    '{count, plural, one {{addresses} est invitée à administrer {organisation} et n’a} other {{addresses} sont invitées à administrer {organisation} et n’ont}} pas encore accepté. Attendez si cela compte : vos invitations prennent fin quand vous vous effacez.',
  'me.toSeats': 'Qui peut agir pour {organisation}',
  'me.invitations': 'Des invitations vous attendent',
  'me.invitedBy': '{name} vous invite.',
  'me.until': 'Jusqu’au {date}.',
  'me.accept': 'Accepter : agir pour {organisation}',
  'me.decline': 'Décliner : {organisation}',
  'me.profile': 'À votre sujet',
  'me.addresses': 'Adresses qui vous connectent',
  'me.address.add': 'Ajouter une adresse',
  'me.address.label': 'Autre adresse e-mail',
  'me.address.help': 'Trois au plus, pour pouvoir encore vous connecter si vous en perdez une.',
  'me.address.send': 'Y envoyer un code',
  'me.address.prove': 'Ajouter cette adresse',
  'me.address.remove': 'Retirer {address}',
  'me.disown': 'Ce n’est pas moi',
  'me.disown.text':
    'Vous avez repris la boîte de quelqu’un d’autre et voyez ici ce qui est à cette personne ? Vous recommencez alors à neuf, sans rien de ce qu’elle peut faire. L’adresse lui est retirée ; ses autres adresses restent. Sans autre adresse, tout ce qui est gardé d’elle est effacé.',
  'me.disown.send': 'Je suis quelqu’un d’autre : recommencer à neuf',
  'undo.ADDED': 'L’adresse {address} a été ajoutée à celles qui vous connectent. Si ce n’était pas vous, annulez.',
  'undo.REMOVED': 'L’adresse {address} a été retirée de celles qui vous connectent. Si ce n’était pas vous, annulez.',
  'undo.send': 'Annuler, et terminer toutes mes sessions',
  'undo.done': 'C’est annulé. Toutes vos sessions sont terminées : reconnectez-vous.',
  'me.name': 'Votre nom',
  'me.nameHelp':
    'Montré à qui administre les organisations pour lesquelles vous agissez, et dans les invitations que vous envoyez. Jamais public.',
  'me.language': 'Langue de nos messages',
  'me.save': 'Garder',
  'me.saving': 'Un instant…',
  'me.saved': 'C’est gardé.',
  'me.firstSeat': 'Être la première personne de votre organisation',
  'me.firstSeat.send': 'Agir pour cette organisation',
  'me.firstSeat.help':
    'Seulement tant que personne n’agit pour elle. Vous l’administrez alors, et invitez les autres par e-mail : la clé n’a plus à circuler.',
  'me.sessions': 'Où vous êtes connecté',
  'me.session': 'Depuis le {since}, jusqu’au {until}.',
  'me.thisSession': 'C’est le navigateur que vous utilisez.',
  'me.endSession': 'Terminer cette session',
  'me.endAllSessions': 'Se déconnecter partout',
  'me.data': 'Vos données',
  'me.dataText':
    'Nom, adresses, sessions et places sont gardés hors du registre public, et peuvent être effacés. Ce que vous avez saisi reste sous un numéro qui ne mène alors plus à personne.',
  'me.export': 'Télécharger ce qui est gardé de vous',
  'me.erase': 'M’effacer…',
  'me.eraseNow': 'Effacer pour de bon tout ce qui est gardé de moi',
  'me.keep': 'Ne rien effacer',
  'seatRole.ADMIN': 'Peut saisir et décider pour elle, et dire qui d’autre le peut.',
  'seatRole.WRITER': 'Peut saisir.',
  'seatRole.READER': 'Peut lire.',
  'people.mailLanguage': 'Langue du message',
  'people.mailLanguage.help': 'Qui est déjà connu ici reçoit le message dans la langue qu’il ou elle a choisie.',
  'seats.title': 'Qui peut agir pour elle',
  'seats.of': 'Ces personnes peuvent agir pour {organisation}. Seules celles qui l’administrent voient cette page.',
  'seats.holders': 'Personnes',
  'seats.you': '(vous)',
  'seats.remove': 'Retirer {name}',
  'seats.change': 'Changer ce que {name} peut faire',
  'seats.change.send': 'Changer',
  'seats.lapsed': 'Personne ne l’a confirmé depuis plus d’un an : cette place ne sert plus tant que ce n’est pas fait.',
  'seats.silent':
    'Aucun message n’arrive à {addresses} : le serveur dit que cette boîte aux lettres n’existe pas. Retirez la personne si elle est partie ; sinon, elle se connecte de nouveau avec cette adresse, ou en ajoute une autre.',
  'seats.toConfirm': 'À confirmer',
  'seats.toConfirm.text':
    'Une fois par an, quelqu’un qui administre l’organisation dit qui agit encore pour elle, car des boîtes aux lettres changent de mains. Ce qui n’est pas confirmé sert encore 30 jours. Retirez ci-dessous qui n’agit plus pour elle.',
  'seats.confirm':
    '{count, plural, one {Oui, cette personne agit toujours pour elle} other {Oui, les # agissent toujours pour elle}}',
  'seats.invited': 'Invitation envoyée, sans réponse encore.',
  'seats.keysToLookAt':
    '{count, plural, one {Une clé prend bientôt fin, ou a été créée par quelqu’un qui est parti : regardez-la ici. {keys}} other {# clés prennent bientôt fin, ou ont été créées par quelqu’un qui est parti : regardez-les ici. {keys}}}',
  'seats.leftBehind':
    'La personne qui l’a envoyée n’administre plus l’organisation : on ne peut plus l’accepter. Reprenez-la, et envoyez la vôtre si elle est juste.',
  'seats.revoke': 'Reprendre l’invitation envoyée à {address}',
  'seats.byLink': 'Venue par un de vos liens.',
  'seats.links': 'Laisser demander par un lien',
  'seats.linksText':
    'Un lien à copier ne donne rien : qui le suit se connecte et demande, et vous acceptez ou refusez sur cette page. Il sert 14 jours. Qui doit administrer l’organisation est invité par e-mail.',
  'seats.links.role': 'Ce qui est demandé',
  'seats.links.by': 'Créé par {name}.',
  'seats.links.revoke': 'Reprendre le lien qui sert jusqu’au {date}',
  'seats.links.leftBehind':
    'La personne qui l’a créé n’administre plus l’organisation : on ne peut plus demander par lui. Reprenez-le, et créez le vôtre s’il est juste.',
  'seats.invite': 'Inviter quelqu’un',
  'seats.invite.address': 'Adresse e-mail',
  'seats.invite.help': 'L’invitation est pour cette seule adresse, et attend 14 jours.',
  'seats.invite.role': 'Ce que cette personne pourra faire',
  'seats.invite.send': 'Envoyer l’invitation',
  'seats.invite.sent': 'L’invitation à {address} est en route.',
};
