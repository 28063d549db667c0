import type { Name } from '../domain/catalogue/settings.ts';

/** The queues between the steps of the flow. */
export const queueNames = [
  'planning',
  'scheduling',
  'notices',
  'results',
  'deliveries',
  'files',
  'incidents',
  'imports',
] as const;
export type QueueName = (typeof queueNames)[number];

/** Who suffers while the messages of a queue are not worked off: for whom an alarm wakes, and for who reads the dead letters. */
export const queueImpacts = {
  planning: {
    zh: '统筹人员在等候：已发起的统筹没有计算，无法提出方案。',
    en: 'Coordinators wait: the consolidation they started does not get planned, and no visit can be proposed.',
  },
  scheduling: {
    zh: '全区停摆：已批准的检查没有发布，紧急变更没有生效。',
    en: 'A whole district stands still: approved visits do not get published, urgent changes do not take effect.',
  },
  notices: {
    zh: '经营主体没有收到检查通知；应当告知的检查可能变成突然上门。',
    en: 'Businesses are not told of visits that stand; inspectors may come unannounced where a notice is due.',
  },
  results: {
    zh: '经营主体会被重复检查：刚查过的结果没有传到其他部门。',
    en: 'Businesses get inspected again for what was just checked: results do not reach the other departments.',
  },
  incidents: {
    zh: '上报事件的时限无人提醒：首次响应与处置可能超时而无人知晓。',
    en: 'Nobody is warned while it helps: first answers and handling of incidents run late unseen.',
  },
  deliveries: {
    zh: '经营主体可能没有收到通知而无人知晓：退信与送达回执没有记录。',
    en: 'Businesses may not have got their notice and nobody sees it: bounces and receipts are not recorded.',
  },
  imports: {
    zh: '管理员上传的台账没有导入：计划可能漏掉新的经营主体。',
    en: 'Admins wait for the registers they uploaded, and plans in the district miss businesses that are new.',
  },
  files: {
    zh: '检查人员上传的照片和文件无法查看：尚未通过安全检查。',
    en: 'A district cannot look at the photos and documents of its visits: they have not been scanned.',
  },
} as const satisfies Record<QueueName, Name>;
