import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { DateField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { go, hrefOf, type Place, replaceQuery } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { ChangeSettings } from './change-settings.tsx';
import { SettingsHistory } from './settings-history.tsx';
import { SettingsInForce } from './settings-in-force.tsx';

const tabs = [
  ['in-force', '现行参数', 'In force'],
  ['change', '变更', 'Change'],
  ['history', '历次变更', 'History'],
] as const;

/** The numbers behind the rules: what holds on a day, how it is changed, and what was changed so far. */
export default ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const { role } = usePerson();
  const [sought, setSought] = useState('');
  const mayChange = mayCall(role, 'put-settings');
  const [named] = tabs.find(([tab]) => tab === place.path[1]) ?? tabs[0];
  const tab = named === 'change' && !mayChange ? 'in-force' : named;
  const on = place.query.get('on') || today();
  const { value, problem, reload } = useAnswer('get-settings', { query: { on } });
  return (
    <Screen
      title={say('规则参数', 'Settings')}
      lead={
        value &&
        say(
          `${on} 适用的参数，自 ${value.inForce.effectiveFrom} 起。`,
          `What holds on ${on}, in force since ${value.inForce.effectiveFrom}.`,
        )
      }
    >
      <nav class="tabs" aria-label={say('规则参数', 'Settings')}>
        {tabs
          .filter(([name]) => name !== 'change' || mayChange)
          .map(([name, zh, en]) => (
            <a key={name} href={hrefOf(['settings', name])} aria-current={tab === name ? 'page' : undefined}>
              {say(zh, en)}
            </a>
          ))}
      </nav>
      <ProblemNote problem={problem} onRetry={reload} />
      {tab !== 'history' && (
        <div class="filters">
          <TextField path="sought" label={say('查找参数', 'Find a setting')} value={sought} onValue={setSought} />
          {tab === 'in-force' && (
            <DateField
              path="on"
              label={say('哪一天', 'On')}
              value={on}
              onValue={(day) => replaceQuery(place, { on: day })}
            />
          )}
        </div>
      )}
      {tab === 'change' && (
        <ChangeSettings
          sought={sought}
          onSaved={() => {
            reload();
            go(hrefOf(['settings', 'history']));
          }}
        />
      )}
      {tab === 'in-force' && value && <SettingsInForce settings={value.inForce} sought={sought} />}
      {tab === 'history' && value && <SettingsHistory history={value.history} />}
    </Screen>
  );
};
