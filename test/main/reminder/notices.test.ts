import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ Notification: class {} }));
const { noticeOf } = await import('../../../src/main/reminder/notices');

const due = Date.parse('2026-10-09T18:30:00+08:00');
const alarm = (id: string) => ({ id, title: `第${id}篇`, account: '陆川', due, snoozedUntil: null });

test('a notification names one post, and lists several without cutting any off silently', () => {
  const early = due - 600_000;
  expect(noticeOf({ at: early, alarms: [alarm('1')] }, early, 'Asia/Shanghai', 'zh')).toEqual({
    title: '18:30 · 陆川',
    body: '「第1篇」该交接了',
  });
  const many = noticeOf({ at: early, alarms: ['1', '2', '3', '4', '5', '6'].map(alarm) }, early, 'Asia/Shanghai', 'zh');
  expect(many.title).toBe('6 件该交接了');
  expect(many.body.split('\n')).toHaveLength(5);
  expect(many.body).toContain('还有 2 件');
  expect(noticeOf({ at: due, alarms: [alarm('1')] }, due + 3_600_000, 'Asia/Shanghai', 'zh').body).toContain('过点了');
});
