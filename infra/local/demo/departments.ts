/** Where a department keeps its teams: in one district unit, or one in each street's squad; and on how many weekdays they go out. */
export type Force = { readonly kind: 'district' | 'streets'; readonly teams: number; readonly outings: number };

export type DemoDepartment = {
  readonly code: string;
  /** As a notice names the authority. */
  readonly zh: string;
  readonly en: string;
  /** What its forces call themselves; a street's squad puts the street before it. */
  readonly squad: string;
  readonly force: Force;
  /** The names under which the published plans know this authority; two names of one authority fall together. */
  readonly publishedAs: readonly string[];
};

const squads = (outings: number): Force => ({ kind: 'streets', teams: 1, outings });
const district = (teams: number, outings: number): Force => ({ kind: 'district', teams, outings });

const department = <const Code extends string>(
  code: Code,
  zh: string,
  en: string,
  squad: string,
  force: Force,
  ...publishedAs: readonly string[]
) => ({ code, zh, en, squad, force, publishedAs });

/**
 * Fifteen departments onto which every initiator and partner of the published plans maps. Three mappings are choices:
 * publishing (宣传部门) is enforced by the culture force, investment promotion sits with commerce, and the two names of
 * the construction authority are one.
 */
export const demoDepartments = [
  department('market', '上城区市场监督管理局', 'Market supervision', '市场监管中队', squads(2), '市场监管部门'),
  department('fire', '上城区消防救援大队', 'Fire and rescue', '消防监督执法队', district(2, 4), '消防救援机构'),
  department('health', '上城区卫生健康局', 'Health', '卫生监督中队', squads(1), '卫生健康部门'),
  department('police', '杭州市公安局上城区分局', 'Police', '派出所治安中队', squads(1), '公安部门'),
  department(
    'housing',
    '上城区住房和城乡建设局',
    'Housing',
    '建设执法中队',
    squads(1),
    '城乡建设部门',
    '住房和城乡建设部门',
  ),
  department('ecology', '杭州市生态环境局上城分局', 'Ecology', '生态环境执法队', district(1, 4), '生态环境部门'),
  department('education', '上城区教育局', 'Education', '教育督导执法队', district(2, 4), '教育部门'),
  department(
    'culture',
    '上城区文化和广电旅游体育局',
    'Culture',
    '文化市场执法队',
    district(1, 4),
    '文化和旅游部门',
    '宣传部门',
  ),
  department(
    'human-resources',
    '上城区人力资源和社会保障局',
    'Human resources',
    '劳动监察中队',
    squads(1),
    '人力资源和社会保障部门',
  ),
  department('transport', '上城区交通运输局', 'Transport', '交通运输执法队', district(1, 3), '交通运输部门'),
  department('tax', '国家税务总局杭州市上城区税务局', 'Taxation', '税务检查组', district(1, 2), '税务部门'),
  department('commerce', '上城区商务局', 'Commerce', '商务执法队', district(1, 2), '商务部门', '投资促进部门'),
  department('tobacco', '杭州市烟草专卖局上城分局', 'Tobacco', '烟草专卖稽查队', district(1, 2), '烟草专卖部门'),
  department(
    'medical-insurance',
    '杭州市医疗保障局上城分局',
    'Medical insurance',
    '医保稽核队',
    district(1, 4),
    '医疗保障部门',
  ),
  department(
    'postal',
    '杭州市邮政管理局上城分局',
    'Postal administration',
    '邮政执法队',
    district(1, 2),
    '邮政管理部门',
  ),
] as const satisfies readonly DemoDepartment[];

export type DepartmentCode = (typeof demoDepartments)[number]['code'];

/** The department that a published plan calls `name`; undefined where the table above has no such name. */
export const departmentPublishedAs = (name: string): DepartmentCode | undefined =>
  demoDepartments.find(({ publishedAs }) => publishedAs.includes(name))?.code;
