import type { Name } from '../../../lib/domain/catalogue/settings.ts';
import { isPartlyTold } from '../../../lib/domain/notices/told.ts';
import { noticeStatuses, type Shown, shown } from './enumerations.ts';

export const channelNames: Readonly<Record<string, Name>> = {
  portal: { zh: '网页', en: 'Page' },
  email: { zh: '邮件', en: 'E-mail' },
  sms: { zh: '短信', en: 'Text message' },
  webhook: { zh: '系统接口', en: 'Webhook' },
};

export const deliveryStates: Readonly<Record<string, Shown>> = {
  retrying: shown('going', '渠道故障，重试中', 'Channel at fault, trying again'),
  sent: shown('going', '已发出', 'Sent'),
  delivered: shown('well', '已送达', 'Delivered'),
  failed: shown('look', '失败', 'Failed'),
};

/** What channels say of a message that failed, and what that means; the first that fits. */
const deliveryErrors: readonly (readonly [says: RegExp, means: Name])[] = [
  [/^no-address$/, { zh: '没有地址', en: 'No address' }],
  [/^not-offered$/, { zh: '本区未开通', en: 'Not offered by this district' }],
  [/^Permanent\b/, { zh: '被退回，邮箱不存在或拒收', en: 'Bounced: no such mailbox, or it takes none' }],
  [/^(Transient|Undetermined)\b/, { zh: '暂时退回，如邮箱已满或自动回复', en: 'Bounced for now, as a full mailbox' }],
  [/^Reject\b/, { zh: '邮件服务拒绝发送', en: 'The mail service refused to send it' }],
  [/^Complaint\b/, { zh: '收件人标为垃圾邮件', en: 'Marked as spam by its receiver' }],
  [/unreachable|unavailable/i, { zh: '关机、停机或无法接通', en: 'The phone is off or out of reach' }],
  [/^answered (5\d\d|408|429)$/, { zh: '对方系统故障', en: 'The receiving system is in trouble' }],
  [/^answered \d+$/, { zh: '对方系统拒收', en: 'The receiving system refused it' }],
];

/** What the reason of a failure means to somebody who runs no mail server; undefined of one that is not known. */
export const deliveryErrorOf = (error: string): Name | undefined =>
  deliveryErrors.find(([says]) => says.test(error))?.[1];

/** A notice that went out and goes out once more: what came of it before is not its state now. */
const goingOutAgain = shown('going', '正在再次发送', 'Going out again');
/** One that some channels took already while others are still tried: `due` alone would read as if nobody had been told. */
const partlyOut = shown('going', '部分渠道已发出', 'Out by some channels');

type HowFar = {
  readonly status: keyof typeof noticeStatuses;
  readonly again?: string;
  readonly channels: readonly { readonly channel: string; readonly status: string }[];
};

/** How far a notice is, in one word. */
export const howFar = ({ status, again, channels }: HowFar): Shown => {
  if (again) return goingOutAgain;
  return status === 'due' && isPartlyTold({ channels }) ? partlyOut : noticeStatuses[status];
};

export const reminderStatuses = {
  due: shown('going', '正在提醒', 'Going out'),
  sent: shown('well', '已提醒', 'Reminded'),
  failed: shown('look', '提醒未送达', 'Not delivered'),
};

export const escalationReasons = {
  'not-delivered': shown('look', '未送达', 'Not delivered'),
  'not-sent': shown('look', '迟迟未发出', 'Not sent yet'),
  unread: shown('going', '临近未读', 'Unread shortly before'),
};

export const queueNames: Readonly<Record<string, Name>> = {
  planning: { zh: '统筹计算', en: 'Planning' },
  scheduling: { zh: '发布与变更', en: 'Publication and changes' },
  notices: { zh: '发送通知', en: 'Sending notices' },
  results: { zh: '结果互认', en: 'Recognising results' },
  deliveries: { zh: '送达回执', en: 'Receipts and bounces' },
  files: { zh: '文件检查', en: 'Checking files' },
  incidents: { zh: '上报时限', en: 'Clocks of incidents' },
  imports: { zh: '文件导入', en: 'Importing files' },
};
