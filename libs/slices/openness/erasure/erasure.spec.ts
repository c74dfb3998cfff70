import { describe, it, expect } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { given, id, NOON, projected, recorded } from '../../../../test/harness/given.js';
import { erasureDecider } from './decider.js';
import { erasureEvents, pointer } from './events.js';
import { erasures } from './view.js';

const EVENT = id(50);
const AUTHOR = id(1);
const OTHER = id(2);
const NAMED = id(4);
const OPERATOR = id(3);

const terms = { path: '/whatWorked', ground: 'REQUEST_OF_THE_PERSON' };
const committed = { organisationId: AUTHOR, committed: true, names: [NAMED] };
const erased = (path: string, more: object = {}): DomainEvent => ({
  type: 'ValueErased',
  data: { ...terms, eventId: EVENT, path, ...more },
});

describe('An erasure', () => {
  it('is recorded by the organisation that recorded the value', () => {
    given(erasureDecider)
      .when('EraseValue', EVENT, { ...terms, note: 'Asked for in March.', recorded: committed }, { by: AUTHOR })
      .then(erased('/whatWorked', { note: 'Asked for in March.' }));
  });

  it('is recorded by whoever the event names', () => {
    given(erasureDecider)
      .when('EraseValue', EVENT, { ...terms, recorded: committed }, { by: NAMED })
      .then(erased('/whatWorked'));
  });

  it('is recorded by an operator, and by nobody else', () => {
    const command = { ...terms, recorded: committed };
    given(erasureDecider)
      .when('EraseValue', EVENT, command, { by: OPERATOR, scopes: ['write', 'operator'] })
      .then(erased('/whatWorked'));
    given(erasureDecider).when('EraseValue', EVENT, command, { by: OTHER }).thenRefused('NOT_YOURS_TO_ERASE', ['id']);
  });

  it('is of an event that the log has', () => {
    given(erasureDecider).when('EraseValue', EVENT, terms, { by: AUTHOR }).thenRefused('UNKNOWN_EVENT', ['id']);
  });

  it('is of a private value, for what is public stays', () => {
    const recorded = { ...committed, committed: false };
    given(erasureDecider)
      .when('EraseValue', EVENT, { ...terms, recorded }, { by: AUTHOR })
      .thenRefused('NOT_PRIVATE', ['path']);
  });

  it('is not done twice, while other values of the event may follow', () => {
    const after = given(erasureDecider, [erased('/whatWorked')]);
    after
      .when('EraseValue', EVENT, { ...terms, recorded: committed }, { by: AUTHOR })
      .thenRefused('ALREADY_ERASED', ['path']);
    after
      .when('EraseValue', EVENT, { ...terms, path: '/whatToTry', recorded: committed }, { by: AUTHOR })
      .then(erased('/whatToTry'));
  });

  it('has a ground from a closed list and a path that is a JSON Pointer', () => {
    const accepts = (change: object) =>
      erasureDecider.commands.EraseValue.data.safeParse({ ...terms, recorded: committed, ...change }).success;
    expect([accepts({}), accepts({ ground: 'BECAUSE' }), accepts({ path: 'whatWorked' })]).toEqual([
      true,
      false,
      false,
    ]);
    const pointers = ['/a/0/b~1c~0', '/', '', 'a', '/~2', '/a~'];
    expect(pointers.map((each) => pointer.safeParse(each).success)).toEqual([true, true, false, false, false, false]);
  });

  it('says which value goes with it', () => {
    const type = erasureEvents.ValueErased;
    expect(type.erases?.(type.data.parse(erased('/answer').data))).toEqual([{ eventId: EVENT, path: '/answer' }]);
  });

  it('is listed with who did it and why', () => {
    const by = { actor: { organisation: AUTHOR } };
    const { erasure } = projected(erasures, [
      recorded(`erasure/${EVENT}`, erased('/whatWorked'), by),
      recorded(`erasure/${EVENT}`, erased('/answer', { note: 'So ruled.' }), by),
    ]);
    const row = { event_id: EVENT, ground: 'REQUEST_OF_THE_PERSON', erased_by: AUTHOR, erased_at: NOON };
    expect(erasure).toEqual([
      { ...row, path: '/answer', note: 'So ruled.', position: '2' },
      { ...row, path: '/whatWorked', note: null, position: '1' },
    ]);
  });
});
