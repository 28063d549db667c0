import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { noAnswer } from './api/problem.ts';
import { useLanguage } from './language.tsx';
import { homeOf } from './menu.ts';
import { ProblemNote } from './parts/problem-note.tsx';
import type { Place } from './router.ts';
import { usePerson } from './session/session.ts';

type ScreenComponent = ComponentType<{ readonly place: Place }>;

// Every screen is a file of its own that is fetched when it is first opened.
const screens: Readonly<Record<string, () => Promise<{ readonly default: ScreenComponent }>>> = {
  figures: () => import('./screens/figures.tsx'),
  plans: () => import('./screens/plans.tsx'),
  scenarios: () => import('./screens/scenarios.tsx'),
  'joint-plans': () => import('./screens/joint-plans.tsx'),
  recurrences: () => import('./screens/recurrences.tsx'),
  consolidations: () => import('./screens/consolidations.tsx'),
  reviews: () => import('./screens/reviews.tsx'),
  draws: () => import('./screens/draws.tsx'),
  ratings: () => import('./screens/ratings.tsx'),
  schedule: () => import('./screens/schedule.tsx'),
  today: () => import('./screens/day-board.tsx'),
  visits: () => import('./screens/visits.tsx'),
  urgent: () => import('./screens/urgent.tsx'),
  absences: () => import('./screens/absences.tsx'),
  caps: () => import('./screens/cap-use.tsx'),
  round: () => import('./screens/round.tsx'),
  businesses: () => import('./screens/businesses.tsx'),
  items: () => import('./screens/items.tsx'),
  units: () => import('./screens/units.tsx'),
  findings: () => import('./screens/findings.tsx'),
  referrals: () => import('./screens/referrals.tsx'),
  mediators: () => import('./screens/mediators.tsx'),
  calendar: () => import('./screens/calendar.tsx'),
  'follow-up': () => import('./screens/follow-up.tsx'),
  templates: () => import('./screens/templates.tsx'),
  'dead-letters': () => import('./screens/dead-letters.tsx'),
  settings: () => import('./screens/settings.tsx'),
  incidents: () => import('./screens/incidents.tsx'),
  'incident-figures': () => import('./screens/incident-figures.tsx'),
  record: () => import('./screens/record.tsx'),
};

type Loaded = { readonly name: string; readonly component?: ScreenComponent; readonly failed?: true };

/** The screen that a place names; its parts decide what of it is shown. */
export const ScreenOf = ({ place }: { readonly place: Place }) => {
  const { say } = useLanguage();
  const person = usePerson();
  const name = place.path[0] ?? homeOf(person.role);
  const [loaded, setLoaded] = useState<Loaded>({ name: '' });
  useEffect(() => {
    screens[name]?.()
      .then((module) => setLoaded({ name, component: module.default }))
      .catch(() => setLoaded({ name, failed: true }));
  }, [name]);
  if (!(name in screens)) return <h1 tabIndex={-1}>{say('没有这个页面', 'There is no such screen')}</h1>;
  if (loaded.name !== name) return <p class="soft">{say('正在打开…', 'Opening…')}</p>;
  if (!loaded.component) return <ProblemNote problem={noAnswer(say, 0)} onRetry={() => location.reload()} />;
  const Current = loaded.component;
  return <Current place={place} />;
};
