import { refuse, type Decider, type Refusal } from '@maillage/kernel';
import { ledgerCommands, type LedgerCommand, type LedgerRefusal } from './commands.js';
import { ledgerEvents, type AttestedView, type LedgerEvent } from './events.js';

/** There is one log, and this is its id: stream `ledger/log`. */
export const LOG_ID = 'log';

/** The last that was attested of each view, by name. */
export interface LedgerState {
  readonly attested: Readonly<Record<string, AttestedView>>;
}

export const ledgerDecider: Decider<LedgerState, LedgerCommand, LedgerEvent, Record<never, never>, LedgerRefusal> = {
  name: 'ledger',
  commands: ledgerCommands,
  events: ledgerEvents,
  initial: { attested: {} },

  decide(command, state) {
    if (command.id !== LOG_ID) {
      return refuse('UNKNOWN_LEDGER', `There is one log, named "${LOG_ID}"; ${command.id} is none.`, ['id']);
    }
    if (!command.scopes.includes('admin')) {
      return refuse('NOT_AN_OPERATOR', 'Only the ledger and its operator speak for it; that takes the scope "admin".');
    }
    switch (command.type) {
      case 'AttestViews':
        return refuseViews(command.data.views, state) ?? [{ type: 'ViewsAttested', data: command.data }];
      case 'ReopenLog':
        return [{ type: 'LogReopened', data: command.data }];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ViewsAttested': {
        const latest = Object.fromEntries(event.data.views.map((view) => [view.view, view]));
        return { attested: { ...state.attested, ...latest } };
      }
      case 'LogReopened':
        return state;
    }
  },
};

/** Of one version of a view the ledger states one digest per position, and goes forward only. */
function refuseViews(views: readonly AttestedView[], { attested }: LedgerState): Refusal<LedgerRefusal> | undefined {
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
      return refuse('CONTRADICTS_ATTESTATION', `${view} is attested at ${position} with another digest already.`, [
        'views',
        index,
        'digest',
      ]);
    }
  }
  return undefined;
}
