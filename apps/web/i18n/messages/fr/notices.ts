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
    'Un cookie garde votre connexion, {hours, plural, one {# heure} other {# heures}} au plus ; un autre dure le temps de vous identifier, dix minutes ailleurs, quinze par e-mail. Le serveur retient pour quelle organisation vous agissez et quand la session finit, et l’oublie quand vous vous déconnectez.',
  'privacy.person': 'Si vous vous connectez avec votre adresse e-mail',
  'privacy.person.text':
    'L’adresse, le nom et la langue que vous donnez, les organisations pour lesquelles vous pouvez agir, les invitations, et les endroits où vous êtes connecté (30 jours chacun) sont conservés dans des tables à part, hors du registre. Votre nom et vos adresses sont vus par qui administre votre organisation, ou celle où vous demandez une place, et par l’exploitant quand vous en inscrivez une ; qui vous invitez voit votre nom. Les adresses que d’autres nous donnent pour vous inviter sont gardées 30 jours, et qui dit « plus jamais » laisse une empreinte de l’adresse, rien d’autre. D’un compte d’ailleurs avec lequel vous vous connectez, une empreinte est gardée. D’un appareil qui vous connecte, nous gardons le nom que vous lui donnez, quand il a été ajouté et utilisé en dernier, et de quoi le reconnaître ; votre doigt, votre visage et votre code restent dans l’appareil. Les messages partent par le serveur de courrier de l’exploitant.',
  'privacy.person.erase':
    'Sur <link>votre page</link>, vous voyez tout cela, pouvez l’emporter et l’effacer vous-même ; personne ne peut s’y opposer. Ce que vous avez saisi reste, sous un numéro qui ne mène alors plus à personne.',
  'privacy.browser': 'Dans votre navigateur',
  'privacy.browser.text':
    'Votre navigateur garde la langue choisie, l’organisation pour laquelle vous avez agi en dernier, et ce que vous avez commencé à écrire, qui y reste 180 jours au plus et n’est envoyé à personne avant que vous l’enregistriez. Il n’y a pas d’autre cookie, rien qui compte ou suive les visiteurs, et rien qui vienne d’autres sites.',
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
