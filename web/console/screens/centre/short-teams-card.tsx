import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { dayWords } from '../../parts/format.ts';
import { useUnits } from '../../parts/units.ts';
import { useSavingWords } from './worth-words.ts';

type Run = Answer<'get-consolidation'>;

/** Where one more team would save most: a unit a line, its dearest days with it. Nothing where nobody is short. */
export const ShortTeamsCard = ({ run }: { readonly run: Run }) => {
  const { say, language } = useLanguage();
  const units = useUnits();
  const { saving, units: weights } = useSavingWords(run);
  const short = run.figures?.shortTeams;
  if (short === undefined) return null;
  const rows = [...Map.groupBy(short, ({ unitId }) => unitId)].map(([unitId, days]) => ({ unitId, days }));
  return (
    <Card tight title={say('哪里多一个班组最有用', 'Where one more team would help most')}>
      {rows.length === 0 ? (
        <p class="empty">
          {say('各执法队的班组都够用，再多也不会少上门。', 'Every unit has teams enough: more would save no visit.')}
        </p>
      ) : (
        <>
          <p class="card-note soft small">
            {say(
              '由证明中的影子价格得出：当天多一个班组，方案最多能好多少。',
              'From the shadow prices behind the proof: by how much the plan could improve, at most, with one more team that day.',
            )}{' '}
            {weights}
          </p>
          <DataTable
            caption={say('哪里多一个班组最有用', 'Where one more team would help most')}
            rows={rows}
            keyOf={({ unitId }) => unitId}
            columns={[
              { title: say('执法队', 'Unit'), isHead: true, cell: ({ unitId }) => units.nameOf(unitId) },
              {
                title: say('最缺的日子', 'Days it is short'),
                cell: ({ days }) =>
                  days
                    .slice(0, 4)
                    .map(({ day }) => dayWords(day, language))
                    .join(say('、', ', ')) +
                  (days.length > 4 ? say(` 等 ${days.length} 天`, ` and ${days.length - 4} more`) : ''),
              },
              { title: say('每天最多', 'At most a day'), cell: ({ days }) => saving(days[0]?.saves ?? 0) },
            ]}
          />
        </>
      )}
    </Card>
  );
};
