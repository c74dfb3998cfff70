import type { keys as english } from '../en/keys.js';

export const keys: Readonly<Record<keyof typeof english, string>> = {
  'keys.title': 'Clés d’accès',
  'keys.of':
    'Avec une clé d’accès, un programme agit pour {organisation} sans que personne se connecte. Qui a la clé peut en faire autant : les personnes, elles, se connectent en leur nom. Seules celles qui administrent l’organisation voient cette page.',
  'keys.list': 'Les clés qui existent',
  'keys.none': 'Il n’y en a aucune.',
  'keys.expiring':
    '{count, plural, one {Cette clé prend fin dans les 30 jours. Remplacez-la à temps, sinon ce qui s’en sert s’arrête.} other {Ces clés prennent fin dans les 30 jours. Remplacez-les à temps, sinon ce qui s’en sert s’arrête.}}',
  'keys.leftBehind':
    '{count, plural, one {La personne qui a créé cette clé n’administre plus l’organisation, et l’a peut-être encore. Révoquez-la, ou gardez-la comme vôtre.} other {Les personnes qui ont créé ces clés n’administrent plus l’organisation, et les ont peut-être encore. Révoquez-les, ou gardez-les comme vôtres.}}',
  'keys.isLeftBehind': 'Qui l’a créée est parti',
  'keys.standing.VALID': 'En service',
  'keys.standing.EXPIRING': 'Bientôt finie',
  'keys.standing.EXPIRED': 'Finie',
  'keys.scope.READ': 'Elle peut lire ce que voit l’organisation.',
  'keys.scope.WRITE': 'Elle peut lire, saisir et décider pour l’organisation.',
  'keys.scope.OPERATOR': 'Elle peut tout ce que peut l’exploitant du registre.',
  'keys.createdAt': 'Créée le {date}.',
  'keys.createdBy': 'Créée le {date} par {name}.',
  'keys.endless': 'Elle ne prend pas fin d’elle-même.',
  'keys.expired': 'Elle a pris fin le {date}.',
  'keys.unused': 'Jamais utilisée.',
  'keys.lastUsed': 'Utilisée la dernière fois le {date}.',
  'keys.revoke': 'Révoquer {label}',
  'keys.keep': 'Garder {label}',
  'keys.replace': 'Remplacer {label}',
  'keys.replace.send': 'Créer la nouvelle clé',
  'keys.overlap': 'Combien de temps l’ancienne sert encore',
  'keys.overlap.days': '{count, plural, =0 {Elle prend fin aussitôt} other {# jours}}',
  'keys.make': 'Créer une clé',
  'keys.makeText':
    'Pour un de vos programmes, par exemple celui qui envoie des mesures chaque nuit. Une clé par programme, pour pouvoir en révoquer une seule.',
  'keys.make.send': 'La créer',
  'keys.label': 'À quoi elle sert',
  'keys.label.help':
    'Pour savoir plus tard laquelle révoquer. Seules les personnes qui administrent l’organisation le voient.',
  'keys.scopes': 'Ce qu’elle peut faire',
  'keys.term': 'Pour combien de temps',
  'keys.days': '{count, plural, =365 {Un an} other {# jours}}',
  'keys.made': 'Voici la clé. Elle n’est montrée que cette fois.',
  'keys.copy': 'Copier la clé',
  'keys.madeText':
    'Mettez-la là où le programme la trouve, et nulle part ailleurs : pas dans un message. Elle sert jusqu’au {date}. Si vous la perdez, révoquez-la et créez-en une autre.',
};
