// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type MissionPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
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
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly declaredBy: { readonly id: string; readonly name: string } | null;
    readonly places: ReadonlyArray<{
      readonly name: string;
      readonly country: string | null;
      readonly code: string | null;
    }>;
    readonly invitations: ReadonlyArray<{
      readonly role: Schema.Role;
      readonly organisation: { readonly id: string; readonly name: string } | null;
    }>;
    readonly receivers: ReadonlyArray<{
      readonly until: string;
      readonly organisation: { readonly id: string } | null;
    }>;
    readonly privacyProposals: ReadonlyArray<{
      readonly privateFields: ReadonlyArray<Schema.PrivateFields>;
      readonly reason: string;
      readonly acceptableUntil: string;
      readonly proposedBy: { readonly id: string; readonly name: string } | null;
      readonly acceptedBy: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    }>;
    readonly handovers: ReadonlyArray<{
      readonly acceptableUntil: string;
      readonly organisation: { readonly id: string; readonly name: string } | null;
      readonly successor: { readonly id: string; readonly name: string } | null;
    }>;
    readonly listings: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly role: Schema.Role;
        readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean };
        readonly organisation: { readonly id: string; readonly name: string } | null;
      }>;
    };
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly roles: ReadonlyArray<Schema.Role>;
        readonly qualification: string | null;
        readonly suspendedFrom: string | null;
        readonly suspendedUntil: string | null;
        readonly removalReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
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
          readonly sector: Schema.Sector;
          readonly accreditations: {
            readonly nodes: ReadonlyArray<{
              readonly scope: string;
              readonly until: string;
              readonly standing: Schema.AccreditationStanding;
            }>;
          };
        } | null;
      }>;
    };
    readonly membersBySector: ReadonlyArray<{ readonly sector: Schema.Sector; readonly organisations: number }>;
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
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
          }>;
          readonly contested: ReadonlyArray<{
            readonly value: string;
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
          }>;
          readonly period: { readonly to: string } | null;
          readonly measurement: {
            readonly note: string | null;
            readonly period: { readonly from: string; readonly to: string };
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
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
        readonly measurements: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly value: string;
            readonly group: string | null;
            readonly categoryNames: ReadonlyArray<string>;
            readonly capacity: Schema.MeasurementCapacity;
            readonly corrected: boolean;
            readonly period: { readonly from: string; readonly to: string };
            readonly place: { readonly name: string } | null;
          }>;
        };
      }>;
    };
    readonly progress: {
      readonly on: string;
      readonly computedAt: string;
      readonly kept: number;
      readonly due: number;
      readonly overdue: number;
      readonly withdrawn: number;
      readonly proposed: number;
      readonly reported: number;
      readonly closed: number;
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
        readonly withdrawnAt: string | null;
        readonly withdrawalReason: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly standing: {
          readonly state: Schema.CommitmentState;
          readonly delivered: { readonly amount: string; readonly unit: string } | null;
        };
        readonly terms: ReadonlyArray<{ readonly reason: string | null; readonly recordedAt: string }>;
        readonly contributions: {
          readonly pageInfo: { readonly hasNextPage: boolean };
          readonly nodes: ReadonlyArray<{ readonly evidence: Schema.Evidence; readonly disputed: boolean }>;
        };
        readonly reviews: {
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly learnedByReviewer: string | null;
            readonly learnedByReviewed: string | null;
            readonly whatToTry: { readonly text: string | null };
            readonly reviewed: { readonly id: string; readonly name: string } | null;
          }>;
        };
        readonly parties: ReadonlyArray<{
          readonly part: Schema.CommitmentPart;
          readonly state: Schema.PartyAnswer;
          readonly organisation: { readonly id: string; readonly name: string } | null;
        }>;
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
        readonly actor: { readonly id: string; readonly name: string } | null;
      }>;
    };
  } | null;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly missions: {
        readonly nodes: ReadonlyArray<{
          readonly roles: ReadonlyArray<Schema.Role>;
          readonly mission: { readonly id: string } | null;
        }>;
      };
    } | null;
  } | null;
};

export type MissionMembersFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly joinedAt: string;
    readonly leftAt: string | null;
    readonly roles: ReadonlyArray<Schema.Role>;
    readonly qualification: string | null;
    readonly suspendedFrom: string | null;
    readonly suspendedUntil: string | null;
    readonly removalReason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
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
      readonly sector: Schema.Sector;
      readonly accreditations: {
        readonly nodes: ReadonlyArray<{
          readonly scope: string;
          readonly until: string;
          readonly standing: Schema.AccreditationStanding;
        }>;
      };
    } | null;
  }>;
};

export type MissionListingsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly role: Schema.Role;
    readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean };
    readonly organisation: { readonly id: string; readonly name: string } | null;
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
    readonly target: { readonly value: string; readonly upper: string | null; readonly dueOn: string | null } | null;
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
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
      }>;
      readonly contested: ReadonlyArray<{
        readonly value: string;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
      }>;
      readonly period: { readonly to: string } | null;
      readonly measurement: {
        readonly note: string | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
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
    readonly measurements: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly group: string | null;
        readonly categoryNames: ReadonlyArray<string>;
        readonly capacity: Schema.MeasurementCapacity;
        readonly corrected: boolean;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string } | null;
      }>;
    };
  }>;
};

export type IndicatorMeasurementsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly value: string;
    readonly group: string | null;
    readonly categoryNames: ReadonlyArray<string>;
    readonly capacity: Schema.MeasurementCapacity;
    readonly corrected: boolean;
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
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly standing: {
      readonly state: Schema.CommitmentState;
      readonly delivered: { readonly amount: string; readonly unit: string } | null;
    };
    readonly terms: ReadonlyArray<{ readonly reason: string | null; readonly recordedAt: string }>;
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean };
      readonly nodes: ReadonlyArray<{ readonly evidence: Schema.Evidence; readonly disputed: boolean }>;
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatToTry: { readonly text: string | null };
        readonly reviewed: { readonly id: string; readonly name: string } | null;
      }>;
    };
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string } | null;
    }>;
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
    readonly actor: { readonly id: string; readonly name: string } | null;
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
  readonly actor: { readonly id: string; readonly name: string } | null;
};

export type MoreMembersQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreMembersQuery = {
  readonly mission: {
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly roles: ReadonlyArray<Schema.Role>;
        readonly qualification: string | null;
        readonly suspendedFrom: string | null;
        readonly suspendedUntil: string | null;
        readonly removalReason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
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
          readonly sector: Schema.Sector;
          readonly accreditations: {
            readonly nodes: ReadonlyArray<{
              readonly scope: string;
              readonly until: string;
              readonly standing: Schema.AccreditationStanding;
            }>;
          };
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
        readonly organisation: { readonly id: string; readonly name: string } | null;
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
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
          }>;
          readonly contested: ReadonlyArray<{
            readonly value: string;
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
          }>;
          readonly period: { readonly to: string } | null;
          readonly measurement: {
            readonly note: string | null;
            readonly period: { readonly from: string; readonly to: string };
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
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
        readonly measurements: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly value: string;
            readonly group: string | null;
            readonly categoryNames: ReadonlyArray<string>;
            readonly capacity: Schema.MeasurementCapacity;
            readonly corrected: boolean;
            readonly period: { readonly from: string; readonly to: string };
            readonly place: { readonly name: string } | null;
          }>;
        };
      }>;
    };
  } | null;
};

export type MoreMeasurementsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreMeasurementsQuery = {
  readonly indicator: {
    readonly measurements: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly group: string | null;
        readonly categoryNames: ReadonlyArray<string>;
        readonly capacity: Schema.MeasurementCapacity;
        readonly corrected: boolean;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string } | null;
      }>;
    };
  } | null;
};

export type MoreCommitmentsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
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
        readonly withdrawnAt: string | null;
        readonly withdrawalReason: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly standing: {
          readonly state: Schema.CommitmentState;
          readonly delivered: { readonly amount: string; readonly unit: string } | null;
        };
        readonly terms: ReadonlyArray<{ readonly reason: string | null; readonly recordedAt: string }>;
        readonly contributions: {
          readonly pageInfo: { readonly hasNextPage: boolean };
          readonly nodes: ReadonlyArray<{ readonly evidence: Schema.Evidence; readonly disputed: boolean }>;
        };
        readonly reviews: {
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly learnedByReviewer: string | null;
            readonly learnedByReviewed: string | null;
            readonly whatToTry: { readonly text: string | null };
            readonly reviewed: { readonly id: string; readonly name: string } | null;
          }>;
        };
        readonly parties: ReadonlyArray<{
          readonly part: Schema.CommitmentPart;
          readonly state: Schema.PartyAnswer;
          readonly organisation: { readonly id: string; readonly name: string } | null;
        }>;
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
        readonly actor: { readonly id: string; readonly name: string } | null;
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
    readonly actor: { readonly id: string; readonly name: string } | null;
  };
};

export type QualificationsOfEvaluatorsQueryVariables = Exact<{
  id: string | number;
}>;

export type QualificationsOfEvaluatorsQuery = {
  readonly mission: {
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly organisation: { readonly id: string } | null;
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
  'query MissionPage($id: ID!, $afterPosition: Position) {\n  ...Viewer\n  ...Acting\n  mission(id: $id, afterPosition: $afterPosition) {\n    id\n    may {\n      ...May\n    }\n    title\n    challenge\n    hashtag\n    startsOn\n    endsOn\n    sdgs\n    openInvitation\n    privateFields\n    declaredAt\n    declaredBy {\n      id\n      name\n    }\n    places {\n      name\n      country\n      code\n    }\n    invitations {\n      role\n      organisation {\n        id\n        name\n      }\n    }\n    receivers {\n      until\n      organisation {\n        id\n      }\n    }\n    privacyProposals {\n      privateFields\n      reason\n      acceptableUntil\n      proposedBy {\n        id\n        name\n      }\n      acceptedBy {\n        id\n        name\n      }\n    }\n    handovers {\n      acceptableUntil\n      organisation {\n        id\n        name\n      }\n      successor {\n        id\n        name\n      }\n    }\n    listings(first: 100) {\n      ...MissionListings\n    }\n    members(first: 100, includeFormer: true) {\n      ...MissionMembers\n    }\n    membersBySector {\n      sector\n      organisations\n    }\n    indicators(first: 10) {\n      ...MissionIndicators\n    }\n    progress {\n      on\n      computedAt\n      kept\n      due\n      overdue\n      withdrawn\n      proposed\n      reported\n      closed\n      commitments {\n        kind\n        state\n        count\n      }\n      promised {\n        kind\n        unit\n        amount\n        count\n      }\n      contributions {\n        kind\n        evidence\n        unit\n        amount\n        count\n        disputed\n      }\n    }\n    commitments(first: 50) {\n      ...MissionCommitments\n    }\n    timeline(first: 20) {\n      ...MissionTimelinePage\n    }\n  }\n}\nfragment Acting on Query {\n  viewer {\n    organisation {\n      id\n      missions(first: 100) {\n        nodes {\n          roles\n          mission {\n            id\n          }\n        }\n      }\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    value\n    group\n    categoryNames\n    capacity\n    corrected\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment MissionCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    kind\n    description\n    dueOn\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    ...PromisedBy\n    terms {\n      reason\n      recordedAt\n    }\n    contributions(first: 20) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        evidence\n        disputed\n      }\n    }\n    reviews(first: 10) {\n      nodes {\n        id\n        learnedByReviewer\n        learnedByReviewed\n        whatToTry {\n          text\n        }\n        reviewed {\n          id\n          name\n        }\n      }\n    }\n  }\n}\nfragment MissionIndicators on IndicatorConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    may {\n      ...May\n    }\n    name\n    description\n    unit\n    mode\n    direction\n    retiredOn\n    agreement {\n      agreed\n      members\n    }\n    source\n    proxyFor\n    sdgs\n    baseline {\n      value\n      on\n    }\n    target {\n      value\n      upper\n      dueOn\n    }\n    targets {\n      targetId\n      value\n      upper\n      dueOn\n      categoryNames\n      progress {\n        state\n        share\n        margin\n      }\n    }\n    targetHistory {\n      targetId\n      value\n      dueOn\n      reason\n      setAt\n    }\n    progress {\n      state\n      share\n      margin\n      value\n      figureState\n      others {\n        value\n        recordedBy {\n          id\n          name\n        }\n      }\n      contested {\n        value\n        recordedBy {\n          id\n          name\n        }\n      }\n      period {\n        to\n      }\n      measurement {\n        period {\n          from\n          to\n        }\n        recordedBy {\n          id\n          name\n        }\n        note\n        evidence {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n    measurements(first: 100) {\n      ...IndicatorMeasurements\n    }\n  }\n}\nfragment MissionListings on ListingConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    role\n    source {\n      dataset\n      record\n      verified\n    }\n    organisation {\n      id\n      name\n    }\n  }\n}\nfragment MissionMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    leftAt\n    roles\n    qualification\n    removalReason {\n      ...Words\n    }\n    suspendedFrom\n    suspendedUntil\n    suspensionReason {\n      ...Words\n    }\n    organisation {\n      id\n      name\n      sector\n      accreditations(first: 2) {\n        nodes {\n          scope\n          until\n          standing\n        }\n      }\n    }\n  }\n}\nfragment MissionTimelinePage on TimelineConnection {\n  computedAt\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...TimelineLine\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n    }\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  words {\n    path\n    text\n    disclosure\n  }\n  actor {\n    id\n    name\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MissionPageQuery,
    MissionPageQueryVariables
  >;

export const MoreMembersDocument =
  'query MoreMembers($id: ID!, $after: String) {\n  mission(id: $id) {\n    members(first: 100, after: $after, includeFormer: true) {\n      ...MissionMembers\n    }\n  }\n}\nfragment MissionMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    leftAt\n    roles\n    qualification\n    removalReason {\n      ...Words\n    }\n    suspendedFrom\n    suspendedUntil\n    suspensionReason {\n      ...Words\n    }\n    organisation {\n      id\n      name\n      sector\n      accreditations(first: 2) {\n        nodes {\n          scope\n          until\n          standing\n        }\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreMembersQuery,
    MoreMembersQueryVariables
  >;

export const MoreListingsDocument =
  'query MoreListings($id: ID!, $after: String) {\n  mission(id: $id) {\n    listings(first: 100, after: $after) {\n      ...MissionListings\n    }\n  }\n}\nfragment MissionListings on ListingConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    role\n    source {\n      dataset\n      record\n      verified\n    }\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    MoreListingsQuery,
    MoreListingsQueryVariables
  >;

export const MoreIndicatorsDocument =
  'query MoreIndicators($id: ID!, $after: String) {\n  mission(id: $id) {\n    indicators(first: 10, after: $after) {\n      ...MissionIndicators\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    value\n    group\n    categoryNames\n    capacity\n    corrected\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment MissionIndicators on IndicatorConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    may {\n      ...May\n    }\n    name\n    description\n    unit\n    mode\n    direction\n    retiredOn\n    agreement {\n      agreed\n      members\n    }\n    source\n    proxyFor\n    sdgs\n    baseline {\n      value\n      on\n    }\n    target {\n      value\n      upper\n      dueOn\n    }\n    targets {\n      targetId\n      value\n      upper\n      dueOn\n      categoryNames\n      progress {\n        state\n        share\n        margin\n      }\n    }\n    targetHistory {\n      targetId\n      value\n      dueOn\n      reason\n      setAt\n    }\n    progress {\n      state\n      share\n      margin\n      value\n      figureState\n      others {\n        value\n        recordedBy {\n          id\n          name\n        }\n      }\n      contested {\n        value\n        recordedBy {\n          id\n          name\n        }\n      }\n      period {\n        to\n      }\n      measurement {\n        period {\n          from\n          to\n        }\n        recordedBy {\n          id\n          name\n        }\n        note\n        evidence {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n    measurements(first: 100) {\n      ...IndicatorMeasurements\n    }\n  }\n}' as TypedDocument<
    MoreIndicatorsQuery,
    MoreIndicatorsQueryVariables
  >;

export const MoreMeasurementsDocument =
  'query MoreMeasurements($id: ID!, $after: String) {\n  indicator(id: $id) {\n    measurements(first: 100, after: $after) {\n      ...IndicatorMeasurements\n    }\n  }\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    value\n    group\n    categoryNames\n    capacity\n    corrected\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}' as TypedDocument<
    MoreMeasurementsQuery,
    MoreMeasurementsQueryVariables
  >;

export const MoreCommitmentsDocument =
  'query MoreCommitments($id: ID!, $after: String) {\n  mission(id: $id) {\n    commitments(first: 50, after: $after) {\n      ...MissionCommitments\n    }\n  }\n}\nfragment MissionCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    kind\n    description\n    dueOn\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    ...PromisedBy\n    terms {\n      reason\n      recordedAt\n    }\n    contributions(first: 20) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        evidence\n        disputed\n      }\n    }\n    reviews(first: 10) {\n      nodes {\n        id\n        learnedByReviewer\n        learnedByReviewed\n        whatToTry {\n          text\n        }\n        reviewed {\n          id\n          name\n        }\n      }\n    }\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    MoreCommitmentsQuery,
    MoreCommitmentsQueryVariables
  >;

export const MoreTimelineDocument =
  'query MoreTimeline($id: ID!, $after: String) {\n  mission(id: $id) {\n    timeline(first: 50, after: $after) {\n      ...MissionTimelinePage\n    }\n  }\n}\nfragment MissionTimelinePage on TimelineConnection {\n  computedAt\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  words {\n    path\n    text\n    disclosure\n  }\n  actor {\n    id\n    name\n  }\n}' as TypedDocument<
    MoreTimelineQuery,
    MoreTimelineQueryVariables
  >;

export const MissionTimelineDocument =
  'subscription MissionTimeline($missionId: ID!, $afterPosition: Position!) {\n  missionTimeline(missionId: $missionId, afterPosition: $afterPosition) {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  words {\n    path\n    text\n    disclosure\n  }\n  actor {\n    id\n    name\n  }\n}' as TypedDocument<
    MissionTimelineSubscription,
    MissionTimelineSubscriptionVariables
  >;

export const QualificationsOfEvaluatorsDocument =
  'query QualificationsOfEvaluators($id: ID!) {\n  mission(id: $id) {\n    members(role: EVALUATOR, first: 100) {\n      nodes {\n        organisation {\n          id\n        }\n        evidenceLinks {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}' as TypedDocument<
    QualificationsOfEvaluatorsQuery,
    QualificationsOfEvaluatorsQueryVariables
  >;
