import { useId, useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { fieldIdOf, useFaults } from '../../parts/fields.tsx';
import { useCatalogue } from '../../parts/item-names.ts';
import { useNames } from '../../parts/names.ts';

type ItemPickerProps = {
  /** Whose items may be chosen. */
  readonly departments: readonly string[];
  readonly values: readonly string[];
  readonly onValues: (values: readonly string[]) => void;
};

/** Items of the catalogue by search and ticks; what is chosen stays in sight whatever is searched for. */
export const ItemPicker = ({ departments, values, onValues }: ItemPickerProps) => {
  const { say } = useLanguage();
  const names = useNames();
  const catalogue = useCatalogue();
  const [sought, setSought] = useState('');
  const legend = useId();
  const faults = useFaults('items');
  const text = sought.trim().toLowerCase();
  const shown = catalogue.filter(
    ({ itemId, name, department }) =>
      values.includes(itemId) || (departments.includes(department) && `${itemId} ${name}`.toLowerCase().includes(text)),
  );
  const isChosen = (itemId: string): boolean => values.includes(itemId);
  return (
    <fieldset class="field" id={fieldIdOf('items')} tabIndex={-1} aria-describedby={legend}>
      <legend>{say(`检查事项（已选 ${values.length}）`, `Items (${values.length} chosen)`)}</legend>
      <input
        type="search"
        aria-label={say('查找事项', 'Find items')}
        placeholder={say('按名称或编号查找', 'By name or id')}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <div class="picker">
        {shown.map(({ itemId, name, department, minutes, remote }) => (
          <label key={itemId}>
            <input
              type="checkbox"
              checked={isChosen(itemId)}
              onChange={() => onValues(isChosen(itemId) ? values.filter((one) => one !== itemId) : [...values, itemId])}
            />
            <span>
              {name}
              <span class="sub">
                {itemId} · {names.of('departments', department)} · {say(`${minutes} 分钟`, `${minutes} min`)}
                {remote && say(' · 非现场', ' · off site')}
              </span>
            </span>
          </label>
        ))}
        {shown.length === 0 && <p class="empty">{say('没有符合的事项', 'No item fits')}</p>}
      </div>
      <ul class="faults" id={legend}>
        {faults.map(({ message, path }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
    </fieldset>
  );
};
