import type { DepartmentChecks } from '../check.ts';

/** 烟草专卖局 */
export const tobaccoChecks: DepartmentChecks = {
  published: [
    {
      published: '物流、寄递企业运输烟草制品情况的检查',
      industries: ['logistics'],
      tier: 'medium',
      minutes: 30,
      basis: '《中华人民共和国烟草专卖法实施条例》',
      lines: ['准运证与运输凭证', '收寄限量执行情况', '可疑包裹抽查'],
    },
  ],
  shared: [
    {
      class: 'licence-display',
      at: ['store', 'catering'],
      tier: 'medium',
      basis: '《烟草专卖许可证管理办法》',
    },
    {
      class: 'minor-protection',
      at: ['store', 'catering'],
      tier: 'high',
      basis: '《中华人民共和国未成年人保护法》第五十九条',
    },
  ],
  own: [
    {
      name: '卷烟进货渠道检查',
      at: ['store', 'catering', 'lodging'],
      tier: 'medium',
      minutes: 20,
      basis: '《中华人民共和国烟草专卖法实施条例》',
      lines: ['从当地烟草批发企业进货', '条码与订单一致', '无非法卷烟'],
    },
    {
      name: '电子烟零售检查',
      at: ['store'],
      tier: 'medium',
      minutes: 15,
      basis: '《电子烟管理办法》',
      lines: ['许可证核准电子烟零售', '无调味电子烟', '未使用自动售货机'],
    },
  ],
};
