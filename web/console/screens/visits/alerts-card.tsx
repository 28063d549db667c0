import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { dayWords } from '../../parts/format.ts';
import { hrefOf } from '../../router.ts';

/** More would bury what stands below it. */
const shownAtOnce = 6;

/** Businesses that the proposal would have visited twice within the alert days (rule 15); nothing where there is none. */
export const AlertsCard = ({ consolidationId }: { readonly consolidationId: string }) => {
  const { say, language } = useLanguage();
  const [isAll, setAll] = useState(false);
  const { value } = useAnswer('list-visit-alerts', { params: { consolidationId } });
  if (!value || value.items.length === 0) return null;
  return (
    <Card tight title={say(`${value.withinDays} 天内重复检查提醒`, `Visited twice within ${value.withinDays} days`)}>
      <DataTable
        caption={say('重复检查提醒', 'Visited twice')}
        rows={isAll ? value.items : value.items.slice(0, shownAtOnce)}
        keyOf={({ visitId }) => visitId}
        columns={[
          {
            title: say('经营主体', 'Business'),
            isHead: true,
            cell: ({ businessId, businessName }) => <a href={hrefOf(['businesses', businessId])}>{businessName}</a>,
          },
          { title: say('拟定', 'Proposed'), isWhole: true, cell: ({ day }) => dayWords(day, language) },
          {
            title: say('邻近的检查', 'Near it'),
            cell: ({ near }) =>
              near
                .map(
                  ({ day, isProposed }) =>
                    `${dayWords(day, language)}${isProposed ? say('（同一方案）', ' (proposed)') : ''}`,
                )
                .join('；'),
          },
        ]}
      />
      {!isAll && value.items.length > shownAtOnce && (
        <p class="more">
          <button type="button" class="quiet" onClick={() => setAll(true)}>
            {say(`全部 ${value.items.length} 次`, `All ${value.items.length}`)}
          </button>
        </p>
      )}
    </Card>
  );
};
