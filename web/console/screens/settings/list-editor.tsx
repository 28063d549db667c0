import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../language.tsx';
import { useFaults } from '../../parts/fields.tsx';

type ListEditorProps<Row> = {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
  readonly blank: Row;
  /** What a row is called on the button that adds one. */
  readonly one: string;
  /** The fields of a row; `change` replaces some of it. */
  readonly children: (row: Row, change: (part: Partial<Row>) => void, at: number) => ComponentChildren;
};

/** Rows of fields that may be added and taken away. */
export const ListEditor = <Row extends object>(props: ListEditorProps<Row>) => {
  const { path, label, hint, rows, onRows, blank, one, children } = props;
  const { say } = useLanguage();
  const faults = useFaults(path).filter((fault) => fault.path === path);
  return (
    <fieldset class="field list-editor">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {faults.map(({ message }) => (
        <p key={message} class="faults">
          {message}
        </p>
      ))}
      {rows.map((row, at) => (
        // Rows have no id of their own; a field keeps its text by the row, not by the element.
        <fieldset key={String(at)} class="list-row">
          <legend class="unseen">{`${one} ${at + 1}`}</legend>
          <div class="grid">
            {children(row, (part) => onRows(rows.map((known, n) => (n === at ? { ...known, ...part } : known))), at)}
          </div>
          <button
            type="button"
            class="link"
            aria-label={say(`删除${one} ${at + 1}`, `Remove ${one} ${at + 1}`)}
            onClick={() => onRows(rows.filter((_, n) => n !== at))}
          >
            {say('删除', 'Remove')}
          </button>
        </fieldset>
      ))}
      <button type="button" class="quiet" onClick={() => onRows([...rows, blank])}>
        {say(`添加${one}`, `Add ${one}`)}
      </button>
    </fieldset>
  );
};
