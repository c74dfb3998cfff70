import type { operating as english } from '../en/operating.js';

export const operating: Readonly<Record<keyof typeof english, string>> = {
  'operating.queue': 'Messages en attente',
  'operating.queue.none': 'Aucun message n’attend de partir.',
  'operating.queue.some':
    '{count, plural, one {# message attend} other {# messages attendent}} de partir, le plus ancien depuis le {since}.',
  'operating.queue.notSent': 'Ce serveur n’envoie aucun message : aucun serveur de courrier n’est configuré.',
  'operating.queue.silent':
    '{count, plural, one {# boîte n’accepte} other {# boîtes n’acceptent}} aucun message, d’après son serveur.',
  'parameters.title': 'Avec quoi la réputation est calculée',
  'parameters.text':
    'Qui est évalué avec d’autres nombres le sait 30 jours avant. Ce qui a été calculé avant reste tel quel.',
  'parameters.inForce': 'En vigueur depuis le {from} : {reason}',
  'parameters.asPublished': 'Tels que publiés avec la version 1.',
  'parameters.next': 'À partir du {from}, d’autres seront en vigueur : {reason}',
  'parameters.adopt': 'Adopter d’autres paramètres',
  'parameters.value': 'Valeur',
  'parameters.name': 'Paramètre',
  'parameters.from': 'Le premier jour de leur application, dans 30 jours au moins',
  'parameters.reason': 'Pourquoi (public)',
  'parameters.none': 'Changez-en au moins un.',
  'parameters.foretold':
    'À partir du {from}, la réputation est calculée avec {changes}. C’est public et reste au registre sans limite.',
  'parameters.send': 'Les adopter',
  'parameters.adopted': 'Adoptés. C’est au registre.',
  'parameters.of.priorWeight': 'Avant de rien savoir : autant d’observations',
  'parameters.of.priorMean': 'Avant de rien savoir : de cette valeur',
  'parameters.of.halfLifeDays': 'Jours au bout desquels une observation pèse moitié moins',
  'parameters.of.anchorHalf': 'Avec ce crédit propre, une voix pèse la moitié',
  'parameters.of.calibrationWeight': 'Le jugement d’un évaluateur, avant vérification : autant d’avis',
  'parameters.of.calibrationMean': 'Le jugement d’un évaluateur, avant vérification : de cette valeur',
  'parameters.of.saturation': 'Le plus que puisse peser un groupe d’évaluateurs',
  'parameters.of.volumeHalf': 'Avec autant d’avis, un groupe pèse la moitié de cela',
  'parameters.of.factWeight': 'Ce que compte un fait à côté d’un avis',
  'parameters.of.praiseAbove': 'Un avis est élogieux au-delà de cette part des points',
  'parameters.of.NONE': 'Poids de ce que personne n’atteste',
  'parameters.of.DECLARED': 'Poids de ce que dit qui l’apporte',
  'parameters.of.CORROBORATED': 'Poids de ce que confirme qui le reçoit',
  'parameters.of.VERIFIED': 'Poids de ce que constate un évaluateur',
  'parameters.of.lowerDeviations': 'Écarts types jusqu’à la borne basse',
  'parameters.of.leastGroups': 'Groupes qui doivent s’être exprimés avant publication',
  'parameters.of.leastMass': 'La masse nécessaire à la publication',
};
