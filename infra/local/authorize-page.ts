import { demoDistrictCode } from './demo/demo-district.ts';
import { demoDepartments } from './demo/departments.ts';
import { demoStreets } from './demo/streets.ts';
import type { TokenRequest } from './issuer.ts';

type Choice = { readonly label: string; readonly claims: Omit<TokenRequest, 'district'> };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const named = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh} · ${en}`;

const planners = demoDepartments.map(
  (one): Choice => ({ label: named(one), claims: { role: 'planner', department: one.code } }),
);
const coordinators: readonly Choice[] = [
  { label: '全区 · The district', claims: { role: 'coordinator' } },
  ...demoStreets.map((one): Choice => ({ label: named(one), claims: { role: 'coordinator', street: one.code } })),
];
const reviewers: readonly Choice[] = [
  ...demoDepartments.map(
    (one): Choice => ({
      label: `1 · ${named(one)}`,
      claims: { role: 'reviewer', level: 1, department: one.code },
    }),
  ),
  ...demoStreets.map(
    (one): Choice => ({ label: `2 · ${named(one)}`, claims: { role: 'reviewer', level: 2, street: one.code } }),
  ),
  { label: '3 · 区级 · The district', claims: { role: 'reviewer', level: 3 } },
];
const inspectors = demoDepartments.flatMap((one): readonly Choice[] => {
  const claims = { role: 'inspector', department: one.code } as const;
  if (one.force.kind === 'district') return [{ label: named(one), claims: { ...claims, unit: one.code } }];
  return demoStreets.map((street) => ({
    label: `${named(one)}: ${street.zh}`,
    claims: { ...claims, unit: `${one.code}-${street.code}` },
  }));
});

const sentinels = demoStreets.map(
  (one): Choice => ({ label: named(one), claims: { role: 'sentinel', street: one.code } }),
);

const people: readonly (readonly [string, string, readonly Choice[]])[] = [
  [
    'admin',
    '管理员 · Admin',
    [{ label: '全区 · The district', claims: { role: 'admin', email: 'admin@example.com' } }],
  ],
  ['planner', '计划员 · Planner', planners],
  ['coordinator', '统筹员 · Coordinator', coordinators],
  ['reviewer', '法制审核 · Reviewer', reviewers],
  ['inspector', '执法人员 · Inspector', inspectors],
  ['sentinel', '网格员 · Grid sentinel', sentinels],
];

const style = `:root{color-scheme:light dark;--line:#cbd3da;--paper:#fff;--wash:#f3f6f9;--sea:#0b5c8a}
@media(prefers-color-scheme:dark){:root{--line:#3a4754;--paper:#1a222b;--wash:#12181f;--sea:#1d6f9f}}
*{box-sizing:border-box}body{margin:0;background:var(--wash);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:0 0 .5rem}
form{background:var(--paper);border:1px solid var(--line);border-radius:.7rem;padding:1rem 1.2rem;margin:1rem 0}
div{display:flex;gap:.7rem;flex-wrap:wrap}select,button{font:inherit;min-height:44px;border-radius:.4rem;padding:.4rem .8rem}
select{flex:1;min-width:0;border:1px solid var(--line);background:var(--paper)}button{border:0;background:var(--sea);color:#fff;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid #c33;outline-offset:2px}`;

const option = ({ label, claims }: Choice): string => {
  const value = JSON.stringify({ ...claims, district: demoDistrictCode });
  return `<option value="${escaped(value)}">${escaped(label)}</option>`;
};

/** Where somebody on this machine chooses whom to be; `query` comes back with the choice. It is the local issuer's; no deployment has it. */
export const authorizePage = (query: Readonly<Record<string, string>>): string => {
  const carried = Object.entries(query)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('');
  const forms = people.map(
    ([role, title, choices]) => `<form method="post" action="/local/authorize">${carried}
<h2 id="${role}">${title}</h2><div><select name="claims" aria-labelledby="${role}">${choices.map(option).join('')}</select>
<button aria-describedby="${role}">登录 · Sign in</button></div></form>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>本机登录 · Sign in on this machine</title><style>${style}</style></head><body><main><h1>以谁的身份登录？</h1>
<p lang="en">Whom to be? These people exist on this machine alone; a deployment signs in at its own issuer.</p>${forms.join('\n')}</main></body></html>`;
};
