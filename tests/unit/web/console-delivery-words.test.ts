import { describe, expect, it } from 'vitest';
import { deliveryErrorOf } from '../../../web/console/words/delivery-words.ts';

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
