import { describe, expect, test } from 'vitest';
import { onceAtATime, type Submitted, sendInOrder } from '../../../web/console/field/send-in-order.ts';
import type { Unsent } from '../../../web/console/field/unsent-store.ts';

const made = (id: string, more: Partial<Unsent> = {}): Unsent =>
  ({
    ...{ kind: 'check-in', id, subject: 'i', visitId: 'v', businessName: '旅馆', madeAt: '2026-12-01T01:00:00.000Z' },
    ...{ attempt: 0, body: { code: 'A' } },
    ...more,
  }) as Unsent;
const refused = { status: 422, title: '不符合', errors: [] } as unknown as Exclude<Submitted, string>;

/** A phone whose answers are given one by one. */
const aPhone = (...records: readonly Unsent[]) => {
  const waiting: { readonly id: string; readonly answer: (submitted: Submitted) => void }[] = [];
  const sent: string[] = [];
  const send = ({ id }: Unsent): Promise<Submitted> => {
    sent.push(id);
    const { promise, resolve } = Promise.withResolvers<Submitted>();
    waiting.push({ id, answer: resolve });
    return promise;
  };
  const answerNext = async (submitted: Submitted): Promise<void> => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    waiting.shift()?.answer(submitted);
  };
  return { send, sent, answerNext, sendAll: sendInOrder({ all: async () => records, send }) };
};

describe('what was done at doors', () => {
  test('is sent in its order, up to the first that finds no network', async () => {
    const { sendAll, sent, answerNext } = aPhone(made('1'), made('2'), made('3'));
    const done = sendAll();
    await answerNext('sent');
    await answerNext('kept');
    await done;
    expect(sent).toEqual(['1', '2']);
  });

  test('and was refused waits for its person, and holds up nothing behind it', async () => {
    const { sendAll, sent, answerNext } = aPhone(made('1', { problem: refused }), made('2'));
    const done = sendAll();
    await answerNext(refused);
    await done;
    expect(sent).toEqual(['2']);
    const asked = sendAll(true);
    await answerNext('sent');
    await answerNext('sent');
    await asked;
    expect(sent).toEqual(['2', '1', '2']);
  });

  test('goes as soon as the network is back, though the last attempt without one still waits', async () => {
    const { sendAll, sent, answerNext } = aPhone(made('1'));
    const without = sendAll();
    await sendAll(); // the network is back
    await answerNext('kept');
    await answerNext('sent');
    await without;
    expect(sent).toEqual(['1', '1']);
  });

  test('is on its way once, whichever part of the screen sends it', async () => {
    const { send, sent, answerNext } = aPhone();
    const one = onceAtATime(send, new Map());
    const both = Promise.all([one(made('1')), one(made('1'))]);
    await answerNext('sent');
    expect(await both).toEqual(['sent', 'sent']);
    expect(sent).toEqual(['1']);
    const later = one(made('1'));
    await answerNext('kept');
    expect(await later).toBe('kept');
  });
});
