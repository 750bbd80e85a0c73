import { defineMessages } from './message.ts';

/** What is said of a proof of filing: by the command, and by the page that checks it offline, which carries it whole. */
export const filingProofMessages = defineMessages({
  'filing.other': {
    zh: '选中的文件里没有提交证明（double-random-filing-1）',
    en: 'none of the files is a proof of filing (double-random-filing-1)',
  },
  'filing.twoProofs': {
    zh: '选中了两份提交证明，请一次只核验一份',
    en: 'there are two proofs of filing: check one at a time',
  },
  'filing.twoTexts': {
    zh: '除提交证明和公钥文件外，只能再选一个文字文件',
    en: 'beside the proof and the file of keys there can be only one text',
  },
  'filing.check.signature': {
    zh: '签名有效：证明签发后没有被改动',
    en: 'signature valid: the proof has not been changed since it was signed',
  },
  'filing.check.keyId': { zh: '密钥编号与公钥相符', en: 'number of the key as its content' },
  'filing.check.time': { zh: '北京时间与协调世界时是同一时刻', en: 'Beijing time and UTC are one instant' },
  'filing.check.text': {
    zh: '您保存的文字就是当时提交的文字，一字不差',
    en: 'the text you saved is the one that was filed, to the letter',
  },
  'filing.check.key': {
    zh: '签名用的是本机关公布的公钥',
    en: 'signed with a key that the office has published',
  },
  'filing.note.filing-no-text': {
    zh: '没有提供文字文件，未核对；请把提交时保存的文字文件一起选上。证明中的摘要（SHA-256）',
    en: 'not looked at: there is no text file; choose the text you saved together with the proof. Digest in the proof (SHA-256)',
  },
  'filing.note.filing-compare-key': {
    zh: '没有提供公钥文件，未核对；请从公示网站下载 keys/receipts.json 一起选上，或者自己比对公钥',
    en: 'not looked at: there is no file of keys; choose keys/receipts.json of the public site together with the proof, or compare the key yourself',
  },
  'filing.verdict.conditional': {
    zh: '证明本身一致，但还没有确认签名的是本机关：请核对公钥',
    en: 'the proof is consistent, but whether the office signed it is not shown yet: compare the key',
  },
  'filing.about': { zh: '{office}，{at} 收到', en: 'received by {office} on {at}' },
});
