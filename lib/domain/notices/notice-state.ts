export const channels = ['portal', 'email', 'sms', 'webhook'] as const;
export type Channel = (typeof channels)[number];
export type ChannelDelivery = {
  readonly channel: Channel;
  /** `retrying`: the channel itself is at fault, and is tried again. */
  readonly status: 'retrying' | 'sent' | 'delivered' | 'failed';
  readonly at: string;
  readonly error?: string;
  /** Tries that ended in a fault of the channel. */
  readonly attempts?: number;
  /** The name that the channel gave the message: what a bounce or a receipt calls it later. */
  readonly messageId?: string;
};

/** Why a notice that went out goes out once more as it is: its channel failed afterwards, or somebody asked for it. */
export type Again = { readonly kind: 'fallback' | 'resend'; readonly at: string };

/** `held`: an unannounced visit's notice, which exists only from check-in on. */
export type NoticeStatus = 'held' | 'due' | 'sent' | 'delivered' | 'read' | 'failed';

/** What a notice said of the things that may change: time, units with their people by name and checks, departments served. */
export type Told = {
  readonly day: string;
  readonly start: string;
  readonly units: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly team: readonly string[];
    /** Of the team, in its order; two people may share a name. Absent on what was told earlier. */
    readonly certificates?: readonly string[];
    readonly checks: readonly { readonly itemId: string; readonly name: string }[];
  }[];
  readonly departments: readonly string[];
  /** Of a visit whose lead the street named: the leading units, as the notice calls them. */
  readonly lead?: string;
};

/** 检查通知书: the one notice of a visit. `version` counts what the business was told; `told` is what the one had said that it read last, or the first that it was told, until it reads this one. */
export type Notice = {
  readonly version: number;
  readonly kind: 'new' | 'changed' | 'cancelled';
  readonly status: NoticeStatus;
  readonly dueAt?: string;
  readonly sentAt?: string;
  readonly readAt?: string;
  readonly acknowledgedAt?: string;
  readonly changes: readonly string[];
  readonly channels: readonly ChannelDelivery[];
  readonly told?: Told;
  /** Of `changes`, what no comparison can find out again: why a change comes at short notice. */
  readonly notes?: readonly string[];
  readonly again?: Again;
  /** How often this version was to go out once more, whatever the reason. */
  readonly sendings?: number;
  /** How often of those because somebody asked. */
  readonly resends?: number;
  readonly resentAt?: string;
  /** The version of the district's template that it was made with; absent for the product's own words. */
  readonly template?: number;
};

/** That the business was, or is to be, reminded of the visit on `day`; a visit that moves is reminded of again. */
export type Reminder = {
  readonly day: string;
  readonly status: 'due' | 'sent' | 'failed';
  readonly at: string;
  readonly channels: readonly ChannelDelivery[];
};
