import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { mayCall, usePerson } from '../../session/session.ts';
import { PhotoField } from '../field/photo-field.tsx';
import type { Incident } from './incident-clock.ts';
import { TurnUrgent } from './turn-urgent.tsx';

type Props = { readonly incident: Incident; readonly onChanged: () => void };

const Answer = ({ incident, onChanged }: Props) => {
  const { say } = useLanguage();
  const { incidentId } = incident;
  const command = useCommand('acknowledge-incident');
  return (
    <>
      <ProblemNote problem={command.problem} />
      <div class="form-end">
        <button
          type="button"
          disabled={command.busy}
          onClick={async () => {
            if (await command.send({ params: { incidentId }, body: {} })) onChanged();
          }}
        >
          {say('响应：我们去处理', 'Answer: we are on it')}
        </button>
      </div>
    </>
  );
};

const Resolve = ({ incident, onChanged }: Props) => {
  const { say } = useLanguage();
  const { incidentId } = incident;
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const command = useCommand('resolve-incident');
  return (
    <FormProblem.Provider value={command.problem}>
      <form
        class="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await command.send({ params: { incidentId }, body: { words, photos } })) onChanged();
        }}
      >
        <ProblemNote problem={command.problem} shownAt={fieldIdOf} />
        <TextField
          path="words"
          label={say('处置情况', 'What was done')}
          lines={3}
          required
          value={words}
          onValue={setWords}
        />
        <PhotoField photos={photos} onPhotos={setPhotos} />
        <div class="form-end">
          <button type="submit" disabled={command.busy}>
            {say('处置完毕', 'Resolved')}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};

const Dispatch = ({ incident, onChanged }: Props) => {
  const { say } = useLanguage();
  const { incidentId, street } = incident;
  const { value: units } = useAnswer('list-units', { query: { limit: 500 } });
  const [draft, setDraft] = useState({ unitId: '', reason: '' });
  const command = useCommand('dispatch-incident');
  const serving = (units?.items ?? []).filter((unit) => unit.street === null || unit.street === street);
  return (
    <FormProblem.Provider value={command.problem}>
      <form
        class="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await command.send({ params: { incidentId }, body: draft })) onChanged();
        }}
      >
        <ProblemNote problem={command.problem} shownAt={fieldIdOf} />
        <SelectField
          path="unitId"
          label={say('改派给', 'Dispatch to')}
          value={draft.unitId}
          any={say('请选择', 'Choose')}
          onValue={(unitId) => setDraft({ ...draft, unitId })}
          options={serving.map(({ unitId, name }) => [unitId, name ?? unitId] as const)}
        />
        <TextField
          path="reason"
          label={say('理由', 'Why')}
          required
          value={draft.reason}
          onValue={(reason) => setDraft({ ...draft, reason })}
        />
        <div class="form-end">
          <button type="submit" class="quiet" disabled={command.busy}>
            {say('改派', 'Dispatch')}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};

/** What whoever looks at an incident may do about it. */
export const HandleIncident = ({ incident, onChanged }: Props) => {
  const { say } = useLanguage();
  const { role } = usePerson();
  if (incident.handledAt !== undefined || !mayCall(role, 'resolve-incident')) return null;
  return (
    <>
      <Card title={say('处置', 'Handle it')}>
        <div class="stack">
          {incident.status !== 'acknowledged' && <Answer incident={incident} onChanged={onChanged} />}
          <Resolve incident={incident} onChanged={onChanged} />
        </div>
      </Card>
      {mayCall(role, 'dispatch-incident') && (
        <Card title={say('指挥', 'Command')}>
          <Dispatch incident={incident} onChanged={onChanged} />
        </Card>
      )}
      {mayCall(role, 'turn-incident-urgent') && <TurnUrgent incident={incident} onChanged={onChanged} />}
    </>
  );
};
