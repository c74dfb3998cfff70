import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  getOperationAST,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { Config } from '@maillage/platform';
import { LARGEST_BODY, GRAPHQL_PATH, requestIdOf } from '../http/server.js';
import { addressesBehind, visitorAt } from '../http/addresses.js';
import { named, tooBusy, type Doorkeeper } from '../http/admission.js';
import { Counts } from '../http/counts.js';
import { namingHostOf } from '../http/hosts.js';
import type { Pace } from '../http/pace.js';
import { refuseDoubleKeys, textOf, UnacceptableJson } from '../http/json.js';
import type { Budget } from './budget.js';
import { newContext, type ApiContext, type OperationsShare } from './context.js';
import type { Documents } from './documents.js';
import type { ErrorBody, ErrorPresenter } from './errors.js';
import type { InFlight } from './in-flight.js';
import { executeOnce, SharedLoaders, subscribeInTurn, type Placed } from './in-turn.js';
import { acceptableCost } from './limits.js';

const MOST_CONNECTIONS = 2_000;
/** A tenth: one household, or one office behind an address, never takes all the places. */
const MOST_CONNECTIONS_OF_A_VISITOR = 200;
const MOST_OPERATIONS_PER_CONNECTION = 20;
/** In bytes. Whoever is not known yet says who it is, and no more. */
const LONGEST_GREETING = 16 * 1024;
/** Of a connection, whatever they are: of all that comes, operations alone are counted as requests. */
const MOST_MESSAGES_A_MINUTE = 1_000;
const MINUTE_MS = 60_000;

export interface SubscriptionOptions extends OperationsShare {
  readonly schema: GraphQLSchema;
  readonly doorkeeper: Doorkeeper;
  readonly presenter: ErrorPresenter;
  readonly maxQueryCost: number;
  readonly documents: Documents;
  readonly budget: Budget;
  readonly inFlight: InFlight;
  readonly pace: Pace;
  /** Which proxies may say, in a header, for whom they ask; and in production under which name this answers. */
  readonly config: Pick<Config, 'production' | 'publicUrl' | 'trustProxy'>;
}

/** The text of a message is checked before the protocol reads it, as what comes by HTTP is. */
class CheckedSocket extends WebSocket {
  /** Whether it is known who asks. */
  admitted = false;
  private heard = { minute: 0, messages: 0 };

  override emit(event: string | symbol, ...rest: unknown[]): boolean {
    if (event !== 'message') return super.emit(event, ...rest);
    // Once it is closed on this side, what still comes is not looked at.
    if (this.readyState !== WebSocket.OPEN) return true;
    try {
      const message = rest[0] as Buffer;
      this.refuseTooMuch(message.length);
      // Frames of text are UTF-8 already; others may be anything.
      refuseDoubleKeys(textOf(message));
      return super.emit(event, ...rest);
    } catch (error) {
      if (!(error instanceof UnacceptableJson)) throw error;
      this.close(CloseCode.BadRequest, reasonOf(error.message));
      return true;
    }
  }

  /** @throws {UnacceptableJson} before anything is read of it. */
  private refuseTooMuch(length: number): void {
    if (!this.admitted && length > LONGEST_GREETING) {
      throw new UnacceptableJson(`Before connection_ack, a message has at most ${LONGEST_GREETING} bytes.`);
    }
    const minute = Math.floor(performance.now() / MINUTE_MS);
    const before = this.heard.minute === minute ? this.heard.messages : 0;
    this.heard = { minute, messages: before + 1 };
    if (before >= MOST_MESSAGES_A_MINUTE) {
      throw new UnacceptableJson(`A connection takes at most ${MOST_MESSAGES_A_MINUTE} messages a minute.`);
    }
  }
}

interface Connection {
  requestId: string;
  authorization: string | undefined;
  /** Aborted once the connection is closed. */
  client: AbortSignal;
}
/** graphql-js's own, as exact optional properties have it. */
type Result = Omit<ExecutionResult, 'errors'> & { readonly errors?: readonly GraphQLError[] | undefined };
type SocketContext = Context<Record<string, unknown>, Extra & Partial<Connection>>;

/**
 * GraphQL over WebSocket (graphql-ws) beside HTTP, under the same limits. Not by Nest's own driver option, which takes
 * messages of 100 MiB and bounds neither connections nor operations on one.
 */
export class Subscriptions {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_BODY,
    clientTracking: true,
    WebSocket: CheckedSocket,
    handleProtocols: (protocols) => (protocols.has('graphql-transport-ws') ? 'graphql-transport-ws' : false),
  });
  private readonly protocol: { dispose(): void | Promise<void> };
  private readonly addressOf: (request: IncomingMessage) => string;
  private readonly namesUs: (request: IncomingMessage) => boolean;
  private readonly connectionsOf = new Counts();
  private readonly onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    this.upgrade(request, socket, head);
  };

  constructor(
    private readonly server: Server,
    private readonly options: SubscriptionOptions,
  ) {
    const shared = new SharedLoaders(options.bus);
    this.protocol = useServer<Record<string, unknown>, Partial<Connection>>(
      {
        schema: options.schema,
        connectionInitWaitTimeout: 10_000,
        onConnect: (context) => this.connect(context),
        onSubscribe: (context, _, payload) => this.subscribe(context, payload),
        // As `subscribe` below gives them.
        execute: (args) => executeOnce(args as Placed),
        subscribe: (args) => subscribeInTurn(options.inFlight, options.pace, shared, args as Placed),
        onNext: (_context, _id, _payload, args, result) => this.present(args as Placed, result as Result),
        onError: (context, _id, _payload, errors) => {
          options.presenter.report(errors, context.extra.requestId ?? '');
          return errors.map((error) => options.presenter.present(error.toJSON(), error));
        },
        isProd: true,
      },
      this.sockets,
    );
    const { production, publicUrl, trustProxy } = options.config;
    this.addressOf = addressesBehind(trustProxy);
    this.namesUs = production && publicUrl !== undefined ? namingHostOf(publicUrl, trustProxy) : () => true;
    server.on('upgrade', this.onUpgrade);
  }

  /** Tells every client that the server goes away. */
  async close(): Promise<void> {
    this.server.off('upgrade', this.onUpgrade);
    await this.protocol.dispose();
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const visitor = visitorAt(this.addressOf(request));
    const refusal = this.refusalOf(request, visitor);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.connectionsOf.change(visitor, 1);
    // Also where the upgrade itself is refused.
    socket.once('close', () => this.connectionsOf.change(visitor, -1));
    this.sockets.handleUpgrade(request, socket, head, (client) => {
      this.sockets.emit('connection', client, request);
    });
  }

  private refusalOf(request: IncomingMessage, visitor: string): string | undefined {
    if (!this.namesUs(request)) return '421 Misdirected Request';
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== GRAPHQL_PATH) return '404 Not Found';
    if (this.sockets.clients.size >= MOST_CONNECTIONS) return '503 Service Unavailable';
    if (this.connectionsOf.of(visitor) >= MOST_CONNECTIONS_OF_A_VISITOR) return '429 Too Many Requests';
    return undefined;
  }

  /** `connectionParams: { authorization: "Bearer …" }`, as browsers can set no header here; others may send the header. */
  private async connect({ connectionParams, extra }: SocketContext): Promise<boolean> {
    const { request, socket } = extra;
    const given = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
    const authorization = given ?? request.headers.authorization;
    const requestId = requestIdOf(request);
    extra.requestId = requestId;
    extra.client = until(socket);
    if (authorization !== undefined && typeof authorization !== 'string') return false;
    extra.authorization = authorization;
    const admission = await this.options.doorkeeper.admit(authorization, this.addressOf(request), requestId);
    if ('principal' in admission) {
      if (socket instanceof CheckedSocket) socket.admitted = true;
      return true;
    }
    const [{ message }] = admission.body.errors;
    socket.close(admission.status === 401 ? 4403 : 4503, reasonOf(message));
    return false;
  }

  private async subscribe(context: SocketContext, payload: SubscribePayload): Promise<Placed | GraphQLError[]> {
    const { doorkeeper } = this.options;
    const { authorization, request, requestId = randomUUID(), client } = context.extra;
    if (Object.keys(context.subscriptions).length > MOST_OPERATIONS_PER_CONNECTION) {
      return [refused('RATE_LIMITED', `At most ${MOST_OPERATIONS_PER_CONNECTION} operations run on one connection.`)];
    }
    // Once more for each operation: a key may have been revoked since, and each one counts.
    const admission = await doorkeeper.admit(authorization, this.addressOf(request), requestId);
    if (!('principal' in admission)) return refusedBy(admission.body);
    const answered = await this.options.pace.turn(admission.visitor, client);
    if (answered === undefined) return refusedBy(tooBusy(named(admission.principal)).body);
    const contextValue = newContext(this.options, admission, requestId, undefined, { client });
    const placed = await this.placed(contextValue, payload).catch((error: unknown) => {
      answered();
      throw error;
    });
    if (!('leave' in placed)) {
      answered();
      return placed;
    }
    const leave = () => {
      placed.leave();
      answered();
    };
    return { ...placed, leave };
  }

  private async placed(contextValue: ApiContext, payload: SubscribePayload): Promise<Placed | GraphQLError[]> {
    const { schema } = this.options;
    const document = await this.options.documents.read(contextValue, schema, payload.query);
    if (!('kind' in document)) return [...document];
    const operation = getOperationAST(document, payload.operationName);
    if (operation === undefined || operation === null) {
      return [refused('OPERATION_RESOLUTION_FAILURE', 'Name one of the operations of the document in operationName.')];
    }
    const variables = payload.variables ?? {};
    try {
      const place = await this.place(contextValue, document, operation, variables);
      const { operationName } = payload;
      return { schema, document, operationName, variableValues: variables, contextValue, ...place };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** @throws {GraphQLError} where it costs too much by itself, or with what was asked before. */
  private async place(
    context: ApiContext,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Pick<Placed, 'cost' | 'leave'>> {
    const { schema, maxQueryCost, budget, inFlight } = this.options;
    const cost = acceptableCost(schema, document, operation, variables, maxQueryCost);
    const { refusal } = await budget.count(context, cost);
    if (refusal !== undefined) throw refusal;
    return { cost, leave: await inFlight.enter(context, cost) };
  }

  private present({ contextValue }: Placed, { errors, ...result }: Result): FormattedExecutionResult {
    if (errors === undefined) return result;
    const { presenter } = this.options;
    presenter.report(errors, contextValue.requestId);
    return { ...result, errors: errors.map((error) => presenter.present(error.toJSON(), error)) };
  }
}

function until(socket: Extra['socket']): AbortSignal {
  const closed = new AbortController();
  // All of its operations may wait for their turn.
  setMaxListeners(0, closed.signal);
  socket.once('close', () => {
    closed.abort();
  });
  return closed.signal;
}

function refusedBy({ errors: [{ message, extensions }] }: ErrorBody): GraphQLError[] {
  return [refused(extensions.code, message)];
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** As much of a message as a close frame holds: 123 bytes. */
function reasonOf(message: string): string {
  return Buffer.from(message).subarray(0, 120).toString('utf8');
}
