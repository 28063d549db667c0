/** A key of a closed table, or undefined for any other text: what stands in an address may be anything. */
export const keyIn = <Table extends object>(
  table: Table,
  text: string | null | undefined,
): (keyof Table & string) | undefined => {
  for (const key in table) if (key === text) return key;
  return undefined;
};
