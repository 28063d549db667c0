import type { DepartmentChecks } from '../check.ts';

/** 教育局 */
export const educationChecks: DepartmentChecks = {
  published: [
    {
      published: '中小学教育装备产品（含文体教育用品、教学仪器、校服等）检查',
      industries: ['school'],
      tier: 'medium',
      minutes: 30,
      basis: '《中华人民共和国产品质量法》',
      lines: ['采购合同与质检报告', '校服双送检', '实验器材管理'],
    },
    {
      published: '学校招生、办学、收费等情况的检查',
      industries: ['tutoring'],
      tier: 'high',
      minutes: 40,
      basis: '《中华人民共和国民办教育促进法》',
      lines: ['办学许可证有效', '收费纳入资金监管', '教师资格公示', '培训时间符合规定'],
    },
  ],
  shared: [
    {
      class: 'licence-display',
      at: ['tutoring', 'school'],
      tier: 'medium',
      basis: '《中华人民共和国民办教育促进法》',
    },
    { class: 'price-display', at: ['tutoring'], tier: 'medium', basis: '《中华人民共和国义务教育法》' },
    { class: 'prepaid-cards', at: ['tutoring'], tier: 'high', basis: '《校外培训行政处罚暂行办法》' },
    { class: 'fire-exits', at: ['school', 'tutoring'], tier: 'high', basis: '《中小学幼儿园安全管理办法》' },
    { class: 'staff-health', at: ['school', 'canteen'], tier: 'high', basis: '《学校食品安全与营养健康管理规定》' },
    { class: 'emergency-drills', at: ['school'], tier: 'medium', basis: '《中小学幼儿园安全管理办法》' },
    { class: 'surveillance', at: ['school', 'tutoring'], tier: 'medium', basis: '《中小学幼儿园安全管理办法》' },
    { class: 'no-smoking', at: ['school'], tier: 'low', basis: '《中华人民共和国未成年人保护法》' },
    { class: 'account-books', at: ['tutoring'], tier: 'medium', basis: '《中华人民共和国民办教育促进法》' },
  ],
  own: [
    {
      name: '校园食堂管理与陪餐制度检查',
      at: ['canteen', 'school'],
      tier: 'high',
      minutes: 25,
      basis: '《学校食品安全与营养健康管理规定》',
      lines: ['陪餐记录完整', '膳食委员会运作', '大宗食材集中采购'],
    },
    {
      name: '校车与接送安全检查',
      at: ['school'],
      tier: 'high',
      minutes: 20,
      basis: '《校车安全管理条例》',
      lines: ['校车使用许可', '照管人员随车', '交接登记'],
    },
    {
      name: '教职员工从业禁止查询检查',
      at: ['school', 'tutoring'],
      tier: 'high',
      minutes: 15,
      basis: '《中华人民共和国未成年人保护法》',
      lines: ['入职查询记录', '每年定期查询'],
    },
    {
      name: '培训材料备案检查',
      at: ['tutoring'],
      tier: 'medium',
      minutes: 25,
      basis: '《校外培训行政处罚暂行办法》',
      lines: ['材料备案与审核', '无超标超前内容'],
    },
  ],
};
