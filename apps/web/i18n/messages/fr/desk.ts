import type { desk as english } from '../en/desk.js';

export const desk: Readonly<Record<keyof typeof english, string>> = {
  'desk.title': 'Mon bureau',
  'desk.text': 'Ce qui attend aujourd’hui une parole ou un geste de votre organisation.',
  'desk.contents': 'Sur ce bureau',
  'desk.reviews': 'Avis à donner',
  'desk.reviews.text':
    'Cinq au plus à la fois, ceux qui attendent depuis le plus longtemps d’abord. D’autres suivront.',
  'desk.reviews.none': 'Personne n’attend d’avis de votre part. Merci.',
  'desk.answers': 'Réponses à donner',
  'desk.answers.text': 'Ce que des pairs ont dit de votre travail, et qui n’a pas encore de réponse.',
  'desk.answers.none': 'Chaque avis sur votre travail a sa réponse.',
  'desk.deliver': 'À réaliser',
  'desk.deliver.text': 'Ce que votre organisation a promis et n’a pas encore entièrement apporté, par échéance.',
  'desk.deliver.none': 'Aucune promesse n’est en attente. Bravo.',
  'desk.declare': 'À déclarer',
  'desk.declare.text': 'Enregistré en votre nom. Déclarer une contribution en fait votre propre parole.',
  'desk.declare.none': 'Rien d’enregistré en votre nom n’attend votre parole.',
  'desk.corroborate': 'À corroborer',
  'desk.corroborate.text':
    'Ce que d’autres ont apporté et que vous avez peut-être vu arriver. Votre parole l’atteste mieux.',
  'desk.corroborate.none': 'Rien n’attend d’être corroboré par vous.',
  'desk.verify': 'À vérifier',
  'desk.verify.text':
    'Chargés de l’évaluation de la mission : regardez les preuves et dites ce que vous avez constaté.',
  'desk.verify.none': 'Rien n’attend d’être vérifié par vous.',
  'desk.askedAs.COUNTERPARTY': 'C’est à vous que c’était promis',
  'desk.askedAs.MEMBER': 'Vous participez à la mission',
  'desk.since': 'depuis le {on}',
  'desk.review': 'Donner un avis sur {organisation}',
  'desk.overdue':
    'La date est passée. Une réalisation tardive compte encore, et dire ce qui a fait obstacle compte aussi.',
  'desk.record': 'Enregistrer une contribution',
  'desk.towards': 'Pour : {commitment}',
  'desk.recordedBy': 'enregistré par {organisation}',
  'desk.seeEvidence': 'Voir ses preuves, ou la contester',
  'desk.verify.open': 'La regarder et la vérifier',
  'desk.signedOut': 'Un bureau n’est montré qu’à son organisation. Connectez-vous, et vous reviendrez ici.',
  'desk.othersTitle': 'Le bureau d’une autre organisation',
  'desk.others': 'Chaque organisation ne voit que son propre bureau. Vous agissez pour {organisation}.',
  'desk.toOwn': 'Vers le bureau de {organisation}',
  'desk.toTheirPage': 'Vers la page publique de cette organisation',
};
