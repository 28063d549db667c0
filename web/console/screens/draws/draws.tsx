import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { grouped, instantWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { CommitDraw } from './commit-draw.tsx';
import { OneDraw } from './one-draw.tsx';

const DrawList = () => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const names = useNames();
  const pages = usePages('list-draws', { query: {} });
  return (
    <Screen
      title={say('双随机抽取', 'Draws')}
      lead={say(
        '先固定名录、规则与种子承诺，再抽取并公布种子；任何人都能据公示文件重复。',
        'Population, rule and the hash of the seed are fixed first; then it is drawn and the seed published. Anyone can repeat it.',
      )}
    >
      {mayCall(role, 'commit-draw') && <CommitDraw />}
      <Card
        tight
        title={say('抽取清单', 'All draws')}
        aside={
          <ExportButton
            name="list-draws"
            input={{ query: {} }}
            file={say('双随机抽取', 'draws')}
            columns={[
              [say('编号', 'Id'), (row) => row.drawId],
              [say('名称', 'Title'), (row) => row.title],
              [say('部门', 'Department'), (row) => names.of('departments', row.department)],
              [say('行业', 'Industry'), (row) => names.of('industries', row.rule.industry)],
              [say('名录', 'Population'), (row) => row.population],
              [say('抽中', 'Drawn'), (row) => row.strata?.reduce((sum, { drawn }) => sum + drawn, 0)],
              [say('固定于', 'Fixed'), (row) => row.committedAt],
            ]}
          />
        }
      >
        <PagedTable
          caption={say('抽取清单', 'Draws')}
          pages={pages}
          keyOf={(row) => row.drawId}
          empty={say('还没有抽取。', 'No draw yet.')}
          columns={[
            {
              title: say('名称', 'Title'),
              isHead: true,
              cell: (row) => (
                <>
                  <a href={hrefOf(['draws', row.drawId])}>{row.title}</a>
                  <span class="sub">{names.of('departments', row.department)}</span>
                </>
              ),
            },
            { title: say('行业', 'Industry'), cell: (row) => names.of('industries', row.rule.industry) },
            { title: say('名录', 'Population'), isNumber: true, cell: (row) => grouped(row.population, language) },
            {
              title: say('抽中', 'Drawn'),
              isNumber: true,
              cell: (row) =>
                row.strata
                  ? grouped(
                      row.strata.reduce((sum, { drawn }) => sum + drawn, 0),
                      language,
                    )
                  : '—',
            },
            { title: say('固定于', 'Fixed'), cell: (row) => instantWords(row.committedAt, language) },
          ]}
        />
      </Card>
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <DrawList /> : <OneDraw drawId={place.path[1]} />;
