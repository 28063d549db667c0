import type { DepartmentChecks } from '../check.ts';

/** 商务局 */
export const commerceChecks: DepartmentChecks = {
  published: [],
  shared: [
    {
      class: 'prepaid-cards',
      at: ['store', 'beauty', 'catering'],
      tier: 'medium',
      basis: '《单用途商业预付卡管理办法（试行）》',
    },
    { class: 'licence-display', at: ['dealer'], tier: 'low', basis: '《汽车销售管理办法》' },
    { class: 'price-display', at: ['dealer'], tier: 'medium', basis: '《汽车销售管理办法》' },
    { class: 'electrical-safety', at: ['store', 'catering'], tier: 'medium', basis: '《中华人民共和国安全生产法》' },
  ],
  own: [
    {
      name: '汽车销售备案与售后服务公示检查',
      at: ['dealer'],
      tier: 'medium',
      minutes: 25,
      basis: '《汽车销售管理办法》',
      lines: ['经营者基本信息备案', '配件与工时价格公示', '售后服务承诺公示'],
    },
    {
      name: '二手车交易规范检查',
      at: ['dealer'],
      tier: 'low',
      minutes: 20,
      basis: '《二手车流通管理办法》',
      lines: ['交易合同与车况说明', '交易档案保存'],
    },
    {
      name: '促销活动规范检查',
      at: ['store'],
      tier: 'low',
      minutes: 15,
      basis: '《零售商促销行为管理办法》',
      lines: ['促销规则公示', '促销期间人流疏导方案'],
    },
    {
      name: '外商投资信息报告检查',
      at: ['enterprise'],
      tier: 'low',
      minutes: 20,
      basis: '《外商投资信息报告办法》',
      lines: ['初始与变更报告', '年度报告'],
    },
    {
      name: '家政与生活服务信用档案检查',
      at: ['enterprise'],
      tier: 'low',
      minutes: 15,
      basis: '《家庭服务业管理暂行办法》',
      lines: ['服务人员档案', '服务合同留存'],
      force: 'repealed',
    },
  ],
};
