import type { Name } from '../../../lib/domain/catalogue/settings.ts';
import { type Shown, shown } from './enumerations.ts';

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

/** What the service itself says of a channel that failed; what a channel says stays in its own words. */
export const deliveryErrors: Readonly<Record<string, Name>> = {
  'no-address': { zh: '没有地址', en: 'No address' },
  'not-offered': { zh: '本区未开通', en: 'Not offered by this district' },
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
