import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { useNames } from '../../parts/names.ts';
import { severities } from '../../words/enumerations.ts';

type Stop = Answer<'get-round'>['stops'][number];

/** What is worth knowing before the door: whom to call, what was found here, and what others checked that need not be checked again. */
export const KnownHere = ({ stop }: { readonly stop: Stop }) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const { earlierFindings, recognisedResults, contacts } = stop;
  if (earlierFindings.length + recognisedResults.length === 0 && !contacts.phone) return null;
  return (
    <Card title={say('到场前须知', 'Before the door')}>
      {contacts.phone && (
        <p>
          <a href={`tel:${contacts.phone}`}>{contacts.phone}</a>
        </p>
      )}
      {earlierFindings.length > 0 && (
        <>
          <h3>{say('以往问题', 'Earlier findings')}</h3>
          <ul class="checks">
            {earlierFindings.map((finding) => (
              <li key={finding.findingId}>
                {finding.description}
                <span class="sub">
                  {finding.foundOn} · {finding.itemName} · {nameOf(severities[finding.severity])}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {recognisedResults.length > 0 && (
        <>
          <h3>{say('有效的互认结果，无需再查', 'Valid results of others: not to be checked again')}</h3>
          <ul class="checks">
            {recognisedResults.map((result) => (
              <li key={result.recognitionClass}>
                {result.itemName}
                <span class="sub">
                  {names.of('departments', result.department)} · {result.on}–{result.validUntil}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
};
