import { useState } from 'preact/hooks';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { More } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSettled } from '../../parts/use-settled.ts';

type FindBusinessesProps = {
  readonly chosen: readonly string[];
  readonly onAdd: (businessIds: readonly string[]) => void;
};

const Found = ({
  street,
  industry,
  sought,
  chosen,
  onAdd,
}: FindBusinessesProps & { readonly street: string; readonly industry: string; readonly sought: string }) => {
  const { say } = useLanguage();
  const names = useNames();
  const text = useSettled(sought.trim()) || undefined;
  const query = { street: street || undefined, industry: industry || undefined, text };
  const pages = usePages('list-businesses', { query }, 200);
  const { rows } = pages;
  const left = rows.filter(({ businessId }) => !chosen.includes(businessId));
  return (
    <>
      <ProblemNote problem={pages.problem} onRetry={pages.reload} />
      <div class="picker">
        {rows.map(({ businessId, name, address, creditGrade, street: at }) => (
          <label key={businessId}>
            <input
              type="checkbox"
              checked={chosen.includes(businessId)}
              disabled={chosen.includes(businessId)}
              onChange={() => onAdd([businessId])}
            />
            <span>
              {name}
              <span class="sub">
                {businessId} · {names.of('streets', at)} {address} ·{' '}
                {say(`信用 ${creditGrade}`, `grade ${creditGrade}`)}
              </span>
            </span>
          </label>
        ))}
        {rows.length === 0 && !pages.loading && <p class="empty">{say('没有符合的主体', 'No business fits')}</p>}
      </div>
      <More pages={pages} />
      {left.length > 0 && (
        <button type="button" class="quiet" onClick={() => onAdd(left.map(({ businessId }) => businessId))}>
          {say(`加入所示 ${left.length} 家`, `Add the ${left.length} shown`)}
        </button>
      )}
    </>
  );
};

/** Finds businesses by street, industry and words of their name, and adds them with a tick. */
export const FindBusinesses = ({ chosen, onAdd }: FindBusinessesProps) => {
  const { say } = useLanguage();
  const names = useNames();
  const [street, setStreet] = useState('');
  const [industry, setIndustry] = useState('');
  const [sought, setSought] = useState('');
  return (
    <div class="stack">
      <div class="filters">
        <SelectField
          path="find.industry"
          label={say('行业', 'Industry')}
          value={industry}
          onValue={setIndustry}
          any={say('全部', 'All')}
          options={names.all('industries')}
        />
        <SelectField
          path="find.street"
          label={say('街道', 'Street')}
          value={street}
          onValue={setStreet}
          any={say('全部', 'All')}
          options={names.all('streets')}
        />
        <TextField
          path="find.text"
          label={say('名称、编号或地址', 'Name, id or address')}
          value={sought}
          onValue={setSought}
        />
      </div>
      {(street || industry || sought) && (
        <Found street={street} industry={industry} sought={sought} chosen={chosen} onAdd={onAdd} />
      )}
    </div>
  );
};
