import { Context, Field, Int, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { computed, DefinitionError, type Asked, type EdgeOf, type GraphqlContext } from '@maillage/engine';
import type { PrivateReference, Row } from '@maillage/kernel';
import { keyOf, privateValues } from './disclosure.queries.js';
import { evidencePath, filesOf, type EvidenceFile, type EvidenceItem, type HeldEvidence } from './events.js';
import { EVIDENCE_FILE_STATES, evidenceFileState, type EvidenceFileState } from './queries.js';

const StateEnum = Object.fromEntries(EVIDENCE_FILE_STATES.map((state) => [state, state]));
registerEnumType(StateEnum, {
  name: 'EvidenceFileState',
  description: 'Whether a file can be had.',
  valuesMap: {
    AVAILABLE: {
      description: 'Its address gives the content; of a private one, to those that may see it, by key or session.',
    },
    WITHHELD: {
      description: 'The mission keeps it private and you may not see it: of what names it nothing is shown.',
    },
    ERASED: {
      description: 'The content is not kept here any more; the hash in the log still says which file was shown.',
    },
    MISSING: {
      description:
        'What the log has the salted hash of is gone, though the log does not say that it was erased; ask whoever runs the ledger.',
    },
  },
});

@ObjectType('EvidenceFile', {
  description:
    'A file kept by its content’s hash; its address never changes. Of a file that a mission keeps private, the log has a salted hash of name and content.',
})
export class EvidenceFileObject {
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the content, in lower-case hexadecimal; null where it is withheld, or erased with its name.',
  })
  sha256!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the file, without folders; null as `sha256` is.' })
  name!: string | null;
  @Field(() => String, { nullable: true, description: 'As found from the content; null as `sha256` is.' })
  mediaType!: string | null;
  @Field(() => Int, { nullable: true, description: 'In bytes; null as `sha256` is.' })
  size!: number | null;
  @Field(() => String, { nullable: true, description: 'What it is, in a few words.' })
  title!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Path on this server: /evidence/<sha256>/<name>; null as `sha256` is.',
  })
  url!: string | null;
  @Field({ description: 'Whether the mission keeps it private: its address then asks for a key or a session.' })
  private!: boolean;

  /** Where nothing else tells. */
  fixed!: EvidenceFileState | undefined;

  static of({ sha256, name, mediaType, size, title }: EvidenceFile, isPrivate: boolean): EvidenceFileObject {
    const url = evidencePath(sha256, name);
    const file = { sha256, name, mediaType, size, title: title ?? null, url, private: isPrivate };
    return Object.assign(new EvidenceFileObject(), file);
  }

  /** Of evidence that no mission keeps private. */
  static allOf(items: readonly EvidenceItem[]): readonly EvidenceFileObject[] {
    return filesOf(items).flatMap((file) => (isHeldBeside(file) ? [] : [EvidenceFileObject.of(file, false)]));
  }

  /** One of which nothing is shown. */
  static hidden(state: EvidenceFileState): EvidenceFileObject {
    const nothing = { sha256: null, name: null, mediaType: null, size: null, title: null, url: null };
    return Object.assign(new EvidenceFileObject(), { ...nothing, private: true, fixed: state });
  }
}

@Resolver(() => EvidenceFileObject)
export class EvidenceFileResolver {
  @ResolveField(() => StateEnum, { description: 'Whether its address gives the content.' })
  state(
    @Parent() { sha256, fixed }: EvidenceFileObject,
    @Context() context: GraphqlContext,
  ): Promise<EvidenceFileState> | EvidenceFileState {
    if (sha256 === null) return fixed ?? 'ERASED';
    return context.loaders.load(evidenceFileState, sha256, null);
  }
}

interface FilesOptions<Of extends Row> {
  readonly says: string;
  /** Of the evidence, as `evidenceHeld` gives it. */
  readonly column: keyof NoInfer<Of> & string;
  /** Whether whoever asks may see private files; asked only where there are some. */
  readonly mayRead: (asked: Asked<Of>) => Promise<boolean>;
  /** Whether whoever asks is shown none of them, wherever they stand; without it, nothing is kept back. */
  readonly withheld?: (asked: Asked<Of>) => Promise<boolean>;
}

/** The files among a thing's evidence, as a field of its definition: shown, or that they are not. */
export function evidenceFiles<Of extends Row>({ says, column, mayRead, withheld }: FilesOptions<Of>): EdgeOf<Of> {
  const edge = computed<Of>({
    says,
    type: [EvidenceFileObject],
    resolve: async (asked) => {
      const files = filesOf(asked.row[column] as readonly HeldEvidence[]);
      if (files.length > 0 && (await withheld?.(asked)) === true) {
        return files.map(() => EvidenceFileObject.hidden('WITHHELD'));
      }
      const reveal = files.some(isHeldBeside) && (await mayRead(asked));
      return Promise.all(
        files.map(async (file) =>
          isHeldBeside(file) ? await besideTheLog(asked.context, file, reveal) : EvidenceFileObject.of(file, false),
        ),
      );
    },
  });
  return {
    ...edge,
    prepare: (field, columns) => {
      if (!columns.includes(column)) throw new DefinitionError(`${field} needs a column ${column}.`);
      return edge.prepare(field, columns);
    },
    source: () => ({ columns: [column] }),
  };
}

function isHeldBeside(file: EvidenceFile | PrivateReference): file is PrivateReference {
  return 'eventId' in file;
}

async function besideTheLog(
  { loaders }: GraphqlContext,
  reference: PrivateReference,
  reveal: boolean,
): Promise<EvidenceFileObject> {
  const stored = await loaders.load(privateValues, keyOf(reference), { reveal });
  if ('lost' in stored) return EvidenceFileObject.hidden(stored.lost);
  return reveal ? EvidenceFileObject.of(stored.value as EvidenceFile, true) : EvidenceFileObject.hidden('WITHHELD');
}
