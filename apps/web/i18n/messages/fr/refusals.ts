/**
 * What the server says in English when it refuses, or fails, by its code. A code stands for one reason, and often for several
 * occasions: the sentence fits them all, and names no value that only the server's own sentence knows.
 */
export const refusals: Readonly<Record<string, string>> = {
  // Any command.
  INVALID_INPUT: 'Une indication n’est pas acceptable : corrigez-la.',
  EVENT_TOO_LARGE: 'C’est trop long pour une seule inscription au registre : raccourcissez les textes.',
  COMMAND_ID_REUSED: 'Cet envoi a déjà servi à enregistrer autre chose : renvoyez le formulaire.',
  TOO_MANY_CONFLICTS: 'D’autres enregistraient au même moment sur le même sujet : renvoyez.',
  SCOPE_MISSING: 'Votre accès ne permet que de lire : enregistrer demande une clé qui permet aussi d’écrire.',
  NOT_ADMIN: 'Il faut administrer l’organisation pour le faire : demandez-le à qui l’administre.',

  // Organisations.
  ORGANISATION_EXISTS: 'Cette organisation est déjà inscrite : modifiez sa fiche.',
  UNKNOWN_ORGANISATION: 'Cette organisation n’est pas inscrite : elle doit l’être d’abord.',
  NOT_YOUR_ORGANISATION:
    'Seule l’organisation elle-même, ou l’exploitant du registre, peut dire cela d’elle : demandez-le-leur.',
  OWN_PARENT: 'Une organisation n’est pas sa propre société mère : nommez-en une autre.',
  PARENT_IN_ANOTHER_GROUP:
    'Cette société mère fait elle-même partie d’un groupe d’appartenance : nommez celle qui est à sa tête.',
  ALREADY_IN_GROUP:
    'Cette organisation fait déjà partie de ce groupe d’appartenance : elle peut le quitter, ou en nommer un autre.',
  NOT_IN_A_GROUP: 'Cette organisation est déjà indépendante : il n’y a pas de groupe à quitter.',

  // Missions.
  MISSION_EXISTS: 'Cette mission est déjà déclarée : modifiez-la, ou déclarez-en une autre.',
  UNKNOWN_MISSION: 'Cette mission n’est pas déclarée : elle doit l’être d’abord.',
  NOT_BACKBONE: 'Seule une organisation qui coordonne la mission peut le faire : demandez-le à l’une d’elles.',
  OPEN_AND_PRIVATE:
    'Une mission que chacun peut rejoindre ne garde aucun texte privé : fermez-la, ou ne demandez rien de privé.',
  ENDS_BEFORE_START: 'La mission finirait avant de commencer : donnez une fin qui suit le début, ou aucune.',
  ALREADY_LISTED: 'Cette organisation est déjà sur la liste dans ce rôle : invitez-la, pour qu’elle puisse participer.',
  TIES_NOT_DENIED:
    'Qui évalue déclare que rien ne le lie à ceux dont il vérifie le travail ; sinon, un autre rôle reste possible.',
  QUALIFICATION_MISSING: 'Qui évalue dit ce qui le qualifie, en 500 caractères au plus : écrivez-le.',
  QUALIFICATION_NOT_SHOWN: 'Qui évalue montre ce qui le qualifie : donnez un lien ou un fichier.',
  YOUR_OWN_MEMBERSHIP:
    'Nul ne suspend, n’exclut ni ne réintègre sa propre organisation : elle peut quitter la mission, ou transmettre d’abord.',
  MISSION_CLOSED:
    'Cette mission est close : rien de nouveau n’y commence, et ce qui est ouvert peut encore recevoir une réponse.',
  PAUSED_ALREADY: 'La mission est déjà en pause : reprenez-la ou closez-la d’abord.',
  PAUSED_LATELY:
    'Une mission n’est pas remise en pause dans les 30 jours qui suivent la dernière : attendez jusque-là.',
  NOT_PAUSED: 'La mission n’est pas en pause : il n’y a rien à reprendre.',
  REASSESS_IN_PAST: 'Ce jour est passé, ou c’est aujourd’hui : donnez un jour à venir.',
  REASSESS_TOO_LATE: 'Une pause est réexaminée dans les 90 jours : donnez un jour plus proche.',
  NOT_SUSPENDED: 'Ce membre n’est pas suspendu, et aucune suspension n’est à venir : il n’y a rien à lever.',
  SUSPENDED_RECENTLY:
    'Un membre n’est pas suspendu de nouveau dans les 180 jours qui suivent la fin d’une suspension, ou sa levée : attendez qu’ils soient passés.',
  SUSPENSION_OUT_OF_RANGE:
    'Une suspension prend effet le huitième jour et finit dans les 90 jours : donnez un jour entre les deux.',
  BACKBONE_NOT_REMOVED:
    'Une organisation qui coordonne n’est pas exclue par une autre : elle peut transmettre ou partir d’elle-même.',
  PRIVACY_PROPOSED:
    'Il est déjà proposé de garder d’autres textes privés : répondez-y d’abord, ou faites retirer cette proposition.',
  NO_PRIVACY_PROPOSED:
    'Aucune proposition de ce genre n’attend votre organisation : qui coordonne en fait une en modifiant la mission.',
  HANDOVER_OPEN: 'Une place à la coordination est déjà proposée à quelqu’un : cette proposition peut être retirée.',
  NO_HANDOVER_OPEN: 'Aucune proposition de ce genre n’est ouverte : qui coordonne peut proposer sa propre place.',
  MEMBER_SUSPENDED:
    'Cette organisation est suspendue pour un temps : elle pourra promettre et donner son avis ensuite, et peut toujours tenir ce qu’elle a promis.',
  ALREADY_INVITED: 'Cette organisation est déjà invitée dans ce rôle : attendez sa réponse, ou retirez l’invitation.',
  TOO_MANY_INVITATIONS:
    'Trop d’invitations attendent la réponse d’une même organisation : attendez qu’elle réponde, ou retirez-en une.',
  NOT_INVITED: 'Aucune invitation n’est ouverte pour ce rôle : une organisation qui coordonne la mission peut inviter.',
  ALREADY_MEMBER: 'Cette organisation participe déjà à la mission dans ce rôle : choisissez-en un autre.',
  NOT_A_MEMBER: 'Cette organisation ne participe pas à la mission : elle doit d’abord la rejoindre.',
  LAST_BACKBONE:
    'La mission resterait sans coordination : transmettez-la d’abord à une autre organisation, qui doit accepter.',

  // Indicators and measurements.
  INDICATOR_EXISTS: 'Cet indicateur est déjà défini : modifiez-le, ou définissez-en un autre.',
  UNKNOWN_INDICATOR: 'Cet indicateur n’est pas défini : il doit l’être d’abord.',
  UNKNOWN_MEASUREMENT: 'Cette mesure n’est pas enregistrée pour cet indicateur : enregistrez-la d’abord.',
  MEASUREMENT_EXISTS: 'Cette mesure est déjà enregistrée : corrigez celle-ci, ou enregistrez-en une autre.',
  NOT_YOURS: 'Une mesure est corrigée par l’organisation qui l’a enregistrée : enregistrez un chiffre à vous à côté.',
  PERIOD_IN_FUTURE: 'Cette date est à venir : donnez celle d’aujourd’hui (heure universelle) ou une date passée.',
  INDICATOR_RETIRED:
    'Cet indicateur est retiré : il se lit, et ne se mesure ni ne change plus. Un autre peut être défini.',
  PERIOD_OVERLAPS:
    'Ces chiffres s’additionnent, et une partie de ces jours est déjà rapportée : choisissez d’autres jours, ou corrigez l’autre mesure.',
  VALUE_DOES_NOT_FIT:
    'Un rapport se donne par son numérateur et son dénominateur, et tout autre chiffre par sa valeur : donnez l’un ou l’autre.',
  CODE_UNKNOWN: 'Cet indicateur ne connaît pas cette catégorie : choisissez parmi les siennes.',
  TOO_MANY_TARGETS: 'Il y a déjà autant d’objectifs que possible : remplacez l’un d’eux.',
  CATEGORIES_FIXED: 'Un objectif reste celui de la même catégorie : fixez un autre objectif pour celle-ci.',
  BOUNDS_DO_NOT_FIT:
    'Maintenir entre deux bornes en demande deux, la plus basse d’abord ; tout autre objectif est une seule valeur.',
  DIRECTION_MISSING: 'Dites dans quel sens c’est mieux ; un seuil à maintenir n’en a pas besoin.',
  UNIT_NOT_ADDED:
    'Des chiffres dans une unité à vous ne s’additionnent jamais : choisissez une unité de la liste, ou le dernier chiffre.',
  REPORTER_NOT_MEMBER: 'Seuls des membres de la mission rapportent ses chiffres : invitez d’abord cette organisation.',
  DEFINITION_UNCHANGED: 'L’indicateur dit déjà cela : changez quelque chose, ou laissez-le.',
  UNIT_FIXED: 'Quelque chose repose déjà sur cette unité : elle reste. Retirez-le, et recommencez dans une autre.',
  AGGREGATION_FIXED:
    'Des chiffres sont enregistrés pour être réunis ainsi : retirez cet indicateur et définissez-en un autre.',
  ALREADY_AGREED: 'Votre organisation a déjà approuvé cette version : rien d’autre n’est attendu.',
  DEFINITION_SUPERSEDED: 'Une autre version de l’indicateur est en vigueur : lisez-la, et approuvez celle-là.',
  NOT_CONTESTED: 'Aucun autre chiffre ne diffère de celui-ci : il n’y a rien à confirmer.',
  FIGURE_CONFIRMED: 'Votre organisation a déjà confirmé ce chiffre : elle peut confirmer l’autre.',
  TARGET_IN_PAST: 'Cette échéance est passée, ou c’est aujourd’hui : donnez un jour à venir.',
  TARGET_DATE_DROPPED: 'Un objectif qui a une échéance en garde une : donnez la nouvelle.',
  TARGET_UNCHANGED: 'C’est déjà l’objectif : donnez une autre valeur ou une autre échéance.',

  // Commitments.
  UNKNOWN_COMMITMENT: 'Cet engagement n’existe pas au registre : choisissez-en un autre.',
  COMMITMENT_EXISTS: 'Cet engagement est déjà enregistré : prenez-en un autre.',
  NOT_A_PROMISOR:
    'Cela revient à une organisation qui a pris cet engagement ou, en son nom, à une organisation qui coordonne la mission : demandez-le à l’une d’elles.',
  ON_BOTH_SIDES: 'Une même organisation ne peut pas être des deux côtés d’un engagement : nommez-la d’un seul côté.',
  UNIT_DOES_NOT_FIT:
    'Cette unité ne va pas avec ce qui est promis : l’argent se compte dans une monnaie, et tout le reste dans une autre unité.',
  TOO_MANY_DECIMALS: 'Ce montant a plus de décimales que sa monnaie n’en compte : arrondissez-le.',
  AFTER_DUE: 'L’échéance est passée : un engagement se modifie avant elle, et ce qui manque reste visible.',
  DUE_IN_PAST: 'Cette échéance est passée : donnez la date d’aujourd’hui ou une date à venir.',
  DUE_DATE_DROPPED: 'Un engagement qui a une échéance en garde une : donnez la nouvelle.',
  TERMS_UNCHANGED: 'Ce sont les termes actuels : changez-en au moins un.',
  COMMITMENT_WITHDRAWN: 'Cet engagement a été retiré : prenez-en un nouveau.',

  // Contributions and how they are attested.
  UNKNOWN_CONTRIBUTION: 'Cette contribution n’est pas enregistrée pour cet engagement : choisissez-en une qui l’est.',
  CONTRIBUTION_EXISTS: 'Cette contribution est déjà enregistrée : enregistrez-en une autre.',
  OPENING_INCOMPLETE:
    'Il manque une indication pour ouvrir un engagement avec cette contribution : complétez-la, ou choisissez un engagement.',
  MISSION_DIFFERS: 'Cet engagement concerne une autre mission : choisissez celle-là.',
  KIND_DIFFERS: 'Cet engagement est d’une autre nature, qu’il garde : choisissez celle-là.',
  UNIT_DIFFERS: 'Cet engagement se compte dans une autre unité : donnez la quantité dans la sienne.',
  COUNTERPARTIES_DIFFER: 'Cet engagement est pris envers d’autres organisations : ne nommez que celles-là.',
  NOT_A_COUNTERPARTY:
    'Cet engagement nomme les organisations envers qui il est pris : c’est à l’une d’elles de le corroborer.',
  NOT_AN_EVALUATOR:
    'Cela revient à une organisation chargée de l’évaluation de la mission : participez à ce titre, ou corroborez ce que vous avez vu.',
  SAME_CONTROL_GROUP:
    'Votre organisation fait partie du même groupe d’appartenance : cette parole doit venir d’une organisation du dehors.',
  OWN_CONTRIBUTION: 'Votre organisation l’a apportée ou enregistrée : c’est à d’autres d’en dire quelque chose.',
  NOT_YOUR_CONTRIBUTION:
    'Une contribution est déclarée, corrigée ou retirée par qui l’a apportée : vous pouvez noter une objection.',
  ALREADY_DECLARED:
    'Votre organisation a déjà déclaré cette contribution : elle peut encore la corriger ou la retirer.',
  ALREADY_CORROBORATED:
    'Votre organisation a déjà corroboré cette contribution : elle pourra le refaire si la contribution est corrigée.',
  ALREADY_VERIFIED: 'Une évaluation accréditée, ou la vôtre, l’a déjà vérifiée : ce qu’elle a constaté demeure.',
  ALREADY_DISPUTED:
    'Votre organisation, ou son groupe, a déjà contesté cette contribution : elle peut l’être à nouveau une fois corrigée.',

  // Reviews.
  UNKNOWN_REVIEW: 'Cet avis n’est pas enregistré pour cet engagement : choisissez-en un autre.',
  REVIEW_EXISTS: 'Cet avis est déjà enregistré : modifiez-le.',
  SELF_REVIEW: 'Une organisation ne donne pas d’avis sur son propre travail : choisissez une autre organisation.',
  NOT_REVIEWABLE: 'Un avis porte sur une organisation qui a pris cet engagement : choisissez-en une autre.',
  ALREADY_REVIEWED: 'Votre organisation a déjà donné son avis sur ce travail : modifiez-le plutôt.',
  ALREADY_DECLINED: 'Votre organisation a déjà dit ne pas pouvoir en juger ; elle peut encore donner un avis.',
  NOT_YOUR_REVIEW: 'Un avis est modifié par l’organisation qui l’a donné : donnez le vôtre.',
  NOT_YOURS_TO_ANSWER:
    'La réponse vient de l’organisation dont parle l’avis ou l’objection : vous pouvez donner la vôtre.',
  NOT_YOURS_TO_MARK:
    'Un avis est noté comme appris par l’organisation qui l’a donné, ou par celle dont il parle : vous pouvez donner le vôtre.',
  ALREADY_LEARNED: 'Votre organisation a déjà noté cet avis comme appris : une fois suffit.',

  // The log itself, and what is erased from beside it.
  UNKNOWN_EVENT: 'Cet événement n’est pas au registre : prenez l’identifiant que donne son reçu.',
  NOT_YOURS_TO_ERASE:
    'Une valeur est effacée par l’organisation qui l’a enregistrée, ou par l’exploitant du registre : demandez-le à l’un d’eux.',
  NOT_PRIVATE: 'Il n’y a rien de privé ici : ce qui est public reste.',
  ALREADY_ERASED: 'Cette valeur est déjà effacée : il n’en reste rien.',
  UNKNOWN_PARAMETERS: 'Il n’y a pas de paramètres de ce nom : nommez ceux de la réputation.',
  ALREADY_ADOPTED: 'La réputation a déjà ses paramètres ; d’autres sont adoptés avec un préavis.',
  NOTICE_TOO_SHORT: 'Des paramètres sont adoptés au moins trente jours avant de servir : donnez un jour plus tardif.',
  PARAMETERS_UNCHANGED: 'Ce sont les paramètres en vigueur ; changez-en au moins un.',
  UNKNOWN_LEDGER: 'Il n’y a pas de registre de ce nom : nommez celui-ci.',
  NOT_AN_OPERATOR: 'Seul l’exploitant parle pour le registre : demandez-le-lui.',
  ATTESTED_FURTHER: 'Cette vue est déjà attestée plus loin : attestez une position plus avancée.',
  CONTRADICTS_ATTESTATION:
    'Cette vue est déjà attestée à cette position, avec une autre empreinte : relisez le registre pour savoir laquelle est vraie.',
  CONTRADICTS_PUBLICATION:
    'Le registre s’est engagé sur un autre schéma sous ce numéro : ce qui change prend le numéro suivant.',
  UNKNOWN_RECEIPT_KEY: 'Aucun serveur n’a proposé cette clé pour ses reçus : nommez-en une qui est au registre.',
  RECEIPT_KEY_REVOKED: 'Cette clé pour les reçus a été révoquée, pour de bon : donnez-en une autre au serveur.',

  // Files of evidence.
  FILE_TOO_LARGE: 'Le fichier est trop lourd.',
  QUOTA_EXCEEDED:
    'Votre organisation n’a pas assez de place ici pour ce fichier : envoyez-en un plus petit, ou demandez plus de place à qui exploite le registre.',
  TOO_MUCH_UNUSED:
    'Trop de fichiers envoyés par votre organisation n’appartiennent encore à rien : enregistrez ce qu’ils prouvent, ou attendez qu’ils soient retirés.',
  ERASED: 'Ce fichier a été effacé ici, et n’est pas repris.',
  UNSUPPORTED_MEDIA_TYPE:
    'Ce fichier est vide ou d’un type qui n’est pas accepté : envoyez un PDF, une image PNG, JPEG, WebP ou HEIC, un CSV, un texte ou un document bureautique.',

  // People and their seats.
  NO_SEAT:
    'Vous n’agissez pas, ou plus, pour cette organisation : choisissez sur votre page pour qui agir, puis renvoyez.',
  NO_ADDRESS: 'Ce n’est pas une adresse e-mail : vérifiez-la.',
  LINK_OVER: 'Ce lien a déjà servi, est trop ancien ou incomplet : demandez un autre message.',
  CODE_WRONG:
    'Ce n’est pas le code envoyé pour ce navigateur, ou il ne sert plus (15 minutes, trois essais) : vérifiez-le ou demandez un autre message.',
  LINK_INTERRUPTED: 'Rien n’a été lié : c’était commencé ailleurs ou il y a trop longtemps. Recommencez.',
  ACCOUNT_TAKEN:
    'Quelqu’un se connecte déjà avec ce compte. Si c’est vous, connectez-vous avec lui, effacez-vous là, puis liez-le.',
  TOO_MANY_ACCOUNTS: 'Cinq comptes vous connectent déjà : déliez-en un d’abord.',
  UNKNOWN_ACCOUNT: 'Ce compte ne vous connecte pas, ou plus.',
  LAST_WAY_IN: 'Vous n’auriez plus de moyen de vous connecter : ajoutez d’abord une adresse ou un autre compte.',
  KEY_REFUSED: 'Cette clé d’accès n’est pas acceptée : elle est mal saisie, révoquée ou expirée.',
  SIGN_IN_AGAIN: 'Il faut s’être connecté il y a moins de dix minutes : reconnectez-vous, puis recommencez.',
  HAS_SEATS: 'Des personnes agissent déjà pour cette organisation : demandez une place à qui l’administre.',
  LAST_ADMIN: 'Plus personne n’administrerait l’organisation : donnez d’abord ce rôle à quelqu’un d’autre.',
  ALREADY_SEATED: 'La personne qui a cette adresse agit déjà pour l’organisation.',
  UNKNOWN: 'Cette place ou cette invitation n’existe pas, ou plus.',
  TOO_MANY_ADDRESSES: 'Trois adresses vous connectent déjà : retirez-en une d’abord.',
  ADDRESS_TAKEN:
    'Cette adresse connecte déjà quelqu’un. Si c’est vous, connectez-vous avec elle, effacez-vous là-bas, puis ajoutez-la.',
  LAST_ADDRESS: 'C’est la seule adresse qui vous connecte : ajoutez-en une autre d’abord.',
  UNKNOWN_ADDRESS: 'Cette adresse ne vous connecte pas, ou plus.',
  PASSKEY_REFUSED:
    'L’empreinte ou le code du téléphone n’a pas été accepté ici : recommencez, ou prenez votre adresse e-mail.',
  PASSKEY_UNKNOWN: 'Cet appareil n’est pas connu ici, ou plus : prenez votre adresse e-mail.',
  PASSKEY_TAKEN: 'Cet appareil y est déjà : il n’y a rien à ajouter.',
  TOO_MANY_PASSKEYS: 'Dix appareils vous connectent déjà : retirez-en un d’abord.',
  UNKNOWN_PASSKEY: 'Cet appareil ne vous connecte pas, ou plus.',
  PASSKEYS_NOT_HERE:
    'L’empreinte ou le code du téléphone ne sert que là où ce serveur se trouve par son nom, en https : prenez votre adresse e-mail.',
  PASSKEY_NEEDED:
    'Qui tient ce registre se connecte avec l’empreinte ou le code d’un appareil ajouté auparavant. Si vous n’en avez plus, une autre personne qui administre l’organisation de l’exploitant vous rend l’accès, ou un lien fait sur le serveur.',
  PASSKEY_TO_ADD:
    'Qui tient ce registre se connecte avec une empreinte ou un code du téléphone : ajoutez cet appareil sur votre page, connectez-vous avec lui, puis recommencez.',
  HAS_NO_PASSKEY:
    'Qui tient ce registre se connecte avec une empreinte ou un code du téléphone : cette personne ajoute d’abord un appareil sur sa page.',
  HAS_ADMIN:
    'Quelqu’un administre cette organisation : demandez-lui de donner ce rôle à une autre personne. Quand aucune de ses boîtes aux lettres ne reçoit plus, ou que personne n’a confirmé sa place depuis un an et 30 jours, elle compte comme sans personne.',
  NEVER_SEATED: 'Personne n’a jamais eu de place dans cette organisation : qui a sa clé d’accès prend la première.',
  RECOVERY_OPEN: 'Quelqu’un doit déjà administrer cette organisation : annulez d’abord, ou attendez.',
  RECOVERY_WAITS: 'Trois jours doivent passer après le dernier message : chacun peut s’opposer.',
  RECOVERY_UNDER_WAY: 'Quelqu’un s’en occupe en ce moment : revenez dans une minute.',
  OBJECTED:
    'Quelqu’un s’y est opposé : parlez-en ensemble ; vous pouvez recommencer, et tout le monde est prévenu de nouveau.',
  NOT_PROVED: 'Personne ne s’est encore connecté avec cette adresse : il le faut d’abord.',
  INVITED_ENOUGH: 'L’organisation a envoyé trop d’invitations aujourd’hui : réessayez demain.',
  MAILED_ENOUGH: 'Cette adresse a reçu autant de messages que possible en une heure : invitez-la plus tard.',
  TAKES_NO_MAIL:
    'Le serveur de cette adresse dit que cette boîte aux lettres n’existe pas : vérifiez l’adresse, ou la personne qui la lit doit d’abord se connecter avec elle.',
  NOT_WANTED: 'La personne qui lit cette adresse a demandé à ne plus être invitée.',

  NO_OPERATOR: 'Personne n’exploite ce registre par ses pages : demandez à qui tient le serveur d’inscrire le nom.',
  NAME_NEED_NOT_WAIT: 'Ce nom n’a pas à attendre : modifiez l’organisation, et il est inscrit aussitôt.',
  ASKER_NOT_ADMIN:
    'La personne qui a demandé ce nom n’administre plus l’organisation : refusez-le, une personne qui l’administre peut le demander de nouveau.',
  PROOF_OVER:
    'Ce lien a déjà servi, ou l’invitation est terminée : connectez-vous avec l’adresse qui l’a reçu, ce qui l’attend y est montré.',
  KNOWN_ALREADY:
    'Quelqu’un se connecte déjà avec cette adresse : connectez-vous comme d’habitude, l’invitation vous y attend.',
  KEYS_ENOUGH: 'L’organisation a autant de clés qu’elle peut en avoir : révoquez-en une qui ne sert plus.',
  OPERATOR_KEY: 'Cette clé est celle de l’exploitant : qui tient le serveur en crée une autre en ligne de commande.',
  NO_ADMIN:
    'Personne n’administre encore cette organisation ici : qui a sa clé d’accès prend la première place, sinon demandez à qui tient ce registre.',
  ASKED_ENOUGH: 'Vous avez assez de demandes en attente : attendez une réponse, ou reprenez-en une.',
  REGISTRATION_CLOSED: 'Ici, les organisations ne s’inscrivent pas elles-mêmes : demandez-le à qui tient ce registre.',
  NOTHING_TO_WITHDRAW:
    'Aucune demande de vous ne peut être reprise : elle a reçu une réponse, ou elle est en cours d’inscription.',
  APPLIED_ALREADY: 'Une demande de vous attend déjà : reprenez-la, ou attendez la réponse.',

  NAMED_ONLY: 'Une mission qui garde des textes privés n’invite que nommément : invitez par e-mail.',

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
  QUERY_TOO_SLOW: 'La recherche prend trop de temps : demandez-en moins à la fois, ou réessayez dans un moment.',
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
