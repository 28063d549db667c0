import type { DepartmentChecks } from '../check.ts';

/** 人力资源和社会保障局 */
export const humanResourcesChecks: DepartmentChecks = {
  published: [
    {
      published: '各类用人单位工资支付情况检查',
      industries: ['enterprise'],
      tier: 'high',
      minutes: 40,
      basis: '《中华人民共和国劳动法》第五十条',
      lines: ['工资按月足额支付', '工资支付台账保存两年', '加班工资支付'],
    },
  ],
  shared: [
    {
      class: 'employment-roster',
      at: ['enterprise', 'guard', 'logistics', 'catering', 'store', 'lodging'],
      tier: 'medium',
      basis: '《中华人民共和国劳动合同法》第七条、第十条',
    },
    {
      class: 'training-records',
      at: ['guard', 'tutoring'],
      tier: 'low',
      basis: '《中华人民共和国劳动法》',
    },
  ],
  own: [
    {
      name: '社会保险登记与缴费检查',
      at: ['enterprise', 'guard', 'logistics'],
      tier: 'medium',
      minutes: 25,
      basis: '《中华人民共和国社会保险法》第五十八条',
      lines: ['用工三十日内参保', '缴费基数与工资一致'],
    },
    {
      name: '工作时间与休息休假检查',
      at: ['enterprise', 'logistics'],
      tier: 'medium',
      minutes: 20,
      basis: '《劳动保障监察条例》第十一条',
      lines: ['考勤记录完整', '加班时长未超限', '年休假安排'],
    },
    {
      name: '禁止使用童工检查',
      at: ['catering', 'enterprise', 'beauty'],
      tier: 'high',
      minutes: 10,
      basis: '《禁止使用童工规定》',
      lines: ['录用核查身份证件', '现场无未满十六周岁人员'],
    },
    {
      name: '劳务派遣与人力资源服务检查',
      at: ['guard', 'enterprise'],
      tier: 'medium',
      minutes: 25,
      basis: '《人力资源市场暂行条例》',
      lines: ['许可与备案', '服务台账'],
    },
  ],
};
