import type { DepartmentChecks } from '../check.ts';

/** 医疗保障分局 */
export const medicalInsuranceChecks: DepartmentChecks = {
  published: [
    {
      published: '医保基金支付范围的医疗费用和医疗服务行为检查',
      industries: ['clinic'],
      tier: 'high',
      minutes: 60,
      basis: '《医疗保障基金使用监督管理条例》',
      lines: ['费用清单与病历相符', '无分解收费、重复收费', '实名就医核验', '药品进销存相符'],
    },
  ],
  shared: [
    {
      class: 'price-display',
      at: ['medical', 'pharmacy'],
      tier: 'medium',
      basis: '《医疗保障基金使用监督管理条例》',
    },
    {
      class: 'licence-display',
      at: ['medical', 'pharmacy'],
      tier: 'low',
      basis: '《医疗机构医疗保障定点管理暂行办法》',
    },
    { class: 'account-books', at: ['medical', 'pharmacy'], tier: 'medium', basis: '《医疗保障基金使用监督管理条例》' },
    {
      class: 'real-name',
      at: ['medical', 'pharmacy'],
      tier: 'high',
      basis: '《医疗保障基金使用监督管理条例》第十五条',
    },
  ],
  own: [
    {
      name: '医保药品进销存检查',
      at: ['pharmacy', 'medical'],
      tier: 'high',
      minutes: 30,
      basis: '《医疗保障基金使用监督管理条例》',
      lines: ['追溯码扫码上传', '进销存数据相符'],
    },
    {
      name: '医保结算智能审核',
      at: ['medical'],
      tier: 'medium',
      minutes: 20,
      basis: '《医疗保障基金使用监督管理条例》',
      lines: ['疑点明细核实'],
      remote: true,
    },
  ],
};
