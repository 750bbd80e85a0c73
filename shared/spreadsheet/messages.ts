import { defineMessages } from '../messages/message.ts';

/** What went wrong with an uploaded spreadsheet, and what to do next. */
export const spreadsheetMessages = defineMessages({
  'spreadsheet.empty': {
    zh: '文件中没有内容。请下载模板，填写后保存再上传。',
    en: 'The file holds nothing. Download the template, fill it in, save it and upload it again.',
  },
  'spreadsheet.too_large': {
    zh: '文件大小 {megabytes} MB，超过 {limit} MB。请删除图片和多余的工作表，或者分成几个文件上传。',
    en: 'The file has {megabytes} MB, the limit is {limit} MB. Remove pictures and other sheets, or split the file.',
  },
  'spreadsheet.not_spreadsheet': {
    zh: '这不是电子表格。请上传 .xlsx 或者 .csv 文件。',
    en: 'This is not a spreadsheet. Upload an .xlsx or .csv file.',
  },
  'spreadsheet.xls': {
    zh: '不支持旧版 .xls 格式。请用 Excel 或者 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。',
    en: 'The old .xls format is not supported. Open the file, save it as “Excel workbook (.xlsx)” and upload that.',
  },
  'spreadsheet.xlsb': {
    zh: '不支持二进制 .xlsb 格式。请另存为“Excel 工作簿（.xlsx）”后再上传。',
    en: 'The binary .xlsb format is not supported. Save the file as “Excel workbook (.xlsx)” and upload that.',
  },
  'spreadsheet.ods': {
    zh: '不支持 .ods 格式。请另存为“Excel 工作簿（.xlsx）”后再上传。',
    en: 'The .ods format is not supported. Save the file as “Excel workbook (.xlsx)” and upload that.',
  },
  'spreadsheet.encrypted': {
    zh: '文件设有密码。请取消密码后保存，再上传。',
    en: 'The file is protected by a password. Remove the password, save the file and upload it again.',
  },
  'spreadsheet.bomb': {
    zh: '文件解压后有 {megabytes} MB、{parts} 个部分，超过 {limit} MB 的上限。请把需要的列复制到新的工作簿后再上传。',
    en: 'Unpacked, the file has {megabytes} MB in {parts} parts; the limit is {limit} MB. Copy the columns you need to a new workbook and upload that.',
  },
  'spreadsheet.broken': {
    zh: '文件已损坏，无法读取。请用 Excel 或者 WPS 打开，另存为新的 .xlsx 文件后再上传。',
    en: 'The file is damaged and cannot be read. Open it, save it as a new .xlsx file and upload that.',
  },
  'spreadsheet.csv_quotes': {
    zh: '第 {line} 行附近的引号没有成对，无法分列。请检查该行的双引号，或者改用 .xlsx 模板。',
    en: 'A quotation mark near line {line} is not closed. Check the quotation marks there, or use the .xlsx template.',
  },
  'spreadsheet.rows': {
    zh: '第 {row} 行还有内容，一个文件最多 {limit} 行。请分成几个文件上传。',
    en: 'There is content in row {row}; a file may have {limit} rows. Split it into several files.',
  },
  'spreadsheet.columns': {
    zh: '{address} 单元格超出了 {limit} 列的上限。请删除模板以外的列。',
    en: 'Cell {address} is beyond the limit of {limit} columns. Remove the columns that are not in the template.',
  },
  'spreadsheet.cell.formula_error': {
    zh: '单元格显示的是公式错误。请填写数值本身，不要使用公式。',
    en: 'The cell shows a formula error. Enter the value itself instead of a formula.',
  },
  'spreadsheet.cell.number_rounded': {
    zh: '单元格是数字格式，超过 15 位的数字已被 Excel 改动。请把该列设为文本格式，重新填写原号码。',
    en: 'The cell is a number; Excel has rounded it after 15 digits. Format the column as text and enter the original number again.',
  },
  'spreadsheet.cell.too_long': {
    zh: '单元格有 {length} 个字，最多 {limit} 个。请缩短内容。',
    en: 'The cell has {length} characters, at most {limit} are possible. Shorten it.',
  },
});
