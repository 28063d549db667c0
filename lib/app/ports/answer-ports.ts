export type AnswerKey = { readonly district: string; readonly subject: string; readonly key: string };

export type Answer = { readonly status: number; readonly body: string };

export type Claim =
  | { readonly state: 'new'; readonly seed: string }
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'other-body' }
  | { readonly state: 'in-progress' };

/** Answers kept by idempotency key for at least 24 hours. `seed` is the same at every attempt, so retried work repeats its ids. */
export type Answers = {
  claim(key: AnswerKey, bodyHash: string, seed: string, now: Date): Promise<Claim>;
  keep(key: AnswerKey, answer: Answer, now: Date): Promise<void>;
  /** Gives an unanswered claim back after a fault. */
  release(key: AnswerKey): Promise<void>;
};
