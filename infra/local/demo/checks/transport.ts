import type { DepartmentChecks } from '../check.ts';

/** 交通运输局 */
export const transportChecks: DepartmentChecks = {
  published: [
    {
      published: '道路运输危险货物运输企业的检查',
      industries: ['dangerous-goods'],
      tier: 'high',
      minutes: 60,
      basis: '《道路危险货物运输管理规定》',
      lines: ['企业资质与经营范围', '车辆技术状况与等级评定', '驾驶员、押运员从业资格', '电子运单与动态监控'],
    },
    {
      published: '车辆维修企业经营情况的检查',
      industries: ['car-repair'],
      tier: 'medium',
      minutes: 35,
      basis: '《机动车维修管理规定》',
      lines: ['经营备案与公示', '配件追溯登记', '维修合同与出厂合格证', '电子维修记录上传'],
    },
  ],
  shared: [
    {
      class: 'licence-display',
      at: ['repair', 'hazard', 'logistics'],
      tier: 'medium',
      basis: '《中华人民共和国道路运输条例》',
    },
    {
      class: 'training-records',
      at: ['hazard', 'logistics'],
      tier: 'medium',
      basis: '《中华人民共和国安全生产法》第二十八条',
    },
    { class: 'emergency-drills', at: ['hazard', 'logistics'], tier: 'medium', basis: '《中华人民共和国安全生产法》' },
    { class: 'hazardous-storage', at: ['hazard'], tier: 'high', basis: '《道路危险货物运输管理规定》' },
    { class: 'price-display', at: ['repair'], tier: 'low', basis: '《机动车维修管理规定》' },
    { class: 'safety-signs', at: ['hazard', 'repair'], tier: 'medium', basis: '《中华人民共和国安全生产法》' },
  ],
  own: [
    {
      name: '安全风险分级管控与隐患排查检查',
      at: ['hazard', 'logistics'],
      tier: 'high',
      minutes: 30,
      basis: '《中华人民共和国安全生产法》第四十一条',
      lines: ['风险清单', '隐患排查台账闭环'],
    },
    {
      name: '货运源头超限装载检查',
      at: ['logistics'],
      tier: 'high',
      minutes: 25,
      basis: '《公路安全保护条例》',
      lines: ['称重设施', '装载登记'],
    },
    {
      name: '维修质量检验人员资格检查',
      at: ['repair'],
      tier: 'medium',
      minutes: 15,
      basis: '《机动车维修管理规定》',
      lines: ['质量检验员在岗', '检验设备有效'],
    },
    {
      name: '车辆卫星定位数据检查',
      at: ['hazard', 'logistics'],
      tier: 'medium',
      minutes: 15,
      basis: '《道路运输车辆动态监督管理办法》',
      lines: ['上线率', '超速与疲劳驾驶处理'],
      remote: true,
    },
  ],
};
