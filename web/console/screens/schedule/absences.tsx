import { useState } from 'preact/hooks';
import type { Answer, Row } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { CommandWatch } from '../../parts/command-watch.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DateField, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { ListCard } from '../../parts/list-card.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import { hrefOf } from '../../router.ts';

type Absence = Answer<'get-absence'>;
type Step = Absence['steps'][number];

const shownAt = (path: string): string | undefined => (path ? fieldIdOf(path) : undefined);

const useStepWords = () => {
  const { say, language } = useLanguage();
  const units = useUnits();
  return ({ kind, unitId, to }: Step): string => {
    switch (kind) {
      case 'redraw':
        return say('同队换人', 'Others of the unit come');
      case 'substitute':
        return say(`由 ${units.nameOf(unitId ?? '')} 代替`, `${units.nameOf(unitId ?? '')} comes instead`);
      case 'move':
        return say(`改期至 ${to?.day} ${to?.start}`, `Moves to ${dayWords(to?.day ?? '', language)} ${to?.start}`);
      default:
        return say('退回待统筹', 'Its requests wait again');
    }
  };
};

/** The moves as they would be made, and the button that makes them. */
const Shown = ({ absence, onMade }: { readonly absence: Absence; readonly onMade: () => void }) => {
  const { say, language } = useLanguage();
  const wordsOf = useStepWords();
  const [commandId, setCommandId] = useState(absence.commandId ?? '');
  const command = useCommand('confirm-absence');
  const { absenceId, version, steps, moves, leftOut } = absence;
  const confirm = async (): Promise<void> => {
    const answer = await command.send({ params: { absenceId }, version });
    if (answer) setCommandId(answer.commandId);
  };
  return (
    <Card title={say('调整方案', 'The repair')}>
      <p role="status">
        {say(
          `涉及 ${steps.length} 次检查：改期 ${moves} 次，退回 ${leftOut} 次。确认之前什么都不会改变。`,
          `${steps.length} visits concerned: ${moves} move, ${leftOut} wait again. Nothing changes before you confirm.`,
        )}
      </p>
      {steps.length > 0 && (
        <DataTable
          caption={say('调整方案', 'The repair')}
          rows={steps}
          keyOf={({ visitId }) => visitId}
          columns={[
            {
              title: say('经营主体', 'Business'),
              isHead: true,
              cell: ({ visitId, businessName }) => <a href={hrefOf(['visits', visitId])}>{businessName}</a>,
            },
            {
              title: say('原定', 'Was'),
              isWhole: true,
              cell: ({ from }) => `${dayWords(from.day, language)} ${from.start}`,
            },
            { title: say('调整', 'Becomes'), cell: wordsOf },
            {
              title: say('通知', 'Notice'),
              cell: ({ notifies }) => (notifies ? say('发送新版', 'A new version') : say('不通知', 'None')),
            },
          ]}
        />
      )}
      <ProblemNote problem={command.problem} />
      {commandId ? (
        <CommandWatch commandId={commandId} onOver={onMade} />
      ) : (
        <div class="form-end">
          <button type="button" onClick={confirm} disabled={command.busy}>
            {say('确认并调整', 'Confirm and make the moves')}
          </button>
        </div>
      )}
    </Card>
  );
};

export default () => {
  const { say, language } = useLanguage();
  const units = useUnits();
  const [unitId, setUnitId] = useState('');
  const [inspectorId, setInspectorId] = useState('');
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState(today());
  const [reason, setReason] = useState('');
  const [absence, setAbsence] = useState<Absence>();
  const command = useCommand('report-absence');
  const pages = usePages('list-absences', {});
  const stateOf = ({ status }: Row<'list-absences'>): string =>
    status === 'confirmed' ? say('已确认', 'Confirmed') : say('未确认', 'Not confirmed');
  const people = units.units.find((unit) => unit.unitId === unitId)?.inspectors ?? [];
  const report = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = { unitId, from, to, reason, ...(inspectorId && { inspectorId }) };
    const answer = await command.send({ body });
    if (answer) setAbsence(answer);
    pages.reload();
  };
  return (
    <Screen
      title={say('缺勤与调整', 'Absences')}
      lead={say(
        '某队或某人不能出勤时：先看怎样调整影响最小，确认后才改。',
        'A unit or an inspector can’t come: see the least disturbing repair first; it is made once you confirm.',
      )}
    >
      <Card title={say('登记缺勤', 'Report an absence')}>
        <FormProblem.Provider value={command.problem}>
          <form class="stack" onSubmit={report} noValidate>
            <ProblemNote problem={command.problem} shownAt={shownAt} />
            <SelectField
              path="unitId"
              label={say('执法队', 'Unit')}
              value={unitId}
              onValue={(value) => {
                setUnitId(value);
                setInspectorId('');
              }}
              any={say('请选择', 'Choose')}
              options={units.options}
            />
            <SelectField
              path="inspectorId"
              label={say('执法人员', 'Inspector')}
              value={inspectorId}
              onValue={setInspectorId}
              any={say('全队', 'The whole unit')}
              options={people.map((one) => [one.inspectorId, one.name])}
            />
            <div class="filters">
              <DateField path="from" label={say('从', 'From')} value={from} onValue={setFrom} />
              <DateField path="to" label={say('到', 'To')} value={to} onValue={setTo} />
            </div>
            <TextField path="reason" label={say('原因', 'Reason')} value={reason} onValue={setReason} required />
            <div class="form-end">
              <button type="submit" disabled={command.busy || unitId === ''}>
                {say('查看调整方案', 'Show the repair')}
              </button>
            </div>
          </form>
        </FormProblem.Provider>
      </Card>
      {absence && <Shown key={absence.absenceId} absence={absence} onMade={() => pages.reload()} />}
      <ListCard
        name="list-absences"
        input={{}}
        title={say('缺勤记录', 'Reported')}
        file="absences"
        pages={pages}
        keyOf={(row) => row.absenceId}
        empty={say('没有缺勤记录。', 'No absence was reported.')}
        columns={[
          {
            title: say('执法队', 'Unit'),
            isHead: true,
            cell: (row) => (
              <>
                {units.nameOf(row.unitId)}
                <span class="sub">{row.inspectorId ?? say('全队', 'The whole unit')}</span>
              </>
            ),
          },
          { title: say('日期', 'Days'), cell: (row) => row.days.map((day) => dayWords(day, language)).join('、') },
          { title: say('原因', 'Reason'), cell: (row) => row.reason },
          {
            title: say('改期 / 退回', 'Moved / left out'),
            isNumber: true,
            cell: (row) => `${row.moves} / ${row.leftOut}`,
          },
          { title: say('状态', 'State'), cell: stateOf },
          { title: say('登记', 'Reported'), cell: (row) => instantWords(row.reportedAt, language) },
        ]}
        exported={[
          [say('执法队', 'Unit'), (row) => units.nameOf(row.unitId)],
          [say('执法人员', 'Inspector'), (row) => row.inspectorId ?? ''],
          [say('日期', 'Days'), (row) => row.days.join(';')],
          [say('原因', 'Reason'), (row) => row.reason],
          [say('改期', 'Moved'), (row) => row.moves],
          [say('退回', 'Left out'), (row) => row.leftOut],
          [say('状态', 'State'), stateOf],
          [say('登记', 'Reported'), (row) => row.reportedAt],
        ]}
      />
    </Screen>
  );
};
