import type { Scenario } from '../../../lib/domain/scenarios/scenario.ts';
import type { DemoItem } from './catalogue.ts';
import type { DepartmentCode } from './departments.ts';
import { demoIndustries, type IndustryCode } from './industries.ts';
import { itemsAskedOf } from './items-asked-of.ts';

type Theme = {
  readonly industry: IndustryCode;
  /** The lead first, then in the order of the checks. */
  readonly departments: readonly [DepartmentCode, ...DepartmentCode[]];
  /** The published task whose departments these are (docs/examples/published-plans.csv). */
  readonly task: string;
};

const themes: readonly Theme[] = [
  { industry: 'hotel', departments: ['police', 'housing', 'health', 'market', 'fire'], task: '宾馆、旅店监督抽查' },
  { industry: 'school', departments: ['education', 'market', 'health', 'fire'], task: '学校办学情况抽查' },
  { industry: 'kindergarten', departments: ['market', 'education', 'health', 'fire'], task: '学校办学情况抽查' },
  { industry: 'tutoring', departments: ['education', 'market', 'fire'], task: '学校办学情况抽查' },
  {
    industry: 'entertainment',
    departments: ['culture', 'police', 'health', 'market', 'fire'],
    task: '影剧院、录像厅（室）、游艺厅（室）、舞厅、音乐厅经营卫生情况抽查',
  },
  { industry: 'canteen', departments: ['market', 'education', 'health', 'fire'], task: '餐饮监管双随机抽查' },
  { industry: 'swimming-pool', departments: ['health', 'culture', 'market'], task: '游泳场（馆）、商场（超市）抽查' },
  { industry: 'supermarket', departments: ['health', 'market', 'fire'], task: '游泳场（馆）、商场（超市）抽查' },
  { industry: 'bookshop', departments: ['culture', 'market', 'fire'], task: '出版物零售单位抽查' },
  {
    industry: 'emission-testing',
    departments: ['ecology', 'market', 'transport'],
    task: '机动车排放检验机构检测情况抽查',
  },
  { industry: 'car-repair', departments: ['transport', 'ecology', 'market', 'fire'], task: '车辆维修企业的检查' },
  { industry: 'security-firm', departments: ['police', 'human-resources', 'market'], task: '保安行业相关单位抽查' },
];

/** Twelve scenarios (监管一件事) after published joint plans: each department with what it asks of the industry. */
export const demoScenarios = (catalogue: readonly DemoItem[], today: string): readonly Scenario[] =>
  themes.map(({ industry, departments, task }) => {
    const trade = demoIndustries.find(({ code }) => code === industry);
    const parts = departments.map((department) => ({
      department,
      items: itemsAskedOf(catalogue, department, industry, today).map(({ item }) => item.itemId),
    }));
    return {
      scenarioId: industry,
      name: { zh: `${trade?.zh ?? industry}监管一件事`, en: `${trade?.en ?? industry}: one supervision` },
      industry,
      lead: departments[0],
      parts: parts.filter(({ items }) => items.length > 0),
      legalBasis: '《国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见》（国发〔2019〕5号）',
      source: task,
      effectiveFrom: '2026-01-01',
    };
  });
