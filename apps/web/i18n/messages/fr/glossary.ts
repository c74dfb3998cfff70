import type { glossary as english } from '../en/glossary.js';

export const glossary: Readonly<Record<keyof typeof english, string>> = {
  'glossary.title': 'Glossaire',
  'glossary.text': 'Les mots que ces pages emploient dans un sens à elles.',
  'glossary.mission': 'Mission',
  'glossary.mission.means':
    'Un défi que plusieurs organisations relèvent ensemble, avec ce à quoi elles verront qu’elles avancent.',
  'glossary.backbone': 'Coordination',
  'glossary.backbone.means':
    'L’organisation, ou celles, qui mène une mission : elle invite, dit ce qui est mesuré et veille aux règles. Elle ne peut rien changer à ce que d’autres enregistrent.',
  'glossary.evaluator': 'Évaluation',
  'glossary.evaluator.means':
    'Une organisation que la mission a invitée à regarder les preuves, et qui déclare que rien ne la lie à celles qu’elle juge.',
  'glossary.indicator': 'Indicateur',
  'glossary.indicator.means':
    'Ce qu’une mission mesure, comment et dans quelle unité, pour que chacun comprenne plus tard ce que dit un chiffre.',
  'glossary.baseline': 'Départ',
  'glossary.baseline.means':
    'La valeur qu’avait un indicateur avant la mission. La progression est le chemin de là jusqu’à l’objectif.',
  'glossary.commitment': 'Engagement',
  'glossary.commitment.means':
    'Une promesse : quoi, combien, pour quand, pour qui. Elle engage qui l’a acceptée, et personne d’autre.',
  'glossary.contribution': 'Contribution',
  'glossary.contribution.means':
    'Ce qui a été vraiment apporté pour un engagement : argent, temps, travail, données et autres.',
  'glossary.declared': 'Déclaré',
  'glossary.declared.means': 'L’organisation qui l’apporte le dit, et personne d’autre pour l’instant.',
  'glossary.corroborated': 'Corroboré',
  'glossary.corroborated.means': 'Une autre organisation qui l’a vu, comme celle qui l’a reçu, le dit aussi.',
  'glossary.verified': 'Vérifié',
  'glossary.verified.means': 'Une organisation chargée de l’évaluation a regardé les preuves et l’a constaté.',
  'glossary.disputed': 'Contesté',
  'glossary.disputed.means':
    'Une organisation de la mission dit que ce n’est pas vrai, et pourquoi. Cela ne compte pas tant que ce n’est pas tranché.',
  'glossary.review': 'Avis',
  'glossary.review.means':
    'Ce qu’une organisation pense du travail d’une autre sur un engagement : ce qui a marché, et ce qui serait à essayer. L’autre peut répondre.',
  'glossary.controlGroup': 'Groupe d’appartenance',
  'glossary.controlGroup.means':
    'Des organisations qui dépendent l’une de l’autre, comme une société et ses filiales. Ce que l’une dit d’une autre de son groupe ne compte pas.',
  'glossary.reputation': 'Réputation',
  'glossary.reputation.means':
    'Ce qu’on peut dire du travail d’une organisation d’après les avis et les engagements arrivés à échéance, et avec quelle certitude. Ce n’est pas un classement.',
  'glossary.confirmed': 'Identité confirmée',
  'glossary.confirmed.means':
    'L’exploitant de ce registre a comparé l’organisation à un registre officiel. Sans cela, elle dit elle-même qui elle est.',
  'glossary.log': 'Registre',
  'glossary.log.means':
    'La liste de tout ce qui a été enregistré, dans l’ordre. Rien ne peut y être changé ni retiré sans que tout le monde le voie ; les corrections s’y ajoutent.',
};
