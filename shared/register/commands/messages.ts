import { defineMessages } from '../../messages/message.ts';

/** Why a change of a register or an import was refused, and what to do next. */
export const registerCommandMessages = defineMessages({
  'register.role': {
    zh: '您的角色不能修改名录。请由监管人员办理。',
    en: 'Your role may not change the registers. Ask a supervisor.',
  },
  'register.status': {
    zh: '该行已处于其他状态，不能再这样操作。请刷新页面查看现状。',
    en: 'The row is in another state by now, so this is not possible. Reload the page to see where it stands.',
  },
  'register.held': {
    zh: '正在写入一次导入（{import}），其间名录不能修改。请几分钟后再试。',
    en: 'An import ({import}) is being written; the registers cannot change meanwhile. Try again in a few minutes.',
  },
  'register.busy': {
    zh: '同时有多人修改名录，本次修改没有保存。请再提交一次。',
    en: 'Several people are changing the registers at once; your change was not saved. Submit it again.',
  },
  'register.exists': {
    zh: '{id} 已在名录中。请打开该行修改，不要重复新增。',
    en: '{id} is in the register already. Open that row and change it instead.',
  },
  'register.edit.stale': {
    zh: '您打开表单后，该行已被他人修改。请重新打开，核对后再改。',
    en: 'Somebody changed this row after you opened the form. Open it again, compare, and make your change.',
  },
  'register.relation.unknown': {
    zh: '没有这条回避关系。请从列表中重新选择。',
    en: 'There is no such relation. Choose it again from the list.',
  },
  'register.item.unknown': {
    zh: '没有这一版本的抽查事项。请从清单中重新选择。',
    en: 'There is no such version of the item. Choose it again from the list.',
  },
  'register.item.version': {
    zh: '下一个版本号应为 {next}。请按此填写。',
    en: 'The next version is {next}. Enter that number.',
  },
  'register.item.no_basis': {
    zh: '没有法律依据的事项不得检查，不能公布。请填写法律、法规、规章的名称和条款。',
    en: 'What has no legal basis may not be inspected and cannot be published. Enter the title and article of the law.',
  },

  'import.role': {
    zh: '您的角色不能办理导入。请由监管人员办理。',
    en: 'Your role may not import. Ask a supervisor.',
  },
  'import.unknown': {
    zh: '没有这次导入。请从导入列表中打开，或者重新上传文件。',
    en: 'There is no such import. Open it from the list, or upload the file again.',
  },
  'import.status': {
    zh: '这次导入已处于其他状态，不能再这样操作。请刷新页面查看现状。',
    en: 'The import is in another state by now, so this is not possible. Reload the page to see where it stands.',
  },
  'import.digest': {
    zh: '页面显示的预览已不是最近一次核对的结果。请刷新页面，看过新的预览再确认。',
    en: 'The preview on the page is not of the latest check. Reload the page, read the new preview, then confirm.',
  },
  'import.nothing': {
    zh: '文件中的内容与名录完全一致，没有需要写入的。可以放弃这次导入。',
    en: 'Everything in the file is in the register already; there is nothing to write. You can drop this import.',
  },
  'import.register_changed': {
    zh: '核对之后名录有了变动，尚未写入任何内容。系统正在重新核对，请稍后刷新页面，看过新的预览再确认。',
    en: 'The register changed after the check; nothing was written. The file is being checked again: reload in a moment, read the new preview, then confirm.',
  },
  'import.busy': {
    zh: '同时有他人在办理这次导入，您的操作没有生效。请刷新页面查看现状。',
    en: 'Somebody else acted on this import at the same time; yours did not take effect. Reload the page.',
  },
  'import.file_missing': {
    zh: '没有收到文件，上传可能中断了。请重新上传。',
    en: 'The file did not arrive; the upload may have been cut off. Upload it again.',
  },
  'import.file_too_large': {
    zh: '文件超过 {limit} MB。请拆分成几个文件，分别导入。',
    en: 'The file is larger than {limit} MB. Split it and import the parts one after the other.',
  },
});
