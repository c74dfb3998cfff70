// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type MissionPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
  today: string;
}>;

export type MissionPageQuery = {
  readonly mission: {
    readonly id: string;
    readonly title: string;
    readonly challenge: string;
    readonly hashtag: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly sdgs: ReadonlyArray<string>;
    readonly openInvitation: boolean;
    readonly privateFields: ReadonlyArray<Schema.PrivateFields>;
    readonly declaredAt: string;
    readonly closedOn: string | null;
    readonly closedAs: Schema.MissionClosing | null;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly declaredBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly places: ReadonlyArray<{
      readonly name: string;
      readonly country: string | null;
      readonly code: string | null;
    }>;
    readonly invitations: ReadonlyArray<{
      readonly role: Schema.Role;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
    readonly receivers: ReadonlyArray<{
      readonly until: string;
      readonly organisation: { readonly id: string } | null;
    }>;
    readonly privacyProposals: ReadonlyArray<{
      readonly privateFields: ReadonlyArray<Schema.PrivateFields>;
      readonly reason: string;
      readonly acceptableUntil: string;
      readonly proposedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly acceptedBy: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
      }>;
    }>;
    readonly handovers: ReadonlyArray<{
      readonly acceptableUntil: string;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly successor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
    readonly listings: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly role: Schema.Role;
        readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean };
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    };
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly roles: ReadonlyArray<Schema.Role>;
        readonly qualification: string | null;
        readonly suspendedFrom: string | null;
        readonly suspendedUntil: string | null;
        readonly suspensionLiftedOn: string | null;
        readonly suspensionReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
          readonly sector: Schema.Sector;
          readonly accreditations: {
            readonly nodes: ReadonlyArray<{ readonly scope: string; readonly until: string }>;
          };
        } | null;
      }>;
    };
    readonly former: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly removalReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    };
    readonly membersBySector: ReadonlyArray<{ readonly sector: Schema.Sector; readonly organisations: number }>;
    readonly learntByClosing: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly pauses: ReadonlyArray<{
      readonly pausedOn: string;
      readonly reassessBy: string;
      readonly endedOn: string | null;
      readonly outcome: Schema.MissionResumption | null;
      readonly reason: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      };
      readonly learned: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      } | null;
    }>;
    readonly targetsDue: { readonly due: number; readonly saidInTime: number };
    readonly indicators: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly description: string | null;
        readonly unit: string;
        readonly mode: Schema.IndicatorMode;
        readonly direction: Schema.Direction | null;
        readonly retiredOn: string | null;
        readonly source: string | null;
        readonly proxyFor: string | null;
        readonly sdgs: ReadonlyArray<string>;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly agreement: { readonly agreed: number; readonly members: number };
        readonly baseline: { readonly value: string; readonly on: string | null } | null;
        readonly target: {
          readonly value: string;
          readonly upper: string | null;
          readonly dueOn: string | null;
          readonly state: Schema.TargetState;
        } | null;
        readonly targets: ReadonlyArray<{
          readonly targetId: string;
          readonly value: string;
          readonly upper: string | null;
          readonly dueOn: string | null;
          readonly categoryNames: ReadonlyArray<string>;
          readonly progress: {
            readonly state: Schema.IndicatorProgressState;
            readonly share: string | null;
            readonly margin: string | null;
          };
        }>;
        readonly targetHistory: ReadonlyArray<{
          readonly targetId: string;
          readonly value: string;
          readonly dueOn: string | null;
          readonly state: Schema.TargetState;
          readonly reason: string | null;
          readonly setAt: string;
        }>;
        readonly progress: {
          readonly state: Schema.IndicatorProgressState;
          readonly share: string | null;
          readonly margin: string | null;
          readonly value: string | null;
          readonly figureState: Schema.FigureState;
          readonly others: ReadonlyArray<{
            readonly value: string;
            readonly recordedBy: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
          readonly contested: ReadonlyArray<{
            readonly value: string;
            readonly recordedBy: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
          readonly period: { readonly to: string } | null;
          readonly measurement: {
            readonly note: string | null;
            readonly period: { readonly from: string; readonly to: string };
            readonly recordedBy: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
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
          } | null;
        };
        readonly corrected: { readonly totalCount: number };
        readonly measurements: {
          readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly value: string;
            readonly group: string | null;
            readonly categoryNames: ReadonlyArray<string>;
            readonly capacity: Schema.MeasurementCapacity;
            readonly period: { readonly from: string; readonly to: string };
            readonly place: { readonly name: string } | null;
          }>;
        };
      }>;
    };
    readonly progress: {
      readonly on: string;
      readonly computedAt: string;
      readonly commitments: ReadonlyArray<{
        readonly kind: Schema.CommitmentKind;
        readonly state: Schema.CommitmentState;
        readonly count: number;
      }>;
      readonly promised: ReadonlyArray<{
        readonly kind: Schema.CommitmentKind;
        readonly unit: string;
        readonly amount: string;
        readonly count: number;
        readonly delivered: ReadonlyArray<{ readonly evidence: Schema.Evidence; readonly amount: string }>;
      }>;
      readonly contributions: ReadonlyArray<{
        readonly kind: Schema.CommitmentKind;
        readonly evidence: Schema.Evidence;
        readonly unit: string | null;
        readonly amount: string | null;
        readonly count: number;
        readonly disputed: number;
      }>;
    };
    readonly commitments: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly dueOn: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly standing: {
          readonly state: Schema.CommitmentState;
          readonly delivered: { readonly amount: string; readonly unit: string } | null;
        };
        readonly contributionCounts: ReadonlyArray<{
          readonly evidence: Schema.Evidence;
          readonly count: number;
          readonly disputed: number;
        }>;
        readonly reviews: { readonly totalCount: number };
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
    };
    readonly termChanges: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly reason: string | null;
        readonly recordedAt: string;
        readonly commitment: {
          readonly id: string;
          readonly description: string | null;
          readonly parties: ReadonlyArray<{
            readonly part: Schema.CommitmentPart;
            readonly state: Schema.PartyAnswer;
            readonly organisation: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
        } | null;
      }>;
    };
    readonly withdrawn: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly withdrawnAt: string | null;
        readonly withdrawalReason: string | null;
        readonly id: string;
        readonly description: string | null;
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
    };
    readonly overdue: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly dueOn: string | null;
        readonly id: string;
        readonly description: string | null;
        readonly standing: { readonly state: Schema.CommitmentState };
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
    };
    readonly learned: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatToTry: { readonly text: string | null };
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string | null;
          readonly parties: ReadonlyArray<{
            readonly part: Schema.CommitmentPart;
            readonly state: Schema.PartyAnswer;
            readonly organisation: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
        } | null;
      }>;
    };
    readonly timeline: {
      readonly computedAt: string;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly type: string;
        readonly stream: string;
        readonly recordedAt: string;
        readonly data: unknown;
        readonly words: ReadonlyArray<{
          readonly path: string;
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
        }>;
        readonly actor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly organisations: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        }>;
        readonly subject:
          | { readonly __typename: 'Commitment'; readonly description: string | null; readonly id: string }
          | { readonly __typename: 'Contribution'; readonly id: string }
          | {
              readonly __typename: 'Indicator';
              readonly name: string;
              readonly unit: string;
              readonly id: string;
              readonly dimensions: ReadonlyArray<{
                readonly key: string;
                readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
              }>;
            }
          | { readonly __typename: 'Measurement'; readonly id: string }
          | { readonly __typename: 'Mission'; readonly id: string }
          | { readonly __typename: 'Objection'; readonly id: string }
          | { readonly __typename: 'Organisation'; readonly id: string }
          | { readonly __typename: 'Review'; readonly id: string }
          | { readonly __typename: 'Settlement'; readonly id: string }
          | null;
      }>;
    };
  } | null;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly missions: {
        readonly nodes: ReadonlyArray<{
          readonly roles: ReadonlyArray<Schema.Role>;
          readonly suspendedFrom: string | null;
          readonly suspendedUntil: string | null;
          readonly suspensionLiftedOn: string | null;
        }>;
      };
    } | null;
  } | null;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type MissionMembersFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly joinedAt: string;
    readonly roles: ReadonlyArray<Schema.Role>;
    readonly qualification: string | null;
    readonly suspendedFrom: string | null;
    readonly suspendedUntil: string | null;
    readonly suspensionLiftedOn: string | null;
    readonly suspensionReason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly sector: Schema.Sector;
      readonly accreditations: { readonly nodes: ReadonlyArray<{ readonly scope: string; readonly until: string }> };
    } | null;
  }>;
};

export type FormerMembersFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly joinedAt: string;
    readonly leftAt: string | null;
    readonly removalReason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
};

export type MissionListingsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly role: Schema.Role;
    readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean };
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
};

export type MissionIndicatorsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly unit: string;
    readonly mode: Schema.IndicatorMode;
    readonly direction: Schema.Direction | null;
    readonly retiredOn: string | null;
    readonly source: string | null;
    readonly proxyFor: string | null;
    readonly sdgs: ReadonlyArray<string>;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly agreement: { readonly agreed: number; readonly members: number };
    readonly baseline: { readonly value: string; readonly on: string | null } | null;
    readonly target: {
      readonly value: string;
      readonly upper: string | null;
      readonly dueOn: string | null;
      readonly state: Schema.TargetState;
    } | null;
    readonly targets: ReadonlyArray<{
      readonly targetId: string;
      readonly value: string;
      readonly upper: string | null;
      readonly dueOn: string | null;
      readonly categoryNames: ReadonlyArray<string>;
      readonly progress: {
        readonly state: Schema.IndicatorProgressState;
        readonly share: string | null;
        readonly margin: string | null;
      };
    }>;
    readonly targetHistory: ReadonlyArray<{
      readonly targetId: string;
      readonly value: string;
      readonly dueOn: string | null;
      readonly state: Schema.TargetState;
      readonly reason: string | null;
      readonly setAt: string;
    }>;
    readonly progress: {
      readonly state: Schema.IndicatorProgressState;
      readonly share: string | null;
      readonly margin: string | null;
      readonly value: string | null;
      readonly figureState: Schema.FigureState;
      readonly others: ReadonlyArray<{
        readonly value: string;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      }>;
      readonly contested: ReadonlyArray<{
        readonly value: string;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      }>;
      readonly period: { readonly to: string } | null;
      readonly measurement: {
        readonly note: string | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
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
      } | null;
    };
    readonly corrected: { readonly totalCount: number };
    readonly measurements: {
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly group: string | null;
        readonly categoryNames: ReadonlyArray<string>;
        readonly capacity: Schema.MeasurementCapacity;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string } | null;
      }>;
    };
  }>;
};

export type IndicatorMeasurementsFragment = {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly value: string;
    readonly group: string | null;
    readonly categoryNames: ReadonlyArray<string>;
    readonly capacity: Schema.MeasurementCapacity;
    readonly period: { readonly from: string; readonly to: string };
    readonly place: { readonly name: string } | null;
  }>;
};

export type MissionCommitmentsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: Schema.CommitmentKind;
    readonly description: string | null;
    readonly dueOn: string | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly standing: {
      readonly state: Schema.CommitmentState;
      readonly delivered: { readonly amount: string; readonly unit: string } | null;
    };
    readonly contributionCounts: ReadonlyArray<{
      readonly evidence: Schema.Evidence;
      readonly count: number;
      readonly disputed: number;
    }>;
    readonly reviews: { readonly totalCount: number };
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
  }>;
};

export type MissionTermChangesFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly position: string;
    readonly reason: string | null;
    readonly recordedAt: string;
    readonly commitment: {
      readonly id: string;
      readonly description: string | null;
      readonly parties: ReadonlyArray<{
        readonly part: Schema.CommitmentPart;
        readonly state: Schema.PartyAnswer;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    } | null;
  }>;
};

export type MissionWithdrawnFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly id: string;
    readonly description: string | null;
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
  }>;
};

export type MissionOverdueFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly dueOn: string | null;
    readonly id: string;
    readonly description: string | null;
    readonly standing: { readonly state: Schema.CommitmentState };
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
  }>;
};

export type MissionLearnedFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly learnedByReviewer: string | null;
    readonly learnedByReviewed: string | null;
    readonly whatToTry: { readonly text: string | null };
    readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly commitment: {
      readonly id: string;
      readonly description: string | null;
      readonly parties: ReadonlyArray<{
        readonly part: Schema.CommitmentPart;
        readonly state: Schema.PartyAnswer;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    } | null;
  }>;
};

export type LessonOfFragment = {
  readonly id: string;
  readonly description: string | null;
  readonly parties: ReadonlyArray<{
    readonly part: Schema.CommitmentPart;
    readonly state: Schema.PartyAnswer;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
};

export type MissionTimelinePageFragment = {
  readonly computedAt: string;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly position: string;
    readonly type: string;
    readonly stream: string;
    readonly recordedAt: string;
    readonly data: unknown;
    readonly words: ReadonlyArray<{
      readonly path: string;
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
    }>;
    readonly actor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly organisations: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly subject:
      | { readonly __typename: 'Commitment'; readonly description: string | null; readonly id: string }
      | { readonly __typename: 'Contribution'; readonly id: string }
      | {
          readonly __typename: 'Indicator';
          readonly name: string;
          readonly unit: string;
          readonly id: string;
          readonly dimensions: ReadonlyArray<{
            readonly key: string;
            readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
          }>;
        }
      | { readonly __typename: 'Measurement'; readonly id: string }
      | { readonly __typename: 'Mission'; readonly id: string }
      | { readonly __typename: 'Objection'; readonly id: string }
      | { readonly __typename: 'Organisation'; readonly id: string }
      | { readonly __typename: 'Review'; readonly id: string }
      | { readonly __typename: 'Settlement'; readonly id: string }
      | null;
  }>;
};

export type TimelineLineFragment = {
  readonly position: string;
  readonly type: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly data: unknown;
  readonly words: ReadonlyArray<{
    readonly path: string;
    readonly text: string | null;
    readonly disclosure: Schema.Disclosure;
  }>;
  readonly actor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly organisations: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly identityConfirmed: boolean;
  }>;
  readonly subject:
    | { readonly __typename: 'Commitment'; readonly description: string | null; readonly id: string }
    | { readonly __typename: 'Contribution'; readonly id: string }
    | {
        readonly __typename: 'Indicator';
        readonly name: string;
        readonly unit: string;
        readonly id: string;
        readonly dimensions: ReadonlyArray<{
          readonly key: string;
          readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
        }>;
      }
    | { readonly __typename: 'Measurement'; readonly id: string }
    | { readonly __typename: 'Mission'; readonly id: string }
    | { readonly __typename: 'Objection'; readonly id: string }
    | { readonly __typename: 'Organisation'; readonly id: string }
    | { readonly __typename: 'Review'; readonly id: string }
    | { readonly __typename: 'Settlement'; readonly id: string }
    | null;
};

export type MoreMembersQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  today: string;
}>;

export type MoreMembersQuery = {
  readonly mission: {
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly roles: ReadonlyArray<Schema.Role>;
        readonly qualification: string | null;
        readonly suspendedFrom: string | null;
        readonly suspendedUntil: string | null;
        readonly suspensionLiftedOn: string | null;
        readonly suspensionReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
          readonly sector: Schema.Sector;
          readonly accreditations: {
            readonly nodes: ReadonlyArray<{ readonly scope: string; readonly until: string }>;
          };
        } | null;
      }>;
    };
  } | null;
};

export type MoreFormerMembersQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreFormerMembersQuery = {
  readonly mission: {
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly removalReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    };
  } | null;
};

export type MoreListingsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreListingsQuery = {
  readonly mission: {
    readonly listings: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly role: Schema.Role;
        readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean };
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    };
  } | null;
};

export type MoreIndicatorsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreIndicatorsQuery = {
  readonly mission: {
    readonly indicators: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly description: string | null;
        readonly unit: string;
        readonly mode: Schema.IndicatorMode;
        readonly direction: Schema.Direction | null;
        readonly retiredOn: string | null;
        readonly source: string | null;
        readonly proxyFor: string | null;
        readonly sdgs: ReadonlyArray<string>;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly agreement: { readonly agreed: number; readonly members: number };
        readonly baseline: { readonly value: string; readonly on: string | null } | null;
        readonly target: {
          readonly value: string;
          readonly upper: string | null;
          readonly dueOn: string | null;
          readonly state: Schema.TargetState;
        } | null;
        readonly targets: ReadonlyArray<{
          readonly targetId: string;
          readonly value: string;
          readonly upper: string | null;
          readonly dueOn: string | null;
          readonly categoryNames: ReadonlyArray<string>;
          readonly progress: {
            readonly state: Schema.IndicatorProgressState;
            readonly share: string | null;
            readonly margin: string | null;
          };
        }>;
        readonly targetHistory: ReadonlyArray<{
          readonly targetId: string;
          readonly value: string;
          readonly dueOn: string | null;
          readonly state: Schema.TargetState;
          readonly reason: string | null;
          readonly setAt: string;
        }>;
        readonly progress: {
          readonly state: Schema.IndicatorProgressState;
          readonly share: string | null;
          readonly margin: string | null;
          readonly value: string | null;
          readonly figureState: Schema.FigureState;
          readonly others: ReadonlyArray<{
            readonly value: string;
            readonly recordedBy: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
          readonly contested: ReadonlyArray<{
            readonly value: string;
            readonly recordedBy: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
          readonly period: { readonly to: string } | null;
          readonly measurement: {
            readonly note: string | null;
            readonly period: { readonly from: string; readonly to: string };
            readonly recordedBy: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
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
          } | null;
        };
        readonly corrected: { readonly totalCount: number };
        readonly measurements: {
          readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly value: string;
            readonly group: string | null;
            readonly categoryNames: ReadonlyArray<string>;
            readonly capacity: Schema.MeasurementCapacity;
            readonly period: { readonly from: string; readonly to: string };
            readonly place: { readonly name: string } | null;
          }>;
        };
      }>;
    };
  } | null;
};

export type EarlierMeasurementsQueryVariables = Exact<{
  id: string | number;
  before?: string | null | undefined;
}>;

export type EarlierMeasurementsQuery = {
  readonly indicator: {
    readonly measurements: {
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly group: string | null;
        readonly categoryNames: ReadonlyArray<string>;
        readonly capacity: Schema.MeasurementCapacity;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string } | null;
      }>;
    };
  } | null;
};

export type MoreCommitmentsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  filter?: Schema.CommitmentFilter | null | undefined;
  afterPosition?: string | null | undefined;
}>;

export type MoreCommitmentsQuery = {
  readonly mission: {
    readonly commitments: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly dueOn: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly standing: {
          readonly state: Schema.CommitmentState;
          readonly delivered: { readonly amount: string; readonly unit: string } | null;
        };
        readonly contributionCounts: ReadonlyArray<{
          readonly evidence: Schema.Evidence;
          readonly count: number;
          readonly disputed: number;
        }>;
        readonly reviews: { readonly totalCount: number };
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
    };
  } | null;
};

export type MoreTermChangesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreTermChangesQuery = {
  readonly mission: {
    readonly termChanges: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly reason: string | null;
        readonly recordedAt: string;
        readonly commitment: {
          readonly id: string;
          readonly description: string | null;
          readonly parties: ReadonlyArray<{
            readonly part: Schema.CommitmentPart;
            readonly state: Schema.PartyAnswer;
            readonly organisation: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
        } | null;
      }>;
    };
  } | null;
};

export type MoreWithdrawnQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreWithdrawnQuery = {
  readonly mission: {
    readonly commitments: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly withdrawnAt: string | null;
        readonly withdrawalReason: string | null;
        readonly id: string;
        readonly description: string | null;
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
    };
  } | null;
};

export type MoreOverdueQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreOverdueQuery = {
  readonly mission: {
    readonly commitments: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly dueOn: string | null;
        readonly id: string;
        readonly description: string | null;
        readonly standing: { readonly state: Schema.CommitmentState };
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
    };
  } | null;
};

export type MoreLearnedQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreLearnedQuery = {
  readonly mission: {
    readonly reviews: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatToTry: { readonly text: string | null };
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string | null;
          readonly parties: ReadonlyArray<{
            readonly part: Schema.CommitmentPart;
            readonly state: Schema.PartyAnswer;
            readonly organisation: {
              readonly id: string;
              readonly name: string;
              readonly identityConfirmed: boolean;
            } | null;
          }>;
        } | null;
      }>;
    };
  } | null;
};

export type MoreTimelineQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreTimelineQuery = {
  readonly mission: {
    readonly timeline: {
      readonly computedAt: string;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly type: string;
        readonly stream: string;
        readonly recordedAt: string;
        readonly data: unknown;
        readonly words: ReadonlyArray<{
          readonly path: string;
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
        }>;
        readonly actor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly organisations: ReadonlyArray<{
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        }>;
        readonly subject:
          | { readonly __typename: 'Commitment'; readonly description: string | null; readonly id: string }
          | { readonly __typename: 'Contribution'; readonly id: string }
          | {
              readonly __typename: 'Indicator';
              readonly name: string;
              readonly unit: string;
              readonly id: string;
              readonly dimensions: ReadonlyArray<{
                readonly key: string;
                readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
              }>;
            }
          | { readonly __typename: 'Measurement'; readonly id: string }
          | { readonly __typename: 'Mission'; readonly id: string }
          | { readonly __typename: 'Objection'; readonly id: string }
          | { readonly __typename: 'Organisation'; readonly id: string }
          | { readonly __typename: 'Review'; readonly id: string }
          | { readonly __typename: 'Settlement'; readonly id: string }
          | null;
      }>;
    };
  } | null;
};

export type MissionTimelineSubscriptionVariables = Exact<{
  missionId: string | number;
  afterPosition: string;
}>;

export type MissionTimelineSubscription = {
  readonly missionTimeline: {
    readonly position: string;
    readonly type: string;
    readonly stream: string;
    readonly recordedAt: string;
    readonly data: unknown;
    readonly words: ReadonlyArray<{
      readonly path: string;
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
    }>;
    readonly actor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly organisations: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly subject:
      | { readonly __typename: 'Commitment'; readonly description: string | null; readonly id: string }
      | { readonly __typename: 'Contribution'; readonly id: string }
      | {
          readonly __typename: 'Indicator';
          readonly name: string;
          readonly unit: string;
          readonly id: string;
          readonly dimensions: ReadonlyArray<{
            readonly key: string;
            readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
          }>;
        }
      | { readonly __typename: 'Measurement'; readonly id: string }
      | { readonly __typename: 'Mission'; readonly id: string }
      | { readonly __typename: 'Objection'; readonly id: string }
      | { readonly __typename: 'Organisation'; readonly id: string }
      | { readonly __typename: 'Review'; readonly id: string }
      | { readonly __typename: 'Settlement'; readonly id: string }
      | null;
  };
};

export type QualificationOfEvaluatorQueryVariables = Exact<{
  id: string | number;
  organisationId: string | number;
}>;

export type QualificationOfEvaluatorQuery = {
  readonly mission: {
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
      }>;
    };
  } | null;
};

export const MissionPageDocument =
  'query MissionPage($id: ID!, $afterPosition: Position, $today: Date!) {\n  ...Viewer\n  ...Acting\n  mission(id: $id, afterPosition: $afterPosition) {\n    id\n    may {\n      ...May\n    }\n    title\n    challenge\n    hashtag\n    startsOn\n    endsOn\n    sdgs\n    openInvitation\n    privateFields\n    declaredAt\n    declaredBy {\n      id\n      name\n      identityConfirmed\n    }\n    places {\n      name\n      country\n      code\n    }\n    invitations {\n      role\n      organisation {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    receivers {\n      until\n      organisation {\n        id\n      }\n    }\n    privacyProposals {\n      privateFields\n      reason\n      acceptableUntil\n      proposedBy {\n        id\n        name\n        identityConfirmed\n      }\n      acceptedBy {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    handovers {\n      acceptableUntil\n      organisation {\n        id\n        name\n        identityConfirmed\n      }\n      successor {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    listings(first: 100) {\n      ...MissionListings\n    }\n    members(first: 100) {\n      ...MissionMembers\n    }\n    former: members(first: 20, onlyFormer: true) {\n      totalCount\n      ...FormerMembers\n    }\n    membersBySector {\n      sector\n      organisations\n    }\n    closedOn\n    closedAs\n    learntByClosing: learned {\n      ...Words\n    }\n    pauses {\n      pausedOn\n      reassessBy\n      reason {\n        ...Words\n      }\n      endedOn\n      outcome\n      learned {\n        ...Words\n      }\n    }\n    targetsDue {\n      due\n      saidInTime\n    }\n    indicators(first: 10) {\n      ...MissionIndicators\n    }\n    progress {\n      on\n      computedAt\n      commitments {\n        kind\n        state\n        count\n      }\n      promised {\n        kind\n        unit\n        amount\n        count\n        delivered {\n          evidence\n          amount\n        }\n      }\n      contributions {\n        kind\n        evidence\n        unit\n        amount\n        count\n        disputed\n      }\n    }\n    commitments(first: 20) {\n      ...MissionCommitments\n    }\n    termChanges(first: 10) {\n      ...MissionTermChanges\n    }\n    withdrawn: commitments(\n      first: 10\n      filter: {state: WITHDRAWN}\n      orderBy: MADE_LATEST_FIRST\n    ) {\n      ...MissionWithdrawn\n    }\n    overdue: commitments(\n      first: 10\n      filter: {state: [OVERDUE, CLOSED]}\n      orderBy: DUE\n    ) {\n      ...MissionOverdue\n    }\n    learned: reviews(first: 10, learned: true) {\n      ...MissionLearned\n    }\n    timeline(first: 20) {\n      ...MissionTimelinePage\n    }\n  }\n}\nfragment Acting on Query {\n  viewer {\n    organisation {\n      id\n      missions(missionId: $id, first: 1) {\n        nodes {\n          roles\n          suspendedFrom\n          suspendedUntil\n          suspensionLiftedOn\n        }\n      }\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment FormerMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    leftAt\n    removalReason {\n      ...Words\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasPreviousPage\n    startCursor\n  }\n  nodes {\n    id\n    value\n    group\n    categoryNames\n    capacity\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}\nfragment LessonOf on Commitment {\n  id\n  description\n  ...PromisedBy\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment MissionCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    kind\n    description\n    dueOn\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    ...PromisedBy\n    contributionCounts {\n      evidence\n      count\n      disputed\n    }\n    reviews(first: 1) {\n      totalCount\n    }\n  }\n}\nfragment MissionIndicators on IndicatorConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    may {\n      ...May\n    }\n    name\n    description\n    unit\n    mode\n    direction\n    retiredOn\n    agreement {\n      agreed\n      members\n    }\n    source\n    proxyFor\n    sdgs\n    baseline {\n      value\n      on\n    }\n    target {\n      value\n      upper\n      dueOn\n      state\n    }\n    targets {\n      targetId\n      value\n      upper\n      dueOn\n      categoryNames\n      progress {\n        state\n        share\n        margin\n      }\n    }\n    targetHistory {\n      targetId\n      value\n      dueOn\n      state\n      reason\n      setAt\n    }\n    progress {\n      state\n      share\n      margin\n      value\n      figureState\n      others {\n        value\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n      }\n      contested {\n        value\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n      }\n      period {\n        to\n      }\n      measurement {\n        period {\n          from\n          to\n        }\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n        note\n        evidence {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n    corrected: measurements(first: 1, corrected: true) {\n      totalCount\n    }\n    measurements(last: 100) {\n      ...IndicatorMeasurements\n    }\n  }\n}\nfragment MissionLearned on ReviewConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    learnedByReviewer\n    learnedByReviewed\n    whatToTry {\n      text\n    }\n    reviewed {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      ...LessonOf\n    }\n  }\n}\nfragment MissionListings on ListingConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    role\n    source {\n      dataset\n      record\n      verified\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment MissionMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    roles\n    qualification\n    suspendedFrom\n    suspendedUntil\n    suspensionLiftedOn\n    suspensionReason {\n      ...Words\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n      sector\n      accreditations(first: 1, inForceOn: $today) {\n        nodes {\n          scope\n          until\n        }\n      }\n    }\n  }\n}\nfragment MissionOverdue on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    dueOn\n    standing {\n      state\n    }\n    ...LessonOf\n  }\n}\nfragment MissionTermChanges on CommitmentTermsConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    position\n    reason\n    recordedAt\n    commitment {\n      ...LessonOf\n    }\n  }\n}\nfragment MissionTimelinePage on TimelineConnection {\n  computedAt\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...TimelineLine\n  }\n}\nfragment MissionWithdrawn on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    withdrawnAt\n    withdrawalReason\n    ...LessonOf\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  words {\n    path\n    text\n    disclosure\n  }\n  actor {\n    id\n    name\n    identityConfirmed\n  }\n  organisations {\n    id\n    name\n    identityConfirmed\n  }\n  subject {\n    __typename\n    id\n    ... on Commitment {\n      description\n    }\n    ... on Indicator {\n      name\n      unit\n      dimensions {\n        key\n        codes {\n          code\n          name\n        }\n      }\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MissionPageQuery,
    MissionPageQueryVariables
  >;

export const MoreMembersDocument =
  'query MoreMembers($id: ID!, $after: String, $today: Date!) {\n  mission(id: $id) {\n    members(first: 100, after: $after) {\n      ...MissionMembers\n    }\n  }\n}\nfragment MissionMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    roles\n    qualification\n    suspendedFrom\n    suspendedUntil\n    suspensionLiftedOn\n    suspensionReason {\n      ...Words\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n      sector\n      accreditations(first: 1, inForceOn: $today) {\n        nodes {\n          scope\n          until\n        }\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreMembersQuery,
    MoreMembersQueryVariables
  >;

export const MoreFormerMembersDocument =
  'query MoreFormerMembers($id: ID!, $after: String) {\n  mission(id: $id) {\n    members(first: 20, after: $after, onlyFormer: true) {\n      ...FormerMembers\n    }\n  }\n}\nfragment FormerMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    leftAt\n    removalReason {\n      ...Words\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreFormerMembersQuery,
    MoreFormerMembersQueryVariables
  >;

export const MoreListingsDocument =
  'query MoreListings($id: ID!, $after: String) {\n  mission(id: $id) {\n    listings(first: 100, after: $after) {\n      ...MissionListings\n    }\n  }\n}\nfragment MissionListings on ListingConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    role\n    source {\n      dataset\n      record\n      verified\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreListingsQuery,
    MoreListingsQueryVariables
  >;

export const MoreIndicatorsDocument =
  'query MoreIndicators($id: ID!, $after: String) {\n  mission(id: $id) {\n    indicators(first: 10, after: $after) {\n      ...MissionIndicators\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasPreviousPage\n    startCursor\n  }\n  nodes {\n    id\n    value\n    group\n    categoryNames\n    capacity\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment MissionIndicators on IndicatorConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    may {\n      ...May\n    }\n    name\n    description\n    unit\n    mode\n    direction\n    retiredOn\n    agreement {\n      agreed\n      members\n    }\n    source\n    proxyFor\n    sdgs\n    baseline {\n      value\n      on\n    }\n    target {\n      value\n      upper\n      dueOn\n      state\n    }\n    targets {\n      targetId\n      value\n      upper\n      dueOn\n      categoryNames\n      progress {\n        state\n        share\n        margin\n      }\n    }\n    targetHistory {\n      targetId\n      value\n      dueOn\n      state\n      reason\n      setAt\n    }\n    progress {\n      state\n      share\n      margin\n      value\n      figureState\n      others {\n        value\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n      }\n      contested {\n        value\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n      }\n      period {\n        to\n      }\n      measurement {\n        period {\n          from\n          to\n        }\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n        note\n        evidence {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n    corrected: measurements(first: 1, corrected: true) {\n      totalCount\n    }\n    measurements(last: 100) {\n      ...IndicatorMeasurements\n    }\n  }\n}' as TypedDocument<
    MoreIndicatorsQuery,
    MoreIndicatorsQueryVariables
  >;

export const EarlierMeasurementsDocument =
  'query EarlierMeasurements($id: ID!, $before: String) {\n  indicator(id: $id) {\n    measurements(last: 100, before: $before) {\n      ...IndicatorMeasurements\n    }\n  }\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasPreviousPage\n    startCursor\n  }\n  nodes {\n    id\n    value\n    group\n    categoryNames\n    capacity\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}' as TypedDocument<
    EarlierMeasurementsQuery,
    EarlierMeasurementsQueryVariables
  >;

export const MoreCommitmentsDocument =
  'query MoreCommitments($id: ID!, $after: String, $filter: CommitmentFilter, $afterPosition: Position) {\n  mission(id: $id, afterPosition: $afterPosition) {\n    commitments(first: 20, after: $after, filter: $filter) {\n      ...MissionCommitments\n    }\n  }\n}\nfragment MissionCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    kind\n    description\n    dueOn\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    ...PromisedBy\n    contributionCounts {\n      evidence\n      count\n      disputed\n    }\n    reviews(first: 1) {\n      totalCount\n    }\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreCommitmentsQuery,
    MoreCommitmentsQueryVariables
  >;

export const MoreTermChangesDocument =
  'query MoreTermChanges($id: ID!, $after: String) {\n  mission(id: $id) {\n    termChanges(first: 20, after: $after) {\n      ...MissionTermChanges\n    }\n  }\n}\nfragment LessonOf on Commitment {\n  id\n  description\n  ...PromisedBy\n}\nfragment MissionTermChanges on CommitmentTermsConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    position\n    reason\n    recordedAt\n    commitment {\n      ...LessonOf\n    }\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreTermChangesQuery,
    MoreTermChangesQueryVariables
  >;

export const MoreWithdrawnDocument =
  'query MoreWithdrawn($id: ID!, $after: String) {\n  mission(id: $id) {\n    commitments(\n      first: 20\n      after: $after\n      filter: {state: WITHDRAWN}\n      orderBy: MADE_LATEST_FIRST\n    ) {\n      ...MissionWithdrawn\n    }\n  }\n}\nfragment LessonOf on Commitment {\n  id\n  description\n  ...PromisedBy\n}\nfragment MissionWithdrawn on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    withdrawnAt\n    withdrawalReason\n    ...LessonOf\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreWithdrawnQuery,
    MoreWithdrawnQueryVariables
  >;

export const MoreOverdueDocument =
  'query MoreOverdue($id: ID!, $after: String) {\n  mission(id: $id) {\n    commitments(\n      first: 20\n      after: $after\n      filter: {state: [OVERDUE, CLOSED]}\n      orderBy: DUE\n    ) {\n      ...MissionOverdue\n    }\n  }\n}\nfragment LessonOf on Commitment {\n  id\n  description\n  ...PromisedBy\n}\nfragment MissionOverdue on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    dueOn\n    standing {\n      state\n    }\n    ...LessonOf\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreOverdueQuery,
    MoreOverdueQueryVariables
  >;

export const MoreLearnedDocument =
  'query MoreLearned($id: ID!, $after: String) {\n  mission(id: $id) {\n    reviews(first: 20, after: $after, learned: true) {\n      ...MissionLearned\n    }\n  }\n}\nfragment LessonOf on Commitment {\n  id\n  description\n  ...PromisedBy\n}\nfragment MissionLearned on ReviewConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    learnedByReviewer\n    learnedByReviewed\n    whatToTry {\n      text\n    }\n    reviewed {\n      id\n      name\n      identityConfirmed\n    }\n    commitment {\n      ...LessonOf\n    }\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreLearnedQuery,
    MoreLearnedQueryVariables
  >;

export const MoreTimelineDocument =
  'query MoreTimeline($id: ID!, $after: String) {\n  mission(id: $id) {\n    timeline(first: 50, after: $after) {\n      ...MissionTimelinePage\n    }\n  }\n}\nfragment MissionTimelinePage on TimelineConnection {\n  computedAt\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  words {\n    path\n    text\n    disclosure\n  }\n  actor {\n    id\n    name\n    identityConfirmed\n  }\n  organisations {\n    id\n    name\n    identityConfirmed\n  }\n  subject {\n    __typename\n    id\n    ... on Commitment {\n      description\n    }\n    ... on Indicator {\n      name\n      unit\n      dimensions {\n        key\n        codes {\n          code\n          name\n        }\n      }\n    }\n  }\n}' as TypedDocument<
    MoreTimelineQuery,
    MoreTimelineQueryVariables
  >;

export const MissionTimelineDocument =
  'subscription MissionTimeline($missionId: ID!, $afterPosition: Position!) {\n  missionTimeline(missionId: $missionId, afterPosition: $afterPosition) {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  words {\n    path\n    text\n    disclosure\n  }\n  actor {\n    id\n    name\n    identityConfirmed\n  }\n  organisations {\n    id\n    name\n    identityConfirmed\n  }\n  subject {\n    __typename\n    id\n    ... on Commitment {\n      description\n    }\n    ... on Indicator {\n      name\n      unit\n      dimensions {\n        key\n        codes {\n          code\n          name\n        }\n      }\n    }\n  }\n}' as TypedDocument<
    MissionTimelineSubscription,
    MissionTimelineSubscriptionVariables
  >;

export const QualificationOfEvaluatorDocument =
  'query QualificationOfEvaluator($id: ID!, $organisationId: ID!) {\n  mission(id: $id) {\n    members(organisationId: $organisationId, first: 1) {\n      nodes {\n        evidenceLinks {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}' as TypedDocument<
    QualificationOfEvaluatorQuery,
    QualificationOfEvaluatorQueryVariables
  >;
