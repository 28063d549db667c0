import type { Visit } from '../../domain/visits/visit.ts';

/** A made-up visit of two departments at a made-up business, for looking at a template: nobody is told of it. */
export const sampleVisit = (district: string, at: string): Visit => {
  const serves = (department: string) => [{ requestId: 'sample', planId: 'sample', department, itemId: 'sample' }];
  const check = (itemId: string, name: string, legalBasis: string, department: string) => ({
    ...{ itemId, name, legalBasis, recognitionClass: itemId, recognitionDays: 0, minutes: 30 },
    checklist: ['营业执照', '上次检查整改记录'],
    serves: serves(department),
  });
  const plan = (department: string, title: string, legalBasis: string) => ({
    ...{ planId: `sample-${department}`, department, title, legalBasis, type: 'routine' as const },
    ...{ approvedBy: '局长', orderedFromAbove: false },
  });
  return {
    ...{ visitId: 'sample.v1', district, businessId: 'sample', businessName: '示例旅馆', address: '示例路 1 号' },
    ...{ street: 'sample', grid: 'sample', industry: 'hotel', contacts: {}, mode: 'announced', status: 'planned' },
    ...{ day: '2026-12-09', slot: 0, start: '09:00', end: '10:30', lead: 'fire', code: 'SAMPLE00', numberInYear: 1 },
    plans: [
      plan('fire', '消防监督抽查', '消防法第五十三条'),
      plan('health', '公共场所卫生抽查', '公共场所卫生管理条例'),
    ],
    attending: [
      {
        ...{ unitId: 'fire', unitName: '消防救援大队', department: 'fire', slots: 1 },
        team: [
          { inspectorId: 'sample-1', name: '张三', certificate: '浙 A0001' },
          { inspectorId: 'sample-2', name: '李四', certificate: '浙 A0002' },
        ],
        checks: [check('fire-exits', '疏散通道检查', '消防法第二十八条', 'fire')],
      },
      {
        ...{ unitId: 'health', unitName: '卫生监督所', department: 'health', slots: 1 },
        team: [
          { inspectorId: 'sample-3', name: '王五', certificate: '浙 B0003' },
          { inspectorId: 'sample-4', name: '赵六', certificate: '浙 B0004' },
        ],
        checks: [check('linen', '布草消毒检查', '公共场所卫生管理条例第七条', 'health')],
      },
    ],
    notice: { version: 1, kind: 'new', status: 'due', dueAt: at, changes: [], channels: [] },
    history: [{ at, by: 'system', action: 'published' }],
    version: 1,
  };
};
