import type { DeadLetter, DeadLetters, MessageFault, MessageFaults } from '../../../lib/app/ports/queue-ports.ts';

/** `lying` is open to tests: what was given up, and `sentBack` what went back to its queue. */
export const fakeDeadLetters = (): DeadLetters & { readonly lying: DeadLetter[]; readonly sentBack: DeadLetter[] } => {
  const lying: DeadLetter[] = [];
  const sentBack: DeadLetter[] = [];
  const isOf = (district: string, { subject }: DeadLetter) =>
    subject.district === undefined || subject.district === district;
  return {
    lying,
    sentBack,
    async list({ district }, queue) {
      const here = lying.filter((letter) => letter.queue === queue);
      return { queue, attempts: 5, waiting: here.length, messages: here.filter((letter) => isOf(district, letter)) };
    },
    async redrive({ district }, queue, messageId) {
      const meant = lying.filter(
        (letter) =>
          letter.queue === queue &&
          isOf(district, letter) &&
          (messageId === undefined || letter.messageId === messageId),
      );
      for (const letter of meant) sentBack.push(...lying.splice(lying.indexOf(letter), 1));
      return meant.length;
    },
  };
};

export const fakeMessageFaults = (): MessageFaults => {
  const stored = new Map<string, MessageFault>();
  return {
    note: async (queue, fault) => void stored.set(`${queue} ${fault.messageId}`, fault),
    some: async (queue, messageIds) =>
      new Map(
        messageIds.flatMap((messageId) => {
          const fault = stored.get(`${queue} ${messageId}`);
          return fault ? [[messageId, fault] as const] : [];
        }),
      ),
  };
};
