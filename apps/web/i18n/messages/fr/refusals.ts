/**
 * What the server says in English when it refuses, or fails, by its code. A code stands for one reason, and often for several
 * occasions: the sentence fits them all, and names no value that only the server's own sentence knows.
 */
export const refusals: Readonly<Record<string, string>> = {
  // Any command.
  INVALID_INPUT: 'Une indication n’est pas acceptable.',
  EVENT_TOO_LARGE: 'C’est trop long pour une seule inscription au registre : raccourcissez les textes.',
  COMMAND_ID_REUSED: 'Cet envoi a déjà servi à enregistrer autre chose : renvoyez le formulaire.',
  TOO_MANY_CONFLICTS: 'D’autres enregistraient au même moment sur le même sujet : renvoyez.',
  SCOPE_MISSING: 'Votre accès ne permet que de lire : enregistrer demande une clé qui permet aussi d’écrire.',

  // Organisations.
  ORGANISATION_EXISTS: 'Cette organisation est déjà inscrite.',
  UNKNOWN_ORGANISATION: 'Cette organisation n’est pas inscrite : elle doit l’être d’abord.',
  NOT_YOUR_ORGANISATION: 'Seule l’organisation elle-même, ou l’exploitant du registre, peut dire cela d’elle.',
  OWN_PARENT: 'Une organisation n’est pas sa propre société mère.',
  PARENT_IN_ANOTHER_GROUP:
    'Cette société mère fait elle-même partie d’un groupe de contrôle : nommez celle qui est à sa tête.',
  ALREADY_IN_GROUP: 'Cette organisation fait déjà partie de ce groupe de contrôle.',
  NOT_IN_A_GROUP: 'Cette organisation est déjà indépendante.',

  // Missions.
  MISSION_EXISTS: 'Cette mission est déjà déclarée.',
  UNKNOWN_MISSION: 'Cette mission n’est pas déclarée : elle doit l’être d’abord.',
  NOT_BACKBONE: 'Seule une organisation qui coordonne la mission peut le faire.',
  BACKBONE_NOT_ENROLLED:
    'Personne n’est inscrit à la coordination par un autre : invitez l’organisation, qui viendra d’elle-même.',
  ALREADY_INVITED: 'Cette organisation est déjà invitée dans ce rôle.',
  NOT_INVITED: 'Aucune invitation n’est ouverte pour ce rôle : une organisation qui coordonne la mission peut inviter.',
  ALREADY_MEMBER: 'Cette organisation participe déjà à la mission dans ce rôle.',
  NOT_A_MEMBER: 'Cette organisation ne participe pas à la mission : elle doit d’abord la rejoindre.',
  LAST_BACKBONE:
    'La mission resterait sans coordination : invitez d’abord une autre organisation à la coordonner, qui doit accepter.',

  // Indicators and measurements.
  INDICATOR_EXISTS: 'Cet indicateur est déjà défini.',
  UNKNOWN_INDICATOR: 'Cet indicateur n’est pas défini : il doit l’être d’abord.',
  UNKNOWN_MEASUREMENT: 'Cette mesure n’est pas enregistrée pour cet indicateur.',
  MEASUREMENT_EXISTS: 'Cette mesure est déjà enregistrée : corrigez celle-ci, ou enregistrez-en une autre.',
  NOT_YOURS:
    'Une mesure est corrigée par l’organisation qui l’a enregistrée, ou par celles qui coordonnent ou évaluent la mission.',
  PERIOD_IN_FUTURE: 'Cette date est à venir : donnez celle d’aujourd’hui (heure universelle) ou une date passée.',
  TARGET_UNCHANGED: 'C’est déjà l’objectif : donnez une autre valeur ou une autre échéance.',

  // Commitments.
  UNKNOWN_COMMITMENT: 'Cet engagement n’existe pas au registre.',
  COMMITMENT_EXISTS: 'Cet engagement est déjà enregistré.',
  NOT_A_PROMISOR:
    'Cela revient à une organisation qui a pris cet engagement ou, en son nom, à une organisation qui coordonne la mission.',
  ON_BOTH_SIDES: 'Une même organisation ne peut pas être des deux côtés d’un engagement.',
  UNIT_DOES_NOT_FIT:
    'Cette unité ne va pas avec ce qui est promis : l’argent se compte dans une monnaie, et tout le reste dans une autre unité.',
  AFTER_DUE: 'L’échéance est passée : un engagement se modifie avant elle, et ce qui manque reste visible.',
  DUE_IN_PAST: 'Cette échéance est passée : donnez la date d’aujourd’hui ou une date à venir.',
  DUE_DATE_DROPPED: 'Un engagement qui a une échéance en garde une : donnez la nouvelle.',
  TERMS_UNCHANGED: 'Ce sont les termes actuels : changez-en au moins un.',
  COMMITMENT_WITHDRAWN: 'Cet engagement a été retiré : prenez-en un nouveau.',

  // Contributions and how they are attested.
  UNKNOWN_CONTRIBUTION: 'Cette contribution n’est pas enregistrée pour cet engagement.',
  CONTRIBUTION_EXISTS: 'Cette contribution est déjà enregistrée.',
  OPENING_INCOMPLETE: 'Il manque une indication pour ouvrir un engagement avec cette contribution.',
  MISSION_DIFFERS: 'Cet engagement concerne une autre mission.',
  KIND_DIFFERS: 'Cet engagement est d’une autre nature, qu’il garde.',
  UNIT_DIFFERS: 'Cet engagement se compte dans une autre unité : donnez la quantité dans la sienne.',
  COUNTERPARTIES_DIFFER: 'Cet engagement est pris envers d’autres organisations.',
  NOT_A_COUNTERPARTY:
    'Cet engagement nomme les organisations envers qui il est pris : c’est à l’une d’elles de le corroborer.',
  NOT_AN_EVALUATOR: 'Les contributions sont vérifiées par une organisation chargée de l’évaluation de la mission.',
  SAME_CONTROL_GROUP:
    'Votre organisation fait partie du même groupe de contrôle : cette parole doit venir d’une organisation du dehors.',
  OWN_CONTRIBUTION: 'Votre organisation l’a apportée ou enregistrée : c’est à d’autres d’en dire quelque chose.',
  NOT_YOUR_CONTRIBUTION: 'Seule l’organisation qui a apporté une contribution peut la déclarer sienne.',
  ALREADY_DECLARED: 'Votre organisation a déjà déclaré cette contribution.',
  ALREADY_CORROBORATED: 'Votre organisation a déjà corroboré cette contribution.',
  ALREADY_VERIFIED: 'Cette contribution est déjà vérifiée.',
  ALREADY_DISPUTED: 'Votre organisation a déjà contesté cette contribution, qui attend une vérification.',

  // Reviews.
  UNKNOWN_REVIEW: 'Cet avis n’est pas enregistré pour cet engagement.',
  REVIEW_EXISTS: 'Cet avis est déjà enregistré.',
  SELF_REVIEW: 'Une organisation ne donne pas d’avis sur son propre travail.',
  NOT_REVIEWABLE: 'Un avis porte sur une organisation qui a pris cet engagement.',
  ALREADY_REVIEWED: 'Votre organisation a déjà donné son avis sur ce travail : modifiez-le plutôt.',
  ALREADY_DECLINED: 'Votre organisation a déjà dit ne pas pouvoir en juger ; elle peut encore donner un avis.',
  NOT_YOUR_REVIEW: 'Un avis est modifié par l’organisation qui l’a donné.',
  NOT_YOURS_TO_ANSWER: 'La réponse à un avis vient de l’organisation dont il parle.',
  NOT_YOURS_TO_MARK: 'Un avis est noté comme appris par l’organisation qui l’a donné, ou par celle dont il parle.',
  ALREADY_LEARNED: 'Votre organisation a déjà noté cet avis comme appris.',

  // The log itself, and what is erased from beside it.
  UNKNOWN_EVENT: 'Cet événement n’est pas au registre.',
  NOT_YOURS_TO_ERASE: 'Une valeur est effacée par l’organisation qui l’a enregistrée, ou par l’exploitant du registre.',
  NOT_PRIVATE: 'Il n’y a rien de privé ici : ce qui est public reste.',
  ALREADY_ERASED: 'Cette valeur est déjà effacée.',
  UNKNOWN_LEDGER: 'Il n’y a pas de registre de ce nom.',
  NOT_AN_OPERATOR: 'Seul l’exploitant parle pour le registre.',
  ATTESTED_FURTHER: 'Cette vue est déjà attestée plus loin.',
  CONTRADICTS_ATTESTATION: 'Cette vue est déjà attestée à cette position, avec une autre empreinte.',

  // Files of evidence.
  FILE_TOO_LARGE: 'Le fichier est trop lourd.',
  TOO_MUCH_UNUSED:
    'Trop de fichiers envoyés par votre organisation n’appartiennent encore à rien : enregistrez ce qu’ils prouvent, ou attendez qu’ils soient retirés.',
  ERASED: 'Ce fichier a été effacé ici, et n’est pas repris.',
  UNSUPPORTED_MEDIA_TYPE:
    'Ce fichier est vide ou d’un type qui n’est pas accepté : envoyez un PDF, une image PNG, JPEG ou WebP, un CSV, un texte ou un document bureautique.',

  // Requests, whatever they are about.
  UNAUTHENTICATED: 'Pour cela, connectez-vous pour votre organisation.',
  SESSION_EXPIRED: 'Votre session est terminée : reconnectez-vous, puis renvoyez.',
  FORBIDDEN: 'Votre accès ne permet pas de voir ou de faire cela.',
  RATE_LIMITED: 'Trop de demandes en peu de temps : réessayez dans un moment.',
  SERVICE_UNAVAILABLE:
    'Le registre est hors d’atteinte pour le moment : réessayez ; ce que vous enregistrez ne comptera qu’une fois.',
  LOG_CLOSED: 'Le registre est fermé à l’écriture pour le moment ; la lecture reste possible.',
  AHEAD_OF_THE_LOG: 'Cette position n’est pas encore atteinte par le registre.',
  VIEWS_BEHIND: 'Ce qui vient d’être enregistré n’est pas encore visible : réessayez dans un moment.',
  BODY_TOO_LARGE: 'C’est trop long pour un seul envoi.',
  BAD_REQUEST: 'L’envoi est incomplet ou mal formé : réessayez.',
  BAD_USER_INPUT: 'La demande contient une indication qui n’est pas acceptable.',
  NOT_FOUND: 'Il n’y a rien à cette adresse.',
  METHOD_NOT_ALLOWED: 'Cette adresse ne répond pas à ce genre de demande.',
  NOT_ACCEPTABLE: 'Cette adresse ne répond pas sous la forme demandée.',
  QUERY_TOO_COSTLY: 'La demande porte sur trop de choses à la fois.',
  GRAPHQL_PARSE_FAILED: 'La demande est mal écrite. Rechargez la page.',
  GRAPHQL_VALIDATION_FAILED: 'La page et le registre ne sont plus de la même version. Rechargez la page.',
  OPERATION_RESOLUTION_FAILURE: 'La page et le registre ne sont plus de la même version. Rechargez la page.',
  INTERNAL_SERVER_ERROR: 'Une erreur s’est produite dans le registre. Réessayez dans un moment.',
};

/** Where a code stands for something else at sign-in, by the status of the answer. */
export const signInRefusals: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Cette clé d’accès n’est pas acceptée : elle est mal saisie, révoquée ou expirée.',
  BAD_REQUEST: 'Ce n’est pas une clé d’accès : saisissez celle de votre organisation en entier.',
  RATE_LIMITED: 'Trop de tentatives d’ici. Réessayez dans une minute.',
  FORBIDDEN: 'On ne se connecte qu’à partir des pages de ce registre.',
};
