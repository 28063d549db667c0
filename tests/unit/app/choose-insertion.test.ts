import { describe, expect, it } from 'vitest';
import { getCommand } from '../../../lib/app/schedule/get-command.ts';
import { listUrgentOptions } from '../../../lib/app/schedule/list-urgent-options.ts';
import { anUrgentCheck, send, settled } from '../../support/a-change.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  type District,
  district,
  drain,
  proposed,
  published,
} from '../../support/a-run.ts';

// A coordinator may take another of the listed ways than the cheapest; it holds as it was chosen, or not at all.

const window = { notBefore: '2026-12-01', due: '2026-12-18' };
const order = (option?: object, more: object = {}) => ({
  operation: 'insert-urgent' as const,
  body: anUrgentCheck({ items: ['I0201'], window, ...(option && { option }), ...more }),
});

/** Fire visits B-01 for its exits in December: joining it costs an urgent check next to nothing. */
const withVisit = async () => {
  const ports = await aDistrict();
  await addPlan(ports, { rows: [{ notBefore: '2026-12-07', items: ['I0001'] }] });
  await published(ports, await proposed(ports));
  const [standing] = allVisits(ports);
  if (!standing) throw new Error('nothing was published');
  return { ports, standing };
};

const listed = async (ports: District) => {
  const { businessId, items, mode } = anUrgentCheck({ items: ['I0201'] });
  const query = { businessId, items: items.join(','), mode, ...window };
  const now = ports.clock.now().toISOString();
  const answer = await listUrgentOptions(
    ports,
    aRequest('list-urgent-options', { query, principal: coordinator, now }),
  );
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.items;
};

describe('a way that was chosen', () => {
  it('is taken though another is cheaper', async () => {
    const { ports, standing } = await withVisit();
    const options = await listed(ports);
    expect(options.find(({ blockedBy }) => !blockedBy)).toMatchObject({ kind: 'join', visitId: standing.visitId });
    const dearer = options.findLast(({ kind, blockedBy }) => kind === 'new-visit' && !blockedBy);
    const command = await settled(ports, order({ day: dearer?.day, start: dearer?.start }));
    expect(command).toMatchObject({ status: 'done', outcome: { option: 'new-visit', price: dearer?.price } });
    const own = allVisits(ports).find(({ visitId }) => visitId === command.outcome?.visitId);
    expect(own).toMatchObject({ day: dearer?.day, start: dearer?.start, plans: [{ type: 'case' }] });
    expect(command.outcome?.options).toContainEqual(expect.objectContaining({ visitId: standing.visitId }));
  });

  it('may be a start of the day that is not its cheapest', async () => {
    const { ports } = await withVisit();
    const command = await settled(ports, order({ day: '2026-12-02', start: '15:00' }));
    const own = allVisits(ports).find(({ visitId }) => visitId === command.outcome?.visitId);
    expect(own).toMatchObject({ day: '2026-12-02', start: '15:00' });
  });

  it('is the visit to join that was named', async () => {
    const { ports, standing } = await withVisit();
    const { visitId } = standing;
    expect(await settled(ports, order({ visitId }))).toMatchObject({
      status: 'done',
      outcome: { option: 'join', visitId },
    });
    expect(allVisits(ports)).toHaveLength(1);
  });

  it('is never exchanged for another: refused with what is in its way, and with what is open now', async () => {
    const { ports, standing } = await withVisit();
    const { day } = standing;
    const command = await settled(ports, order({ day, start: '15:00' }));
    expect(command).toMatchObject({
      status: 'refused',
      refusals: [
        { path: 'option', code: 'option-gone' },
        { path: 'option', code: 'near-visit', values: { day } },
      ],
    });
    expect(command.outcome?.options?.some(({ blockedBy }) => !blockedBy)).toBe(true);
    expect(allVisits(ports)).toEqual([standing]);
    const { commandId } = command;
    const view = await getCommand(ports, aRequest('get-command', { params: { commandId }, principal: coordinator }));
    expect(view).toMatchObject({ reason: { text: `所选安排已不可行，请重新选择；与 ${day} 的检查间隔不足` } });
  });

  it.each([
    ['a visit of another business', { visitId: 'B-02.nowhere' }],
    ['a day outside the window', { day: '2026-12-21', start: '09:00' }],
    ['a start that the district does not know', { day: '2026-12-02', start: '12:12' }],
  ])('is refused where it is no way: %s', async (_, option) => {
    const { ports, standing } = await withVisit();
    expect(await settled(ports, order(option))).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'option-gone' }],
    });
    expect(allVisits(ports)).toEqual([standing]);
  });

  it('never joins a visit of the other mode, nor says that there is one', async () => {
    const { ports, standing } = await withVisit();
    const named = await settled(ports, order({ visitId: standing.visitId }, { mode: 'unannounced' }));
    expect(named.refusals).toEqual([{ path: 'option', code: 'option-gone' }]);
  });

  it('is refused where it was called off between the choice and its turn', async () => {
    const { ports, standing } = await withVisit();
    const { visitId } = standing;
    await send(ports, { operation: 'cancel-visit', visitId, body: { reason: 'x' } });
    const answer = await send(ports, order({ visitId }));
    await drain(ports);
    const commandId = 'commandId' in answer ? answer.commandId : '';
    expect(await ports.commands.find(district, commandId)).toMatchObject({ refusals: [{ code: 'option-gone' }] });
  });
});
