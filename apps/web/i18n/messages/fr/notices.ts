import type { notices as english } from '../en/notices.js';

export const notices: Readonly<Record<keyof typeof english, string>> = {
  'notices.unsaid': 'L’exploitant de ce serveur ne l’a pas encore indiqué.',
  'notices.more': 'En savoir plus',
  'legal.title': 'Mentions légales',
  'legal.publisher': 'Éditeur',
  'legal.director': 'Direction de la publication',
  'legal.hosting': 'Hébergement',
  'legal.software': 'Le logiciel',
  'legal.software.text':
    'Maillage est un logiciel libre sous licence EUPL 1.2. L’éditeur ci-dessus exploite ce serveur et en répond ; les organisations répondent elles-mêmes de ce qu’elles y enregistrent.',
  'privacy.title': 'Données personnelles',
  'privacy.controller': 'Responsable du traitement',
  'privacy.log': 'Ce que les organisations enregistrent',
  'privacy.log.text':
    'Le registre est public et conservé sans limite : il nomme des organisations, et ce qu’elles promettent, apportent et disent. Les noms de particuliers n’y ont pas leur place, et les formulaires le rappellent. Une personne qui agit pour une organisation y figure tout au plus sous un numéro qui ne dit rien aux autres ; comme il peut être le sien, c’est tout de même une donnée personnelle.',
  'privacy.log.erase':
    'Un texte ou un fichier qui parle d’une personne peut être effacé par l’organisation qui l’a enregistré, sur la page où il se trouve ; il n’en reste qu’une empreinte, dont on ne peut rien déduire. Si vous êtes cette personne, demandez-le à l’organisation, ou au responsable nommé ci-dessus.',
  'privacy.session': 'Quand vous vous connectez',
  'privacy.session.text':
    'Un cookie garde votre connexion, {hours, plural, one {# heure} other {# heures}} au plus ; un autre dure le temps de vous identifier, dix minutes ailleurs, quinze par e-mail. Le serveur retient qui s’est connecté, ou avec quelle clé d’accès, et quand la session finit, et l’oublie quand vous vous déconnectez.',
  'privacy.person': 'Si vous vous connectez en votre nom',
  'privacy.person.text':
    'L’adresse, le nom et la langue que vous donnez, les organisations pour lesquelles vous pouvez agir, les invitations, et les endroits où vous êtes connecté (30 jours chacun) sont conservés dans des tables à part, hors du registre. Votre nom et vos adresses sont vus par qui administre votre organisation, ou celle où vous demandez une place, et par l’exploitant quand vous en inscrivez une ; qui vous invitez voit votre nom. Les adresses que d’autres nous donnent pour vous inviter sont gardées 30 jours, et qui dit « plus jamais » laisse une empreinte de l’adresse, rien d’autre. D’un appareil qui vous connecte, nous gardons le nom que vous lui donnez, quand il a été ajouté et utilisé en dernier, et de quoi le reconnaître ; votre doigt, votre visage et votre code restent dans l’appareil. Les messages partent par le serveur de courrier de l’exploitant.',
  'privacy.person.erase':
    'Sur <link>votre page</link>, vous voyez tout cela, pouvez l’emporter et l’effacer vous-même ; personne ne peut s’y opposer. Ce que vous avez saisi reste, sous un numéro qui ne mène alors plus à personne.',
  'privacy.kept': 'Ce qui est conservé hors du registre, et combien de temps',
  'privacy.kept.caption': 'Chaque chose, et sa durée',
  'privacy.kept.forGood': 'Sans limite',
  'privacy.kept.what': 'Quoi',
  'privacy.kept.howLong': 'Combien de temps au plus',
  'privacy.kept.lasting': 'Jusqu’à ce qu’on y mette fin, ou que vous vous effaciez',
  'privacy.kept.PERSON': 'Votre nom et votre langue',
  'privacy.kept.PERSON_ADDRESS': 'Les adresses avec lesquelles vous vous connectez',
  'privacy.kept.PERSON_SESSION': 'Les endroits où vous êtes connecté',
  'privacy.kept.SEAT':
    'Les organisations pour lesquelles vous pouvez agir ; après votre effacement, que quelqu’un l’a pu',
  'privacy.kept.PASSKEY':
    'Les appareils qui vous connectent : le nom que vous donnez à chacun, quand il a été ajouté et utilisé en dernier, et de quoi le reconnaître',
  'privacy.kept.PASSKEY_CHALLENGE': 'Ce qu’un tel appareil doit signer, sous forme d’empreinte',
  'privacy.kept.SIGN_IN_ATTEMPT':
    'Que quelqu’un a demandé à se connecter avec votre adresse, et quand : pour compter les messages qui y partent',
  'privacy.kept.ADDRESS_PROOF': 'Que vous avez demandé à ajouter une adresse, et quand',
  'privacy.kept.ADDRESS_UNDO': 'Que vos adresses ont changé, pour que cela puisse être annulé',
  'privacy.kept.MAIL': 'Les messages pour vous qui attendent de partir ; une fois partis, plus rien',
  'privacy.kept.SILENT_MAILBOX':
    'Que le serveur d’une adresse n’en accepte aucun message ; si quelqu’un se connecte avec elle, jusqu’à ce qu’il en accepte un',
  'privacy.kept.MAIL_STOP': 'Qu’une adresse a dit « plus jamais » aux invitations, sous forme d’empreinte de l’adresse',
  'privacy.kept.STOP_LINK':
    'Ce qui permet de répondre « plus jamais » à un message d’invitation, sous forme d’empreinte de l’adresse',
  'privacy.kept.RECOVERY_NOTICE':
    'Que vous avez été prévenu de qui doit de nouveau administrer une organisation, et quand ; jusqu’à ce que ce soit fini, 30 jours au plus',
  'privacy.kept.SEAT_INVITATION': 'Les invitations à agir pour une organisation, reçues et envoyées',
  'privacy.kept.SEAT_INVITATION_SENT': 'Combien de personnes une organisation a invitées, sans dire qui',
  'privacy.kept.SEAT_LINK': 'Un lien que vous avez fait, par lequel d’autres demandent à agir pour une organisation',
  'privacy.kept.SEAT_REQUEST': 'Que vous avez demandé à agir pour une organisation',
  'privacy.kept.PARTNER_INVITATION': 'Les invitations à une mission, reçues et envoyées',
  'privacy.kept.REGISTRATION': 'Une organisation que vous avez demandé à inscrire',
  'privacy.kept.RENAMING': 'Un nom que vous avez demandé pour une organisation',
  'privacy.kept.ACCESS_RECOVERY':
    'Que vous allez administrer une organisation pour qui plus personne ne peut agir, et ce qui montre que c’est à vous',
  'privacy.kept.ACCESS_KEY':
    'Les clés d’accès que vous avez créées, et le nom donné à chacune : vos mots partent avec vous, la clé reste à l’organisation',
  'privacy.kept.PERSON_ACCOUNT':
    'Les comptes d’ailleurs qui vous connectent : qui a émis chacun, et votre nom ou numéro chez lui',
  'privacy.kept.ACCOUNT_LINK': 'Un compte d’ailleurs que vous êtes en train de lier',
  'privacy.kept.CLAIMED_MEMBER':
    'L’organisation pour laquelle un tel compte dit que vous agissez, et le numéro sous lequel le registre vous connaît par lui, depuis la dernière fois qu’il l’a dit',
  'privacy.kept.OPERATOR_LINK': 'Une empreinte du lien par lequel quelqu’un commence à exploiter ce registre',
  'privacy.browser': 'Dans votre navigateur',
  'privacy.browser.text':
    'Votre navigateur garde la langue choisie, l’organisation pour laquelle vous avez agi en dernier, et ce que vous avez commencé à écrire : 180 jours au plus, même une fois déconnecté, sans être envoyé à personne avant que vous l’enregistriez. Il n’est proposé qu’à vous, pour l’organisation pour laquelle vous l’avez écrit, mais qui peut se servir librement de ce navigateur peut le trouver. Il disparaît de ce navigateur quand vous vous y effacez, ou y ouvrez votre page sans plus avoir de place dans l’organisation ; personne ne le reprend. D’autres navigateurs gardent les leurs jusqu’à la fin des 180 jours, ou jusqu’à ce que vous les vidiez. Il n’y a pas d’autre cookie, rien qui compte ou suive les visiteurs, et rien qui vienne d’autres sites.',
  'privacy.address': 'Votre adresse sur internet',
  'privacy.address.text':
    'Pour que personne ne puisse bloquer le service, les demandes sont comptées par adresse pendant une minute. Les adresses ne sont ni inscrites dans les journaux du serveur, ni transmises.',
  'privacy.backups': 'Sauvegardes',
  'privacy.backups.days':
    'Les sauvegardes sont conservées {days, plural, one {# jour} other {# jours}} : passé ce délai, aucune ne contient plus ce qui a été effacé.',
  'privacy.rights': 'Vos droits',
  'privacy.rights.text':
    'Vous pouvez demander à voir ce qui est conservé à votre sujet, à le faire corriger ou effacer, et à en limiter l’usage. Vous pouvez aussi saisir la CNIL, ou l’autorité de protection des données de votre pays.',
  'accessibility.title': 'Accessibilité',
  'accessibility.FULLY_COMPLIANT': 'totalement conformes',
  'accessibility.PARTLY_COMPLIANT': 'partiellement conformes',
  'accessibility.NON_COMPLIANT': 'non conformes',
  'accessibility.stands': 'Ces pages sont {state} au RGAA 4.1, le référentiel français d’accessibilité.',
  'accessibility.audited':
    '{auditor} les a auditées le {on} : {rate} des critères applicables sont respectés. {report}',
  'accessibility.report': 'Lire le rapport',
  'accessibility.notAudited':
    'Personne ne les a auditées depuis trois ans ; or, sans audit, des pages sont réputées non conformes, si bonnes soient-elles.',
  'accessibility.found': 'Ce qu’un programme a trouvé',
  'accessibility.found.text':
    'Avant chaque version du logiciel, axe-core examine toutes les pages dans chaque langue, à la largeur d’un téléphone ou d’un grand écran ; une version à laquelle il trouve à redire n’est pas publiée. Un programme voit moins de la moitié de ce qui peut gêner quelqu’un : ce n’est pas un audit.',
  'accessibility.help': 'Si quelque chose vous gêne',
  'accessibility.help.text':
    'Écrivez-nous, en disant sur quelle page et avec quel appareil : vous recevrez autrement ce dont vous avez besoin, et le défaut sera corrigé.',
  'accessibility.help.rights': 'Si la réponse ne vous aide pas, vous pouvez saisir en France le Défenseur des droits.',
  'accessibility.help.defender': 'Défenseur des droits',
  'contact.title': 'Contact',
  'contact.text': 'Pour poser une question, signaler un défaut, ou faire effacer ce qui vous concerne :',
  'contact.publisher': 'Écrivez à l’éditeur de ces pages : {publisher}',
  'contact.organisation':
    'Ce qu’une organisation a enregistré, c’est à elle de l’expliquer et de le corriger : commencez par sa page.',
};
