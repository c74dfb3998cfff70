import { ChildProcess } from 'node:child_process';
import { Server, Socket } from 'node:net';

// Unit specs (`npm run test:unit`): the specs beside the code, but for those of queries and of GraphQL. They must pass on a
// machine without PostgreSQL, Redis or a browser, and in no time.

const RULE =
  'It is a unit spec, as all specs beside the code are but those of queries and of GraphQL: it starts no process and opens ' +
  'no connection. Test the deciding, folding or reckoning alone, or name the file *.queries.spec.ts or *.graphql.spec.ts, ' +
  'or put it under test/.';

export interface Forbidding {
  /** What was tried since the last call. */
  tried(): Error | undefined;
  /** Node's own modules are shared by all suites of a process: gives them back as they were. */
  end(): void;
}

/** From here on connections, servers and processes are refused, and remembered: a spec may take the refusal for an answer. */
export function forbidServers(): Forbidding {
  let first: Error | undefined;
  const ends: (() => void)[] = [];
  const forbid = <Owner extends object>(owner: Owner, name: keyof Owner, what: string) => {
    const original = owner[name];
    const refuse = () => {
      const error = new Error(`This spec ${what}. ${RULE}`);
      first ??= error;
      throw error;
    };
    owner[name] = refuse as Owner[keyof Owner];
    ends.push(() => {
      owner[name] = original;
    });
  };
  forbid(Socket.prototype, 'connect', 'opens a connection');
  forbid(Server.prototype, 'listen', 'starts a server');
  // Not in its types, as only Node itself calls it.
  forbid(ChildProcess.prototype as unknown as { spawn: unknown }, 'spawn', 'starts a process');
  return {
    tried: () => {
      const error = first;
      first = undefined;
      return error;
    },
    end: () => {
      for (const end of ends) end();
    },
  };
}
