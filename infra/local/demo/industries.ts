/** An industry of the demo district, how many businesses it has, and the kind of registration they hold. */
export type DemoIndustry = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly businesses: number;
  /** First two characters of the credit code: 91 company, 92 sole trader, 12 public institution, 52 private non-profit. */
  readonly registration: '91' | '92' | '12' | '52';
  /** Endings of made-up names. */
  readonly endings: readonly string[];
  /** Objects of the published plans that mean this industry. */
  readonly publishedAs: readonly string[];
};

const industry = <const Code extends string>(
  code: Code,
  zh: string,
  en: string,
  businesses: number,
  registration: DemoIndustry['registration'],
  endings: readonly string[],
  ...publishedAs: readonly string[]
) => ({ code, zh, en, businesses, registration, endings, publishedAs });

/** The objects of the published plans, and a few more trades that every district has. */
export const demoIndustries = [
  industry('school', '中小学校', 'Schools', 60, '12', ['小学', '中学', '实验学校'], '中小学校', '中小学'),
  industry('kindergarten', '幼儿园', 'Kindergartens', 84, '52', ['幼儿园'], '幼儿园'),
  industry('university', '高校', 'Universities', 6, '12', ['职业技术学院', '学院'], '高校'),
  industry(
    'tutoring',
    '校外培训机构',
    'Off-campus tutoring',
    60,
    '52',
    ['培训学校', '教育培训中心'],
    '学科类校外培训机构',
  ),
  industry(
    'canteen',
    '集体用餐食堂',
    'Canteens',
    90,
    '91',
    ['餐饮管理有限公司食堂', '养老服务中心食堂'],
    '学校、托幼机构、养老机构等食堂',
  ),
  industry('restaurant', '餐饮店', 'Restaurants', 330, '92', ['小吃店', '面馆', '餐馆', '酒楼']),
  industry('hotel', '宾馆、旅店', 'Hotels', 150, '91', ['宾馆', '大酒店', '民宿', '旅店'], '各类宾馆、旅店'),
  industry(
    'entertainment',
    '影剧院及娱乐场所',
    'Cinemas and entertainment',
    75,
    '91',
    ['影城', '剧院', '游艺厅', '歌舞厅', '音乐厅'],
    '影剧院、录像厅（室）、游艺厅（室）、舞厅、音乐厅',
  ),
  industry('swimming-pool', '游泳场（馆）', 'Swimming pools', 40, '91', ['游泳馆', '健身游泳中心'], '游泳场（馆）'),
  industry(
    'supermarket',
    '商场、超市',
    'Supermarkets and malls',
    120,
    '91',
    ['超市', '商场', '百货有限公司'],
    '商场（超市）',
  ),
  industry('bookshop', '出版物零售单位', 'Bookshops', 50, '91', ['书店', '图书有限公司'], '出版物零售单位'),
  industry(
    'internet-culture',
    '经营性互联网文化单位',
    'Internet culture',
    60,
    '91',
    ['网络科技有限公司', '文化传媒有限公司'],
    '经营性互联网文化单位',
  ),
  industry('clinic', '定点医疗机构', 'Clinics', 110, '91', ['门诊部', '口腔诊所', '中医诊所'], '定点医疗机构'),
  industry('pharmacy', '药店', 'Pharmacies', 80, '91', ['大药房', '药店']),
  industry('beauty', '美容美发场所', 'Hair and beauty', 110, '92', ['美发店', '美容院']),
  industry('car-repair', '车辆维修企业', 'Car repair', 80, '91', ['汽车维修有限公司', '汽车服务部'], '车辆维修企业'),
  industry('car-dealer', '汽车销售企业', 'Car dealers', 40, '91', ['汽车销售有限公司'], '汽车销售企业'),
  industry(
    'emission-testing',
    '机动车排放检验单位',
    'Emission testing',
    8,
    '91',
    ['机动车检测有限公司'],
    '机动车排放检验单位',
  ),
  industry(
    'logistics',
    '物流、寄递企业',
    'Logistics and parcels',
    70,
    '91',
    ['物流有限公司', '速递服务部'],
    '物流、寄递企业',
  ),
  industry(
    'dangerous-goods',
    '道路危险货物运输企业',
    'Dangerous goods transport',
    6,
    '91',
    ['危险品运输有限公司'],
    '道路运输危险货物运输企业',
  ),
  industry('security-firm', '保安行业相关单位', 'Security firms', 36, '91', ['保安服务有限公司'], '保安行业相关单位'),
  industry('security-training', '保安培训单位', 'Security training', 8, '52', ['保安职业培训学校'], '保安培训单位'),
  industry(
    'monitoring',
    '生态环境监测机构',
    'Environmental monitoring',
    12,
    '91',
    ['环境检测有限公司'],
    '生态环境监测机构',
  ),
  industry('sewage-works', '污水处理厂（站）', 'Sewage works', 5, '91', ['水务有限公司污水处理站'], '污水处理厂（站）'),
  industry(
    'enterprise',
    '企业',
    'Enterprises',
    310,
    '91',
    ['科技有限公司', '贸易有限公司', '服饰有限公司', '电子有限公司'],
    '各类企业',
    '各类用人单位',
  ),
] as const satisfies readonly DemoIndustry[];

export type IndustryCode = (typeof demoIndustries)[number]['code'];

/** The industries that the published objects mean: `中小学、幼儿园` are two. Undefined where one is not in the table. */
export const industriesPublishedAs = (objects: string): readonly IndustryCode[] | undefined => {
  const known = (name: string) => demoIndustries.find(({ publishedAs }) => publishedAs.includes(name))?.code;
  const whole = known(objects);
  if (whole) return [whole];
  const parts = objects.split('、').map(known);
  return parts.every((part) => part !== undefined) ? parts : undefined;
};
