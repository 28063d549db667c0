import type { DepartmentCode } from './departments.ts';
import type { IndustryCode } from './industries.ts';

type OwnInspection = {
  readonly department: DepartmentCode;
  readonly title: string;
  readonly industries: readonly IndustryCode[];
  /** Share of the places of poor credit (C and D) that it names. */
  readonly share: number;
  /** Part of the horizon, from 0 to 1. */
  readonly span: readonly [number, number];
  readonly special?: string;
  readonly unannounced?: true;
};

/** What departments plan on their own, each for itself: businesses of poor credit, named one by one. */
export const ownInspections: readonly OwnInspection[] = [
  {
    department: 'market',
    title: '重点食品经营者日常监督检查',
    industries: ['restaurant', 'canteen'],
    share: 0.6,
    span: [0, 1],
  },
  {
    department: 'market',
    title: '民生商品价格与计量检查',
    industries: ['supermarket', 'pharmacy', 'beauty'],
    share: 0.5,
    span: [0.2, 0.9],
  },
  {
    department: 'fire',
    title: '人员密集场所火灾隐患专项检查',
    industries: ['hotel', 'entertainment', 'supermarket', 'restaurant'],
    share: 0.5,
    span: [0, 0.7],
    special: '上消专〔演示〕1号',
  },
  {
    department: 'health',
    title: '公共场所卫生日常监督检查',
    industries: ['hotel', 'beauty', 'swimming-pool', 'clinic'],
    share: 0.6,
    span: [0.1, 0.9],
  },
  {
    department: 'housing',
    title: '燃气使用与房屋安全检查',
    industries: ['restaurant', 'canteen', 'hotel'],
    share: 0.5,
    span: [0, 0.8],
  },
  {
    department: 'ecology',
    title: '餐饮油烟与危险废物检查',
    industries: ['restaurant', 'car-repair', 'clinic'],
    share: 0.4,
    span: [0.2, 1],
  },
  {
    department: 'culture',
    title: '文化市场日常检查',
    industries: ['bookshop', 'internet-culture', 'swimming-pool'],
    share: 0.7,
    span: [0.1, 1],
  },
  {
    department: 'culture',
    title: '娱乐场所不预告抽查',
    industries: ['entertainment'],
    share: 0.6,
    span: [0, 1],
    unannounced: true,
  },
  {
    department: 'police',
    title: '娱乐服务场所治安突击检查',
    industries: ['entertainment'],
    share: 0.6,
    span: [0.2, 0.8],
    unannounced: true,
  },
  {
    department: 'police',
    title: '寄递物流安全检查',
    industries: ['logistics'],
    share: 0.6,
    span: [0, 0.9],
  },
  { department: 'police', title: '旅馆业治安检查', industries: ['hotel'], share: 0.6, span: [0, 0.9] },
  {
    department: 'education',
    title: '校外培训机构与幼儿园规范办学检查',
    industries: ['tutoring', 'kindergarten'],
    share: 0.6,
    span: [0.1, 0.9],
  },
  {
    department: 'human-resources',
    title: '用工与社会保险检查',
    industries: ['restaurant', 'security-firm', 'logistics'],
    share: 0.3,
    span: [0, 1],
  },
  {
    department: 'transport',
    title: '维修与货运源头检查',
    industries: ['car-repair', 'logistics'],
    share: 0.8,
    span: [0, 0.8],
  },
  { department: 'tax', title: '发票使用情况检查', industries: ['hotel', 'car-dealer'], share: 0.6, span: [0.3, 1] },
  {
    department: 'commerce',
    title: '预付卡与汽车销售检查',
    industries: ['beauty', 'car-dealer'],
    share: 0.5,
    span: [0, 0.8],
  },
  {
    department: 'tobacco',
    title: '卷烟零售市场检查',
    industries: ['supermarket', 'restaurant'],
    share: 0.3,
    span: [0.1, 0.9],
  },
  {
    department: 'medical-insurance',
    title: '定点机构协议检查',
    industries: ['clinic', 'pharmacy'],
    share: 0.5,
    span: [0.1, 1],
  },
  { department: 'postal', title: '寄递安全三项制度检查', industries: ['logistics'], share: 0.8, span: [0, 1] },
];
