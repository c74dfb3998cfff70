import type { contributions as english } from '../../en/slices/contributions.js';

export const contributions: Readonly<Record<keyof typeof english, string>> = {
  'awaited.ContributionDisputed': 'On conteste ce que vous avez enregistré : corrigez-le, ou attendez une vérification',
  'awaited.ObjectionNoted': 'On vous dit que le chiffre est faux : répondez, ou corrigez-le',

  'command.CorrectContribution': 'La corriger',
  'command.CorrectContribution.amount': 'Quantité apportée, en {unit}',
  'command.CorrectContribution.date': 'Date de l’apport',
  'command.CorrectContribution.period.from': 'Du',
  'command.CorrectContribution.period.to': 'Au',
  'command.CorrectContribution.description': 'Ce qui a été apporté',
  'command.CorrectContribution.reason': 'Ce qui était faux',
  'command.CorrectContribution.reason.help':
    'Inutile le premier jour, tant que personne n’a rien dit. Ensuite, ce que d’autres ont confirmé repart de zéro.',
  'command.CorrectContribution.send': 'Enregistrer la correction',
  'command.RetractContribution': 'La retirer',
  'command.RetractContribution.reason': 'Pourquoi elle est retirée',
  'command.RetractContribution.reason.help': 'Chacun peut le lire. Elle reste visible, et ne compte plus.',
  'command.RetractContribution.send': 'La retirer',
  'command.VerifyContribution.amount': 'Quantité constatée, en {unit}',
  'command.VerifyContribution.amount.help':
    'Laissez telle quelle, ou vide, si vous avez tout constaté ; 0 si vous n’avez rien trouvé.',
  'ties.denied':
    'Vous avez déclaré le {day} que rien ne vous lie à qui a apporté, et aucun paiement n’a été enregistré depuis : c’est repris ici.',
  'command.VerifyContribution.noTies': 'Liens, argent versé depuis un an compris',
  'command.WithdrawDispute': 'Ne plus la contester',
  'command.WithdrawDispute.reason': 'Pourquoi, si vous le souhaitez',
  'command.WithdrawDispute.send': 'Retirer la contestation',
  'command.NoteObjection': 'Dire ce que vous voyez autrement',
  'command.NoteObjection.reason': 'Ce que vous voyez autrement',
  'command.NoteObjection.reason.help':
    'Chacun peut le lire. Cela ne bloque rien ; une réponse est demandée à qui a apporté.',
  'command.NoteObjection.send': 'Noter cette objection',
  'command.AnswerObjection': 'Y répondre',
  'command.AnswerObjection.answer': 'Votre réponse',
  'command.AnswerObjection.answer.help': 'Elle figure sous l’objection, lisible par tous.',
  'command.AnswerObjection.send': 'Enregistrer la réponse',
  'command.WithdrawObjection': 'Retirer l’objection',
  'command.WithdrawObjection.reason': 'Pourquoi, si vous le souhaitez',
  'command.WithdrawObjection.send': 'La retirer',

  'contribution.retracted': 'Retirée : ne compte plus',
  'contribution.found': 'Une évaluation en a constaté {quantity} : c’est ce qui compte',
  'contribution.versions': 'Corrigée {count, plural, one {une fois} other {# fois}}',
  'contribution.version': '{quantity}, {days}, tel qu’enregistré le {day}',
  'contribution.objections': 'Ce que d’autres voient autrement',
  'contribution.folded': 'Objections plus anciennes ({count})',
  'contribution.passesOn': 'Transmis : c’était reçu auparavant, et compté là.',
  'objection.by': '{organisation} a noté une objection le {day}',
  'objection.answer': 'La réponse',
  'objection.withdrawn': 'Retirée le {day}',
  'statement.superseded': 'Cela portait sur ce qui était enregistré avant la correction.',
  'statement.found': 'Constaté : {quantity}.',
  'statement.tied': 'Même groupe d’appartenance que l’organisation qui a donné : cela ne compte pas.',
  'statement.tiedToParty':
    'Même groupe d’appartenance qu’une partie à l’engagement : elle compte comme une confirmation.',
  'statement.unaccredited': 'Évaluation sans accréditation : elle compte comme une confirmation.',
  'statement.paid': 'De l’argent a circulé entre les deux depuis un an : elle compte comme une confirmation.',
};

export const refusals = {
  CONTRIBUTION_RETRACTED:
    'Cette contribution a été retirée et ne compte plus ; ce qui a tout de même été apporté s’enregistre à nouveau.',
  CONTRIBUTION_UNCHANGED: 'C’est déjà ce qui est enregistré : changez-en quelque chose.',
  REASON_MISSING: 'Passé un jour, ou dès que d’autres se sont exprimés, dites ce qui était faux.',
  CASE_OPEN: 'Une affaire est ouverte sur cette contribution : attendez-en l’issue.',
  PASSED_ON_UNKNOWN: 'On ne transmet que ce qu’on a reçu et confirmé : confirmez d’abord cette contribution.',
  PASSED_ON_TOO_MUCH: 'C’est plus que ce qui a été reçu : enregistrez le reste comme une contribution à part.',
  FOUND_TOO_LARGE: 'On ne constate pas plus que ce qui est enregistré : qui a apporté davantage l’enregistre à part.',
  NO_STANDING:
    'Contester revient à qui est engagé, à qui a accepté de recevoir, à une évaluation ou à la coordination de la mission. Vous pouvez noter une objection.',
  NOT_DISPUTED: 'Votre organisation n’a pas de contestation ouverte sur cette contribution : il n’y a rien à retirer.',
  TOO_MANY_DISPUTES:
    'Votre groupe a trois contestations ouvertes avec cette organisation dans la mission : retirez-en une, ou attendez qu’une soit tranchée.',
  TOO_MANY_OBJECTIONS:
    'Votre groupe a trois objections ouvertes avec cette organisation : retirez-en une, ou attendez une réponse.',
  MEMBER_TOO_RECENT:
    'Une objection se note après trente jours dans la mission ; vous pouvez déjà confirmer ou donner un avis.',
  ALREADY_OBJECTED:
    'Votre organisation, ou son groupe, a déjà noté une objection : une autre est possible après une correction.',
  OBJECTION_EXISTS: 'Cette objection est déjà enregistrée : notez-en une autre.',
  UNKNOWN_OBJECTION: 'Cette objection n’est pas enregistrée pour cet engagement : choisissez-en une qui l’est.',
  OBJECTION_WITHDRAWN: 'Cette objection a été retirée : il n’y a plus rien à y répondre.',
  NOT_YOUR_OBJECTION:
    'Une objection est retirée par l’organisation qui l’a notée : vous pouvez y répondre si la contribution est la vôtre.',
};
