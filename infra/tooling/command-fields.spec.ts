import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { calendarDate, decimal, quantity, uuid } from '@maillage/kernel';
import { fieldsOf, type JsonSchema } from './command-fields.js';

const schemaOf = (shape: z.core.$ZodLooseShape) =>
  z.toJSONSchema(z.strictObject(shape), { io: 'input' }) as unknown as JsonSchema;

const inputs = (...names: readonly string[]) => names.map((name) => ({ name, required: name.endsWith('!') }));

describe('the fields of a form', () => {
  it('follow from the schema of the command, in its order, with lengths, choices and what is required', () => {
    const schema = schemaOf({
      kind: z.enum(['MONEY', 'TIME']),
      description: z.string().min(1).max(2000),
      dueOn: calendarDate.optional(),
      points: z.int().min(0).max(4),
      ties: z.array(z.enum(['PAYMENT'])).optional(),
      value: decimal.optional(),
    });
    const fields = fieldsOf('Promise', schema, inputs('value', 'ties', 'points', 'dueOn', 'description', 'kind'));
    expect(Object.entries(fields)).toEqual([
      ['kind', { type: 'choice', values: ['MONEY', 'TIME'], required: true }],
      ['description', { type: 'text', most: 2000, required: true }],
      ['dueOn', { type: 'date', required: false }],
      ['points', { type: 'integer', least: 0, most: 4, required: true }],
      ['ties', { type: 'choices', values: ['PAYMENT'], required: false }],
      ['value', { type: 'decimal', required: false }],
    ]);
  });

  it('are the parts of an object, needed together where the object itself is not needed', () => {
    const fields = fieldsOf('Promise', schemaOf({ quantity: quantity.optional() }), inputs('quantity'));
    expect(fields).toEqual({
      'quantity.amount': { type: 'decimal', required: 'group' },
      'quantity.unit': { type: 'text', required: 'group' },
    });
    const scores = schemaOf({ scores: z.strictObject({ results: z.int().min(0).max(4) }) });
    expect(fieldsOf('Review', scores, inputs('scores'))['scores.results']).toMatchObject({ required: true });
  });

  it('have ids for what a command is about, and nothing for what the API adds or does not take', () => {
    const schema = schemaOf({ missionId: uuid, contributionId: uuid.optional(), reason: z.string().max(1000) });
    const api = [
      { name: 'commandId', required: true },
      { name: 'commitmentId', required: true },
      { name: 'missionId', required: true },
      { name: 'reason', required: true },
    ];
    expect(fieldsOf('Withdraw', schema, api)).toEqual({
      commitmentId: { type: 'id', required: true },
      missionId: { type: 'id', required: true },
      reason: { type: 'text', most: 1000, required: true },
    });
  });

  it('say where null clears them, or the object they belong to', () => {
    const schema = schemaOf({ quantity: quantity.nullish(), dueOn: calendarDate.nullish(), name: z.string() });
    expect(fieldsOf('Revise', schema, inputs('quantity', 'dueOn', 'name'))).toEqual({
      'quantity.amount': { type: 'decimal', required: 'group', clears: true },
      'quantity.unit': { type: 'text', required: 'group', clears: true },
      dueOn: { type: 'date', required: false, clears: true },
      name: { type: 'text', required: true },
    });
  });

  it('take evidence as one field of links and files, with its limits', () => {
    const link = z.strictObject({ url: z.string().max(2048), title: z.string().max(300).optional() });
    const file = z.strictObject({ sha256: z.string(), name: z.string() });
    const schema = schemaOf({
      evidence: z
        .array(z.union([link, file]))
        .max(20)
        .default([]),
    });
    expect(fieldsOf('Declare', schema, inputs('evidence', 'files'))).toEqual({
      evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
    });
  });

  it('are refused where a form could not ask for them', () => {
    expect(() => fieldsOf('Odd', schemaOf({ any: z.array(z.boolean()) }), inputs('any'))).toThrow(
      /no field for any of Odd/,
    );
  });
});
