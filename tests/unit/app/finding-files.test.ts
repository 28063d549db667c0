import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getFile } from '../../../lib/app/field/get-file.ts';
import { scanFile } from '../../../lib/app/field/scan-file.ts';
import { announceFindingFiles } from '../../../lib/app/findings/announce-finding-files.ts';
import { getFindingFile } from '../../../lib/app/findings/get-finding-file.ts';
import { getReferralFile } from '../../../lib/app/findings/get-referral-file.ts';
import { recheckFinding } from '../../../lib/app/findings/recheck-finding.ts';
import { referFinding } from '../../../lib/app/findings/refer-finding.ts';
import type { Finding } from '../../../lib/domain/findings/finding.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aCalendar } from '../../support/a-plan.ts';
import { aRequest, inspector, planner } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const now = '2026-12-10T02:00:00.000Z';
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const { findingId, visitId } = aFinding();
const photo = {
  fileId: `${findingId}.f1`,
  kind: 'photo',
  contentType: 'image/jpeg',
  bytes: jpeg.byteLength,
  sha256: createHash('sha256').update(jpeg).digest('hex'),
} as const;

const aDesk = async (finding: Finding = aFinding(), { uploaded = true } = {}) => {
  const ports = fakePorts();
  for (const year of [2026, 2027]) await ports.calendars.put(district, aCalendar({ year }), 0);
  await ports.visits.create(aVisit({ status: 'done' }));
  await ports.findings.create(finding);
  if (uploaded) ports.files.put('shangcheng', photo.fileId, photo.contentType, jpeg);
  const asked = (body: unknown, principal: Principal = inspector('fire')) => ({
    params: { findingId },
    body,
    principal,
    now,
    ids: ports.ids,
  });
  return {
    ports,
    announce: (who?: Principal) => {
      const files = [{ contentType: 'image/jpeg', bytes: 7, sha256: photo.sha256 }];
      return announceFindingFiles(ports, aRequest('announce-finding-files', asked({ files }, who)));
    },
    recheck: (file: object = photo) =>
      recheckFinding(ports, aRequest('recheck-finding', asked({ corrected: true, note: '已整改', files: [file] }))),
    refer: () => {
      const evidence = [{ name: '现场笔录' }, { name: '照片', file: photo }];
      const order = { to: 'police', crime: true, reason: '涉嫌犯罪', evidence };
      return referFinding(ports, aRequest('refer-finding', asked(order)));
    },
    fetched: (who: Principal = inspector('fire'), fileId: string = photo.fileId) =>
      getFindingFile(ports, aRequest('get-finding-file', { ...asked(undefined, who), params: { findingId, fileId } })),
    stored: () => ports.findings.find(district, findingId),
  };
};

describe('announcing files of a finding', () => {
  it('gives addresses under ids that begin with the finding, to those who handle it', async () => {
    const { announce } = await aDesk();
    expect(await announce()).toMatchObject({ items: [{ fileId: expect.stringContaining(`${findingId}.`) }] });
    expect(await announce({ ...planner, department: 'health' })).toMatchObject({
      refused: 'forbidden',
      errors: [{ code: 'other-department' }],
    });
    expect(await announce(inspector('market-S03'))).toMatchObject({ refused: 'not-found' });
  });

  it.each(['closed', 'referred'] as const)('is refused once it is %s: no step is left to name them', async (status) => {
    const { announce } = await aDesk(aFinding({ status }));
    expect(await announce()).toMatchObject({ refused: 'state-conflict', errors: [{ values: { status } }] });
  });
});

describe('a step that names files', () => {
  it('keeps them with it, their hashes in its history, and has them scanned once', async () => {
    const { ports, recheck, stored } = await aDesk();
    expect(await recheck()).toMatchObject({ status: 'verified', rechecks: [{ files: [photo] }] });
    const named = [{ fileId: photo.fileId, sha256: photo.sha256 }];
    expect((await stored())?.history.at(-1)).toMatchObject({ action: 'verified', files: named });
    expect(ports.queues.sent.scan).toEqual([{ ...district, fileId: photo.fileId }]);
    expect([...ports.scannedFiles.stored.values()]).toMatchObject([{ findingId, visitId, scan: 'pending' }]);
  });

  it.each([
    ['was never uploaded', photo, 'file-missing'],
    ['is another finding’s', { ...photo, fileId: `${findingId}0.f1` }, 'file-missing'],
    ['is its visit’s', { ...photo, fileId: `${visitId}.f1` }, 'file-missing'],
    ['browsers could run', { ...photo, contentType: 'text/html' }, 'file-type'],
  ])('is refused one that %s, and nothing is on record', async (_, file, code) => {
    const { ports, recheck, stored } = await aDesk(aFinding(), { uploaded: false });
    ports.files.put('shangcheng', `${findingId}0.f1`, photo.contentType, jpeg);
    ports.files.put('shangcheng', `${visitId}.f1`, photo.contentType, jpeg);
    expect(await recheck(file)).toMatchObject({ refused: 'finding-refused', errors: [{ code }] });
    expect(await stored()).toMatchObject({ version: 1, rechecks: [] });
    expect(ports.scannedFiles.stored.size).toBe(0);
  });

  it.each([
    [{ bytes: 8 }, 'bytes', 'file-size-differs'],
    [{ sha256: '0'.repeat(64) }, 'sha256', 'file-hash-differs'],
    [{ contentType: 'image/png' }, 'contentType', 'file-type-differs'],
  ])('is refused one that is not what is said of it, by what differs: %j', async (other, field, code) => {
    const { recheck } = await aDesk();
    expect(await recheck({ ...photo, ...other })).toMatchObject({ errors: [{ path: `files[0].${field}`, code }] });
  });

  it('is told first that it can’t be taken, whatever its files', async () => {
    const { recheck } = await aDesk(aFinding({ status: 'closed' }), { uploaded: false });
    expect(await recheck()).toMatchObject({ refused: 'state-conflict' });
  });
});

describe('a file of a finding', () => {
  it('is handed out once it was scanned, to who sees the finding', async () => {
    const { ports, recheck, fetched } = await aDesk();
    expect(await fetched()).toMatchObject({ refused: 'not-found' });
    await recheck();
    const waiting = await fetched();
    expect(waiting).toMatchObject({ scan: 'pending' });
    expect(waiting).not.toHaveProperty('url');
    await scanFile(ports, { ...district, fileId: photo.fileId });
    expect(await fetched({ ...planner, department: 'health' })).toMatchObject({
      scan: 'clean',
      url: expect.stringContaining(photo.fileId),
      expiresAt: '2026-12-10T02:15:00.000Z',
    });
    expect(await fetched({ ...planner, department: 'ecology' })).toMatchObject({ refused: 'not-found' });
  });

  it('is not had by way of its visit, which more departments see', async () => {
    const { ports, recheck } = await aDesk();
    await recheck();
    const params = { visitId, fileId: photo.fileId };
    const request = aRequest('get-file', { params, principal: inspector('fire'), now });
    expect(await getFile(ports, request)).toMatchObject({ refused: 'not-found', errors: [{ path: 'fileId' }] });
  });
});

describe('a file that goes along with a referral', () => {
  it('is for its receiver once it is sent, who gets no other file of the finding', async () => {
    const { ports, refer } = await aDesk();
    const referred = await refer();
    const referralId = 'referralId' in referred ? referred.referralId : '';
    const standing = await ports.referrals.find(district, referralId);
    expect(standing).toMatchObject({
      evidence: [{ name: '现场笔录' }, { name: '照片', file: photo }],
      history: [{ action: 'referral-proposed', files: [{ sha256: photo.sha256 }] }],
    });
    const police: Principal = { ...planner, subject: 'police-1', department: 'police' };
    const fetched = (fileId: string = photo.fileId) => {
      const params = { referralId, fileId };
      return getReferralFile(ports, aRequest('get-referral-file', { params, principal: police, now }));
    };
    expect(await fetched()).toMatchObject({ refused: 'not-found', errors: [{ path: 'referralId' }] });
    if (standing) await ports.referrals.change({ ...standing, status: 'sent', version: 2 });
    await scanFile(ports, { ...district, fileId: photo.fileId });
    expect(await fetched()).toMatchObject({ scan: 'clean', url: expect.any(String) });
    expect(await fetched(`${findingId}.f2`)).toMatchObject({ refused: 'not-found', errors: [{ path: 'fileId' }] });
  });
});
