import type { Answer, Body } from '../../api/contract.ts';

type Roster = Answer<'list-duty-rosters'>['items'][number];

export type ShiftDraft = { readonly unitId: string; readonly from: string; readonly to: string };
export type ContactDraft = {
  readonly unitId: string;
  readonly phone: string;
  readonly email: string;
  readonly webhook: string;
};

/** A roster as it is typed: every field a text, an empty one meaning that there is none. */
export type RosterDraft = {
  readonly shifts: readonly ShiftDraft[];
  readonly otherwise: string;
  readonly contacts: readonly ContactDraft[];
  readonly command: Omit<ContactDraft, 'unitId'>;
};

const typed = ({ phone = '', email = '', webhook = '' }: Partial<ContactDraft> = {}) => ({ phone, email, webhook });

export const emptyContact: ContactDraft = { unitId: '', ...typed() };

export const toDraft = ({ shifts, otherwise = '', contacts = [], command }: Roster): RosterDraft => ({
  shifts,
  otherwise,
  contacts: contacts.map(({ unitId, ...addresses }) => ({ unitId, ...typed(addresses) })),
  command: typed(command),
});

const given = ({ phone, email, webhook }: Omit<ContactDraft, 'unitId'>) => ({
  ...(phone.trim() ? { phone: phone.trim() } : {}),
  ...(email.trim() ? { email: email.trim() } : {}),
  ...(webhook.trim() ? { webhook: webhook.trim() } : {}),
});

export const toBody = ({ shifts, otherwise, contacts, command }: RosterDraft): Body<'put-duty-roster'> => ({
  shifts: [...shifts],
  ...(otherwise ? { otherwise } : {}),
  contacts: contacts.map(({ unitId, ...addresses }) => ({ unitId, ...given(addresses) })),
  ...(Object.keys(given(command)).length > 0 ? { command: given(command) } : {}),
});
