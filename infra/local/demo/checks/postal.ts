import type { DepartmentChecks } from '../check.ts';

/** 邮政管理局 */
export const postalChecks: DepartmentChecks = {
  published: [],
  shared: [
    { class: 'real-name', at: ['logistics'], tier: 'high', basis: '《邮件快件实名收寄管理办法》' },
    { class: 'surveillance', at: ['logistics'], tier: 'high', basis: '《快递暂行条例》' },
    { class: 'licence-display', at: ['logistics'], tier: 'medium', basis: '《快递业务经营许可管理办法》' },
    { class: 'training-records', at: ['logistics'], tier: 'medium', basis: '《快递暂行条例》' },
    { class: 'emergency-drills', at: ['logistics'], tier: 'low', basis: '《快递暂行条例》' },
  ],
  own: [
    {
      name: '收寄验视与禁寄物品检查',
      at: ['logistics', 'store'],
      tier: 'high',
      minutes: 25,
      basis: '《中华人民共和国邮政法》第二十五条',
      lines: ['收寄验视制度落实', '禁寄目录公示', '抽查包裹'],
    },
    {
      name: '过机安检与分拣场地检查',
      at: ['logistics'],
      tier: 'high',
      minutes: 30,
      basis: '《快递暂行条例》',
      lines: ['安检机运行与判图员', '安检图像保存'],
    },
    {
      name: '快件包装绿色化检查',
      at: ['logistics'],
      tier: 'low',
      minutes: 15,
      basis: '《邮件快件包装管理办法》',
      lines: ['包装材料合规', '循环箱使用'],
    },
    {
      name: '投诉与快件延误数据检查',
      at: ['logistics'],
      tier: 'low',
      minutes: 15,
      basis: '《快递市场管理办法》',
      lines: ['申诉处理满意率'],
      remote: true,
    },
  ],
};
