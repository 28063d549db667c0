import type { IndustryCode } from './industries.ts';

/** Who an item speaks of: the catalogue has one item per check and subject, as published catalogues do. */
export const subjects = {
  lodging: { zh: '宾馆、旅店', industries: ['hotel'] },
  school: { zh: '学校、幼儿园', industries: ['school', 'kindergarten', 'university'] },
  tutoring: { zh: '培训机构', industries: ['tutoring', 'security-training'] },
  canteen: { zh: '集体用餐食堂', industries: ['canteen'] },
  catering: { zh: '餐饮店', industries: ['restaurant'] },
  venue: { zh: '影剧院、娱乐场所', industries: ['entertainment'] },
  pool: { zh: '游泳场所', industries: ['swimming-pool'] },
  store: { zh: '商场、超市', industries: ['supermarket'] },
  bookshop: { zh: '出版物零售单位', industries: ['bookshop'] },
  online: { zh: '互联网文化单位', industries: ['internet-culture'] },
  medical: { zh: '医疗机构', industries: ['clinic'] },
  pharmacy: { zh: '药店', industries: ['pharmacy'] },
  beauty: { zh: '美容美发场所', industries: ['beauty'] },
  repair: { zh: '车辆维修企业', industries: ['car-repair'] },
  dealer: { zh: '汽车销售企业', industries: ['car-dealer'] },
  testing: { zh: '检验检测机构', industries: ['emission-testing', 'monitoring'] },
  logistics: { zh: '物流、寄递企业', industries: ['logistics'] },
  hazard: { zh: '危险货物运输企业', industries: ['dangerous-goods'] },
  guard: { zh: '保安单位', industries: ['security-firm', 'security-training'] },
  sewage: { zh: '污水处理设施', industries: ['sewage-works'] },
  enterprise: { zh: '企业', industries: ['enterprise'] },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly industries: readonly IndustryCode[] }>>;

export type SubjectCode = keyof typeof subjects;
