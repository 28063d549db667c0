import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { FormName, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { mayCall, usePerson } from '../../session/session.ts';
import { commandStatuses } from '../../words/enumerations.ts';

type Visit = Answer<'get-visit'>;
type Props = { readonly visit: Visit; readonly onChanged: () => void };

const scores = ['5', '4', '3', '2', '1'] as const;
const shownAt = (path: string): string | undefined => (path ? `lead-${fieldIdOf(path)}` : undefined);

const departmentsAt = ({ attending }: Visit): readonly string[] => [
  ...new Set(attending.map(({ department }) => department)),
];

/** What became of a nomination, asked again until it is settled. */
const Watch = ({ commandId }: { readonly commandId: string }) => {
  const { value, problem } = useAnswer('get-command', { params: { commandId } }, ({ status }) =>
    status === 'queued' ? 800 : undefined,
  );
  if (!value) return <ProblemNote problem={problem} />;
  return (
    <p role="status">
      <Chip state={commandStatuses[value.status]} /> {value.reason?.text}
    </p>
  );
};

/** 指定牵头: names another of the departments that come. */
const NominateLead = ({ visit, onChanged }: Props) => {
  const { say } = useLanguage();
  const names = useNames();
  const [department, setDepartment] = useState('');
  const [reason, setReason] = useState('');
  const [commandId, setCommandId] = useState('');
  const command = useCommand('nominate-lead');
  const others = departmentsAt(visit).filter((one) => one !== visit.lead);
  const nominate = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { visitId, version } = visit;
    const answer = await command.send({ params: { visitId }, body: { department, reason }, version });
    if (!answer) return;
    setCommandId(answer.commandId);
    setTimeout(onChanged, 1500);
  };
  if (others.length === 0) return null;
  return (
    <FormName.Provider value="lead">
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={nominate} noValidate>
          <h3>{say('指定牵头部门', 'Nominate the lead')}</h3>
          <ProblemNote problem={command.problem} shownAt={shownAt} />
          <SelectField
            path="department"
            label={say('牵头部门', 'Lead')}
            value={department}
            onValue={setDepartment}
            any={say('请选择', 'Choose')}
            options={others.map((code) => [code, names.of('departments', code)])}
          />
          <TextField path="reason" label={say('理由', 'Reason')} value={reason} onValue={setReason} />
          <div class="form-end">
            <button type="submit" disabled={command.busy || !department}>
              {say('指定', 'Nominate')}
            </button>
          </div>
          {commandId && <Watch commandId={commandId} />}
        </form>
      </FormProblem.Provider>
    </FormName.Provider>
  );
};

type RateProps = {
  readonly title: string;
  readonly busy: boolean;
  readonly onRate: (score: number, words: string | undefined) => Promise<void>;
};

const RateForm = ({ title, busy, onRate }: RateProps) => {
  const { say } = useLanguage();
  const [score, setScore] = useState('5');
  const [words, setWords] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRate(Number(score), words.trim() || undefined);
      }}
      noValidate
    >
      <h3>{title}</h3>
      <SelectField
        path="score"
        label={say('评分（5 为最好）', 'Score (5 is best)')}
        value={score}
        onValue={setScore}
        options={scores.map((one) => [one, one])}
      />
      <TextField
        path="words"
        label={say('说明（可不填）', 'Words (may be left out)')}
        value={words}
        onValue={setWords}
      />
      <div class="form-end">
        <button type="submit" disabled={busy}>
          {say('提交评价', 'Rate')}
        </button>
      </div>
    </form>
  );
};

/** 反向评价: a form for each department that came. */
const RateDepartments = ({ visit, onChanged }: Props) => {
  const { say } = useLanguage();
  const names = useNames();
  const command = useCommand('rate-department');
  return (
    <>
      <ProblemNote problem={command.problem} />
      {departmentsAt(visit).map((department) => (
        <RateForm
          key={department}
          title={say(`评价 ${names.of('departments', department)}`, `Rate ${names.of('departments', department)}`)}
          busy={command.busy}
          onRate={async (score, words) => {
            const { visitId } = visit;
            if (await command.send({ params: { visitId }, body: { department, score, words } })) onChanged();
          }}
        />
      ))}
    </>
  );
};

/** 评价: a department appraises the street. */
const RateStreet = ({ visit, onChanged }: Props) => {
  const { say } = useLanguage();
  const names = useNames();
  const command = useCommand('rate-street');
  return (
    <>
      <ProblemNote problem={command.problem} />
      <RateForm
        title={say(`评价 ${names.of('streets', visit.street)}`, `Rate ${names.of('streets', visit.street)}`)}
        busy={command.busy}
        onRate={async (score, words) => {
          const { visitId } = visit;
          if (await command.send({ params: { visitId }, body: { score, words } })) onChanged();
        }}
      />
    </>
  );
};

const Given = ({ visit }: { readonly visit: Visit }) => {
  const { say } = useLanguage();
  const names = useNames();
  if (!visit.appraisals?.length) return null;
  return (
    <ul class="checks">
      {visit.appraisals.map(({ of, whom, from, score, words }) => (
        <li key={`${of} ${whom} ${from}`}>
          {names.of(of === 'street' ? 'departments' : 'streets', from)} →{' '}
          {names.of(of === 'street' ? 'streets' : 'departments', whom)}
          {say(`：${score} 分`, `: ${score}`)}
          {words && <span class="sub">{words}</span>}
        </li>
      ))}
    </ul>
  );
};

/** What a street may do about a visit in it, and how it and the departments rate each other afterwards. */
export const StreetPowers = ({ visit, onChanged }: Props) => {
  const { say } = useLanguage();
  const { role, street, department } = usePerson();
  const isAhead = visit.status === 'planned' || visit.status === 'notified' || visit.status === 'acknowledged';
  const isOver = visit.status === 'done' || visit.status === 'closed';
  const isJoint = departmentsAt(visit).length > 1;
  const mayNominate = mayCall(role, 'nominate-lead') && street !== undefined && isAhead && isJoint;
  const mayRateDepartments = mayCall(role, 'rate-department') && street !== undefined && isOver && isJoint;
  const mayRateStreet =
    mayCall(role, 'rate-street') && isOver && isJoint && departmentsAt(visit).includes(department ?? '');
  if (!mayNominate && !mayRateDepartments && !mayRateStreet && !visit.appraisals?.length) return null;
  return (
    <Card title={say('街道与部门', 'Street and departments')}>
      <Given visit={visit} />
      {mayNominate && <NominateLead visit={visit} onChanged={onChanged} />}
      {mayRateDepartments && <RateDepartments visit={visit} onChanged={onChanged} />}
      {mayRateStreet && <RateStreet visit={visit} onChanged={onChanged} />}
    </Card>
  );
};
