import type * as z from 'zod';
import type { consolidationView } from '../../../../lib/contract/consolidations.ts';
import { operations } from '../../../../lib/contract/operations.ts';
import type { Window } from '../../../../lib/domain/plans/plan.ts';
import type { Caller } from '../api-client.ts';
import { waitUntil } from './wait-until.ts';

type Consolidation = z.output<typeof consolidationView>;

const standing = async (coordinator: Caller, consolidationId: string): Promise<Consolidation> => {
  const found = await coordinator.call(operations['get-consolidation'], { params: { consolidationId } });
  if (found.status === 'failed' || found.status === 'rejected' || found.status === 'superseded') {
    throw new Error(`the consolidation ${found.status}: ${found.failure?.text ?? 'no reason given'}`);
  }
  return found;
};

export type Proposal = Consolidation & { readonly figures: NonNullable<Consolidation['figures']> };

/** Has the open requests of a horizon planned, and waits for the proposal. */
export const consolidate = async (coordinator: Caller, { notBefore, due }: Window): Promise<Proposal> => {
  const { consolidationId } = await coordinator.call(operations['start-consolidation'], {
    body: { from: notBefore, to: due, title: '综合查一次演示统筹', seed: 1 },
  });
  return waitUntil(
    'a proposal',
    async () => {
      const { figures, ...found } = await standing(coordinator, consolidationId);
      return figures && found.status === 'proposed' ? { ...found, figures } : undefined;
    },
    90,
  );
};

/** Publishes an approved consolidation, and waits until every proposed visit has become one or gone back to waiting. */
export const publish = async (coordinator: Caller, consolidationId: string): Promise<Consolidation> => {
  await coordinator.call(operations['publish-consolidation'], { params: { consolidationId } });
  return waitUntil(
    'the publication',
    async () => {
      const found = await standing(coordinator, consolidationId);
      return found.status === 'published' ? found : undefined;
    },
    60,
  );
};
