import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';

type DrawChoiceProps = { readonly drawId: string; readonly onDraw: (drawId: string) => void };

/** The department's draws that have been drawn. */
export const DrawChoice = ({ drawId, onDraw }: DrawChoiceProps) => {
  const { say } = useLanguage();
  const { rows, problem, reload } = usePages('list-draws', { query: {} }, 200);
  const drawn = rows.filter(({ status }) => status === 'drawn');
  return (
    <>
      <ProblemNote problem={problem} onRetry={reload} />
      <SelectField
        path="drawId"
        label={say('抽取', 'The draw')}
        value={drawId}
        onValue={onDraw}
        any={say('请选择', 'Choose')}
        options={drawn.map((draw) => [draw.drawId, draw.title])}
      />
      <p>
        <a href={hrefOf(['draws'])}>{say('固定并实施一次抽取', 'Fix and perform a draw')}</a>
      </p>
    </>
  );
};
