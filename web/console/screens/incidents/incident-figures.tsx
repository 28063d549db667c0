import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DateField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { addDays, today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { clockWords } from './incident-clock.ts';

type Figures = Answer<'get-incident-figures'>['total'];
type Distribution = Figures['firstAnswer'];

/** The spread as bars, each bucket with its count in words: those past the deadline in another tone. */
const Histogram = ({ spread, title }: { readonly spread: Distribution; readonly title: string }) => {
  const { say } = useLanguage();
  const most = Math.max(1, ...spread.histogram.map(({ count }) => count));
  return (
    <figure class="histogram">
      <figcaption>{title}</figcaption>
      <ol>
        {spread.histogram.map(({ upToSeconds, count }, n) => (
          <li key={upToSeconds ?? 'over'} class={n > 4 ? 'late' : ''}>
            <span class="column" style={{ height: `${Math.round((count / most) * 100)}%` }} aria-hidden="true" />
            <span class="count">{count}</span>
            <span class="end">{upToSeconds === undefined ? say('更久', 'over') : `≤${clockWords(upToSeconds)}`}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
};

const Street = ({ name, figures }: { readonly name: string; readonly figures: Figures }) => {
  const { say } = useLanguage();
  const quantiles = ({ quantilesSeconds: q }: Distribution): readonly string[] =>
    q ? [q.p50, q.p90, q.p99, q.max].map((seconds) => clockWords(Math.round(seconds))) : ['–', '–', '–', '–'];
  const rows = [
    [say('首次响应', 'First answer'), figures.firstAnswer, figures.breached['first-answer']],
    [say('处置', 'Handling'), figures.handling, figures.breached.handling],
  ] as const;
  return (
    <Card
      title={name}
      aside={say(`${figures.incidents} 件，在办 ${figures.open}`, `${figures.incidents}, ${figures.open} open`)}
    >
      <div class="wide-table">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{say('时限', 'Clock')}</th>
              <th scope="col">{say('按时', 'In time')}</th>
              <th scope="col">{say('超时', 'Late')}</th>
              <th scope="col">p50</th>
              <th scope="col">p90</th>
              <th scope="col">p99</th>
              <th scope="col">{say('最长', 'Longest')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, spread, late]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {spread.inTime} / {spread.count}
                </td>
                <td>{late}</td>
                {quantiles(spread).map((words, n) => (
                  <td key={`${label} ${String(n)}`}>{words}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="columns">
        {rows.map(([label, spread]) => (
          <Histogram key={label} title={label} spread={spread} />
        ))}
      </div>
    </Card>
  );
};

/** How answers and handling are spread, street by street: never only in the middle. */
const IncidentFigures = () => {
  const { say } = useLanguage();
  const names = useNames();
  const [span, setSpan] = useState({ from: addDays(today(), -30), to: today() });
  const { value, problem, reload } = useAnswer('get-incident-figures', { query: span });
  return (
    <Screen
      title={say('上报处置时效', 'How fast incidents are handled')}
      back={{ href: hrefOf(['incidents']), label: say('网格上报', 'Incidents') }}
    >
      <div class="columns">
        <DateField
          path="from"
          label={say('自', 'From')}
          value={span.from}
          onValue={(from) => setSpan({ ...span, from })}
        />
        <DateField path="to" label={say('至', 'To')} value={span.to} onValue={(to) => setSpan({ ...span, to })} />
      </div>
      <ProblemNote problem={problem} onRetry={reload} />
      {value && <Street name={say('全区', 'The district')} figures={value.total} />}
      {value?.streets.map((figures) => (
        <Street key={figures.street} name={names.of('streets', figures.street)} figures={figures} />
      ))}
    </Screen>
  );
};

export default IncidentFigures;
