import { defineMessages } from './message.ts';

/** The receipt code of a complaint or report, and the calculation that is asked for against floods. */
export const receiptMessages = defineMessages({
  'receipt.code.missing': {
    zh: '请输入回执码。回执码是 18 位数字，写在您提交后看到的回执上。',
    en: 'Enter the receipt code: the 18 digits on the receipt that you were shown after sending.',
  },
  'receipt.code.characters': {
    zh: '回执码只有数字。请删去其中的字母和符号，再试一次。',
    en: 'The receipt code consists of digits only. Take out letters and signs, and try again.',
  },
  'receipt.code.length': {
    zh: '回执码应为 {expected} 位数字，您输入了 {digits} 位。请对照回执检查。',
    en: 'The receipt code has {expected} digits; you entered {digits}. Compare it with your receipt.',
  },
  'receipt.code.check': {
    zh: '回执码有一处或几处输错了。请对照回执逐组检查。',
    en: 'At least one digit of the receipt code is wrong. Compare it with your receipt, group by group.',
  },
  'receipt.code.unknown': {
    zh: '没有找到这个回执码。请对照回执检查；如果确认无误，请联系本机关。',
    en: 'There is no receipt with this code. Compare it with your receipt; if it is right, contact the office.',
  },

  'proofOfWork.missing': {
    zh: '浏览器还没有完成防滥用计算。请等页面提示“已完成”后再提交；如果浏览器不能运行脚本，请改用邮寄或者其他方式。',
    en: 'Your browser has not finished the calculation against abuse. Send again once the page says it is done; if your browser runs no scripts, use the post or another way.',
  },
  'proofOfWork.expired': {
    zh: '页面打开得太久，防滥用计算已经过期。您填写的内容还在，请等重新计算完成后再提交。',
    en: 'The page was open too long and the calculation against abuse has expired. What you entered is kept: send again when it has been repeated.',
  },
  'proofOfWork.wrong': {
    zh: '防滥用计算的结果不对。您填写的内容还在，请等重新计算完成后再提交。',
    en: 'The result of the calculation against abuse is wrong. What you entered is kept: send again when it has been repeated.',
  },
  'proofOfWork.foreign': {
    zh: '防滥用计算不属于这份表单，可能是在另一个窗口打开了新表单。您填写的内容还在，请等重新计算完成后再提交。',
    en: 'The calculation against abuse belongs to another form, perhaps one in another window. What you entered is kept: send again when it has been repeated.',
  },
  'proofOfWork.title': { zh: '防滥用计算', en: 'Calculation against abuse' },
  'proofOfWork.why': {
    zh: '提交前，您的浏览器会自动完成一次计算，通常只要几秒钟，用来防止有人用程序大量提交。不需要您操作，也不收集您的任何信息。',
    en: 'Before you send, your browser does a calculation by itself, usually within seconds. It keeps programs from sending floods of forms. You need do nothing, and nothing about you is collected.',
  },
  'proofOfWork.working': { zh: '正在计算，约 {percent}%', en: 'Calculating, about {percent}%' },
  'proofOfWork.waiting': {
    zh: '正在计算，约 {percent}%。完成后将自动提交，请不要关闭页面。',
    en: 'Calculating, about {percent}%. Your form is sent as soon as it is done: keep the page open.',
  },
  'proofOfWork.done': { zh: '计算已完成，可以提交。', en: 'The calculation is done: you can send.' },
  'proofOfWork.notStarted': {
    zh: '正在等待浏览器开始计算。如果一直停在这里，说明浏览器没有运行脚本，不能在线提交，请改用其他方式。',
    en: 'Waiting for your browser to begin. If this does not change, your browser runs no scripts and the form cannot be sent online: use another way.',
  },
});
