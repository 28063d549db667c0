import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from './language.tsx';
import { homeOf, menuOf } from './menu.ts';
import { useNames } from './parts/names.ts';
import { Tools } from './parts/tools.tsx';
import { hrefOf, usePlace } from './router.ts';
import { ScreenOf } from './screens.tsx';
import { usePerson } from './session/session.ts';
import { signOut } from './session/sign-in.ts';
import { reviewLevels, roles } from './words/enumerations.ts';

const Who = () => {
  const person = usePerson();
  const names = useNames();
  const { say, nameOf } = useLanguage();
  const level = Object.entries(reviewLevels).find(([key]) => key === String(person.level))?.[1];
  const scope = [
    level && nameOf(level),
    names.of('departments', person.department),
    names.of('streets', person.street),
    person.unit,
  ].filter(Boolean);
  return (
    <div class="who">
      <div>
        <strong>{nameOf(roles[person.role])}</strong>
        <span class="soft small">{scope.join(' · ') || say('全区', 'The district')}</span>
      </div>
      <div class="tools">
        <Tools />
        <button type="button" class="tool" onClick={signOut}>
          {say('退出', 'Sign out')}
        </button>
      </div>
    </div>
  );
};

/** Menu at the side, or behind a button on a phone, and the screen beside it. */
export const Frame = () => {
  const { say, nameOf } = useLanguage();
  const person = usePerson();
  const place = usePlace();
  const [open, setOpen] = useState(false);
  const current = place.path[0] ?? homeOf(person);
  const address = place.path.join('/');
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    setOpen(false);
    scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [address]);

  useEffect(() => {
    if (!open) return;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open]);

  return (
    <div class="frame">
      <button type="button" class="skip" onClick={() => document.querySelector('h1')?.focus()}>
        {say('跳到正文', 'Skip to content')}
      </button>
      <header class={open ? 'side open' : 'side'}>
        <div class="top">
          <a class="brand" href="#/">
            <img src="./seal.svg" alt="" />
            <div>
              <strong>{say('综合查一次', 'Inspect Once')}</strong>
              <span>{say('一次上门，一份通知', 'One visit, one notice')}</span>
            </div>
          </a>
          <button
            type="button"
            class="tool menu-button"
            aria-expanded={open}
            ref={opener}
            onClick={() => setOpen(!open)}
          >
            {open ? say('收起', 'Close') : say('菜单', 'Menu')}
          </button>
        </div>
        <nav aria-label={say('主菜单', 'Main menu')}>
          {menuOf(person).map(({ name, entries }) => (
            <div key={name.en}>
              <h2>{nameOf(name)}</h2>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.path}>
                    <a href={hrefOf([entry.path])} aria-current={current === entry.path ? 'page' : undefined}>
                      <svg viewBox="0 0 24 24" aria-hidden="true">
                        <path
                          d={entry.icon}
                          fill="none"
                          stroke="currentColor"
                          stroke-width="1.8"
                          stroke-linecap="round"
                          stroke-linejoin="round"
                        />
                      </svg>
                      {nameOf(entry.name)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <Who />
      </header>
      <main id="content">
        <div class="screen">
          <ScreenOf place={place} />
        </div>
      </main>
    </div>
  );
};
