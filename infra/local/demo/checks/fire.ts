import type { DepartmentChecks } from '../check.ts';

/** 消防救援大队 */
export const fireChecks: DepartmentChecks = {
  published: [
    {
      published: '宾馆、旅店消防情况的检查',
      industries: ['hotel'],
      tier: 'high',
      minutes: 45,
      basis: '《中华人民共和国消防法》第十六条',
      lines: ['投入使用前消防安全检查手续', '消防控制室值班持证上岗', '每日防火巡查记录', '客房内有疏散示意图'],
    },
  ],
  shared: [
    {
      class: 'fire-exits',
      at: ['lodging', 'school', 'tutoring', 'catering', 'venue', 'pool', 'store', 'medical', 'logistics', 'enterprise'],
      tier: 'high',
      basis: '《中华人民共和国消防法》第二十八条',
    },
    {
      class: 'fire-equipment',
      at: ['school', 'tutoring', 'venue', 'pool', 'store', 'logistics', 'enterprise'],
      tier: 'high',
      basis: '《中华人民共和国消防法》第十六条',
    },
    {
      class: 'electrical-safety',
      at: ['catering', 'store', 'repair', 'logistics', 'enterprise'],
      tier: 'medium',
      basis: '《中华人民共和国消防法》第二十七条',
    },
    {
      class: 'training-records',
      at: ['lodging', 'venue', 'store', 'school'],
      tier: 'medium',
      basis: '《机关、团体、企业、事业单位消防安全管理规定》第三十六条',
    },
    {
      class: 'emergency-drills',
      at: ['lodging', 'venue', 'store', 'medical'],
      tier: 'medium',
      basis: '《机关、团体、企业、事业单位消防安全管理规定》第四十条',
    },
    {
      class: 'hazardous-storage',
      at: ['repair', 'hazard'],
      tier: 'high',
      basis: '《中华人民共和国消防法》',
    },
    { class: 'gas-safety', at: ['catering', 'canteen'], tier: 'high', basis: '《中华人民共和国消防法》第二十七条' },
  ],
  own: [
    {
      name: '公众聚集场所营业前消防安全检查手续检查',
      at: ['lodging', 'venue', 'store', 'pool'],
      tier: 'low',
      minutes: 15,
      basis: '《中华人民共和国消防法》第十五条',
      lines: ['取得营业前消防安全检查合格手续', '使用性质与平面布局未擅自改变'],
    },
    {
      name: '室内装修材料防火性能检查',
      at: ['venue', 'lodging'],
      tier: 'low',
      minutes: 25,
      basis: '《中华人民共和国消防法》第二十六条',
      lines: ['装修材料燃烧性能证明', '未使用易燃可燃材料分隔'],
    },
    {
      name: '厨房排油烟管道清洗检查',
      at: ['catering', 'canteen', 'lodging'],
      tier: 'medium',
      minutes: 15,
      basis: '《机关、团体、企业、事业单位消防安全管理规定》',
      lines: ['管道按期清洗并有记录', '灶台附近配备灭火毯'],
    },
    {
      name: '违规住人检查',
      at: ['repair', 'enterprise'],
      tier: 'high',
      minutes: 15,
      basis: '《中华人民共和国消防法》第十九条',
      lines: ['生产、储存、经营场所内无人员违规住宿'],
    },
  ],
};
