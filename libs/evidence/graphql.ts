import { Context, Field, Int, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '@maillage/engine';
import { evidencePath, filesOf, type EvidenceFile, type EvidenceItem } from './events.js';
import { EVIDENCE_FILE_STATES, evidenceFileState, type EvidenceFileState } from './queries.js';

const StateEnum = Object.fromEntries(EVIDENCE_FILE_STATES.map((state) => [state, state]));
registerEnumType(StateEnum, {
  name: 'EvidenceFileState',
  description: 'Whether a file can be had.',
  valuesMap: {
    AVAILABLE: { description: 'Its address gives the content.' },
    ERASED: { description: 'The content is not kept here any more; its hash still says which file was shown.' },
  },
});

@ObjectType('EvidenceFile', { description: 'A file kept by its content’s hash; its address never changes.' })
export class EvidenceFileObject {
  @Field({ description: 'SHA-256 of the content, in lower-case hexadecimal.' })
  sha256!: string;
  @Field({ description: 'Of the file, without folders.' })
  name!: string;
  @Field({ description: 'As found from the content.' })
  mediaType!: string;
  @Field(() => Int, { description: 'In bytes.' })
  size!: number;
  @Field(() => String, { nullable: true, description: 'What it is, in a few words.' })
  title!: string | null;
  @Field({ description: 'Path on this server: /evidence/<sha256>/<name>.' })
  url!: string;

  static of({ sha256, name, mediaType, size, title }: EvidenceFile): EvidenceFileObject {
    const url = evidencePath(sha256, name);
    return Object.assign(new EvidenceFileObject(), { sha256, name, mediaType, size, title: title ?? null, url });
  }

  static allOf(items: readonly EvidenceItem[]): readonly EvidenceFileObject[] {
    return filesOf(items).map((file) => EvidenceFileObject.of(file));
  }
}

@Resolver(() => EvidenceFileObject)
export class EvidenceFileResolver {
  @ResolveField(() => StateEnum, { description: 'Whether its address gives the content.' })
  state(@Parent() { sha256 }: EvidenceFileObject, @Context() context: GraphqlContext): Promise<EvidenceFileState> {
    return context.loaders.load(evidenceFileState, sha256, null);
  }
}
