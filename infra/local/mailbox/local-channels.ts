/** What the one-machine run chooses where its channels are on, as a deployment does by its contexts. */
export const localChannels = { emailFrom: 'notices@inspect-once.example', sms: true, webhook: true } as const;

/** Signs the webhooks of this machine. It is no secret: whoever tries a receiver of their own verifies with it. */
export const localWebhookKey = 'signs-the-webhooks-of-this-machine-alone';
