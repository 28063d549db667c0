/** A check that several departments make: what it is called, how long it takes, how long its result holds, what is looked at. */
export type RecognitionClass = {
  readonly name: string;
  readonly minutes: number;
  readonly recognitionDays: number;
  readonly lines: readonly string[];
};

/** 互认类: done once at a visit, recognised by every department that asked. */
export const recognitionClasses = {
  'licence-display': {
    name: '证照取得与公示情况检查',
    minutes: 10,
    recognitionDays: 180,
    lines: ['许可证、营业执照在有效期内', '证照悬挂于醒目位置', '经营地址与范围和证照一致'],
  },
  'fire-exits': {
    name: '安全出口与疏散通道检查',
    minutes: 20,
    recognitionDays: 90,
    lines: ['疏散通道无占用、堵塞', '安全出口未锁闭', '疏散指示标志与应急照明完好', '门窗无影响逃生的障碍物'],
  },
  'fire-equipment': {
    name: '消防设施器材完好情况检查',
    minutes: 20,
    recognitionDays: 90,
    lines: ['灭火器在有效期内且压力正常', '室内消火栓有水、配件齐全', '自动报警设施处于工作状态'],
  },
  'electrical-safety': {
    name: '用电安全检查',
    minutes: 15,
    recognitionDays: 90,
    lines: ['线路无私拉乱接', '配电箱周围无可燃物', '电动自行车未在室内停放充电'],
  },
  'gas-safety': {
    name: '燃气使用安全检查',
    minutes: 15,
    recognitionDays: 60,
    lines: ['安装可燃气体报警装置并正常使用', '软管未老化、未穿墙', '气瓶存放符合要求'],
  },
  'staff-health': {
    name: '从业人员健康证明检查',
    minutes: 10,
    recognitionDays: 180,
    lines: ['直接服务人员持有效健康证明', '有晨检或健康状况记录'],
  },
  'training-records': {
    name: '从业人员教育培训记录检查',
    minutes: 15,
    recognitionDays: 180,
    lines: ['有年度培训计划', '培训签到与考核记录齐全', '新员工上岗前已培训'],
  },
  'emergency-drills': {
    name: '应急预案与演练情况检查',
    minutes: 15,
    recognitionDays: 180,
    lines: ['应急预案已制定并公布', '按期组织演练并留存记录', '现场人员会使用应急器材'],
  },
  'price-display': {
    name: '明码标价与收费公示检查',
    minutes: 10,
    recognitionDays: 90,
    lines: ['价目表或收费项目公示于醒目位置', '标价与实际结算一致', '无标价之外加价收费'],
  },
  surveillance: {
    name: '视频监控安装与留存情况检查',
    minutes: 10,
    recognitionDays: 90,
    lines: ['出入口与主要通道已覆盖', '录像留存满规定天数'],
  },
  'real-name': {
    name: '实名登记落实情况检查',
    minutes: 15,
    recognitionDays: 60,
    lines: ['登记台账与抽查人员一致', '证件核验设备工作正常'],
  },
  'waste-ledger': {
    name: '废弃物分类贮存与台账检查',
    minutes: 15,
    recognitionDays: 90,
    lines: ['分类贮存且标识清楚', '转移台账与联单齐全', '与有资质单位签订处置合同'],
  },
  'employment-roster': {
    name: '用工花名册与劳动合同检查',
    minutes: 20,
    recognitionDays: 180,
    lines: ['职工花名册完整', '已订立书面劳动合同', '在岗人员与花名册一致'],
  },
  'no-smoking': {
    name: '控烟标识与禁烟区检查',
    minutes: 5,
    recognitionDays: 90,
    lines: ['入口与等候区有禁烟标识', '禁烟区内无烟具、无吸烟行为'],
  },
  'hazardous-storage': {
    name: '危险化学品储存情况检查',
    minutes: 20,
    recognitionDays: 60,
    lines: ['存放种类与数量符合要求', '专柜存放、双人管理', '有安全技术说明书和应急物资'],
  },
  'prepaid-cards': {
    name: '预付式消费管理情况检查',
    minutes: 15,
    recognitionDays: 120,
    lines: ['发卡备案与资金存管符合规定', '合同写明退款条件', '投诉处理记录完整'],
  },
  'minor-protection': {
    name: '未成年人保护措施检查',
    minutes: 10,
    recognitionDays: 90,
    lines: ['醒目位置有未成年人限制标志', '对难以判明年龄者查验证件', '工作人员知晓处置流程'],
  },
  'safety-signs': {
    name: '安全警示标志设置检查',
    minutes: 10,
    recognitionDays: 120,
    lines: ['危险部位设有警示标志', '标志清晰、无遮挡'],
  },
  'account-books': {
    name: '财务账簿与票据保存情况检查',
    minutes: 25,
    recognitionDays: 180,
    lines: ['账簿设置齐全', '票据按号保存', '收入入账与抽查单据一致'],
  },
} as const satisfies Readonly<Record<string, RecognitionClass>>;

export type RecognitionClassCode = keyof typeof recognitionClasses;
