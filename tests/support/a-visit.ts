import type { Attendance, Check } from '../../lib/domain/visits/checks.ts';
import type { Visit } from '../../lib/domain/visits/visit.ts';

export const aCheck = (overrides: Partial<Check> = {}): Check => ({
  itemId: 'I0001',
  name: '消防通道检查',
  recognitionClass: 'fire-exits',
  recognitionDays: 180,
  minutes: 30,
  legalBasis: '消防法第二十八条',
  checklist: ['疏散通道平面图'],
  serves: [{ requestId: 'P1-1', planId: 'P1', department: 'fire', itemId: 'I0001' }],
  ...overrides,
});

export const anAttendance = (overrides: Partial<Attendance> = {}): Attendance => ({
  unitId: 'fire',
  unitName: '区消防救援大队',
  department: 'fire',
  slots: 1,
  team: [
    { inspectorId: 'N1', name: '甲一', certificate: 'ZJ-0001' },
    { inspectorId: 'N2', name: '甲二', certificate: 'ZJ-0002' },
  ],
  checks: [aCheck()],
  ...overrides,
});

/** An announced visit of one unit, published and with its notice due. */
export const aVisit = (overrides: Partial<Visit> = {}): Visit => ({
  visitId: '91330102MA2AAAAA0A-01.v1',
  district: 'shangcheng',
  consolidationId: 'C1',
  businessId: '91330102MA2AAAAA0A-01',
  businessName: '江畔旅馆',
  address: '秋涛路 1 号',
  street: 'S03',
  grid: 'S03-G07',
  industry: 'hotel',
  contacts: { email: 'desk@example.com', phone: '0571-00001234' },
  day: '2026-12-09',
  slot: 0,
  start: '09:00',
  end: '10:30',
  mode: 'announced',
  status: 'planned',
  lead: 'fire',
  code: 'ABCD2345',
  numberInYear: 1,
  plans: [
    {
      planId: 'P1',
      department: 'fire',
      title: '冬季消防专项',
      type: 'special',
      legalBasis: '消防法第五十三条',
      approvedBy: '区政府',
      reference: '上政〔2026〕1号',
      orderedFromAbove: false,
    },
  ],
  attending: [anAttendance()],
  notice: { version: 1, kind: 'new', status: 'due', dueAt: '2026-11-23T01:00:00.000Z', changes: [], channels: [] },
  history: [{ at: '2026-11-23T01:00:00.000Z', by: 'system', action: 'published' }],
  outbox: { task: 'send-notice', since: '2026-11-23T01:00:00.000Z' },
  version: 1,
  ...overrides,
});

/** Fire comes and performs; health asked for the same class and recognises it; market comes with a check of its own. */
export const aJointVisit = (overrides: Partial<Visit> = {}): Visit => {
  const shared = aCheck({
    serves: [
      { requestId: 'P1-1', planId: 'P1', department: 'fire', itemId: 'I0001' },
      { requestId: 'P2-1', planId: 'P2', department: 'health', itemId: 'I0201' },
    ],
  });
  const [own] = aVisit().plans;
  const market = aCheck({ itemId: 'I0301', name: '证照公示检查', recognitionClass: 'licence', minutes: 20 });
  return aVisit({
    attending: [
      anAttendance({ checks: [shared] }),
      anAttendance({
        unitId: 'market-S03',
        unitName: '市场监管所',
        department: 'market',
        team: [{ inspectorId: 'N3', name: '乙一', certificate: 'ZJ-0003' }],
        checks: [{ ...market, serves: [{ requestId: 'P3-1', planId: 'P3', department: 'market', itemId: 'I0301' }] }],
      }),
    ],
    plans: [
      ...(own ? [own] : []),
      {
        planId: 'P2',
        department: 'health',
        title: '卫生抽查',
        type: 'routine',
        legalBasis: '公共场所卫生管理条例',
        approvedBy: '局长',
        orderedFromAbove: false,
      },
      {
        planId: 'P3',
        department: 'market',
        title: '证照抽查',
        type: 'routine',
        legalBasis: '市场主体登记管理条例',
        approvedBy: '局长',
        orderedFromAbove: false,
      },
    ],
    ...overrides,
  });
};
