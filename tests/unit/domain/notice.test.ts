import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { visitToNotice } from '../../../lib/domain/notices/notice.ts';
import { standardWording } from '../../../lib/domain/notices/notice-template.ts';
import { noticeInWords, noticeToText, templateValues } from '../../../lib/domain/notices/notice-text.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';

const settings = {
  ...defaultSettings,
  districtName: { zh: '上城区', en: 'Shangcheng' },
  office: { name: '上城区统筹中心', phone: '0571-00000001', complaintPhone: '0571-00000002' },
  names: {
    departments: {
      fire: { zh: '消防救援', en: 'Fire' },
      health: { zh: '卫生健康', en: 'Health' },
      market: { zh: '市场监管', en: 'Market' },
    },
    streets: {},
    industries: {},
  },
};

const inChinese = (visit = aJointVisit()) => visitToNotice(visit, settings, 'zh-CN');

describe('the notice of a visit', () => {
  test('names every authority that asked, the lead first, and says which stays away', () => {
    expect(inChinese().authorities.map(({ name, lead, attends }) => [name, lead, attends])).toEqual([
      ['消防救援', true, true],
      ['市场监管', false, true],
      ['卫生健康', false, false],
    ]);
  });

  test('keeps the plans and their legal bases apart by authority', () => {
    expect(inChinese().authorities.map(({ plans }) => plans.map(({ legalBasis }) => legalBasis))).toEqual([
      ['消防法第五十三条'],
      ['市场主体登记管理条例'],
      ['公共场所卫生管理条例'],
    ]);
  });

  test('shows a shared check at who performs it and at who recognises it', () => {
    const [fire, , health] = inChinese().authorities;
    expect(fire?.checks[0]).toMatchObject({ performedBy: '消防救援', recognisedBy: ['卫生健康'] });
    expect(health?.checks[0]).toMatchObject({ name: '消防通道检查', performedBy: '消防救援', recognisedBy: [] });
  });

  test('expects the length of the unit that stays longest', () => {
    expect(inChinese().expectedMinutes).toBe(30);
  });

  test.each(['zh-CN', 'en'] as const)('says in %s everything that rule 7 asks for', (language) => {
    const text = noticeToText(
      visitToNotice(aJointVisit(), settings, language),
      'https://example.com/v/ABCD2345',
      language,
    );
    const must = [
      '江畔旅馆',
      '2026-12-09',
      '09:00–10:30',
      '30',
      '消防法第五十三条',
      '消防法第二十八条',
      '上政〔2026〕1号',
      '消防通道检查',
      '证照公示检查',
      '区消防救援大队',
      '甲一',
      'ZJ-0001',
      'ZJ-0003',
      '疏散通道平面图',
      '0571-00000001',
      '0571-00000002',
      'ABCD2345',
      'https://example.com/v/ABCD2345',
      '2026-12-08 09:00',
      '2026-12-10 10:30',
      ...(language === 'en'
        ? ['Fire (lead)', 'Visit number 1', 'At most 4 visits', 'recuse', 'certificate']
        : ['消防救援（牵头）', '第 1 次', '上限 4 次', '回避', '拒绝检查', '投诉', '核验码自']),
    ];
    for (const phrase of must) expect(text).toContain(phrase);
  });

  test('of a cancelled visit says so first', () => {
    const cancelled = aVisit({ notice: { ...aVisit().notice, kind: 'cancelled', version: 2 } });
    const text = noticeToText(inChinese(cancelled), 'https://example.com/v/X', 'zh-CN');
    expect(text.split('\n').slice(0, 3)).toEqual(['上城区 综合查一次检查取消通知书', '', '本次检查已取消，无需等候。']);
  });

  test('says when its code works only where it will', () => {
    const text = (visit = aVisit()) => noticeToText(inChinese(visit), 'x', 'zh-CN');
    expect(text()).toContain('\n核验码自 2026-12-08 09:00 起至 2026-12-10 10:30 有效。\n检查人员到场时');
    const cancelled = text(aVisit({ status: 'cancelled' }));
    expect(cancelled).not.toContain('核验码自');
    expect(cancelled).toContain('x\n检查人员到场时');
  });

  test('says what changed against the version before', () => {
    const changed = aVisit({
      notice: { ...aVisit().notice, kind: 'changed', version: 2, changes: ['增加证照公示检查'] },
    });
    expect(noticeToText(inChinese(changed), 'x', 'zh-CN')).toContain('  - 增加证照公示检查');
  });

  test('shows results and findings with their deadline after the visit', () => {
    const visit = aVisit();
    const [attendance] = visit.attending;
    const done = {
      ...visit,
      attending: attendance
        ? [
            {
              ...attendance,
              checks: attendance.checks.map((check) => ({
                ...check,
                outcome: 'finding' as const,
                findings: [
                  {
                    findingId: 'F1',
                    description: '通道堆物',
                    severity: 'minor' as const,
                    evidence: [],
                    due: '2026-12-24',
                    status: 'open' as const,
                  },
                ],
              })),
            },
          ]
        : [],
    };
    expect(noticeToText(inChinese(done), 'x', 'zh-CN')).toContain('问题：通道堆物（轻微；整改期限 2026-12-24）');
  });

  test('as a short message names day, start, authorities and link', () => {
    const urls = { verify: '', link: 'https://example.com/n/t' };
    const values = templateValues(inChinese(), urls, 'zh-CN');
    expect(noticeInWords(standardWording, values, 'zh-CN').short).toBe(
      '【上城区】2026-12-09 09:00 进行一次联合检查（消防救援、市场监管、卫生健康）。详见 https://example.com/n/t',
    );
  });

  test('a changed notice says in a short message that it is one, a cancelled one nowhere that somebody comes', () => {
    const urls = { verify: 'https://example.com/v/ABCD2345', link: 'https://example.com/n/t' };
    const wordsOf = (kind: 'changed' | 'cancelled', language: 'zh-CN' | 'en') => {
      const visit = aJointVisit({ ...(kind === 'cancelled' && { status: 'cancelled' }) });
      const notice = visitToNotice({ ...visit, notice: { ...visit.notice, kind } }, defaultSettings, language);
      return noticeInWords(standardWording, templateValues(notice, urls, language), language);
    };
    expect(wordsOf('changed', 'zh-CN').short).toContain('（已变更）进行一次联合检查');
    expect(wordsOf('changed', 'en').short).toContain('changed: one inspection on 2026-12-09 at 09:00');
    expect(wordsOf('changed', 'zh-CN').text).toContain('检查人员到场时');
    expect(wordsOf('cancelled', 'zh-CN').text).not.toMatch(/到场时|有效/);
    expect(wordsOf('cancelled', 'en').text).not.toMatch(/When inspectors arrive|The code works/);
  });
});
