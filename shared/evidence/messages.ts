import { defineMessages } from '../messages/message.ts';

/** Files of evidence: what they are for, why one was not taken, and what to do then. */
export const evidenceMessages = defineMessages({
  'evidence.purpose.photo': { zh: '现场照片', en: 'Photo' },
  'evidence.purpose.document': { zh: '文件材料', en: 'Document' },
  'evidence.purpose.signature': { zh: '签字确认', en: 'Signature' },
  'evidence.purpose.rectification': { zh: '整改材料', en: 'Rectification' },
  'evidence.purpose.statement': { zh: '陈述申辩材料', en: 'Statement of the party' },

  'evidence.missing': {
    zh: '没有收到文件。请重新选择文件并上传；网络不稳定的，请换一个网络再试。',
    en: 'The file has not arrived. Choose it again and upload it; on a weak network, try another one.',
  },
  'evidence.empty': {
    zh: '“{name}”是空文件。请打开原文件，确认有内容后重新上传。',
    en: '“{name}” is empty. Open the original, see that it has content and upload it again.',
  },
  'evidence.too_large': {
    zh: '文件超过 {limit} MB。照片请用相册的“压缩”或者降低分辨率，PDF 请拆成几个文件，再上传。',
    en: 'The file is larger than {limit} MB. Make the photo smaller, or split the PDF, and upload it again.',
  },
  'evidence.too_many': {
    zh: '这里已有 {limit} 个文件，不能再加。请把多页材料合并为一个 PDF，或者放到其他环节上传。',
    en: 'There are {limit} files here already. Put several pages into one PDF, or upload it with another part.',
  },
  'evidence.heic': {
    zh: '“{name}”是 HEIC 照片，无法核验。苹果手机请在“设置—相机—格式”中选“兼容性最佳”后重拍，或者把照片另存为 JPEG 再上传。',
    en: '“{name}” is a HEIC photo, which cannot be checked. On an iPhone choose Settings, Camera, Formats, Most Compatible and take it again, or save the photo as JPEG and upload that.',
  },
  'evidence.office': {
    zh: '“{name}”是办公文档或者压缩包。请打开后另存为（打印为）PDF，再上传。',
    en: '“{name}” is an office document or an archive. Open it, save or print it as PDF and upload that.',
  },
  'evidence.type': {
    zh: '“{name}”不是 JPEG、PNG 图片或者 PDF。请另存为其中一种格式，再上传。',
    en: '“{name}” is neither a JPEG or PNG picture nor a PDF. Save it as one of these and upload that.',
  },
  'evidence.extension': {
    zh: '“{name}”的内容是 {type}，与扩展名不一致。请确认没有选错文件，把扩展名改为 .{extension} 后再上传。',
    en: '“{name}” holds {type}, which its extension does not say. See that it is the right file, change the extension to .{extension} and upload it again.',
  },
  'evidence.truncated': {
    zh: '“{name}”不完整，不是一个完好的 {type} 文件。请打开原文件，确认能正常显示后重新上传。',
    en: '“{name}” is not complete: it is not a sound {type} file. Open the original, see that it shows well and upload it again.',
  },
  'evidence.mixed': {
    zh: '“{name}”在 {type} 内容之外还夹有其他类型的内容，不能作为证据保存。请用截图或者重新导出的方式另存一份，再上传。',
    en: '“{name}” carries content of another kind inside the {type}, so it cannot be kept. Make a screenshot or export it anew and upload that.',
  },
});
