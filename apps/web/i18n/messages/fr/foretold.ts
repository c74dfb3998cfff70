import type { foretold as english } from '../en/foretold.js';

export const foretold: Readonly<Record<keyof typeof english, string>> = {
  'foretold.forGood': 'Une fois envoyé, cela reste au registre : ce qui s’en dira plus tard s’y ajoutera.',
  'foretold.inWords': 'ce que vous avez décrit',

  'foretold.RecordContribution': '{contributor} a apporté {quantity} le {day}.',
  'foretold.MakeCommitment': '{actor} promet {quantity}.',
  'foretold.MakeCommitment.by': '{actor} promet {quantity} d’ici le {day}.',
  'foretold.MakeCommitment.proposed':
    '{actor} propose cet engagement : il engage chacune des organisations nommées dès qu’elle l’accepte.',
  'foretold.RecordMeasurement': '« {indicator} » valait {quantity} le {day}.',

  'foretold.AcceptCommitment': '{actor} accepte cet engagement, qui l’engage dans ses termes actuels.',
  'foretold.DeclineCommitment': '{actor} refuse cet engagement, qui ne l’engage pas.',
  'foretold.NoteProgress': '{actor} dit à tout le monde où cela en est ; rien n’en est compté.',
  'foretold.AmendCommitment':
    '{actor} modifie les termes de cet engagement, aussitôt si c’est à temps, sinon avec l’accord des autres ; les termes d’avant restent lisibles.',
  'foretold.DropAmendment': '{actor} abandonne la modification : l’engagement reste tel quel.',
  'foretold.WithdrawCommitment':
    '{actor} retire l’engagement, aussitôt si c’est à temps, sinon avec l’accord des autres ; qu’il ait été pris reste lisible.',
  'foretold.ReleaseParty': '{actor} quitte cet engagement ; les autres restent engagées.',
  'foretold.ProposeSettlement':
    '{actor} propose comment régler ce qui manque : {outcome}. Cela vaut avec l’accord des autres.',
  'foretold.AcceptSettlement': '{actor} accepte de le régler ainsi.',
  'foretold.DeclineSettlement': '{actor} n’accepte pas de le régler ainsi.',
  'foretold.DropSettlement': '{actor} abandonne le règlement : ce qui était promis reste dû.',
  'foretold.AcceptReceiving':
    '{actor} accepte tout ce qui lui est promis ici jusqu’au {until}, et ne doit rien pour autant.',
  'foretold.EndReceiving':
    '{actor} accepte de nouveau les engagements un par un ; ceux qui sont déjà acceptés le restent.',

  'foretold.DeclareContribution': '{actor} dit que c’est elle qui l’a apporté.',
  'foretold.CorroborateContribution': '{actor} confirme que cela a été apporté.',
  'foretold.VerifyContribution': '{actor} vérifie ce qui a été apporté, et répond de ce qu’elle a constaté.',
  'foretold.CorrectContribution':
    '{actor} corrige ce qui a été apporté ; les mots d’avant restent lisibles, et leurs confirmations repartent de zéro.',
  'foretold.RetractContribution': '{actor} retire cet apport : il reste lisible, et ne compte plus.',
  'foretold.DisputeContribution':
    '{actor} conteste cet apport : il ne compte pas tant que ce n’est pas tranché, 60 jours au plus.',
  'foretold.WithdrawDispute': '{actor} ne conteste plus : ce qui a été apporté compte de nouveau.',
  'foretold.NoteObjection':
    '{actor} note une objection : une réponse est demandée à qui a apporté, et rien n’est bloqué.',
  'foretold.AnswerObjection': '{actor} répond à l’objection, juste en dessous, à la vue de tous.',
  'foretold.WithdrawObjection': '{actor} retire son objection ; qu’il y en ait eu une reste lisible.',

  'foretold.SubmitReview': '{actor} dit à tout le monde, sous son nom, ce qu’elle pense de ce travail.',
  'foretold.ReviseReview': '{actor} revoit son avis ; ce qu’elle disait avant reste lisible.',
  'foretold.AnswerReview': '{actor} répond à cet avis, juste en dessous, à la vue de tous.',
  'foretold.DeclineReview': '{actor} dit ne pas pouvoir juger ce travail.',

  'foretold.DeclareMission': '{actor} déclare cette mission et la mène.',
  'foretold.ReviseMission':
    '{actor} modifie ce que la mission dit d’elle-même ; ce qu’elle disait avant reste lisible.',
  'foretold.PauseMission': '{actor} met la mission en pause, à réexaminer d’ici le {reassessBy}.',
  'foretold.ResumeMission': '{actor} reprend la mission, et dit ce qui en a été appris.',
  'foretold.CloseMission':
    '{actor} clôt la mission, et dit ce qui en a été appris ; ce qui a été enregistré reste lisible.',
  'foretold.InviteOrganisation': '{actor} invite cette organisation à participer comme : {role}.',
  'foretold.WithdrawInvitation': '{actor} retire l’invitation.',
  'foretold.DeclineInvitation': '{actor} refuse de participer comme : {role}.',
  'foretold.JoinMission': '{actor} rejoint la mission comme : {role}.',
  'foretold.LeaveMission': '{actor} quitte la mission ; ce qu’elle a promis reste, et peut encore être tenu.',
  'foretold.ListMember':
    '{actor} inscrit cette organisation comme : {role}, d’après des données publiées ; cela ne l’engage à rien.',
  'foretold.SuspendMember':
    'Dans sept jours, {actor} suspend ce membre, jusqu’au {until} : pendant ce temps, ni nouvel engagement ni nouvel avis.',
  'foretold.LiftSuspension': '{actor} lève la suspension : ce membre peut de nouveau s’engager et donner des avis.',
  'foretold.RemoveMember': '{actor} exclut ce membre de la mission ; ce qu’il a enregistré reste.',
  'foretold.AcceptPrivacy': '{actor} accepte de garder ces textes hors du registre public désormais.',
  'foretold.DeclinePrivacy': '{actor} n’accepte pas : ces textes restent publics.',
  'foretold.DropPrivacy': '{actor} retire sa proposition : ces textes restent publics.',
  'foretold.ProposeBackboneHandover':
    '{actor} offre sa place à la coordination, et mène la mission tant qu’on ne l’a pas acceptée.',
  'foretold.DropBackboneHandover': '{actor} retire son offre et reste à la coordination.',
  'foretold.AcceptBackboneHandover': '{actor} prend la place à la coordination et mène la mission désormais.',
  'foretold.DeclineBackboneHandover': '{actor} refuse la place à la coordination.',

  'foretold.DefineIndicator': '{actor} dit ce que la mission mesure, et comment.',
  'foretold.AgreeIndicator': '{actor} accepte cet indicateur tel qu’il est mesuré maintenant.',
  'foretold.ReviseIndicator':
    '{actor} modifie la façon de mesurer ; les valeurs déjà relevées gardent la définition d’avant.',
  'foretold.ReviseIndicatorTarget': '{actor} fixe cet objectif ; celui d’avant reste lisible.',
  'foretold.RetireIndicator':
    '{actor} arrête cet indicateur pour de bon : on ne le mesure plus, et ses valeurs restent.',
  'foretold.ConfirmMeasurement': '{actor} confirme que cette valeur est celle qui compte.',
  'foretold.CorrectMeasurement': '{actor} corrige sa valeur ; celle d’avant reste lisible.',

  'foretold.ReviseOrganisation':
    '{actor} modifie ce qui est dit de cette organisation ; ce qui était dit avant reste lisible.',
  'foretold.ProposeGrouping': '{actor} propose de rattacher les deux, ce qui vaut dès que l’autre accepte.',
  'foretold.AcceptGrouping':
    '{actor} convient que les deux vont ensemble : ce que l’une dit de l’autre ne compte alors pas.',
  'foretold.DeclineGrouping': '{actor} dit que les deux ne vont pas ensemble.',
  'foretold.DropGrouping': '{actor} retire sa proposition.',
  'foretold.ContestGrouping':
    '{actor} conteste que les deux aillent ensemble : cela ne compte pas, sauf si une affaire le confirme.',
  'foretold.UngroupOrganisation': '{actor} met fin au rattachement, qui compte encore un an.',
  'foretold.AssertGrouping':
    '{actor} affirme, d’après un registre officiel, que les deux vont ensemble ; cela compte dans 14 jours si aucune ne le conteste.',
  'foretold.DropGroupingAssertion': '{actor} retire son affirmation : les deux ne comptent plus ensemble pour autant.',
  'foretold.ConfirmIdentity': '{actor} confirme qui est cette organisation, d’après un registre officiel.',
  'foretold.WithdrawIdentityConfirmation':
    '{actor} retire la confirmation : l’organisation dit elle-même qui elle est.',
  'foretold.MarkDuplicate': '{actor} marque cette fiche comme doublon : plus personne n’agit en son nom.',
  'foretold.ClearDuplicate': '{actor} dit que cette fiche n’est pas un doublon : on peut de nouveau agir en son nom.',
  'foretold.DissolveOrganisation': '{actor} enregistre que cette organisation n’existe plus, ce qui est irrévocable.',
  'foretold.AccreditEvaluator': '{actor} agrée cet évaluateur du {from} au {until}.',
  'foretold.EndAccreditation': '{actor} met fin à l’agrément de cet évaluateur.',

  'foretold.EraseValue':
    '{actor} fait effacer ces mots : personne ne pourra les rétablir, et le registre garde la trace qu’il y en avait.',
};
