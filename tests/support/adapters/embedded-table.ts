import { afterAll, beforeAll } from 'vitest';
import type { Table } from '../../../lib/adapters/dynamo/table.ts';
import { openTable } from './open-table.ts';

/** An embedded table for the tests of one file: use `table` inside tests and hooks. Each test takes a district of its own. */
export const embeddedTable = (): { readonly table: Table; readonly endpoint: string } => {
  const holder: { table?: Table; endpoint?: string } = {};
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ close, table: holder.table, endpoint: holder.endpoint } = await openTable());
  });
  afterAll(async () => close?.());
  return holder as { table: Table; endpoint: string };
};

let districts = 0;
/** A scope that no other test of the file has written to. */
export const freshScope = () => {
  districts += 1;
  return { district: `district-${districts}` };
};
