import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { shortened } from '@maillage/kernel';

/** As often as one name may be given to a field in one place of the answer. */
const MOST_OF_A_NAME = 30;
/** As many places may an answer have, lists aside, all operations of the document together. */
const MOST_PLACES = 20_000;
/** Nobody's operation is half as deep; what goes round in circles is deeper than any. */
const DEEPEST = 100;

/** What is looked through, and how much of it may still be. */
interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  left: number;
}

/**
 * To validate a document, fields that answer under one name in one place, in fragments or not, are compared with each other,
 * each with every other.
 * @throws {GraphQLError} GRAPHQL_VALIDATION_FAILED for one that would take long: in a time that grows with its length.
 */
export function refuseRepetition({ definitions }: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const walk: Walk = { fragments, left: MOST_PLACES };
  for (const each of definitions) if ('selectionSet' in each) lookThrough(walk, [each.selectionSet], 1);
}

/** @param sets what is selected in one place of the answer. */
function lookThrough(walk: Walk, sets: readonly SelectionSetNode[], depth: number): void {
  if (depth > DEEPEST)
    throw refused(`is more than ${DEEPEST} levels deep, or has a fragment within itself; ask for less at a time`);
  for (const found of namesIn(walk, sets).values()) {
    const within = found.filter((set) => set !== undefined);
    if (within.length > 0) lookThrough(walk, within, depth + 1);
  }
}

/** The fields of one place by the names they answer under, each with what is selected of it. */
function namesIn(walk: Walk, sets: readonly SelectionSetNode[]): ReadonlyMap<string, (SelectionSetNode | undefined)[]> {
  const names = new Map<string, (SelectionSetNode | undefined)[]>();
  const spread = new Set<string>();
  const open = [...sets];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    for (const selection of set.selections) {
      if ((walk.left -= 1) < 0) throw refused(`asks for more than ${MOST_PLACES} fields; ask for less at a time`);
      if (selection.kind === Kind.INLINE_FRAGMENT) open.push(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = walk.fragments.get(selection.name.value);
        if (fragment === undefined || spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
        open.push(fragment.selectionSet);
      } else {
        const name = selection.alias?.value ?? selection.name.value;
        const found = names.get(name) ?? [];
        if (found.push(selection.selectionSet) > MOST_OF_A_NAME) {
          throw refused(
            `asks for "${shortened(name)}" more than ${MOST_OF_A_NAME} times in one place; ask for it once`,
          );
        }
        names.set(name, found);
      }
    }
  }
  return names;
}

function refused(why: string): GraphQLError {
  const message = `This document ${why}.`;
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
}
