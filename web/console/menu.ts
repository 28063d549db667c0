import type { Name } from '../../lib/domain/catalogue/settings.ts';
import type { OperationName } from './api/contract.ts';
import type { Person } from './session/person.ts';
import { mayCall } from './session/session.ts';

type Who = Pick<Person, 'role' | 'level'>;

export type MenuEntry = {
  readonly path: string;
  readonly name: Name;
  /** The operation that the screen lives on: who may not call it is not shown the way there. */
  readonly needs: OperationName;
  /** Who of those may open it, where the service asks for more than a role. */
  readonly mayOpen?: (who: Who) => boolean;
  readonly icon: string;
};
export type MenuGroup = { readonly name: Name; readonly entries: readonly MenuEntry[] };

const groups: readonly MenuGroup[] = [
  {
    name: { zh: '工作', en: 'Work' },
    entries: [
      {
        path: 'round',
        name: { zh: '检查行程', en: 'My round' },
        needs: 'check-in',
        icon: 'M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.800-7 11-7 11zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
      },
      {
        path: 'reviews',
        name: { zh: '待审核', en: 'To review' },
        needs: 'review-consolidation',
        icon: 'M5 4h14v16H5zM8.500 12l2.500 2.500 4.500-5',
      },
      {
        path: 'figures',
        name: { zh: '成效统计', en: 'Figures' },
        needs: 'get-statistics',
        icon: 'M4 20V10m5.300 10V4m5.400 16v-8m5.300 8V7',
      },
      {
        path: 'plans',
        name: { zh: '检查计划', en: 'Plans' },
        needs: 'list-plans',
        icon: 'M6 3h9l4 4v14H6zM9 12h7m-7 4h7',
      },
      {
        path: 'scenarios',
        name: { zh: '监管一件事', en: 'Scenarios' },
        needs: 'list-scenarios',
        icon: 'M12 3l2.600 5.600 6.100.700-4.500 4.200 1.200 6-5.400-3-5.400 3 1.200-6-4.500-4.200 6.100-.700z',
      },
      {
        path: 'draws',
        name: { zh: '双随机抽取', en: 'Draws' },
        needs: 'list-draws',
        icon: 'M4 7h4l8 10h4m-3-3 3 3-3 3M4 17h4l2-2.500m4-5 2-2.500h4m-3-3 3 3-3 3',
      },
      {
        path: 'consolidations',
        name: { zh: '统筹', en: 'Consolidations' },
        needs: 'list-consolidations',
        icon: 'M4 5h5l4 7-4 7H4m16-7h-7m4-3 3 3-3 3',
      },
      {
        path: 'visits',
        name: { zh: '联合检查', en: 'Visits' },
        needs: 'list-visits',
        icon: 'M4 6h16v15H4zM4 10.500h16M8 3v5m8-5v5',
      },
      {
        path: 'follow-up',
        name: { zh: '通知跟进', en: 'Follow-up' },
        needs: 'list-escalations',
        icon: 'M3 6h18v12H3zM3 7l9 7 9-7M19 2v5m0 2.500v.1',
      },
      {
        path: 'complaints',
        name: { zh: '投诉', en: 'Complaints' },
        needs: 'answer-complaint',
        mayOpen: ({ role, level }) => role !== 'reviewer' || level !== 1,
        icon: 'M4 4h16v12H9l-5 4zM12 7.500v3.500m0 2v.1',
      },
      {
        path: 'urgent',
        name: { zh: '紧急检查', en: 'Urgent check' },
        needs: 'list-urgent-options',
        icon: 'M13 3 5 14h6l-1 7 8-11h-6z',
      },
      {
        path: 'today',
        name: { zh: '今日', en: 'Today' },
        needs: 'list-visits',
        icon: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zm0-14v5.500l3.500 2',
      },
      {
        path: 'schedule',
        name: { zh: '日程', en: 'Schedule' },
        needs: 'list-visits',
        icon: 'M4 5h16v15H4zM4 10h16M9.300 5v15m5.400-15v15',
      },
      {
        path: 'absences',
        name: { zh: '缺勤与调整', en: 'Absences' },
        needs: 'report-absence',
        icon: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zm-6 9a6 6 0 0 1 12 0M16 8l5 5m0-5-5 5',
      },
      {
        path: 'caps',
        name: { zh: '频次上限', en: 'Caps' },
        needs: 'get-cap-use',
        icon: 'M4 17a8 8 0 0 1 16 0M12 17l4-5',
      },
      {
        path: 'findings',
        name: { zh: '问题处置', en: 'Findings' },
        needs: 'list-findings',
        icon: 'M12 4 2.800 20h18.400zM12 10v4.500m0 2.500v.1',
      },
      {
        path: 'referrals',
        name: { zh: '案件移送', en: 'Referrals' },
        needs: 'list-referrals',
        icon: 'M4 7h9m0 0-3-3m3 3-3 3m10 7h-9m0 0 3-3m-3 3 3 3',
      },
      {
        path: 'incidents',
        name: { zh: '网格上报', en: 'Incidents' },
        needs: 'list-incidents',
        icon: 'M6 9a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7m4 10a2 2 0 0 0 4 0',
      },
    ],
  },
  {
    name: { zh: '台账', en: 'Records' },
    entries: [
      {
        path: 'publication',
        name: { zh: '结果公示', en: 'Publication' },
        needs: 'get-publication',
        icon: 'M4 10v4h3l7 4V6l-7 4zm14-1.500a5 5 0 0 1 0 7',
      },
      {
        path: 'ratings',
        name: { zh: '互评', en: 'Ratings' },
        needs: 'get-ratings',
        icon: 'M12 4l2.500 5 5.500.800-4 3.900 1 5.500-5-2.700-5 2.700 1-5.500-4-3.900 5.500-.800z',
      },
      {
        path: 'businesses',
        name: { zh: '经营主体', en: 'Businesses' },
        needs: 'list-businesses',
        icon: 'M4 10h16v11H4zM4 10l2-6h12l2 6M10 21v-6h4v6',
      },
      {
        path: 'items',
        name: { zh: '检查事项', en: 'Catalogue' },
        needs: 'list-items',
        icon: 'M9 6h11M9 12h11M9 18h11M4.500 6h.1m-.1 6h.1m-.1 6h.1',
      },
      {
        path: 'units',
        name: { zh: '执法队', en: 'Units' },
        needs: 'list-units',
        icon: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zm-6.500 9a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6M18 14a6.500 6.500 0 0 1 3.500 6',
      },
      {
        path: 'mediators',
        name: { zh: '调解员', en: 'Mediators' },
        needs: 'list-mediators',
        icon: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19a5 5 0 0 1 9-3 5 5 0 0 1 9 3',
      },
      {
        path: 'record',
        name: { zh: '全过程记录', en: 'Whole record' },
        needs: 'get-record',
        icon: 'M12 4a8 8 0 1 0 8 8M12 8v4l3 2M20 4v5h-5',
      },
      {
        path: 'calendar',
        name: { zh: '工作日历', en: 'Calendar' },
        needs: 'get-calendar',
        icon: 'M4 6h16v15H4zM4 10.500h16M8 3v5m8-5v5m-7 6 2 2 4-4',
      },
      {
        path: 'templates',
        name: { zh: '通知模板', en: 'Templates' },
        needs: 'list-notice-templates',
        icon: 'M5 4h14v16H5zM8.500 8.500h7m-7 3.500h7m-7 3.500h4',
      },
      {
        path: 'dead-letters',
        name: { zh: '死信', en: 'Dead letters' },
        needs: 'list-dead-letters',
        icon: 'M3 6h18v12H3zM3 7l9 7 9-7M16 16l4 4m0-4-4 4',
      },
      {
        path: 'settings',
        name: { zh: '规则参数', en: 'Settings' },
        needs: 'get-settings',
        icon: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zm-6 10a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
      },
    ],
  },
];

/** What somebody finds in their menu. */
export const menuOf = (who: Who): readonly MenuGroup[] =>
  groups.map(({ name, entries }) => ({
    name,
    entries: entries.filter(({ needs, mayOpen }) => mayCall(who.role, needs) && (mayOpen?.(who) ?? true)),
  }));

/** Where somebody's day begins. */
export const homeOf = (who: Who): string => menuOf(who)[0]?.entries[0]?.path ?? 'visits';
