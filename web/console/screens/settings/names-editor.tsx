import { useLanguage } from '../../language.tsx';
import { TextField } from '../../parts/fields.tsx';
import type { EditorProps } from './editor-parts.ts';
import { ListEditor } from './list-editor.tsx';
import type { NameKind } from './settings-form.ts';

/** Codes with their names in both languages. */
export const NamesEditor = ({ kind, label, rows, onRows }: EditorProps<NameKind> & { readonly kind: NameKind }) => {
  const { say } = useLanguage();
  return (
    <details class="wide">
      <summary>{say(`${label}（${rows.length}）`, `${label} (${rows.length})`)}</summary>
      <ListEditor
        path={`names.${kind}`}
        label={label}
        rows={rows}
        onRows={onRows}
        blank={{ code: '', zh: '', en: '' }}
        one={say('名称', 'name')}
      >
        {(row, change, at) => {
          const isTwice = rows.findIndex(({ code }) => code === row.code) < at;
          const missing = say('必填', 'Required');
          return (
            <>
              <TextField
                path={`names.${kind}.code-${at}`}
                label={say('代码', 'Code')}
                value={row.code}
                faults={isTwice ? [say('代码重复', 'This code is there already')] : row.code ? [] : [missing]}
                onValue={(code) => change({ code: code.trim() })}
              />
              <TextField
                path={`names.${kind}.${row.code || at}.zh`}
                label={say('中文', 'Chinese')}
                value={row.zh}
                faults={row.zh ? [] : [missing]}
                onValue={(zh) => change({ zh })}
              />
              <TextField
                path={`names.${kind}.${row.code || at}.en`}
                label={say('英文', 'English')}
                value={row.en}
                faults={row.en ? [] : [missing]}
                onValue={(en) => change({ en })}
              />
            </>
          );
        }}
      </ListEditor>
    </details>
  );
};
