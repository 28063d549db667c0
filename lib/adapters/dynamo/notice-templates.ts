import type { NoticeTemplates } from '../../app/ports/notice-ports.ts';
import type { NoticeTemplate } from '../../domain/notices/notice-template.ts';
import { putVersion } from './conditional-write.ts';
import { numbered, templatesOf } from './keys.ts';
import { queryAll } from './query.ts';
import { unpack } from './record-body.ts';
import type { Table } from './table.ts';

/** One item a version, never changed; they sort by it. */
export const dynamoNoticeTemplates = (table: Table): NoticeTemplates => ({
  async history({ district }) {
    const stored = await queryAll(table, { partition: templatesOf(district) });
    return stored.map(({ body }) => unpack<NoticeTemplate>(body));
  },
  add: ({ district }, template) =>
    putVersion(table, { pk: templatesOf(district), sk: numbered(template.version) }, template, 0),
});
