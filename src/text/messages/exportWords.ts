/** Output of `qingquan export`. */
export const exportWords = {
  usage: [
    'qingquan export 图.json [选项] -o 文件',
    '  把一张图写成别的软件能打开、能编辑的文件。',
    '  --format 格式                  docx、pptx、xlsx、drawio、vsdx、bpmn（通用）、bpmn-flowable、bpmn-camunda8、',
    '                                 mermaid、plantuml、html、web-svg、markdown、csv；默认看输出文件的扩展名',
    '  --view flow|lanes              流程图（默认）、泳道图',
    '  --edition internal|external    内部流程图、外部流程图；不写时以文件为准',
    '  --disclose-risks               外部流程图也写出风险点和防控措施',
    '  -o, --output 文件              写到哪里，必填；写 - 为标准输出',
    '  文件里写不进的内容，写之前先列出来。',
  ].join('\n'),
  noChart: '请写明要导出哪一个图文件',
  oneChart: '一次只能导出一个图文件',
  noOutput: '请用 -o 写明输出文件',
  unknownFormat: (known: readonly string[]) => `看不出输出格式，请用 --format 写明：${known.join('、')}`,
  leftBehind: (what: readonly string[]) => `提示：文件里没有这些内容：${what.join('；')}\n`,
} as const
