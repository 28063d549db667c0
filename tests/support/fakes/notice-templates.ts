import type { NoticeTemplates } from '../../../lib/app/ports/notice-ports.ts';
import type { NoticeTemplate } from '../../../lib/domain/notices/notice-template.ts';
import { byKey, copy, storeNew } from './records.ts';

export const fakeNoticeTemplates = (): NoticeTemplates => {
  const stored = new Map<string, NoticeTemplate>();
  return {
    history: async ({ district }) =>
      [...stored]
        .filter(([key]) => key.startsWith(`${district} `))
        .map(([, template]) => copy(template))
        .sort(byKey(({ version }) => String(version).padStart(5, '0'))),
    add: async ({ district }, template) => storeNew(stored, `${district} ${template.version}`, template),
  };
};
