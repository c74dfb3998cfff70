import { describe, it, expect } from '@jest/globals';
import { openReceipt, parseCheckpoint, parseNote, parseVerifierKey, VerificationError } from '@maillage/verifier';
import type { Receipt } from '../contract.js';
import { signedReceipt } from './receipt.js';
import { SigningKey } from './signing-key.js';

const key = SigningKey.generate('ledger.example.org/housing');
const receipt: Receipt = {
  commandId: '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50',
  recordedAt: '2026-11-22T09:30:00.000Z',
  events: [41n, 42n].map((position) => ({
    id: `0192f0c1-7b2e-5cc3-9a55-0b1c2d3e4f${position}`,
    type: 'CommitmentMade',
    stream: 'commitment/0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51',
    version: position - 40n,
    position,
    hash: position.toString(16).padStart(64, '0'),
  })),
};

describe('A signed receipt', () => {
  it('says what was recorded, when and where, to whoever has the log’s key', () => {
    expect(openReceipt(signedReceipt(receipt, key, 90), parseVerifierKey(key.vkey))).toEqual({
      origin: 'ledger.example.org/housing',
      commandId: receipt.commandId,
      recordedAt: receipt.recordedAt,
      coveredBy: '2026-11-22T09:31:30.000Z',
      events: receipt.events.map(({ position, hash }) => ({ position, leaf: Buffer.from(hash, 'hex') })),
    });
  });

  it('is the same, byte by byte, whenever it is asked for', () => {
    expect(signedReceipt({ ...receipt }, SigningKey.parse(key.secret), 60)).toBe(signedReceipt(receipt, key, 60));
  });

  it('is another for any other content, and bears no other’s signature', () => {
    const note = signedReceipt(receipt, key, 60);
    const verifier = parseVerifierKey(key.vkey);
    for (const [from, to] of [
      ['41 ', '40 '],
      ['09:30', '09:29'],
      ['by 2026-11-22T09:31', 'by 2026-11-22T19:31'],
      ['4f50', '4f51'],
    ] as const) {
      expect(note).toContain(from);
      expect(() => openReceipt(note.replace(from, to), verifier)).toThrow(VerificationError);
    }
    const other = SigningKey.generate(key.name);
    expect(() => openReceipt(note, parseVerifierKey(other.vkey))).toThrow(VerificationError);
  });

  it('never passes for a checkpoint', () => {
    const { text } = parseNote(signedReceipt({ ...receipt, events: receipt.events.slice(0, 1) }, key, 60));
    expect(() => parseCheckpoint(text)).toThrow(VerificationError);
  });

  it('is not given where nothing was recorded', () => {
    expect(() => signedReceipt({ commandId: receipt.commandId, events: [] }, key, 60)).toThrow(/recorded nothing/);
  });
});
