import { defineMessages } from './message.ts';

/** The page of the public site on how a proof of filing is checked, and under which keys proofs are signed. */
export const publicReceiptMessages = defineMessages({
  'site.receipts.title': { zh: '怎样核验提交证明', en: 'How to check a proof of filing' },
  'site.receipts.lead': {
    zh: '在网上投诉、举报后，您可以保存一份提交证明和所提交的文字。它们能向任何人证明：本机关在那个时间收到了这段文字，一字未改。证明里没有您填写的内容，也没有您的身份信息。',
    en: 'After you file a complaint or report online you can save a proof and the text that was filed. The two show anybody that the office received this very text at that time. The proof itself holds nothing of the content and nothing about you.',
  },
  'site.receipts.page': { zh: '一、用网页', en: '1. With a page' },
  'site.receipts.page1': {
    zh: '下载核验网页和公钥文件：',
    en: 'Download the page and the file of keys:',
  },
  'site.receipts.page2': {
    zh: '断开网络，打开核验网页，同时选中提交证明、保存的文字文件和公钥文件。',
    en: 'Disconnect from the network, open the page, and select the proof, the saved text and the file of keys together.',
  },
  'site.receipts.page3': {
    zh: '页面逐项说明哪些相符、哪些不符。保存的文字文件改过一个字，就不相符。',
    en: 'It says item by item what holds and what does not. A text with a single changed letter does not.',
  },
  'site.receipts.pageLink': { zh: '核验网页（可离线使用）', en: 'Page for checking (works offline)' },
  'site.receipts.keysLink': { zh: '公钥文件', en: 'File of keys' },
  'site.receipts.command': { zh: '二、用命令行', en: '2. On the command line' },
  'site.receipts.command1': { zh: '用本系统公开的程序：', en: 'With the published program:' },
  'site.receipts.keys': { zh: '公钥', en: 'Keys' },
  'site.receipts.keysText': {
    zh: '提交证明用下面的公钥签名（Ed25519）。用过的公钥一直保留在这里，以前的证明长期有效。公钥文件也列在本网站签名的文件清单中。',
    en: 'Proofs are signed with these keys (Ed25519). Every key that was ever used stays here, so old proofs stay good. The file of keys is in the signed list of files of this site.',
  },
  'site.receipts.noKeys': { zh: '还没有公钥。', en: 'There is no key yet.' },
  'site.receipts.keyId': { zh: '密钥编号', en: 'Number of the key' },
  'site.receipts.publicKey': { zh: '公钥', en: 'Key' },
  'site.receipts.since': { zh: '启用时间', en: 'In use since' },
  'site.receipts.keep': {
    zh: '请自己保存好文字文件：本机关不能替您补发，因为其中有一行随机内容，只有您手里有。',
    en: 'Keep the text yourself: the office cannot issue it again, because one line of it is random and only you have it.',
  },
  'site.receipts.link': {
    zh: '核验投诉举报的提交证明',
    en: 'Check the proof of filing of a complaint or report',
  },
});
