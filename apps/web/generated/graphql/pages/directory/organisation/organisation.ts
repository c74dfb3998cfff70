// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type OrganisationPageQueryVariables = Exact<{
  id: string | number;
  on?: string | null | undefined;
  language: Schema.Language;
}>;

export type OrganisationPageQuery = {
  readonly viewer: {
    readonly operates: boolean;
    readonly mustSignInAgain: boolean;
    readonly mustUsePasskey: boolean;
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly groupingProposals: { readonly totalCount: number };
    } | null;
    readonly person: { readonly id: string; readonly name: string } | null;
  } | null;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly sector: Schema.Sector;
    readonly jurisdiction: string | null;
    readonly website: string | null;
    readonly registeredAt: string;
    readonly accessRecoveredOn: string | null;
    readonly identityConfirmed: boolean;
    readonly dissolvedOn: string | null;
    readonly identifiers: ReadonlyArray<{
      readonly scheme: string;
      readonly value: string;
      readonly confirmed: boolean;
      readonly confirmedOn: string | null;
      readonly confirmedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string | null;
        readonly name: string | null;
        readonly mediaType: string | null;
        readonly size: number | null;
        readonly title: string | null;
        readonly url: string | null;
        readonly private: boolean;
        readonly state: Schema.EvidenceFileState;
      }>;
      readonly alsoClaimedBy: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
      }>;
    }>;
    readonly alsoNamed: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly duplicateOf: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly duplicateReason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly dissolutionReason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly successor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly controlGroup: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly subsidiaries: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly groupMemberships: {
      readonly nodes: ReadonlyArray<{
        readonly basis: Schema.GroupMembershipBasis;
        readonly since: string;
        readonly until: string | null;
        readonly group: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly groupingProposals: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly kind: Schema.GroupingProposalKind;
        readonly standing: Schema.GroupingStanding;
        readonly register: string | null;
        readonly askedOn: string;
        readonly dueOn: string;
        readonly answeredOn: string | null;
        readonly reason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly answerReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly saidBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly parent: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
          readonly may: ReadonlyArray<{
            readonly command: Schema.CommandName;
            readonly about: string | null;
            readonly allowed: boolean;
          }>;
        } | null;
      }>;
    };
    readonly accreditations: {
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly scope: string;
        readonly from: string;
        readonly until: string;
        readonly standing: Schema.AccreditationStanding;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly may: ReadonlyArray<{ readonly command: Schema.CommandName; readonly allowed: boolean }>;
    readonly missions: {
      readonly nodes: ReadonlyArray<{
        readonly roles: ReadonlyArray<Schema.Role>;
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reputations: {
      readonly nodes: ReadonlyArray<{
        readonly on: string;
        readonly computedAt: string;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
        readonly parameters: {
          readonly version: number;
          readonly priorMean: number;
          readonly halfLifeDays: number;
          readonly calibrationMean: number;
          readonly saturation: number;
          readonly factWeight: number;
          readonly lowerDeviations: number;
          readonly leastGroups: number;
          readonly evidence: {
            readonly none: number;
            readonly declared: number;
            readonly corroborated: number;
            readonly verified: number;
          };
        };
        readonly estimates: ReadonlyArray<{
          readonly dimension: Schema.Dimension;
          readonly publication: Schema.ReputationPublication;
          readonly estimate: number | null;
          readonly uncertainty: number | null;
          readonly lower: number | null;
          readonly mass: number;
          readonly groups: number;
          readonly disagreement: { readonly lowest: number; readonly highest: number; readonly apart: number } | null;
          readonly shortfall: { readonly groups: number; readonly mass: number } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly commitmentCounts: {
      readonly made: number;
      readonly kept: number;
      readonly due: number;
      readonly overdue: number;
      readonly closed: number;
      readonly released: number;
      readonly withdrawn: number;
      readonly changed: number;
    };
    readonly commitments: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly state: Schema.CommitmentState;
        readonly kind: Schema.CommitmentKind;
        readonly dueOn: string | null;
        readonly mission: { readonly id: string; readonly title: string } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
        readonly parties: ReadonlyArray<{
          readonly part: Schema.CommitmentPart;
          readonly state: Schema.PartyAnswer;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reviewsReceived: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly silencedOn: string | null;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly whatWorked: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly whatToTry: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly answer: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: { readonly id: string; readonly description: string | null } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reviewsGiven: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly silencedOn: string | null;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly whatWorked: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly whatToTry: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly answer: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: { readonly id: string; readonly description: string | null } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Schema.Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type MembershipsInGroupsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly basis: Schema.GroupMembershipBasis;
    readonly since: string;
    readonly until: string | null;
    readonly group: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type AccreditationsOfOrganisationFragment = {
  readonly nodes: ReadonlyArray<{
    readonly position: string;
    readonly scope: string;
    readonly from: string;
    readonly until: string;
    readonly standing: Schema.AccreditationStanding;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MissionsOfOrganisationFragment = {
  readonly nodes: ReadonlyArray<{
    readonly roles: ReadonlyArray<Schema.Role>;
    readonly joinedAt: string;
    readonly leftAt: string | null;
    readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ProfileFragment = {
  readonly on: string;
  readonly computedAt: string;
  readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
  readonly parameters: {
    readonly version: number;
    readonly priorMean: number;
    readonly halfLifeDays: number;
    readonly calibrationMean: number;
    readonly saturation: number;
    readonly factWeight: number;
    readonly lowerDeviations: number;
    readonly leastGroups: number;
    readonly evidence: {
      readonly none: number;
      readonly declared: number;
      readonly corroborated: number;
      readonly verified: number;
    };
  };
  readonly estimates: ReadonlyArray<{
    readonly dimension: Schema.Dimension;
    readonly publication: Schema.ReputationPublication;
    readonly estimate: number | null;
    readonly uncertainty: number | null;
    readonly lower: number | null;
    readonly mass: number;
    readonly groups: number;
    readonly disagreement: { readonly lowest: number; readonly highest: number; readonly apart: number } | null;
    readonly shortfall: { readonly groups: number; readonly mass: number } | null;
  }>;
};

export type ParametersFragment = {
  readonly version: number;
  readonly priorMean: number;
  readonly halfLifeDays: number;
  readonly calibrationMean: number;
  readonly saturation: number;
  readonly factWeight: number;
  readonly lowerDeviations: number;
  readonly leastGroups: number;
  readonly evidence: {
    readonly none: number;
    readonly declared: number;
    readonly corroborated: number;
    readonly verified: number;
  };
};

export type CommitmentsOfOrganisationFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string | null;
    readonly state: Schema.CommitmentState;
    readonly kind: Schema.CommitmentKind;
    readonly dueOn: string | null;
    readonly mission: { readonly id: string; readonly title: string } | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly delivered: { readonly amount: string; readonly unit: string } | null;
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreMembershipsInGroupsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreMembershipsInGroupsQuery = {
  readonly organisation: {
    readonly groupMemberships: {
      readonly nodes: ReadonlyArray<{
        readonly basis: Schema.GroupMembershipBasis;
        readonly since: string;
        readonly until: string | null;
        readonly group: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreGroupingsOfOrganisationQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreGroupingsOfOrganisationQuery = {
  readonly organisation: {
    readonly groupingProposals: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly kind: Schema.GroupingProposalKind;
        readonly standing: Schema.GroupingStanding;
        readonly register: string | null;
        readonly askedOn: string;
        readonly dueOn: string;
        readonly answeredOn: string | null;
        readonly reason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly answerReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly saidBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly parent: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
          readonly may: ReadonlyArray<{
            readonly command: Schema.CommandName;
            readonly about: string | null;
            readonly allowed: boolean;
          }>;
        } | null;
      }>;
    };
  } | null;
};

export type MoreAccreditationsOfOrganisationQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreAccreditationsOfOrganisationQuery = {
  readonly organisation: {
    readonly accreditations: {
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly scope: string;
        readonly from: string;
        readonly until: string;
        readonly standing: Schema.AccreditationStanding;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreMissionsOfOrganisationQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreMissionsOfOrganisationQuery = {
  readonly organisation: {
    readonly missions: {
      readonly nodes: ReadonlyArray<{
        readonly roles: ReadonlyArray<Schema.Role>;
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreReputationsQueryVariables = Exact<{
  id: string | number;
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type MoreReputationsQuery = {
  readonly organisation: {
    readonly reputations: {
      readonly nodes: ReadonlyArray<{
        readonly on: string;
        readonly computedAt: string;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
        readonly parameters: {
          readonly version: number;
          readonly priorMean: number;
          readonly halfLifeDays: number;
          readonly calibrationMean: number;
          readonly saturation: number;
          readonly factWeight: number;
          readonly lowerDeviations: number;
          readonly leastGroups: number;
          readonly evidence: {
            readonly none: number;
            readonly declared: number;
            readonly corroborated: number;
            readonly verified: number;
          };
        };
        readonly estimates: ReadonlyArray<{
          readonly dimension: Schema.Dimension;
          readonly publication: Schema.ReputationPublication;
          readonly estimate: number | null;
          readonly uncertainty: number | null;
          readonly lower: number | null;
          readonly mass: number;
          readonly groups: number;
          readonly disagreement: { readonly lowest: number; readonly highest: number; readonly apart: number } | null;
          readonly shortfall: { readonly groups: number; readonly mass: number } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreCommitmentsOfOrganisationQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsOfOrganisationQuery = {
  readonly organisation: {
    readonly commitments: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly state: Schema.CommitmentState;
        readonly kind: Schema.CommitmentKind;
        readonly dueOn: string | null;
        readonly mission: { readonly id: string; readonly title: string } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
        readonly parties: ReadonlyArray<{
          readonly part: Schema.CommitmentPart;
          readonly state: Schema.PartyAnswer;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreReviewsReceivedQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsReceivedQuery = {
  readonly organisation: {
    readonly reviewsReceived: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly silencedOn: string | null;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly whatWorked: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly whatToTry: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly answer: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: { readonly id: string; readonly description: string | null } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreReviewsGivenQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsGivenQuery = {
  readonly organisation: {
    readonly reviewsGiven: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly silencedOn: string | null;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly whatWorked: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly whatToTry: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly answer: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: { readonly id: string; readonly description: string | null } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type ReputationReasonsQueryVariables = Exact<{
  id: string | number;
  missionId: string | number;
  dimension: Schema.Dimension;
  position: string;
  on: string;
}>;

export type ReputationReasonsQuery = {
  readonly organisation: {
    readonly reputation: {
      readonly estimates: ReadonlyArray<{
        readonly reviews: ReadonlyArray<{
          readonly score: number;
          readonly anchor: number;
          readonly calibration: number;
          readonly reciprocity: number;
          readonly evidence: Schema.Evidence;
          readonly evidenceWeight: number;
          readonly decay: number;
          readonly tied: boolean;
          readonly weight: number;
          readonly share: number;
          readonly review: {
            readonly id: string;
            readonly submittedAt: string;
            readonly reviewer: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
            readonly commitment: { readonly id: string; readonly description: string | null } | null;
          } | null;
        }>;
        readonly commitments: ReadonlyArray<{
          readonly decay: number;
          readonly awaitingRuling: number;
          readonly silent: number;
          readonly missing: number;
          readonly speaksFor: number;
          readonly speaksAgainst: number;
          readonly share: number;
          readonly delivered: ReadonlyArray<{ readonly evidence: Schema.Evidence; readonly share: number }>;
          readonly commitment: {
            readonly id: string;
            readonly description: string | null;
            readonly dueOn: string | null;
          } | null;
        }>;
      }>;
    };
  } | null;
};

export const OrganisationPageDocument =
  'query OrganisationPage($id: ID!, $on: Date, $language: Language!) {\n  ...Viewer\n  viewer {\n    operates\n    mustSignInAgain\n    mustUsePasskey\n    organisation {\n      groupingProposals(first: 1, organisationId: $id, kind: PROPOSED, open: true) {\n        totalCount\n      }\n    }\n  }\n  organisation(id: $id) {\n    id\n    name\n    sector\n    jurisdiction\n    website\n    registeredAt\n    accessRecoveredOn\n    identityConfirmed\n    identifiers {\n      scheme\n      value\n      confirmed\n      confirmedOn\n      confirmedBy {\n        id\n        name\n        identityConfirmed\n      }\n      evidence {\n        url\n        title\n      }\n      evidenceFiles {\n        ...FileLine\n      }\n      alsoClaimedBy {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    alsoNamed {\n      id\n      name\n      identityConfirmed\n    }\n    duplicateOf {\n      id\n      name\n      identityConfirmed\n    }\n    duplicateReason {\n      ...Words\n    }\n    dissolvedOn\n    dissolutionReason {\n      ...Words\n    }\n    successor {\n      id\n      name\n      identityConfirmed\n    }\n    controlGroup {\n      id\n      name\n      identityConfirmed\n    }\n    subsidiaries {\n      id\n      name\n      identityConfirmed\n    }\n    groupMemberships(first: 20) {\n      ...MembershipsInGroups\n    }\n    groupingProposals(first: 10) {\n      ...GroupingsShown\n    }\n    accreditations(first: 5) {\n      ...AccreditationsOfOrganisation\n    }\n    may {\n      command\n      allowed\n    }\n    missions(first: 50, includeFormer: true) {\n      ...MissionsOfOrganisation\n    }\n    reputations(first: 20, asOf: {on: $on}) {\n      nodes {\n        ...Profile\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    commitmentCounts {\n      made\n      kept\n      due\n      overdue\n      closed\n      released\n      withdrawn\n      changed\n    }\n    commitments(first: 10) {\n      ...CommitmentsOfOrganisation\n    }\n    reviewsReceived(first: 5) {\n      ...ReviewsShown\n    }\n    reviewsGiven(first: 5) {\n      ...ReviewsShown\n    }\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n}\nfragment AccreditationsOfOrganisation on AccreditationConnection {\n  nodes {\n    position\n    scope\n    from\n    until\n    standing\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment CommitmentsOfOrganisation on CommitmentConnection {\n  nodes {\n    id\n    description\n    state\n    ...TermsLine\n    ...PromisedBy\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment GroupingsShown on GroupingProposalConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    kind\n    standing\n    reason {\n      ...Words\n    }\n    register\n    askedOn\n    dueOn\n    answeredOn\n    answerReason {\n      ...Words\n    }\n    saidBy {\n      id\n      name\n      identityConfirmed\n    }\n    parent {\n      id\n      name\n      identityConfirmed\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n      may {\n        command\n        about\n        allowed\n      }\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment MembershipsInGroups on GroupMembershipConnection {\n  nodes {\n    basis\n    since\n    until\n    group {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment MissionsOfOrganisation on MembershipConnection {\n  nodes {\n    roles\n    joinedAt\n    leftAt\n    mission {\n      id\n      title\n      hashtag\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Parameters on ReputationParameters {\n  version\n  priorMean\n  halfLifeDays\n  calibrationMean\n  saturation\n  factWeight\n  evidence {\n    none\n    declared\n    corroborated\n    verified\n  }\n  lowerDeviations\n  leastGroups\n}\nfragment Profile on Reputation {\n  on\n  computedAt\n  mission {\n    id\n    title\n    hashtag\n  }\n  parameters {\n    ...Parameters\n  }\n  estimates {\n    dimension\n    publication\n    estimate\n    uncertainty\n    lower\n    mass\n    groups\n    disagreement {\n      lowest\n      highest\n      apart\n    }\n    shortfall {\n      groups\n      mass\n    }\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment TermsLine on Commitment {\n  kind\n  dueOn\n  quantity {\n    amount\n    unit\n  }\n  delivered {\n    amount\n    unit\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    OrganisationPageQuery,
    OrganisationPageQueryVariables
  >;

export const MoreMembershipsInGroupsDocument =
  'query MoreMembershipsInGroups($id: ID!, $after: String) {\n  organisation(id: $id) {\n    groupMemberships(first: 20, after: $after) {\n      ...MembershipsInGroups\n    }\n  }\n}\nfragment MembershipsInGroups on GroupMembershipConnection {\n  nodes {\n    basis\n    since\n    until\n    group {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreMembershipsInGroupsQuery,
    MoreMembershipsInGroupsQueryVariables
  >;

export const MoreGroupingsOfOrganisationDocument =
  'query MoreGroupingsOfOrganisation($id: ID!, $after: String) {\n  organisation(id: $id) {\n    groupingProposals(first: 20, after: $after) {\n      ...GroupingsShown\n    }\n  }\n}\nfragment GroupingsShown on GroupingProposalConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    kind\n    standing\n    reason {\n      ...Words\n    }\n    register\n    askedOn\n    dueOn\n    answeredOn\n    answerReason {\n      ...Words\n    }\n    saidBy {\n      id\n      name\n      identityConfirmed\n    }\n    parent {\n      id\n      name\n      identityConfirmed\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n      may {\n        command\n        about\n        allowed\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreGroupingsOfOrganisationQuery,
    MoreGroupingsOfOrganisationQueryVariables
  >;

export const MoreAccreditationsOfOrganisationDocument =
  'query MoreAccreditationsOfOrganisation($id: ID!, $after: String) {\n  organisation(id: $id) {\n    accreditations(first: 20, after: $after) {\n      ...AccreditationsOfOrganisation\n    }\n  }\n}\nfragment AccreditationsOfOrganisation on AccreditationConnection {\n  nodes {\n    position\n    scope\n    from\n    until\n    standing\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreAccreditationsOfOrganisationQuery,
    MoreAccreditationsOfOrganisationQueryVariables
  >;

export const MoreMissionsOfOrganisationDocument =
  'query MoreMissionsOfOrganisation($id: ID!, $after: String) {\n  organisation(id: $id) {\n    missions(first: 50, after: $after, includeFormer: true) {\n      ...MissionsOfOrganisation\n    }\n  }\n}\nfragment MissionsOfOrganisation on MembershipConnection {\n  nodes {\n    roles\n    joinedAt\n    leftAt\n    mission {\n      id\n      title\n      hashtag\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreMissionsOfOrganisationQuery,
    MoreMissionsOfOrganisationQueryVariables
  >;

export const MoreReputationsDocument =
  'query MoreReputations($id: ID!, $on: Date, $after: String) {\n  organisation(id: $id) {\n    reputations(first: 20, after: $after, asOf: {on: $on}) {\n      nodes {\n        ...Profile\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\nfragment Parameters on ReputationParameters {\n  version\n  priorMean\n  halfLifeDays\n  calibrationMean\n  saturation\n  factWeight\n  evidence {\n    none\n    declared\n    corroborated\n    verified\n  }\n  lowerDeviations\n  leastGroups\n}\nfragment Profile on Reputation {\n  on\n  computedAt\n  mission {\n    id\n    title\n    hashtag\n  }\n  parameters {\n    ...Parameters\n  }\n  estimates {\n    dimension\n    publication\n    estimate\n    uncertainty\n    lower\n    mass\n    groups\n    disagreement {\n      lowest\n      highest\n      apart\n    }\n    shortfall {\n      groups\n      mass\n    }\n  }\n}' as TypedDocument<
    MoreReputationsQuery,
    MoreReputationsQueryVariables
  >;

export const MoreCommitmentsOfOrganisationDocument =
  'query MoreCommitmentsOfOrganisation($id: ID!, $after: String) {\n  organisation(id: $id) {\n    commitments(first: 20, after: $after) {\n      ...CommitmentsOfOrganisation\n    }\n  }\n}\nfragment CommitmentsOfOrganisation on CommitmentConnection {\n  nodes {\n    id\n    description\n    state\n    ...TermsLine\n    ...PromisedBy\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment TermsLine on Commitment {\n  kind\n  dueOn\n  quantity {\n    amount\n    unit\n  }\n  delivered {\n    amount\n    unit\n  }\n}' as TypedDocument<
    MoreCommitmentsOfOrganisationQuery,
    MoreCommitmentsOfOrganisationQueryVariables
  >;

export const MoreReviewsReceivedDocument =
  'query MoreReviewsReceived($id: ID!, $after: String) {\n  organisation(id: $id) {\n    reviewsReceived(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreReviewsReceivedQuery,
    MoreReviewsReceivedQueryVariables
  >;

export const MoreReviewsGivenDocument =
  'query MoreReviewsGiven($id: ID!, $after: String) {\n  organisation(id: $id) {\n    reviewsGiven(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreReviewsGivenQuery,
    MoreReviewsGivenQueryVariables
  >;

export const ReputationReasonsDocument =
  'query ReputationReasons($id: ID!, $missionId: ID!, $dimension: Dimension!, $position: Position!, $on: Date!) {\n  organisation(id: $id) {\n    reputation(missionId: $missionId, asOf: {position: $position, on: $on}) {\n      estimates(dimensions: [$dimension]) {\n        reviews {\n          score\n          anchor\n          calibration\n          reciprocity\n          evidence\n          evidenceWeight\n          decay\n          tied\n          weight\n          share\n          review {\n            id\n            submittedAt\n            reviewer {\n              id\n              name\n              identityConfirmed\n            }\n            commitment {\n              id\n              description\n            }\n          }\n        }\n        commitments {\n          decay\n          awaitingRuling\n          silent\n          missing\n          speaksFor\n          speaksAgainst\n          share\n          delivered {\n            evidence\n            share\n          }\n          commitment {\n            id\n            description\n            dueOn\n          }\n        }\n      }\n    }\n  }\n}' as TypedDocument<
    ReputationReasonsQuery,
    ReputationReasonsQueryVariables
  >;
