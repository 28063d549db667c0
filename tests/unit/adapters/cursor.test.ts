import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listName, readCursor, writeCursor } from '../../../lib/adapters/dynamo/cursor.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';

const position = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });

describe('cursors', () => {
  it('lead back to where they were written', () => {
    fc.assert(
      fc.property(position, fc.string(), (after, list) => {
        expect(readCursor(list, writeCursor(list, after))).toEqual({ after });
      }),
    );
  });

  it('are refused by every other list', () => {
    fc.assert(
      fc.property(position, fc.string(), fc.string(), (after, list, other) => {
        fc.pre(list !== other);
        expect(isRefusal(readCursor(other, writeCursor(list, after)))).toBe(true);
      }),
    );
  });

  it('are refused where nobody wrote them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (garbage) => {
        expect(isRefusal(readCursor('list', garbage))).toBe(true);
      }),
    );
  });

  it('are refused where their position could be no sort key', () => {
    expect(isRefusal(readCursor('list', writeCursor('list', '界'.repeat(400))))).toBe(true);
    expect(isRefusal(readCursor('list', writeCursor('list', '')))).toBe(true);
  });

  it('name the list as its scope sees it', () => {
    const scopes = [
      {},
      { department: 'fire' },
      { street: 'fire' },
      { unit: 'fire' },
      { department: 'fire', unit: 'fire' },
    ];
    const names = scopes.map((narrow) => listName('D#a#PLANS', { district: 'a', ...narrow }));
    expect(new Set(names).size).toBe(scopes.length);
  });
});
