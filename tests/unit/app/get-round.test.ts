import { describe, expect, it } from 'vitest';
import { getRound } from '../../../lib/app/field/get-round.ts';
import { roundInWords } from '../../../lib/app/field/round-in-words.ts';
import { roundToCsv } from '../../../lib/app/field/round-to-csv.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { roundPage } from '../../../web/round-page.ts';
import { aFinding } from '../../support/a-finding.ts';
import { anItem } from '../../support/a-plan.ts';
import { admin, aRequest, inspector } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const { businessId, visitId } = aVisit();
const day = '2026-12-09';

const aDay = async (...visits: readonly Visit[]) => {
  const ports = fakePorts();
  for (const visit of visits) await ports.visits.create(visit);
  const ask = (query: object = {}, principal = inspector('fire')) =>
    getRound(ports, aRequest('get-round', { query: { day, ...query }, principal, now: '2026-12-09T00:30:00.000Z' }));
  const round = async () => {
    const answer = await ask();
    if ('refused' in answer) throw new Error(answer.refused);
    return answer;
  };
  return { ports, ask, round };
};
const at = (id: string, more: Partial<Visit>): Visit => aVisit({ visitId: `${businessId}.${id}`, code: id, ...more });

describe('a unit’s round', () => {
  it('lists its stops of the day by start, those of a start by the way, without what was called off', async () => {
    const { round } = await aDay(
      at('late', { start: '13:30', grid: 'S03-G09' }),
      at('far', { start: '09:00', grid: 'S03-G07' }),
      at('near', { start: '09:00', grid: 'S03-G09' }),
      at('off', { start: '10:30', status: 'cancelled' }),
      at('other-day', { day: '2026-12-10' }),
    );
    const { stops } = await round();
    expect(stops.map(({ visitId: id, order }) => `${order} ${id.slice(businessId.length + 1)}`)).toEqual([
      '1 far',
      '2 near',
      '3 late',
    ]);
    expect(stops.map(({ metresFromLast }) => metresFromLast)).toEqual([undefined, 1500, 300]);
  });

  it('says at each stop where, whom to call, who else comes, and what to check with questions that have ids', async () => {
    const { round } = await aDay(aJointVisit());
    expect((await round()).stops).toMatchObject([
      {
        address: '秋涛路 1 号',
        contacts: { phone: '0571-00001234' },
        code: 'ABCD2345',
        others: [{ unitId: 'market-S03', names: ['乙一'] }],
        checks: [
          { itemId: 'I0001', questions: [{ questionId: 'c1', kind: 'yes-no' }], departments: ['fire', 'health'] },
        ],
      },
    ]);
  });

  it('brings what was found there before, and which results of others are still valid that day', async () => {
    const { ports, round } = await aDay(aVisit());
    await ports.items.import(district, [anItem({ itemId: 'I0201', name: '食品经营许可证' })]);
    await ports.findings.create(aFinding({ businessId, findingId: `${businessId}.f1`, visitId: `${businessId}.v0` }));
    const known = { visitId: `${businessId}.v0`, department: 'health', itemId: 'I0201', on: '2026-10-01' };
    await ports.results.record(district, businessId, [
      { ...known, recognitionClass: 'licence', validUntil: '2027-01-01' },
      { ...known, recognitionClass: 'kitchen', validUntil: '2026-12-08' },
    ]);
    const [stop] = (await round()).stops;
    expect(stop?.earlierFindings.map(({ findingId }) => findingId)).toEqual([`${businessId}.f1`]);
    expect(stop?.recognisedResults.map(({ itemName }) => itemName)).toEqual(['食品经营许可证']);
  });

  it('is nobody else’s: another unit’s is not found, and who has no unit must name one', async () => {
    const { ask } = await aDay(aVisit());
    expect(await ask({ unit: 'market-S03' })).toMatchObject({ refused: 'not-found' });
    expect(await ask({}, admin)).toMatchObject({ refused: 'malformed', errors: [{ path: 'unit' }] });
    expect(await ask({ unit: 'fire' }, admin)).toMatchObject({ stops: [{ visitId }] });
  });

  it('calls departments and streets by their names where it is read on paper', async () => {
    const { ports } = await aDay(aJointVisit());
    const names = {
      departments: { fire: { zh: '消防', en: 'Fire' }, health: { zh: '卫健', en: 'Health' } },
      streets: { S03: { zh: '四季青街道', en: 'Sijiqing' } },
      industries: {},
    };
    const dated = { effectiveFrom: '2026-01-01', changedBy: 'admin-1', changedAt: '2026-01-01T00:00:00.000Z' };
    await ports.settings.put(district, { ...defaultSettings, ...dated, names, version: 1 });
    const read = await roundInWords(
      ports,
      aRequest('round-page', { query: { day }, principal: inspector('fire'), language: 'en' }),
    );
    expect(read).toMatchObject({ stops: [{ street: 'Sijiqing', checks: [{ departments: ['Fire', 'Health'] }] }] });
  });

  it('is the same as a page to print and as a table, with what a spreadsheet would run kept from running', async () => {
    const { round } = await aDay(aVisit({ businessName: '=cmd|江畔<旅馆>' }));
    const made = await round();
    const page = roundPage(made, 'zh-CN');
    expect(page).toContain('=cmd|江畔&lt;旅馆&gt;');
    expect(page).toContain('疏散通道平面图 <span class="soft">是□ 否□ 不适用□</span>');
    expect(roundPage({ ...made, stops: [] }, 'en')).toContain('No visit on this day.');
    const [head, row, ...rest] = roundToCsv(made, 'en').split('\r\n');
    expect(head).toMatch(/^\uFEFForder,start/);
    expect(row).toContain("'=cmd|江畔<旅馆>");
    expect(rest).toEqual(['']);
  });
});
