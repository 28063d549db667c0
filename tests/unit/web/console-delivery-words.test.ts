import { describe, expect, it } from 'vitest';
import { deliveryErrorOf, howFar } from '../../../web/console/words/delivery-words.ts';

describe('how far a notice is', () => {
  const page = { channel: 'portal', status: 'sent' };
  const taken = { channel: 'email', status: 'delivered' };
  const tried = { channel: 'webhook', status: 'retrying' };

  it('is told from a notice that no channel took yet once one did', () => {
    expect(howFar({ status: 'due', channels: [page, tried] }).zh).toBe('待发送');
    expect(howFar({ status: 'due', channels: [page, taken, tried] }).zh).toBe('部分渠道已发出');
  });

  it('is not what it was before while it goes out once more', () => {
    expect(howFar({ status: 'delivered', channels: [taken] }).zh).toBe('已送达');
    expect(howFar({ status: 'delivered', again: 'resend', channels: [] }).zh).toBe('正在再次发送');
  });
});

describe('why a channel failed', () => {
  it.each([
    ['no-address', '没有地址'],
    ['Permanent General 5.1.1', '被退回，邮箱不存在或拒收'],
    ['Complaint abuse', '收件人标为垃圾邮件'],
    ['Phone is currently unreachable/unavailable', '关机、停机或无法接通'],
    ['answered 503', '对方系统故障'],
    ['answered 410', '对方系统拒收'],
  ])('is said in the words of those who follow it up: %s', (error, words) => {
    expect(deliveryErrorOf(error)?.zh).toBe(words);
  });

  it('stays in the words of the channel where nobody knows them', () => {
    expect(deliveryErrorOf('getaddrinfo ENOTFOUND shop.example')).toBeUndefined();
  });
});
