import type { PageLanguage } from '../../../web/page-frame.ts';
import type { KeptMessage, Outcome } from './kept-messages.ts';

type Words = {
  readonly title: string;
  readonly about: string;
  readonly tryThis: string;
  readonly none: string;
  readonly all: string;
  readonly channels: Record<KeptMessage['channel'], string>;
  readonly outcomes: Record<Outcome, string>;
  readonly newer: string;
  readonly older: string;
  readonly to: string;
  readonly channel: string;
  readonly untitled: string;
  readonly became: string;
  readonly text: string;
  readonly openPage: string;
  readonly files: string;
  readonly headers: string;
  readonly whole: string;
  readonly openNotice: string;
  readonly back: string;
  readonly gone: string;
  readonly goneWhy: string;
};

export const mailboxWords: Record<PageLanguage, Words> = {
  'zh-CN': {
    title: '本机信箱',
    about: '本机发出的邮件、短信与 Webhook 都留在这里，没有一封离开这台机器。保留最近 500 条，停止运行即清空。',
    tryThis:
      '想看退信，把经营主体的邮箱设为 bounce@simulator.amazonses.com（ooto@、complaint@ 同理）；号码以 0000 结尾的手机收不到短信。',
    none: '还没有消息。发布检查后，有邮箱、手机或 Webhook 地址的经营主体的通知会出现在这里。',
    all: '全部',
    channels: { email: '邮件', sms: '短信', webhook: 'Webhook' },
    outcomes: {
      taken: '已受理',
      delivered: '已送达',
      bounced: '退信',
      'auto-replied': '自动回复',
      complained: '被标为垃圾邮件',
      unreachable: '无法送达',
      'acted-on': '验签通过，已接收',
      repeated: '重复，未再处理',
      overtaken: '旧版本，未处理',
      'turned-away': '接收方拒收',
      refused: '验证未通过',
    },
    newer: '较新',
    older: '较早',
    to: '收件方',
    channel: '渠道',
    untitled: '（无标题）',
    became: '经过',
    text: '正文',
    openPage: '看网页正文',
    files: '附件',
    headers: '信头',
    whole: '下载原件 message.eml',
    openNotice: '打开检查通知',
    back: '返回信箱',
    gone: '没有这条消息',
    goneWhy: '信箱只保留本次运行最近的 500 条。',
  },
  en: {
    title: 'Mailbox of this machine',
    about:
      'What this machine sends by e-mail, text message and webhook stays here; none of it leaves. The newest 500 are kept, until the run ends.',
    tryThis:
      'For a bounce, give a business the e-mail bounce@simulator.amazonses.com (ooto@ and complaint@ likewise); phones whose number ends in 0000 are off.',
    none: 'No messages yet. Publish visits: notices of businesses with an e-mail, a mobile or a webhook arrive here.',
    all: 'All',
    channels: { email: 'E-mail', sms: 'Text message', webhook: 'Webhook' },
    outcomes: {
      taken: 'taken',
      delivered: 'delivered',
      bounced: 'bounced',
      'auto-replied': 'answered automatically',
      complained: 'marked as spam',
      unreachable: 'not reached',
      'acted-on': 'verified and acted on',
      repeated: 'repeated, not acted on',
      overtaken: 'older version, not acted on',
      'turned-away': 'turned away by the receiver',
      refused: 'not verified',
    },
    newer: 'Newer',
    older: 'Older',
    to: 'To',
    channel: 'Channel',
    untitled: '(no title)',
    became: 'What became of it',
    text: 'Text',
    openPage: 'See the page that it brings',
    files: 'Attachments',
    headers: 'Headers',
    whole: 'Download it as message.eml',
    openNotice: 'Open the notice',
    back: 'Back to the mailbox',
    gone: 'No such message',
    goneWhy: 'The mailbox keeps the newest 500 of this run.',
  },
};
