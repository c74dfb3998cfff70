// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type DeskPageQueryVariables = Exact<{
  organisationId: string | number;
  language: Schema.Language;
}>;

export type DeskPageQuery = {
  readonly desk: {
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly groupingProposals: {
        readonly totalCount: number;
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
      readonly missions: {
        readonly totalCount: number;
        readonly nodes: ReadonlyArray<{ readonly mission: { readonly id: string } | null }>;
      };
      readonly commitmentCounts: { readonly made: number };
    };
    readonly awaited: {
      readonly totalCount: number;
      readonly nodes: ReadonlyArray<{
        readonly kind: string;
        readonly position: string;
        readonly stream: string;
        readonly ref: string | null;
        readonly role: string | null;
        readonly askedOn: string;
        readonly dueOn: string;
        readonly standing: Schema.WindowStanding;
        readonly mission: { readonly id: string; readonly title: string } | null;
        readonly subject:
          | {
              readonly __typename: 'Commitment';
              readonly id: string;
              readonly description: string | null;
              readonly kind: Schema.CommitmentKind;
              readonly dueOn: string | null;
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
            }
          | { readonly __typename: 'Contribution'; readonly id: string }
          | { readonly __typename: 'Indicator'; readonly id: string }
          | { readonly __typename: 'Measurement'; readonly id: string }
          | { readonly __typename: 'Mission'; readonly id: string }
          | { readonly __typename: 'Objection'; readonly id: string }
          | { readonly __typename: 'Organisation'; readonly id: string }
          | { readonly __typename: 'Review'; readonly id: string }
          | { readonly __typename: 'Settlement'; readonly id: string }
          | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly settlementsToStandIn: {
      readonly totalCount: number;
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly outcome: Schema.SettlementOutcome;
        readonly dueOn: string | null;
        readonly reason: string;
        readonly proposedOn: string;
        readonly answeredUntil: string;
        readonly proposedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reviewRequests: ReadonlyArray<{
      readonly since: string;
      readonly askedAs: Schema.AskedAs;
      readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean };
      readonly commitment: {
        readonly id: string;
        readonly description: string | null;
        readonly dueOn: string | null;
        readonly mission: { readonly id: string; readonly title: string } | null;
      };
    }>;
    readonly reviewsToAnswer: {
      readonly totalCount: number;
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
    readonly commitmentsToDeliver: {
      readonly totalCount: number;
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly state: Schema.CommitmentState;
        readonly kind: Schema.CommitmentKind;
        readonly dueOn: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly mission: { readonly id: string; readonly title: string } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly contributionsToDeclare: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly termsVersion: number;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly contributionsToCorroborate: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly termsVersion: number;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly contributionsToVerify: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly termsVersion: number;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Schema.Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  } | null;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type DeskViewerQueryVariables = Exact<{ [key: string]: never }>;

export type DeskViewerQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  } | null;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type AwaitedAnswersFragment = {
  readonly nodes: ReadonlyArray<{
    readonly kind: string;
    readonly position: string;
    readonly stream: string;
    readonly ref: string | null;
    readonly role: string | null;
    readonly askedOn: string;
    readonly dueOn: string;
    readonly standing: Schema.WindowStanding;
    readonly mission: { readonly id: string; readonly title: string } | null;
    readonly subject:
      | {
          readonly __typename: 'Commitment';
          readonly id: string;
          readonly description: string | null;
          readonly kind: Schema.CommitmentKind;
          readonly dueOn: string | null;
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
        }
      | { readonly __typename: 'Contribution'; readonly id: string }
      | { readonly __typename: 'Indicator'; readonly id: string }
      | { readonly __typename: 'Measurement'; readonly id: string }
      | { readonly __typename: 'Mission'; readonly id: string }
      | { readonly __typename: 'Objection'; readonly id: string }
      | { readonly __typename: 'Organisation'; readonly id: string }
      | { readonly __typename: 'Review'; readonly id: string }
      | { readonly __typename: 'Settlement'; readonly id: string }
      | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type AwaitedPromiseFragment = {
  readonly description: string | null;
  readonly kind: Schema.CommitmentKind;
  readonly dueOn: string | null;
  readonly quantity: { readonly amount: string; readonly unit: string } | null;
  readonly delivered: { readonly amount: string; readonly unit: string } | null;
  readonly parties: ReadonlyArray<{
    readonly part: Schema.CommitmentPart;
    readonly state: Schema.PartyAnswer;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
};

export type SettlementsToStandInFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly outcome: Schema.SettlementOutcome;
    readonly dueOn: string | null;
    readonly reason: string;
    readonly proposedOn: string;
    readonly answeredUntil: string;
    readonly proposedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly commitment: {
      readonly id: string;
      readonly description: string | null;
      readonly mission: { readonly id: string; readonly title: string } | null;
    } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type CommitmentsToDeliverFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string | null;
    readonly state: Schema.CommitmentState;
    readonly kind: Schema.CommitmentKind;
    readonly dueOn: string | null;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly mission: { readonly id: string; readonly title: string } | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly delivered: { readonly amount: string; readonly unit: string } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ContributionsToAttestFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: Schema.CommitmentKind;
    readonly description: string | null;
    readonly evidence: Schema.Evidence;
    readonly disputed: boolean;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly contributor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly commitment: {
      readonly id: string;
      readonly termsVersion: number;
      readonly description: string | null;
      readonly mission: { readonly id: string; readonly title: string } | null;
    } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreGroupingsToAnswerQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreGroupingsToAnswerQuery = {
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

export type MoreAwaitedQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreAwaitedQuery = {
  readonly desk: {
    readonly awaited: {
      readonly nodes: ReadonlyArray<{
        readonly kind: string;
        readonly position: string;
        readonly stream: string;
        readonly ref: string | null;
        readonly role: string | null;
        readonly askedOn: string;
        readonly dueOn: string;
        readonly standing: Schema.WindowStanding;
        readonly mission: { readonly id: string; readonly title: string } | null;
        readonly subject:
          | {
              readonly __typename: 'Commitment';
              readonly id: string;
              readonly description: string | null;
              readonly kind: Schema.CommitmentKind;
              readonly dueOn: string | null;
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
            }
          | { readonly __typename: 'Contribution'; readonly id: string }
          | { readonly __typename: 'Indicator'; readonly id: string }
          | { readonly __typename: 'Measurement'; readonly id: string }
          | { readonly __typename: 'Mission'; readonly id: string }
          | { readonly __typename: 'Objection'; readonly id: string }
          | { readonly __typename: 'Organisation'; readonly id: string }
          | { readonly __typename: 'Review'; readonly id: string }
          | { readonly __typename: 'Settlement'; readonly id: string }
          | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreSettlementsToStandInQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreSettlementsToStandInQuery = {
  readonly desk: {
    readonly settlementsToStandIn: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly outcome: Schema.SettlementOutcome;
        readonly dueOn: string | null;
        readonly reason: string;
        readonly proposedOn: string;
        readonly answeredUntil: string;
        readonly proposedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreReviewsToAnswerQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsToAnswerQuery = {
  readonly desk: {
    readonly reviewsToAnswer: {
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
  };
};

export type MoreCommitmentsToDeliverQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsToDeliverQuery = {
  readonly desk: {
    readonly commitmentsToDeliver: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly state: Schema.CommitmentState;
        readonly kind: Schema.CommitmentKind;
        readonly dueOn: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly mission: { readonly id: string; readonly title: string } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreContributionsToDeclareQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsToDeclareQuery = {
  readonly desk: {
    readonly contributionsToDeclare: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly termsVersion: number;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreContributionsToCorroborateQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsToCorroborateQuery = {
  readonly desk: {
    readonly contributionsToCorroborate: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly termsVersion: number;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreContributionsToVerifyQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsToVerifyQuery = {
  readonly desk: {
    readonly contributionsToVerify: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly termsVersion: number;
          readonly description: string | null;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export const DeskPageDocument =
  'query DeskPage($organisationId: ID!, $language: Language!) {\n  ...Viewer\n  desk(organisationId: $organisationId) {\n    organisation {\n      id\n      name\n      identityConfirmed\n      ...FirstSteps\n      groupingProposals(first: 20, toAnswer: true) {\n        totalCount\n        ...GroupingsShown\n      }\n    }\n    awaited(first: 20) {\n      totalCount\n      ...AwaitedAnswers\n    }\n    settlementsToStandIn(first: 20) {\n      totalCount\n      ...SettlementsToStandIn\n    }\n    reviewRequests {\n      since\n      askedAs\n      reviewed {\n        id\n        name\n        identityConfirmed\n      }\n      commitment {\n        id\n        description\n        dueOn\n        mission {\n          id\n          title\n        }\n      }\n    }\n    reviewsToAnswer(first: 10) {\n      totalCount\n      ...ReviewsShown\n    }\n    commitmentsToDeliver(first: 20) {\n      totalCount\n      ...CommitmentsToDeliver\n    }\n    contributionsToDeclare(first: 20) {\n      ...ContributionsToAttest\n    }\n    contributionsToCorroborate(first: 20) {\n      ...ContributionsToAttest\n    }\n    contributionsToVerify(first: 20) {\n      ...ContributionsToAttest\n    }\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n}\nfragment AwaitedAnswers on AwaitedConnection {\n  nodes {\n    kind\n    position\n    stream\n    ref\n    role\n    askedOn\n    dueOn\n    standing\n    mission {\n      id\n      title\n    }\n    subject {\n      __typename\n      id\n      ... on Commitment {\n        ...AwaitedPromise\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment AwaitedPromise on Commitment {\n  description\n  ...TermsLine\n  ...PromisedBy\n}\nfragment CommitmentsToDeliver on CommitmentConnection {\n  nodes {\n    id\n    may {\n      ...May\n    }\n    description\n    state\n    ...TermsLine\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n      identityConfirmed\n    }\n    recordedBy {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      id\n      termsVersion\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment FirstSteps on Organisation {\n  missions(first: 1) {\n    totalCount\n    nodes {\n      mission {\n        id\n      }\n    }\n  }\n  commitmentCounts {\n    made\n  }\n}\nfragment GroupingsShown on GroupingProposalConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    kind\n    standing\n    reason {\n      ...Words\n    }\n    register\n    askedOn\n    dueOn\n    answeredOn\n    answerReason {\n      ...Words\n    }\n    saidBy {\n      id\n      name\n      identityConfirmed\n    }\n    parent {\n      id\n      name\n      identityConfirmed\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n      may {\n        command\n        about\n        allowed\n      }\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment SettlementsToStandIn on SettlementConnection {\n  nodes {\n    id\n    outcome\n    dueOn\n    reason\n    proposedOn\n    answeredUntil\n    proposedBy {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      id\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment TermsLine on Commitment {\n  kind\n  dueOn\n  quantity {\n    amount\n    unit\n  }\n  delivered {\n    amount\n    unit\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    DeskPageQuery,
    DeskPageQueryVariables
  >;

export const DeskViewerDocument =
  'query DeskViewer {\n  ...Viewer\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    DeskViewerQuery,
    DeskViewerQueryVariables
  >;

export const MoreGroupingsToAnswerDocument =
  'query MoreGroupingsToAnswer($organisationId: ID!, $after: String) {\n  organisation(id: $organisationId) {\n    groupingProposals(first: 20, after: $after, toAnswer: true) {\n      ...GroupingsShown\n    }\n  }\n}\nfragment GroupingsShown on GroupingProposalConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    kind\n    standing\n    reason {\n      ...Words\n    }\n    register\n    askedOn\n    dueOn\n    answeredOn\n    answerReason {\n      ...Words\n    }\n    saidBy {\n      id\n      name\n      identityConfirmed\n    }\n    parent {\n      id\n      name\n      identityConfirmed\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n      may {\n        command\n        about\n        allowed\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreGroupingsToAnswerQuery,
    MoreGroupingsToAnswerQueryVariables
  >;

export const MoreAwaitedDocument =
  'query MoreAwaited($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    awaited(first: 20, after: $after) {\n      ...AwaitedAnswers\n    }\n  }\n}\nfragment AwaitedAnswers on AwaitedConnection {\n  nodes {\n    kind\n    position\n    stream\n    ref\n    role\n    askedOn\n    dueOn\n    standing\n    mission {\n      id\n      title\n    }\n    subject {\n      __typename\n      id\n      ... on Commitment {\n        ...AwaitedPromise\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment AwaitedPromise on Commitment {\n  description\n  ...TermsLine\n  ...PromisedBy\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment TermsLine on Commitment {\n  kind\n  dueOn\n  quantity {\n    amount\n    unit\n  }\n  delivered {\n    amount\n    unit\n  }\n}' as TypedDocument<
    MoreAwaitedQuery,
    MoreAwaitedQueryVariables
  >;

export const MoreSettlementsToStandInDocument =
  'query MoreSettlementsToStandIn($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    settlementsToStandIn(first: 20, after: $after) {\n      ...SettlementsToStandIn\n    }\n  }\n}\nfragment SettlementsToStandIn on SettlementConnection {\n  nodes {\n    id\n    outcome\n    dueOn\n    reason\n    proposedOn\n    answeredUntil\n    proposedBy {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      id\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreSettlementsToStandInQuery,
    MoreSettlementsToStandInQueryVariables
  >;

export const MoreReviewsToAnswerDocument =
  'query MoreReviewsToAnswer($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    reviewsToAnswer(first: 10, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreReviewsToAnswerQuery,
    MoreReviewsToAnswerQueryVariables
  >;

export const MoreCommitmentsToDeliverDocument =
  'query MoreCommitmentsToDeliver($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    commitmentsToDeliver(first: 20, after: $after) {\n      ...CommitmentsToDeliver\n    }\n  }\n}\nfragment CommitmentsToDeliver on CommitmentConnection {\n  nodes {\n    id\n    may {\n      ...May\n    }\n    description\n    state\n    ...TermsLine\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment TermsLine on Commitment {\n  kind\n  dueOn\n  quantity {\n    amount\n    unit\n  }\n  delivered {\n    amount\n    unit\n  }\n}' as TypedDocument<
    MoreCommitmentsToDeliverQuery,
    MoreCommitmentsToDeliverQueryVariables
  >;

export const MoreContributionsToDeclareDocument =
  'query MoreContributionsToDeclare($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    contributionsToDeclare(first: 20, after: $after) {\n      ...ContributionsToAttest\n    }\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n      identityConfirmed\n    }\n    recordedBy {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      id\n      termsVersion\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreContributionsToDeclareQuery,
    MoreContributionsToDeclareQueryVariables
  >;

export const MoreContributionsToCorroborateDocument =
  'query MoreContributionsToCorroborate($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    contributionsToCorroborate(first: 20, after: $after) {\n      ...ContributionsToAttest\n    }\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n      identityConfirmed\n    }\n    recordedBy {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      id\n      termsVersion\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreContributionsToCorroborateQuery,
    MoreContributionsToCorroborateQueryVariables
  >;

export const MoreContributionsToVerifyDocument =
  'query MoreContributionsToVerify($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    contributionsToVerify(first: 20, after: $after) {\n      ...ContributionsToAttest\n    }\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n      identityConfirmed\n    }\n    recordedBy {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      id\n      termsVersion\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreContributionsToVerifyQuery,
    MoreContributionsToVerifyQueryVariables
  >;
