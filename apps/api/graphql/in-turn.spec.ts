import { describe, expect, it } from '@jest/globals';
import { SharedLoaders } from './in-turn.js';

const asked = (organisation: string) => ({ principal: { organisation, scopes: ['read'] as const } });

describe('What is loaded for an event that is told of', () => {
  it('is loaded once for all who ask as the same, and not kept for the next', () => {
    const shared = new SharedLoaders({ ask: () => Promise.reject(new Error('Nothing is asked.')) });
    const [event, next] = [{}, {}];
    const loaders = shared.of(event, { principal: undefined });
    expect(shared.of(event, { principal: undefined })).toBe(loaders);
    expect(shared.of(next, { principal: undefined })).not.toBe(loaders);
    const own = shared.of(event, asked('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50'));
    expect(own).not.toBe(loaders);
    expect(shared.of(event, asked('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50'))).toBe(own);
    expect(shared.of(event, asked('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51'))).not.toBe(own);
  });
});
