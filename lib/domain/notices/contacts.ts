/** Channels that reach a business by themselves; the portal page only waits to be opened. */
export const pushChannels = ['email', 'sms', 'webhook'] as const;
export type PushChannel = (typeof pushChannels)[number];

/**
 * Where a business is reached. `channels` is its preference: the first takes a notice, each next one only where those
 * before it failed, and one that is not named is not used. Without it, or with none named, all that have an address.
 */
export type Contacts = {
  readonly phone?: string;
  readonly email?: string;
  readonly webhook?: string;
  readonly channels?: readonly PushChannel[];
};

const addressNames = { email: 'email', sms: 'phone', webhook: 'webhook' } as const satisfies Record<
  PushChannel,
  keyof Contacts
>;

/** The preferred channels that have no address: a notice would never come by them. */
export const channelsWithoutAddress = (contacts: Contacts): readonly PushChannel[] =>
  (contacts.channels ?? []).filter((channel) => !contacts[addressNames[channel]]);

/** The preference as an order; undefined where every channel with an address takes each notice. */
export const preferredOrder = ({ channels = [] }: Contacts): readonly PushChannel[] | undefined =>
  channels.length > 0 ? channels : undefined;

/** Where a notice goes first: the first preferred channel that has an address, or every channel that has one. */
export const channelsFirst = (contacts: Contacts): readonly PushChannel[] => {
  const reached = (channel: PushChannel): boolean => Boolean(contacts[addressNames[channel]]);
  const order = preferredOrder(contacts);
  return order ? order.filter(reached).slice(0, 1) : pushChannels.filter(reached);
};
