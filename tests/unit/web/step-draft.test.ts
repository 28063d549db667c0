import { describe, expect, it } from 'vitest';
import { decideDisposition, handOverCase, planRecheck, recheckFinding } from '../../../lib/contract/findings.ts';
import { referFinding } from '../../../lib/contract/referrals.ts';
import { dispositionKinds } from '../../../lib/domain/findings/finding.ts';
import { findingActions } from '../../../lib/domain/findings/finding-actions.ts';
import { fixedOf, keyOfAction, stepOf } from '../../../web/console/screens/findings/finding-steps.ts';
import { draftToBody, type StepField } from '../../../web/console/screens/findings/step-draft.ts';

const choices = { mediators: [], departments: [], results: [] };
const fieldsOf = (
  action: (typeof findingActions)[number],
  kind?: 'rectification' | 'simple-case',
): readonly StepField[] => stepOf({ action, allowed: true, ...(kind ? { kind } : {}) }).fields(choices);

describe('the form of a step', () => {
  it('sends what was typed at its place, and what was left empty not at all', () => {
    const draft = {
      'window.notBefore': '2026-12-14',
      'window.due': '2026-12-18',
      reason: ' 核实 ',
      'approval.by': '队长',
    };
    const body = draftToBody(fieldsOf('plan-recheck'), draft);
    expect(planRecheck.parse(body)).toEqual({
      window: { notBefore: '2026-12-14', due: '2026-12-18' },
      reason: '核实',
      approval: { by: '队长' },
    });
    expect(draftToBody(fieldsOf('decide-disposition', 'rectification'), { reason: 'x', workingDays: '' })).toEqual({
      reason: 'x',
    });
  });

  it('never answers a yes or no that nobody gave', () => {
    const unanswered = draftToBody(fieldsOf('recheck-finding'), { note: 'x' });
    expect(recheckFinding.safeParse(unanswered).success).toBe(false);
    const answered = draftToBody(fieldsOf('recheck-finding'), { note: 'x', corrected: 'no', workingDays: '3' });
    expect(recheckFinding.parse(answered)).toMatchObject({ corrected: false, workingDays: 3 });
  });

  it('takes lists a line each', () => {
    const handed = draftToBody(fieldsOf('hand-over-case'), { to: 'a', receivedBy: 'b', documents: '笔录\n\n 照片 ' });
    expect(handOverCase.parse(handed).documents).toEqual(['笔录', '照片']);
    const referred = draftToBody(fieldsOf('refer-finding'), { to: 'police', reason: 'x', evidence: '笔录' });
    expect(referFinding.parse(referred).evidence).toEqual([{ name: '笔录', count: 1 }]);
  });

  it('names what was uploaded: with its step, or as a piece of what goes along', () => {
    const scan = {
      fileId: 'B.f1.u1',
      kind: 'document',
      name: '送达回证.pdf',
      contentType: 'application/pdf',
      bytes: 9,
      sha256: 'a'.repeat(64),
    } as const;
    const typed = { to: 'a', receivedBy: 'b', documents: '笔录' };
    const handed = draftToBody(fieldsOf('hand-over-case'), typed, { files: [scan] });
    expect(handOverCase.parse(handed).files).toEqual([scan]);
    expect(draftToBody(fieldsOf('hand-over-case'), typed)).not.toHaveProperty('files');
    const referral = { to: 'police', reason: 'x', evidence: '笔录' };
    const referred = draftToBody(fieldsOf('refer-finding'), referral, { evidence: [scan] });
    expect(referFinding.parse(referred).evidence).toEqual([
      { name: '笔录', count: 1 },
      { name: '送达回证.pdf', count: 1, file: scan },
    ]);
  });

  it('names the disposition that it replaces, since whoever fills it in has seen it', () => {
    const action = { action: 'decide-disposition', kind: 'simple-case', allowed: true } as const;
    const body = {
      ...fixedOf(action, 'rectification'),
      ...draftToBody(fieldsOf('decide-disposition', 'simple-case'), { caseNumber: '1', reason: 'x' }),
    };
    expect(decideDisposition.parse(body)).toMatchObject({ kind: 'simple-case', replaces: 'rectification' });
    expect(fixedOf({ ...action, action: 'close-finding' }, 'rectification')).toEqual({});
  });

  it('exists for every action and disposition, each under a key of its own', () => {
    const all = [
      ...findingActions
        .filter((action) => action !== 'decide-disposition')
        .map((action) => ({ action, allowed: true })),
      ...dispositionKinds.map((kind) => ({ action: 'decide-disposition' as const, kind, allowed: true })),
    ];
    expect(new Set(all.map(keyOfAction)).size).toBe(all.length);
    for (const one of all) expect(stepOf(one).name.zh, keyOfAction(one)).not.toBe('');
  });
});
