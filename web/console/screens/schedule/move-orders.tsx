import { useState } from 'preact/hooks';
import type { Problem } from '../../api/problem.ts';
import { useLanguage } from '../../language.tsx';
import { CommandWatch } from '../../parts/command-watch.tsx';
import { dayWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import { useApi } from '../../session/session.ts';
import type { Movable, MovePlace } from './place.ts';

/** A move that was ordered here: the visit as it stood before, and where it was to go. */
export type MoveOrder = { readonly commandId: string; readonly visit: Movable; readonly to: MovePlace };

type MoveOrderProps = {
  readonly order: MoveOrder;
  /** To move it back: another move, with the visit as it stands by then. */
  readonly onUndo: (visit: Movable, to: MovePlace) => void;
  readonly onOver: () => void;
  readonly onDismiss: () => void;
};

/** What became of a move: done, with the way back; or refused, with the reason and where the visit stands. */
export const MoveOrderNote = ({ order, onUndo, onOver, onDismiss }: MoveOrderProps) => {
  const { say, language } = useLanguage();
  const api = useApi();
  const [status, setStatus] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const { visit, to, commandId } = order;
  const words = ({ day, start }: MovePlace): string => `${dayWords(day, language)} ${start}`;
  const undo = async (): Promise<void> => {
    const now = await api.call('get-visit', { params: { visitId: visit.visitId } });
    if ('problem' in now) setProblem(now.problem);
    else onUndo(now.value, visit);
  };
  return (
    <div class={status === 'refused' || status === 'failed' ? 'note bad order' : 'note order'}>
      <p>
        <a href={hrefOf(['visits', visit.visitId])}>{visit.businessName}</a> {words(visit)} → {words(to)}
      </p>
      <CommandWatch
        commandId={commandId}
        onOver={(command) => {
          setStatus(command.status);
          onOver();
        }}
      />
      <ProblemNote problem={problem} />
      <p class="actions">
        {status === 'done' && (
          <button type="button" class="quiet" onClick={undo}>
            {say('撤销：改回原时间', 'Undo: move it back')}
          </button>
        )}
        {status !== '' && (
          <button type="button" class="quiet" onClick={onDismiss}>
            {say('知道了', 'Dismiss')}
          </button>
        )}
      </p>
    </div>
  );
};
