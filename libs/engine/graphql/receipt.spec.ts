import { describe, it, expect } from '@jest/globals';
import { certificateOf, receiptKeyName, ReceiptSigner, SigningKey, type Receipt } from '@maillage/ledger';
import { openReceipt, parseVerifierKey } from '@maillage/verifier';
import { ReceiptObject } from './receipt.js';
import { ReceiptResolver } from './receipt.resolver.js';

const receipt: Receipt = {
  commandId: '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50',
  recordedAt: '2026-11-22T09:30:00.000Z',
  events: [
    {
      id: '0192f0c1-7b2e-5cc3-9a55-0b1c2d3e4f51',
      type: 'CommitmentMade',
      stream: 'commitment/0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51',
      version: 1n,
      position: 41n,
      hash: 'ab'.repeat(32),
    },
  ],
};
const key = SigningKey.generate('ledger.example.org/housing');
const signer = new ReceiptSigner(key, 60);

describe('A receipt in GraphQL', () => {
  it('is signed by a server that has the log’s key', () => {
    const signed = new ReceiptResolver(signer).signed(ReceiptObject.of(receipt));
    expect(openReceipt(signed ?? '', parseVerifierKey(key.vkey))).toMatchObject({
      coveredBy: '2026-11-22T09:31:00.000Z',
      events: [{ position: 41n }],
    });
  });

  it('is signed by a server with a key of its own once the log’s has certified it', () => {
    const own = SigningKey.generate(receiptKeyName(key.name));
    const certificates: string[] = [];
    const resolver = new ReceiptResolver(new ReceiptSigner(own, 60, () => certificates[0]));
    expect(resolver.signed(ReceiptObject.of(receipt))).toBeNull();
    certificates.push(certificateOf(own.vkey, key));
    const signed = resolver.signed(ReceiptObject.of(receipt));
    expect(openReceipt(signed ?? '', parseVerifierKey(key.vkey))).toMatchObject({ signedBy: own.vkey });
  });

  it('is not signed by one without, nor where nothing was recorded', () => {
    expect(new ReceiptResolver().signed(ReceiptObject.of(receipt))).toBeNull();
    const empty = ReceiptObject.of({ commandId: receipt.commandId, events: [] });
    expect(new ReceiptResolver(signer).signed(empty)).toBeNull();
    expect(empty).toMatchObject({ recordedAt: null, position: undefined, events: [] });
  });
});
