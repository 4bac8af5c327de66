/** What the command line says of the catalogue. */

export const catalogueCommand = {
  usage: [
    'qingquan catalogue import 目录表格 [图.json…] -o 目录.json',
    '  读入职权目录（.xlsx、.csv、.tsv、.html）；先列出各列的含义。给出的图按名称对应。',
    'qingquan catalogue export [目录.json] [图.json…|文件夹…] -o 职权目录.xlsx',
    '  写成 Excel 或 Word（.docx）；不给目录时，按各图的标题栏列出。',
    '  --date 2026-09-18    填表日期；不写时留空手填',
    '  --public             公开用：不含风险、备注，不列内部权力；图用公开的标题',
    'qingquan catalogue history --server 网址 [--before 编号]',
    '  服务器上职权目录的修改记录，最新的在前，每次修改有编号。',
    'qingquan catalogue takeback 编号 --server 网址',
    '  撤回一次修改（含批量），以后又改过的栏目不动，并列出。令牌同 batch publish：--token-file 或 QINGQUAN_TOKEN。',
  ].join('\n'),
  wrongJob: '请写明 import、export、history 或 takeback',
  noChangeSet: '请写明要撤回哪一次修改的编号，如 catalogue takeback 12',
  noTable: '请写明要导入哪一个表格文件',
  noOutput: '请用 -o 写明写到哪个文件，如 目录.json、职权目录.xlsx',
  nothing: '请给出目录文件或图文件',
  column: (heading: string, means: string) => `列“${heading}” → ${means}`,
  read: (count: number) => `读入 ${count} 项职权`,
  written: (count: number) => `写出 ${count} 项职权`,
} as const
