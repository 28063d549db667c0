import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { answerFinding } from '../../../lib/domain/findings/answer-finding.ts';
import {
  closeFinding,
  escalateFinding,
  resumeFinding,
  withdrawFinding,
} from '../../../lib/domain/findings/close-finding.ts';
import { type DispositionOrder, decideDisposition } from '../../../lib/domain/findings/decide-disposition.ts';
import type { Finding } from '../../../lib/domain/findings/finding.ts';
import { concludeCase, handOverCase } from '../../../lib/domain/findings/handle-case.ts';
import { recheckFinding } from '../../../lib/domain/findings/recheck-finding.ts';
import { followUpSettlement, recordAgreement } from '../../../lib/domain/findings/settle-finding.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aStep, made, refusedFor } from '../../support/a-finding-step.ts';

const reason = '按规定';
const mediator = {
  mediatorId: 'M1',
  name: '周调解',
  organisation: '街道调委会',
  streets: ['S03'],
  effectiveFrom: '2026-01-01',
};
const noPenalty = { kind: 'no-penalty', reason, education: '已当面教育' } as const;
const rectify = { kind: 'rectification', reason } as const;
const simple = { kind: 'simple-case', reason, caseNumber: '简〔2026〕1号' } as const;
const general = { kind: 'general-case', reason, caseNumber: '立〔2026〕1号' } as const;
const settle = { kind: 'negotiated-settlement', reason, mediator } as const;
const decide = (finding: Finding, order: DispositionOrder, ofBusiness: readonly Finding[] = [], step = aStep()) =>
  decideDisposition(finding, order, { ofBusiness, settings: step.settings }, step);
const corrected = { corrected: true, note: '照片为证', evidence: [] };
const verified = (finding = aFinding()) => made(recheckFinding(finding, corrected, aStep()));
const clocksOf = ({ clocks }: Finding) =>
  clocks.map(({ kind, deadline }) => `${kind} ${'dueOn' in deadline ? deadline.dueOn : '?'}`);

describe('no penalty', () => {
  it('closes a first, minor and corrected finding at once', () => {
    const closed = made(decide(verified(), noPenalty));
    expect(closed).toMatchObject({ status: 'closed', closedOn: '2026-12-10', clocks: [], disposition: noPenalty });
    expect(closed.history.map(({ action }) => action)).toEqual(['found', 'verified', 'no-penalty']);
  });

  it.each([
    ['what is not corrected', aFinding(), 'finding-refused not-corrected'],
    ['what is major', verified(aFinding({ severity: 'major' })), 'finding-refused not-minor'],
    ['what is closed', { ...verified(), status: 'closed' } as Finding, 'state-conflict status'],
  ])('is refused to %s', (_, finding, fault) => {
    expect(refusedFor(decide(finding, noPenalty))).toBe(fault);
  });

  it('is refused to what the business did before within the set days, by whichever unit, and to nothing else', () => {
    const at = (foundOn: string, more: Partial<Finding> = {}) =>
      aFinding({ findingId: 'B.f0', visitId: 'B.v0', foundOn, department: 'health', ...more });
    const refused = (earlier: Finding) => 'refused' in decide(verified(), noPenalty, [earlier]);
    expect(refused(at('2024-12-09'))).toBe(true); // 730 days before 9 December 2026
    expect(refused(at('2024-12-08'))).toBe(false);
    expect(refused(at('2026-11-01', { recognitionClass: 'licence' }))).toBe(false);
    expect(refused(at('2026-11-01', { withdrawn: true }))).toBe(false);
    expect(refused(at('2026-12-09', { visitId: aFinding().visitId }))).toBe(false);
    expect(refused(at('2026-12-10'))).toBe(false);
  });
});

describe('rectification', () => {
  it('gives the business working days, which a proof answers, a re-check verifies and somebody closes', () => {
    const ordered = made(decide(aFinding(), { ...rectify, workingDays: 5 }));
    expect(clocksOf(ordered)).toEqual(['correct 2026-12-17']);
    const answered = made(
      answerFinding(ordered, { text: '已清理', files: ['p1'], now: aStep().now }, defaultSettings, aStep().calendars),
    );
    expect(answered.status).toBe('answered');
    expect(clocksOf(answered)).toEqual(['verify 2026-12-17']);
    const done = verified(answered);
    expect(clocksOf(done)).toEqual(['close 2026-12-17']);
    expect(made(closeFinding(done, {}, aStep()))).toMatchObject({ status: 'closed', closedOn: '2026-12-10' });
  });

  it('starts anew where the re-check finds it as it was', () => {
    const look = { corrected: false, note: '仍堆物', evidence: [], workingDays: 3 };
    const again = made(recheckFinding(aFinding(), look, aStep()));
    expect(again).toMatchObject({ status: 'open', rechecks: [{ corrected: false, way: 'desk' }] });
    expect(clocksOf(again)).toEqual(['correct 2026-12-15']);
  });

  it('is refused where the calendar does not know its last day: no business is held to a guess', () => {
    const step = aStep({ calendars: new Map([...aStep().calendars].slice(0, 1)) });
    expect(refusedFor(decide(aFinding(), { ...rectify, workingDays: 30 }, [], step))).toBe(
      'calendar-unknown calendar-unknown',
    );
    const flagged = made(recheckFinding(aFinding(), corrected, { ...step, now: new Date('2026-12-31T02:00:00.000Z') }));
    expect(flagged.clocks).toEqual([
      { kind: 'close', deadline: { unknownYear: 2027, from: '2026-12-31', workingDays: 5 } },
    ]);
  });
});

describe('a settlement', () => {
  const settling = () => made(decide(aFinding(), settle));
  const agreement = { agreedOn: '2026-12-10', terms: '三日内恢复通道', files: [] };

  it('is agreed, kept, and closes the finding', () => {
    expect(clocksOf(settling())).toEqual(['correct 2026-12-30', 'agree 2026-12-31']);
    const agreed = made(recordAgreement(settling(), agreement, aStep()));
    expect(clocksOf(agreed)).toEqual(['follow-up 2027-01-07']);
    expect(refusedFor(closeFinding(verified(agreed), {}, aStep()))).toBe('finding-refused settlement-open');
    const kept = made(followUpSettlement(agreed, { kept: true, note: '已恢复' }, aStep()));
    expect(kept).toMatchObject({ status: 'verified', disposition: { followUp: { kept: true } } });
    expect(made(closeFinding(kept, {}, aStep())).status).toBe('closed');
  });

  it('that is broken is over: the finding is open again for another disposition', () => {
    const agreed = made(recordAgreement(settling(), agreement, aStep()));
    const broken = made(followUpSettlement(agreed, { kept: false, note: '未履行' }, aStep()));
    expect(broken).toMatchObject({ status: 'open' });
    expect(broken.disposition).toBeUndefined();
    expect(made(decide(broken, general)).disposition?.kind).toBe('general-case');
  });

  it.each([
    ['a mediator whom the register does not know', { ...settle, mediator: undefined }, 'mediator-unknown'],
    ['one of another street', { ...settle, mediator: { ...mediator, streets: ['S01'] } }, 'mediator-elsewhere'],
    ['one who has left', { ...settle, mediator: { ...mediator, effectiveTo: '2026-12-09' } }, 'mediator-elsewhere'],
  ])('is refused with %s', (_, order, code) => {
    expect(refusedFor(decide(aFinding(), order))).toBe(`finding-refused ${code}`);
  });

  it('knows its order: no agreement twice or ahead of time, no follow-up without one', () => {
    const later = { ...agreement, agreedOn: '2026-12-11' };
    expect(refusedFor(recordAgreement(aFinding(), agreement, aStep()))).toBe('finding-refused no-settlement');
    expect(refusedFor(recordAgreement(settling(), later, aStep()))).toBe('finding-refused in-future');
    expect(refusedFor(followUpSettlement(settling(), { kept: true, note: 'x' }, aStep()))).toBe(
      'finding-refused no-agreement',
    );
    const agreed = made(recordAgreement(settling(), agreement, aStep()));
    expect(refusedFor(recordAgreement(agreed, agreement, aStep()))).toBe('finding-refused agreed-already');
  });
});

describe('a case', () => {
  const handed = { to: '法制科', receivedBy: '王五', documents: ['现场笔录'] };
  const penalty = { decisionNumber: '罚〔2026〕1号', result: 'penalty', fineYuan: 2000 } as const;

  it('of the general kind has ninety calendar days, is handed over, concluded and closed', () => {
    const filed = made(decide(aFinding({ severity: 'major' }), general));
    expect(clocksOf(filed)).toEqual(['correct 2026-12-30', 'hand-over 2026-12-14', 'conclude 2027-03-10']);
    const over = made(handOverCase(filed, handed, aStep()));
    expect(clocksOf(over)).toEqual(['correct 2026-12-30', 'conclude 2027-03-10']);
    expect(refusedFor(closeFinding(verified(over), {}, aStep()))).toBe('finding-refused case-open');
    const concluded = made(concludeCase(over, { ...penalty, fineYuan: 50_000 }, aStep()));
    expect(made(closeFinding(verified(concluded), {}, aStep()))).toMatchObject({ status: 'closed' });
  });

  it('of the simple kind is for minor findings, and knows no fine above the setting', () => {
    expect(refusedFor(decide(aFinding({ severity: 'major' }), simple))).toBe('finding-refused not-minor');
    const over = made(handOverCase(made(decide(aFinding(), simple)), handed, aStep()));
    expect(refusedFor(concludeCase(over, { ...penalty, fineYuan: 3001 }, aStep()))).toBe(
      'finding-refused fine-too-high',
    );
    expect(made(concludeCase(over, { ...penalty, fineYuan: 3000 }, aStep())).disposition).toMatchObject({
      conclusion: { fineYuan: 3000, on: '2026-12-10' },
    });
  });

  it('knows its order: handed over once, concluded once and after that, a fine only with a penalty', () => {
    const filed = made(decide(aFinding(), simple));
    expect(refusedFor(concludeCase(filed, penalty, aStep()))).toBe('finding-refused not-handed-over');
    expect(refusedFor(handOverCase(aFinding(), handed, aStep()))).toBe('finding-refused no-case');
    const over = made(handOverCase(filed, handed, aStep()));
    expect(refusedFor(handOverCase(over, handed, aStep()))).toBe('finding-refused handed-over-already');
    expect(refusedFor(concludeCase(over, { ...penalty, result: 'dropped' }, aStep()))).toBe(
      'finding-refused fine-without-penalty',
    );
    const concluded = made(concludeCase(over, penalty, aStep()));
    expect(refusedFor(concludeCase(concluded, penalty, aStep()))).toBe('finding-refused concluded-already');
  });
});

describe('a disposition', () => {
  it('is replaced only by who names the one that stands, and a case by nobody', () => {
    const ordered = made(decide(aFinding(), rectify));
    expect(refusedFor(decide(ordered, general))).toBe('state-conflict disposition-stands');
    expect(refusedFor(decide(ordered, { ...general, replaces: 'negotiated-settlement' }))).toBe(
      'state-conflict disposition-stands',
    );
    const filed = made(decide(ordered, { ...general, replaces: 'rectification' }));
    expect(refusedFor(decide(filed, { ...rectify, replaces: 'general-case' }))).toBe('state-conflict case-stands');
  });

  it('is needed to close, and so is a correction', () => {
    expect(refusedFor(closeFinding(verified(), {}, aStep()))).toBe('finding-refused disposition-missing');
    expect(refusedFor(closeFinding(made(decide(aFinding(), rectify)), {}, aStep()))).toBe(
      'finding-refused not-corrected',
    );
  });
});

describe('escalation', () => {
  it('keeps the clocks, is resumed with a new deadline, and bars no answer', () => {
    const escalated = made(escalateFinding(aFinding(), { reason }, aStep()));
    expect(escalated).toMatchObject({ status: 'escalated', clocks: aFinding().clocks });
    const resumed = made(resumeFinding(escalated, { reason, workingDays: 1 }, aStep()));
    expect(clocksOf(resumed)).toEqual(['correct 2026-12-11']);
    expect(refusedFor(resumeFinding(resumed, { reason }, aStep()))).toBe('state-conflict status');
    expect(refusedFor(escalateFinding(escalated, { reason }, aStep()))).toBe('state-conflict status');
    expect(verified(escalated).status).toBe('verified');
  });
});

describe('a finding recorded in error', () => {
  it('is withdrawn with its reason, unless a case stands', () => {
    expect(made(withdrawFinding(aFinding(), { reason: '误记' }, aStep()))).toMatchObject({
      status: 'closed',
      withdrawn: true,
    });
    expect(refusedFor(withdrawFinding(made(decide(aFinding(), simple)), { reason }, aStep()))).toBe(
      'state-conflict case-stands',
    );
  });
});

describe('any sequence of steps', () => {
  type Move = (finding: Finding) => ReturnType<typeof decide> | undefined;
  const moves: readonly Move[] = [
    (finding) => decide(finding, noPenalty),
    (finding) => decide(finding, rectify),
    (finding) => decide(finding, settle),
    (finding) => decide(finding, { ...simple, replaces: 'rectification' }),
    (finding) => decide(finding, general),
    (finding) => recheckFinding(finding, corrected, aStep()),
    (finding) => recheckFinding(finding, { ...corrected, corrected: false }, aStep()),
    (finding) => recordAgreement(finding, { agreedOn: '2026-12-10', terms: 'x', files: [] }, aStep()),
    (finding) => followUpSettlement(finding, { kept: true, note: 'x' }, aStep()),
    (finding) => followUpSettlement(finding, { kept: false, note: 'x' }, aStep()),
    (finding) => handOverCase(finding, { to: 'x', receivedBy: 'y', documents: ['z'] }, aStep()),
    (finding) => concludeCase(finding, { decisionNumber: 'x', result: 'penalty' }, aStep()),
    (finding) => escalateFinding(finding, { reason }, aStep()),
    (finding) => resumeFinding(finding, { reason }, aStep()),
    (finding) => closeFinding(finding, {}, aStep()),
    (finding) => answerFinding(finding, { text: 'x', files: [], now: aStep().now }, defaultSettings, aStep().calendars),
  ];

  it('never loses history, never closes without a correction and a disposition, and leaves no clock behind', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 25 }), (sequence) => {
        let finding = aFinding();
        for (const move of sequence) {
          const next = move(finding);
          if (!next || 'refused' in next) continue;
          expect(next.version).toBe(finding.version + 1);
          expect(next.history.slice(0, -1)).toEqual(finding.history);
          expect(finding.status).not.toBe('closed');
          finding = next;
        }
        if (finding.status !== 'closed') return;
        expect(finding.clocks).toEqual([]);
        expect(finding.disposition).toBeDefined();
        expect(finding.rechecks.at(-1)?.corrected).toBe(true);
      }),
    );
  });
});
