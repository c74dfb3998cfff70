import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { DeclareMission } from '../../../generated/commands/DeclareMission.js';
import { DefineIndicator } from '../../../generated/commands/DefineIndicator.js';
import { InviteOrganisation } from '../../../generated/commands/InviteOrganisation.js';
import { inputOf, type AnyValues, type Command } from '../../../parts/forms/command.js';
import type { Mutation } from '../../../parts/forms/use-command-form.js';
import { recordOnce, type Failure } from '../../../shell/graphql/record-once.js';
import { afterFailure, stillStops, withPlanned, type Planned } from './setup.js';
import type { SetupDraft } from './use-setup.js';

/** Why one of the commands was not recorded. */
export interface Stopped {
  /** Of what was planned. */
  readonly key: string;
  /** As they were sent. */
  readonly values: AnyValues;
  readonly failure: Failure;
}

export interface Declaring {
  readonly sending: boolean;
  readonly stopped: Stopped | undefined;
  /** Records what is not recorded yet, one after another, and stops where one is not. */
  readonly declare: () => void;
}

const TRIES = 10;
const PAUSE_MS = 500;

/**
 * Declares a mission, defines its indicators and invites its partners. Each command keeps its id until it is recorded: after a
 * second press, a reload or a lost answer it goes on where it stopped, and records nothing twice. What was sent without an answer
 * is kept as it was until there is one.
 */
export function useDeclaring({ setup, now, change, end }: SetupDraft, onDone: (missionId: string) => void): Declaring {
  const client = useClient();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [stopped, setStopped] = useState<Stopped>();

  const send = async (command: Command, before: Planned, given: AnyValues) => {
    const { key, commandId, values } = before;
    change((all) => withPlanned(all, key, { sent: true }));
    const input = { ...inputOf(command, { ...values, ...given }), commandId };
    const sent = await recordOnce(client, command.document as Mutation, input);
    if ('success' in sent) return sent.success;
    change((all) => withPlanned(all, key, afterFailure(before, sent.failure)));
    setStopped({ key, values, failure: sent.failure });
    return undefined;
  };

  /** The views may take a moment until they know of it: asked again, it is answered as the same command. */
  const declareMission = async (): Promise<string | undefined> => {
    for (let times = 0; times < TRIES; times += 1) {
      const recorded = await send(DeclareMission, now().mission, {});
      if (recorded === undefined) return undefined;
      const id = recorded.recorded?.id;
      if (id !== undefined) return id;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    const { key, values } = now().mission;
    setStopped({ key, values, failure: { kind: 'lost' } });
    return undefined;
  };

  const all = async (): Promise<string | undefined> => {
    const missionId = now().missionId ?? (await declareMission());
    if (missionId === undefined) return undefined;
    change((given) => ({ ...given, missionId, mission: { ...given.mission, recorded: true } }));
    const { indicators, partners } = now();
    const following = [
      ...indicators.map((each) => [DefineIndicator, each] as const),
      ...partners.map((each) => [InviteOrganisation, each] as const),
    ];
    for (const [command, each] of following) {
      if (each.recorded) continue;
      if ((await send(command, each, { missionId })) === undefined) return undefined;
      change((given) => withPlanned(given, each.key, { recorded: true }));
    }
    return missionId;
  };

  const declare = async () => {
    // A ref and not the state: a double click comes before the page is drawn again.
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setStopped(undefined);
    try {
      const missionId = await all();
      if (missionId === undefined) return;
      end();
      onDone(missionId);
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return {
    sending,
    stopped: stopped !== undefined && stillStops(setup, stopped) ? stopped : undefined,
    declare: () => void declare(),
  };
}
