/** A street (街道) of Shangcheng: the district has had these fourteen since it was joined with Jianggan in 2021. */
export type DemoStreet = { readonly code: string; readonly zh: string; readonly en: string; readonly grids: number };

/** Names are the real ones; the number of grids is made up. */
export const demoStreets = [
  { code: 'S01', zh: '清波街道', en: 'Qingbo', grids: 8 },
  { code: 'S02', zh: '湖滨街道', en: 'Hubin', grids: 9 },
  { code: 'S03', zh: '小营街道', en: 'Xiaoying', grids: 12 },
  { code: 'S04', zh: '南星街道', en: 'Nanxing', grids: 9 },
  { code: 'S05', zh: '紫阳街道', en: 'Ziyang', grids: 10 },
  { code: 'S06', zh: '望江街道', en: 'Wangjiang', grids: 10 },
  { code: 'S07', zh: '凯旋街道', en: 'Kaixuan', grids: 11 },
  { code: 'S08', zh: '采荷街道', en: 'Caihe', grids: 12 },
  { code: 'S09', zh: '闸弄口街道', en: 'Zhanongkou', grids: 10 },
  { code: 'S10', zh: '四季青街道', en: 'Sijiqing', grids: 13 },
  { code: 'S11', zh: '笕桥街道', en: 'Jianqiao', grids: 12 },
  { code: 'S12', zh: '彭埠街道', en: 'Pengbu', grids: 13 },
  { code: 'S13', zh: '九堡街道', en: 'Jiubao', grids: 14 },
  { code: 'S14', zh: '丁兰街道', en: 'Dinglan', grids: 11 },
] as const satisfies readonly DemoStreet[];

/** `S03-G07`: the grids of a street, numbered from one. */
export const gridsOf = (street: DemoStreet): readonly string[] =>
  Array.from({ length: street.grids }, (_, at) => `${street.code}-G${String(at + 1).padStart(2, '0')}`);
