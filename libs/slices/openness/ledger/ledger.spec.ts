import { describe, it, expect } from '@jest/globals';
import { LEDGER_ACTOR, secret, uuid } from '@maillage/kernel';
import { given, id } from '../../../../test/harness/given.js';
import { ledgerDecider, LOG_ID } from './decider.js';

const DIGEST = 'ab'.repeat(32);
const attested = (change: object = {}) => ({ view: 'missions', version: 1, position: '40', digest: DIGEST, ...change });
const itself = { by: LEDGER_ACTOR, scopes: ['write', 'operator'] } as const;
const attestation = (...views: readonly object[]) => ({ type: 'ViewsAttested', data: { views } });
const attest = (past: readonly object[], ...views: readonly object[]) =>
  given(ledgerDecider, past.length === 0 ? [] : [attestation(...past)]).when('AttestViews', LOG_ID, { views }, itself);
const reopening = {
  previousOrigin: 'example.org/log',
  previousSize: '120',
  previousRoot: Buffer.alloc(32, 7).toString('base64'),
  keptPosition: '100',
  reason: 'Restored from the backup of the night.',
};

describe('Attesting views', () => {
  it('is done by the ledger itself', () => {
    attest([], attested()).then(attestation(attested()));
    expect(uuid.safeParse(LEDGER_ACTOR).success).toBe(true);
  });

  it('takes the scope of an operator', () => {
    given(ledgerDecider)
      .when('AttestViews', LOG_ID, { views: [attested()] }, { by: id(1) })
      .thenRefused('NOT_AN_OPERATOR');
  });

  it('is of the one log there is', () => {
    given(ledgerDecider)
      .when('AttestViews', id(1), { views: [attested()] }, itself)
      .thenRefused('UNKNOWN_LEDGER', ['id']);
  });

  it('goes forward only, view by view', () => {
    const other = attested({ view: 'reviews', position: '10' });
    attest([attested()], other, attested({ position: '41' })).then(attestation(other, attested({ position: '41' })));
    attest([attested()], other, attested({ position: '9' })).thenRefused('ATTESTED_FURTHER', ['views', 1, 'position']);
  });

  it('says one thing of a position, until the view is another version', () => {
    const digest = 'cd'.repeat(32);
    attest([attested()], attested()).then(attestation(attested()));
    attest([attested()], attested({ digest })).thenRefused('CONTRADICTS_ATTESTATION', ['views', 0, 'digest']);
    const next = attested({ version: 2, digest, position: '30' });
    attest([attested()], next).then(attestation(next));
  });

  it('names each view once, with a digest and a position', () => {
    const accepts = (...views: readonly object[]) =>
      ledgerDecider.commands.AttestViews.data.safeParse({ views }).success;
    expect(accepts(attested(), attested({ view: 'reviews' }))).toBe(true);
    const refused = [{ position: '007' }, { position: 40 }, { digest: 'ab' }, { version: 0 }];
    expect([accepts(), accepts(attested(), attested()), ...refused.map((each) => accepts(attested(each)))]).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });
});

describe('Publishing schemas', () => {
  const schema = (change: object = {}) => ({ type: 'MissionDeclared', schema: 1, sha256: DIGEST, ...change });
  const publication = (...schemas: readonly object[]) => ({ type: 'SchemasPublished', data: { schemas } });
  const publish = (past: readonly object[], ...schemas: readonly object[]) =>
    given(ledgerDecider, past.length === 0 ? [] : [publication(...past)]).when(
      'PublishSchemas',
      LOG_ID,
      { schemas },
      itself,
    );

  it('records those that are new, and nothing where none is', () => {
    const second = schema({ schema: 2 });
    publish([], schema()).then(publication(schema()));
    publish([schema()], schema(), second).then(publication(second));
    publish([schema()], schema()).then();
  });

  it('takes another number for another schema', () => {
    const other = schema({ sha256: 'cd'.repeat(32) });
    publish([schema()], schema({ schema: 2 }), other).thenRefused('CONTRADICTS_PUBLICATION', ['schemas', 1, 'sha256']);
  });

  it('takes the scope of an operator', () => {
    given(ledgerDecider)
      .when('PublishSchemas', LOG_ID, { schemas: [schema()] }, { by: id(1) })
      .thenRefused('NOT_AN_OPERATOR');
  });
});

describe('A key for receipts', () => {
  const key = `example.org/log/receipts+0123abcd+${'A'.repeat(44)}`;
  const certificate = { key, signature: `${'B'.repeat(91)}=` };
  const revocation = { key, reason: 'A disk was lost.' };
  const proposed = { type: 'ReceiptKeyProposed', data: { key } };
  const certified = { type: 'ReceiptKeyCertified', data: certificate };
  const revoked = { type: 'ReceiptKeyRevoked', data: revocation };
  const after = (...events: readonly { readonly type: string; readonly data: object }[]) => ({
    propose: () => given(ledgerDecider, events).when('ProposeReceiptKey', LOG_ID, { key }, itself),
    certify: () => given(ledgerDecider, events).when('CertifyReceiptKey', LOG_ID, certificate, itself),
    revoke: () => given(ledgerDecider, events).when('RevokeReceiptKey', LOG_ID, revocation, itself),
  });

  it('is proposed, certified and revoked, once each', () => {
    after().propose().then(proposed);
    after(proposed).propose().then();
    after(proposed).certify().then(certified);
    after(proposed, certified).certify().then();
    after(proposed, certified).revoke().then(revoked);
    after(proposed).revoke().then(revoked);
    after(proposed, revoked).revoke().then();
  });

  it('is certified where a server proposed it, and revoked where there is one', () => {
    after().certify().thenRefused('UNKNOWN_RECEIPT_KEY', ['key']);
    after().revoke().thenRefused('UNKNOWN_RECEIPT_KEY', ['key']);
  });

  it('is revoked for good', () => {
    after(proposed, revoked).certify().thenRefused('RECEIPT_KEY_REVOKED', ['key']);
    after(proposed, certified, revoked).propose().thenRefused('RECEIPT_KEY_REVOKED', ['key']);
  });

  it('takes the scope of an operator, and a name that says what it is for', () => {
    given(ledgerDecider)
      .when('ProposeReceiptKey', LOG_ID, { key }, { by: id(1) })
      .thenRefused('NOT_AN_OPERATOR');
    const accepts = (vkey: string) => ledgerDecider.commands.ProposeReceiptKey.data.safeParse({ key: vkey }).success;
    expect([key, key.replace('/receipts', ''), key.slice(1), `x ${key}`].map(accepts)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('Reopening the log', () => {
  it('is recorded with what the last checkpoint said', () => {
    given(ledgerDecider).when('ReopenLog', LOG_ID, reopening, itself).then({ type: 'LogReopened', data: reopening });
  });

  it('takes the scope of an operator and a root as checkpoints have it', () => {
    given(ledgerDecider)
      .when('ReopenLog', LOG_ID, reopening, { by: id(1) })
      .thenRefused('NOT_AN_OPERATOR');
    const schema = ledgerDecider.commands.ReopenLog.data;
    expect(schema.safeParse({ ...reopening, previousRoot: DIGEST }).success).toBe(false);
  });
});

describe('Erasing a file of evidence', () => {
  const erasing = { sha256: DIGEST, hidden: false, missionIds: [id(1), id(2)], reason: 'It names tenants.' };
  const erased = (data: object) => ({ type: 'EvidenceErased', data: { reason: erasing.reason, ...data } });

  it('is on record in each mission whose records name it, or once where none does', () => {
    given(ledgerDecider)
      .when('EraseEvidence', LOG_ID, erasing, itself)
      .then(erased({ sha256: DIGEST, missionId: id(1) }), erased({ sha256: DIGEST, missionId: id(2) }));
    given(ledgerDecider)
      .when('EraseEvidence', LOG_ID, { ...erasing, missionIds: [] }, itself)
      .then(erased({ sha256: DIGEST }));
  });

  it('keeps the hash of what was private out of the log', () => {
    given(ledgerDecider)
      .when('EraseEvidence', LOG_ID, { ...erasing, hidden: true, missionIds: [id(1)] }, itself)
      .then(erased({ sha256: secret(DIGEST), missionId: id(1) }));
  });

  it('takes the scope of an operator', () => {
    given(ledgerDecider)
      .when('EraseEvidence', LOG_ID, erasing, { by: id(1) })
      .thenRefused('NOT_AN_OPERATOR');
  });
});
