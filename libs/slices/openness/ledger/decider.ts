import { decider, refuse, secretIf, type Intent, type Refusal } from '@maillage/kernel';
import { ledgerCommands, type LedgerCommands } from './commands.js';
import { ledgerEvents, nameOf, type AttestedView, type PublishedSchema } from './events.js';

/** There is one log, and this is its id: stream `ledger/log`. */
export const LOG_ID = 'log';

export interface LedgerState {
  /** The last that was attested of each view, by name. */
  readonly attested: Readonly<Record<string, AttestedView>>;
  /** The hashes of schemas that were published, by `<type>/<number>`. */
  readonly published: Readonly<Record<string, string>>;
  /** How keys for receipts stand, by vkey. */
  readonly receiptKeys: Readonly<Record<string, 'PROPOSED' | 'CERTIFIED' | 'REVOKED'>>;
}

export const ledgerDecider = decider<LedgerState, LedgerCommands, typeof ledgerEvents>({
  name: 'ledger',
  commands: ledgerCommands,
  events: ledgerEvents,
  initial: { attested: {}, published: {}, receiptKeys: {} },

  rules: {
    AttestViews: {
      allowed: refuseOthers,
      decide: ({ data }, state) => refuseViews(data.views, state) ?? [{ type: 'ViewsAttested', data }],
    },
    PublishSchemas: {
      allowed: refuseOthers,
      decide: ({ data }, state) => refuseSchemas(data.schemas, state) ?? published(data.schemas, state),
    },
    ProposeReceiptKey: {
      allowed: refuseOthers,
      decide({ data }, { receiptKeys }) {
        const standing = receiptKeys[data.key];
        if (standing === 'REVOKED') return refuseRevoked(data.key);
        return standing === undefined ? [{ type: 'ReceiptKeyProposed', data }] : [];
      },
    },
    CertifyReceiptKey: {
      allowed: refuseOthers,
      decide({ data }, { receiptKeys }) {
        const standing = receiptKeys[data.key];
        if (standing === undefined) return refuseUnknown(data.key);
        if (standing === 'REVOKED') return refuseRevoked(data.key);
        return standing === 'PROPOSED' ? [{ type: 'ReceiptKeyCertified', data }] : [];
      },
    },
    RevokeReceiptKey: {
      allowed: refuseOthers,
      decide({ data }, { receiptKeys }) {
        const standing = receiptKeys[data.key];
        if (standing === undefined) return refuseUnknown(data.key);
        return standing === 'REVOKED' ? [] : [{ type: 'ReceiptKeyRevoked', data }];
      },
    },
    ReopenLog: {
      allowed: refuseOthers,
      decide: ({ data }) => [{ type: 'LogReopened', data }],
    },
    EraseEvidence: {
      allowed: refuseOthers,
      decide: ({ data: { sha256, hidden, missionIds, reason } }) =>
        (missionIds.length === 0 ? [{}] : missionIds.map((missionId) => ({ missionId }))).map((where) => ({
          type: 'EvidenceErased',
          data: { sha256: secretIf(hidden, sha256), ...where, reason },
        })),
    },
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ViewsAttested': {
        const latest = Object.fromEntries(event.data.views.map((view) => [view.view, view]));
        return { ...state, attested: { ...state.attested, ...latest } };
      }
      case 'SchemasPublished': {
        const hashes = Object.fromEntries(event.data.schemas.map((each) => [nameOf(each), each.sha256]));
        return { ...state, published: { ...state.published, ...hashes } };
      }
      case 'ReceiptKeyProposed':
        return { ...state, receiptKeys: { ...state.receiptKeys, [event.data.key]: 'PROPOSED' } };
      case 'ReceiptKeyCertified':
        return { ...state, receiptKeys: { ...state.receiptKeys, [event.data.key]: 'CERTIFIED' } };
      case 'ReceiptKeyRevoked':
        return { ...state, receiptKeys: { ...state.receiptKeys, [event.data.key]: 'REVOKED' } };
      case 'LogReopened':
      case 'EvidenceErased':
        return state;
    }
  },
});

function refuseOthers({ id, scopes }: Intent) {
  if (id !== LOG_ID) {
    return refuse('UNKNOWN_LEDGER', `There is one log, named "${LOG_ID}"; ${id} is none.`, ['id']);
  }
  return scopes.includes('operator')
    ? undefined
    : refuse('NOT_AN_OPERATOR', 'Only the ledger and its operator speak for it; that takes the scope "operator".');
}

const refuseUnknown = (key: string) =>
  refuse('UNKNOWN_RECEIPT_KEY', `No server has proposed ${key}; name one that is on record.`, ['key']);

const refuseRevoked = (key: string) =>
  refuse('RECEIPT_KEY_REVOKED', `${key} was revoked, for good; give the server another key.`, ['key']);

/** Of one version of a view the ledger states one digest per position, and goes forward only. */
function refuseViews(
  views: readonly AttestedView[],
  { attested }: LedgerState,
): Refusal<'ATTESTED_FURTHER' | 'CONTRADICTS_ATTESTATION'> | undefined {
  for (const [index, { view, version, position, digest }] of views.entries()) {
    const last = attested[view];
    if (last?.version !== version) continue;
    if (BigInt(position) < BigInt(last.position)) {
      return refuse(
        'ATTESTED_FURTHER',
        `${view} is attested up to ${last.position} already; ${position} is behind it.`,
        ['views', index, 'position'],
      );
    }
    if (position === last.position && digest !== last.digest) {
      return refuse(
        'CONTRADICTS_ATTESTATION',
        `${view} is attested at ${position} with another digest already; replay the log to find which is true.`,
        ['views', index, 'digest'],
      );
    }
  }
  return undefined;
}

/** What a schema under its number accepts never changes: what changes takes another number. */
function refuseSchemas(
  schemas: readonly PublishedSchema[],
  { published: known }: LedgerState,
): Refusal<'CONTRADICTS_PUBLICATION'> | undefined {
  const index = schemas.findIndex((each) => (known[nameOf(each)] ?? each.sha256) !== each.sha256);
  const contrary = schemas[index];
  return (
    contrary &&
    refuse(
      'CONTRADICTS_PUBLICATION',
      `The log is committed to another schema ${nameOf(contrary)}; what changes takes the next number.`,
      ['schemas', index, 'sha256'],
    )
  );
}

function published(schemas: readonly PublishedSchema[], { published: known }: LedgerState) {
  const fresh = schemas.filter((each) => known[nameOf(each)] === undefined);
  return fresh.length === 0 ? [] : [{ type: 'SchemasPublished' as const, data: { schemas: fresh } }];
}
