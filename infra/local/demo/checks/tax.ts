import type { DepartmentChecks } from '../check.ts';

/** 税务局 */
export const taxChecks: DepartmentChecks = {
  published: [],
  shared: [
    {
      class: 'account-books',
      at: ['enterprise', 'online', 'tutoring', 'dealer', 'store'],
      tier: 'medium',
      basis: '《中华人民共和国税收征收管理法》第十九条',
    },
    {
      class: 'employment-roster',
      at: ['enterprise', 'guard'],
      tier: 'low',
      basis: '《中华人民共和国税收征收管理法》第五十四条',
    },
  ],
  own: [
    {
      name: '发票领用与开具检查',
      at: ['enterprise', 'online', 'lodging', 'dealer'],
      tier: 'medium',
      minutes: 25,
      basis: '《中华人民共和国发票管理办法》',
      lines: ['发票按规定开具', '作废与红字发票有依据', '不拒开发票'],
    },
    {
      name: '代扣代缴个人所得税检查',
      at: ['enterprise'],
      tier: 'low',
      minutes: 20,
      basis: '《中华人民共和国个人所得税法》',
      lines: ['全员全额扣缴申报', '申报与工资表一致'],
    },
    {
      name: '电子发票与申报数据比对',
      at: ['enterprise', 'online'],
      tier: 'low',
      minutes: 15,
      basis: '《中华人民共和国税收征收管理法》',
      lines: ['开票额与申报收入一致'],
      remote: true,
    },
  ],
};
