import type { DepartmentChecks } from '../check.ts';

/** 生态环境分局 */
export const ecologyChecks: DepartmentChecks = {
  published: [
    {
      published: '生态环境监测机构开展监测情况的检查',
      industries: ['monitoring'],
      tier: 'high',
      minutes: 60,
      basis: '《浙江省生态环境保护条例》',
      lines: ['采样与分析原始记录', '仪器检定校准', '报告三级审核'],
    },
    {
      published: '城乡生活污水处理设施的建设进度、运营情况和排污口的检查',
      industries: ['sewage-works'],
      tier: 'high',
      minutes: 60,
      basis: '《中华人民共和国水污染防治法》',
      lines: ['进出水在线数据', '排污口规范化标志', '设施正常运行', '台账记录'],
    },
  ],
  shared: [
    {
      class: 'waste-ledger',
      at: ['repair', 'testing', 'medical', 'enterprise', 'catering'],
      tier: 'high',
      basis: '《中华人民共和国固体废物污染环境防治法》第七十八条',
    },
    {
      class: 'hazardous-storage',
      at: ['repair', 'testing', 'hazard'],
      tier: 'high',
      basis: '《中华人民共和国固体废物污染环境防治法》',
    },
    { class: 'training-records', at: ['testing', 'sewage'], tier: 'medium', basis: '《浙江省生态环境保护条例》' },
    {
      class: 'emergency-drills',
      at: ['sewage', 'hazard', 'enterprise'],
      tier: 'medium',
      basis: '《突发环境事件应急管理办法》',
    },
    { class: 'safety-signs', at: ['sewage', 'repair'], tier: 'low', basis: '《排污许可管理条例》' },
  ],
  own: [
    {
      name: '油烟净化设施运行检查',
      at: ['catering', 'canteen'],
      tier: 'medium',
      minutes: 20,
      basis: '《中华人民共和国大气污染防治法》第八十一条',
      lines: ['净化设施与风机同步运行', '清洗记录完整', '油烟达标排放'],
    },
    {
      name: '排污许可与登记检查',
      at: ['repair', 'enterprise', 'sewage'],
      tier: 'high',
      minutes: 25,
      basis: '《排污许可管理条例》',
      lines: ['许可证或登记表有效', '执行报告按期提交', '自行监测落实'],
    },
    {
      name: '挥发性有机物治理设施检查',
      at: ['repair', 'enterprise'],
      tier: 'high',
      minutes: 30,
      basis: '《中华人民共和国大气污染防治法》',
      lines: ['喷漆作业密闭负压', '活性炭按期更换', '原辅料台账'],
    },
    {
      name: '社会生活噪声检查',
      at: ['venue', 'catering'],
      tier: 'medium',
      minutes: 20,
      basis: '《中华人民共和国噪声污染防治法》',
      lines: ['边界噪声达标', '设备减振隔声措施'],
    },
    {
      name: '辐射安全与射线装置检查',
      at: ['medical'],
      tier: 'medium',
      minutes: 30,
      basis: '《放射性同位素与射线装置安全和防护条例》',
      lines: ['辐射安全许可证', '个人剂量监测', '年度评估报告'],
    },
    {
      name: '污染源在线监测数据检查',
      at: ['sewage', 'enterprise'],
      tier: 'medium',
      minutes: 15,
      basis: '《排污许可管理条例》',
      lines: ['在线数据有效传输率', '超标数据原因说明'],
      remote: true,
    },
    {
      name: '车辆维修废机油收集检查',
      at: ['repair', 'dealer'],
      tier: 'medium',
      minutes: 15,
      basis: '《中华人民共和国固体废物污染环境防治法》',
      lines: ['防渗收集容器', '转移联单'],
    },
  ],
};
