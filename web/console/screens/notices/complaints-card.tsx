import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormName, FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';

type Visit = Answer<'get-visit'>;
type Complaint = NonNullable<Visit['complaints']>[number];
type Props = { readonly visitId: string; readonly complaint: Complaint; readonly onChanged: () => void };

/** Answers one complaint; its business reads the words on its notice. */
const AnswerForm = ({ visitId, complaint: { complaintId }, onChanged }: Props) => {
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const command = useCommand('answer-complaint');
  const name = `complaint-${complaintId}`;
  return (
    <FormName.Provider value={name}>
      <FormProblem.Provider value={command.problem}>
        <form
          noValidate
          onSubmit={async (event) => {
            event.preventDefault();
            if (await command.send({ params: { visitId, complaintId }, body: { words } })) onChanged();
          }}
        >
          <ProblemNote
            problem={command.problem}
            shownAt={(path) => (path === 'words' ? `${name}-${fieldIdOf(path)}` : undefined)}
          />
          <TextField
            path="words"
            lines={3}
            label={say('答复', 'Answer')}
            hint={say(
              '商户在通知页可见，转交链接者也可见：请勿复述投诉内容和投诉人信息。只能答复一次。',
              'Shown on the notice, to whoever has its link: repeat neither the complaint nor who made it. Given once.',
            )}
            value={words}
            onValue={setWords}
          />
          <div class="form-end">
            <button type="submit" disabled={command.busy || !words.trim()}>
              {say('答复商户', 'Answer the business')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </FormName.Provider>
  );
};

/** What a business complained of after its visit, and what supervision answered; nothing for those who may not see it. */
export const ComplaintsCard = ({ visit, onChanged }: { readonly visit: Visit; readonly onChanged: () => void }) => {
  const { say, language } = useLanguage();
  const { complaints = [], visitId } = visit;
  if (complaints.length === 0) return null;
  return (
    <Card title={say('投诉', 'Complaints')}>
      <ul class="checks">
        {complaints.map((complaint) => (
          <li key={complaint.complaintId}>
            <p>{complaint.words}</p>
            <span class="sub">
              {instantWords(complaint.at, language)}
              {complaint.contact && ` · ${say('联系方式', 'To reach')} ${complaint.contact}`}
            </span>
            {complaint.answer ? (
              <div class="note">
                <p>{complaint.answer.words}</p>
                <span class="soft small">
                  {say('已答复', 'Answered')} {instantWords(complaint.answer.at, language)} · {complaint.answer.by}
                </span>
              </div>
            ) : (
              <AnswerForm visitId={visitId} complaint={complaint} onChanged={onChanged} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};
