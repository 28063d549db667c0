import { useState } from 'preact/hooks';
import { type IncidentType, incidentTypes } from '../../../../lib/domain/incidents/incident.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ChoiceField, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { go, hrefOf } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { incidentTypeWords } from '../../words/incident-words.ts';
import { PhotoField } from '../field/photo-field.tsx';

/** What a sentinel fills in on the street: three things, with one thumb. */
export const ReportIncident = () => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const person = usePerson();
  const [type, setType] = useState<IncidentType | ''>('');
  const [draft, setDraft] = useState({ place: '', grid: '', words: '', street: '' });
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const command = useCommand('report-incident');
  const send = async (): Promise<void> => {
    setMissing(type === '');
    if (type === '') return;
    const { place, grid, words, street } = draft;
    const more = { ...(grid.trim() ? { grid: grid.trim() } : {}), ...(words ? { words } : {}) };
    const body = { type, place, photos, ...more, ...(street ? { street } : {}) };
    const incident = await command.send({ body });
    if (incident) go(hrefOf(['incidents', incident.incidentId]));
  };
  return (
    <Screen
      title={say('上报事件', 'Report an incident')}
      lead={person.street ? names.of('streets', person.street) : undefined}
      back={{ href: hrefOf(['incidents']), label: say('网格上报', 'Incidents') }}
    >
      <Card>
        <FormProblem.Provider value={command.problem}>
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              send();
            }}
          >
            <ProblemNote problem={command.problem} shownAt={fieldIdOf} />
            <ChoiceField
              path="type"
              label={say('类型', 'What')}
              value={type}
              onValue={setType}
              options={incidentTypes.map((code) => [code, nameOf(incidentTypeWords[code])] as const)}
              faults={missing ? [say('请选择类型', 'Choose one')] : []}
            />
            {person.street === undefined && (
              <SelectField
                path="street"
                label={say('街道', 'Street')}
                value={draft.street}
                any={say('请选择', 'Choose')}
                onValue={(street) => setDraft({ ...draft, street })}
                options={names.all('streets')}
              />
            )}
            <TextField
              path="place"
              label={say('地点', 'Where')}
              required
              value={draft.place}
              onValue={(place) => setDraft({ ...draft, place })}
            />
            <TextField
              path="grid"
              label={say('网格（可不填）', 'Grid (may be left out)')}
              value={draft.grid}
              onValue={(grid) => setDraft({ ...draft, grid })}
            />
            <TextField
              path="words"
              label={say('情况说明', 'What you see')}
              lines={3}
              value={draft.words}
              onValue={(words) => setDraft({ ...draft, words })}
            />
            <PhotoField photos={photos} onPhotos={setPhotos} />
            <div class="form-end">
              <button type="submit" disabled={command.busy}>
                {say('上报', 'Report')}
              </button>
            </div>
          </form>
        </FormProblem.Provider>
      </Card>
    </Screen>
  );
};
