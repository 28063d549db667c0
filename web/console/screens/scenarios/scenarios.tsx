import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { useItemNames } from '../../parts/item-names.ts';
import { ListCard } from '../../parts/list-card.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { ImportCard } from '../plans/import-card.tsx';
import { StartScenario } from './start-scenario.tsx';

const ScenarioList = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const input = { query: { industry: place.query.get('industry') || undefined } };
  const pages = usePages('list-scenarios', input);
  return (
    <Screen
      title={say('监管一件事', 'Scenarios')}
      lead={say(
        '一个行业、几个部门、一次上门：启动后各部门确认自己的任务。',
        'One industry, several departments, one visit: once started, each department confirms its share.',
      )}
      actions={
        <>
          <a class="button quiet" href={hrefOf(['joint-plans'])}>
            {say('联合计划', 'Joint plans')}
          </a>
          <a class="button quiet" href={hrefOf(['recurrences'])}>
            {say('周期计划', 'Recurring plans')}
          </a>
        </>
      }
    >
      {mayCall(role, 'import-scenarios') && (
        <ImportCard name="import-scenarios" rows="scenarios" onImported={pages.reload} />
      )}
      <div class="filters">
        <QuerySelect place={place} name="industry" label={say('行业', 'Industry')} options={names.all('industries')} />
      </div>
      <ListCard
        name="list-scenarios"
        input={input}
        pages={pages}
        title={say('监管一件事清单', 'All scenarios')}
        file={say('监管一件事', 'scenarios')}
        keyOf={({ scenarioId }) => scenarioId}
        empty={say('还没有监管一件事。', 'No scenario yet.')}
        columns={[
          {
            title: say('名称', 'Name'),
            isHead: true,
            cell: ({ scenarioId, name, source }) => (
              <>
                <a href={hrefOf(['scenarios', scenarioId])}>{nameOf(name)}</a>
                {source && <span class="sub">{source}</span>}
              </>
            ),
          },
          { title: say('行业', 'Industry'), cell: ({ industry }) => names.of('industries', industry) },
          { title: say('牵头', 'Lead'), cell: ({ lead }) => names.of('departments', lead) },
          {
            title: say('参加部门', 'Departments'),
            cell: ({ parts }) => parts.map(({ department }) => names.of('departments', department)).join('、'),
          },
        ]}
        exported={[
          [say('编号', 'Id'), ({ scenarioId }) => scenarioId],
          [say('名称', 'Name'), ({ name }) => nameOf(name)],
          [say('行业', 'Industry'), ({ industry }) => names.of('industries', industry)],
          [say('牵头', 'Lead'), ({ lead }) => names.of('departments', lead)],
          [
            say('参加部门', 'Departments'),
            ({ parts }) => parts.map(({ department }) => names.of('departments', department)).join('；'),
          ],
        ]}
      />
    </Screen>
  );
};

const OneScenario = ({ scenarioId }: { readonly scenarioId: string }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const itemName = useItemNames();
  const person = usePerson();
  const { value, problem, reload } = useAnswer('list-scenarios', { query: { limit: 500 } });
  const scenario = value?.items.find((one) => one.scenarioId === scenarioId);
  const back = { href: hrefOf(['scenarios']), label: say('监管一件事', 'Scenarios') };
  if (!scenario) {
    return (
      <Screen title={say('监管一件事', 'Scenario')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
        {value && <p class="empty">{say('没有这件事。', 'There is no such scenario.')}</p>}
      </Screen>
    );
  }
  const mayStart =
    mayCall(person.role, 'start-scenario') && (person.role !== 'planner' || person.department === scenario.lead);
  return (
    <Screen title={nameOf(scenario.name)} back={back} lead={scenario.source}>
      <Card title={say('谁查什么', 'Who checks what')}>
        <Facts
          rows={[
            [say('行业', 'Industry'), names.of('industries', scenario.industry)],
            [say('牵头', 'Lead'), names.of('departments', scenario.lead)],
            [say('依据', 'Basis'), scenario.legalBasis],
          ]}
        />
        <ol class="checks">
          {scenario.parts.map(({ department, items }) => (
            <li key={department}>
              <strong>{names.of('departments', department)}</strong>
              <ul>
                {items.map((itemId) => (
                  <li key={itemId}>{itemName(itemId)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Card>
      {mayStart ? (
        <StartScenario scenario={scenario} />
      ) : (
        <p class="note">
          {say(
            `由牵头部门（${names.of('departments', scenario.lead)}）或统筹中心启动。`,
            `Started by its lead, ${names.of('departments', scenario.lead)}, or by the coordination centre.`,
          )}
        </p>
      )}
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[1] === undefined ? <ScenarioList place={place} /> : <OneScenario scenarioId={place.path[1]} />;
