import type { Business } from './catalogue.ts';

type Worded = Pick<Business, 'businessId' | 'name' | 'address'>;

/** Whether each word of `text` stands in a business's name, address or id, whatever its case. */
export const businessSays = (text: string, { businessId, name, address }: Worded): boolean => {
  const said = `${businessId} ${name} ${address}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
};
