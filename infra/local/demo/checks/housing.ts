import type { DepartmentChecks } from '../check.ts';

/** 住房和城乡建设局 */
export const housingChecks: DepartmentChecks = {
  published: [
    {
      published: '宾馆、旅店竣工验收备案手续的检查',
      industries: ['hotel'],
      tier: 'low',
      minutes: 20,
      basis: '《建设工程质量管理条例》第四十九条',
      lines: ['竣工验收备案表', '改建装修施工许可与验收'],
    },
  ],
  shared: [
    { class: 'gas-safety', at: ['catering', 'canteen', 'lodging'], tier: 'high', basis: '《城镇燃气管理条例》' },
    {
      class: 'waste-ledger',
      at: ['catering', 'canteen', 'lodging', 'store'],
      tier: 'medium',
      basis: '《浙江省生活垃圾管理条例》',
    },
    { class: 'safety-signs', at: ['sewage'], tier: 'medium', basis: '《城镇排水与污水处理条例》' },
  ],
  own: [
    {
      name: '房屋结构安全与违规改建检查',
      at: ['lodging', 'school', 'tutoring', 'store', 'venue', 'enterprise'],
      tier: 'high',
      minutes: 30,
      basis: '《浙江省房屋使用安全管理条例》',
      lines: ['无擅自变动承重结构', '危险房屋鉴定与处置', '外墙与附属设施牢固'],
    },
    {
      name: '排水许可与隔油设施检查',
      at: ['catering', 'canteen', 'beauty', 'repair'],
      tier: 'medium',
      minutes: 20,
      basis: '《城镇排水与污水处理条例》第二十一条',
      lines: ['排水许可证有效', '隔油、沉淀设施定期清理', '雨污未混接'],
    },
    {
      name: '户外招牌设施安全检查',
      at: ['catering', 'store', 'lodging'],
      tier: 'medium',
      minutes: 10,
      basis: '《城市市容和环境卫生管理条例》',
      lines: ['招牌牢固、无破损', '设置与备案一致'],
    },
    {
      name: '无障碍设施检查',
      at: ['lodging', 'store', 'medical'],
      tier: 'low',
      minutes: 15,
      basis: '《中华人民共和国无障碍环境建设法》',
      lines: ['无障碍通道畅通', '无障碍卫生间可用'],
    },
    {
      name: '污泥处置与运营安全检查',
      at: ['sewage'],
      tier: 'high',
      minutes: 40,
      basis: '《城镇排水与污水处理条例》',
      lines: ['有限空间作业审批', '污泥转移联单', '运行记录完整'],
    },
    {
      name: '装饰装修扬尘检查',
      at: ['enterprise'],
      tier: 'low',
      minutes: 15,
      basis: '《中华人民共和国大气污染防治法》',
      lines: ['作业面湿法作业', '建筑垃圾密闭存放'],
      force: 'planned',
    },
  ],
};
