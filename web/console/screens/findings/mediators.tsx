import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import type { Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { ImportCard } from '../plans/import-card.tsx';

/** The register of mediators: who may lead a settlement, and where. */
export default ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const input = { query: { street: place.query.get('street') || undefined } };
  const pages = usePages('list-mediators', input);
  return (
    <Screen
      title={say('调解员名录', 'Mediators')}
      lead={say(
        '轻微问题由当事各方在调解员主持下自行协商。',
        'Minor matters are settled by those concerned, before a mediator.',
      )}
    >
      {mayCall(role, 'import-mediators') && (
        <ImportCard name="import-mediators" rows="mediators" onImported={pages.reload} />
      )}
      <div class="filters">
        <QuerySelect place={place} name="street" label={say('街道', 'Street')} options={names.all('streets')} />
      </div>
      <ListCard
        name="list-mediators"
        input={input}
        pages={pages}
        title={say('全部调解员', 'All mediators')}
        file={say('调解员', 'mediators')}
        keyOf={(row) => row.mediatorId}
        empty={say('名录为空。', 'The register is empty.')}
        columns={[
          {
            title: say('调解员', 'Mediator'),
            isHead: true,
            cell: (row) => (
              <>
                {row.name}
                <span class="sub">{row.mediatorId}</span>
              </>
            ),
          },
          { title: say('组织', 'Organisation'), cell: (row) => row.organisation },
          { title: say('电话', 'Telephone'), isWhole: true, cell: (row) => row.phone ?? '—' },
          {
            title: say('范围', 'Where'),
            cell: (row) =>
              row.streets.length === 0
                ? say('全区', 'The district')
                : row.streets.map((street) => names.of('streets', street)).join('、'),
          },
          {
            title: say('在册', 'On the register'),
            isWhole: true,
            cell: (row) => `${row.effectiveFrom} – ${row.effectiveTo ?? ''}`,
          },
        ]}
        exported={[
          [say('编号', 'Id'), (row) => row.mediatorId],
          [say('姓名', 'Name'), (row) => row.name],
          [say('组织', 'Organisation'), (row) => row.organisation],
          [say('电话', 'Telephone'), (row) => row.phone],
          [say('起', 'From'), (row) => row.effectiveFrom],
          [say('止', 'To'), (row) => row.effectiveTo],
        ]}
      />
    </Screen>
  );
};
