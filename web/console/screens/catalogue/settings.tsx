import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DateField, FormProblem, fieldIdOf, ManyField, NumberField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { reviewLevels } from '../../words/enumerations.ts';
import { draftToChange, type NumberName, numberNames, settingsToDraft } from './settings-draft.ts';

type Settings = Answer<'get-settings'>;

const useNumberWords = (): Readonly<Record<NumberName, string>> => {
  const { say } = useLanguage();
  return {
    noticeWorkingDays: say('提前通知（工作日）', 'Notice ahead (working days)'),
    inspectorsPerTeam: say('每组人数', 'Inspectors a team'),
    minGapDays: say('同一主体检查间隔（天）', 'Gap between visits to a business (days)'),
    alertWithinDays: say('重复上门提醒（天内）', 'Alert on a second visit within (days)'),
    findingDueWorkingDays: say('默认整改期限（工作日）', 'Time to correct (working days)'),
    backfillDays: say('补录期限（自然日）', 'Late records taken for (calendar days)'),
    checkInFarMetres: say('签到距离提示（米）', 'Check-in flagged from (metres)'),
    objectWorkingDays: say('互认异议期（工作日）', 'Objections possible for (working days)'),
    planningSeconds: say('统筹计算时限（秒）', 'Longest planning (seconds)'),
  };
};

const Change = ({ settings, onChanged }: { readonly settings: Settings; readonly onChanged: () => void }) => {
  const { say, nameOf } = useLanguage();
  const words = useNumberWords();
  const [draft, setDraft] = useState(() => settingsToDraft(settings.inForce, addDays(today(), 1)));
  const command = useCommand('put-settings');
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await command.send({ body: draftToChange(draft, settings.inForce) })) onChanged();
  };
  return (
    <Card title={say('改变规则参数', 'Change the settings')}>
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={save} noValidate>
          <ProblemNote problem={command.problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
          <div class="grid">
            <DateField
              path="effectiveFrom"
              label={say('自何日起生效', 'In force from')}
              hint={say('此前的检查按原参数计算', 'Days before keep what was in force')}
              value={draft.effectiveFrom}
              onValue={(effectiveFrom) => setDraft({ ...draft, effectiveFrom })}
            />
            {numberNames.map((name) => (
              <NumberField
                key={name}
                path={name}
                label={words[name]}
                min={0}
                value={draft.numbers[name]}
                onValue={(value) => setDraft({ ...draft, numbers: { ...draft.numbers, [name]: value } })}
              />
            ))}
            <NumberField
              path="yearlyCap.perDepartment"
              label={say('每部门每年检查上限（次）', 'Yearly cap per department (visits)')}
              min={0}
              value={draft.perDepartment}
              onValue={(perDepartment) => setDraft({ ...draft, perDepartment })}
            />
            <div class="wide">
              <ManyField
                path="reviewLevels"
                label={say('须经的法制审核级别', 'Levels of legal review')}
                values={draft.reviewLevels}
                onValues={(values) => setDraft({ ...draft, reviewLevels: values })}
                options={([1, 2, 3] as const).map((level) => [
                  String(level),
                  `${level} · ${nameOf(reviewLevels[level])}`,
                ])}
              />
            </div>
          </div>
          <div class="form-end">
            <button type="submit" disabled={command.busy}>
              {say('保存', 'Save')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};

/** The numbers behind the rules, each with the day from which it holds. */
export default () => {
  const { say, nameOf, language } = useLanguage();
  const names = useNames();
  const words = useNumberWords();
  const { role } = usePerson();
  const { value: settings, problem, reload } = useAnswer('get-settings', {});
  if (!settings) {
    return (
      <Screen title={say('规则参数', 'Settings')}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const { inForce } = settings;
  const caps = Object.entries(inForce.yearlyCap?.byDepartment ?? {});
  return (
    <Screen
      title={say('规则参数', 'Settings')}
      lead={say(
        `${settings.on} 生效的参数，自 ${inForce.effectiveFrom} 起。`,
        `In force on ${settings.on}, since ${inForce.effectiveFrom}.`,
      )}
    >
      <Card title={inForce.districtName ? nameOf(inForce.districtName) : say('本区', 'The district')}>
        <Facts
          rows={[
            ...numberNames.map((name) => [words[name], String(inForce[name] ?? '')] as const),
            [
              say('每部门每年检查上限（次）', 'Yearly cap per department'),
              String(inForce.yearlyCap?.perDepartment ?? ''),
            ],
            [
              say('另有规定的部门', 'Departments with a cap of their own'),
              caps.map(([code, cap]) => `${names.of('departments', code)} ${cap}`).join('；'),
            ],
            [
              say('法制审核', 'Legal review'),
              ([1, 2, 3] as const)
                .filter((level) => inForce.reviewLevels?.includes(level))
                .map((level) => nameOf(reviewLevels[level]))
                .join(' → '),
            ],
            [
              say('每日时段', 'Starts of a day'),
              inForce.slots &&
                `${inForce.slots.starts.join('、')}（${say(`每段 ${inForce.slots.minutes} 分钟`, `${inForce.slots.minutes} minutes each`)}）`,
            ],
            [
              say('每期每主体最多', 'Most visits a horizon'),
              inForce.maxVisitsPerHorizon === undefined ? undefined : String(inForce.maxVisitsPerHorizon),
            ],
            [say('统筹中心', 'Office'), inForce.office && `${inForce.office.name} ${inForce.office.phone}`],
            [say('投诉电话', 'Complaints'), inForce.office?.complaintPhone],
          ]}
        />
      </Card>
      {mayCall(role, 'put-settings') && <Change key={settings.history.length} settings={settings} onChanged={reload} />}
      {settings.history.length > 0 && (
        <Card tight title={say('历次变更', 'Changes so far')}>
          <DataTable
            caption={say('历次变更', 'Changes so far')}
            rows={settings.history}
            keyOf={({ effectiveFrom, version }) => `${effectiveFrom} ${version}`}
            columns={[
              { title: say('生效', 'In force from'), isHead: true, cell: (row) => row.effectiveFrom },
              { title: say('变更时间', 'Changed'), cell: (row) => instantWords(row.changedAt, language) },
              { title: say('变更人', 'By'), cell: (row) => row.changedBy },
            ]}
          />
        </Card>
      )}
    </Screen>
  );
};
